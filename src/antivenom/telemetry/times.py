"""Times as products write them, as nanoseconds since 1970-01-01 UTC."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9})\d*)?)?\s?(Z|UTC|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_CLOCK = r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)? ([AP])M"
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}),? " + _CLOCK, re.ASCII)
_NAMED = re.compile(r"([A-Z][a-z]{2}) (\d{1,2}), (\d{4}),? " + _CLOCK, re.ASCII)
_MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec"
_EPOCH = date(1970, 1, 1).toordinal()
_NANO = 1_000_000_000
_LIMIT = 1 << 63


def nanoseconds(text: str) -> int | None:
    """The instant a text names, or None when it names none that fits 64 bits.

    Read are ISO 8601 with a date and a clock (any zone; UTC when none is given), and the two forms of
    Microsoft's portals, month first: "10/25/2023, 9:43:21.990 AM" and "Dec 15, 2021 11:00:03 PM". The
    portals write these without a zone; they are taken as UTC.
    """
    text = text.strip()
    match = _ISO.fullmatch(text)
    if match is not None:
        day, hour, minute, second, fraction, zone = match.groups()
        return _instant(_iso_day(day), int(hour), int(minute), second, fraction, _zone(zone))
    match = _SLASHES.fullmatch(text)
    if match is not None:
        month, number, year, *clock = match.groups()
        return _half_day(_day(int(year), int(month), int(number)), clock)
    match = _NAMED.fullmatch(text)
    if match is not None:
        name, number, year, *clock = match.groups()
        month_at = _MONTHS.find(name)
        return _half_day(_day(int(year), month_at // 3 + 1, int(number)), clock) if month_at % 3 == 0 else None
    return None


def _half_day(day: int | None, clock: list[str | None]) -> int | None:
    hour, minute, second, fraction, half = clock
    if not 1 <= int(hour or 0) <= 12:
        return None
    return _instant(day, int(hour or 0) % 12 + (12 if half == "P" else 0), int(minute or 0), second, fraction, 0)


def _instant(
    day: int | None, hour: int, minute: int, second: str | None, fraction: str | None, zone: int
) -> int | None:
    seconds = int(second or 0)
    if day is None or hour > 23 or minute > 59 or seconds > 60:
        return None
    whole = (day - _EPOCH) * 86_400 + hour * 3600 + minute * 60 + seconds - zone
    time = whole * _NANO + int((fraction or "0").ljust(9, "0"))
    return time if -_LIMIT <= time < _LIMIT else None


@lru_cache(maxsize=64)
def _iso_day(text: str) -> int | None:
    return _day(int(text[:4]), int(text[5:7]), int(text[8:10]))


def _day(year: int, month: int, number: int) -> int | None:
    try:
        return date(year, month, number).toordinal()
    except ValueError:
        return None


def _zone(text: str | None) -> int:
    """Seconds east of Greenwich."""
    if text is None or text in {"Z", "UTC"}:
        return 0
    digits = text[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:] or 0) * 60
    return -seconds if text[0] == "-" else seconds
