"""Sphinx: how the documentation is built. See CONTRIBUTING."""

from __future__ import annotations

import inspect
import json as stdlib_json
from enum import Enum
from pathlib import Path
from typing import Any

import attrs
from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.ext.napoleon import Config, GoogleDocstring

import newsmodel
from newsmodel.formats import json as news_json

project = "newsmodel"
author = "the newsmodel contributors"
release = version = newsmodel.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = "newsmodel"
html_show_copyright = False
html_static_path = ["static"]
html_css_files = ["wrap.css"]
exclude_patterns = ["_build", "_generated"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3

default_role = "code"  # docstrings put code between single backticks
autodoc_member_order = "bysource"
autodoc_type_aliases = {name: name for name in ("Attributes", "Size", "Tag", "When", "Words")}
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True  # as the source has them, not as Python shows their values
python_use_unqualified_type_names = True
add_module_names = False

SECTIONS = Config(napoleon_use_ivar=True, napoleon_use_rtype=False)

nitpick_ignore_regex = [
    # the standard library and other packages, whose documentation is not fetched
    ("py:.*", r"(?!newsmodel\.).*"),
    # type variables, and what only the library makes, which have no page
    ("py:class", r"newsmodel\.testing\.strategies\.(\w+\.)?(T|Taste)"),
    ("py:class", r"newsmodel\.bulk\.\w+\.(File|T|T_co)"),
    ("py:class", r"newsmodel\.\w+\.\w+\.(AnyItem|Found|Glance|M|M_co|Notes|Subject|V)"),
]
suppress_warnings = ["ref.python"]  # `type` is built in, and a field of several classes


def without_fields(
    _app: Sphinx, what: str, _name: str, thing: Any, _options: Any, *_signature: Any
) -> tuple[str, None] | None:
    """Forty arguments tell nobody anything: the fields stand below, each with its words."""
    plain = what == "class" and (attrs.has(thing) or issubclass(thing, Enum))
    return ("", None) if plain else None


def as_written(
    _app: Sphinx, what: str, _name: str, _thing: Any, _options: Any, lines: list[str]
) -> None:
    """Docstrings have sections; the words under a field are plain, colons and stars included."""
    if what in ("attribute", "data", "property"):
        lines[:] = [line.replace("*", r"\*") for line in lines]
    else:
        lines[:] = GoogleDocstring(lines, SECTIONS, what=what).lines()


def at_home(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.reference | None:
    """A name is documented where users import it from, and referred to by where it is defined."""
    name = node.get("reftarget", "").rpartition(".")[2]
    if name not in dir(newsmodel):
        return None
    kind = "class" if inspect.isclass(getattr(newsmodel, name)) else "func"
    return env.domains.python_domain.resolve_xref(
        env, node["refdoc"], app.builder, kind, f"newsmodel.{name}", node, content
    )


def without_last_line(_app: Sphinx, _page: str, source: list[str]) -> None:
    """Sessions end with an empty line, for those who run doctest on a page; it is not shown."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")


def ship_schema(app: Sphinx) -> None:
    """The JSON Schema is a file of the documentation, as the classes are now."""
    folder = Path(app.srcdir) / "_generated"
    folder.mkdir(exist_ok=True)
    text = stdlib_json.dumps(news_json.schema(), ensure_ascii=False, indent=1)
    (folder / "newsmodel.schema.json").write_text(text + "\n", encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Tell Sphinx of the above."""
    app.connect("builder-inited", ship_schema)
    app.connect("source-read", without_last_line)
    app.connect("autodoc-process-signature", without_fields)
    app.connect("autodoc-process-docstring", as_written)
    app.connect("missing-reference", at_home)
