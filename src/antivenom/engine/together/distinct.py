"""Columns as codes of their distinct values, and rows as their distinct tuples of codes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.errors import EngineError

Ids = npt.NDArray[np.int64]

_BLOCK = 1 << 19
_LARGEST_KEY = 1 << 62
_SAMPLE = 1 << 15
_RARELY_EQUAL = 0.98


@dataclass(frozen=True, slots=True)
class Coded:
    """Values (large_string, no nulls) and a code into them for each row; `len(values)` stands for null.

    Values are distinct, but in a long column of which hardly any repeat.
    """

    values: pa.Array
    codes: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Tuples:
    """The distinct tuples of some columns of a table, and the tuple of each row (None: each row is its own)."""

    columns: Mapping[str, Coded]
    count: int
    rows: npt.NDArray[np.int32] | None

    def blocks(self) -> Iterator[tuple[int, int, dict[str, Coded]]]:
        """The tuples in blocks that bound memory: first, count, and the columns of these tuples alone."""
        if self.count <= _BLOCK:
            yield 0, self.count, dict(self.columns)
            return
        for begin in range(0, self.count, _BLOCK):
            count = min(_BLOCK, self.count - begin)
            inside = slice(begin, begin + count)
            yield begin, count, {name: _narrowed(coded, inside) for name, coded in self.columns.items()}


def tuples(table: pa.Table, names: Sequence[str]) -> Tuples:
    """The table's distinct tuples of the named columns. Raises EngineError for a column it does not have."""
    coded = {name: _coded(table, name) for name in names}
    if any(len(column.values) == table.num_rows for column in coded.values()):
        return Tuples(coded, table.num_rows, None)
    rows, firsts = _ranked(list(coded.values()), table.num_rows)
    if len(firsts) == table.num_rows:
        return Tuples(coded, table.num_rows, None)
    return Tuples({n: Coded(c.values, c.codes[firsts]) for n, c in coded.items()}, len(firsts), rows)


def _coded(table: pa.Table, name: str) -> Coded:
    if name not in table.column_names:
        raise EngineError(f"the table has no column {name}")
    data = table.column(table.column_names.index(name))
    if pa.types.is_dictionary(data.type):
        data = data.cast(data.type.value_type)
    data = data.cast(pa.large_string()).combine_chunks()
    if _mostly_distinct(data):
        return _each_its_own(data)
    encoded = data.dictionary_encode()
    codes = pc.fill_null(encoded.indices, len(encoded.dictionary)).to_numpy(zero_copy_only=False)
    return Coded(encoded.dictionary, codes.astype(np.int32, copy=False))


def _mostly_distinct(data: pa.Array) -> bool:
    """Whether looking for equal values would cost more than it saves, by a sample from all over the column."""
    if len(data) < _SAMPLE * 2:
        return False
    sample = data.take(pa.array(np.arange(0, len(data), len(data) // _SAMPLE)))
    return bool(pc.count_distinct(sample, mode="all").as_py() > len(sample) * _RARELY_EQUAL)


def _each_its_own(data: pa.Array) -> Coded:
    there = np.asarray(data.is_valid().to_numpy(zero_copy_only=False), np.bool_)
    codes = np.cumsum(there, dtype=np.int32) - 1
    values = data.drop_null() if data.null_count else data
    return Coded(values, np.where(there, codes, np.int32(len(values))))


def _ranked(columns: list[Coded], count: int) -> tuple[npt.NDArray[np.int32], Ids]:
    """The number of each row's tuple, in order of appearance, and the first row of each tuple."""
    keys, most = np.zeros(count, np.int64), 1
    for column in columns:
        size = len(column.values) + 1
        if most * size > _LARGEST_KEY:
            keys, most = _ranks(keys)
        keys, most = keys * size + column.codes, most * size
    keys, most = _ranks(keys)
    firsts = np.empty(most, np.int64)
    firsts[keys[::-1]] = np.arange(count - 1, -1, -1)
    return keys.astype(np.int32), firsts


def _ranks(keys: Ids) -> tuple[Ids, int]:
    encoded = pa.array(keys).dictionary_encode()
    return np.asarray(encoded.indices).astype(np.int64), len(encoded.dictionary)


def _narrowed(coded: Coded, inside: slice) -> Coded:
    """The column for some tuples alone, without the values that only others have."""
    codes = coded.codes[inside]
    size = len(coded.values)
    used = np.zeros(size + 1, np.bool_)
    used[codes] = True
    used[size] = False
    kept = np.flatnonzero(used)
    places = np.full(size + 1, len(kept), np.int32)
    places[kept] = np.arange(len(kept), dtype=np.int32)
    return Coded(coded.values.take(pa.array(kept)), places[codes])
