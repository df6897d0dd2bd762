"""Kusto's functions of dates and times."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql import arithmetic
from antivenom.languages.kql.function_table import Args, Function, of_time
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
    if part in ("month", "year", "quarter"):
        months = [Call("kusto.month_number", (value,), Type.LONG) for value in (first, second)]
        size = Literal({"month": 1, "quarter": 3, "year": 12}[part], Type.LONG)
        return args.call("kusto.boundaries", *months, size, type=Type.LONG)
    raise Unsupported(f"KQL datetime_diff of {part}", span=args.spans[0])


def _offset(name: str, op: str) -> Function:
    def build(args: Args) -> Value:
        if len(args) > 1:
            raise Unsupported(f"KQL {name} with an offset", span=args.spans[1])
        return args.call(op, args.typed(0, Type.DATETIME), type=Type.DATETIME)

    return Function(name, 1, 2, build)


def _part(args: Args) -> Value:
    part = args.constant_text(0, "the part").lower()
    moment = args.typed(1, Type.DATETIME)
    ops = {
        "year": "kusto.year",
        "month": "kusto.monthofyear",
        "day": "kusto.dayofmonth",
        "dayofyear": "kusto.dayofyear",
        "hour": "kusto.hourofday",
    }
    if part not in ops:
        raise Unsupported(f"KQL datetime_part of {part}", span=args.spans[0])
    return args.call(ops[part], moment, type=Type.LONG)


def _datetime_add(args: Args) -> Value:
    part = args.constant_text(0, "the part").lower()
    if part == "week":
        size = 7 * TICKS_PER_DAY
    elif part in _PARTS:
        size = _PARTS[part]
    elif part in ("year", "quarter", "month", "nanosecond"):
        raise Unsupported(f"KQL datetime_add of {part}", span=args.spans[0])
    else:
        raise QueryError(f"datetime_add has no part {part}", span=args.spans[0])
    length = arithmetic.binary("*", args.whole(1), Literal(size, Type.TIMESPAN), args.span)
    return arithmetic.binary("+", args.typed(2, Type.DATETIME), length, args.span)


FUNCTIONS = (
    Function("now", 0, 1, _now),
    Function("ago", 1, 1, _ago),
    Function("datetime_diff", 3, 3, _datetime_diff),
    Function("datetime_add", 3, 3, _datetime_add),
    Function("datetime_part", 2, 2, _part),
    _offset("startofday", "kusto.startofday"),
    _offset("endofday", "kusto.endofday"),
    _offset("startofweek", "kusto.startofweek"),
    _offset("endofweek", "kusto.endofweek"),
    _offset("startofmonth", "kusto.startofmonth"),
    _offset("endofmonth", "kusto.endofmonth"),
    _offset("startofyear", "kusto.startofyear"),
    _offset("endofyear", "kusto.endofyear"),
    of_time("dayofweek", "kusto.dayofweek", Type.TIMESPAN),
    of_time("hourofday", "kusto.hourofday", Type.LONG),
    of_time("dayofmonth", "kusto.dayofmonth", Type.LONG),
    of_time("dayofyear", "kusto.dayofyear", Type.LONG),
    of_time("monthofyear", "kusto.monthofyear", Type.LONG),
    of_time("getmonth", "kusto.monthofyear", Type.LONG),
    of_time("getyear", "kusto.year", Type.LONG),
)
