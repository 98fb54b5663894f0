"""Which of the headlines of an item is its headline, by their roles."""

from __future__ import annotations

import re

from newsmodel.formats.newsml.properties.simple import role_of
from newsmodel.formats.newsml.xml.attributes import XML_LANG
from newsmodel.formats.newsml.xml.reading import Element, N, constraint_of, is_blank
from newsmodel.language.tags import ANOTHER, nearness
from newsmodel.model import Text
from newsmodel.model.vocabulary import term

__all__ = ["is_headline", "is_role_of_headline", "may_be_headline", "would_be_headline"]

_MAIN = frozenset({"headline", "main", "title"})
_FURTHER = frozenset(
    # above and below the headline
    "kicker overline eyebrow roofline surtitle surtitre dachzeile spitzmarke oberzeile bovenkop"
    " antetitulo antetítulo volanta occhiello deck dek drophead standfirst intro lead chapeau"
    " teaser soustitre unterzeile ondertitel onderkop sottotitolo entradilla bajada summary"
    " description"
    # instead of it, in some place
    " short brief seo meta social mobile app sms push notification alert flash ticker email mail"
    " newsletter home front index list navigation nav promo search twitter tweet facebook og"
    " kurz corto corta breve court courte"
    # of other texts, and for nobody but editors
    " slug slugline keyword internal working draft original former old alternative alternate alt"
    " secondary second additional further translation translated section category series image"
    " picture caption quote".split()
)
"""Words by which a role says that a headline is another than that of the article.

There is no scheme of the standard's own for such roles: these are words of agencies and editorial
systems, without the "headline", "line" or "title" that may stand behind them.
"""
_SUB, _PUNCTUATION = "sub", re.compile(r"[\W_]+")
_HEADLINE = re.compile(r"(?<=.)(?:head(?:line)?|title|titel|titre|titulo|título|titolo)\Z")
_HEADLINES, _LANGUAGE = f"{N}headline", f"{N}language"


def is_headline(node: Element) -> bool:
    """Whether a headline is the headline.

    That is one without a role or with one that says so; where there is none, one whose role says
    nothing that is known, unless it is in another language than the item.
    """
    role = role_of(node)
    if is_role_of_headline(role):
        return True
    if not may_be_headline(role) or _is_foreign(node):
        return False
    around = node.getparent()
    return around is None or not any(
        is_role_of_headline(role_of(each)) and not is_blank(each) and constraint_of(each) is None
        for each in around.iterchildren(_HEADLINES)
    )


def would_be_headline(label: Text, language: str | None) -> bool:
    """Whether a further headline of an article may be read as the headline where there is none.

    Args:
        label: the further headline.
        language: the language of the article.
    """
    if is_role_of_headline(label.role):
        return True
    if label.language and language and nearness(label.language, language) == ANOTHER:
        return False
    return may_be_headline(label.role)


def is_role_of_headline(role: str | None) -> bool:
    """Whether a role is that of the headline: none at all, or one that says so in some scheme.

    There is no scheme of the standard's own for such roles; agencies say "title" and "main".
    """
    return role is None or term(role) in _MAIN


def may_be_headline(role: str | None) -> bool:
    """Whether a role may be that of the headline: it does not say that it is another's."""
    if is_role_of_headline(role):
        return True
    word = _PUNCTUATION.sub("", term(role))
    return not word.startswith(_SUB) and {word, _HEADLINE.sub("", word)}.isdisjoint(_FURTHER)


def _is_foreign(node: Element) -> bool:
    """Whether a label names a language that is none of its item's."""
    said = node.get(XML_LANG)
    if not said:
        return False
    around = list(node.iterancestors())
    tags = [each.get("tag") for meta in around[:1] for each in meta.iterchildren(_LANGUAGE)]
    wanted = [tag for tag in tags if tag] or [t for e in around if (t := e.get(XML_LANG))][:1]
    return bool(wanted) and all(nearness(said, tag) == ANOTHER for tag in wanted)
