"""Relative times such as -24h or -1d@d, and time formats. Times are UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass

from antivenom.languages.spl.parsing.spans import UNITS

_UNITS = {written: unit for written, unit in UNITS.items() if unit not in ("us", "ms", "cs", "ds")}
"""Units of a second and more."""

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
"""Units of a fixed length."""

_STEP = re.compile(r"(?P<sign>[+-])(?P<count>\d{1,6})?(?P<unit>[a-z]+)|@(?P<snap>[a-z]+)(?P<weekday>[0-7])?")
_MOST_UNITS = 100_000
_STRFTIME = {"F": "%Y-%m-%d", "T": "%H:%M:%S"}
_SAME = set("YmdHMSyjbBaAIp%")


@dataclass(frozen=True, slots=True)
class Shift:
    """One step of a relative time: add `count` units, or snap back to the unit (`count` None).

    `unit` is second, minute, hour, day, week, month, quarter or year; `weekday` of a week snap, from Sunday.
    """

    unit: str
    count: int | None
    weekday: int = 0


def relative(text: str) -> tuple[Shift, ...] | None:
    """The steps of a relative time, in order; None when the text is none. "now" has no steps."""
    text = text.strip().lower()
    if text in ("now", "now()"):
        return ()
    steps: list[Shift] = []
    at = 0
    while at < len(text):
        match = _STEP.match(text, at)
        unit = _UNITS.get((match["unit"] or match["snap"]) if match else "")
        if match is None or unit is None or (match["weekday"] and unit != "week"):
            return None
        if int(match["count"] or 0) > _MOST_UNITS:
            return None
        if match["snap"]:
            steps.append(Shift(unit, None, int(match["weekday"] or 0) % 7))
        else:
            steps.append(Shift(unit, int(match["sign"] + (match["count"] or "1"))))
        at = match.end()
    return tuple(steps) or None


def shown(steps: tuple[Shift, ...]) -> str:
    """The steps as one text in a fixed spelling, such as "-1 day @day"; what the engine is given."""
    return " ".join(
        f"@{step.unit}{step.weekday if step.unit == 'week' else ''}"
        if step.count is None
        else f"{step.count:+d} {step.unit}"
        for step in steps
    )


_SUBSECONDS = {"3N": "%g", "6N": "%f", "3Q": "%g", "6Q": "%f", "Q": "%g"}


def strftime_format(text: str, *, subseconds: bool = False) -> str | None:
    """A Splunk time format in the engine's; None where a variable differs there or depends on a zone."""
    made: list[str] = []
    at = 0
    while at < len(text):
        if text[at] != "%":
            made.append(text[at])
            at += 1
            continue
        if subseconds and (part := next((p for p in _SUBSECONDS if text.startswith(p, at + 1)), None)):
            made.append(_SUBSECONDS[part])
            at += 1 + len(part)
            continue
        letter = text[at + 1 : at + 2]
        if letter in _STRFTIME:
            made.append(_STRFTIME[letter])
        elif letter and letter in _SAME:
            made.append("%" + letter)
        else:
            return None
        at += 2
    return "".join(made)


_SHOWN = set("aAbBcCdeFfgGHIjkmMpsSTUVwyYZ%+")
_READ = set("aAbBcdeFfHIjkmMpsSTwyYZ%+")
_DATE = set("YymdbBjcF+es")


def variables(format: str) -> list[str]:
    """The variables of a time format: letters, and z, N or Q for those with colons or digits; "" for a lone %."""
    found = re.finditer(r"%(?:(:{0,3}z)|([1-9])?([NQ])|(.)|$)", format, re.DOTALL)
    return ["z" if m[1] else m[3] or m[4] or "" for m in found]


def can_show(format: str) -> bool:
    """Whether a time can be shown in the format: its variables are all documented, and the same on every server."""
    return all(one in _SHOWN or one in ("z", "N", "Q") for one in variables(format))


def lacks_day(format: str) -> bool:
    """Whether the format is of a month and a year alone, which no time is read from (Date and Time functions)."""
    found = set(variables(format))
    return bool(found & set("mbB")) and bool(found & set("Yy")) and found <= set("mbBYy")


def can_read(format: str) -> bool:
    """Whether a text in the format says a time: a day with its month, a day of the year, a count of seconds, or none.

    A date that is there in part has no time (Date and Time functions, strptime).
    """
    found = variables(format)
    if not found or not all(one in _READ or one in ("z", "N", "Q") for one in found):
        return False
    named = set(found) & (_DATE | {"d"})
    if not named or named & {"c", "F", "+", "s"}:
        return True
    if "j" in named:
        return bool(named & {"Y", "y"})
    return bool(named & {"d", "e"}) and bool(named & {"m", "b", "B"})
