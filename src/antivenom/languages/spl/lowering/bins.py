"""Bins of numbers and times -> plan: bin, and the bins of chart, timechart and makecontinuous.

Search Reference, bin. Times are in UTC. What the pages leave open is in docs/semantics-spl.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.time import relative_time
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import moment
from antivenom.languages.spl.parsing.spans import SECONDS
from antivenom.languages.spl.syntax import Name
from antivenom.languages.spl.syntax_reports import Bin, Bins, Length, LogLength
from antivenom.languages.spl.values.conversions import alike, null, number, number_text, text_of
from antivenom.plan.relations import Measure, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span

TIME = "_time"
DEFAULT_BINS = 100
LENGTHS = (1.0, 5.0, 10.0, 30.0, 60.0, 300.0, 600.0, 1800.0, 3600.0, 86_400.0)
"""Spans in seconds that are chosen from, below the month (timechart, Spans used when minspan is specified)."""

_DAY = 86_400.0


def bin_(command: Bin, scope: Scope) -> Scope:
    """`bin`: each value becomes the bin it lies in; what is no number stays as it is."""
    column = scope.fields.get(command.name.text)
    if column is None:
        return scope
    made, value = binned(command.name, column, command.bins, scope, command.span)
    return made.assign({command.target: value}, command.span)


def binned(name: Name, column: Column, bins: Bins, scope: Scope, span: Span) -> tuple[Scope, Value]:
    """The bins of a field's values, over a relation that may have got hidden columns."""
    if column.type is Type.MULTI:
        raise Unsupported("SPL bin of a multivalue field", span=name.span)
    if name.text == TIME:
        return _times(column, bins, scope, span)
    return _numbers(name, column, bins, scope, span)


# --- times


@dataclass(frozen=True, slots=True)
class TimeBins:
    """Bins of time of one length: `seconds` each, begun at `origin`, or at each `unit` of the calendar."""

    seconds: float | None
    unit: str | None = None
    origin: Value | None = None

    def start(self, time: Value, span: Span) -> Value:
        """The start of the bin a time lies in."""
        if self.unit is not None:
            return relative_time(time, f"@{_SNAPS.get(self.unit, self.unit)}", span)
        length = Literal(self.seconds, Type.REAL)
        if self.origin is None:
            return call("splunk.bin_time", time, length, type=Type.REAL, span=span)
        return call("splunk.bin_time_from", time, length, self.origin, type=Type.REAL, span=span)


_SNAPS = {f"week{day}": f"w{day}" for day in range(7)} | {"month": "mon", "quarter": "q", "year": "y"}


def time_bins(length: Length, align: str | None, span: Span) -> TimeBins:
    """The bins of a span. Raises Unsupported for one that begins nobody says when."""
    unit = length.unit or "second"
    if length.snap is not None:
        return _snapped(length, unit)
    if unit in ("month", "quarter", "year"):
        if length.count != 1:
            raise Unsupported(f"SPL span {length.text}", span=length.span, hint="write one month, quarter or year")
        return TimeBins(None, unit)
    seconds = length.count * SECONDS[unit]
    if unit == "week" or (seconds > _DAY and unit in ("day", "hour", "minute", "second")):
        # more than a day begins at a day of Splunk's choice, which is not documented
        raise Unsupported(f"SPL span {length.text}", span=length.span, hint="for weeks write w@w0 to w@w6")
    if seconds < 1 and not _divides_a_second(length.count, unit):
        raise QueryError("a span below a second must divide one evenly", span=length.span)
    origin = _origin(align, span) if align is not None and unit != "day" else None
    return TimeBins(seconds, None, origin)


def _divides_a_second(count: float, unit: str) -> bool:
    parts = {"us": 1_000_000, "ms": 1000, "cs": 100, "ds": 10}.get(unit, 1)
    return count == int(count) and parts % int(count) == 0


def _snapped(length: Length, unit: str) -> TimeBins:
    plain = "week" if (length.snap or "").startswith("week") else length.snap
    if unit != plain or length.count != 1:
        raise Unsupported(f"SPL span {length.text}", span=length.span, hint="such as 1d@d or w@w1")
    if unit in ("week", "month", "quarter", "year"):
        return TimeBins(None, length.snap)
    return TimeBins(SECONDS[unit])


def _origin(align: str, span: Span) -> Value:
    if align.lower() in ("earliest", "latest"):
        raise Unsupported(f"SPL aligntime={align.lower()}", span=span, hint="write a time, such as @d+3h")
    return moment(align, span)


def _times(column: Column, bins: Bins, scope: Scope, span: Span) -> tuple[Scope, Value]:
    if column.type is not Type.REAL:
        raise Unsupported("SPL bin of _time that is text", span=span)
    if bins.start is not None or bins.end is not None:
        raise Unsupported("SPL start and end of bins of time", span=bins.span)
    if isinstance(bins.length, LogLength):
        raise Unsupported("SPL log span of _time", span=bins.length.span)
    if bins.length is not None:
        return scope, time_bins(bins.length, bins.align, bins.span).start(column, span)
    if bins.align is not None:
        raise Unsupported("SPL aligntime without span", span=bins.span)
    scope, low, high = _extent(column, scope, span)
    return scope, _chosen(column, low, high, bins, span)


def _chosen(time: Value, low: Value, high: Value, bins: Bins, span: Span) -> Value:
    """The start of the bin of a time, where the shortest span that gives no more bins than asked for is chosen."""
    parts: list[Value] = []
    for seconds in LENGTHS:
        if seconds >= least_seconds(bins):
            length = TimeBins(seconds)
            between = call("number.subtract", length.start(high, span), length.start(low, span), type=Type.REAL)
            most = Literal(((bins.most or DEFAULT_BINS) - 1) * seconds, Type.REAL)
            parts += [call("compare.le", between, most, type=Type.BOOL), length.start(time, span)]
    return Call("case.when", (*parts, TimeBins(None, "month").start(time, span)), Type.REAL, span)


def least_seconds(bins: Bins) -> float:
    """The shortest span that may be chosen, in seconds."""
    if bins.least is None:
        return 0.0
    if bins.least.unit not in SECONDS or bins.least.snap is not None:
        raise Unsupported(f"SPL minspan {bins.least.text}", span=bins.least.span)
    return bins.least.count * SECONDS[bins.least.unit]


def _extent(value: Value, scope: Scope, span: Span) -> tuple[Scope, Column, Column]:
    """Hidden columns with the least and the greatest value of all results."""
    low, high = new_column("low", Type.REAL), new_column("high", Type.REAL)
    measures = tuple(
        Measure(column, Call(f"aggregate.{op}", (value,), Type.REAL)) for column, op in ((low, "min"), (high, "max"))
    )
    return scope.keep(Window(scope.relation, (), measures, False, span)), low, high


# --- numbers


def _numbers(name: Name, column: Column, bins: Bins, scope: Scope, span: Span) -> tuple[Scope, Value]:
    if bins.align is not None or bins.least is not None:
        raise Unsupported("SPL aligntime and minspan of bins of numbers", span=bins.span)
    value = number(column, name.span)
    if bins.length is not None:
        made = number_bins(name, value, bins.length, span)
    else:
        scope, low, high = _extent(value, scope, span)
        most = Literal(bins.most or DEFAULT_BINS, Type.LONG)
        ends = (Literal(bins.start, Type.REAL), Literal(bins.end, Type.REAL))
        made = Call("splunk.bin_chosen", (value, low, high, most, *ends), Type.STRING, span)
    (label, plain), _ = alike([made, text_of(column, span)], span)
    return scope, call("null.coalesce", label, plain, type=Type.STRING, span=span)


def number_bins(name: Name, value: Value, length: Length | LogLength, span: Span) -> Value:
    """The bins of numbers of one size; null for what is no number."""
    if isinstance(length, LogLength):
        ends = (Literal(length.coefficient, Type.REAL), Literal(length.base, Type.REAL))
        return Call("splunk.bin_log", (value, *ends), Type.STRING, span)
    if length.unit or length.snap:
        raise Unsupported(f"SPL span {length.text} of a field other than _time", span=length.span)
    return call(
        "splunk.bin_number", value, Literal(number_text(length.count), Type.STRING), type=Type.STRING, span=span
    )


def start_of(label: Column) -> Value:
    """The number a bin of numbers begins with; null for another text."""
    return call("splunk.bin_start", label, type=Type.REAL) if label.type is Type.STRING else null(Type.REAL)
