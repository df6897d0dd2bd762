"""Microsoft Defender advanced hunting rows, in any of the exports of kustorows.

The table a row is of is, in this order: what its streaming category, `$table` or `Type` says; the only table
with its ActionType; the table of which it has columns that no other of the six narrow tables has (as
ProcessCommandLine, RegistryKey); DeviceEvents, which has them all, when such columns of two tables are there.
A row that tells none is refused as damage. From the public table reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

import orjson

from antivenom.tables import Damage, Event, FieldValue, Need, Reading
from antivenom.telemetry.format import Format, Input
from antivenom.telemetry.kustorows import Row, header, looks_like_json, rows
from antivenom.telemetry.times import nanoseconds

_WIDE = "DeviceEvents"
_MARKS = {
    "DeviceProcessEvents": (
        "ProcessCommandLine ProcessId ProcessCreationTime ProcessIntegrityLevel ProcessTokenElevation"
        " ProcessUniqueId ProcessVersionInfoOriginalFileName ProcessVersionInfoFileDescription"
        " ProcessVersionInfoCompanyName"
    ),
    "DeviceNetworkEvents": "RemoteUrl LocalIP LocalPort LocalIPType RemoteIPType",
    "DeviceFileEvents": (
        "FileOriginUrl FileOriginIP FileOriginReferrerUrl PreviousFileName PreviousFolderPath RequestProtocol"
        " RequestSourceIP ShareName SensitivityLabel IsAzureInfoProtectionApplied"
    ),
    "DeviceRegistryEvents": (
        "RegistryKey RegistryValueName RegistryValueData RegistryValueType PreviousRegistryKey"
        " PreviousRegistryValueName PreviousRegistryValueData"
    ),
    "DeviceLogonEvents": "LogonType IsLocalAdmin FailureReason",
}
_ACTIONS = {
    "DeviceProcessEvents": "ProcessCreated",
    "DeviceNetworkEvents": (
        "ConnectionSuccess ConnectionFailed ConnectionFound ConnectionRequest ConnectionAttempt"
        " ConnectionAcknowledged InboundConnectionAccepted InboundConnectionAttempt"
        " ListeningConnectionCreated HttpConnectionInspected DnsConnectionInspected SslConnectionInspected"
    ),
    "DeviceFileEvents": "FileCreated FileModified FileDeleted FileRenamed",
    "DeviceRegistryEvents": (
        "RegistryKeyCreated RegistryKeyDeleted RegistryKeyRenamed RegistryValueSet RegistryValueDeleted"
    ),
    "DeviceImageLoadEvents": "ImageLoaded",
    "DeviceLogonEvents": "LogonSuccess LogonFailed LogonAttempted",
}
_TABLE_OF_MARK = {name: table for table, names in _MARKS.items() for name in names.split()}
_TABLE_OF_ACTION = {name: table for table, names in _ACTIONS.items() for name in names.split()}
_TIMES = ("Timestamp", "TimeGenerated")
_OWN = frozenset({"DeviceId", "DeviceName", "InitiatingProcessFileName", "InitiatingProcessCommandLine"})
_TABLE_FIELD = "$table"


def sniff(head: bytes) -> int:
    """How sure this is a Defender export: by a CSV header, or by member names near the start of JSON."""
    if looks_like_json(head):
        text = head.replace(b"\0", b"").replace(b'\\"', b'"')
        if b"AdvancedHunting-" in text:
            return 95
        names = [name for name in (*_OWN, "ActionType") if f'"{name}"'.encode() in text]
        timed = any(f'"{name}"'.encode() in text for name in _TIMES)
        return 90 if timed and len(names) >= 2 else 0
    names = header(head)
    timed = any(name in names for name in _TIMES)
    return 95 if timed and len({*_OWN, "ActionType", *_TABLE_OF_MARK}.intersection(names)) >= 2 else 0


def read(source: Input, need: Need) -> Iterator[Reading]:
    """An event for each row, in file order; `$table`, which write adds, is the event's kind and no field."""
    for row in rows(source):
        if isinstance(row, Damage):
            yield row
            continue
        table = _table(row)
        if table is None:
            yield Damage(row.origin, "a Defender row that tells its table", ", ".join(row.fields)[:200])
        elif need.wants(table):
            yield _event(table, row, need)


def write(events: Iterable[Event], stream: BinaryIO) -> None:
    """Write rows as advanced hunting's JSON, one a line, each with its table as `$table`."""
    for event in events:
        row: dict[str, FieldValue] = {_TABLE_FIELD: event.kind, **event.fields}
        stream.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))


FORMAT = Format("defender", sniff, read, write)


def _event(table: str, row: Row, need: Need) -> Event:
    host = row.fields.get("DeviceName")
    row.fields.pop(_TABLE_FIELD, None)
    return Event(
        "defender",
        table,
        _time(row.fields),
        host if isinstance(host, str) and host else None,
        row.fields,
        row.raw if need.raw else None,
        row.origin,
    )


def _time(fields: Mapping[str, FieldValue]) -> int | None:
    """The instant in Timestamp, or else in TimeGenerated."""
    for name in _TIMES:
        text = fields.get(name)
        time = nanoseconds(text) if isinstance(text, str) else None
        if time is not None:
            return time
    return None


def _table(row: Row) -> str | None:
    """The table of a row; see the module's text for the order of clues."""
    if row.table is not None:
        return row.table
    fields = row.fields
    for name in (_TABLE_FIELD, "Type"):
        table = fields.get(name)
        if isinstance(table, str) and table:
            return table if table.isidentifier() else None
    if not any(name in fields for name in _TIMES):
        return None
    action = fields.get("ActionType")
    known = _TABLE_OF_ACTION.get(action) if isinstance(action, str) else None
    if known is not None:
        return known
    tables = {_TABLE_OF_MARK[name] for name in fields if name in _TABLE_OF_MARK}
    if len(tables) > 1:
        return _WIDE
    return next(iter(tables), None)
