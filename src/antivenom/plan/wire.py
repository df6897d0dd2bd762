"""Conditions as plain lists and back, each distinct test once: what a cache keeps of thousands of them.

Places in the text are not kept. A condition is a number (of a test in the pool) or [op, condition, ...].
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

Tree: TypeAlias = int | list[Any]
"""A condition as plain values."""

_BOOL = frozenset({"bool.and", "bool.or", "bool.not"})
_TYPES = {type_.value: type_ for type_ in Type}


class Writer:
    """Collects the tests of many conditions."""

    def __init__(self) -> None:
        self.tests: list[list[Any]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}

    def write(self, value: Value) -> Tree:
        """A condition as plain values."""
        if isinstance(value, Call) and value.op in _BOOL:
            return [value.op, *(self.write(arg) for arg in value.args)]
        key = _key(value)
        if key not in self._numbers:
            self._numbers[key] = len(self.tests)
            self.tests.append(list(key))
        return self._numbers[key]


def _key(value: Value) -> tuple[Any, ...]:
    """A test as a flat tuple: op, then kind, value and type of each argument."""
    if isinstance(value, Call):
        return (value.op, *(part for arg in value.args for part in _argument(arg)))
    return ("", *_argument(value))


def _argument(value: Value) -> tuple[Any, ...]:
    if isinstance(value, Column):
        return ("column", value.name, value.type.value)
    if isinstance(value, Literal):
        return ("literal", value.value, value.type.value)
    raise ValueError(f"a test of a test cannot be kept: {value.op}")


class Reader:
    """Gives conditions back; those read by one Reader share their tests and columns."""

    def __init__(self, tests: Sequence[Sequence[Any]]) -> None:
        self._tests = tests
        self._made: dict[int, Value] = {}
        self._columns: dict[tuple[str, str], Column] = {}

    def read(self, tree: Tree) -> Value:
        """The condition that was written."""
        if isinstance(tree, int):
            if tree not in self._made:
                self._made[tree] = self._test(self._tests[tree])
            return self._made[tree]
        op, *parts = tree
        return Call(op, tuple(self.read(part) for part in parts), Type.BOOL)

    def _test(self, test: Sequence[Any]) -> Value:
        op, *rest = test
        args = tuple(self._argument(*rest[at : at + 3]) for at in range(0, len(rest), 3))
        return Call(op, args, Type.BOOL) if op else args[0]

    def _argument(self, kind: str, value: Any, type_: str) -> Value:
        if kind == "literal":
            return Literal(value, _TYPES[type_])
        key = (value, type_)
        if key not in self._columns:
            self._columns[key] = new_column(value, _TYPES[type_])
        return self._columns[key]
