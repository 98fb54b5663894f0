"""The article itself, as one element: header, pictures, text, notices, footer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.bodies import BodyWriter
from newsmodel.formats.html.pages.dates import time_element
from newsmodel.formats.html.pages.figures import IMAGE, FigureWriter
from newsmodel.formats.html.pages.known import Known
from newsmodel.formats.html.pages.nodes import MADE
from newsmodel.formats.html.pages.spoken import own_direction
from newsmodel.formats.html.pages.switcher import switcher
from newsmodel.formats.html.pages.titles import page_title
from newsmodel.formats.html.pages.versions import Version, language_attributes
from newsmodel.formats.html.pages.words import label
from newsmodel.formats.html.visible import FIELD, ROWS, is_shown, tagged
from newsmodel.language import direction
from newsmodel.model import Article, Contributor, Figure, Media, Text, TranslationMethod
from newsmodel.model.in_text import is_in_text
from newsmodel.model.tree import nodes_in

__all__ = ["StoryWriter", "last_word", "page_of"]

_METHODS = {
    TranslationMethod.MACHINE: "machine",
    TranslationMethod.MACHINE_EDITED: "machine-edited",
}
"""What readers are told of how a translation was made."""


class StoryWriter:
    """Writes the `<article>` of an article that is all public.

    Args:
        article: the article.
        versions: its language versions.
        known: collects what only the data island can say; None to leave it out.
        frames: show embeds in sandboxed frames; otherwise they are links.
    """

    def __init__(
        self, article: Article, versions: Sequence[Version], known: Known | None, *, frames: bool
    ) -> None:
        self._article, self._versions = article, versions
        self._media: list[Media] = [*article.images, *article.videos, *article.audios]
        self._pictures = _Pictures(article, self._media)
        placed = self._pictures.placed
        self._body = BodyWriter(article, figure=placed, known=known, frames=frames)

    @property
    def classes(self) -> set[type]:
        """The classes of the nodes that were written."""
        return self._body.classes

    @property
    def dropped(self) -> bool:
        """Whether the body left something out that only a data island can say."""
        return self._body.dropped

    def markup(self, *, guessed: bool) -> str:
        """The element.

        Args:
            guessed: the article does not tell its language itself.
        """
        article = self._article
        parts = [switcher(self._versions, article.language), self._header(), *self._content()]
        parts.append(self._footer())
        pairs = [("class", "nm-article"), (DATA, "article"), (f"{DATA}-id", article.id)]
        start = attributes(pairs) + language_attributes(article.language)
        start += attribute(MADE, "lang dir") if guessed else ""
        content = "\n".join([part for part in parts if part])
        return f"<article{start}>\n{content}\n</article>\n"

    # -------------------------------------------------------------- header
    def _header(self) -> str:
        article = self._article
        sponsor = str(article.sponsor or "")
        lines = [
            self._labelled("sponsor", "sponsor", [sponsor] if sponsor else []),
            self._kicker(),
            self._headline(),
            self._further("subheadline", _SUBHEADLINES),
            self._field("summary"),
            self._labelled("warning", "warning", article.content_warnings),
            self._byline(),
            self._translation(),
            *[self._line("disclosure", line) for line in _disclosures(article)],
            self._stamp(),
        ]
        inner = "\n".join([line for line in lines if line])
        return f'<header class="nm-header">\n{inner}\n</header>'

    def _headline(self) -> str:
        shown = self._field("headline")
        return shown or f'<h1 class="nm-unseen">{text(page_title(self._article))}</h1>'

    def _kicker(self) -> str:
        kicker = self._further("kicker", _KICKERS)
        section = self._article.section
        return kicker or (f'<p class="nm-kicker">{text(section)}</p>' if section else "")

    def _further(self, css: str, roles: frozenset[str]) -> str:
        found = (t for t in self._article.headlines if last_word(t.role) in roles and t.value)
        line = next(found, None)
        return (
            "" if line is None else f'<p class="nm-{css}"{self._told(line)}>{text(line.value)}</p>'
        )

    def _labelled(self, css: str, name: str, values: Sequence[str]) -> str:
        if not values:
            return ""
        shown = f'<span class="nm-label">{label(name, self._article.language)}:</span>'
        line = ", ".join(values)
        turned = own_direction(line, self._article.language)
        return f'<p class="nm-{css}">{shown} <bdi{turned}>{text(line)}</bdi></p>'

    def _byline(self) -> str:
        authors = [author for author in self._article.authors if str(author)]
        if is_shown(self._article.byline):
            return tagged("p", "byline", _linked(self._article.byline or "", authors))
        names = ", ".join([_author(author) for author in authors])
        return f'<p class="nm-byline">{names}</p>' if names else ""

    def _translation(self) -> str:
        article = self._article
        line = self._labelled(
            "translation", "translation", [str(t) for t in article.translators if str(t)]
        )
        told = any(p.scope == "translation" and p.disclosure for p in article.provenance)
        if article.method not in _METHODS or told:
            return line
        shown = label(_METHODS[article.method], article.language)
        return f'{line}<p class="nm-disclosure">{shown}</p>'

    def _stamp(self) -> str:
        published, modified = self._article.published, self._article.modified
        if published and modified and published.isoformat() == modified.isoformat():
            line = f'<span {FIELD}="modified">{self._field("published")}</span>'
        else:
            stamps = [self._field("published"), self._field("modified")]
            line = " ".join([stamp for stamp in stamps if stamp]) or self._filed()
        return f'<p class="nm-stamp">{line}</p>' if line else ""

    def _filed(self) -> str:
        """When this version was made, where nobody says when it was published."""
        filed = self._article.version_created
        return time_element(filed, self._article.language) if filed else ""

    def _field(self, name: str) -> str:
        value = getattr(self._article, name)
        return ROWS[name].write(value, self._article.language) if is_shown(value) else ""

    def _line(self, css: str, line: str) -> str:
        turned = own_direction(line, self._article.language)
        return f'<p class="nm-{css}"{turned}>{text(line)}</p>'

    def _told(self, line: Text) -> str:
        if line.language is None:
            return own_direction(line.value, self._article.language)
        if line.language == self._article.language:
            return ""
        return language_attributes(line.language, direction(self._article.language))

    # -------------------------------------------------------------- content
    def _content(self) -> Iterable[str]:
        """The body with its pictures, and around it those that stand nowhere in it."""
        article = self._article
        nodes = nodes_in(article.body) if self._media else ()
        placed = {node.image_id for node in nodes if isinstance(node, Figure)}
        loose = [m for m in self._media if m.id is None or not (is_in_text(m) or m.id in placed)]
        lead = [m for m in loose if m is article.lead_image]
        yield from [self._loose(m, "nm-lead") for m in lead]
        dateline = self._field("dateline")
        yield dateline.replace("<p", "<p hidden", 1) if self._body.tells_dateline else dateline
        if article.body:
            yield tagged("div", "body", f"\n{self._body.blocks(article.body)}\n")
        yield from [self._loose(m, "nm-more") for m in loose if m not in lead]
        yield self._field("corrections")

    def _loose(self, medium: Media, css: str) -> str:
        mark, inside = self._pictures.shown(medium)
        return f'<figure class="{css}"{mark}>{inside}</figure>' if inside else ""

    # -------------------------------------------------------------- footer
    def _footer(self) -> str:
        article = self._article
        lines = [_biography(author) for author in article.authors]
        if article.credit:
            lines.append(self._line("provider", article.credit))
        notices = article.rights.notices if article.rights else ()
        lines += [f'<p class="nm-rights"{self._told(n)}>{_notice(n)}</p>' for n in notices]
        inner = "\n".join([line for line in lines if line])
        return f'<footer class="nm-footer">\n{inner}\n</footer>' if inner else ""


def _notice(value: Text) -> str:
    """The words of a notice, which lead to the page that says more where there is one."""
    href = written_link(value.href) if value.href else None
    return f"<a{attribute('href', href)}>{text(value.value)}</a>" if href else text(value.value)


class _Pictures:
    """What stands within the figures of a page, wherever these stand."""

    def __init__(self, article: Article, media: Sequence[Media]) -> None:
        self._figures = FigureWriter(article)
        self._by_id = {medium.id: medium for medium in reversed(media) if medium.id}
        self._numbers = {id(image): number for number, image in enumerate(article.images)}

    def shown(self, medium: Media) -> tuple[str, str]:
        """The mark by which a picture is known, at the first place it stands, and its markup."""
        number = self._numbers.pop(id(medium), None)
        mark = "" if number is None else attribute(IMAGE, number)
        return mark, self._figures.inside(medium)

    def placed(self, node: Figure) -> tuple[str, str]:
        """The same for a figure of the body."""
        medium = self._by_id.get(node.image_id)
        return ("", "") if medium is None else self.shown(medium)


# ------------------------------------------------------------------ people
_KICKERS = frozenset({"kicker", "overline"})
_SUBHEADLINES = frozenset({"subheadline", "subhead", "subtitle", "deck"})


def last_word(code: str | None) -> str:
    """What a code says without its scheme: `kicker` for `ex-headline:kicker`."""
    return (code or "").rpartition(":")[2].rpartition("/")[2].lower()


def page_of(person: Contributor) -> str | None:
    """The address of a page about somebody."""
    links = (*person.links, *(person.concept.links if person.concept else ()))
    written = (written_link(link.href) for link in links if link.href)
    return next((address for address in written if address), None)


def _author(person: Contributor) -> str:
    address, name = page_of(person), text(str(person))
    return f"<a{attributes([('rel', 'author'), ('href', address)])}>{name}</a>" if address else name


def _linked(line: str, authors: Sequence[Contributor]) -> str:
    """The byline as printed, with a link on each name that has a page."""
    parts, rest = [], line
    for author in authors:
        name = str(author)
        before, found, after = rest.partition(name)
        if found and page_of(author):
            parts += [text(before), _author(author)]
            rest = after
    return "".join([*parts, text(rest)])


def _biography(author: Contributor) -> str:
    if not author.biography:
        return ""
    name = f"<strong>{_author(author)}</strong> " if str(author) else ""
    return f'<p class="nm-biography">{name}{text(author.biography)}</p>'


def _disclosures(article: Article) -> list[str]:
    return list(dict.fromkeys([p.disclosure for p in article.provenance if p.disclosure]))
