"""Why a row meets a condition: the operations on its fields that make it true."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from antivenom.engine.together.algebra import asks
from antivenom.engine.together.atoms import atom_of
from antivenom.engine.together.shape import Shape
from antivenom.errors import EngineError
from antivenom.plan.values import Call, Column, Literal, Value

Row = Mapping[str, str | None]


Known = Mapping[Hashable, set[str]]
"""What an operation asks of one column -> all values that are known to pass."""


def reasons(row: Row, condition: Value, passed: Known | None = None) -> list[Call]:
    """The operations that make the condition true of the row (column name -> value), in the condition's order.

    Of an AND all parts count, of an OR those that are true, of a NOT none. Empty if the condition is false.
    Operations in `passed` are not asked again.
    """
    shape = Shape(condition)
    return list(shape.counting(true_of(row, shape.tests, passed or {})))


def holds(row: Row, condition: Value) -> bool:
    """Whether the condition is true of the row."""
    shape = Shape(condition)
    return shape.holds(true_of(row, shape.tests, {}))


def true_of(row: Row, tests: Iterable[Value], passed: Known) -> set[int]:
    """The tests, by id, that are true of the row; those in `passed` are not asked again."""
    return {id(test) for test in tests if _truth(row, test, passed)}


def _truth(row: Row, test: Value, passed: Known) -> bool:
    if isinstance(test, Literal):
        return test.value is True
    if not isinstance(test, Call):
        raise EngineError("a condition must be an operation or a constant")
    if test.op == "null.is_null":
        return all(row.get(arg.name) is None for arg in test.args if isinstance(arg, Column))
    return _passes(row, test, passed)


def _passes(row: Row, call: Call, passed: Known) -> bool:
    if passed and (values := passed.get(asks(call))) is not None:
        return any(row.get(arg.name) in values for arg in call.args if isinstance(arg, Column))
    atom = atom_of(call)
    cells = [cell for name in atom.columns if (cell := row.get(name)) is not None]
    return len(cells) == len(atom.columns) and atom.passes(*cells)
