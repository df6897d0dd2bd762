"""Why each of many rows meets a condition: as `reasons`, the tests asked of all rows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.engine.together.algebra import asks, inner
from antivenom.engine.together.reasons import Known, reasons
from antivenom.engine.together.sets import Ids
from antivenom.errors import AntivenomError
from antivenom.plan.values import Call, Value, columns_of

Outcomes = Callable[[pa.Table, Sequence[Value]], Sequence[Ids | AntivenomError]]
Named = tuple[Call, ...]

_FEW = 3_000
"""Tests, of all rows together, below which they are asked one by one."""


@dataclass(frozen=True, slots=True)
class _Junction:
    """An AND, OR or NOT: its tests and the junctions in it, by id."""

    op: str
    tests: frozenset[int]
    inside: tuple[int, ...]

    def holds(self, true: set[int]) -> bool:
        """Whether it is true where just these tests and junctions are."""
        if self.op == "bool.not":
            return self.tests.isdisjoint(true) and not any(number in true for number in self.inside)
        if self.op == "bool.and":
            return self.tests <= true and all(number in true for number in self.inside)
        return not self.tests.isdisjoint(true) or any(number in true for number in self.inside)


def named(table: pa.Table, condition: Value, outcomes: Outcomes, passed: Known) -> list[Named]:
    """For each row of the table, the tests that make the condition true of it; of equal rows the same ones.

    Tests in `passed` are not asked again.
    """
    names = sorted({column.name for column in columns_of(condition)})
    rows = table.select(names).to_pylist()
    places: dict[tuple[str | None, ...], int] = {}
    which = [places.setdefault(tuple(row.values()), len(places)) for row in rows]
    distinct = [dict(zip(names, values, strict=True)) for values in places]
    tests = _tests(condition)
    if len(tests) * len(distinct) <= _FEW:
        told = [tuple(reasons(row, condition, passed)) for row in distinct]
    else:
        columns = {name: pa.array([row[name] for row in distinct], pa.string()) for name in names}
        truths = _truths(pa.table(columns), tests, outcomes, passed)
        told = _told(condition, tests, truths, len(distinct))
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


def _tests(condition: Value) -> list[Value]:
    """The tests in a condition, each once, in order."""
    found: dict[int, Value] = {}
    stack = [condition]
    while stack:
        value = stack.pop()
        if _is_junction(value):
            stack.extend(reversed(inner(value)))
        else:
            found.setdefault(id(value), value)
    return list(found.values())


def _is_junction(value: Value) -> bool:
    return isinstance(value, Call) and value.op in ("bool.and", "bool.or", "bool.not")


def _told(condition: Value, tests: list[Value], truths: Sequence[Ids | AntivenomError], count: int) -> list[Named]:
    true: list[set[int]] = [set() for _ in range(count)]
    for test, rows in zip(tests, truths, strict=True):
        for row in [] if isinstance(rows, AntivenomError) else rows.tolist():
            true[row].add(id(test))
    junctions = _junctions(condition)
    places = {id(test): place for place, test in enumerate(tests)}
    made = []
    for held in true:
        for number, junction in junctions.items():
            if junction.holds(held):
                held.add(number)
        found = sorted(places[number] for number in _counting(id(condition), junctions, held))
        made.append(tuple(test for place in found if isinstance(test := tests[place], Call)))
    return made


def _junctions(condition: Value) -> dict[int, _Junction]:
    """The junctions of a condition by id, those inside others first."""
    found: dict[int, _Junction] = {}
    stack = [condition]
    while stack:
        value = stack[-1]
        parts = inner(value)
        todo = [part for part in parts if _is_junction(part) and id(part) not in found]
        if todo:
            stack.extend(todo)
            continue
        stack.pop()
        if isinstance(value, Call) and _is_junction(value):
            tests = frozenset(id(part) for part in parts if not _is_junction(part))
            found[id(value)] = _Junction(value.op, tests, tuple(id(part) for part in parts if _is_junction(part)))
    return found


def _counting(top: int, junctions: dict[int, _Junction], true: set[int]) -> set[int]:
    """The tests that count: those that are true and stand under no NOT."""
    found: set[int] = set()
    stack = [top]
    while stack:
        number = stack.pop()
        junction = junctions.get(number)
        if junction is None:
            found.update({number} & true)
        elif number in true and junction.op != "bool.not":
            found |= junction.tests & true
            stack.extend(junction.inside)
    return found
