"""gentimes -> plan: a result for each stretch of time (Search Reference, gentimes). Days begin at midnight UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.values.conversions import null
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Values
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value, call, new_column
from antivenom.source import Span

_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2}|\d{4})(?::(\d{1,2}):(\d{1,2}):(\d{1,2}))?")
_DAYS = re.compile(r"[+-]?\d{1,5}")
_DAY = 86400
_MOST = 100_000
_FIELDS = (("endhuman", Type.STRING), ("endtime", Type.REAL), ("starthuman", Type.STRING), ("starttime", Type.REAL))


def gentimes(command: syntax.GenTimes, scope: Scope | None, world: World) -> Scope:
    """`gentimes`: from the start up to, and without, the end, which is last midnight where none is said."""
    columns = tuple(new_column(name, type) for name, type in _FIELDS)
    fields = {column.name: column for column in columns}
    midnight = _midnight(command, world)
    if midnight is None:
        nothing = Values((tuple(null(type) for _, type in _FIELDS),), columns, command.span)
        return Scope(without_rows(nothing, command.span), fields)
    start = _moment(command.start, midnight, command.span)
    end = midnight if command.end is None else _moment(command.end, midnight, command.span)
    if (end - start) // command.increment >= _MOST:
        raise Unsupported(f"SPL gentimes of more than {_MOST:,} results", span=command.span)
    rows = tuple(_row(at, command.increment) for at in range(start, end, command.increment))
    return Scope(Values(rows, columns, command.span), fields)


def _midnight(command: syntax.GenTimes, world: World) -> int | None:
    """The last midnight, in seconds; None where it counts and the query's time is not known yet."""
    if command.end is not None and not any(map(_DAYS.fullmatch, (command.start, command.end))):
        return 0
    if world.discover is None:
        return None
    now = call("clock.now_epoch", type=Type.REAL)
    ((found,),) = world.discover(Values(((now,),), (new_column("now", Type.REAL),), command.span))
    return int(found) // _DAY * _DAY


def _moment(text: str, midnight: int, span: Span) -> int:
    if _DAYS.fullmatch(text):
        return midnight + int(text) * _DAY
    match = _DATE.fullmatch(text)
    try:
        assert match is not None
        month, day, year, *rest = (int(part or 0) for part in match.groups())
        hour, minute, second = rest
        full = year if len(match[3]) == 4 else 2000 + year
        return int(datetime(full, month, day, hour, minute, second, tzinfo=UTC).timestamp())
    except (AssertionError, ValueError):
        hint = "MM/DD/YYYY[:HH:MM:SS], or a number of days such as -5"
        raise QueryError(f"gentimes has no time {text}", span=span, hint=hint) from None


def _row(start: int, increment: int) -> tuple[Value, ...]:
    end = start + increment - 1
    return (
        Literal(_human(end), Type.STRING),
        Literal(float(end), Type.REAL),
        Literal(_human(start), Type.STRING),
        Literal(float(start), Type.REAL),
    )


def _human(seconds: int) -> str:
    moment = datetime.fromtimestamp(seconds, UTC)
    return f"{moment:%a %b} {moment.day} {moment:%H:%M:%S %Y}"
