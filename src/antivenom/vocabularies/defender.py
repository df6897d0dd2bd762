"""The tables of Defender advanced hunting and of a workspace that logs can fill, over all products' events.

Defender's and Log Analytics' own rows keep their values, only typed. Other products reach a Defender table
through its activity table, as a view: `VIEWS` says which activity column each column shows. `Timestamp` and
`TimeGenerated` are one time under two names. SecurityEvent is filled from
Windows Security events by name, and Event, WindowsEvent, Syslog and the parser's Sysmon as their modules say.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

from antivenom.tables import Column, ColumnType, Event, Origin, Schema
from antivenom.vocabularies import workspace, workspace_syslog, workspace_sysmon, workspace_windows
from antivenom.vocabularies.activity import maps_of
from antivenom.vocabularies.activity_windows import SECURITY
from antivenom.vocabularies.defender_security import DATA, SECURITY_COLUMNS
from antivenom.vocabularies.defender_views import VIEWS
from antivenom.vocabularies.mapping import ActivityMap, Constant, Getter, text_of, to_long, to_time
from antivenom.vocabularies.parents import FILLED, GRANDPARENT
from antivenom.vocabularies.views import View
from antivenom.vocabularies.workspace_syslog import SYSLOG
from antivenom.vocabularies.workspace_sysmon import KIND, SYSMON
from antivenom.vocabularies.workspace_windows import EVENT, WINDOWS_EVENT, is_linux, tables_of

__all__ = ["TABLES", "VIEWS", "View", "filled", "getters", "native_tables"]

SECURITY_EVENT = "SecurityEvent"
_TIMES = ("Timestamp", "TimeGenerated")


_DEFENDER = (
    *("DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileEvents", "DeviceRegistryEvents"),
    *("DeviceImageLoadEvents", "DeviceLogonEvents", "DeviceEvents"),
)
DEFENDER: Mapping[str, Schema] = {name: workspace.TABLES[name] for name in _DEFENDER}
"""The tables of Defender that logs can fill."""

TABLES: Mapping[str, Schema] = {
    **DEFENDER,
    **{name: workspace.TABLES[name] for name in (SECURITY_EVENT, EVENT, WINDOWS_EVENT, SYSLOG)},
    SYSMON: workspace_sysmon.SCHEMA,
}
"""The tables that logs can fill: name -> schema."""


def native_tables(event: Event) -> tuple[str, ...]:
    """The tables an event is a row of as it stands, without an activity between."""
    match event.product:
        case "defender":
            return (event.kind,) if event.kind in DEFENDER else ()
        case "securityevent":
            return (SECURITY_EVENT,)
        case "esxi":
            return (SYSLOG,)
        case "windows":
            return _windows_tables(event)
    return ()


def _windows_tables(event: Event) -> tuple[str, ...]:
    if is_linux(event):
        return (SYSLOG,)
    if event.kind.startswith(f"{SECURITY}/"):
        return (SECURITY_EVENT, *tables_of(event))
    return (SYSMON, *tables_of(event)) if event.kind.startswith(KIND) else tables_of(event)


def getters(table: str, product: str) -> dict[str, Getter]:
    """How the rows that belong to a table as they stand fill its columns; one that is not named stays null."""
    own = _own(table, product)
    if own is not None:
        return own
    found = {column.name: _typed(column) for column in TABLES[table].columns}
    for name in _TIMES:
        if name in found:
            found[name] = _time
    found["Type"] = lambda event: text_of(event, "Type") or table
    return found | SECURITY_COLUMNS if product == "windows" else found


def raw_of(table: str, columns: frozenset[str]) -> frozenset[str]:
    """The products of whose events these columns need the text of the log."""
    made = workspace_windows.PAYLOAD if table != SYSLOG else frozenset({"SyslogMessage"})
    return frozenset({"windows"}) if table not in DEFENDER and not made.isdisjoint(columns) else frozenset()


def _own(table: str, product: str) -> dict[str, Getter] | None:
    """The columns of a table that no event has under its columns' names."""
    if table == SYSLOG:
        return workspace_syslog.COLUMNS[product]
    return workspace_sysmon.COLUMNS if table == SYSMON else workspace_windows.COLUMNS.get(table)


def _time(event: Event) -> int | None:
    if event.time is not None:
        return event.time
    texts = (text_of(event, name) for name in _TIMES)
    return next((time for text in texts if text and (time := to_time(text)) is not None), None)


def _typed(column: Column) -> Getter:
    """The value of the column's own name, read as the column's type; what does not read is None."""
    name, read = column.name, _READERS.get(column.type)
    if read is None:
        return lambda event: text_of(event, name)

    def get(event: Event) -> object:
        text = text_of(event, name)
        return read(text) if text else None

    return get


def _to_real(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _to_bool(text: str) -> bool | None:
    return {"true": True, "1": True, "false": False, "0": False}.get(text.lower())


def _to_dynamic(text: str) -> str:
    """JSON text as it is; text that is no JSON as a JSON string, as Kusto's todynamic reads it."""
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return json.dumps(text)
    return text


def _to_int(text: str) -> int | None:
    value = to_long(text)
    return value if value is not None and -(1 << 31) <= value < 1 << 31 else None


_READERS = {
    ColumnType.LONG: to_long,
    ColumnType.INT: _to_int,
    ColumnType.REAL: _to_real,
    ColumnType.BOOL: _to_bool,
    ColumnType.DATETIME: to_time,
    ColumnType.DYNAMIC: _to_dynamic,
}


_START_KINDS = {
    "windows": ("Microsoft-Windows-Sysmon/1", f"{SECURITY}/4688"),
    "auditd": ("SYSCALL",),
    "eslogger": ("exec",),
    "esxi": ("shell",),
    "securityevent": ("SecurityEvent/4688",),
    "defender": ("DeviceProcessEvents",),
}
_NOWHERE = Origin("")


def filled(table: str, product: str, kind: str) -> frozenset[str]:
    """The columns of a table that events of this kind can fill; empty when they give it no rows.

    A column that is filled through process ids counts when events of that product can tell it.
    """
    probe = Event(product, kind, None, None, {}, None, _NOWHERE)
    if table in native_tables(probe):
        own = _own(table, product)
        if own is not None:
            return frozenset(own)
        if product != "windows":
            return frozenset(TABLES[table].names())
        return frozenset(SECURITY_COLUMNS) | DATA.get(kind.rpartition("/")[2], frozenset())
    view = VIEWS.get(table)
    if view is None:
        return frozenset()
    maps = [map_ for map_ in maps_of(product, kind) if map_.table == view.activity and not _ends(map_)]
    if not maps:
        return frozenset()
    known = frozenset(name for map_ in maps for name in map_.columns)
    known |= _through_ids(known, product)
    return frozenset(name for name, shown in view.columns.items() if shown.reads <= known)


def _ends(map_: ActivityMap) -> bool:
    """Whether a map is of processes that end, which no Defender table shows."""
    name = map_.columns["activity_name"]
    return isinstance(name, Constant) and name.value == "Terminate"


def _through_ids(known: frozenset[str], product: str) -> frozenset[str]:
    """The actor columns that a start of the actor, recorded by the same product, can fill."""
    if not known & {"actor.process.pid", "actor.process.uid"}:
        return frozenset()
    starts = frozenset(
        name
        for kind in _START_KINDS.get(product, ())
        for map_ in maps_of(product, kind)
        for name in map_.columns
        if map_.table == "process"
    )
    actor = frozenset(name for name, source in FILLED.items() if source in starts)
    found = actor | (known & frozenset(FILLED))
    return actor | frozenset(name for name, source in GRANDPARENT.items() if source in found)
