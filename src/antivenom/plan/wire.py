"""Conditions as plain lists and back, each distinct test once: what a cache keeps of thousands of them.

Places in the text are not kept. A condition is a number (of a test in the pool) or [op, condition, ...].
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from antivenom.plan.types import Type
from antivenom.plan.values import JUNCTIONS, Call, Column, Literal, Value, is_junction, new_column

Tree: TypeAlias = int | list[Any]
"""A condition as plain values."""

_TYPES = {type_.value: type_ for type_ in Type}


class Writer:
    """Collects the tests of many conditions."""

    def __init__(self) -> None:
        self.tests: list[list[Any]] = []
        self._numbers: dict[tuple[Any, ...], int] = {}

    def write(self, value: Value) -> Tree:
        """A condition as plain values."""
        if is_junction(value):
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


_VALUES: dict[str, tuple[type, ...]] = {"string": (str,), "real": (float, int), "long": (int,), "bool": (bool,)}
"""What a constant of a type is, as far as conditions hold constants."""


class Reader:
    """Gives conditions back; those read by one Reader share their tests and columns.

    Raises ValueError for what no Writer wrote.
    """

    def __init__(self, tests: Sequence[Sequence[Any]]) -> None:
        self._tests = tests
        self._made: dict[int, Value] = {}
        self._columns: dict[tuple[str, str], Column] = {}

    def read(self, tree: Tree) -> Value:
        """The condition that was written."""
        if isinstance(tree, int):
            if tree not in self._made:
                if not 0 <= tree < len(self._tests):
                    raise ValueError("a test that is not there")
                self._made[tree] = self._test(self._tests[tree])
            return self._made[tree]
        if not isinstance(tree, list) or len(tree) < 2 or tree[0] not in JUNCTIONS:
            raise ValueError("no condition")
        op, *parts = tree
        if op == "bool.not" and len(parts) != 1:
            raise ValueError("not of several")
        return Call(op, tuple(self.read(part) for part in parts), Type.BOOL)

    def _test(self, test: Sequence[Any]) -> Value:
        if not isinstance(test, list) or len(test) < 4 or len(test) % 3 != 1 or not isinstance(test[0], str):
            raise ValueError("no test")
        op, *rest = test
        args = tuple(self._argument(*rest[at : at + 3]) for at in range(0, len(rest), 3))
        return Call(op, args, Type.BOOL) if op else args[0]

    def _argument(self, kind: Any, value: Any, type_: Any) -> Value:
        held = _VALUES.get(type_) if isinstance(type_, str) else None
        if held is None or kind not in ("literal", "column"):
            raise ValueError("no argument")
        if kind == "literal":
            if value is not None and type(value) not in held:
                raise ValueError("a constant of another type")
            return Literal(value, _TYPES[type_])
        if not isinstance(value, str):
            raise ValueError("a column without a name")
        key = (value, type_)
        if key not in self._columns:
            self._columns[key] = new_column(value, _TYPES[type_])
        return self._columns[key]
