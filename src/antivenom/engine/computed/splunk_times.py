"""Times as text and text as times, by every variable Splunk documents (Date and time format variables). UTC.

Names of days and months are English. %x, %X and %Ez are left out: what they show depends on the server.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from antivenom.engine.computed.table import Computed, NoAnswer

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_VARIABLE = re.compile(r"%(?:(?P<zone>:{0,3}z)|(?P<digits>[1-9])?(?P<parts>[NQ])|(?P<letter>.))", re.DOTALL)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST, _LAST = -62135596800.0, 253402300799.0
_ZONES = {
    "Z": 0, "UTC": 0, "GMT": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def _moment(time: float) -> datetime:
    if not _FIRST <= time <= _LAST:
        raise NoAnswer("a time outside the years 1 to 9999")
    return _EPOCH + timedelta(microseconds=round(time * 1_000_000))


def _shown(time: float, format: str) -> str:
    moment = _moment(time)
    return _VARIABLE.sub(lambda match: _part(moment, match), format)


def _part(moment: datetime, match: re.Match[str]) -> str:
    if match["zone"]:
        return {"z": "+0000", ":z": "+00:00", "::z": "+00:00:00", ":::z": "+00"}[match["zone"]]
    if match["parts"]:
        digits = int(match["digits"] or (9 if match["parts"] == "N" else 3))
        return f"{moment.microsecond:06d}000"[:digits]
    return _letter(moment, match["letter"])


def _letter(moment: datetime, letter: str) -> str:
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    clock = f"{moment:%H:%M:%S}"
    if letter in "c+":
        zone = " UTC" if letter == "+" else ""
        return f"{day[:3]} {month[:3]} {moment.day:2d} {clock}{zone} {moment.year}"
    year, week, _ = moment.isocalendar()
    simple = {
        "a": day[:3], "A": day, "b": month[:3], "B": month, "C": f"{moment.year // 100:02d}", "d": f"{moment.day:02d}",
        "e": f"{moment.day:2d}", "f": f"{moment.microsecond:06d}", "F": f"{moment.year:04d}-{moment:%m-%d}",
        "g": f"{year % 100:02d}", "G": str(year), "H": f"{moment.hour:02d}", "I": f"{moment.hour % 12 or 12:02d}",
        "j": f"{moment:%j}", "k": f"{moment.hour:2d}", "m": f"{moment.month:02d}", "M": f"{moment.minute:02d}",
        "p": "AM" if moment.hour < 12 else "PM", "s": str((moment - _EPOCH) // timedelta(seconds=1)),
        "S": f"{moment.second:02d}", "T": clock, "U": f"{moment:%U}", "V": f"{week:02d}",
        "w": str(moment.isoweekday() % 7), "y": f"{moment.year % 100:02d}", "Y": f"{moment.year:04d}", "Z": "UTC",
        "%": "%",
    }  # fmt: skip
    if letter not in simple:
        raise NoAnswer("a variable nobody documents")
    return simple[letter]


# --- text to time

_PIECES = {
    "a": "(?:{days})", "A": "(?:{days})", "b": "(?P<month_name>{months})", "B": "(?P<month_name>{months})",
    "d": r"(?P<day>0?[1-9]|[12]\d|3[01])", "e": r"\s*(?P<day>0?[1-9]|[12]\d|3[01])",
    "H": r"(?P<hour>[01]?\d|2[0-3])", "k": r"\s*(?P<hour>[01]?\d|2[0-3])", "I": r"(?P<half>0?[1-9]|1[0-2])",
    "j": r"(?P<yearday>\d{{1,3}})", "m": r"(?P<month>0?[1-9]|1[0-2])", "M": r"(?P<minute>[0-5]?\d)",
    "p": r"(?P<noon>[AaPp][Mm])", "s": r"(?P<epoch>\d{{1,12}})", "S": r"(?P<second>[0-5]?\d|60)",
    "y": r"(?P<short>\d{{1,2}})", "Y": r"(?P<year>\d{{4}})", "Z": "(?P<zone>[A-Za-z]+)", "w": "[0-6]", "%": "%",
}  # fmt: skip
_LONGER = {"F": "%Y-%m-%d", "T": "%H:%M:%S", "c": "%a %b %e %H:%M:%S %Y", "+": "%a %b %e %H:%M:%S %Z %Y"}
_DAY_NAMES = "|".join(f"{name}|{name[:3]}" for name in _DAYS)
_MONTH_NAMES = "|".join(f"{name}|{name[:3]}" for name in _MONTHS)


@lru_cache(maxsize=1024)
def _pattern(format: str) -> re.Pattern[str] | None:
    """What a text in this format looks like; None where a part stands in it twice."""
    for letter, longer in _LONGER.items():
        format = format.replace(f"%{letter}", longer)
    made, at = [], 0
    for match in _VARIABLE.finditer(format):
        made.append(_literal(format[at : match.start()]))
        if match["zone"]:
            made.append(r"(?P<offset>[+-]\d{2}:?(?:\d{2}(?::?\d{2})?)?|Z)")
        elif match["parts"] or match["letter"] == "f":
            # a point and what stands behind it may be missing (Date and Time functions, strptime)
            point = made[-1].endswith(r"\.")
            made[-1] = made[-1].removesuffix(r"\.")
            made.append(r"(?:\.(?P<parts>\d{1,9}))?" if point else r"(?P<parts>\d{1,9})")
        else:
            piece = _PIECES.get(match["letter"])
            if piece is None:
                return None
            made.append(piece.format(days=_DAY_NAMES, months=_MONTH_NAMES))
        at = match.end()
    made.append(_literal(format[at:]))
    try:
        return re.compile("".join(made), re.ASCII | re.IGNORECASE)
    except re.error:
        return None


def _literal(text: str) -> str:
    return re.sub(r"(?:\\\s|\s)+", lambda _: r"\s*", re.escape(text))


def _read(text: str, format: str, now: float) -> float | None:
    """The seconds since 1970 of a text that is all of it in the format; a time without a date is one of today."""
    pattern = _pattern(format)
    match = pattern.fullmatch(text) if pattern is not None else None
    if match is None:
        return None
    found = {name: value for name, value in match.groupdict().items() if value is not None}
    parts = int(found["parts"].ljust(9, "0")) / 1e9 if "parts" in found else 0.0
    if "epoch" in found:
        return int(found["epoch"]) + parts
    try:
        moment = _day(found, _moment(now)) + timedelta(seconds=_seconds(found))
    except (ValueError, OverflowError):
        return None
    return (moment - _EPOCH) / timedelta(seconds=1) + parts - _offset(found)


def _day(found: dict[str, str], today: datetime) -> datetime:
    year = int(found.get("year", today.year))
    if "short" in found:
        year = int(found["short"]) + (2000 if int(found["short"]) < 69 else 1900)
    if "yearday" in found:
        day = datetime(year, 1, 1, tzinfo=UTC) + timedelta(days=int(found["yearday"]) - 1)
        if day.year != year:
            raise ValueError("no such day of that year")
        return day
    if not {"month", "month_name", "day", "year", "short"} & found.keys():
        return datetime(today.year, today.month, today.day, tzinfo=UTC)
    month = int(found.get("month", 0))
    if "month_name" in found:
        month = next(i for i, name in enumerate(_MONTHS, 1) if name[:3].lower() == found["month_name"][:3].lower())
    return datetime(year, month, int(found["day"]), tzinfo=UTC)


def _seconds(found: dict[str, str]) -> int:
    hour = int(found.get("hour", 0))
    if "half" in found:
        hour = int(found["half"]) % 12 + (12 if found.get("noon", "am").lower() == "pm" else 0)
    return hour * 3600 + int(found.get("minute", 0)) * 60 + int(found.get("second", 0))


def _offset(found: dict[str, str]) -> float:
    if "zone" in found:
        zone = found["zone"].upper()
        if zone not in _ZONES:
            raise NoAnswer("a zone nobody knows")
        return _ZONES[zone] * 3600.0
    text = found.get("offset", "Z")
    if text.upper() == "Z":
        return 0.0
    digits = text[1:].replace(":", "").ljust(6, "0")
    size = int(digits[:2]) * 3600 + int(digits[2:4]) * 60 + int(digits[4:6])
    return float(-size if text[0] == "-" else size)


ROWS = (
    Computed("splunk.time_shown", _shown, ("DOUBLE", "VARCHAR"), "VARCHAR"),
    Computed("splunk.time_read", _read, ("VARCHAR", "VARCHAR", "DOUBLE"), "DOUBLE"),
)
