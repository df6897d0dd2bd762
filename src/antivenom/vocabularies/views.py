"""What a view of an activity table is made of: columns, each with what it reads and what it makes of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import pyarrow as pa
import pyarrow.compute as pc

Values: TypeAlias = pa.Array | pa.ChunkedArray


@dataclass(frozen=True, slots=True)
class Shown:
    """One column of a view: the activity columns it reads, and what it makes of them."""

    reads: frozenset[str]
    make: Callable[[pa.Table], Values]


@dataclass(frozen=True, slots=True)
class View:
    """A table over an activity table; rows for which `where` is not true are left out."""

    activity: str
    columns: Mapping[str, Shown]
    reads: frozenset[str]
    where: Callable[[pa.Table], pa.ChunkedArray]


def same(name: str) -> Shown:
    """A column as it is."""
    return Shown(frozenset((name,)), lambda table: table[name])


def always(value: str) -> Shown:
    """The same text in every row."""
    return Shown(frozenset(), lambda table: pa.repeat(pa.scalar(value, pa.string()), table.num_rows))


def named(name: str, names: Mapping[str, str]) -> Shown:
    """A column whose values have other names in the view; one without a name there is null."""
    keys, values = pa.array(list(names)), pa.array(list(names.values()))
    return Shown(frozenset((name,)), lambda table: values.take(pc.index_in(_whole(table[name]), keys)))


def _whole(column: pa.ChunkedArray) -> pa.Array:
    return column.combine_chunks()


def text(name: str) -> Shown:
    """A column as text."""

    def make(table: pa.Table) -> pa.ChunkedArray:
        column = table[name]
        return column if column.type == pa.string() else column.cast(pa.string())

    return Shown(frozenset((name,)), make)


def lower(name: str) -> Shown:
    """A column in lower case."""
    return Shown(frozenset((name,)), lambda table: pc.utf8_lower(table[name]))


def first_of(*columns: Shown) -> Shown:
    """The first of these columns that has a value."""
    reads = frozenset[str]().union(*(column.reads for column in columns))
    return Shown(reads, lambda table: pc.coalesce(*(column.make(table) for column in columns)))


def made(reads: tuple[str, ...], make: Callable[..., str | None]) -> Shown:
    """A column of the texts that `make` gives for each row's values."""

    def column(table: pa.Table) -> pa.Array:
        columns = [table[name].to_pylist() for name in reads]
        return pa.array([make(*values) for values in zip(*columns, strict=True)], pa.string())

    return Shown(frozenset(reads), column)


LAUNCHED = frozenset(("activity_name", "status"))
"""What `launched` reads."""


def launched(rows: pa.Table) -> pa.ChunkedArray:
    """Processes that started: a failed execve started none."""
    return pc.and_(pc.equal(rows["activity_name"], "Launch"), succeeded(rows))


def succeeded(rows: pa.Table) -> pa.ChunkedArray:
    """What did not fail."""
    return pc.invert(pc.fill_null(pc.equal(rows["status"], "Failure"), False))
