"""Statistical functions -> measures of the plan (Search Reference, Statistical and charting functions).

A function may need several measures and a calculation over them: `Made` holds both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.scope import Scope, match_stars, passes
from antivenom.languages.spl.syntax import (
    Binary,
    Expression,
    Field,
    Function,
    Logic,
    Name,
    StatsTerm,
    Unary,
)
from antivenom.languages.spl.values.conversions import is_null, null, number, rounded_text, text_of
from antivenom.plan.catalog import nearest
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class Measured:
    """One function of one value: what the plan's aggregate is, and what a stream calls it.

    `value` is what is counted, None for every result; `time` is _time where the function goes by time.
    `percent` is the argument of a percentile. `type` is that of the result.
    """

    function: str
    op: str
    value: Value | None
    type: Type
    time: Value | None = None
    percent: float | None = None
    span: Span | None = None

    def call(self) -> Call:
        """The aggregate."""
        assert self.value is not None or self.function == "count"
        given = () if self.value is None else (self.value,)
        if self.value is not None and self.value.type is Type.MULTI and self.op != "splunk.values_mv":
            return Call(self.op, (self.told(), *given), self.type, self.span)
        if self.percent is not None:
            given = (*given, Literal(self.percent, Type.REAL))
        return Call(self.op, given if self.time is None else (*given, self.time), self.type, self.span)

    def told(self) -> Literal:
        """What a function computed value by value is told."""
        return Literal(told(self.function, self.percent), Type.STRING, self.span)

    def only_where(self, condition: Value) -> Measured:
        """The same of results for which the condition holds."""
        if self.value is None:
            return Measured("count", "splunk.count_true", condition, Type.REAL, span=self.span)
        if self.value.type is Type.BOOL:
            both = Call("bool.and", (self.value, condition), Type.BOOL)
            return Measured(self.function, self.op, both, self.type, span=self.span)
        kept = Call("case.when", (condition, self.value, null(self.value.type)), self.value.type)
        return Measured(self.function, self.op, kept, self.type, self.time, self.percent, self.span)

    @property
    def counts(self) -> bool:
        """Whether nothing to count gives 0 and not a missing value."""
        return self.function in ("count", "dc", "estdc")


@dataclass(frozen=True, slots=True)
class Made:
    """A result field: its name, its measures, and what is made of their columns."""

    name: str
    measures: tuple[Measured, ...]
    finish: Callable[[tuple[Column, ...]], Value]
    span: Span


def told(function: str, percent: float | None) -> str:
    """A function as the engine's streams are told of it, without options."""
    shown = "null" if percent is None else repr(percent)
    return f'{{"function": "{function}", "percent": {shown}}}'


@dataclass(frozen=True, slots=True)
class _Row:
    """A function: whether it takes numbers, texts or any value, the type it gives (None: the value's), its name."""

    takes: str
    gives: Type | None
    timed: bool = False


_ALIASES = {"c": "count", "distinct_count": "dc", "mean": "avg", "p": "perc", "upperperc": "perc", "exactperc": "perc"}
_FUNCTIONS: dict[str, _Row] = {
    **dict.fromkeys(
        ("sum", "avg", "range", "sumsq", "stdev", "stdevp", "var", "varp", "perc", "exactperc"),
        _Row("number", Type.REAL),
    ),
    **dict.fromkeys(("dc", "estdc", "estdc_error"), _Row("text", Type.REAL)),
    **dict.fromkeys(("list", "values"), _Row("text", Type.MULTI)),
    "mode": _Row("text", Type.STRING),
    **dict.fromkeys(("min", "max", "first", "last"), _Row("value", None)),
    **dict.fromkeys(("earliest", "latest"), _Row("value", None, True)),
    **dict.fromkeys(("earliest_time", "latest_time"), _Row("value", Type.REAL, True)),
    "rate": _Row("number", Type.REAL, True),
}
_OPS = {"estdc": "splunk.dc", "median": "splunk.exactperc"}
_PERCENTILE = re.compile(r"(perc|p|upperperc|exactperc)(\d{1,3}(?:\.\d+)?)")
PER = {"per_second": 1.0, "per_minute": 60.0, "per_hour": 3600.0, "per_day": 86400.0}
"""Functions of timechart alone, and the seconds of their unit."""

PERCENTILES = frozenset({"p", "perc", "exactperc", "upperperc"})
"""Functions that have a number behind their name, as perc95."""

NAMES = frozenset({"count", "median", *_ALIASES, *_FUNCTIONS, *PER} - PERCENTILES)
"""Every other function."""


Draw: TypeAlias = Callable[[StatsTerm, Scope], Made]
"""What a term is that only the rows can tell: a sparkline."""


def made(
    terms: tuple[StatsTerm, ...], scope: Scope, command: str, by: frozenset[str], draw: Draw | None = None
) -> Iterator[Made]:
    """The result fields of a command's terms; a wildcard gives one for each field it fits but those of the by."""
    for term in terms:
        if draw is not None and term.function == "sparkline":
            yield draw(term, scope)
        elif isinstance(term.argument, Name) and term.argument.wild:
            yield from _wild(term, term.argument, scope, command, by)
        elif term.function == "eval":
            yield _evaluated(term, scope, command)
        else:
            yield _simple(term, scope, command)


def _wild(term: StatsTerm, argument: Name, scope: Scope, command: str, by: frozenset[str]) -> Iterator[Made]:
    found = [name for name in scope.fields if passes(name, argument.text) and name not in by]
    if "*" not in term.name and len(found) > 1:
        raise QueryError(f"{len(found)} fields cannot all be named {term.name}", span=term.span)
    if term.name.count("*") not in (0, argument.text.count("*")):
        raise QueryError("both names need the same wildcards", span=term.span)
    for name in found:
        caught = match_stars(name, argument.text) or ()
        pieces = term.name.split("*") if "*" in term.name else [term.name]
        shown = "".join(p + c for p, c in zip(pieces, (*caught, ""), strict=True)) if "*" in term.name else term.name
        yield _simple(StatsTerm(term.function, Name(name, argument.span), shown, term.span), scope, command)


def _simple(term: StatsTerm, scope: Scope, command: str) -> Made:
    one = measured(term.function, _argument(term, scope), scope, term.span, command)
    if one.function in ("earliest_time", "latest_time"):
        return Made(term.name, (one,), lambda columns: rounded_text(columns[0], 6, term.span), term.span)
    return Made(term.name, (one,), lambda columns: columns[0], term.span)


def _argument(term: StatsTerm, scope: Scope) -> Value | None:
    if term.argument is None:
        return None
    if isinstance(term.argument, Name):
        return scope.fields.get(term.argument.text, null(Type.STRING, term.argument.span))
    return Lowerer(scope.fields).value(term.argument)


def measured(written: str, value: Value | None, scope: Scope, span: Span, command: str) -> Measured:
    """One function of one value. Raises Unsupported, QueryError for a name or a value that does not do."""
    percentile = _PERCENTILE.fullmatch(written)
    percent = float(percentile[2]) if percentile else None
    name = percentile[1] if percentile else written
    name = _ALIASES.get(name, name)
    if name == "median":
        # of two values in the middle the higher one (Aggregate functions, median)
        name, percent = "exactperc", 50.0
    if name == "count":
        return _count(value, span)
    row = _FUNCTIONS.get(name)
    if row is None or (percent is None) == (name in ("perc", "exactperc")):
        raise _unknown(written, span, command)
    if percent is not None and percent > 100:
        raise QueryError("a percentile is from 0 to 100", span=span)
    if value is None:
        raise QueryError(f"{written} needs a field", span=span)
    if value.type is Type.BOOL:
        raise QueryError(f"{written} needs a value, and this is a condition", span=span)
    time = _time(written, scope, span, command) if row.timed else None
    if value.type is Type.MULTI:
        return _of_multivalue(written, name, row, value, percent, span)
    if is_null(value):
        value = call("splunk.each", null(Type.STRING), type=Type.STRING, span=span)
    given = number(value, span) if row.takes == "number" else text_of(value, span) if row.takes == "text" else value
    op = _OPS.get(name, f"splunk.{name}")
    if name in ("min", "max") and given.type is Type.REAL:
        op = f"aggregate.{name}"
    return Measured(name, op, given, row.gives or given.type, time, percent, span)


def _count(value: Value | None, span: Span) -> Measured:
    if value is None:
        return Measured("count", "splunk.count", None, Type.REAL, span=span)
    if value.type is Type.BOOL:
        return Measured("count", "splunk.count_true", value, Type.REAL, span=span)
    if value.type is Type.MULTI:
        return Measured("count", "splunk.summary_real", value, Type.REAL, span=span)
    return Measured("count", "splunk.count_value", value, Type.REAL, span=span)


def _of_multivalue(written: str, name: str, row: _Row, value: Value, percent: float | None, span: Span) -> Measured:
    """Each value of a multivalue counts on its own."""
    if row.timed or name in ("first", "last"):
        raise Unsupported(f"SPL stats function {written} of a multivalue field", span=span)
    if name == "values":
        return Measured(name, "splunk.values_mv", value, Type.MULTI, span=span)
    type = row.gives or Type.STRING
    given = {Type.REAL: "real", Type.STRING: "text", Type.MULTI: "multi"}[type]
    return Measured(name, f"splunk.summary_{given}", value, type, None, percent, span)


def _unknown(written: str, span: Span, command: str) -> QueryError | Unsupported:
    if written in PER:
        return QueryError(f"{written} is a function of timechart", span=span)
    close = nearest(written, NAMES)
    hint = f"a function of a similar name is {close}" if close else None
    return Unsupported(f"SPL {command} function {written}", span=span, hint=hint)


def _time(written: str, scope: Scope, span: Span, command: str) -> Value:
    time = scope.fields.get("_time")
    if time is None or time.type is not Type.REAL:
        raise Unsupported(f"SPL {command} function {written} without _time", span=span)
    return time


# --- eval(avg(a) / max(b))


def _evaluated(term: StatsTerm, scope: Scope, command: str) -> Made:
    """A calculation with functions in it: each function is measured, and the rest is done with the results."""
    assert term.argument is not None
    assert not isinstance(term.argument, Name)
    inner: list[Measured] = []
    rest = _without_functions(term.argument, inner, scope, command)
    if not inner:
        raise QueryError("eval(...) here needs a statistical function in it", span=term.span, hint="such as avg(x)")

    def finish(columns: tuple[Column, ...]) -> Value:
        fields = {f"\0{at}": column for at, column in enumerate(columns)}
        return Lowerer(fields).value(rest)

    return Made(term.name, tuple(inner), finish, term.span)


def _without_functions(e: Expression, inner: list[Measured], scope: Scope, command: str) -> Expression:
    def below(one: Expression) -> Expression:
        return _without_functions(one, inner, scope, command)

    match e:
        case Function(name, args, span) if (name in NAMES or _PERCENTILE.fullmatch(name)) and len(args) < 2:
            value = Lowerer(scope.fields).value(args[0]) if args else None
            inner.append(measured(name, value, scope, span, command))
            return Field(f"\0{len(inner) - 1}", span)
        case Function(name, args, span):
            return Function(name, tuple(below(arg) for arg in args), span)
        case Unary(op, arg, span):
            return Unary(op, below(arg), span)
        case Binary(op, left, right, span):
            return Binary(op, below(left), below(right), span)
        case Logic(op, args, span):
            return Logic(op, tuple(below(arg) for arg in args), span)
        case _:
            return e


def columns_for(one: Made) -> tuple[Column, ...]:
    """A column for each measure of a result field."""
    return tuple(new_column(one.name, measure.type) for measure in one.measures)


def finished(
    made_: list[tuple[Made, tuple[Column, ...]]], taken: Mapping[str, object], command: str
) -> dict[str, Value]:
    """Name -> value of the result fields. Raises QueryError where two have one name."""
    values: dict[str, Value] = {}
    for one, columns in made_:
        if one.name in values or one.name in taken:
            raise QueryError(f"two results of {command} are named {one.name}", span=one.span)
        values[one.name] = one.finish(columns)
    return values


def all_numeric(made_: list[Made], *, everywhere: bool) -> list[Made]:
    """The same fields, missing where any value of a function of numbers is none (stats, allnum).

    `everywhere` counts a result without the field as well (eventstats, Using the allnum argument).
    """
    return [_all_numeric(one, everywhere) for one in made_]


def _all_numeric(one: Made, everywhere: bool) -> Made:
    numbers = [m for m in one.measures if m.value is not None and _takes_numbers(m)]
    if not numbers:
        return one
    checks: list[Measured] = []
    for measure in numbers:
        value = None if everywhere else _source(measure.value)
        checks.append(_count(value, one.span))
        checks.append(Measured("count", "splunk.count_value", measure.value, Type.REAL))

    def finish(columns: tuple[Column, ...]) -> Value:
        count = len(one.measures)
        value = one.finish(columns[:count])
        pairs = zip(columns[count::2], columns[count + 1 :: 2], strict=True)
        same = tuple(call("compare.eq", a, b, type=Type.BOOL) for a, b in pairs)
        condition = same[0] if len(same) == 1 else Call("bool.and", same, Type.BOOL)
        return Call("case.when", (condition, value, null(value.type)), value.type)

    return Made(one.name, (*one.measures, *checks), finish, one.span)


def _takes_numbers(measure: Measured) -> bool:
    row = _FUNCTIONS.get(measure.function)
    return row is not None and row.takes == "number" and measure.type is Type.REAL


def _source(value: Value | None) -> Value | None:
    """The text that was read as a number, or the number."""
    return value.args[0] if isinstance(value, Call) and value.op == "splunk.number" else value
