"""Pictures, videos and sounds in pages: themselves, caption and credit, what readers are told."""

from __future__ import annotations

from newsmodel.captions import caption_words
from newsmodel.formats._shared.escaping import attribute, attributes, text
from newsmodel.formats._shared.shown_files import (
    File,
    main_file,
    media_type,
    page_of,
    shown_files,
    srcset,
    still_of,
)
from newsmodel.formats._shared.xhtml.table import DATA
from newsmodel.formats.html.pages.names import is_named, marked, name_for
from newsmodel.formats.html.pages.spoken import own_direction
from newsmodel.formats.html.pages.versions import Shared, language_attributes
from newsmodel.formats.html.pages.words import label
from newsmodel.language import direction
from newsmodel.model import Article, Image, ImageCaption, Media, Video

__all__ = ["ALT", "IMAGE", "FigureWriter", "caption_for", "credit_for"]

IMAGE = f"{DATA}-image"
"""Marks what is shown of a picture, with its number among the article's pictures."""
ALT = f"{DATA}-alt"
"""Marks a picture whose alternative text is its caption."""
_SIZES = "(min-width: 46rem) 44rem, 100vw"
"""How wide the library's style sheet shows a picture."""


def caption_for(medium: Media, language: str | None) -> ImageCaption | None:
    """The caption for readers of a language: in it, in none, in a variety of it, else any."""
    found = medium.caption_in(language)
    if found is not None or not medium.captions:
        return found
    wanted = (language or "").lower().partition("-")[0]
    alike = (c for c in medium.captions if (c.language or "").lower().partition("-")[0] == wanted)
    return next(alike, medium.captions[0])


def credit_for(medium: Media, language: str | None) -> tuple[str, ImageCaption | None] | None:
    """The credit for readers of a language, and the caption it is of; None where a name will do.

    It is owed in every language: where theirs says none, nor the medium, another caption's counts.
    Where no line is known, the names are; people whom the caption's text names are not said again.
    """
    caption = caption_for(medium, language)
    if caption and (caption.credit or "").strip():
        return caption.credit or "", caption
    if medium.credit and medium.credit.strip():
        return medium.credit, None
    if name_for(medium.creator, language):
        return None
    if caption is None:
        return None
    owed = ((each.credit or "", each) for each in medium.captions)
    naming = next(filter(_names, (caption, *medium.captions)), caption)
    known = (_credited(naming, caption.text), naming)
    return next((each for each in (*owed, known) if each[0].strip()), None)


def _names(caption: ImageCaption) -> bool:
    return bool(caption.photographers or caption.agencies)


def _credited(caption: ImageCaption, said: str | None) -> str:
    """Those whom a caption credits, as a line, without people whom the text names for readers.

    An agency is said all the same: its name may be a word like others.
    """
    people = [name for name in caption.photographers if not is_named(said or "", name)]
    agencies = [name for name in caption.agencies if name not in people]
    return "/".join(dict.fromkeys(filter(None, [", ".join(people), *agencies])))


class FigureWriter:
    """Writes the figures of one page.

    Args:
        article: the article they belong to.
        shared: the languages of what it has in common with other versions.
    """

    def __init__(self, article: Article, shared: Shared) -> None:
        self._language, self._shared = article.language, shared
        self._around = direction(article.language)
        self._waits = False

    def inside(self, medium: Media) -> str:
        """What stands within the figure: the medium, then its caption.

        Nothing of a picture whose files cannot be shown; of a medium that came without any, as in
        plain text, the caption is all there is. Of a video or sound that cannot be played here,
        readers get its still, its caption, and a link to its page.
        """
        caption = caption_for(medium, self._language) or ImageCaption()
        shown = self._shown(medium, caption)
        if not (shown or self._speaks(medium, caption)):
            return ""
        lines = self._caption(medium, caption)
        return f"{shown}<figcaption>{lines}</figcaption>" if lines else shown

    def _speaks(self, medium: Media, caption: ImageCaption) -> bool:
        """Whether there is something to tell of a medium that is not shown itself."""
        has_file = any(file.href is not None for file in medium.renditions)
        if isinstance(medium, Image) and has_file:
            return False
        return caption.text is not None or self._page(medium) != ""

    # -------------------------------------------------------------- the medium
    def _shown(self, medium: Media, caption: ImageCaption) -> str:
        files = shown_files(medium)
        if isinstance(medium, Image):
            return self._image(files, caption)
        if not files:
            return self._still(medium, caption)
        tag = "video" if isinstance(medium, Video) else "audio"
        sources = "".join([_source(file) for file in files])
        own = self._tagged(self._shared.of(medium)) if medium.headline else self._told(caption)
        name = medium.headline or caption.alt_text or caption.text
        pairs = [
            ("poster", still_of(medium) if isinstance(medium, Video) else None),
            ("aria-label", name),
        ]
        start = f"{attributes(pairs)}{own if name else ''}"
        return f'<{tag} controls preload="none"{start}>{sources}</{tag}>'

    def _image(self, files: tuple[File, ...], caption: ImageCaption) -> str:
        file = main_file(files)
        if file is None:
            return ""
        widths = srcset(file, files)
        pairs = [
            ("src", file.address), *_alternative(caption),
            ("width", file.width), ("height", file.height),
            ("srcset", widths), ("sizes", widths and _SIZES),
            ("loading", "lazy" if self._waits else None), ("decoding", "async"),
        ]  # fmt: skip
        self._waits = True  # the first is seen at once, the others when a reader comes there
        return f"<img{attributes(pairs)}{self._told(caption)}>"

    def _still(self, medium: Media, caption: ImageCaption) -> str:
        """The picture that stands for what cannot be played."""
        still = still_of(medium)
        pairs = [("src", still), ("alt", caption.alt_text or ""), (DATA, "made")]
        return f"<img{attributes(pairs)}{self._told(caption)}>" if still else ""

    def _told(self, caption: ImageCaption) -> str:
        """The language of a caption where it is not the page's."""
        return self._tagged(caption.language)

    def _tagged(self, tag: str | None) -> str:
        if tag is None or tag == self._language:
            return ""
        return language_attributes(tag, self._around)

    # -------------------------------------------------------------- what is said of it
    def _caption(self, medium: Media, caption: ImageCaption) -> str:
        parts = []
        if caption.text is not None:
            own = self._told(caption) or own_direction(caption.text, self._language)
            parts.append(f'<span class="nm-caption"{own}>{text(caption.text)}</span>')
        elif not isinstance(medium, Image) and medium.headline and not self._page(medium):
            shown = self._marked(medium, medium.headline)
            parts.append(f'<span class="nm-title">{shown}</span>')
        parts.append(self._credit(medium, caption))
        told = [self._marked(medium, p.disclosure) for p in medium.provenance if p.disclosure]
        parts += [f'<small class="nm-disclosure">{line}</small>' for line in told]
        parts.append(self._page(medium))
        parts.append(self._transcript(medium))
        return " ".join(filter(None, parts))

    def _marked(self, medium: Media, line: str) -> str:
        """Words of a medium, in whatever language it has them."""
        return marked(line, self._shared.of(medium), self._language)

    def _credit(self, medium: Media, caption: ImageCaption) -> str:
        found = credit_for(medium, self._language)
        if found is None:
            name = name_for(medium.creator, self._language)
            shown = name.markup(self._language) if name else _warning(caption)
        else:
            credit, source = found
            foreign = self._told(source) if source and source is not caption else ""
            own = foreign or own_direction(credit, self._language)
            shown = f'{_label(caption)}<span class="nm-credit"{own}>{text(credit)}</span>'
        return f'<small class="nm-credit-line">{shown}</small>' if shown else ""

    def _page(self, medium: Media) -> str:
        """A link to the page of what cannot be played here, by its title or by its address."""
        if isinstance(medium, Image) or shown_files(medium):
            return ""
        address = page_of(medium)
        title = (medium.headline or "").strip()
        shown = self._marked(medium, title) if title else text(address or "")
        link = f'<a class="nm-source"{attribute("href", address)}>{shown}</a>'
        return link if address else ""

    def _transcript(self, medium: Media) -> str:
        words = getattr(medium, "transcript", None)
        if not words:
            return ""
        lines = [self._marked(medium, line) for line in words.splitlines() if line.strip()]
        shown = "".join([f"<p>{line}</p>" for line in lines])
        name = label("transcript", self._language)
        return f'<details class="nm-transcript"><summary>{name}</summary>{shown}</details>'


def _alternative(caption: ImageCaption) -> list[tuple[str, str]]:
    """The text for those who do not see; where it is the caption, that says it already."""
    if caption.alt_text and caption.alt_text == caption.text:
        return [("alt", ""), (ALT, "caption")]
    return [("alt", caption.alt_text or "")]


def _label(caption: ImageCaption) -> str:
    """The word that marks a credit, as printed before it."""
    if not caption.label:
        return ""
    colon = ":" if caption.label[-1].isalnum() else ""
    return f"{text(caption.label)}{colon} "


def _warning(caption: ImageCaption) -> str:
    """The label where nobody is credited, and readers must know that a picture is an old one."""
    label = caption.label or ""
    return text(label) if label and caption_words().is_old(label) else ""


def _source(file: File) -> str:
    kind = media_type(file.rendition.content_type)
    return f"<source{attributes([('src', file.address), ('type', kind)])}>"
