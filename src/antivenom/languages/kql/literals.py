"""Kusto's literal forms: from the text in a query to the value a plan holds, and back to Kusto's text.

Times are counted in ticks of 100 ns, points in time since 0001-01-01 UTC. Every function here returns
None for text that is no such literal; the caller knows the span and says so.
"""

from __future__ import annotations

import json
import re
from datetime import datetime, timedelta
from typing import Final

from antivenom.plan.types import TICKS_PER_DAY, TICKS_PER_SECOND

_MS = TICKS_PER_SECOND // 1000
_UNITS: Final = {
    **dict.fromkeys(("d", "day", "days"), TICKS_PER_DAY),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600 * TICKS_PER_SECOND),
    **dict.fromkeys(("m", "min", "minute", "minutes"), 60 * TICKS_PER_SECOND),
    **dict.fromkeys(("s", "sec", "second", "seconds"), TICKS_PER_SECOND),
    **dict.fromkeys(("ms", "milli", "millis", "millisec", "millisecond", "milliseconds"), _MS),
    **dict.fromkeys(("micro", "micros", "microsec", "microsecond", "microseconds"), _MS // 1000),
    **dict.fromkeys(("tick", "ticks"), 1),
}
LAST_TICK: Final = 3_155_378_975_999_999_999
"""9999-12-31T23:59:59.9999999Z."""
_LONG_MAX = 2**63 - 1

_NUMBER_UNIT = re.compile(r"([-+]?)(\d+(?:\.\d*)?|\.\d+)\s*([A-Za-z]+)")
_CLOCK = re.compile(r"([-+]?)(?:(\d{1,8})\.)?(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?")
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ]\s*(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,7}))?)?)?"
    r"\s*(Z|z|[+-]\d{2}:?\d{2})?"
)
_YEAR = re.compile(r"\d{4}")
_GUID = re.compile(r"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")


def unit_ticks(unit: str) -> int | None:
    """Ticks in one of a timespan unit such as `d` or `ms`."""
    return _UNITS.get(unit)


def timespan(text: str) -> int | None:
    """Ticks of `1.5h`, `00:30`, `1.02:03:04.5` or a bare count of days, as timespan(...) takes them."""
    text = text.strip()
    if match := _NUMBER_UNIT.fullmatch(text):
        return _scaled(match[1], match[2], _UNITS.get(match[3].lower()))
    if match := _CLOCK.fullmatch(text):
        return _clock(match)
    if re.fullmatch(r"[-+]?\d{1,8}", text):
        return int(text) * TICKS_PER_DAY
    return None


def _scaled(sign: str, number: str, unit: int | None) -> int | None:
    if unit is None or len(number) > 30:
        return None
    whole, _, fraction = number.partition(".")
    scaled: int = int(whole or "0") * unit + int(fraction or "0") * unit // 10 ** len(fraction)
    if scaled > _LONG_MAX:
        return None
    return -scaled if sign == "-" else scaled


def _clock(match: re.Match[str]) -> int | None:
    days, hours, minutes, seconds = (int(match[i] or 0) for i in (2, 3, 4, 5))
    if hours > 23 or minutes > 59 or seconds > 59:
        return None
    whole: int = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    ticks = whole * TICKS_PER_SECOND + int((match[6] or "").ljust(7, "0"))
    return -ticks if match[1] == "-" else ticks


def point_in_time(text: str) -> int | None:
    """Ticks of an ISO 8601 date or date and time; other date formats are not read."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        text += "-01-01"
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3] or 1)
    hour, minute, second = (int(match[i] or 0) for i in (4, 5, 6))
    try:
        elapsed = datetime(year, month, day, hour, minute, second) - datetime(1, 1, 1)
    except ValueError:
        return None
    ticks: int = (elapsed.days * 86_400 + elapsed.seconds) * TICKS_PER_SECOND + int((match[7] or "").ljust(7, "0"))
    ticks -= _offset(match[8])
    return ticks if 0 <= ticks <= LAST_TICK else None


def _offset(zone: str | None) -> int:
    if zone is None or zone in "Zz":
        return 0
    digits = zone[1:].replace(":", "")
    ticks = (int(digits[:2]) * 60 + int(digits[2:])) * 60 * TICKS_PER_SECOND
    return -ticks if zone[0] == "-" else ticks


def guid(text: str) -> str | None:
    """A guid in lower case."""
    text = text.strip().strip("\"'")
    return text.lower() if _GUID.fullmatch(text) else None


def show_time(ticks: int) -> str:
    """ISO 8601 with seven digits and Z, as tostring() and JSON show a datetime."""
    moment = datetime(1, 1, 1) + timedelta(seconds=ticks // TICKS_PER_SECOND)
    return f"{moment.isoformat(timespec='seconds')}.{ticks % TICKS_PER_SECOND:07d}Z"


def show_timespan(ticks: int) -> str:
    """[-][d.]hh:mm:ss[.fffffff], as tostring() shows a timespan."""
    sign, ticks = ("-", -ticks) if ticks < 0 else ("", ticks)
    seconds, fraction = divmod(ticks, TICKS_PER_SECOND)
    days, seconds = divmod(seconds, 86_400)
    shown = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return sign + (f"{days}." if days else "") + shown + (f".{fraction:07d}" if fraction else "")


def compact(value: object) -> str:
    """JSON text as Kusto writes it: no spaces, no ASCII escapes."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
