"""What bounds the time of a search: earliest=, latest= and older ones (Search Reference, time modifiers)."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.syntax import SearchTerm, TimeBound
from antivenom.source import Span

_FROM, _TO = ">=", "<"

_BOUNDS = {
    "earliest": ("_time", _FROM),
    "latest": ("_time", _TO),
    "_index_earliest": ("_indextime", _FROM),
    "_index_latest": ("_indextime", _TO),
}

_UNITS = {"days": "d", "hours": "h", "minutes": "m", "months": "mon"}

_AGO = {
    **{f"{before}{units}ago": (unit, _FROM) for units, unit in _UNITS.items() for before in ("", "start")},
    **{f"end{units}ago": (unit, _TO) for units, unit in _UNITS.items()},
}
"""Modifier -> the unit it counts back from now, and the side it bounds."""

_EPOCH = {"starttimeu": _FROM, "endtimeu": _TO}
_FORMATTED = {"starttime": _FROM, "endtime": _TO}
_FORMAT = "%m/%d/%Y:%H:%M:%S"
_OTHERS = {"timeformat", *(f"searchtimespan{units}" for units in _UNITS)}
_ALL = {*_BOUNDS, *_AGO, *_EPOCH, *_FORMATTED, *_OTHERS}


def is_modifier(name: str) -> bool:
    """Whether a word before = is one of these and no field."""
    return name.lower() in _ALL


def modifier(name: str, op: str, value: str, span: Span) -> SearchTerm:
    """The bound that a modifier sets."""
    key = name.lower()
    if key in _OTHERS:
        raise Unsupported(f"SPL search modifier {key}", span=span, hint="write earliest= and latest=")
    if key in _BOUNDS:
        field, own = _BOUNDS[key]
        if op == "!=":
            raise Unsupported(f"SPL != on {key}", span=span)
        return TimeBound(key, value, span, field, own if op == "=" else op)
    if op != "=":
        raise QueryError(f"{key} takes = and a value", span=span)
    if key in _AGO:
        unit, own = _AGO[key]
        if not value.isascii() or not value.isdigit() or len(value) > 6:
            raise QueryError(f"{key} takes a whole number", span=span)
        return TimeBound(key, f"-{value}{unit}", span, op=own)
    if key in _EPOCH:
        return TimeBound(key, value, span, op=_EPOCH[key])
    return TimeBound(key, value, span, op=_FORMATTED[key], format=_FORMAT)
