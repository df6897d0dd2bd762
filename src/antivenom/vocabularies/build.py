"""From events to the Arrow tables that queries read.

A Builder is told which tables and columns will be asked for, is fed the events once, and gives the tables.
For each kind of event it makes a plan of the getters that are needed, and runs no other. Every table has the
number of the event each row comes from as its last column, `antivenom.event`; rows keep the order of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.errors import UsageError
from antivenom.tables import EVENT_COLUMN, Column, ColumnType, Event, Need, Schema
from antivenom.vocabularies import cim, defender, parents, splunk
from antivenom.vocabularies.activity import SCHEMAS, maps_of
from antivenom.vocabularies.columns import ARROW, Plan, Sink, fitted, pad
from antivenom.vocabularies.mapping import ActivityMap, Constant, Getter
from antivenom.vocabularies.sigma_tables import Sigma, Taker
from antivenom.vocabularies.splunk_shape import Shape
from antivenom.vocabularies.views import View

__all__ = ["EVERYTHING", "MAX_COLUMNS", "Builder"]

_EVERY_FIELD = "*"
EVERYTHING = frozenset({_EVERY_FIELD})
"""For `Builder.splunk_fields`: every field any event has."""

MAX_COLUMNS = 2_000
"""Columns `events` can have when all fields are asked for; names beyond them are counted, not kept."""

_MAX_UNKNOWN = 10_000


class _Splunk:
    """The table `events`."""

    def __init__(self, fields: frozenset[str], kinds: frozenset[str] | None) -> None:
        self.sink = Sink()
        self._need = Need(kinds)
        self.dropped: set[str] = set()
        self._everything = _EVERY_FIELD in fields
        known = [name for name in splunk.SCHEMA.names() if self._everything or name in fields]
        self._fields = [*known, *sorted(fields - {_EVERY_FIELD, *known})]
        for name in self._fields:
            self._column(name)
        self._plans: dict[Shape, Plan] = {}
        self._getters: dict[tuple[Shape, str], Getter] = {}

    def _column(self, name: str) -> list[object]:
        return self.sink.column(name, splunk.type_of(name))

    def add(self, number: int, event: Event) -> None:
        native, events = splunk.native_rows(event)
        for row in events:
            if not self._need.wants(row.kind):
                continue
            shape = splunk.shape_of(row, native)
            plan = self._plans.get(shape) or self._plan(shape)
            if self._everything:
                self.sink.follow(plan)
                self._add_fields(shape, row)
            self.sink.add(plan, row, number)

    def _plan(self, shape: Shape) -> Plan:
        names: Iterable[str] = self._fields
        if self._everything:
            names = dict.fromkeys((*self._fields, *shape.columns))
        plan = self._plans[shape] = Plan((self._column(name), shape.getter(name)) for name in names)
        return plan

    def _add_fields(self, shape: Shape, row: Event) -> None:
        """The event's own fields, which no plan knows beforehand."""
        for name in shape.names(row):
            if name in shape.columns:
                continue
            values = self.sink.find(name)
            if values is None:
                if self.sink.width >= MAX_COLUMNS:
                    if len(self.dropped) < _MAX_UNKNOWN:
                        self.dropped.add(name)
                    continue
                values = self._column(name)
            pad(values, self.sink.rows)
            if len(values) == self.sink.rows:
                values.append(self._getter(shape, name)(row))

    def _getter(self, shape: Shape, name: str) -> Getter:
        getter = self._getters.get((shape, name))
        if getter is None:
            getter = self._getters[shape, name] = shape.getter(name)
        return getter


class _Activities:
    """The activity tables, as far as anything reads them.

    others  tables of which nothing reads the rows of Sysmon: Sigma's tables have them as they stand.
    """

    def __init__(self, needed: Mapping[str, frozenset[str]], others: frozenset[str]) -> None:
        self.needed = needed
        self._others = others
        self.sinks = {table: Sink() for table in needed}
        for table, sink in self.sinks.items():
            for column in SCHEMAS[table].columns:
                if column.name in needed[table]:
                    sink.column(column.name, column.type)
            if parents.HOST in needed[table]:
                sink.column(parents.HOST, ColumnType.STRING)
        self._plans: dict[ActivityMap, Plan | None] = {}

    def add(self, number: int, event: Event) -> None:
        for map_ in maps_of(event.product, event.kind):
            plan = self._plans[map_] if map_ in self._plans else self._plan(map_)
            if plan is not None:
                sink = self.sinks[map_.table]
                for row in map_.rows_of(event):
                    sink.add(plan, row, number)

    def _plan(self, map_: ActivityMap) -> Plan | None:
        plan = None
        if map_.table in self.sinks and not (map_.table in self._others and _is_sysmon(map_)):
            getters = {**map_.columns, parents.HOST: parents.host_key}
            sink, needed = self.sinks[map_.table], self.needed[map_.table]
            types = {column.name: column.type for column in SCHEMAS[map_.table].columns}
            plan = Plan(
                (sink.column(name, types.get(name, ColumnType.STRING)), get)
                for name, get in getters.items()
                if name in needed
            )
        self._plans[map_] = plan
        return plan

    def finish(self) -> dict[str, pa.Table]:
        tables = {name: sink.table() for name, sink in self.sinks.items()}
        open_ = {name: table for name, table in tables.items() if parents.HOST in self.needed[name]}
        if "process" in open_ and tables["process"].num_rows:
            tables |= parents.fill(open_)
        return tables


def _is_sysmon(map_: ActivityMap) -> bool:
    product = map_.columns.get("metadata.product")
    return isinstance(product, Constant) and product.value == "Sysmon"


class _Native:
    """A Defender table's rows that are there as they stand."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self.sink = Sink()
        for column in schema.columns:
            self.sink.column(column.name, column.type)
        self._plans: dict[str, Plan] = {}

    def add(self, number: int, event: Event) -> None:
        plan = self._plans.get(event.product)
        if plan is None:
            getters = defender.getters(self.schema.name, event.product)
            plan = self._plans[event.product] = Plan(
                (self.sink.column(column.name, column.type), getters[column.name])
                for column in self.schema.columns
                if column.name in getters
            )
        self.sink.add(plan, event, number)


class Builder:
    """Collects events into tables.

    splunk_fields    the fields of the table `events` to collect, or EVERYTHING; None for no such table.
    defender_tables  the Defender tables to build, each with its columns, or None for all of its columns.
    activities       the activity tables to give as "activity.process" and so on: each with its columns, or
                     True for all of them.
    splunk_kinds     kinds of which `events` needs rows (as in `Need`), or None for all; for audit events the
                     kind of the record.
    sigma            streams of Sigma's log sources, by name: each with the fields to collect.
    takers           stream -> who is given its rows as they come; then its table stays empty.
    models           datasets of CIM data models, as "Endpoint.Processes", to build: each with its fields.

    Raises UsageError for a Defender table, a dataset or a stream there is not.
    """

    def __init__(
        self,
        splunk_fields: frozenset[str] | None = None,
        defender_tables: Mapping[str, frozenset[str] | None] | None = None,
        activities: bool | Mapping[str, frozenset[str]] = False,
        splunk_kinds: frozenset[str] | None = None,
        sigma: Mapping[str, frozenset[str]] | None = None,
        takers: Mapping[str, Taker] | None = None,
        models: Mapping[str, frozenset[str]] | None = None,
    ) -> None:
        self._schemas = {name: _schema(name, columns) for name, columns in (defender_tables or {}).items()}
        self._splunk = None if splunk_fields is None else _Splunk(splunk_fields, splunk_kinds)
        self._native = {name: _Native(schema) for name, schema in self._schemas.items()}
        self._asked = _asked(activities)
        self._sigma = Sigma(sigma, takers or {}) if sigma else None
        shown = [] if self._sigma is None else list(self._sigma.reads())
        self._models = {name: _dataset(name, fields) for name, fields in (models or {}).items()}
        views = [*_defender_reads(self._schemas), *_reads(cim.VIEWS, self._models)]
        needed = _needed([*self._asked.items(), *views, *shown])
        others = needed.keys() - {"process"} - _needed([*self._asked.items(), *views]).keys()
        self._activities = _Activities(needed, frozenset(others)) if needed else None

    @property
    def notes(self) -> list[str]:
        """What a user should know about the tables."""
        if self._splunk is None or not self._splunk.dropped:
            return []
        count = len(self._splunk.dropped)
        more = "at least " if count >= _MAX_UNKNOWN else ""
        return [f"{more}{count} field names beyond the first {MAX_COLUMNS} were left out of the table events"]

    def add(self, number: int, event: Event) -> None:
        """Add one event under its number. Numbers must not go down."""
        if self._splunk is not None:
            self._splunk.add(number, event)
        if self._native:
            for name in defender.native_tables(event):
                native = self._native.get(name)
                if native is not None:
                    native.add(number, event)
        if self._sigma is not None:
            self._sigma.add(number, event)
        if self._activities is not None:
            self._activities.add(number, event)

    def finish(self) -> dict[str, pa.Table]:
        """The tables by name. The builder is empty afterwards."""
        tables: dict[str, pa.Table] = {}
        if self._splunk is not None:
            tables["events"] = self._splunk.sink.table()
        activities = self._activities.finish() if self._activities is not None else {}
        for name, native in self._native.items():
            tables[name] = _table(native, activities)
        if self._sigma is not None:
            tables |= self._sigma.finish(activities)
        for name, schema in self._models.items():
            rows, arrow = _kept(cim.VIEWS[name], activities), _arrow(schema)
            tables[name] = _shown(cim.VIEWS[name], schema, rows, arrow) if rows.num_rows else arrow.empty_table()
        for name, columns in self._asked.items():
            schema = _only(SCHEMAS[name], columns)
            if parents.ACTOR in columns:
                schema = Schema(schema.name, (*schema.columns, Column(parents.ACTOR, ColumnType.LONG)))
            tables[schema.name] = fitted(activities[name], _arrow(schema))
        return tables


def _schema(name: str, columns: frozenset[str] | None) -> Schema:
    """A Defender table with only these columns; names it does not have are left out."""
    whole = defender.TABLES.get(name)
    if whole is None:
        raise UsageError(f"no Defender table is named {name}", hint=f"there are {', '.join(defender.TABLES)}")
    return whole if columns is None else _only(whole, columns)


def _only(schema: Schema, columns: frozenset[str]) -> Schema:
    return Schema(schema.name, tuple(column for column in schema.columns if column.name in columns))


def _asked(activities: bool | Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Activity table -> the columns a caller asked for."""
    if isinstance(activities, Mapping):
        return dict(activities)
    return {name: frozenset(schema.names()) for name, schema in SCHEMAS.items()} if activities else {}


def _arrow(schema: Schema) -> pa.Schema:
    columns = [(column.name, ARROW[column.type]) for column in schema.columns]
    return pa.schema([*columns, (EVENT_COLUMN, pa.int64())])


def _dataset(name: str, fields: frozenset[str]) -> Schema:
    """A dataset of a data model with only these fields."""
    if name not in cim.SCHEMAS:
        raise UsageError(f"no CIM dataset is named {name}", hint=f"there are {', '.join(cim.SCHEMAS)}")
    return _only(cim.SCHEMAS[name], fields)


Reads = tuple[str, frozenset[str]]
"""An activity table, and columns of it that something reads."""


def _defender_reads(schemas: Mapping[str, Schema]) -> Iterable[Reads]:
    return _reads(defender.VIEWS, {name: schema for name, schema in schemas.items() if name in defender.VIEWS})


def _reads(views: Mapping[str, View], schemas: Mapping[str, Schema]) -> Iterable[Reads]:
    """What the views read to show the columns of these schemas."""
    for name, schema in schemas.items():
        view = views[name]
        shown = (view.columns[column] for column in schema.names() if column in view.columns)
        yield view.activity, view.reads.union(*(one.reads for one in shown))


def _needed(reads: Iterable[Reads]) -> dict[str, frozenset[str]]:
    """Activity table -> the columns that are read, and those that filling them through process ids reads."""
    needed: dict[str, frozenset[str]] = {}
    for activity, columns in reads:
        fills = frozenset[str]().union(*(parents.needs(column) for column in columns))
        own = columns | parents.KEYS if fills else columns
        needed[activity] = needed.get(activity, frozenset()) | own
        if fills:
            needed["process"] = needed.get("process", frozenset()) | fills
    return needed


def _kept(view: View, activities: Mapping[str, pa.Table]) -> pa.Table:
    """The rows of its activity table that a view shows."""
    rows = activities[view.activity]
    return rows.filter(view.where(rows)) if rows.num_rows else rows


def _table(native: _Native, activities: Mapping[str, pa.Table]) -> pa.Table:
    """A Defender table: its own rows and those of its view, in the order of the events."""
    schema, arrow = native.schema, _arrow(native.schema)
    own = native.sink.table()
    parts = [own] if own.num_rows else []
    view = defender.VIEWS.get(schema.name)
    if view is not None:
        rows = _kept(view, activities)
        if rows.num_rows:
            parts.append(_shown(view, schema, rows, arrow))
    if not parts:
        return arrow.empty_table()
    table = pa.concat_tables(parts)
    if len(parts) > 1:
        table = table.take(pc.sort_indices(table[EVENT_COLUMN]))
    return pa.table([_present(table[c.name], c) for c in schema.columns] + [table[EVENT_COLUMN]], schema=arrow)


def _shown(view: View, schema: Schema, rows: pa.Table, arrow: pa.Schema) -> pa.Table:
    made = [
        _fitting(view.columns[column.name].make(rows), column)
        if column.name in view.columns
        else pa.nulls(rows.num_rows, ARROW[column.type])
        for column in schema.columns
    ]
    return pa.table([*made, rows[EVENT_COLUMN]], schema=arrow)


def _fitting(values: pa.Array | pa.ChunkedArray, column: Column) -> pa.Array | pa.ChunkedArray:
    """Values in the column's type; a number it cannot hold is null."""
    if column.type is not ColumnType.INT:
        return values.cast(ARROW[column.type])
    inside = pc.and_(pc.greater_equal(values, -(1 << 31)), pc.less(values, 1 << 31))
    return pc.if_else(inside, values, None).cast(pa.int32())


def _present(values: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    """KQL has no null strings: a missing one is empty."""
    return pc.fill_null(values, "") if column.type is ColumnType.STRING else values
