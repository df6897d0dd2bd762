"""Kusto's format_bytes: a number of bytes with a unit, in steps of 1024."""

from __future__ import annotations

import math

from antivenom.engine.computed.answers import unknown
from antivenom.engine.computed.table import Computed

_UNITS = ("Bytes", "KB", "MB", "GB", "TB", "PB", "EB")
_STEP = 1024


def _format_bytes(size: float | None, precision: int, unit: str) -> str:
    """The size in its unit, or in the largest that leaves at least one of it; so many digits after the point."""
    if size is None:
        return ""
    if not 0 <= size < math.inf or not 0 <= precision <= 15 or (unit and unit not in _UNITS):
        unknown("KQL format_bytes of a size below zero, or with an unusual precision or unit")
    step = _UNITS.index(unit) if unit else max(at for at in range(len(_UNITS)) if at == 0 or size >= _STEP**at)
    value = size / _STEP**step
    text = f"{value:.{precision}f}"
    if (precision and text.endswith("0")) or (not unit and float(text) >= _STEP) or _is_tie(value, precision):
        unknown("KQL format_bytes of a size whose last digits are zeros or a half")
    return f"{text} {_UNITS[step]}"


def _is_tie(value: float, precision: int) -> bool:
    """Whether the rest after the last digit is a half, which may be rounded either way."""
    return math.fmod(value * 10.0**precision, 1.0) == 0.5


ROWS = (Computed("kusto.format_bytes", _format_bytes, ("DOUBLE", "BIGINT", "VARCHAR"), "VARCHAR", nulls=True),)
