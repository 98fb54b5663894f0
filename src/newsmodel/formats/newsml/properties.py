"""Properties with a structure of their own: links, notes, rights, files, catalogues and more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from newsmodel.formats._shared.escaping import text
from newsmodel.formats._shared.xhtml import BodyReader, BodyWriter
from newsmodel.formats.newsml.concepts import concept, concept_in
from newsmodel.formats.newsml.names import (
    DEFAULT_CATALOGS,
    NAR,
    NOT_PUBLIC,
    OWN_CATALOG,
    XHTML,
)
from newsmodel.formats.newsml.reading import (
    XML_LANG,
    Element,
    N,
    Reading,
    as_code,
    as_moment,
    as_number,
    as_qcode,
    as_size,
    as_tag,
    attributes_in,
    clean,
    hide,
    label_in,
    no_text,
    same,
    tails,
    text_in,
)
from newsmodel.formats.newsml.writing import Inexact, code, element, labels, one_line, rank, uri
from newsmodel.model import (
    AltId,
    Article,
    Block,
    Catalog,
    EditorNote,
    Generator,
    Hop,
    Link,
    Paragraph,
    Part,
    Region,
    Rendition,
    Rights,
    Scheme,
)
from newsmodel.model.base import maker

_ID = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_MAKE_ARTICLE = maker(Article)
_MAKE_HOP = maker(Hop)
_MAKE_LINK = maker(Link)
_MAKE_NOTE = maker(EditorNote)
_MAKE_PARAGRAPH = maker(Paragraph)
_MAKE_ALT_ID = maker(AltId)
_MAKE_RENDITION = maker(Rendition)
_MAKE_RIGHTS = maker(Rights)
_MAKE_CATALOG = maker(Catalog)
_MAKE_GENERATOR = maker(Generator)
_MAKE_PART = maker(Part)
_MAKE_REGION = maker(Region)
_MAKE_SCHEME = maker(Scheme)


def child(node: Element, name: str) -> Element | None:
    """The first child of that name."""
    return node.find(f"{{{NAR}}}{name}")


def children(node: Element, name: str) -> list[Element]:
    """The children of that name."""
    return node.findall(f"{{{NAR}}}{name}")


# ------------------------------------------------------------------ links
_LINK = {
    "rel": ("rel", as_qcode),
    "rank": ("rank", as_number),
    "href": ("href", same),
    "residref": ("residref", same),
    "version": ("version", as_number),
    "contenttype": ("content_type", same),
}


def link(value: Link, name: str = "link") -> str:
    """A link as an element."""
    if value.content or value.attributes or value.language or value.direction:
        raise Inexact
    pairs = (
        ("rel", code(value.rel)),
        ("rank", rank(value.rank)),
        ("href", uri(value.href)),
        ("residref", value.residref),
        ("version", rank(value.version)),
        ("contenttype", value.content_type),
    )
    title = element("title", text(value.title)) if value.title is not None else ""
    target = element("language", "", [("tag", value.hreflang)]) if value.hreflang else ""
    about = _target(value.target) if value.target is not None else ""
    further = "".join([link(each) for each in value.links])
    return element(name, title + target + about + further, pairs)


def _target(value: Article) -> str:
    """What a link says of the item it leads to (NewsML-G2: hint and extract)."""
    from newsmodel.formats.newsml.table import target_rows  # noqa: PLC0415  # the table needs links

    rows = [row for row in target_rows() if getattr(value, row.field) not in (None, ())]
    known = {row.field: getattr(value, row.field) for row in rows}
    if value != Article(id=value.id, **known) or not rows:
        raise Inexact
    return "".join([_each(row, known[row.field]) for row in rows])


def _each(row: Any, value: Any) -> str:
    return "".join([row.write(row.name, each) for each in (value if row.many else (value,))])


def _about_in(part: Element, fields: dict[str, Any], reading: Reading) -> bool:
    """Read what a link says of its target; False for an element that is none of that."""
    from newsmodel.formats.newsml.table import target_rows  # noqa: PLC0415  # the table needs links

    for row in target_rows():
        if part.tag == f"{N}{row.name}" and row.accepts(part):
            if not row.many and row.field in fields:
                return False
            value = row.read(part, reading)
            reading.inexact |= value is None
            if row.plain:
                reading.leave_attributes(part)
            fields[row.field] = (*fields.get(row.field, ()), value) if row.many else value
            return True
    return False


def link_in(node: Element, reading: Reading) -> Link:
    """A link from an element."""
    fields = attributes_in(node, _LINK, reading)
    about: dict[str, Any] = {}
    no_text(node, reading)
    for part in node:
        if part.tag == f"{N}title" and not part.attrib and "title" not in fields:
            fields["title"] = text_in(part, reading)
        elif part.tag == f"{N}language" and list(part.attrib) == ["tag"]:
            fields["hreflang"] = as_tag(part.get("tag", ""))
        elif part.tag == f"{N}link":
            fields["links"] = (*fields.get("links", ()), link_in(part, reading))
        elif not _about_in(part, about, reading):
            reading.leave(part)
    tails(node, reading)
    if about:
        fields["target"] = _MAKE_ARTICLE(id=fields.get("residref", ""), **about)
    return _MAKE_LINK(**fields)


# ------------------------------------------------------------------ blocks and notes
def markup(blocks: Iterable[Block]) -> str:
    """Blocks as XHTML elements."""
    writer = BodyWriter(html=False)
    return "".join([_in_namespace(writer.node(block)) for block in blocks])


def _in_namespace(written: str) -> str:
    """An element in the namespace of XHTML."""
    end = next(i for i, char in enumerate(written) if char in " />" and i)
    return f'{written[:end]} xmlns="{XHTML}"{written[end:]}'


def blocks_in(node: Element, reading: Reading) -> tuple[Block, ...]:
    """Blocks from an element that holds text, markup or both."""
    if not len(node):
        value = clean(node.text or "")
        return (_MAKE_PARAGRAPH(content=(value,)),) if value else ()
    reader = BodyReader(html=False, exact=reading.own)
    blocks = reader.blocks(node)
    reading.inexact |= not (reading.own or reader.faithful)
    return blocks


_NOTE = {
    XML_LANG: ("language", as_tag),
    "role": ("role", as_code),
    "pubconstraint": ("constraint", as_qcode),
}


def note(value: EditorNote) -> str:
    """An editor's note as an element: plain text where it is a plain paragraph."""
    plain = value.text
    simple = value.blocks == ((Paragraph(content=plain),) if plain else ())
    if value.public and value.constraint is not None:
        raise Inexact
    constraint = NOT_PUBLIC if value.constraint is None else value.constraint
    pairs = (
        ("xml:lang", value.language),
        ("role", code(value.role)),
        ("pubconstraint", None if value.public else code(constraint)),
    )
    return element("edNote", text(plain) if simple else markup(value.blocks), pairs)


def note_in(node: Element, reading: Reading) -> EditorNote:
    """An editor's note from an element."""
    fields = attributes_in(node, _NOTE, reading) if node.attrib else {}
    if "constraint" in fields:
        fields["public"] = False
        if fields["constraint"] == NOT_PUBLIC:
            del fields["constraint"]
    return _MAKE_NOTE(blocks=blocks_in(node, reading), **fields)


# ------------------------------------------------------------------ rights
def rights(value: Rights) -> str:
    """Rights as an element."""
    if value.expressions:
        raise Inexact
    mining = [("uri", uri(value.data_mining))]
    parts = [
        concept("accountable", value.accountable) if value.accountable is not None else "",
        concept("copyrightHolder", value.holder) if value.holder is not None else "",
        labels("copyrightNotice", value.notices),
        labels("usageTerms", value.usage_terms),
        *(link(each) for each in value.links),
        element("dataMining", "", mining) if value.data_mining is not None else "",
    ]
    return element("rightsInfo", "".join(parts))


def rights_in(node: Element, reading: Reading) -> Rights:
    """Rights from an element."""
    reading.leave_attributes(node)
    no_text(node, reading)
    fields: dict[str, Any] = {}
    for part in node:
        name, read, many = _RIGHTS.get(part.tag, ("", label_in, False))
        if not name or (not many and name in fields):
            reading.leave(part)
        else:
            value = read(part, reading)
            fields[name] = (*fields.get(name, ()), value) if many else value
    tails(node, reading)
    return _MAKE_RIGHTS(**fields)


def _mining_in(node: Element, reading: Reading) -> str | None:
    reading.inexact |= list(node.attrib) != ["uri"] or len(node) > 0
    return clean(node.get("uri") or "")


_RIGHTS: dict[Any, tuple[str, Any, bool]] = {
    f"{N}accountable": ("accountable", concept_in, False),
    f"{N}copyrightHolder": ("holder", concept_in, False),
    f"{N}copyrightNotice": ("notices", label_in, True),
    f"{N}usageTerms": ("usage_terms", label_in, True),
    f"{N}link": ("links", link_in, True),
    f"{N}dataMining": ("data_mining", _mining_in, False),
}

# ------------------------------------------------------------------ identifiers and programs
_ALT_ID = {
    "type": ("type", as_qcode),
    "environment": ("environment", same),
    "role": ("role", as_qcode),
}


def alt_id(value: AltId) -> str:
    """Another identifier as an element."""
    environment = value.environment
    if environment is not None:
        environment = " ".join(str(code(each)) for each in environment.split(" "))
    pairs = (
        ("type", code(value.type)),
        ("environment", environment),
        ("role", code(value.role)),
    )
    return element("altId", text(str(one_line(value.value))), pairs)


def alt_id_in(node: Element, reading: Reading) -> AltId:
    """Another identifier from an element."""
    fields = attributes_in(node, _ALT_ID, reading) if node.attrib else {}
    return _MAKE_ALT_ID(value=text_in(node, reading), **fields)


def generator(value: Generator) -> str:
    """A program as an element."""
    pairs = [("versioninfo", value.version)]
    return element("generator", text(str(one_line(value.name))), pairs)


def generator_in(node: Element, reading: Reading) -> Generator:
    """A program from an element."""
    fields = attributes_in(node, {"versioninfo": ("version", same)}, reading)
    return _MAKE_GENERATOR(name=text_in(node, reading), **fields)


# ------------------------------------------------------------------ catalogues
def catalogs(values: Sequence[Catalog]) -> str:
    """Catalogues as elements."""
    return "".join([_catalog(each) for each in values])


def _catalog(value: Catalog) -> str:
    if value.href is not None:
        if value.schemes:
            raise Inexact
        return element("catalogRef", "", [("href", uri(value.href))])
    if not value.schemes:
        raise Inexact
    schemes = [
        element("scheme", "", [("alias", one_line(each.alias)), ("uri", uri(each.uri))])
        for each in value.schemes
    ]
    return element("catalog", "".join(schemes))


def catalog_in(node: Element, reading: Reading) -> Catalog:
    """A catalogue from an element."""
    if node.tag == f"{N}catalogRef":
        fields = attributes_in(node, {"href": ("href", same)}, reading)
        reading.inexact |= len(node) > 0 or "href" not in fields
        return _MAKE_CATALOG(**fields)
    schemes = [_scheme_in(each, reading) for each in node]
    reading.inexact |= bool(node.attrib)
    return _MAKE_CATALOG(schemes=tuple(scheme for scheme in schemes if scheme is not None))


def _scheme_in(node: Element, reading: Reading) -> Scheme | None:
    known = {"alias": ("alias", same), "uri": ("uri", same)}
    fields = attributes_in(node, known, reading)
    if node.tag != f"{N}scheme" or len(node) or len(fields) < 2:
        reading.inexact = True
        return None
    return _MAKE_SCHEME(**fields)


def shown_catalogs(values: Sequence[Catalog]) -> tuple[Catalog, ...]:
    """The catalogues a new document names: IPTC's where it names none, and the library's own."""
    chosen = [each for each in values or DEFAULT_CATALOGS if each != OWN_CATALOG]
    return (*chosen, OWN_CATALOG)


def hidden_catalogs(found: tuple[Catalog, ...]) -> tuple[Catalog, ...]:
    """The catalogues of a new document less those that every such document names."""
    if found == DEFAULT_CATALOGS:
        return ()
    return found[:-1] if found[-1:] == (OWN_CATALOG,) else found


# ------------------------------------------------------------------ files
_RENDITION = {
    "id": ("id", same),
    "rendition": ("role", as_code),
    "href": ("href", same),
    "residref": ("residref", same),
    "contenttype": ("content_type", same),
    "width": ("width", as_size),
    "height": ("height", as_size),
    "size": ("size", as_size),
    "colourspace": ("colour_space", as_qcode),
    "duration": ("duration", as_size),
    "title": ("title", same),
}


def rendition(value: Rendition) -> str:
    """A file as an element."""
    if not value.public or (value.duration is not None and value.duration % 1):
        raise Inexact
    if value.id is not None and not _ID.fullmatch(value.id):
        raise Inexact
    pairs = (
        ("id", value.id),
        ("rendition", code(value.role)),
        ("href", uri(value.href)),
        ("residref", value.residref),
        ("contenttype", value.content_type),
        ("width", value.width),
        ("height", value.height),
        ("size", value.size),
        ("colourspace", code(value.colour_space)),
        ("duration", None if value.duration is None else int(value.duration)),
        ("title", value.title),
    )
    return element("remoteContent", "", pairs)


def rendition_in(node: Element, reading: Reading) -> Rendition:
    """A file from an element."""
    fields = attributes_in(node, _RENDITION, reading)
    hide(node, fields, reading)
    reading.inexact |= "public" in fields  # the standard has no place for that
    no_text(node, reading)
    tails(node, reading)
    for each in node:
        reading.leave(each)
    if "duration" in fields:
        fields["duration"] = float(fields["duration"])
    return _MAKE_RENDITION(**fields)


# ------------------------------------------------------------------ ways and parts
def hop(value: Hop) -> str:
    """A stage on the way of an item as an element."""
    party = value.party
    parts = [concept("party", party) if party is not None else ""]
    parts += [concept("action", each) for each in value.actions]
    moment = value.timestamp.isoformat() if value.timestamp else None
    return element("hop", "".join(parts), [("seq", value.sequence), ("timestamp", moment)])


def hops(values: Sequence[Hop]) -> str:
    """The way of an item as an element."""
    return element("hopHistory", "".join([hop(each) for each in values])) if values else ""


def hops_in(node: Element, reading: Reading) -> tuple[Hop, ...]:
    """The way of an item from an element."""
    reading.inexact |= bool(node.attrib) or any(each.tag != f"{N}hop" for each in node)
    return tuple([_hop_in(each, reading) for each in node if each.tag == f"{N}hop"])


def _hop_in(node: Element, reading: Reading) -> Hop:
    known = {"seq": ("sequence", as_size), "timestamp": ("timestamp", as_moment)}
    fields = attributes_in(node, known, reading)
    for part in node:
        if part.tag == f"{N}party" and "party" not in fields:
            fields["party"] = concept_in(part, reading)
        elif part.tag == f"{N}action":
            fields["actions"] = (*fields.get("actions", ()), concept_in(part, reading))
        else:
            reading.leave(part)
    no_text(node, reading)
    tails(node, reading)
    return _MAKE_HOP(**fields)


def part(value: Part) -> str:
    """What is said of a part as an element."""
    region, inside = value.region, []
    times = [("start", value.start), ("end", value.end), ("timeunit", code(value.time_unit))]
    if (value.start is None) != (value.end is None) or (value.time_unit and value.start is None):
        raise Inexact
    if value.start is not None:
        inside.append(element("timeDelim", "", times))
    if region is not None:
        names = ("x", "y", "width", "height")
        inside.append(element("regionDelim", "", [(n, getattr(region, n)) for n in names]))
    if value.role is not None:
        inside.append(concept("role", value.role))
    for name in (value.id, *(value.content or "x").split(" ")):
        if name is not None and not _ID.fullmatch(name):
            raise Inexact
    pairs = [("partid", value.id), ("seq", value.sequence), ("contentrefs", value.content)]
    return element("partMeta", "".join(inside), pairs)


_TIMES = {
    "start": ("start", same),
    "end": ("end", same),
    "timeunit": ("time_unit", as_qcode),
}


def part_in(node: Element, reading: Reading) -> Part:
    """What is said of a part from an element."""
    known = {"partid": ("id", same), "seq": ("sequence", as_size), "contentrefs": ("content", same)}
    fields = attributes_in(node, known, reading)
    for each in node:
        if each.tag == f"{N}regionDelim" and "region" not in fields:
            sides = {name: (name, as_size) for name in ("x", "y", "width", "height")}
            found = attributes_in(each, sides, reading)
            reading.inexact |= len(found) < len(sides)
            fields["region"] = _MAKE_REGION(**found)
        elif each.tag == f"{N}timeDelim" and "start" not in fields:
            fields |= attributes_in(each, _TIMES, reading)
            reading.inexact |= "start" not in fields or "end" not in fields
        elif each.tag == f"{N}role" and "role" not in fields:
            fields["role"] = concept_in(each, reading)
        else:
            reading.leave(each)
    no_text(node, reading)
    tails(node, reading)
    return _MAKE_PART(**fields)
