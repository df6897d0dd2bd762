"""macOS Endpoint Security events as `eslogger` prints them: JSON objects, one a line or pretty-printed.

A collector's envelope that holds the event as text, {"body": "{...}"}, is opened too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import orjson

from antivenom.tables import Damage, Event, FieldValue, Need, Origin, Reading
from antivenom.telemetry.format import Format, Input
from antivenom.telemetry.jsonlines import objects
from antivenom.telemetry.jsonvalues import Object, as_text, parse, shown
from antivenom.telemetry.times import nanoseconds

_MARKS = (b'"schema_version"', b'"mach_time"', b'"event_type"', b'"global_seq_num"', b'"seq_num"')
_LITERALS = {"true": True, "false": False}
_DEEPEST = 64


def sniff(head: bytes) -> int:
    """How sure this is eslogger's: by the names that only its events have together."""
    text = head.replace(b"\0", b"").replace(b'\\"', b'"')
    if text.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] not in (b"{", b"["):
        return 0
    return 95 if all(mark in text for mark in _MARKS[:3]) else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """An event for each message; the kind is the name under "event", fields are dotted paths."""
    with source.open() as stream:
        for record, (offset, line, text) in enumerate(objects(stream), 1):
            origin = Origin(source.name, record, line, offset)
            message = _message(text)
            kind = _kind(message)
            if message is None or kind is None:
                yield Damage(origin, "an Endpoint Security event", shown(text))
            elif need.wants(kind):
                yield _event(kind, message, text, origin, need)


def write(events: Iterable[Event], stream: BinaryIO) -> None:
    """Write events as eslogger prints them, one a line; texts of whole numbers and booleans become such."""
    stream.writelines(orjson.dumps(_nested(event.fields)) + b"\n" for event in events)


FORMAT = Format("eslogger", sniff, read, write)


def _message(text: bytes) -> Object | None:
    """The Endpoint Security message this text is, or holds in "body"."""
    found = parse(text)
    body = found.get("body") if found is not None else None
    return parse(body.encode("utf-8", "replace")) if isinstance(body, str) else found


def _kind(message: Object | None) -> str | None:
    event = message.get("event") if message is not None else None
    return next(iter(event)) if isinstance(event, dict) and len(event) == 1 else None


def _event(kind: str, message: Object, text: bytes, origin: Origin, need: Need) -> Event:
    time = message.get("time")
    return Event(
        "eslogger",
        kind,
        nanoseconds(time) if isinstance(time, str) else None,
        None,
        _flat(message, "", 0, {}),
        text.decode("utf-8", "replace") if need.raw_for("eslogger") else None,
        origin,
    )


def _flat(value: Object, prefix: str, depth: int, into: dict[str, FieldValue]) -> dict[str, FieldValue]:
    """Dotted paths and values; a list of texts stays one, anything else that is no text becomes JSON text."""
    for name, item in value.items():
        path = prefix + name
        if item is None or isinstance(item, str):
            into[path] = item
        elif isinstance(item, dict) and item and depth < _DEEPEST:
            _flat(item, path + ".", depth + 1, into)
        elif isinstance(item, list) and all(isinstance(element, str) for element in item):
            into[path] = item
        else:
            into[path] = as_text(item)
    return into


def _nested(fields: Mapping[str, FieldValue]) -> Object:
    """The object whose flat form these fields are."""
    tree: Object = {}
    for path, value in fields.items():
        *parents, name = path.split(".")
        if any(".".join(parents[:count]) in fields for count in range(1, len(parents) + 1)):
            parents, name = [], path
        place = tree
        for parent in parents:
            place = place.setdefault(parent, {})
        place[name] = value if isinstance(value, list) else _literal(value)
    return tree


def _literal(text: str | None) -> Any:
    """Text as the JSON value it stands for, if that would read back as the same text."""
    if text is None or text in _LITERALS:
        return None if text is None else _LITERALS[text]
    number = text.removeprefix("-")
    if number.isascii() and number.isdecimal() and len(number) <= 18 and str(int(text)) == text:
        return int(text)
    if text[:1] in ("{", "["):
        try:
            value = orjson.loads(text)
        except orjson.JSONDecodeError:
            return text
        return value if not _reads_otherwise(value, text) else text
    return text


def _reads_otherwise(value: object, text: str) -> bool:
    """Whether this value, written nested, would not be read as one text again."""
    if isinstance(value, dict):
        return bool(value) or as_text(value) != text
    texts = isinstance(value, list) and all(isinstance(element, str) for element in value)
    return texts or as_text(value) != text
