"""What a JSON object gave for a Windows event, and how its values become text as XML shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from antivenom.tables import FieldValue
from antivenom.telemetry import eventxml, windows
from antivenom.telemetry.eventxml import Broken, Fields
from antivenom.telemetry.jsonvalues import compact

Object = dict[str, Any]


@dataclass(slots=True)
class Shaped:
    """What an object gave.

    fields   the event's fields.
    foreign  those of them that are not the event's own.
    payload  the event's payload as XML, where it is no EventData that the fields can make.
    """

    fields: Fields
    foreign: set[str] = field(default_factory=set)
    payload: Callable[[], str | None] | None = None

    def raw(self) -> str:
        """The event's XML as Windows would render it."""
        payload = None if self.payload is None else self.payload()
        return windows.render(self.fields, leave_out=self.foreign, payload=payload)


def text_of(value: object) -> str:
    """A JSON value as XML shows it; nested values as JSON text."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return compact(value)


def value_of(value: object) -> FieldValue:
    """A field's value: text, several texts, or nothing for null and for an empty list."""
    if isinstance(value, str):
        return value
    if value is None:
        return None
    if isinstance(value, list):
        texts = [text_of(one) for one in value]
        return texts if len(texts) > 1 else texts[0] if texts else None
    return text_of(value)


def _flattened(name: str, value: object, depth: int = 0) -> Iterator[tuple[str, FieldValue]]:
    """A value's leaves under dotted names. Raises Broken below `eventxml.DEEPEST`."""
    if not isinstance(value, dict):
        yield name, value_of(value)
        return
    if depth > eventxml.DEEPEST:
        raise Broken(f"at most {eventxml.DEEPEST} objects inside each other", "more")
    for key, inner in value.items():
        yield from _flattened(f"{name}.{key}", inner, depth + 1)


def keep_foreign(shaped: Shaped, name: str, value: object) -> None:
    """Keep a value that is not the event's own, its leaves under dotted names. Raises Broken."""
    for leaf, text in _flattened(name, value):
        leaf = eventxml.payload_name(leaf)
        if leaf not in shaped.fields:
            shaped.fields[leaf] = text
            shaped.foreign.add(leaf)


def keywords(value: object) -> str:
    """Keywords as XML shows them: 64 bits, hexadecimal."""
    return hex(value & 0xFFFF_FFFF_FFFF_FFFF) if isinstance(value, int) else text_of(value)
