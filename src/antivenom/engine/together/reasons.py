"""Why a row meets a condition: the operations on its fields that make it true."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from antivenom.engine.together.algebra import asks, inner
from antivenom.engine.together.atoms import atom_of
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
    known = _truths(row, condition, passed or {})
    found: dict[int, Call] = {}
    stack = [condition] if known[id(condition)] else []
    while stack:
        value = stack.pop()
        if not isinstance(value, Call) or value.op == "bool.not":
            continue
        if value.op in ("bool.and", "bool.or"):
            stack.extend(arg for arg in reversed(value.args) if known[id(arg)])
        else:
            found.setdefault(id(value), value)
    return list(found.values())


def holds(row: Row, condition: Value) -> bool:
    """Whether the condition is true of the row."""
    return _truths(row, condition, {})[id(condition)]


def _truths(row: Row, condition: Value, passed: Known) -> dict[int, bool]:
    """The truth of the condition and of each of its parts, by id, without recursion."""
    known: dict[int, bool] = {}
    stack = [condition]
    while stack:
        value = stack[-1]
        todo = [arg for arg in inner(value) if id(arg) not in known]
        if todo:
            stack.extend(todo)
            continue
        stack.pop()
        known[id(value)] = _truth(row, value, known, passed)
    return known


def _truth(row: Row, value: Value, known: Mapping[int, bool], passed: Known) -> bool:
    if isinstance(value, Literal):
        return value.value is True
    if not isinstance(value, Call):
        raise EngineError("a condition must be an operation or a constant")
    match value.op:
        case "bool.and":
            return all(known[id(arg)] for arg in value.args)
        case "bool.or":
            return any(known[id(arg)] for arg in value.args)
        case "bool.not":
            return not known[id(value.args[0])]
        case "null.is_null":
            return all(row.get(arg.name) is None for arg in value.args if isinstance(arg, Column))
    return _passes(row, value, passed)


def _passes(row: Row, call: Call, passed: Known) -> bool:
    if passed and (values := passed.get(asks(call))) is not None:
        return any(row.get(arg.name) in values for arg in call.args if isinstance(arg, Column))
    atom = atom_of(call)
    cells = [cell for name in atom.columns if (cell := row.get(name)) is not None]
    return len(cells) == len(atom.columns) and atom.passes(*cells)
