"""Audit events that a collector joined into JSON, one document an event.

{"items": {"SYSCALL": ["arch=..."], ...}, "timestamp", "timestampfractional", "eventid", "node"}: the records
are the same text as in audit.log behind its header, so they are read as such, in the document's order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import orjson

from antivenom.tables import Damage, Event, Need, Origin, Reading
from antivenom.telemetry.auditd_fields import Fields, JoinedFields
from antivenom.telemetry.format import Format, Input
from antivenom.telemetry.jsonlines import objects

_MARKS = (b'"items"', b'"timestampfractional"', b'"eventid"')
_KIND = re.compile(r"[^\s=]{1,64}")
_LATEST = 9_000_000_000


class _Broken(ValueError):
    """The document is not an audit event; the text says what was expected."""


def sniff(head: bytes) -> int:
    """Whether this is JSON with the three member names that only these documents have."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return 95 if start in (b"{", b"[") and all(mark in head for mark in _MARKS) else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """One event a document, with one part a record; a part's raw is its audit.log line put together again."""
    with source.open() as stream:
        for offset, number, text in objects(stream):
            origin = Origin(source.name, None, number, offset)
            try:
                event = _event(_document(text), text, origin, need)
            except _Broken as broken:
                yield Damage(origin, str(broken), text[:100].decode("utf-8", "backslashreplace"))
            else:
                if any(need.wants(part.kind) for part in event.parts):
                    yield event


FORMAT = Format("auditd-json", sniff, read)


def _document(text: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise _Broken("a JSON object") from error
    if not isinstance(document, dict) or not isinstance(document.get("items"), dict) or not document["items"]:
        raise _Broken('an object with "items"')
    return document


def _event(document: dict[str, Any], text: bytes, origin: Origin, need: Need) -> Event:
    head, time = _header(document)
    node = document.get("node")
    host = node if isinstance(node, str) and node else None
    parts = []
    for kind, records in document["items"].items():
        if not _KIND.fullmatch(kind) or not isinstance(records, list):
            raise _Broken("lists of records by record type")
        for record in records:
            if not isinstance(record, str):
                raise _Broken("records as text")
            line = f"type={kind} {head} {record}"
            raw = line if need.raw_for("auditd") else None
            parts.append(Event("auditd", kind, time, host, Fields(line), raw, origin))
    if not parts:
        raise _Broken("at least one record")
    lead = next((part for part in parts if part.kind == "SYSCALL"), parts[0])
    records = [(part.kind, part.fields) for part in parts if isinstance(part.fields, Fields)]
    assert isinstance(lead.fields, Fields)
    raw = text.decode("utf-8", "replace") if need.raw_for("auditd") else None
    return Event("auditd", lead.kind, time, host, JoinedFields(lead.fields, records), raw, origin, tuple(parts))


def _header(document: dict[str, Any]) -> tuple[str, int]:
    """msg=audit(...): and the time, from seconds, milliseconds and serial as text or numbers."""
    seconds, millis, serial = (str(document.get(name, "")) for name in ("timestamp", "timestampfractional", "eventid"))
    if not all(value.isdecimal() and value.isascii() and len(value) <= 20 for value in (seconds, millis, serial)):
        raise _Broken("timestamp, timestampfractional and eventid as numbers")
    if int(seconds) > _LATEST or len(millis) > 3:
        raise _Broken("seconds and milliseconds since 1970")
    time = int(seconds) * 1_000_000_000 + int(millis) * 1_000_000
    return f"msg=audit({seconds}.{int(millis):03}:{serial}):", time
