"""JSON by its standard: no comma behind the last element, no NaN, no infinity; numbers beyond 64 bits are reals."""

from __future__ import annotations

import json

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed

_FIRST, _PAST = -(2**63), 2**64
_MOST_DIGITS = 400


def _whole(digits: str) -> int | float:
    if len(digits) > _MOST_DIGITS:
        raise ValueError
    number = int(digits)
    return number if _FIRST <= number < _PAST else float(digits)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def _strict_json(text: str) -> str | None:
    """The text without spaces; null where it is no JSON, or the JSON null."""
    try:
        value = json.loads(text, parse_int=_whole, parse_constant=_no_constant)
        return None if value is None else shown(value)
    except (ValueError, RecursionError):
        return None


ROWS = (Computed("kusto.strict_json", _strict_json, ("VARCHAR",), "VARCHAR"),)
