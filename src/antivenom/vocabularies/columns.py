"""Rows in, Arrow out: columns of Python values that become Arrow arrays in bounded batches.

A batch is at most BATCH rows of Python objects. Values that do not fit their column become null, halves of
surrogate pairs become U+FFFD, and a time outside what 64 bit nanoseconds can hold (1677 to 2262) is null.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import Any

import pyarrow as pa

from antivenom.tables import EVENT_COLUMN, ColumnType, Event
from antivenom.vocabularies.mapping import Constant, Getter

BATCH = 65_536
TAKEN = 16_384
"""Rows of a batch that does not stay."""

_SURROGATES = re.compile("[\ud800-\udfff]")

ARROW: Mapping[ColumnType, pa.DataType] = {
    ColumnType.BOOL: pa.bool_(),
    ColumnType.INT: pa.int32(),
    ColumnType.LONG: pa.int64(),
    ColumnType.REAL: pa.float64(),
    ColumnType.STRING: pa.string(),
    ColumnType.DATETIME: pa.timestamp("ns", tz="UTC"),
    ColumnType.TIMESPAN: pa.duration("ns"),
    ColumnType.DYNAMIC: pa.string(),
    ColumnType.GUID: pa.string(),
    ColumnType.MULTIVALUE: pa.list_(pa.string()),
}

_LIMITS = {ColumnType.INT: 1 << 31, ColumnType.LONG: 1 << 63, ColumnType.DATETIME: 1 << 63}


class Plan:
    """How one kind of event fills a table: the columns it fills, each with its getter.

    Columns with one value for all events are not filled row by row, but when another plan takes over.
    """

    __slots__ = ("_constants", "_lists", "steps")

    def __init__(self, columns: Iterable[tuple[list[object], Getter]]) -> None:
        pairs = list(columns)
        self._lists = [values for values, _ in pairs]
        self._constants = [(values, get.value) for values, get in pairs if isinstance(get, Constant)]
        self.steps: list[tuple[Callable[[object], None], Getter]] = [
            (values.append, get) for values, get in pairs if not isinstance(get, Constant)
        ]

    def begin(self, rows: int) -> None:
        """Fill this plan's columns with nulls for the rows that other plans added."""
        for values in self._lists:
            pad(values, rows)

    def end(self, rows: int) -> None:
        """Fill the columns with one value for the rows that this plan added."""
        for values, value in self._constants:
            pad(values, rows, value)


def pad(values: list[object], rows: int, value: object = None) -> None:
    """Make a column `rows` long with nulls, or another value."""
    if len(values) < rows:
        values.extend(repeat(value, rows - len(values)))


class Sink:
    """A table that grows by rows. Columns are made when asked for, and are null where nothing filled them.

    With a `taker` rows do not stay: it is given every batch of them.
    """

    def __init__(self, taker: Callable[[pa.Table], None] | None = None) -> None:
        self.rows = 0
        self._taker = taker
        self._most = BATCH if taker is None else TAKEN
        self._numbers: list[object] = []
        self._columns: dict[str, list[object]] = {}
        self._types: dict[str, ColumnType] = {}
        self._batches: list[pa.Table] = []
        self._last: Plan | None = None

    def __len__(self) -> int:
        done: int = sum(batch.num_rows for batch in self._batches)
        return self.rows + done

    @property
    def width(self) -> int:
        """How many columns there are so far."""
        return len(self._columns)

    def column(self, name: str, type_: ColumnType) -> list[object]:
        """The list that collects a column's values; it lives as long as the sink."""
        values = self._columns.get(name)
        if values is None:
            values = self._columns[name] = []
            self._types[name] = type_
        return values

    def find(self, name: str) -> list[object] | None:
        """A column's list, if the column exists."""
        return self._columns.get(name)

    def add(self, plan: Plan, event: Event, number: int) -> None:
        """Add one row."""
        if plan is not self._last:
            self.follow(plan)
        for append, get in plan.steps:
            append(get(event))
        self.end(number)

    def follow(self, plan: Plan) -> None:
        """Let a plan take over from the last one."""
        if plan is self._last:
            return
        if self._last is not None:
            self._last.end(self.rows)
        plan.begin(self.rows)
        self._last = plan

    def end(self, number: int) -> None:
        """End a row whose values have been appended."""
        self._numbers.append(number)
        self.rows += 1
        if self.rows >= self._most:
            self._flush()

    def _flush(self) -> None:
        if not self.rows:
            return
        if self._last is not None:
            self._last.end(self.rows)
        arrays: dict[str, pa.Array] = {}
        for name, values in self._columns.items():
            pad(values, self.rows)
            arrays[name] = array(values, self._types[name])
            values.clear()
        arrays[EVENT_COLUMN] = pa.array(self._numbers, pa.int64())
        self._numbers.clear()
        self.rows, self._last = 0, None
        if self._taker is None:
            self._batches.append(pa.table(arrays))
        else:
            self._taker(fitted(pa.table(arrays), self._schema()))

    def _schema(self) -> pa.Schema:
        return pa.schema([*((name, ARROW[type_]) for name, type_ in self._types.items()), (EVENT_COLUMN, pa.int64())])

    def table(self) -> pa.Table:
        """All rows, columns in the order they were made, the event number last; the sink is empty then."""
        self._flush()
        schema = self._schema()
        batches = [fitted(batch, schema) for batch in self._batches]
        self._batches = []
        return pa.concat_tables(batches) if batches else schema.empty_table()


def fitted(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table with exactly these columns; one it lacks is null."""
    if table.schema.equals(schema):
        return table
    have = set(table.column_names)
    return pa.table(
        [table[field.name] if field.name in have else pa.nulls(table.num_rows, field.type) for field in schema],
        schema=schema,
    )


def array(values: Sequence[object], type_: ColumnType) -> pa.Array:
    """An Arrow array; what does not fit the type is cleaned or null, never an error."""
    try:
        return pa.array(values, ARROW[type_])
    except (pa.ArrowException, OverflowError, UnicodeError, TypeError, ValueError):
        clean = _CLEANERS.get(type_, _text)
        return pa.array([None if value is None else clean(value, type_) for value in values], ARROW[type_])


def _text(value: Any, type_: ColumnType) -> str:
    if isinstance(value, list):
        return "\n".join(_text(item, type_) for item in value)
    return _SURROGATES.sub("\ufffd", str(value))


def _texts(value: Any, type_: ColumnType) -> list[str]:
    items = value if isinstance(value, list | tuple) else (value,)
    return [_text(item, type_) for item in items]


def _integer(value: Any, type_: ColumnType) -> int | None:
    limit = _LIMITS[type_]
    return value if isinstance(value, int) and -limit <= value < limit else None


def _real(value: Any, type_: ColumnType) -> float | None:
    return float(value) if isinstance(value, int | float) and abs(value) < 1e308 else None


def _bool(value: Any, type_: ColumnType) -> bool | None:
    return value if isinstance(value, bool) else None


_CLEANERS: dict[ColumnType, Callable[[Any, ColumnType], object]] = {
    ColumnType.BOOL: _bool,
    ColumnType.INT: _integer,
    ColumnType.LONG: _integer,
    ColumnType.REAL: _real,
    ColumnType.DATETIME: _integer,
    ColumnType.MULTIVALUE: _texts,
}
