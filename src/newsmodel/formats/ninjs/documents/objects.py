"""News objects: articles, translations, pictures and links, from documents and back.

Documents here are of the newest version. An object is read by the rows of its table and a few parts
of their own; then it is shown again, and what differs from the document is carried. That is how
nothing is lost, whatever a document holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import attrs

from newsmodel.formats.ninjs.documents import associations
from newsmodel.formats.ninjs.documents.associating import is_body_kept
from newsmodel.formats.ninjs.documents.carrying import ABSENT, carried_in, fits, leftovers
from newsmodel.formats.ninjs.documents.reading import FIGURES, Fields, fields_in
from newsmodel.formats.ninjs.documents.repeated import TEXTS, followed, repeating
from newsmodel.formats.ninjs.documents.showing import Showing
from newsmodel.formats.ninjs.documents.sorts import MEDIA, Context
from newsmodel.formats.ninjs.documents.table import MEDIUM, STORY
from newsmodel.formats.ninjs.properties import bodies, values as v
from newsmodel.formats.ninjs.properties.holding import NAMES, STRAY
from newsmodel.formats.ninjs.versions.dated import dated
from newsmodel.formats.ninjs.versions.dialects import (
    holds_kept,
    is_kept_name,
    kept_name,
    translated,
)
from newsmodel.formats.ninjs.versions.modern import modern
from newsmodel.model import Article, Kind, LanguageVersion
from newsmodel.model.base import maker

__all__ = ["build", "document_of"]

Object: TypeAlias = v.Object


def build(cls: type, fields: Fields, document: Object, context: Context) -> Any:
    """An object of its fields, which carries what of its document they do not say."""
    make: Callable[..., Any] = maker(cls)  # what the rows read is in normal form
    made = make(**fields)
    shown = Showing(made, context).rendered()
    said = _as_said(shown, context)
    repeated = dict.fromkeys(repeating(document), ABSENT)  # so it is known when one is edited
    found = leftovers(document, said | repeated)
    if found:
        made = make(**fields, extensions=tuple(found))
    if not context.top and (not found or _comes_back(made, document, context)):
        context.remember(made, document)
    return made


def _comes_back(made: Any, document: Object, context: Context) -> bool:
    return bool(_as_said(document_of(made, context), context) == document)


def _as_said(shown: Object, context: Context) -> Object:
    """A document as its version can say it."""
    version = context.source
    if version is None or version >= "3.0":
        return shown
    said = modern(dated(shown, version), version)
    return said if context.top or "name" not in shown else {"name": shown["name"], **said}


def document_of(made: Any, context: Context) -> Object:
    """The document of an object, with what it carries."""
    return _Writing(made, context).document()


class _Writing(Showing):
    """The document of one object, carried properties in their places."""

    def __init__(self, made: Any, context: Context) -> None:
        super().__init__(made, context)
        self.carried = carried_in(made.extensions)

    def document(self) -> Object:
        """The document, carried properties in their places."""
        shown = self.rendered()
        gone = self._lifted(shown)
        for name, original in self.carried.items():
            if name == "uri" and (self.context.top or self._is_unnamed(original, shown)):
                continue  # what is known by an id and names none gets one
            if name == "name" and not associations.tells(original, self.context.rel, self.context):
                continue
            if name == "standard":
                _put_standard(shown, original, self.context)
            elif name in shown or name in _KNOWN:
                self._put_back(shown, name, original)
            elif original is not ABSENT and name not in gone and self._may_stand(name, original):
                shown[name] = original
        return shown

    def _lifted(self, shown: Object) -> list[str]:
        """The names of other versions for a status or an embargo that stand here no more.

        It is another by now, or another version is written, which has a name of its own for it.
        """
        return [
            name for name in STRAY.intersection(self.carried)
            if not self._is_stray_kept(name)
            or self._canonical(shown, (new := NAMES[name]), self.carried.get(new, shown.get(new)))
            != shown.get(new, ABSENT)
        ]  # fmt: skip

    def _is_stray_kept(self, name: str) -> bool:
        """Whether a name of another version goes on: where the document may keep its own faults."""
        own = not is_kept_name(name) or name.endswith(kept_name("", self.context.version))
        return own and self._is_same_dialect()

    def _is_same_dialect(self) -> bool:
        """Whether the version that is written has the names of the one that was read."""
        source, version = self.context.source, self.context.version
        return source is not None and source[0] == version[0]

    def _is_unnamed(self, uri: Any, shown: Object) -> bool:
        """Whether an object with an id would go without one."""
        return uri is ABSENT and bool(self.made.id) and "guid" not in shown

    def _may_stand(self, name: str, value: Any) -> bool:
        return value is ABSENT or fits(name, value, self.context.source, self.context.version)

    def _put_back(self, shown: Object, name: str, original: Any) -> None:
        stands = self._may_stand(name, original)
        if not stands and not holds_kept(original):
            return
        if name == "bodies" and not self._is_body_kept():
            return
        said = shown.get(name, ABSENT)
        if self._canonical(shown, name, original) == said:
            back = self._as_here(original, said)
        elif isinstance(original, list) and isinstance(said, list):
            back = self._with_originals(shown, name, original)
        else:
            return
        if name == "associations":
            back = associations.telling(back, said, self.context)
        if stands or self._may_stand(name, back):
            shown.pop(name, None)
            if back is not ABSENT:
                shown[name] = back

    def _as_here(self, original: Any, said: Any) -> Any:
        """What is carried, names of its own version in it given up for what is said by others."""
        return original if self._is_same_dialect() else translated(original, said)

    def _is_body_kept(self) -> bool:
        made = self.made
        return not isinstance(made, Article) or is_body_kept(made, self.context)

    def _with_originals(self, shown: Object, name: str, original: list[Any]) -> list[Any]:
        """The items of a list, each as it stood in the document where it still says the same.

        One that says something else by now keeps the role that it had there.
        """
        if name == "bodies":  # alone, any of the others would be taken for the body
            original = list(filter(None, [bodies.main_of(original)]))
        waiting: list[tuple[Any, Any]] = []
        for each in original:
            alone = self._canonical(shown, name, [each])
            if isinstance(alone, list) and len(alone) == 1:
                waiting.append((alone[0], each))
        kept: dict[int, Any] = {}
        for number, item in enumerate(shown[name]):
            found = next((pair for pair in waiting if pair[0] == item), None)
            if found is not None:
                waiting.remove(found)
                kept[number] = self._as_here(found[1], item)
        if name not in TEXTS:
            return [kept.get(number, item) for number, item in enumerate(shown[name])]
        roles = _roles_in(waiting, shown[name])
        kept |= followed(shown[name], kept, [usual for usual, _ in waiting])
        items = [kept.get(n, _in_role(item, roles)) for n, item in enumerate(shown[name])]
        return [item for item in items if item is not None]

    def _canonical(self, shown: Object, name: str, original: Any) -> Any:
        """How a carried value would be written if nothing were carried."""
        document = {} if original is ABSENT else {name: original}
        if name in NAMES:
            document |= {
                stray: held
                for stray, held in self.carried.items()
                if stray in STRAY
                and NAMES[stray] == name
                and held is not ABSENT
                and self._is_stray_kept(stray)
            }
        if (other := _FOLLOWS.get(name)) is not None and other in shown:
            document[other] = shown[other]
        made = self.made
        base: Fields = {"id": made.id}
        if isinstance(made, LanguageVersion):
            base |= {"language": None if name == "language" else made.language, "body": made.body}
        if isinstance(made, Article) and name == "bodies":
            base |= {"images": made.images, "videos": made.videos, "audios": made.audios}
            base |= {"status": made.status, "embargo": made.embargo}  # they say what may be shown
        kind = made.kind if isinstance(made, Article) and name != "type" else Kind.TEXT
        context = attrs.evolve(self.context, read=None)
        twin = _alone(type(made), name, document, base, kind, context)
        return _GONE if twin is None else Showing(twin, context).rendered().get(name, ABSENT)


def _roles_in(pairs: list[tuple[Any, Any]], shown: list[Any]) -> dict[str, Any]:
    """For roles of ours those in which a document says such texts, where no other text has them."""
    taken = [each.get("role") for each in shown]
    roles = {
        ours: each.get("role") for usual, each in reversed(pairs) if (ours := usual.get("role"))
    }
    return {ours: role for ours, role in roles.items() if role not in taken}


def _in_role(item: Any, roles: dict[str, Any]) -> Any:
    if not roles or item.get("role") not in roles:
        return item
    return v.without_none(**item | {"role": roles[item["role"]]})


def _alone(
    cls: type, name: str, document: Object, base: Fields, kind: Kind, context: Context
) -> Any:
    """An object of what one property says; None where it shows pictures that are gone by now."""
    language = {"language": base["language"]} if base.get("language") is not None else {}
    fields, own = fields_in({**language, **document}, cls, kind)
    figures = fields.pop(FIGURES, None)
    held = {medium.id for medium in base.get("images", ())}
    if figures is not None and not held.issuperset(image.id for image in figures.images):
        return None
    fields = base | fields
    if cls is Article:
        fields["kind"] = kind
    if issubclass(cls, LanguageVersion) and name == "associations":
        alone = kind in MEDIA and not own
        fields |= associations.read(
            cls, document.get(name), fields["id"] or "", context, fields, alone=alone
        )
    if own:
        name, medium = MEDIA[kind]
        fields[name] = (medium(**own), *fields.get(name, ()))
    return maker(cls)(**fields)


_GONE = object()
"""Stands for a property that shows pictures which are gone by now."""
_FOLLOWS = {"bodies": "associations", "by": "people"}
"""What a property is written from beside its own field: figures refer to associations, and a
picture without a creator is by the photographers of its caption."""
_KNOWN = frozenset(
    {row.name for row in (*STORY, *MEDIUM)}
    | {"headlines", "descriptions", "bodies", "rightsInfo", "associations", "type", "name", "rel"}
)


def _put_standard(shown: Object, original: Any, context: Context) -> None:
    """What a document says of its standard: as it stood while its version is the same."""
    if context.source == context.version and original is ABSENT:
        shown.pop("standard", None)
    elif context.source == context.version:
        shown["standard"] = original
    elif isinstance(original, dict) and context.source is not None:
        named = {key: held for key, held in original.items() if key != "schema"}
        shown["standard"] = {**named, "version": context.version}
