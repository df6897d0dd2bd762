"""The endpoint tables of Microsoft Defender advanced hunting, and SecurityEvent, over all products' events.

Defender's and Log Analytics' own rows keep their values, only typed. Other products reach a Defender table
through its activity table, as a view: `VIEWS` says which activity column each column shows. `Timestamp` and
`TimeGenerated` are one time under two names. SecurityEvent is filled from Windows Security events by name.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from importlib import resources

from antivenom.tables import Column, ColumnType, Event, Origin, Schema
from antivenom.vocabularies.activity import maps_of
from antivenom.vocabularies.activity_windows import SECURITY
from antivenom.vocabularies.defender_security import DATA, SECURITY_COLUMNS
from antivenom.vocabularies.defender_views import VIEWS
from antivenom.vocabularies.mapping import ActivityMap, Constant, Getter, text_of, to_long, to_time
from antivenom.vocabularies.parents import FILLED, GRANDPARENT
from antivenom.vocabularies.views import View

__all__ = ["TABLES", "VIEWS", "View", "filled", "getters", "native_table"]

SECURITY_EVENT = "SecurityEvent"
_TIMES = ("Timestamp", "TimeGenerated")


def _read_tables(text: str) -> dict[str, Schema]:
    columns: dict[str, list[Column]] = {}
    table = ""
    for line in text.splitlines():
        if line.startswith("["):
            table = line.strip("[]")
            columns[table] = []
        elif line and not line.startswith("#"):
            name, type_ = line.split(" ")
            columns[table].append(Column(name, ColumnType(type_)))
    return {name: Schema(name, tuple(found)) for name, found in columns.items()}


TABLES: Mapping[str, Schema] = _read_tables(
    (resources.files(__package__) / "defender_tables.txt").read_text(encoding="utf-8")
)
"""Table name -> schema, columns in the order of the product's documentation."""


def native_table(event: Event) -> str | None:
    """The table an event is a row of as it stands, without an activity between."""
    if event.product == "defender":
        return event.kind if event.kind in TABLES else None
    if event.product == "securityevent":
        return SECURITY_EVENT
    if event.product == "windows" and event.kind.startswith(f"{SECURITY}/"):
        return SECURITY_EVENT
    return None


def getters(table: str, product: str) -> dict[str, Getter]:
    """How the rows that belong to a table as they stand fill its columns."""
    schema = TABLES[table]
    found = {column.name: _typed(column) for column in schema.columns}
    for name in _TIMES:
        if name in found:
            found[name] = _time
    found["Type"] = lambda event: text_of(event, "Type") or table
    if product == "windows":
        found |= SECURITY_COLUMNS
    return found


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
    if native_table(probe) == table:
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
