"""Bins of a timeline, which activity plugins and rolling_percentile count in. Sizes are ticks or whole numbers."""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.plugins.calls import PluginCall
from antivenom.plan.relations import Assign, Expand, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_LINES = (Type.DATETIME, Type.TIMESPAN, Type.INT, Type.LONG)


@dataclass(frozen=True, slots=True)
class Bin:
    """Bins of one size, counted from an origin (from zero where it is None)."""

    size: int
    type: Type
    origin: Value | None = None

    @property
    def literal(self) -> Literal:
        """The size."""
        return Literal(self.size, Type.LONG)

    def of(self, value: Value) -> Value:
        """The start of the bin that holds a value."""
        origin = self.origin if self.origin is not None else Literal(0, self.type)
        return Call("kusto.bin_from", (value, self.literal, origin), self.type)

    def after(self, value: Value) -> Value:
        """The start of the bin after the one that holds a value."""
        return Call("kusto.later", (self.of(value), self.literal), self.type)


def whole_bin(call: PluginCall, name: str, index: Column, origin: Value | None = None) -> Bin:
    """A constant bin size that fits a timeline: a timespan over times, a whole number over whole numbers."""
    if index.type not in _LINES:
        raise Unsupported(f"KQL {call.name} over a timeline of {index.type.value}", span=call.span)
    size = length(call, name, index)
    if size < 1:
        raise QueryError(f"{name} must be more than zero", span=call.at(name))
    return Bin(size, index.type, origin)


def length(call: PluginCall, name: str, index: Column) -> int:
    """A constant length along a timeline."""
    if name in call.args and call.constant(name, Type.STRING, Type.TIMESPAN, Type.INT, Type.LONG, Type.REAL):
        given = call.constant(name, Type.STRING, Type.TIMESPAN, Type.INT, Type.LONG, Type.REAL)
        assert given is not None
        if given.type is Type.STRING:
            raise Unsupported(f"KQL {call.name} by calendar bins", span=call.at(name))
    times = index.type in (Type.DATETIME, Type.TIMESPAN)
    found = call.required(name, Type.TIMESPAN) if times else call.required(name, Type.INT, Type.LONG)
    assert isinstance(found.value, int)
    return found.value


def bins_after(relation: Relation, start: Column, size: Bin, count: int) -> tuple[Relation, Column]:
    """Each row once for its bin and once for each of the bins after it, so many in all; the bin's column."""
    text, at = new_column("bin", Type.STRING), new_column("bin", start.type)
    steps = Call("kusto.steps", (start, size.literal, Literal(count, Type.LONG)), Type.MULTI)
    wide = Expand(relation, (Assign(text, steps),), keep_empty=False)
    made = Project(wide, (*same(relation.columns), Assign(at, Call("kusto.number_of_text", (text,), start.type))))
    return made, at
