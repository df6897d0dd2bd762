"""The rows of a chart: spans of time or values of a field, and which of them are shown without any result in them.

Search Reference, chart and timechart (bin options, cont, partial, fixedrange, default time spans).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering import bins
from antivenom.languages.spl.lowering.bins import LENGTHS, TIME, TimeBins
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import moment
from antivenom.languages.spl.lowering.stats import natural_order
from antivenom.languages.spl.syntax_reports import Bins, Chart, Length, LogLength
from antivenom.languages.spl.values.conversions import null, number
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Aggregate, Assign, Measure, Project, Relation, SortKey, Values, Window, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span

_FARTHEST = 60_000_000_000.0
"""Seconds from 1970 that are surely a time of the calendar."""

MOST_ROWS = 50_000
"""More rows of a chart than that are refused."""


@dataclass(frozen=True, slots=True)
class Axis:
    """The rows of a chart: the column that names them in `scope`, and every value that is shown (None: those met).

    `seconds` is the length of a span of time, None where it has no fixed one; `ranged` says that values are bins of
    numbers.
    """

    scope: Scope
    column: Column
    shown: tuple[Literal, ...] | None = None
    seconds: float | None = None
    ranged: bool = False

    def order(self, key: Column) -> tuple[SortKey, ...]:
        """How the rows are sorted."""
        if self.ranged:
            return (SortKey(bins.start_of(key), False, False), *natural_order([key]))
        return natural_order([key])


def with_column(scope: Scope, name: str, value: Value, span: Span) -> tuple[Scope, Column]:
    """The same fields and one more column that no field is."""
    column = new_column(name, value.type)
    columns = (*same(scope.relation.columns), Assign(column, value))
    return Scope(Project(scope.relation, columns, span), scope.fields), column


# --- values of a field


def value_axis(command: Chart, scope: Scope, discover: Discover | None) -> Axis:
    """The values of the field of the rows, or their bins."""
    assert command.over is not None
    name, span = command.over, command.span
    known = scope.fields.get(name.text)
    if known is None:
        scope, column = with_column(scope, name.text, null(Type.STRING), span)
        return Axis(scope, column)
    if not command.over_bins.said:
        return Axis(scope, known)
    scope, value = bins.binned(name, known, command.over_bins, scope, span)
    scope, column = with_column(scope, name.text, value, span)
    ranged = name.text != TIME
    length = command.over_bins.length
    if not command.continuous or discover is None or not isinstance(length, Length):
        return Axis(scope, column, ranged=ranged)
    if not ranged:
        return Axis(scope, column, _times_met(column, scope, _time_bins(length, command.over_bins), discover, span))
    return Axis(scope, column, _numbers_met(column, scope, length, discover, span), ranged=True)


def between_ends(
    key: Column, scope: Scope, said: Bins, timed: bool, discover: Discover, span: Span
) -> tuple[Literal, ...] | None:
    """Every bin from the first to the last, where their length is given; None where a result has none."""
    length = said.length
    if not isinstance(length, Length):
        return None
    if timed:
        missing = Call(
            "case.when", (call("null.is_null", key, type=Type.BOOL), Literal("", Type.STRING), null()), Type.STRING
        )
        if _asked(scope.relation, key, missing, discover, span)[2]:
            return None
        return _times_met(key, scope, _time_bins(length, said), discover, span)
    return _numbers_met(key, scope, length, discover, span)


def _numbers_met(
    column: Column, scope: Scope, length: Length, discover: Discover, span: Span
) -> tuple[Literal, ...] | None:
    """The bins from the first to the last; None where some result is no number."""
    start = bins.start_of(column)
    plain = call("null.is_null", start, type=Type.BOOL)
    other = Call("case.when", (plain, Literal("", Type.STRING), null(Type.STRING)), Type.STRING)
    low, high, others = _asked(scope.relation, start, other, discover, span)
    if low is None or high is None or others:
        return None
    size = Decimal(repr(length.count))
    first, count = Decimal(repr(low)), int((Decimal(repr(high)) - Decimal(repr(low))) / size) + 1
    _refuse_many(count, span)
    return tuple(Literal(_between(first + at * size, size), Type.STRING) for at in range(count))


def _between(start: Decimal, size: Decimal) -> str:
    return f"{_plain(start)}-{_plain(start + size)}"


def _plain(value: Decimal) -> str:
    shown = format(value, "f")
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) or "0"


def _asked(
    relation: Relation, value: Value, other: Value, discover: Discover, span: Span
) -> tuple[float | None, float | None, int]:
    """The least and the greatest value of all rows, and how many rows have the other value."""
    columns = [new_column(name, Type.REAL) for name in ("low", "high", "others")]
    calls = (
        Call("aggregate.min", (value,), Type.REAL),
        Call("aggregate.max", (value,), Type.REAL),
        Call("splunk.count_value", (other,), Type.REAL),
    )
    measures = tuple(Measure(c, one) for c, one in zip(columns, calls, strict=True))
    ((low, high, others),) = discover(Aggregate(relation, (), measures, span))
    return low, high, int(others)


# --- time


def time_axis(command: Chart, scope: Scope, discover: Discover) -> Axis:
    """The spans of time of timechart."""
    time = scope.fields.get(TIME)
    span = command.span
    if time is None or time.type is not Type.REAL:
        raise Unsupported("SPL timechart without _time", span=span)
    scope = scope.filter(call("null.is_not_null", time, type=Type.BOOL), span)
    low, high, _ = _asked(scope.relation, time, null(Type.STRING), discover, span)
    said = _bounds(command, discover)
    if low is None or high is None:
        scope, column = with_column(scope, TIME, time, span)
        return Axis(scope, column, ())
    _refuse_far((low, high), span)
    first, last = said[0] if said[0] is not None else low, said[1] if said[1] is not None else high
    chosen = _time_bins(command.over_bins.length, command.over_bins) or _chosen(first, last, command.over_bins)
    scope, column = with_column(scope, TIME, chosen.start(time, span), span)
    shown: tuple[Literal, ...] | None = None
    if command.continuous or not command.partial:
        ends = (min(first, low), max(last, high) if said[1] is None or high >= said[1] else said[1])
        until = said[1] if said[1] is not None and high < said[1] else None
        shown = _spans(chosen, ends, until, discover, span)
    if not command.partial and shown is not None:
        shown = _whole(shown, chosen, said, span)
    return Axis(scope, column, shown, chosen.seconds)


def starts_of_spans(
    time: Column, scope: Scope, said: Bins, between: tuple[str | None, str | None], discover: Discover
) -> list[float]:
    """The starts of the spans that the time of a search has, or without its bounds the time of its results."""
    span = said.span
    low, high, _ = _asked(scope.relation, time, null(Type.STRING), discover, span)
    first, last = _moments(between, discover, span)
    met = [at for at in (low, high, first, last) if at is not None]
    if not met:
        return []
    ends = (min(met), max(met))
    _refuse_far(ends, span)
    chosen = _time_bins(said.length, said) or _chosen(*ends, said)
    until = last if last is not None and (high is None or high < last) else None
    return [one.value for one in _spans(chosen, ends, until, discover, span) if isinstance(one.value, float)]


def _bounds(command: Chart, discover: Discover) -> tuple[float | None, float | None]:
    """The search's own bounds of time, where it has them and they are to be kept."""
    return _moments(command.between if command.fixed_range else (None, None), discover, command.span)


def _moments(
    between: tuple[str | None, str | None], discover: Discover, span: Span
) -> tuple[float | None, float | None]:
    if between[0] is None:
        return None, None
    column = (new_column("earliest", Type.REAL), new_column("latest", Type.REAL))
    row = (moment(between[0], span), moment(between[1] or "now", span))
    ((low, high),) = discover(Values((row,), column, span))
    return low, high


def _time_bins(length: Length | LogLength | None, said: Bins) -> TimeBins | None:
    if length is None:
        return None
    if isinstance(length, LogLength):
        raise Unsupported("SPL log span of _time", span=length.span)
    return bins.time_bins(length, said.align, said.span)


def _chosen(low: float, high: float, said: Bins) -> TimeBins:
    """The shortest span of which no more lie in the range than asked for (timechart, Default time spans)."""
    most = said.most or bins.DEFAULT_BINS
    for seconds in LENGTHS:
        if seconds >= bins.least_seconds(said) and math.floor(high / seconds) - math.floor(low / seconds) < most:
            return TimeBins(seconds)
    return TimeBins(None, "month")


def _times_met(
    column: Column, scope: Scope, chosen: TimeBins | None, discover: Discover, span: Span
) -> tuple[Literal, ...] | None:
    low, high, _ = _asked(scope.relation, column, null(Type.STRING), discover, span)
    return None if low is None or high is None or chosen is None else _spans(chosen, (low, high), None, discover, span)


def _spans(
    chosen: TimeBins, ends: tuple[float, float], until: float | None, discover: Discover, span: Span
) -> tuple[Literal, ...]:
    """The starts of all spans between two times, the last one before `until`."""
    _refuse_far(ends, span)
    columns = (new_column("first", Type.REAL), new_column("last", Type.REAL))
    row = tuple(chosen.start(Literal(end, Type.REAL), span) for end in ends)
    ((first, last),) = discover(Values((row,), columns, span))
    starts = _stepped(chosen, first, last, span)
    return tuple(Literal(start, Type.REAL) for start in starts if until is None or start < until)


def _stepped(chosen: TimeBins, first: float, last: float, span: Span) -> Sequence[float]:
    if chosen.seconds is not None:
        count = round((last - first) / chosen.seconds) + 1
        _refuse_many(count, span)
        return [first + at * chosen.seconds for at in range(count)]
    starts = [first]
    while starts[-1] < last:
        starts.append(_next(starts[-1], chosen.unit or "month"))
        _refuse_many(len(starts), span)
    return starts


def _next(start: float, unit: str) -> float:
    """The start of the next week, month, quarter or year."""
    if unit.startswith("week"):
        return start + 7 * 86_400
    moment_ = datetime.fromtimestamp(start, UTC)
    months = moment_.month - 1 + {"month": 1, "quarter": 3, "year": 12}[unit]
    return datetime(moment_.year + months // 12, months % 12 + 1, 1, tzinfo=UTC).timestamp()


def _whole(
    shown: tuple[Literal, ...], chosen: TimeBins, said: tuple[float | None, float | None], span: Span
) -> tuple[Literal, ...]:
    """Without a first or last span that the search's time covers in part."""
    low, high = said
    if low is None or high is None or chosen.seconds is None:
        raise Unsupported("SPL timechart partial=false without earliest= in the search", span=span)
    length = chosen.seconds
    return tuple(
        one for one in shown if isinstance(one.value, float) and one.value >= low and one.value + length <= high
    )


def _refuse_far(ends: tuple[float, float], span: Span) -> None:
    if not all(abs(end) <= _FARTHEST for end in ends):
        raise Unsupported("SPL chart of times outside the calendar", span=span)


def _refuse_many(count: int, span: Span) -> None:
    if count > MOST_ROWS:
        raise Unsupported(f"SPL chart of more than {MOST_ROWS:,} rows", span=span, hint="write a longer span")


def few_numbers(axis: Axis, key: Column, scope: Scope, most: int, span: Span) -> Scope:
    """The rows, which are refused where there are so many numbers that Splunk would put them into bins."""
    count = new_column("numbers", Type.LONG)
    measure = Measure(count, Call("aggregate.count_value", (number(key, span),), Type.LONG))
    counted = scope.keep(Window(scope.relation, (), (measure,), False, span))
    few = call("splunk.few_numbers", count, Literal(most, Type.LONG), type=Type.BOOL, span=span)
    return counted.filter(few, span)
