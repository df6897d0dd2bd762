"""Why each of many rows meets a condition: as `reasons`, the tests asked of all rows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.engine.together.algebra import asks
from antivenom.engine.together.reasons import Known, true_of
from antivenom.engine.together.sets import Ids
from antivenom.engine.together.shape import Shape
from antivenom.errors import AntivenomError
from antivenom.plan.values import Call, Value, columns_of

Outcomes = Callable[[pa.Table, Sequence[Value]], Sequence[Ids | AntivenomError]]
Named = tuple[Call, ...]

_FEW = 3_000
"""Tests, of all rows together, below which they are asked one by one."""


def named(table: pa.Table, condition: Value, outcomes: Outcomes, passed: Known) -> list[Named]:
    """For each row of the table, the tests that make the condition true of it; of equal rows the same ones.

    Tests in `passed` are not asked again.
    """
    names = sorted({column.name for column in columns_of(condition)})
    rows = table.select(names).to_pylist()
    places: dict[tuple[str | None, ...], int] = {}
    which = [places.setdefault(tuple(row.values()), len(places)) for row in rows]
    distinct = [dict(zip(names, values, strict=True)) for values in places]
    shape = Shape(condition)
    if len(shape.tests) * len(distinct) <= _FEW:
        true = [true_of(row, shape.tests, passed) for row in distinct]
    else:
        columns = {name: pa.array([row[name] for row in distinct], pa.string()) for name in names}
        truths = _truths(pa.table(columns), shape.tests, outcomes, passed)
        true = _by_row(shape.tests, truths, len(distinct))
    told = [shape.counting(tests) for tests in true]
    return [told[place] for place in which]


def _truths(table: pa.Table, tests: Sequence[Value], outcomes: Outcomes, passed: Known) -> list[Ids | AntivenomError]:
    """The rows for which each test is true."""
    asked = [test for test in tests if not _is_known(test, passed)]
    answers = iter(outcomes(table, asked))
    return [_known(table, test, passed) if _is_known(test, passed) else next(answers) for test in tests]


def _is_known(test: Value, passed: Known) -> bool:
    return isinstance(test, Call) and bool(passed) and asks(test) in passed


def _known(table: pa.Table, test: Value, passed: Known) -> Ids:
    assert isinstance(test, Call)
    (name,) = {column.name for column in columns_of(test)}
    values = pa.array(sorted(passed[asks(test)]), pa.string())
    return np.flatnonzero(pc.is_in(table.column(name), values).to_numpy())


def _by_row(tests: Sequence[Value], truths: Sequence[Ids | AntivenomError], count: int) -> list[set[int]]:
    """For each row, the tests, by id, that are true of it."""
    true: list[set[int]] = [set() for _ in range(count)]
    for test, rows in zip(tests, truths, strict=True):
        for row in [] if isinstance(rows, AntivenomError) else rows.tolist():
            true[row].add(id(test))
    return true
