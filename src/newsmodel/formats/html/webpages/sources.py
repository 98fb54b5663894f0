"""The files of a picture: every address its elements give, with sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlsplit

from newsmodel.formats._shared.urls import is_safe_image
from newsmodel.formats.html.elements import Element
from newsmodel.formats.html.webpages.page import Page
from newsmodel.model import Rendition

__all__ = ["PICTURES", "choice", "file_name", "renditions"]

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
"""How the addresses of pictures end."""

_PLAIN = (
    "src data-src data-original data-lazy-src data-lazy data-srcs data-url data-image "
    "data-full-src data-hi-res-src"
).split()
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-sources")
_SIZE = re.compile(r"(\d+)(?:\.\d+)?([wx])")
_KEY = re.compile(r'"((?:https?:)?//[^"\s\\]+)"\s*:')
"""An address in data of JSON that say more of each file."""
_EMPTY = re.compile(
    r"(?:^|[/_.-])(?:blank|spacer|placeholder|pixel|transparent|loading|1x1)(?![a-z])|\.svg$",
    re.IGNORECASE,
)
_MOST = 60
_TELLING = 12
"""A longer name tells a file from all others; short ones are given again in each folder."""
_NAMING = re.compile(
    r"(?!wid$|grid$)\w*id|id_?[a-z]\w*|slug|seq|doc|no|name|fileticket"
    r"|(?:image|img|photo|picture|pic|foto|bild|file|clip|video|media|news)_?(?:no|nr|num|name|key|url)"
    r"|src|ur[il]|href|image|img|photo|picture|pic|foto|bild|file|filename|path"
    r"|key|video|media|asset|clip|nr|[vipuf]",
    re.IGNORECASE,
)
"""Parameters that say which file; all others say how it is shown, or sign the address."""


def renditions(page: Page, box: Element) -> tuple[Rendition, ...]:
    """The files named by the images and sources in an element, each once, the plain one first."""
    found: dict[str, Rendition] = {}
    images = [box] if box.tag == "img" else list(box.iter("img", "source", "amp-img"))
    images.sort(key=lambda node: node.tag == "source")
    for node in images:
        for address, width in _addresses(node):
            whole = page.address(address)
            if not whole or not is_safe_image(whole) or _is_empty(whole):
                continue
            kept = found.get(whole)
            if kept is None and len(found) < _MOST:
                found[whole] = _rendition(node, whole, width)
            elif kept is not None and kept.width is None and width:
                found[whole] = Rendition(href=whole, width=width)
    return tuple(found.values())


def _rendition(node: Element, href: str, width: int | None) -> Rendition:
    plain = href and width is None and node.tag == "img"
    kind = node.get("type") or ""
    return Rendition(
        href=href,
        width=width or (_number(node.get("width")) if plain else None),
        height=_number(node.get("height")) if plain else None,
        content_type=kind if re.fullmatch(r"image/[\w.+-]+", kind) else None,
    )


def _number(value: str | None) -> int | None:
    text = (value or "").strip().removesuffix("px")
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text) < 100_000 else None


def _addresses(node: Element) -> Iterator[tuple[str, int | None]]:
    if node.tag != "source":
        for name in _PLAIN:
            if value := (node.get(name) or "").strip():
                data = value[:20_000].replace("\\/", "/") if value[0] == "{" else ""
                yield from ((key, None) for key in _KEY.findall(data) if data)
                yield value, None
    for name in _SETS:
        yield from _candidates((node.get(name) or "")[:20_000])


def _candidates(text: str) -> Iterator[tuple[str, int | None]]:
    """The addresses of a `srcset`, with their widths (HTML, "Srcset attributes")."""
    held: str | None = None
    for word in text.replace(", ", " , ").split():
        size, _, rest = word.partition(",")
        if held is not None and (match := _SIZE.fullmatch(size)):
            yield held, int(match[1]) if match[2] == "w" and len(match[1]) < 6 else None
            held = rest or None
        elif word != ",":
            if held is not None:
                yield held, None
            held = word.rstrip(",")
    if held is not None:
        yield held, None


def _is_empty(url: str) -> bool:
    """Whether an address is that of a place-holder."""
    return bool(_EMPTY.search(_parts(url)[0]))


def file_name(url: str) -> str:
    """What tells a picture from others in its address, whatever size it is asked for."""
    path, asked = choice(_asked_for(url))
    path = path.rstrip("/")
    name = path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    if asked and not (_is_picture(path) or _is_number(name)):
        return f"{path}?{asked}"
    name = stem if dot and len(ending) < 5 else name
    return name if len(name) > _TELLING else path


def choice(url: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """What an address asks for: its path, and those of its parameters that say which file."""
    path, query = _parts(url)
    return unquote(path), tuple(sorted(p for p in query if _NAMING.fullmatch(p[0])))


def _asked_for(url: str) -> str:
    """The address of the picture itself, where it is a parameter of what makes sizes of it."""
    path, query = _parts(url)
    if _is_picture(path):
        return url
    return next((value for _, value in query if _is_picture(_parts(value)[0])), url)


def _is_picture(path: str) -> bool:
    return path.lower().endswith(PICTURES)


def _is_number(name: str) -> bool:
    """Whether a name is that of one file, as a hash or a number is, and no program's."""
    return len(name) > _TELLING and "." not in name[-5:] and any(map(str.isdigit, name))


def _parts(url: str) -> tuple[str, list[tuple[str, str]]]:
    """The path and the parameters of an address."""
    try:
        parts = urlsplit(url)
        return parts.path, parse_qsl(parts.query, max_num_fields=_MOST)
    except ValueError:
        return url, []
