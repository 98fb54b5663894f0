"""Every kind of edit an article can get, as functions that put a word of their own into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

import attrs

from newsmodel.model import (
    AltId,
    Article,
    BlockQuote,
    Concept,
    Contributor,
    Correction,
    Dateline,
    EditorNote,
    Embargo,
    Embed,
    Figure,
    Heading,
    Image,
    ImageCaption,
    InlineQuote,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Rendition,
    Rights,
    Speaker,
    Status,
    Table,
    TableCell,
    Text,
    Translation,
    TranslationMethod,
    transform,
)

Edit: TypeAlias = Callable[[Article, str], Article | None]
"""Puts a word into an article; None where there is nothing of the kind to edit."""


def _evolved(thing: Any, **fields: Any) -> Any:
    """A copy of anything with other values, whatever their names are."""
    return attrs.evolve(thing, **fields)


def _set(**fields: Callable[[str], Any]) -> Edit:
    """Another value of some fields."""
    return lambda article, word: _evolved(
        article, **{name: make(word) for name, make in fields.items()}
    )


def _more(name: str, make: Callable[[str], Any]) -> Edit:
    """One more thing in a list."""
    return lambda article, word: _evolved(article, **{name: (*getattr(article, name), make(word))})


def _first_of(name: str, change: Callable[[Any, str], Any]) -> Edit:
    """The first thing of a list changed, or taken out where the change gives nothing."""

    def edit(article: Article, word: str) -> Any:
        things = getattr(article, name)
        if not things:
            return None
        changed = change(things[0], word)
        new = () if changed is None else (changed,)
        return _evolved(article, **{name: (*new, *things[1:])})

    return edit


def _first_node(kind: Any, change: Callable[[Any, str], Any]) -> Edit:
    """The first node of a kind changed, wherever in the body it stands."""

    def edit(article: Article, word: str) -> Any:
        met: list[Any] = []

        def once(node: Any) -> Any:
            if met or not isinstance(node, kind):
                return node
            met.append(node)
            return change(node, word)

        own = transform(_evolved(article, translations=()), once)
        return _evolved(article, body=own.body) if met else None

    return edit


def _of_caption(**fields: Callable[[str], Any]) -> Edit:
    def change(image: Image, word: str) -> Any:
        caption = image.captions[0] if image.captions else ImageCaption()
        new = {name: make(word) for name, make in fields.items()}
        caption = _evolved(caption, **{"printed": None, **new})
        return _evolved(image, captions=(caption, *image.captions[1:]))

    return _first_of("images", change)


def _of_rights(**fields: Callable[[str], Any]) -> Edit:
    return lambda article, word: _evolved(
        article,
        rights=_evolved(
            article.rights or Rights(), **{name: make(word) for name, make in fields.items()}
        ),
    )


def _moved(article: Article, word: str) -> Any:
    body = article.body
    return _evolved(article, body=(*body[1:], body[0])) if len(body) > 1 else None


def _picture(word: str) -> Any:
    return Image(
        id=f"urn:x:{word}",
        renditions=(Rendition(href=f"https://example.com/{word}.jpg"),),
        captions=(ImageCaption(text=f"The {word} at dawn.", alt_text=f"A {word}"),),
    )


def _with_picture(article: Article, word: str) -> Any:
    image = _picture(word)
    figure = Figure(image_id=image.id or "")
    return _evolved(article, images=(*article.images, image), body=(figure, *article.body))


def _without_picture(article: Article, word: str) -> Any:
    if not article.images:
        return None
    gone = article.images[0].id

    def left(node: Any) -> Any:
        return None if isinstance(node, Figure) and node.image_id == gone else node

    return transform(_evolved(article, images=article.images[1:]), left)


def _exchanged(image: Image, word: str) -> Any:
    return _evolved(_picture(word), id=image.id)


def _cells(table: Table, word: str) -> Any:
    if not table.rows:
        return table
    first = table.rows[0]
    cells = (TableCell(content=f"Cell {word}"), *first.cells[1:])
    return _evolved(table, rows=(_evolved(first, cells=cells), *table.rows[1:]))


def _items(block: ListBlock, word: str) -> Any:
    return _evolved(block, items=(ListItem(content=f"Item {word}"), *block.items[1:]))


def _date(word: str) -> datetime:
    return datetime(2031, 5, 1 + len(word) % 7, 4, sum(map(ord, word)) % 60, tzinfo=UTC)


def _text(word: str) -> str:
    return f"Some {word} is said"


def _name(word: str) -> str:
    return f"Olha {word.title()}"


def _concept(word: str) -> Concept:
    return Concept(qcode=f"ex:{word}", names=(Text(value=f"Of {word}"),))


def _place(word: str) -> Concept:
    return attrs.evolve(_concept(word), type="geoArea")


def _person(word: str) -> Contributor:
    return Contributor(name=_name(word))


def _translation(word: str) -> Translation:
    return Translation(
        id=f"urn:x:translated-{word}",
        language="nl",
        headline=f"Kop {word}",
        body=(Paragraph(content=f"Tekst {word}."),),
    )


EDITS: dict[str, Edit] = {
    "headline": _set(headline=_text),
    "no headline": _set(headline=lambda w: None),
    "kicker": _set(headlines=lambda w: (Text(value=_text(w), role="kicker"),)),
    "title": _set(title=_text),
    "summary": _set(summary=_text),
    "no summary": _set(summary=lambda w: None),
    "teaser": _set(descriptions=lambda w: (Text(value=_text(w), role="teaser"),)),
    "byline": _set(byline=lambda w: f"By {_name(w)}"),
    "no byline": _set(byline=lambda w: None),
    "dateline": _set(dateline=lambda w: Dateline(text=f"{w.upper()} (EX) –")),
    "slugline": _set(slugline=lambda w: f"slug-{w}"),
    "words": _first_node(Paragraph, lambda n, w: _evolved(n, content=f"{_text(w)}.")),
    "a word": _first_node(Paragraph, lambda n, w: _evolved(n, content=(f"{w} ", *n.content))),
    "paragraph added": lambda a, w: _evolved(a, body=(*a.body, Paragraph(content=f"{_text(w)}."))),
    "paragraph first": lambda a, w: _evolved(a, body=(Paragraph(content=f"{_text(w)}."), *a.body)),
    "paragraph removed": _first_node(Paragraph, lambda n, w: None),
    "paragraph moved": _moved,
    "no body": _set(body=lambda w: ()),
    "heading": _first_node(Heading, lambda n, w: _evolved(n, content=_text(w))),
    "heading added": lambda a, w: _evolved(a, body=(Heading(content=_text(w)), *a.body)),
    "table cell": _first_node(Table, _cells),
    "list item": _first_node(ListBlock, _items),
    "link's address": _first_node(Link, lambda n, w: _evolved(n, href=f"https://example.com/{w}")),
    "link's words": _first_node(Link, lambda n, w: _evolved(n, content=_text(w))),
    "embed": _first_node(Embed, lambda n, w: _evolved(n, url=f"https://example.com/{w}")),
    "embed added": lambda a, w: _evolved(
        a, body=(*a.body, Embed(url=f"https://example.com/{w}", title=_text(w)))
    ),
    "quote": _first_node((InlineQuote,), lambda n, w: _evolved(n, content=_text(w))),
    "speaker": _first_node(
        (InlineQuote, BlockQuote), lambda n, w: _evolved(n, speaker=Speaker(printed=_name(w)))
    ),
    "quote added": lambda a, w: _evolved(
        a,
        body=(
            *a.body,
            Paragraph(content=(InlineQuote(content=f"I {w}"), f" said {_name(w)}.")),
        ),
    ),
    "block quote added": lambda a, w: _evolved(
        a,
        body=(
            *a.body,
            BlockQuote(blocks=(Paragraph(content=f"We {w}"),), attribution=_name(w)),
        ),
    ),
    "caption": _of_caption(text=_text),
    "no caption": _of_caption(text=lambda w: None),
    "alternative text": _of_caption(alt_text=_text),
    "credit of a picture": _of_caption(credit=lambda w: f"{_name(w)}/Ex"),
    "photographer": _of_caption(photographers=lambda w: (_name(w),)),
    "printed": _of_caption(
        text=lambda w: f"{_text(w)}.",
        credit=_name,
        photographers=lambda w: (_name(w),),
        agencies=lambda w: (),
        label=lambda w: "Photo",
        printed=lambda w: f"{_text(w)}. Photo: {_name(w)}",
    ),
    "picture's creator": _first_of("images", lambda i, w: _evolved(i, creator=_person(w))),
    "picture's credit": _first_of("images", lambda i, w: _evolved(i, credit=_text(w))),
    "picture's headline": _first_of("images", lambda i, w: _evolved(i, headline=_text(w))),
    "picture's rights": _first_of(
        "images", lambda i, w: _evolved(i, rights=Rights(notices=(f"© {w}",)))
    ),
    "picture's file": _first_of(
        "images",
        lambda i, w: _evolved(i, renditions=(Rendition(href=f"https://example.com/{w}.jpg"),)),
    ),
    "picture added": _with_picture,
    "picture removed": _without_picture,
    "picture exchanged": _first_of("images", _exchanged),
    "pictures turned": lambda a, w: (
        _evolved(a, images=a.images[::-1]) if len(a.images) > 1 else None
    ),
    "authors": _set(authors=lambda w: (_person(w),)),
    "no authors": _set(authors=lambda w: ()),
    "author's name": _first_of("authors", lambda p, w: _evolved(p, name=_name(w))),
    "author added": _more("authors", _person),
    "contributor added": _more("contributors", _person),
    "contributor removed": _first_of("contributors", lambda c, w: None),
    "keyword": _first_of("keywords", lambda k, w: _evolved(k, value=w)),
    "keyword added": _more("keywords", lambda w: Text(value=w)),
    "no keywords": _set(keywords=lambda w: ()),
    "subject": _first_of("subjects", lambda s, w: _concept(w)),
    "subject's name": _first_of("subjects", lambda s, w: _evolved(s, names=(_text(w),))),
    "subject added": _more("subjects", _concept),
    "no subjects": _set(subjects=lambda w: ()),
    "genre": _set(genres=lambda w: (_concept(w),)),
    "place": _set(places=lambda w: (_place(w),)),
    "language": _set(language=lambda w: "fr"),
    "translation added": _more("translations", _translation),
    "translation removed": _first_of("translations", lambda t, w: None),
    "translation's headline": _first_of(
        "translations", lambda t, w: _evolved(t, headline=_text(w))
    ),
    "translation's text": _first_of(
        "translations", lambda t, w: _evolved(t, body=(Paragraph(content=_text(w)),))
    ),
    "translation's byline": _first_of(
        "translations", lambda t, w: _evolved(t, byline=_text(w), authors=(_person(w),))
    ),
    "translation in front": lambda a, w: (
        a.in_language(a.languages[-1]) if len(a.languages) > 1 else None
    ),
    "published": _set(published=_date),
    "modified": _set(modified=_date),
    "created": _set(created=_date),
    "version created": _set(version_created=_date),
    "no dates": _set(
        published=lambda w: None, modified=lambda w: None, version_created=lambda w: None
    ),
    "expires": _set(expires=_date),
    "embargo": _set(embargo=lambda w: Embargo(until=_date(w))),
    "no embargo": _set(embargo=lambda w: None),
    "version": lambda a, w: _evolved(a, version=(a.version or 0) + 1),
    "id": _set(id=lambda w: f"urn:x:{w}"),
    "url": _set(url=lambda w: f"https://example.com/{w}"),
    "alternative id": _set(alt_ids=lambda w: (AltId(value=w),)),
    "urgency": lambda a, w: _evolved(a, urgency=(a.urgency or 0) % 9 + 1),
    "holder": _of_rights(holder=_concept),
    "notice": _of_rights(notices=lambda w: (f"© {w}",)),
    "terms": _of_rights(usage_terms=lambda w: (_text(w),)),
    "no rights": _set(rights=lambda w: None),
    "editorial note": _set(editor_notes=lambda w: (EditorNote(blocks=(_text(w),)),)),
    "no editorial notes": _set(editor_notes=lambda w: ()),
    "correction": _more("corrections", lambda w: Correction(text=_text(w))),
    "corrected notice": _first_of("corrections", lambda c, w: _evolved(c, text=_text(w))),
    "section": _set(section=lambda w: w.title()),
    "credit line": _set(credit=_text),
    "provider": _set(provider=_concept),
    "publisher": _set(publisher=_concept),
    "status": lambda a, w: _evolved(
        a, status=Status.WITHHELD if a.status is Status.USABLE else Status.USABLE
    ),
    "link added": _more("links", lambda w: Link(href=f"https://example.com/{w}", title=_text(w))),
    "link removed": _first_of("links", lambda n, w: None),
    "link beside": _first_of("links", lambda n, w: _evolved(n, title=_text(w))),
    "translators": _set(
        translators=lambda w: (_person(w),), method=lambda w: TranslationMethod.HUMAN
    ),
}
