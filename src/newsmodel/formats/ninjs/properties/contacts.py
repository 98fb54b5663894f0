"""How to reach somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsmodel.formats._shared.text import writable
from newsmodel.formats.ninjs.properties.values import Object, as_name, maybe, without_none
from newsmodel.model import Address, Concept, ContactInfo

__all__ = ["contacts", "ways"]

_WAYS = (
    ("emails", "email", ("email", "e-mail", "mail")),
    ("phones", "phone", ("phone", "telephone", "tel", "mobile")),
    ("faxes", "fax", ("fax",)),
    ("accounts", "account", ("account", "im", "twitter")),
    ("web", "url", ("url", "web", "website", "uri")),
)
"""For each way of reaching somebody its field, the type it is written as, and those it is read
from."""
_FIELD = {name: field for field, _, names in _WAYS for name in names}


def contacts(value: Any) -> tuple[ContactInfo, ...]:
    """Contacts; neighbours of one role are one."""
    parts: list[dict[str, Any]] = []
    for each in value if isinstance(value, list) else ():
        part = _contact(each) if isinstance(each, dict) else None
        if part is None:
            continue
        last = parts[-1] if parts else None
        if last is None or last.get("role") != part.get("role") or "note" in last:
            parts.append(part)
        else:
            for name, held in part.items():
                last[name] = held if isinstance(held, str) else (*last.get(name, ()), *held)
    return tuple(ContactInfo(**part) for part in parts)


def _contact(each: Object) -> dict[str, Any] | None:
    role, way, value = (maybe(each.get(name)) for name in ("role", "type", "value"))
    part: dict[str, Any] = {} if role is None else {"role": role}
    if isinstance(each.get("address"), dict):
        return part | {"addresses": (_address(each["address"]),)}
    if value is None:
        return None
    field = _FIELD.get((way or "").lower())
    if field is None:
        return part | {"note": value} if way == "note" else None
    return part | {field: (value,)}


def _address(held: Object) -> Address:
    lines = held.get("lines")
    area, country, locality = (
        None if (name := maybe(held.get(key))) is None else Concept(names=[name])
        for key in ("area", "country", "locality")
    )
    return Address(
        lines=[writable(line) for line in lines if isinstance(line, str)]
        if isinstance(lines, list)
        else (),
        postal_code=maybe(held.get("postalCode")),
        locality=locality,
        areas=() if area is None else (area,),
        country=country,
    )


def ways(contact: ContactInfo) -> Iterator[Object]:
    """The items that a contact needs, one for each way of reaching somebody."""
    role = without_none(role=contact.role)
    for field, way, _ in _WAYS:
        for value in getattr(contact, field):
            yield {"type": way, **role, "value": value}
    for each in contact.addresses:
        yield {**role, "address": _as_address(each)}
    if contact.note is not None:
        yield {"type": "note", **role, "value": contact.note}


def _as_address(each: Address) -> Object:
    return without_none(
        lines=[line.value for line in each.lines] or None,
        locality=as_name(each.locality),
        area=", ".join(filter(None, map(as_name, each.areas))) or None,
        postalCode=each.postal_code,
        country=as_name(each.country),
    )
