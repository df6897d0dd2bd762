"""What a row of the function table is, and arguments that must be written out in the query."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from antivenom.errors import Unsupported
from antivenom.languages.spl.syntax import Binary, Expression, Field, Function, Logic, Number, Text, Unary
from antivenom.plan.values import Column, Value
from antivenom.source import Span


class Context(Protocol):
    """What a function needs of its surroundings."""

    def value(self, expression: Expression) -> Value:
        """An argument as a value."""
        ...

    def condition(self, expression: Expression) -> Value:
        """An argument as a condition."""
        ...

    def matches(self, raw: str, span: Span) -> Value:
        """Whether the result fits the search terms that a string of the query holds."""
        ...

    def exactly(self, expression: Expression) -> Value:
        """An argument without rounding."""
        ...

    def each(self, name: str, element: Column, expression: Expression, *, condition: bool) -> Value:
        """An argument in which a field's name stands for one of its values."""
        ...


Lower = Callable[[Context, Function], Value]


@dataclass(frozen=True, slots=True)
class Row:
    """A function: the fewest and most arguments (None: any number), and how it is lowered."""

    fewest: int
    most: int | None
    lower: Lower


def literal_text(f: Function, index: int, what: str) -> Text:
    """An argument that must be written as text in the query."""
    argument = f.args[index]
    if not isinstance(argument, Text):
        raise Unsupported(f"SPL {f.name} with a computed {what}", span=argument.span)
    return argument


def whole(expression: Expression, what: str) -> int:
    """An argument that must be written as a whole number in the query."""
    sign = 1
    if isinstance(expression, Unary) and expression.op == "-":
        sign, expression = -1, expression.arg
    if not isinstance(expression, Number) or not expression.text.isdigit() or len(expression.text) > 9:
        raise Unsupported(f"SPL {what} that is no whole number written out", span=expression.span)
    return sign * int(expression.text)


def fields_in(expression: Expression) -> list[Field]:
    """The fields an expression names, in its order."""
    found: list[Field] = []
    stack: list[Expression] = [expression]
    while stack:
        match stack.pop():
            case Field() as field:
                found.append(field)
            case Unary(_, arg):
                stack.append(arg)
            case Binary(_, left, right):
                stack += [right, left]
            case Logic(_, args) | Function(_, args):
                stack.extend(reversed(args))
            case _:
                pass
    return found
