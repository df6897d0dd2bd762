"""Kusto's decimals as plans hold them: plain text without an exponent and without zeros at the end (`1.5`, `100`).

They have 34 significant digits (IEEE 754 decimal128). `UNSURE` stands for a value whose form in Kusto is not known.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException
from typing import Final

UNSURE: Final = "?"
DIGITS: Final = 34
CONTEXT: Final = Context(prec=DIGITS, rounding=ROUND_HALF_EVEN, Emax=6144, Emin=-6143, traps=[])
_WRITTEN = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
_FARTHEST = 400
"""Numbers with more digits than this before or behind the point are not read."""


def shown(value: Decimal) -> str:
    """The text of a decimal; UNSURE where it is no number or too far from zero."""
    if not value.is_finite() or (value and abs(value.adjusted()) > _FARTHEST):
        return UNSURE
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if plain in ("-0", "") else plain


def read(text: str) -> str | None:
    """A decimal's text in its one form; None for what is no number, UNSURE for more than 34 digits."""
    text = text.strip()
    if not _WRITTEN.fullmatch(text):
        return None
    try:
        value = Decimal(text)
    except DecimalException:
        return UNSURE
    if len(value.as_tuple().digits) > DIGITS and len(value.normalize(Context(prec=1000)).as_tuple().digits) > DIGITS:
        return UNSURE
    return shown(value)
