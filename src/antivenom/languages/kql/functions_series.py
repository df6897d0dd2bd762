"""Kusto's functions of series: arrays of numbers, and range() which makes them."""

from __future__ import annotations

from antivenom.languages.kql import conversions as to
from antivenom.languages.kql.function_table import Args, Function
from antivenom.languages.kql.ranges import range_type
from antivenom.plan.types import TICKS_PER_SECOND, Type
from antivenom.plan.values import Literal, Value

_HOUR = 3600 * TICKS_PER_SECOND


def _range(args: Args) -> Value:
    """range(start, stop, step): a step nobody wrote is 1, or an hour."""
    given = list(args.values)
    if len(given) < 3:
        ticks = given[0].type in (Type.DATETIME, Type.TIMESPAN)
        given.append(Literal(_HOUR, Type.TIMESPAN) if ticks else Literal(1, Type.LONG))
    type_ = range_type([value.type for value in given], args.span)
    if type_ is Type.REAL:
        given = [to.widened(value, Type.REAL) for value in given]
    short = "long" if type_.integral else type_.value
    return args.call(f"range.array_of_{short}", *given, type=Type.DYNAMIC)


FUNCTIONS: tuple[Function, ...] = (Function("range", 2, 3, _range),)
