"""The shape of a scalar function row, and the makers that most rows are built with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from antivenom.errors import Unsupported
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class Args:
    """A call as its row sees it: lowered arguments, where each stands, and where the call stands."""

    name: str
    values: Sequence[Value]
    spans: Sequence[Span]
    span: Span

    def __len__(self) -> int:
        return len(self.values)

    def text(self, index: int) -> Value:
        """A string or dynamic argument, as a string."""
        return to.text(self.values[index], self.spans[index])

    def only_text(self, index: int) -> Value:
        """A string argument."""
        return to.only_text(self.values[index], self.spans[index])

    def whole(self, index: int) -> Value:
        """An int or long argument, as a long."""
        return to.whole(self.values[index], self.spans[index])

    def real(self, index: int) -> Value:
        """A number, as a real."""
        return to.real(self.values[index], self.spans[index])

    def typed(self, index: int, *types: Type) -> Value:
        """An argument that must be of one of these types."""
        value = self.values[index]
        if value.type not in types:
            raise to.wrong_type(value, " or ".join(f"a {type_.value}" for type_ in types), self.spans[index])
        return value

    def constant_text(self, index: int, what: str) -> str:
        """A string argument that must be a literal."""
        value = self.only_text(index)
        if not isinstance(value, Literal):
            raise Unsupported(f"KQL {self.name}: {what} is not constant", span=self.spans[index])
        return str(value.value)

    def constant_whole(self, index: int, what: str) -> int:
        """A whole number that must be a literal."""
        value = self.whole(index)
        if not isinstance(value, Literal) or not isinstance(value.value, int):
            raise Unsupported(f"KQL {self.name}: {what} is not constant", span=self.spans[index])
        return value.value

    def not_null(self, index: int) -> None:
        """Refuses a null index: it means one thing to Kusto's constant folder and another to its row engine."""
        value = self.values[index]
        if isinstance(value, Literal) and value.value is None:
            raise Unsupported(f"KQL {self.name} with a null index", span=self.spans[index])

    def call(self, op: str, *values: Value, type: Type) -> Call:
        """A plan call that stands where this call stands."""
        return Call(op, tuple(values), type, self.span)


Build = Callable[[Args], Value]


@dataclass(frozen=True, slots=True)
class Function:
    """One function: its name, how many arguments it takes, and the plan value it becomes."""

    name: str
    fewest: int
    most: int
    build: Build


def of_text(name: str, op: str, type: Type = Type.STRING) -> Function:
    """A function of one string (a dynamic counts as its text)."""
    return Function(name, 1, 1, lambda a: a.call(op, a.text(0), type=type))


def of_real(name: str, op: str, type: Type = Type.REAL) -> Function:
    """A function of one number, as a real."""
    return Function(name, 1, 1, lambda a: a.call(op, a.real(0), type=type))


def string(args: Args, index: int) -> Value:
    """A string argument, or a dynamic as its text; Kusto takes no other type here."""
    value = args.values[index]
    if value.type not in (Type.STRING, Type.DYNAMIC):
        raise to.wrong_type(value, "a string", args.spans[index])
    return args.text(index)


def listed(args: Args, start: int) -> Value:
    """The strings from an argument on, or the one dynamic array there, as an array."""
    if len(args) == start + 1 and args.values[start].type is Type.DYNAMIC:
        return args.values[start]
    texts = (to.to_json(args.typed(index, Type.STRING)) for index in range(start, len(args)))
    return args.call("kusto.array", *texts, type=Type.DYNAMIC)


def of_time(name: str, op: str, type: Type = Type.DATETIME) -> Function:
    """A function of one datetime."""
    return Function(name, 1, 1, lambda a: a.call(op, a.typed(0, Type.DATETIME), type=type))


def table(*groups: Sequence[Function]) -> dict[str, Function]:
    """Rows by name; a name defined twice is a mistake of ours."""
    found: dict[str, Function] = {}
    for group in groups:
        for row in group:
            if row.name in found:
                raise ValueError(f"function {row.name} is defined twice")
            found[row.name] = row
    return found
