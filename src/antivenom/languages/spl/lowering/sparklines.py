"""stats and eventstats with sparklines: how many results each span of time has, for each group.

A sparkline is a multivalue: a mark by which Splunk Web knows that it is to be drawn, then a number for each span
(limits.conf, sparkline_maxsize and sparkline_time_steps: at most 100 spans, of the lengths timechart chooses).
"""

from __future__ import annotations

import math

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering.aggregates import Draw, Made, Measured
from antivenom.languages.spl.lowering.axes import starts_of_spans
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.stats import lower_stats
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.syntax import Stats, StatsTerm
from antivenom.languages.spl.syntax_reports import Bins, Sparkline
from antivenom.languages.spl.values.conversions import multi, text_of
from antivenom.plan.open_schemas import Discover, without_rows
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call
from antivenom.source import Span

MARK = "##__SPARKLINE__##"
"""What stands before the numbers."""

MOST_SPANS = 100
"""More numbers of a written span than that are refused."""

MOST_MONTHS = 1_000
"""So many where Splunk chooses: as timechart, months where no shorter span fits."""

_AT_ONCE = 16


def stats(command: Stats, scope: Scope, world: World) -> Scope:
    """The results of a stats command, whose sparklines need the rows: which spans of time there are."""
    if not any(isinstance(term, Sparkline) for term in command.terms):
        return lower_stats(command, scope)
    discover = world.discover
    made = lower_stats(command, scope, _drawing(command.between, discover))
    return made if discover is not None else Scope(without_rows(made.relation, command.span), made.fields)


def _drawing(between: tuple[str | None, str | None], discover: Discover | None) -> Draw:
    def draw(term: StatsTerm, scope: Scope) -> Made:
        assert isinstance(term, Sparkline)
        time = scope.fields.get("_time")
        if time is None or time.type is not Type.REAL:
            raise Unsupported("SPL sparkline without _time", span=term.span)
        said = Bins(length=term.length, span=term.span)
        starts = [0.0] if discover is None else starts_of_spans(time, scope, said, between, discover)
        most = MOST_SPANS if term.length is not None else MOST_MONTHS
        if len(starts) > most:
            raise Unsupported(f"SPL sparkline of more than {most:,} spans", span=term.span, hint="write a longer span")
        return _made(term, time, starts)

    return draw


def _made(term: StatsTerm, time: Column, starts: list[float]) -> Made:
    ends = [*starts[1:], math.inf] if starts else []
    measures = tuple(_counted(time, start, end, term.span) for start, end in zip(starts, ends, strict=True))

    def finish(columns: tuple[Column, ...]) -> Value:
        values: list[Value] = [Literal(MARK, Type.STRING), *(text_of(column, term.span) for column in columns)]
        return _together([multi(value, term.span) for value in values], term.span)

    return Made(term.name, measures, finish, term.span)


def _together(values: list[Value], span: Span) -> Value:
    """All values in one multivalue, a few at a time: an expression of many would nest too deeply."""
    while len(values) > _AT_ONCE:
        parts = [tuple(values[at : at + _AT_ONCE]) for at in range(0, len(values), _AT_ONCE)]
        values = [Call("splunk.mv_append", part, Type.MULTI, span) for part in parts]
    return Call("splunk.mv_append", tuple(values), Type.MULTI, span)


def _counted(time: Column, start: float, end: float, span: Span) -> Measured:
    """How many results lie in a span."""
    tests: list[Value] = [call("compare.ge", time, Literal(start, Type.REAL), type=Type.BOOL)]
    if end < math.inf:
        tests.append(call("compare.lt", time, Literal(end, Type.REAL), type=Type.BOOL))
    inside = tests[0] if len(tests) == 1 else Call("bool.and", tuple(tests), Type.BOOL)
    return Measured("count", "splunk.count_true", inside, Type.REAL, span=span)
