"""The article itself, as one element: header, pictures, text, notices, footer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.urls import written_link
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.bodies import BodyWriter
from newsmodel.formats.html.pages.datelines import PRINTED
from newsmodel.formats.html.pages.dates import time_element
from newsmodel.formats.html.pages.figures import IMAGE, FigureWriter
from newsmodel.formats.html.pages.further import related, told_genre
from newsmodel.formats.html.pages.known import Known
from newsmodel.formats.html.pages.names import is_named, marked, name_for
from newsmodel.formats.html.pages.nodes import MADE
from newsmodel.formats.html.pages.people import (
    biography,
    byline_links,
    named,
    reporting,
)
from newsmodel.formats.html.pages.roles import (
    KICKERS,
    STANDFIRSTS,
    SUBHEADLINES,
    TEASERS,
    own_first,
    with_role,
)
from newsmodel.formats.html.pages.spoken import own_direction
from newsmodel.formats.html.pages.switcher import switcher
from newsmodel.formats.html.pages.texts import PageText
from newsmodel.formats.html.pages.versions import Shared, Version, language_attributes
from newsmodel.formats.html.pages.words import label
from newsmodel.formats.html.visible import FIELD, ROWS, is_shown, tagged
from newsmodel.model import Article, Figure, Media, Text, TranslationMethod
from newsmodel.model.gathering.shown_items import beside_text, held_in_text, in_figures

__all__ = ["StoryWriter"]

_METHODS = {
    TranslationMethod.MACHINE: "machine",
    TranslationMethod.MACHINE_EDITED: "machine-edited",
}
"""What readers are told of how a translation was made."""
_ALL_OWN = Shared()
_ANYWHERE = "auto"
"""The direction of what is around an article that is no page: none that is known."""


class StoryWriter:
    """Writes the `<article>` of an article that is all public.

    Args:
        page_text: the article, with what its page asks of its text.
        versions: its language versions.
        known: collects what only the data island can say; None to leave it out.
        frames: show embeds in sandboxed frames; otherwise they are links.
        shared: the languages of what it has in common with other versions.
    """

    def __init__(
        self,
        page_text: PageText,
        versions: Sequence[Version],
        known: Known | None,
        *,
        frames: bool,
        shared: Shared = _ALL_OWN,
    ) -> None:
        self._story = shared.story
        self._is_page = known is not None
        article = page_text.article
        self._text, self._article, self._versions = page_text, article, versions
        self._language = article.language
        self._media: list[Media] = [*article.images, *article.videos, *article.audios]
        self._pictures = _Pictures(article, self._media, shared)
        placed = self._pictures.placed
        self._body = BodyWriter(page_text, figure=placed, known=known, frames=frames)

    @property
    def classes(self) -> set[type]:
        """The classes of the nodes that were written."""
        return self._body.classes

    @property
    def dropped(self) -> bool:
        """Whether the body left something out that only a data island can say."""
        return self._body.dropped

    def content(self) -> str:
        """What stands in the element."""
        parts = [switcher(self._versions, self._language), self._header(), *self._content()]
        parts.append(self._footer())
        return "\n".join([part for part in parts if part])

    def markup(self, content: str, seal: str = "", *, guessed: bool) -> str:
        """The element.

        Args:
            content: what stands in it.
            seal: the attribute by which it is known whether it was edited.
            guessed: the article does not tell its language itself.
        """
        article = self._article
        around = None if self._is_page else _ANYWHERE
        pairs = [("class", "nm-article"), (DATA, "article"), (f"{DATA}-id", article.id)]
        start = attributes(pairs) + language_attributes(article.language, around)
        start += attribute(MADE, "lang dir") if guessed else ""
        return f"<article{start}{seal}>\n{content}\n</article>\n"

    # -------------------------------------------------------------- header
    def _header(self) -> str:
        article, kicker = self._article, self._kicker()
        lines = [
            self._labelled("sponsor", "sponsor", self._sponsor()),
            self._genre(kicker),
            self._shown("kicker", kicker) if kicker else "",
            self._headline(),
            *[self._shown("subheadline", line) for line in self._further(SUBHEADLINES)],
            self._summary(),
            self._standfirst(),
            self._labelled("warning", "warning", self._marked(article.content_warnings)),
            self._byline(),
            self._contributors(),
            self._translation(),
            *[self._line("disclosure", line) for line in _disclosures(article)],
            self._stamp(),
        ]
        inner = "\n".join([line for line in lines if line])
        return f'<header class="nm-header">\n{inner}\n</header>'

    def _sponsor(self) -> list[str]:
        name = name_for(self._article.sponsor, self._language)
        return [name.markup(self._language)] if name else []

    def _genre(self, kicker: Text | None) -> str:
        """What sort of piece it is, where that is not plain news and the kicker does not say it."""
        shown = told_genre(self._article)
        said = kicker is not None and text(kicker.value).lower() == shown.lower()
        return f'<p class="nm-genre">{shown}</p>' if shown and not said else ""

    def _headline(self) -> str:
        shown = self._field("headline")
        return shown or f'<h1 class="nm-unseen">{text(self._text.title)}</h1>'

    def _kicker(self) -> Text | None:
        """What stands over the headline: a kicker, else the section."""
        lines, section = own_first(self._further(KICKERS), self._language), self._article.section
        return next(iter(lines), Text(value=section, language=self._story) if section else None)

    def _summary(self) -> str:
        """The summary; where the text begins with it, it is kept and not shown twice."""
        shown = self._field("summary")
        return _hidden(shown) if shown and self._begins(self._article.summary or "") else shown

    def _standfirst(self) -> str:
        """The lines that lead into the text; a teaser only where no other line does."""
        article = self._article
        lines = with_role(article.descriptions, STANDFIRSTS)
        if not lines and not article.summary:
            lines = with_role(article.descriptions, TEASERS)
        line = next(iter(own_first(lines, self._language)), None)
        if line is None or line.value == article.summary or self._begins(line.value):
            return ""
        return self._shown("standfirst", line)

    def _further(self, roles: frozenset[str]) -> list[Text]:
        """The headlines of a role that the text does not begin with."""
        lines = with_role(self._article.headlines, roles)
        return [line for line in lines if not self._begins(line.value)]

    def _begins(self, line: str) -> bool:
        """Whether the text begins with a line."""
        return " ".join(line.split()) in self._text.first_lines

    def _shown(self, css: str, line: Text) -> str:
        return f'<p class="nm-{css}">{self._told(line)}</p>'

    def _labelled(self, css: str, name: str, values: Sequence[str]) -> str:
        """A line after its label; the values are markup."""
        if not values:
            return ""
        shown = f'<span class="nm-label">{label(name, self._language)}:</span>'
        return f'<p class="nm-{css}">{shown} <bdi>{", ".join(values)}</bdi></p>'

    def _byline(self) -> str:
        article, language = self._article, self._language
        if is_shown(article.byline):
            line = byline_links(article.byline or "", article.authors, language)
            turned = own_direction(article.byline or "", language)
            own = attribute(PRINTED, article.byline) if article.authors else ""
            return tagged("p", "byline", f"<bdi{turned}>{line}</bdi>" if turned else line, own)
        names = ", ".join(named(article.authors, language))
        return f'<p class="nm-byline">{names}</p>' if names else ""

    def _contributors(self) -> str:
        article, language = self._article, self._language
        if not article.contributors:
            return ""
        people = named(reporting(article), language)
        return self._labelled("contributors", "contributors", people)

    def _translation(self) -> str:
        article, language = self._article, self._language
        line = self._labelled("translation", "translation", named(article.translators, language))
        told = any(p.scope == "translation" and p.disclosure for p in article.provenance)
        if article.method not in _METHODS or told:
            return line
        shown = label(_METHODS[article.method], language)
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

    def _line(self, css: str, line: str, tag: str | None = None) -> str:
        return f'<p class="nm-{css}">{marked(line, tag, self._language)}</p>'

    def _marked(self, lines: Iterable[str]) -> list[str]:
        return [marked(line, self._story, self._language) for line in lines]

    def _told(self, line: Text) -> str:
        return marked(line.value, line.language, self._language, line.direction)

    # -------------------------------------------------------------- content
    def _content(self) -> Iterable[str]:
        """The body with its pictures, and around it those that stand nowhere in it."""
        article = self._article
        loose = beside_text(self._media, article.body)
        held = held_in_text(self._media, in_figures(article.body)) if loose else ()
        loose = [m for m in loose if m.id is None or m.id not in held]
        lead = [m for m in loose if m is article.lead_image]
        yield from [self._loose(m, "nm-lead") for m in lead]
        dateline = self._field("dateline")
        yield _hidden(dateline) if self._body.tells_dateline else dateline
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
        lines = [biography(author, self._language) for author in article.authors]
        lines.append(related(article))
        if article.credit:
            lines.append(self._line("provider", article.credit, self._story))
        lines += [f'<p class="nm-rights">{line}</p>' for line in self._rights()]
        inner = "\n".join([line for line in lines if line])
        return f'<footer class="nm-footer">\n{inner}\n</footer>' if inner else ""

    def _rights(self) -> Iterable[str]:
        """The notices, and whose it is where none of them says it."""
        rights = self._article.rights
        if rights is None:
            return
        for notice in rights.notices:
            href = written_link(notice.href) if notice.href else None
            shown = self._told(notice)
            yield f"<a{attribute('href', href)}>{shown}</a>" if href else shown
        holder = name_for(rights.holder, self._language)
        if holder and not any(is_named(notice.value, str(holder)) for notice in rights.notices):
            yield f"\N{COPYRIGHT SIGN} {holder.markup(self._language)}"


def _hidden(paragraph: str) -> str:
    return paragraph.replace("<p", "<p hidden", 1)


class _Pictures:
    """What stands within the figures of a page, wherever these stand."""

    def __init__(self, article: Article, media: Sequence[Media], shared: Shared) -> None:
        self._figures = FigureWriter(article, shared)
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


def _disclosures(article: Article) -> list[str]:
    return list(dict.fromkeys([p.disclosure for p in article.provenance if p.disclosure]))
