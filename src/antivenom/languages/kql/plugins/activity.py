"""Plugins that count who was active along a timeline, per window, in sliding windows, and who comes back."""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.plugins.bins import Bin, bins_after, length, whole_bin
from antivenom.languages.kql.plugins.calls import PluginCall, PluginRow
from antivenom.languages.kql.values import comparisons
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Filter,
    Join,
    JoinKind,
    Measure,
    Project,
    Relation,
    Sort,
    SortKey,
    Window,
    fresh,
    same,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column


@dataclass(slots=True)
class _Line:
    """A timeline: rows, who, when, the bounds of the analysis, its bins, and the columns to slice it by."""

    call: PluginCall
    row: Row
    who: Column
    when: Column
    start: Value
    end: Value
    bin: Bin
    dims: list[Column]

    def until_end(self) -> Value:
        """Rows up to the end."""
        return comparisons.compare("<=", self.when, self.end, self.call.span)

    def since_start(self) -> Value:
        """Rows from the start on."""
        return comparisons.compare(">=", self.when, self.start, self.call.span)

    def with_bin(self, relation: Relation) -> tuple[Relation, Column]:
        """The rows with the bin they are in."""
        at = new_column("bin", self.when.type)
        return Project(relation, (*same(relation.columns), Assign(at, self.bin.of(self.when)))), at


def _line(call: PluginCall, bin_name: str) -> _Line:
    who, when = call.column("IdColumn"), call.column("TimelineColumn")
    if who.type is Type.DYNAMIC:
        raise Unsupported(f"KQL {call.name} of a dynamic id", span=call.at("IdColumn"))
    row = Row(call.input)
    values = Values(call.lowering, call.scope.with_columns(None), row)
    bounds = []
    for name in ("Start", "End"):
        value = values.value(call.required_argument(name))
        if value.type is not when.type and not (value.type.integral and when.type.integral):
            raise QueryError(f"{name} must be a {when.type.value}", span=call.at(name))
        bounds.append(value)
    start, end = bounds
    dims = call.columns(call.rest)
    if any(dim.type is Type.DYNAMIC for dim in dims):
        raise Unsupported(f"KQL {call.name} by a dynamic column", span=call.span)
    return _Line(call, row, who, when, start, end, whole_bin(call, bin_name, when, start), dims)


def _keys(line: _Line, at: Column) -> tuple[Assign, ...]:
    return (Assign(new_column(line.when.name, at.type), at), *fresh(line.dims))


def _count() -> Call:
    return Call("aggregate.count", (), Type.LONG)


# --- counts with what is new


def _activity_counts_metrics(call: PluginCall) -> Relation:
    line = _line(call, "Window")
    inside = Filter(Filter(line.row.relation, line.until_end()), line.since_start())
    binned, at = line.with_bin(inside)
    row = Row(binned)
    count, dcount = new_column("count", Type.LONG), new_column("dcount", Type.LONG)
    distinct = Call("kusto.dcount", (line.who,), Type.LONG)
    counted = Aggregate(row.relation, _keys(line, at), (Measure(count, _count()), Measure(dcount, distinct)), call.span)
    return _with_total(_with_new(counted, _newcomers(line, row.relation, at)))


def _newcomers(line: _Line, rows: Relation, at: Column) -> Relation:
    """Bin and slices -> how many were seen there for the first time."""
    first = new_column("first", at.type)
    each = Aggregate(rows, fresh([line.who, *line.dims]), (Measure(first, Call("aggregate.min", (at,), at.type)),))
    dims = each.columns[1:-1]
    return Aggregate(each, fresh([first, *dims]), (Measure(new_column("new", Type.LONG), _count()),))


def _with_new(counted: Relation, new: Relation) -> Relation:
    keys = len(new.columns) - 1
    pairs = tuple(zip(counted.columns[:keys], new.columns[:keys], strict=True))
    found = new_column("new", Type.LONG)
    both = Join(counted, new, JoinKind.LEFT_OUTER, pairs, (*fresh(counted.columns), Assign(found, new.columns[-1])))
    none = Call("null.coalesce", (found, Literal(0, Type.LONG)), Type.LONG)
    kept = same(both.columns[:-1])
    return Project(both, (*kept, Assign(new_column("new_dcount", Type.LONG), none)))


def _with_total(joined: Relation) -> Relation:
    at, *others = joined.columns
    ordered = Sort(joined, (SortKey(at, False, False),))
    slices = tuple(others[: len(others) - 3])
    total = new_column("total", Type.LONG)
    running = Call("kusto.running_sum", (joined.columns[-1],), Type.LONG)
    made = Window(ordered, slices, (Measure(total, running),), running=True)
    shown = Assign(new_column("aggregated_dcount", Type.LONG), Call("cast.long", (total,), Type.LONG))
    return Project(made, (*same(joined.columns), shown))


# --- sliding windows


def _sliding_window_counts(call: PluginCall) -> Relation:
    line = _line(call, "Bin")
    bins = _bins(line, "LookbackWindow")
    binned, own = line.with_bin(Filter(line.row.relation, line.until_end()))
    wide, at = bins_after(binned, own, line.bin, bins)
    shown = Filter(wide, comparisons.compare(">=", at, line.start, call.span))
    shown = Filter(shown, comparisons.compare("<=", at, line.end, call.span))
    distinct = Call("kusto.dcount", (line.who,), Type.LONG)
    measures = (Measure(new_column("Count", Type.LONG), _count()), Measure(new_column("Dcount", Type.LONG), distinct))
    return Aggregate(shown, _keys(line, at), measures, call.span)


def _bins(line: _Line, name: str) -> int:
    """How many bins a look-back takes."""
    lookback = length(line.call, name, line.when)
    if lookback < line.bin.size or lookback % line.bin.size:
        raise Unsupported(f"KQL {line.call.name} with a {name} that is no multiple of the bin", span=line.call.at(name))
    if lookback // line.bin.size > 100_000:
        raise Unsupported(f"KQL {line.call.name} over more than 100,000 bins", span=line.call.at(name))
    return lookback // line.bin.size


# --- users that come back


def _active_users_count(call: PluginCall) -> Relation:
    """Who appeared in enough periods of the look-back that ends with an appearance, counted per bin."""
    line = _line(call, "Bin")
    least = call.whole("ActivePeriodsCount")
    period = whole_bin(call, "Period", line.when, line.start)
    back = Literal(length(call, "LookbackWindow", line.when), Type.LONG)
    rows = Filter(line.row.relation, line.until_end())
    one = Aggregate(rows, fresh([line.who, line.when, *line.dims]), ())
    other = Aggregate(rows, fresh([line.who, line.when, *line.dims]), ())
    pairs = [(a, b) for i, (a, b) in enumerate(zip(one.columns, other.columns, strict=True)) if i != 1]
    then = new_column("then", line.when.type)
    both = Join(one, other, JoinKind.INNER, tuple(pairs), (*fresh(one.columns), Assign(then, other.columns[1])))
    who, when, *dims = both.columns[:-1]
    near = Filter(both, Call("kusto.looks_back", (then, when, back), Type.BOOL))
    start = comparisons.compare(">=", when, line.start, call.span)
    periods = new_column("periods", Type.LONG)
    seen = Call("kusto.dcount", (period.of(then),), Type.LONG)
    counted = Aggregate(Filter(near, start), fresh([who, when, *dims]), (Measure(periods, seen),))
    active = Filter(counted, comparisons.compare(">=", periods, Literal(least, Type.LONG), call.span))
    who, when, *dims = counted.columns[:-1]
    keys = (Assign(new_column(line.when.name, when.type), line.bin.of(when)), *fresh(dims))
    distinct = Call("kusto.dcount", (who,), Type.LONG)
    return Aggregate(active, keys, (Measure(new_column("dcount", Type.LONG), distinct),), call.span)


_TIMES = ("IdColumn", "TimelineColumn", "Start", "End")

ACTIVITY = (
    PluginRow("activity_counts_metrics", (*_TIMES, "Window"), _activity_counts_metrics, more=True),
    PluginRow("sliding_window_counts", (*_TIMES, "LookbackWindow", "Bin"), _sliding_window_counts, more=True),
    PluginRow(
        "active_users_count",
        (*_TIMES, "LookbackWindow", "Period", "ActivePeriodsCount", "Bin"),
        _active_users_count,
        more=True,
    ),
)
