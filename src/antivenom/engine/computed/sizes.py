"""Kusto's format_bytes: a number of bytes with a unit, in steps of 1024."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Context, Decimal

from antivenom.engine.computed.table import Computed

_UNITS = ("Bytes", "KB", "MB", "GB", "TB", "PB", "EB")
_STEP = 1024
_MOST_DIGITS = 15
_EXACT = Context(prec=400)


def _format_bytes(size: float | None, precision: int | None, unit: str | None) -> str:
    """The size in its unit, or in the largest that leaves at least one of it; so many digits after the point at
    most, halves away from zero."""
    if size is None or not math.isfinite(size) or (unit and unit not in _UNITS):
        return ""
    fits = (at for at in range(len(_UNITS)) if at == 0 or abs(size) >= _STEP**at)
    step = _UNITS.index(unit) if unit else max(fits)
    digits = Decimal(1).scaleb(-min(max(precision or 0, 0), _MOST_DIGITS))
    text = f"{(Decimal(size) / _STEP**step).quantize(digits, ROUND_HALF_UP, _EXACT):f}"
    return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {_UNITS[step]}"


ROWS = (Computed("kusto.format_bytes", _format_bytes, ("DOUBLE", "BIGINT", "VARCHAR"), "VARCHAR", nulls=True),)
