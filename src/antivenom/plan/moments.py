"""Texts of points in time and of lengths of time, as Kusto reads them in literals, todatetime() and totimespan().

Times are counted in ticks of 100 ns, points in time since 0001-01-01 UTC. What is no such text is None.
"""

from __future__ import annotations

import re
from datetime import datetime
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
_HOURS = r"(\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.(\d{1,12}))?)?"
"""Of a second's digits seven are read."""
_ZONE = r"\s*(Z|z|GMT|UTC|[+-]\d{2}:?\d{2})?"
_ISO = re.compile(r"(\d{4})\s*-\s*(\d{1,2})(?:\s*-\s*(\d{1,2}))?(?:[T ]\s*" + _HOURS + r")?" + _ZONE)
_NAMED = re.compile(
    r"(?:([A-Za-z]{3,9}), ?)?(\d{1,2})([ -])([A-Za-z]{3})\3(\d{2}|\d{4})(?: " + _HOURS + _ZONE + r")?", re.ASCII
)
_SLASHED = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?:[ T]+" + _HOURS + r"(?:\s*([AaPp][Mm]))?" + _ZONE + r")?")
"""The month first (measured where the second number cannot be one)."""
_YEAR = re.compile(r"\d{4}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_SHORT_YEAR = 29
"""The last year of two digits that is one of this century, as in .NET."""


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
    """Ticks of a date, or date and time: ISO 8601, RFC 822 or RFC 850. None also for what is not understood."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        text += "-01-01"
    if match := _ISO.fullmatch(text):
        return _moment(int(match[1]), int(match[2]), int(match[3] or 1), match, 4)
    if match := _NAMED.fullmatch(text):
        return _named(match)
    if match := _SLASHED.fullmatch(text):
        return _slashed(match)
    return None


def _slashed(match: re.Match[str]) -> int | None:
    """`2/17/2016 08:40` and its kin, with or without AM or PM."""
    ticks = _moment(int(match[4]), int(match[1]), int(match[3]), match, 5, zone=10)
    half, hour = (match[9] or "").lower(), int(match[5] or 0)
    if ticks is None or not half:
        return ticks
    if not 1 <= hour <= 12:
        return None
    ticks += (12 * (half == "pm") - hour + hour % 12) * 3600 * TICKS_PER_SECOND
    return ticks if ticks <= LAST_TICK else None


def _named(match: re.Match[str]) -> int | None:
    """`Sat, 8 Nov 14 15:05:02 GMT` and its kin; with a wrong day of the week it is none."""
    year = int(match[5])
    if len(match[5]) == 2:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    if match[4].lower() not in _MONTHS:
        return None
    ticks = _moment(year, _MONTHS.index(match[4].lower()) + 1, int(match[2]), match, 6)
    if ticks is not None and match[1] and not _on_day(ticks + _offset(match[10]), match[1].lower()):
        return None
    return ticks


def _on_day(ticks: int, name: str) -> bool:
    day = _DAYS[ticks // TICKS_PER_DAY % 7]
    return name in (day, day[:3])


def _moment(
    year: int, month: int, day: int, match: re.Match[str], clock: int, *, zone: int | None = None
) -> int | None:
    """Ticks of a date and of the clock and zone, whose groups of the match begin at one."""
    parts = [*(match[clock + i] for i in range(4)), match[clock + 4 if zone is None else zone]]
    hour, minute, second = (int(part or 0) for part in parts[:3])
    try:
        elapsed = datetime(year, month, day, hour, minute, second) - datetime(1, 1, 1)
    except ValueError:
        return None
    ticks: int = (elapsed.days * 86_400 + elapsed.seconds) * TICKS_PER_SECOND + int((parts[3] or "").ljust(7, "0")[:7])
    ticks -= _offset(parts[4])
    return ticks if 0 <= ticks <= LAST_TICK else None


def _offset(zone: str | None) -> int:
    if zone is None or zone in ("Z", "z", "GMT", "UTC"):
        return 0
    digits = zone[1:].replace(":", "")
    ticks = (int(digits[:2]) * 60 + int(digits[2:])) * 60 * TICKS_PER_SECOND
    return -ticks if zone[0] == "-" else ticks
