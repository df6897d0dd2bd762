"""Arrow's decimals on the way in and out of the engine, which holds them as plain text."""

from __future__ import annotations

from decimal import Context, Decimal

import pyarrow as pa

from antivenom.plan.decimals import read

_SHORT, _LONG = 38, 76
_EXACT = Context(prec=200)


def decimal_texts(data: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of Arrow decimals, or of texts of such, as the engine holds it."""
    texts = [None if value is None else _text(value) for value in data.to_pylist()]
    return pa.chunked_array([pa.array(texts, pa.string())])


def decimal_numbers(data: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts as Arrow decimals, with as many digits behind the point as the longest needs and the largest leaves;
    one of more than 76 digits before it is null."""
    values = [None if text is None else _within(Decimal(text)) for text in data.to_pylist()]
    parts = [f"{value.copy_abs():f}".partition(".") for value in values if value is not None]
    whole = max((len(digits) for digits, _, _ in parts), default=1)
    scale = min(max((len(fraction) for _, _, fraction in parts), default=0), _LONG - whole)
    kind = pa.decimal128(_SHORT, scale) if whole + scale <= _SHORT else pa.decimal256(_LONG, scale)
    shown = [None if value is None else value.quantize(Decimal(1).scaleb(-scale), context=_EXACT) for value in values]
    return pa.chunked_array([pa.array(shown, kind)], kind)


def _within(value: Decimal) -> Decimal | None:
    return value if value.adjusted() < _LONG else None


def _text(value: Decimal | str) -> str | None:
    return read(f"{value:f}" if isinstance(value, Decimal) else str(value))
