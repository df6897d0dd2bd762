"""Kusto's decimals as plans hold them: plain text without an exponent and without zeros at the end (`1.5`, `100`).

They have 34 significant digits (IEEE 754 decimal128); one of more is rounded. None is no number.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException
from typing import Final

DIGITS: Final = 34
CONTEXT: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emax=6144, Emin=-6143, traps=[])
_WRITTEN = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
_FARTHEST = 400
"""Numbers with more digits than this before or behind the point are not read."""


def shown(value: Decimal) -> str | None:
    """The text of a decimal; None where it is no number or too far from zero."""
    if not value.is_finite() or (value and abs(value.adjusted()) > _FARTHEST):
        return None
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


def read(text: str) -> str | None:
    """A decimal's text in its one form; None for what is no number."""
    text = text.strip()
    if not _WRITTEN.fullmatch(text):
        return None
    try:
        return shown(CONTEXT.plus(Decimal(text)))
    except DecimalException:
        return None
