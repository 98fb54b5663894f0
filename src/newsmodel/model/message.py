"""Messages: news on its way, as it came."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from newsmodel.model.article import Article
from newsmodel.model.base import Model
from newsmodel.model.checks import Size
from newsmodel.model.concept import Concept, RelatedConcept
from newsmodel.model.gathering.joining import gathered
from newsmodel.model.inlines import Link
from newsmodel.model.problem import Problem
from newsmodel.model.text import Extension, Text, Witness, as_texts
from newsmodel.model.transmission import Header

__all__ = ["ConceptRef", "Group", "GroupRef", "Item", "Message", "OtherItem", "Package"]


@attrs.frozen(kw_only=True, repr=False)
class GroupRef(Model):
    """A group's reference to another group of its package."""

    idref: str
    """Id of the other group."""


@attrs.frozen(kw_only=True, repr=False)
class ConceptRef(Model):
    """A group's reference to a concept."""

    concept: Concept
    """The concept."""


@attrs.frozen(kw_only=True, repr=False)
class Group(Model):
    """A group of references within a package (NewsML-G2: `group`)."""

    id: str | None = None
    """Its id, by which other groups refer to it."""
    role: str | None = None
    """What the group is for, as a code."""
    mode: str | None = None
    """How its members relate, as a code: "pgrmod:seq", "pgrmod:alt", "pgrmod:bag"."""
    titles: tuple[Text, ...] = attrs.field(default=(), converter=as_texts)
    """What it is called."""
    members: tuple[GroupRef | Link | ConceptRef, ...] = ()
    """Groups, items and concepts it refers to, in order."""
    properties: tuple[RelatedConcept, ...] = ()
    """What a provider adds: ties to concepts and to values."""


@attrs.frozen(kw_only=True, repr=False)
class Package(Model):
    """A set of references that ties items together (NewsML-G2: `packageItem`)."""

    item: Article
    """What the package says of itself: id, headline, dates and the rest."""
    root: str | None = None
    """Id of the group to start from."""
    groups: tuple[Group, ...] = ()
    """Its groups."""

    @property
    def id(self) -> str:
        """Its id."""
        return self.item.id


@attrs.frozen(kw_only=True, repr=False)
class OtherItem(Witness):
    """An item that is no article, kept whole: concepts, knowledge, plans, catalogues."""

    kind: str
    """The name of its element: "conceptItem"."""
    id: str | None = None
    """Its id."""
    version: Size | None = None
    """Its version."""
    format: str = "newsml"
    """The format its content is written in."""
    content: str
    """Its markup."""


Item: TypeAlias = Article | Package | OtherItem


@attrs.frozen(kw_only=True, repr=False)
class Message(Model):
    """A message and its items as they came (NewsML-G2: `newsMessage`)."""

    header: Header | None = None
    """The header."""
    items: tuple[Item, ...] = ()
    """The items, in order: an article for each news item, packages, items of other kinds."""
    alone: bool = False
    """Whether its one item is a document by itself, without a message around it."""
    extensions: tuple[Extension, ...] = ()
    """What it said that the model has no field for."""
    findings: tuple[Problem, ...] = attrs.field(default=(), eq=False)
    """What the reader had to guess or mend; it does not count when messages are compared."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """Its items that are articles, in order."""
        return tuple(item for item in self.items if isinstance(item, Article))

    @property
    def packages(self) -> tuple[Package, ...]:
        """Its items that are packages, in order."""
        return tuple(item for item in self.items if isinstance(item, Package))

    def gather(self) -> tuple[Article, ...]:
        """The articles with what belongs together joined, in the order of their items.

        Text items that name another item of the message as what they were translated from, and
        text members of one group of alternatives in different languages, become translations.
        Picture, video and sound items an article refers to become its images, videos and audios.
        Packages and items of other kinds are left out.
        """
        alternatives = [ids for package in self.packages for ids in alternatives_of(package)]
        return gathered(self.articles, alternatives, self.header)


def alternatives_of(package: Package) -> list[tuple[str, ...]]:
    """The ids of the members of each group of alternatives of a package."""
    return [_residrefs(group) for group in package.groups if _alternative(group)]


def _alternative(group: Group) -> bool:
    return (group.mode or "").rpartition(":")[2] == "alt"


def _residrefs(group: Group) -> tuple[str, ...]:
    links = (member for member in group.members if isinstance(member, Link))
    return tuple(link.residref for link in links if link.residref)
