"""Properties with a structure of their own: links, notes, rights, identifiers, catalogues."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.newsml.concepts import concept, read_concept
from newsmodel.formats.newsml.names import (
    DEFAULT_CATALOGS,
    NAR,
    NOT_PUBLIC,
    OWN_CATALOG,
    XHTML,
    code,
    word,
)
from newsmodel.formats.newsml.values import (
    Element,
    element,
    given,
    labels,
    language,
    number,
    one_line,
    positive,
    read_labels,
    string,
    tag,
    uri,
)
from newsmodel.model import (
    AltId,
    Block,
    Catalog,
    Concept,
    EditorNote,
    Link,
    Paragraph,
    Rendition,
    Rights,
    Scheme,
)


def child(node: Element, name: str) -> Element | None:
    """The first child of that name."""
    return node.find(f"{{{NAR}}}{name}")


def children(node: Element, name: str) -> list[Element]:
    """The children of that name."""
    return node.findall(f"{{{NAR}}}{name}")


# ------------------------------------------------------------------ links
def link(value: Link, name: str = "link") -> str:
    """A link as an element."""
    pairs = (
        ("rel", code(value.rel)),
        ("rank", positive(value.rank)),
        ("href", uri(value.href)),
        ("residref", value.residref),
        ("version", positive(value.version)),
        ("contenttype", value.content_type),
    )
    title = element("title", text(value.title)) if value.title is not None else ""
    target = element("language", "", [("tag", value.hreflang)]) if value.hreflang else ""
    return element(name, title + target, pairs)


def read_link(node: Element) -> Link:
    """A link from an element."""
    title, target = child(node, "title"), child(node, "language")
    return Link(
        rel=given(node, "rel"),
        rank=number(node.get("rank")),
        href=given(node, "href"),
        residref=given(node, "residref") or given(node, "guidref"),
        version=number(node.get("version")),
        content_type=given(node, "contenttype"),
        title=None if title is None else string(title),
        hreflang=None if target is None else tag(target.get("tag")),
    )


# ------------------------------------------------------------------ blocks
def markup(blocks: Iterable[Block], name: str) -> str:
    """Blocks as an XHTML element that our reader takes back exactly."""
    inner = BodyWriter(html=False).blocks(blocks)
    return f'<{name} xmlns="{XHTML}" {DATA}="blocks">{inner}</{name}>'


def read_blocks(node: Element) -> tuple[Block, ...]:
    """Blocks from an element that holds text, markup or both."""
    held = [each for each in node if isinstance(each.tag, str)]
    if len(held) == 1 and held[0].get(DATA) == "blocks" and not (node.text or "").strip():
        return BodyReader(html=False, exact=True).blocks(held[0])
    if held:
        return BodyReader(html=False, exact=False).blocks(node)
    return (Paragraph(content=string(node)),) if node.text else ()


def note(value: EditorNote) -> str:
    """An editor's note as an element: plain text where it is a plain paragraph."""
    plain = value.text
    simple = value.blocks == ((Paragraph(content=plain),) if plain else ())
    pairs = (
        ("xml:lang", value.language),
        ("role", code(value.role)),
        ("pubconstraint", None if value.public else NOT_PUBLIC),
    )
    return element("edNote", text(plain) if simple else markup(value.blocks, "div"), pairs)


def read_note(node: Element) -> EditorNote:
    """An editor's note from an element."""
    return EditorNote(
        blocks=read_blocks(node),
        role=word(given(node, "role")),
        public=node.get("pubconstraint") is None,
        language=language(node),
    )


# ------------------------------------------------------------------ rights
def rights(value: Rights) -> str:
    """Rights as an element."""
    parts = [
        concept("accountable", value.accountable) if value.accountable else "",
        concept("copyrightHolder", value.holder) if value.holder else "",
        labels("copyrightNotice", value.notices, ranked=False),
        labels("usageTerms", value.usage_terms, ranked=False),
        *(link(each) for each in value.links),
        element("dataMining", "", [("uri", uri(value.data_mining))]) if value.data_mining else "",
    ]
    return element("rightsInfo", "".join(parts))


def read_rights(nodes: Sequence[Element]) -> Rights:
    """Rights from the first of their elements."""
    node = nodes[0]
    mining = child(node, "dataMining")
    return Rights(
        accountable=_one(node, "accountable"),
        holder=_one(node, "copyrightHolder"),
        notices=read_labels(children(node, "copyrightNotice")),
        usage_terms=read_labels(children(node, "usageTerms")),
        links=tuple([read_link(each) for each in children(node, "link")]),
        data_mining=None if mining is None else given(mining, "uri"),
    )


def _one(node: Element, name: str) -> Concept | None:
    found = child(node, name)
    return None if found is None else read_concept(found)


# ------------------------------------------------------------------ identifiers and catalogues
def alt_id(value: AltId) -> str:
    """Another identifier as an element."""
    pairs = (
        ("type", code(value.type)),
        ("environment", code(value.environment)),
        ("role", code(value.role)),
    )
    return element("altId", text(value.value), pairs) if one_line(value.value) is not None else ""


def read_alt_id(node: Element) -> AltId:
    """Another identifier from an element."""
    return AltId(
        value=string(node),
        type=given(node, "type"),
        environment=given(node, "environment"),
        role=given(node, "role"),
    )


def catalogs(values: Sequence[Catalog]) -> str:
    """Catalogues as elements: those named, IPTC's where none is, and always the library's own."""
    chosen = [c for c in values or DEFAULT_CATALOGS if c != OWN_CATALOG]
    return "".join([_catalog(each) for each in [*chosen, OWN_CATALOG]])


def _catalog(value: Catalog) -> str:
    if value.href is not None and not value.schemes:
        return element("catalogRef", "", [("href", uri(value.href))])
    schemes = [
        element("scheme", "", [("alias", each.alias), ("uri", each.uri)]) for each in value.schemes
    ]
    return element("catalog", "".join(schemes)) if schemes else ""


def read_catalogs(nodes: Sequence[Element]) -> tuple[Catalog, ...]:
    """Catalogues from elements; none for those that every new document has."""
    found = tuple([_read_catalog(node) for node in nodes])
    if found == DEFAULT_CATALOGS:
        return ()
    return found[:-1] if found[-1:] == (OWN_CATALOG,) else found


def _read_catalog(node: Element) -> Catalog:
    return Catalog(
        href=given(node, "href"),
        schemes=tuple(
            Scheme(alias=given(each, "alias") or "", uri=given(each, "uri") or "")
            for each in children(node, "scheme")
        ),
    )


# ------------------------------------------------------------------ files
def rendition(value: Rendition) -> str:
    """A file as an element."""
    whole = value.duration is not None and value.duration == int(value.duration)
    pairs = (
        ("rendition", code(value.role)),
        ("href", uri(value.href)),
        ("residref", value.residref),
        ("contenttype", value.content_type),
        ("width", value.width),
        ("height", value.height),
        ("size", value.size),
        ("colourspace", code(value.colour_space)),
        ("duration", int(value.duration or 0) if whole else None),
        ("title", value.title),
    )
    return element("remoteContent", "", pairs)


def read_rendition(node: Element) -> Rendition:
    """A file from an element."""
    duration = number(node.get("duration"))
    return Rendition(
        role=word(given(node, "rendition")),
        href=given(node, "href"),
        residref=given(node, "residref"),
        content_type=given(node, "contenttype"),
        width=number(node.get("width")),
        height=number(node.get("height")),
        size=number(node.get("size")),
        colour_space=given(node, "colourspace"),
        duration=None if duration is None else float(duration),
        title=given(node, "title"),
        public=node.get("pubconstraint") is None,
    )
