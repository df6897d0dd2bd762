"""Values: what is computed for each row. Three kinds, all immutable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias, TypeGuard

from antivenom.plan.types import Type
from antivenom.source import Span

_numbers = count(1)

JUNCTIONS = frozenset({"bool.and", "bool.or", "bool.not"})
"""Operations on conditions."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a relation. Two columns are the same only if their ids are: names may repeat."""

    id: int
    name: str
    type: Type


def new_column(name: str, type: Type) -> Column:
    """A column nobody else has."""
    return Column(next(_numbers), name, type)


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant. `value` is a Python bool, int, float, str, list of str, or None for a typed null.

    DATETIME and TIMESPAN literals are ticks; DYNAMIC is JSON text, DECIMAL plain text.
    """

    value: bool | int | float | str | tuple[str, ...] | None
    type: Type
    span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """An operation, named for exactly what it does: `op` is a row of the engine's function table.

    Names are `family.what`: "bool.and", "text.has_term", "kusto.eq", "splunk.search_eq". Where two
    languages mean different things by the same sign they use different ops.
    """

    op: str
    args: tuple[Value, ...]
    type: Type
    span: Span | None = field(default=None, compare=False)


Value: TypeAlias = Column | Literal | Call


def call(op: str, *args: Value, type: Type, span: Span | None = None) -> Call:
    """Shorthand for a Call."""
    return Call(op, args, type, span)


def text(value: str, span: Span | None = None) -> Literal:
    """A string literal."""
    return Literal(value, Type.STRING, span)


def true() -> Literal:
    """The literal true."""
    return Literal(True, Type.BOOL)


def both(left: Value, right: Value) -> Value:
    """left AND right."""
    return Call("bool.and", (left, right), Type.BOOL)


def is_junction(value: Value) -> TypeGuard[Call]:
    """Whether it is an AND, OR or NOT of conditions."""
    return isinstance(value, Call) and value.op in JUNCTIONS


def walk(value: Value) -> Iterator[Value]:
    """The value and everything below it, outermost first, without recursion limits."""
    stack = [value]
    while stack:
        node = stack.pop()
        yield node
        if isinstance(node, Call):
            stack.extend(reversed(node.args))


def columns_of(value: Value) -> set[Column]:
    """Every column the value reads."""
    return {node for node in walk(value) if isinstance(node, Column)}
