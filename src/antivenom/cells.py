"""Arrow columns as plain values, for JSON and for people: nothing a column holds is too fine or too far for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pyarrow as pa

_EPOCH = datetime(1970, 1, 1)


def cells(column: pa.ChunkedArray) -> list[Any]:
    """A column as JSON values: times in ISO 8601 with seven digits as Kusto writes them, timespans likewise.

    Arrow's own conversion raises for a time with 100 ns, which every Windows event has. A time outside the years
    1 to 9999 is None.
    """
    if pa.types.is_timestamp(column.type):
        per_second = 10**9 if column.type.unit == "ns" else 10**6
        return [_moment(v, per_second) for v in column.cast(pa.int64()).to_pylist()]
    if pa.types.is_duration(column.type):
        fine = column.type.unit == "ns"
        counts = column.cast(pa.int64()).to_pylist()
        return [None if v is None else timespan(v // 100 if fine else v * 10) for v in counts]
    if pa.types.is_decimal(column.type):
        return [None if v is None else decimal(v) for v in column.to_pylist()]
    return list(column.to_pylist())


def decimal(value: Decimal) -> str:
    """A decimal in plain digits, as a text: JSON's numbers are not exact."""
    shown = f"{value:f}"
    return (shown.rstrip("0").rstrip(".") if "." in shown else shown) or "0"


def rows(table: pa.Table) -> Iterator[list[Any]]:
    """The table's rows, each a list of plain values in the order of its columns."""
    columns = [cells(table.column(i)) for i in range(table.num_columns)]
    yield from map(list, zip(*columns, strict=True))


def _moment(count: int | None, per_second: int) -> str | None:
    if count is None:
        return None
    seconds, rest = divmod(count, per_second)
    try:
        moment = _EPOCH + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return f"{moment.isoformat()}.{rest * 10**7 // per_second:07d}Z"


def timespan(ticks: int) -> str:
    """A Kusto timespan, in ticks of 100 ns, as Kusto prints it: [-][d.]hh:mm:ss[.fffffff]."""
    sign, ticks = ("-" if ticks < 0 else ""), abs(ticks)
    seconds, rest = divmod(ticks, 10_000_000)
    days, seconds = divmod(seconds, 86_400)
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{sign}{f'{days}.' if days else ''}{clock}{f'.{rest:07d}' if rest else ''}"
