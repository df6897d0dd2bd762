"""Kusto's functions that put dates and lengths of time together, take them across time zones, and format lengths."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args, Function
from antivenom.plan.types import TICKS_PER_SECOND, UNIX_EPOCH_TICKS, Type
from antivenom.plan.values import Literal, Value

_L, _R, _D, _T = Type.LONG, Type.REAL, Type.DATETIME, Type.TIMESPAN
_SIGNS = frozenset(" /-:,._[]")
_LETTERS = {"d": 8, "f": 7, "F": 7, "H": 2, "h": 2, "m": 2, "s": 2}
"""The letters of format_timespan, and how many of them may stand together."""


def _make_datetime(args: Args) -> Value:
    """make_datetime(year, month, day[, hour, minute[, second]]); null for what no calendar or clock shows."""
    if len(args) == 1:
        raise Unsupported("KQL make_datetime of one value", span=args.span)
    if len(args) not in (3, 5, 6):
        raise Unsupported(f"KQL make_datetime of {len(args)} values", span=args.span)
    _no_parts(args, 5)
    wholes = [args.whole(i) for i in range(min(len(args), 5))]
    wholes += [Literal(0, _L)] * (5 - len(wholes))
    second = args.real(5) if len(args) == 6 else Literal(0.0, _R)
    return args.call("kusto.made_moment", *wholes, second, type=_D)


def _no_parts(args: Args, count: int) -> None:
    """Refuses a real or decimal where a whole number is documented: the analyser takes it."""
    for value, span in list(zip(args.values, args.spans, strict=True))[:count]:
        if value.type in (_R, Type.DECIMAL):
            raise Unsupported(f"KQL {args.name} of {value.type.value}", span=span)


def _make_timespan(args: Args) -> Value:
    """make_timespan([day, ]hour, minute[, second]); null for what no clock shows."""
    if len(args) == 1:
        raise Unsupported("KQL make_timespan of one value", span=args.span)
    wholes = [args.whole(i) for i in range(min(len(args), 3 if len(args) == 4 else 2))]
    if len(args) < 4:
        wholes.insert(0, Literal(0, _L))
    second = args.real(len(args) - 1) if len(args) > 2 else Literal(0.0, _R)
    return args.call("kusto.made_length", *wholes, second, type=_T)


def _unixtime(name: str, per_second: int) -> Function:
    """A count since 1970 as a datetime, null out of the calendar."""
    op = "kusto.ticks_of_count" if per_second <= TICKS_PER_SECOND else "kusto.ticks_of_nanoseconds"

    def build(args: Args) -> Value:
        epoch, size = Literal(UNIX_EPOCH_TICKS, _L), Literal(TICKS_PER_SECOND // per_second, _L)
        if args.values[0].type is _R:
            size = Literal(TICKS_PER_SECOND / per_second, _R)
            return args.call("kusto.ticks_of_real", args.values[0], size, epoch, type=_D)
        if args.values[0].type is Type.DECIMAL:
            raise Unsupported(f"KQL {args.name} of decimal", span=args.spans[0])
        parts = (args.whole(0), size, epoch) if per_second <= TICKS_PER_SECOND else (args.whole(0), epoch)
        return args.call(op, *parts, type=_D)

    return Function(f"unixtime_{name}_todatetime", 1, 1, build)


def _zoned(op: str) -> Function:
    def build(args: Args) -> Value:
        return args.call(op, args.typed(0, _D), args.only_text(1), type=_D)

    name = "datetime_utc_to_local" if op == "kusto.moment_in_zone" else "datetime_local_to_utc"
    return Function(name, 2, 2, build)


def _format_timespan(args: Args) -> Value:
    """Text of a timespan by format letters; Kusto takes no other letters than the documented ones."""
    wanted = args.constant_text(1, "the format")
    for match in re.finditer(r"([A-Za-z])\1*|.", wanted, re.DOTALL):
        run = match[0]
        if run in _SIGNS or len(run) <= _LETTERS.get(run[0], 0):
            continue
        raise Unsupported(
            f"KQL format_timespan with {run!r}",
            span=args.spans[1],
            hint=f"{', '.join(_LETTERS)} and the signs {_SHOWN}",
        )
    if not wanted:
        raise QueryError("format_timespan needs a format", span=args.spans[1])
    made = args.call("kusto.length_text", args.typed(0, _T), Literal(wanted, Type.STRING), type=Type.STRING)
    return args.call("null.coalesce", made, Literal("", _S), type=_S)


_S = Type.STRING
_SHOWN = "space / - : , . _ [ ]"

FUNCTIONS = (
    Function("make_datetime", 1, 6, _make_datetime),
    Function("make_timespan", 1, 4, _make_timespan),
    _unixtime("seconds", 1),
    _unixtime("milliseconds", 10**3),
    _unixtime("microseconds", 10**6),
    _unixtime("nanoseconds", 10**9),
    _zoned("kusto.moment_in_zone"),
    _zoned("kusto.moment_from_zone"),
    Function("format_timespan", 2, 2, _format_timespan),
)
