"""The functions of convert, replace, tojson, reltime and iplocation, value by value."""

from __future__ import annotations

import json
import re
from functools import lru_cache

from antivenom.engine.computed.splunk_json import NOTHING, number_shown, parsed, shown
from antivenom.engine.computed.splunk_values import number_of
from antivenom.engine.computed.table import Computed, NoAnswer

_DURATION = re.compile(r"(?:(\d{1,9})\+)?(\d{1,9}):(\d{1,2}):(\d{1,2})")
_MEMORY = re.compile(r"(\d+(?:\.\d*)?|\.\d+)\s*([kmg]?)", re.IGNORECASE)
_MINUTES = re.compile(r"(?:(\d{1,9}):)?(\d{1,9}(?:\.\d*)?)")
_LEADING = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_FACTORS = {"": 1, "k": 1, "m": 1024, "g": 1024 * 1024}


def _dur2sec(text: str) -> str | None:
    match = _DURATION.fullmatch(text)
    if match is None:
        return None
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return str(days * 86400 + hours * 3600 + minutes * 60 + seconds)


def _memk(text: str) -> str | None:
    match = _MEMORY.fullmatch(text)
    return None if match is None else number_shown(float(match[1]) * _FACTORS[match[2].lower()])


def _mstime(text: str) -> str | None:
    match = _MINUTES.fullmatch(text)
    if match is None:
        return None
    if match[1] is None:
        return match[2]
    whole, point, rest = match[2].partition(".")
    return f"{int(match[1]) * 60 + int(whole)}{point}{rest}"


def _rmcomma(text: str) -> str:
    return text.replace(",", "")


def _rmunit(text: str) -> str | None:
    match = _LEADING.match(text)
    return match[0] if match else None


def _best(text: str) -> str | None:
    """A number as it is, a duration in seconds, or a number before a unit; null for any other text."""
    return text if number_of(text) is not None else _dur2sec(text)


# --- replace


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.DOTALL)


def _replace(text: str, patterns: list[str], puts: list[str]) -> str:
    """The text as the first rule that fits it whole makes it; each star stands for what it caught."""
    for pattern, put in zip(patterns, puts, strict=True):
        match = _compiled(pattern).fullmatch(text)
        if match is not None:
            caught = iter(match.groups())
            return "".join(next(caught) if piece == "*" else piece for piece in re.split(r"(\*)", put))
    return text


# --- tojson


def _json(text: str | None, function: str, fill: bool) -> str | None:
    """A value as JSON by a datatype function; null where it is passed over (tojson page)."""
    if text is None:
        return "null" if fill else None
    made = _by_type(text, function)
    return "null" if made is None and fill else made


def _by_type(text: str, function: str) -> str | None:
    number = number_of(text)
    shown_number = None if number is None else number_shown(number)
    if function == "str":
        return shown(text)
    if function == "num":
        return shown_number
    if function == "bool":
        return _bool(text, number)
    if shown_number is not None:
        return shown_number
    if function == "none":
        return shown(text)
    if function == "auto" and text in ("true", "false", "null"):
        return text
    document = parsed(text)
    if document is NOTHING:
        return shown(text) if function == "auto" else None
    return shown(document)


def _bool(text: str, number: float | None) -> str | None:
    if number is not None:
        return "true" if number else "false"
    folded = text.lower()
    return "true" if folded in ("true", "t", "yes") else "false" if folded in ("false", "f", "no") else None


def _json_values(values: list[str] | None, function: str, fill: bool) -> str | None:
    if values is None:
        return "null" if fill else None
    made = [_json(value, function, fill) for value in values]
    return "[" + ",".join(one for one in made if one is not None) + "]"


# --- reltime, iplocation

_UNITS = ((86400, "day"), (3600, "hour"), (60, "minute"), (1, "second"))


def _reltime(age: float) -> str:
    for size, name in _UNITS:
        if age >= size:
            count = int(age // size)
            return f"{count} {name}{'' if count == 1 else 's'} ago"
    raise NoAnswer("no time before now")


def _place_part(place: str, part: str) -> str | None:
    found = json.loads(place)
    value = found.get(part) if isinstance(found, dict) else None
    return None if value is None else f"{value:.5f}" if isinstance(value, float) else str(value)


_T, _L = "VARCHAR", "VARCHAR[]"

ROWS = (
    Computed("splunk.convert_dur2sec", _dur2sec, (_T,), _T),
    Computed("splunk.convert_memk", _memk, (_T,), _T),
    Computed("splunk.convert_mstime", _mstime, (_T,), _T),
    Computed("splunk.convert_rmcomma", _rmcomma, (_T,), _T),
    Computed("splunk.convert_rmunit", _rmunit, (_T,), _T),
    Computed("splunk.convert_best", _best, (_T,), _T),
    Computed("splunk.replace_values", _replace, (_T, _L, _L), _T),
    Computed("splunk.tojson", _json, (_T, _T, "BOOLEAN"), _T, nulls=True),
    Computed("splunk.tojson_values", _json_values, (_L, _T, "BOOLEAN"), _T, nulls=True),
    Computed("splunk.reltime_words", _reltime, ("DOUBLE",), _T),
    Computed("splunk.place_part", _place_part, (_T, _T), _T),
)
