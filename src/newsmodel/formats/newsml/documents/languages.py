"""The language an item names, where its article is in another by now.

All that named the old one, rather than the new, and has no field for it names the new one: the
item, its sections, its labels, the page that holds the text. A label in a field of its own says its
language itself.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from newsmodel.formats.newsml.carrying.held import UNKNOWN
from newsmodel.formats.newsml.carrying.taking import BODY, LANGUAGE
from newsmodel.formats.newsml.names import FORMAT
from newsmodel.formats.newsml.properties.payloads import page_holder
from newsmodel.formats.newsml.xml.attributes import XML_LANG, as_tag
from newsmodel.formats.newsml.xml.markup import element_of, markup_of, serialized
from newsmodel.formats.newsml.xml.reading import Element, local_name
from newsmodel.language.tags import THE_SAME, nearness
from newsmodel.model import Article, Extension
from newsmodel.model.base import changed
from newsmodel.model.gathering.feeds import item_dialect

__all__ = ["in_its_language", "language_apart"]

_OF_LABELS = re.compile(
    rf"(?:itemMeta|contentMeta|contentSet)/(?:[A-Za-z]+/)?@{re.escape(XML_LANG)}"
)
"""Places of the language that a section names, or the label of a field that holds one."""
_TAGS_AROUND = re.compile(r"(?i)<(?:html|body)\s[^<>]*>")
_QUOTATION = re.compile(r"(?i)(?:<|&lt;)(?:\w{1,99}:)?q\b")
_SAID = re.compile(r"""(?i)(\blang\s*=\s*["'])([^"']*)""")
"""The language that a tag of a page names which stands escaped."""


def language_apart(said: str | None, language: str | None) -> list[Extension]:
    """The language of an article, to be carried where its item names another than that.

    Args:
        said: the language that the item names; None where it names none.
        language: that of the article.
    """
    if language is None or said == language:
        return []
    return [Extension(format=FORMAT, place=LANGUAGE, content=language)]


def in_its_language(article: Article) -> Article:
    """An article that was read, its item in the language that it has now."""
    dialect, now = item_dialect(article), article.language
    if dialect is None:
        return article
    carried = article.extensions
    told = [e.content for e in carried if e.place == LANGUAGE and e.format == FORMAT]
    before = next(iter(told), dialect.language)
    if before is None or now is None:
        if (before is None and now is None) or (before is not None and as_tag(before) is None):
            return article
        kept = [_paged(each, each.content) if each.place == BODY else each for each in carried]
        return changed(article, extensions=kept)
    if nearness(before, now) == THE_SAME:
        return article
    beside = {each.place.partition("[")[0] for each in carried if "[" in each.place}
    said = dialect.language and _instead(dialect.language, before, now)
    held = [each for each in carried if each.place != LANGUAGE or said != now]
    kept = [_in_language(each, before, now, beside) for each in held]
    return changed(article, dialect=changed(dialect, language=said), extensions=tuple(kept))


def _instead(said: str, before: str, now: str) -> str:
    """What is named by what named a language: another, unless it names that as well."""
    return now if nearness(said, before) > nearness(said, now) else said


def _in_language(extension: Extension, before: str, now: str, beside: Container[str]) -> Extension:
    """What is carried, naming another language where it named that of the article.

    Args:
        extension: what is carried.
        before: the language the article was in.
        now: the one it is in.
        beside: the places of labels beside which others stand, each in a language of its own.
    """
    content, place = extension.content, extension.place
    if extension.format != FORMAT:
        return extension
    if place == LANGUAGE:
        content = now
    elif place == BODY and serialized(content) is not None:
        return _paged(extension, _page_in_language(content, before, now))
    elif _OF_LABELS.fullmatch(place) and place.partition("/@")[0] not in beside:
        content = _instead(content, before, now)
    if content == extension.content:
        return extension
    return changed(extension, content=content).remember(extension.recall(UNKNOWN))


def _paged(page: Extension, content: str) -> Extension:
    """A page that says something else; what was read with it is remembered while that holds.

    With another language other marks are printed around a quotation: it is to be read again.
    """
    made = changed(page, content=content)
    return made if _QUOTATION.search(content) else made.remember(page.recall(UNKNOWN))


def _page_in_language(markup: str, before: str, now: str) -> str:
    root, is_said = element_of(markup), False
    for each in _around_text(root):
        for name in ("lang", XML_LANG):
            if (said := each.get(name)) and (new := _instead(said, before, now)) != said:
                each.set(name, new)
                is_said = True
    if (held := page_holder(root, ("lang",))) is not None:
        old = held.text or ""

        def named(match: re.Match[str]) -> str:
            return f"{match[1]}{_instead(match[2], before, now)}"

        held.text = _TAGS_AROUND.sub(lambda tag: _SAID.sub(named, tag[0]), old)
        is_said |= held.text != old
    return markup_of(root) if is_said else markup


def _around_text(root: Element) -> Iterator[Element]:
    """The elements around the text of a page: what stands in it names a language on purpose."""
    yield root
    for page in root.iterchildren("*"):
        yield page
        yield from (each for each in page.iterchildren("*") if local_name(each) == "body")
