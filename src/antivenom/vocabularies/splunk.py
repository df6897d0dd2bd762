"""The rows a Splunk indexer would hold for an event: the table `events` of SPL.

Windows events are one row each (`splunk_windows`); an audit event is a row per record, and nothing joins
them: EXECVE has type, argc and a0..aN with quotes stripped and hex as it stands, and no Image or User. A line of
ESXi is one row, as its syslog is indexed: `Message` is what stands behind the program. Events of other products
are shown through their activities (`splunk_activity`). Fields an add-on would extract and the event does not have
are missing, so is one whose value is empty. `sourcetype` is a multivalue: it holds the names the published
searches, the add-ons and Splunk's own content use for the same data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from antivenom.tables import Column, ColumnType, Event, FieldValue, Schema
from antivenom.vocabularies import splunk_windows
from antivenom.vocabularies.mapping import Getter, TextGetter, constant, host_of, text_of
from antivenom.vocabularies.splunk_activity import as_native
from antivenom.vocabularies.splunk_shape import INDEX, SOURCETYPE, VIA, Shape, raw, seconds

__all__ = ["SCHEMA", "columns_of", "native_rows", "rows", "shape_of", "type_of"]

SCHEMA = Schema(
    "events",
    (
        Column("_time", ColumnType.REAL),
        Column("_raw", ColumnType.STRING),
        Column("host", ColumnType.STRING),
        Column("source", ColumnType.STRING),
        Column(SOURCETYPE, ColumnType.MULTIVALUE),
        Column(INDEX, ColumnType.STRING),
    ),
)
"""The fields every row can have; any other field is a STRING."""

_TYPES = {column.name: column.type for column in SCHEMA.columns}


def type_of(field: str) -> ColumnType:
    """The type of a field's column."""
    return _TYPES.get(field, ColumnType.STRING)


def _as_written(name: str) -> TextGetter:
    """A field of an audit record. Names with a dot are the reader's own and are not in the record."""
    if "." in name:
        return lambda event: None
    return lambda event: text_of(event, name) or None


def _own_names(event: Event) -> Iterable[str]:
    return (name for name in event.fields if "." not in name and name != VIA)


def _record_type(event: Event) -> str:
    return event.kind


_AUDIT: dict[str, Getter] = {
    INDEX: constant("linux"),
    SOURCETYPE: constant(["linux:auditd", "linux:audit", "auditd", "linux_audit"]),
    "source": constant("/var/log/audit/audit.log"),
    "host": host_of,
    "_time": seconds,
    "_raw": raw,
    "type": _record_type,
}
_AUDIT_SHAPE = Shape(_AUDIT, _as_written, _own_names)

_ESXI: dict[str, Getter] = {
    INDEX: constant("esxi"),
    SOURCETYPE: constant(["vmw-syslog"]),
    "host": host_of,
    "_time": seconds,
    "_raw": raw,
    "Message": _as_written("message"),
}
_ESXI_SHAPE = Shape(_ESXI, _as_written, _own_names)
_NATIVE_SHAPES = {"auditd": _AUDIT_SHAPE, "esxi": _ESXI_SHAPE}

_marked: dict[Shape, Shape] = {}


def _mark(shape: Shape) -> Shape:
    """The shape for rows that come through an activity."""
    found = _marked.get(shape)
    if found is None:
        found = _marked[shape] = Shape({**shape.columns, VIA: constant("activity")}, shape.field, shape.names)
    return found


def shape_of(event: Event, native: bool = True) -> Shape:
    """The shape of one row of `native_rows`; not `native` says it came through an activity."""
    shape = _NATIVE_SHAPES.get(event.product) or splunk_windows.shape(event.kind)
    return shape if native else _mark(shape)


def native_rows(event: Event) -> tuple[bool, Iterable[Event]]:
    """The events that are a row each, and whether they are the event itself: a record, a Sysmon event, a line."""
    if event.product in ("windows", "esxi"):
        return True, (event,)
    if event.product == "auditd":
        return True, event.parts or (event,)
    return False, as_native(event)


def columns_of(event: Event) -> list[str]:
    """The fields the event's rows have, without duplicates."""
    found: dict[str, None] = {}
    for row in rows(event, None):
        found.update(dict.fromkeys(row))
    return list(found)


def rows(event: Event, fields: frozenset[str] | None = None) -> Iterator[dict[str, FieldValue | float]]:
    """The rows of one event, only these fields of them (None: all); a missing field has no key."""
    native, events = native_rows(event)
    for row in events:
        shape = shape_of(row, native)
        names = fields if fields is not None else dict.fromkeys((*shape.columns, *shape.names(row)))
        values = ((name, shape.getter(name)(row)) for name in names)
        yield {name: value for name, value in values if value is not None}  # type: ignore[misc]
