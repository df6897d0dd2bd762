"""Kusto's functions of dates and times."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args, Function, of_time
from antivenom.languages.kql.values import arithmetic
from antivenom.languages.kql.values.conversions import widened
from antivenom.plan.types import TICKS_PER_DAY, TICKS_PER_SECOND, Type
from antivenom.plan.values import Call, Literal, Value

_PARTS = {
    "day": TICKS_PER_DAY,
    "hour": 3600 * TICKS_PER_SECOND,
    "minute": 60 * TICKS_PER_SECOND,
    "second": TICKS_PER_SECOND,
    "millisecond": TICKS_PER_SECOND // 1000,
    "microsecond": TICKS_PER_SECOND // 1_000_000,
}


def _now(args: Args) -> Value:
    now = args.call("clock.now", type=Type.DATETIME)
    if not args.values:
        return now
    return arithmetic.binary("+", now, args.typed(0, Type.TIMESPAN), args.span)


def _ago(args: Args) -> Value:
    now = args.call("clock.now", type=Type.DATETIME)
    return arithmetic.binary("-", now, args.typed(0, Type.TIMESPAN), args.span)


def _datetime_diff(args: Args) -> Value:
    part = args.constant_text(0, "the part").lower()
    first, second = args.typed(1, Type.DATETIME), args.typed(2, Type.DATETIME)
    if part in _PARTS:
        size = Literal(_PARTS[part], Type.LONG)
        return args.call("kusto.boundaries", first, second, size, type=Type.LONG)
    if part == "week":  # weeks start on Sunday
        weeks = [Call("kusto.next_week_start", (value,), Type.DATETIME) for value in (first, second)]
        size = Literal(7 * TICKS_PER_DAY, Type.LONG)
        count = args.call("kusto.boundaries", *weeks, size, type=Type.LONG)
        return widened(count, Type.REAL)  # a real, and only for weeks (measured)
    if part == "nanosecond":
        ticks = arithmetic.binary("-", first, second, args.span)
        return arithmetic.binary("*", Call("kusto.same_ticks", (ticks,), Type.LONG), Literal(100, Type.LONG), args.span)
    if part in ("month", "year", "quarter"):
        months = [Call("kusto.month_number", (value,), Type.LONG) for value in (first, second)]
        size = Literal({"month": 1, "quarter": 3, "year": 12}[part], Type.LONG)
        return args.call("kusto.boundaries", *months, size, type=Type.LONG)
    raise _no_part(args, part)


def _no_part(args: Args, part: str) -> QueryError:
    return QueryError(f"{args.name} has no part {part}", span=args.spans[0], hint="such as day, hour or month")


def _edge(name: str, op: str) -> Function:
    """startof... and endof..., with whole units on or back as a second argument."""
    unit = name.removeprefix("startof").removeprefix("endof")

    def build(args: Args) -> Value:
        moment = args.typed(0, Type.DATETIME)
        if len(args) > 1:
            moment = _shifted(moment, unit, args.whole(1), args)
        return args.call(op, moment, type=Type.DATETIME)

    return Function(name, 1, 2, build)


def _shifted(moment: Value, unit: str, count: Value, args: Args) -> Value:
    """A moment so many units on; months and years keep the day or take the last of the month."""
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    if months is not None:
        return args.call("kusto.add_months", moment, count, Literal(months, Type.LONG), type=Type.DATETIME)
    size = 7 * TICKS_PER_DAY if unit == "week" else _PARTS[unit]
    length = arithmetic.binary("*", count, Literal(size, Type.TIMESPAN), args.span)
    return arithmetic.binary("+", moment, length, args.span)


def _part(args: Args) -> Value:
    part = args.constant_text(0, "the part").lower()
    moment = args.typed(1, Type.DATETIME)
    ops = {
        "year": "kusto.year",
        "month": "kusto.monthofyear",
        "day": "kusto.dayofmonth",
        "dayofyear": "kusto.dayofyear",
        "week_of_year": "kusto.week_of_year",
        "hour": "kusto.hourofday",
    }
    if part in ops:
        return args.call(ops[part], moment, type=Type.LONG)
    if part == "quarter":
        months = Call("kusto.monthofyear", (moment,), Type.LONG)
        return args.call("kusto.quarter_of_month", months, type=Type.LONG)
    if part not in ("minute", "second", "millisecond", "microsecond", "nanosecond"):
        raise _no_part(args, part)
    within = {"minute": "hour", "second": "minute"}.get(part, "second")
    rest = Call("kusto.modulo_long", (moment, Literal(_PARTS[within], Type.LONG)), Type.LONG)
    if part == "nanosecond":
        return args.call("number.multiply", rest, Literal(100, Type.LONG), type=Type.LONG)
    return args.call("kusto.divide_long", rest, Literal(_PARTS[part], Type.LONG), type=Type.LONG)


def _datetime_add(args: Args) -> Value:
    part = args.constant_text(0, "the part").lower()
    if part == "nanosecond":
        ticks = Call("kusto.ticks_of_hundreds", (args.whole(1),), Type.TIMESPAN)
        return arithmetic.binary("+", args.typed(2, Type.DATETIME), ticks, args.span)
    if part not in ("year", "quarter", "month", "week", *_PARTS):
        raise _no_part(args, part)
    return _shifted(args.typed(2, Type.DATETIME), part, args.whole(1), args)


_FORMATS = {
    "yyyy": "%Y",
    "yy": "%y",
    "MM": "%m",
    "M": "%-m",
    "dd": "%d",
    "d": "%-d",
    "HH": "%H",
    "H": "%-H",
    "hh": "%I",
    "h": "%-I",
    "mm": "%M",
    "m": "%-M",
    "ss": "%S",
    "s": "%-S",
    "tt": "%p",
}
_DELIMITERS = frozenset(" /-:,._[]")


def _format_datetime(args: Args) -> Value:
    """Text of a datetime by .NET's format letters; only the documented letters and signs may stand in it."""
    moment, wanted = args.typed(0, Type.DATETIME), args.constant_text(1, "the format")
    parts: list[Value] = []
    for run in re.findall(r"(([A-Za-z])\2*|.)", wanted, re.DOTALL):
        piece = run[0]
        if piece[0] == "f" and len(piece) <= 7:
            digits = Literal(len(piece), Type.LONG)
            parts.append(Call("kusto.fraction", (moment, digits), Type.STRING))
        elif piece in _FORMATS:
            parts.append(Call("kusto.format_time", (moment, Literal(_FORMATS[piece], Type.STRING)), Type.STRING))
        elif piece in _DELIMITERS:
            parts.append(Literal(piece, Type.STRING))
        elif piece == "y":
            parts.append(Call("kusto.short_year", (moment,), Type.STRING))
        elif piece[0] == "F" and len(piece) <= 7:
            parts.append(_fraction(moment, len(piece)))
        else:
            raise Unsupported(f"KQL format_datetime with {piece}", span=args.spans[1])
    if not parts:
        raise QueryError("format_datetime needs a format", span=args.spans[1])
    made = args.call("kusto.concat", *parts, type=Type.STRING)
    return args.call("null.coalesce", made, Literal("", Type.STRING), type=Type.STRING)


def _fraction(moment: Value, digits: int) -> Value:
    """Digits of a second without the zeros at their end."""
    return Call("kusto.fraction_without_zeros", (moment, Literal(digits, Type.LONG)), Type.STRING)


FUNCTIONS = (
    Function("format_datetime", 2, 2, _format_datetime),
    Function("now", 0, 1, _now),
    Function("ago", 1, 1, _ago),
    Function("datetime_diff", 3, 3, _datetime_diff),
    Function("datetime_add", 3, 3, _datetime_add),
    Function("datetime_part", 2, 2, _part),
    Function("datepart", 2, 2, _part),
    _edge("startofday", "kusto.startofday"),
    _edge("endofday", "kusto.endofday"),
    _edge("startofweek", "kusto.startofweek"),
    _edge("endofweek", "kusto.endofweek"),
    _edge("startofmonth", "kusto.startofmonth"),
    _edge("endofmonth", "kusto.endofmonth"),
    _edge("startofyear", "kusto.startofyear"),
    _edge("endofyear", "kusto.endofyear"),
    of_time("week_of_year", "kusto.week_of_year", Type.LONG),
    of_time("weekofyear", "kusto.week_of_year", Type.LONG),
    of_time("dayofweek", "kusto.dayofweek", Type.TIMESPAN),
    of_time("hourofday", "kusto.hourofday", Type.LONG),
    of_time("dayofmonth", "kusto.dayofmonth", Type.LONG),
    of_time("dayofyear", "kusto.dayofyear", Type.LONG),
    of_time("monthofyear", "kusto.monthofyear", Type.LONG),
    of_time("getmonth", "kusto.monthofyear", Type.LONG),
    of_time("getyear", "kusto.year", Type.LONG),
)
