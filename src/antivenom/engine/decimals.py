"""Arrow's decimals on the way in and out of the engine, which holds them as plain text."""

from __future__ import annotations

from decimal import Decimal

import pyarrow as pa

from antivenom.errors import Unsupported
from antivenom.plan.decimals import UNSURE, read

_SHORT, _LONG = 38, 76


def decimal_texts(data: pa.ChunkedArray) -> pa.ChunkedArray:
    """A column of Arrow decimals, or of texts of such, as the engine holds it. Raises ArrowInvalid for others."""
    texts = [None if value is None else _text(value) for value in data.to_pylist()]
    if UNSURE in texts:
        raise pa.ArrowInvalid("a number has more than 34 digits")
    return pa.chunked_array([pa.array(texts, pa.string())])


def decimal_numbers(data: pa.ChunkedArray) -> pa.ChunkedArray:
    """Texts as Arrow decimals, with as many digits behind the point as the longest needs."""
    values = [None if text is None else Decimal(text) for text in data.to_pylist()]
    parts = [f"{value.copy_abs():f}".partition(".") for value in values if value is not None]
    scale = max((len(fraction) for _, _, fraction in parts), default=0)
    width = scale + max((len(whole) for whole, _, _ in parts), default=1)
    if width > _LONG:
        raise Unsupported("KQL decimals too far apart to stand in one column")
    kind = pa.decimal128(_SHORT, scale) if width <= _SHORT else pa.decimal256(_LONG, scale)
    return pa.chunked_array([pa.array(values, kind)], kind)


def _text(value: Decimal | str) -> str | None:
    return read(f"{value:f}" if isinstance(value, Decimal) else str(value))
