"""The shape of a function computed in Python, and how it runs over Arrow arrays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

_ARROW = {
    "BOOLEAN": pa.bool_(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "VARCHAR": pa.string(),
    "VARCHAR[]": pa.list_(pa.string()),
    "VARCHAR[][]": pa.list_(pa.list_(pa.string())),
    "BOOLEAN[]": pa.list_(pa.bool_()),
    "BIGINT[]": pa.list_(pa.int64()),
    "DOUBLE[]": pa.list_(pa.float64()),
}


class NoAnswer(Exception):
    """The function has no answer for these cells; says why."""


@dataclass(frozen=True, slots=True)
class Computed:
    """One function: the plan op it computes, what computes a cell, and its SQL argument and result types.

    Cells are Python values. A row with a null argument gives null without asking, unless `nulls`: then the
    function gets None. A row whose cells the function cannot read (it raises `NoAnswer`), or that
    are beyond arithmetic, has the value `otherwise`; the function must raise nothing else, whatever the cells hold.
    """

    op: str
    function: Callable[..., Any]
    arguments: tuple[str, ...]
    result: str
    nulls: bool = False
    otherwise: Any = None

    @property
    def name(self) -> str:
        """The SQL function's name."""
        return "antivenom_" + self.op.replace(".", "_")

    def over(self, *arrays: pa.Array) -> pa.Array:
        """The function of each row; equal rows of a batch are computed once."""
        made: dict[tuple[Any, ...], Any] = {}
        found = []
        for cells in zip(*(array.to_pylist() for array in arrays), strict=True):
            key = tuple(_frozen(cell) for cell in cells)
            if key not in made:
                made[key] = None if None in key and not self.nulls else self._answer(cells)
            found.append(made[key])
        return pa.array(found, _ARROW[self.result])

    def _answer(self, cells: tuple[Any, ...]) -> Any:
        try:
            return self.function(*cells)
        except (NoAnswer, ArithmeticError):
            return self.otherwise


def _frozen(cell: Any) -> Any:
    """A cell that can be looked up: lists as tuples."""
    return tuple(map(_frozen, cell)) if isinstance(cell, list) else cell


def table(*groups: Iterable[Computed]) -> dict[str, Computed]:
    """Rows by op; an op defined twice is a mistake of ours."""
    found: dict[str, Computed] = {}
    for group in groups:
        for row in group:
            if row.op in found:
                raise ValueError(f"computed function {row.op} is defined twice")
            found[row.op] = row
    return found
