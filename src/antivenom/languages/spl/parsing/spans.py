"""The lengths of bins and windows, as in `span=5m`, `span=2log10` and `span=w@w1`."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.lexer import Token
from antivenom.languages.spl.syntax_reports import Length, LogLength
from antivenom.source import Span

UNITS = {
    "us": "us", "ms": "ms", "cs": "cs", "ds": "ds",
    "s": "second", "sec": "second", "secs": "second", "second": "second", "seconds": "second",
    "m": "minute", "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute",
    "h": "hour", "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour",
    "d": "day", "day": "day", "days": "day",
    "w": "week", "week": "week", "weeks": "week",
    "mon": "month", "month": "month", "months": "month",
    "q": "quarter", "qtr": "quarter", "qtrs": "quarter", "quarter": "quarter", "quarters": "quarter",
    "y": "year", "yr": "year", "yrs": "year", "year": "year", "years": "year",
}  # fmt: skip
"""How a unit of time is written -> which it is."""

SECONDS = {
    "us": 1e-6, "ms": 1e-3, "cs": 1e-2, "ds": 0.1, "": 1.0, "second": 1.0, "minute": 60.0, "hour": 3600.0,
    "day": 86400.0, "week": 604800.0,
}  # fmt: skip
"""Seconds of a unit that always has as many."""

_LENGTH = re.compile(r"[+-]?(?P<count>\d+(?:\.\d+)?|\.\d+)?(?P<unit>[a-z]+)?(?:@(?P<snap>[a-z]+)(?P<day>[0-7])?)?")
_LEAST_BASE = 1.01
_LOG = re.compile(r"(?P<coefficient>\d+(?:\.\d+)?)?log(?P<base>\d+(?:\.\d+)?)?")


def length(text: str, span: Span) -> Length | LogLength:
    """What a span says. Raises QueryError where it says nothing."""
    lowered = text.lower()
    log = _LOG.fullmatch(lowered)
    if log is not None:
        return _log(log, span)
    match = _LENGTH.fullmatch(lowered)
    unit = UNITS.get(match["unit"] or "", "" if match and not match["unit"] else None) if match else None
    snap = UNITS.get(match["snap"]) if match and match["snap"] else None
    if match is None or unit is None or not (match["count"] or match["unit"]) or (match["snap"] and snap is None):
        raise QueryError(f"{text} is no span", span=span, hint="such as 5m, 1d or 10")
    if float(match["count"] or 1) <= 0:
        raise QueryError("a span must be greater than 0", span=span)
    if match["day"] and snap != "week":
        raise QueryError(f"{text} is no span", span=span, hint="only a week begins at a weekday, as in w@w1")
    snapped = f"week{int(match['day'] or 0) % 7}" if snap == "week" else snap
    return Length(float(match["count"] or 1), unit, snapped, text, span)


def _log(match: re.Match[str], span: Span) -> LogLength:
    coefficient, base = float(match["coefficient"] or 1), float(match["base"] or 10)
    if base <= 1 or not 1 <= coefficient < base:
        raise QueryError(
            "a log span needs a base above 1, and a coefficient from 1 to below the base", span=span, hint="as 2log10"
        )
    if base < _LEAST_BASE:
        raise Unsupported(f"SPL log span of a base below {_LEAST_BASE}", span=span)
    return LogLength(coefficient, base, span)


def seconds_of(what: str, text: str, span: Span) -> float:
    """The seconds of a length that always has as many. Raises Unsupported for months and years."""
    found = length(text, span)
    if isinstance(found, LogLength) or found.snap is not None:
        raise QueryError(f"{text} is no length of time", span=span, hint="such as 5m")
    if found.unit not in SECONDS:
        raise Unsupported(f"SPL {what} of {found.unit}s", span=span)
    return found.count * SECONDS[found.unit]


def span_seconds(command: str, token: Token) -> int:
    """The seconds of a span. Raises Unsupported, naming the command, for one whose bins begin nobody says when."""
    found = length(token.text, token.span)
    seconds = found.count * SECONDS.get(found.unit, 0) if isinstance(found, Length) and not found.snap else 0
    if not isinstance(found, Length) or not found.unit or not 0 < seconds <= 86400 or 86400 % seconds:
        # other spans begin at a day of Splunk's choice, which is not documented
        raise Unsupported(f"SPL {command} span {token.text}", span=token.span)
    return int(seconds)
