"""Kusto's dates and lengths of time, as far as SQL does not say them: texts, parts put together, time zones."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from antivenom.engine.computed.table import Computed
from antivenom.plan.moments import LAST_TICK, point_in_time, timespan
from antivenom.plan.types import TICKS_PER_DAY, TICKS_PER_SECOND

_START = datetime(1, 1, 1)
_RUNS = re.compile(r"([A-Za-z])\1*|.", re.DOTALL)
_NEAR = 0.01


def made_moment(year: int, month: int, day: int, hour: int, minute: int, second: float) -> int | None:
    """Ticks of a date and clock time; None out of the calendar."""
    ticks = _clock(hour, minute, second)
    try:
        days = (datetime(year, month, day) - _START).days
    except (ValueError, OverflowError):
        return None
    return None if ticks is None else days * TICKS_PER_DAY + ticks


def made_length(days: int, hours: int, minutes: int, seconds: float) -> int | None:
    """Ticks of days and a clock time; None for what no clock shows, and for negative days."""
    ticks = _clock(hours, minutes, seconds)
    return None if ticks is None or not 0 <= days <= 10_675_198 else days * TICKS_PER_DAY + ticks


def _clock(hour: int, minute: int, second: float) -> int | None:
    if not (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second < 60):
        return None
    ticks = min(int(second * TICKS_PER_SECOND + _NEAR), 60 * TICKS_PER_SECOND - 1)  # a part of a tick is cut off
    return (hour * 60 + minute) * 60 * TICKS_PER_SECOND + ticks


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None


def _split(ticks: int) -> tuple[datetime, int]:
    return _START + timedelta(seconds=ticks // TICKS_PER_SECOND), ticks % TICKS_PER_SECOND


def to_local(ticks: int, name: str) -> int | None:
    """A point in time on the clocks of a time zone; None where the zone is not known."""
    zone = _zone(name)
    if zone is None:
        return None
    try:
        offset = _split(ticks)[0].replace(tzinfo=ZoneInfo("UTC")).astimezone(zone).utcoffset()
    except (OverflowError, ValueError):
        return None
    return _moved(ticks, offset, 1)


def to_utc(ticks: int, name: str) -> int | None:
    """The point in time at which clocks of a zone show this.

    A time that the clocks skip counts with the offset after the change (measured); one they show twice is the
    second of the two, in standard time.
    """
    zone = _zone(name)
    if zone is None:
        return None
    return _moved(ticks, _split(ticks)[0].replace(tzinfo=zone, fold=1).utcoffset(), -1)


def _moved(ticks: int, offset: timedelta | None, sign: int) -> int | None:
    if offset is None:
        return None
    moved = ticks + sign * round(offset.total_seconds()) * TICKS_PER_SECOND
    return moved if 0 <= moved <= LAST_TICK else None


def length_text(ticks: int, wanted: str) -> str:
    """A timespan by the letters of format_timespan()."""
    sign, ticks = ("-", -ticks) if ticks < 0 else ("", ticks)
    seconds, fraction = divmod(ticks, TICKS_PER_SECOND)
    values = {
        "d": seconds // 86_400,
        "h": seconds // 3600 % 24,
        "H": seconds // 3600 % 24,
        "m": seconds // 60 % 60,
        "s": seconds % 60,
    }
    made = sign
    for match in _RUNS.finditer(wanted):
        run = match[0]
        if run[0] in "fF":
            digits = f"{fraction:07d}"[: len(run)]
            made += digits.rstrip("0") if run[0] == "F" else digits
        else:
            made += f"{values[run[0]]:0{len(run)}d}" if run[0] in values else run
    return made


ROWS = (
    Computed("kusto.read_time", point_in_time, ("VARCHAR",), "BIGINT"),
    Computed("kusto.read_timespan", timespan, ("VARCHAR",), "BIGINT"),
    Computed("kusto.made_moment", made_moment, (*("BIGINT",) * 5, "DOUBLE"), "BIGINT"),
    Computed("kusto.made_length", made_length, (*("BIGINT",) * 3, "DOUBLE"), "BIGINT"),
    Computed("kusto.moment_in_zone", to_local, ("BIGINT", "VARCHAR"), "BIGINT"),
    Computed("kusto.moment_from_zone", to_utc, ("BIGINT", "VARCHAR"), "BIGINT"),
    Computed("kusto.length_text", length_text, ("BIGINT", "VARCHAR"), "VARCHAR"),
)
