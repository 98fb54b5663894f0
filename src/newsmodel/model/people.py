"""Those who made it, and the line that says where and when."""

from __future__ import annotations

import attrs

from newsmodel.model.base import Model
from newsmodel.model.checks import Tag, When
from newsmodel.model.concept import Concept
from newsmodel.model.inlines import Link
from newsmodel.model.rendition import Rendition

__all__ = ["Contributor", "Dateline"]


@attrs.frozen(kw_only=True, repr=False)
class Contributor(Model):
    """Somebody who had a part in the work: author, photographer, editor, translator.

    NewsML-G2: `creator`, `contributor`; schema.org: `author`, `editor`, `translator`.
    """

    name: str | None = None
    """The name as printed."""
    role: str | None = None
    """The part, as a code or a word: "writer", "crol:photographer"."""
    concept: Concept | None = None
    """Who that is."""
    biography: str | None = None
    """A few public words about the person."""
    links: tuple[Link, ...] = ()
    """Pages of or about the person."""
    image: Rendition | None = None
    """A portrait."""

    def __str__(self) -> str:
        """The name, "" where there is none."""
        return self.name or str(self.concept or "")


@attrs.frozen(kw_only=True, repr=False)
class Dateline(Model):
    """Where, when and by whom the news was filed, as printed before the text."""

    text: str | None = None
    """The line as printed: "KYIV, Jan 10 (Example) -"."""
    place: str | None = None
    """The place in it."""
    date: When | None = None
    """The day in it."""
    agency: str | None = None
    """The agency in it."""
    language: Tag | None = None
    """Its language where it is not the article's."""

    def __str__(self) -> str:
        """The line as printed, else what is known of it."""
        date = self.date.isoformat() if self.date else None
        parts = (self.place, date, self.agency)
        return self.text if self.text is not None else ", ".join(filter(None, parts))
