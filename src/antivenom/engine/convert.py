"""Arrow on the way in and out of the engine: what the caller's tables hold, and what the plan's types hold."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.engine.decimals import decimal_numbers, decimal_texts
from antivenom.errors import EngineError
from antivenom.plan.types import UNIX_EPOCH_TICKS, Type
from antivenom.plan.values import Column

_PER_TICK = {"s": 10_000_000, "ms": 10_000, "us": 10}
_NS_PER_TICK = 100
_ARROW = {
    Type.BOOL: pa.bool_(),
    Type.INT: pa.int32(),
    Type.LONG: pa.int64(),
    Type.REAL: pa.float64(),
    Type.STRING: pa.string(),
    Type.DYNAMIC: pa.string(),
    Type.GUID: pa.string(),
    Type.MULTI: pa.list_(pa.string()),
    Type.ROWS: pa.list_(pa.int64()),
}
_NS_TICKS_LOW = UNIX_EPOCH_TICKS - 2**63 // _NS_PER_TICK + 1
_NS_TICKS_HIGH = UNIX_EPOCH_TICKS + 2**63 // _NS_PER_TICK - 1
_EXACT_INTEGER = 2**53


def to_engine(data: pa.ChunkedArray, column: Column, table: str) -> pa.ChunkedArray:
    """A table's column as the engine holds the plan column's type.

    Raises EngineError naming table and column when the data cannot be of that type.
    """
    try:
        if pa.types.is_dictionary(data.type):
            data = data.cast(data.type.value_type)
        if column.type in (Type.DATETIME, Type.TIMESPAN):
            return _ticks(data, column.type)
        if column.type is Type.DECIMAL:
            return decimal_texts(data)
        if column.type is Type.REAL and pa.types.is_decimal(data.type):
            return data.cast(pa.float64())
        wanted = _ARROW.get(column.type, data.type)
        return data if data.type == wanted else data.cast(wanted)
    except (pa.ArrowInvalid, pa.ArrowNotImplementedError, pa.ArrowTypeError) as error:
        raise EngineError(f"column {column.name} of table {table} should hold {column.type.value}: {error}") from None


def _ticks(data: pa.ChunkedArray, type: Type) -> pa.ChunkedArray:
    offset = UNIX_EPOCH_TICKS if type is Type.DATETIME else 0
    unit = getattr(data.type, "unit", None)
    if pa.types.is_null(data.type):
        return data.cast(pa.int64())
    if not (pa.types.is_timestamp(data.type) or pa.types.is_duration(data.type)) or unit is None:
        raise pa.ArrowTypeError(f"{data.type} is no point or length of time")
    counts = data.cast(pa.int64())
    if unit == "ns":
        # floor, so that times before 1970 fall into the right tick
        whole = pc.divide(counts, _NS_PER_TICK)
        back = pc.if_else(pc.less(counts, pc.multiply(whole, _NS_PER_TICK)), 1, 0)
        return pc.add(pc.subtract(whole, back), offset)
    return pc.add(pc.multiply_checked(counts, _PER_TICK[unit]), offset)


def from_engine(data: pa.ChunkedArray, column: Column, *, splunk: bool) -> tuple[pa.Field, pa.ChunkedArray]:
    """A result column as callers see it, with Kusto's type name in the field's metadata `kusto.type`.

    datetime: timestamp[ns, UTC] (timestamp[us] where a value lies outside 1677-2262); timespan: duration[ns]
    (likewise); decimal: decimal128, or decimal256 where that is too short; dynamic: JSON text; an SPL number
    column that holds only whole numbers: int64, and one that holds whole numbers among others: text, as Splunk
    prints them (`_time` stays a number).
    """
    if column.type is Type.DATETIME:
        data = _times(data, UNIX_EPOCH_TICKS, pa.timestamp("ns", "UTC"), pa.timestamp("us", "UTC"))
    elif column.type is Type.DECIMAL:
        data = decimal_numbers(data)
    elif column.type is Type.TIMESPAN:
        data = _times(data, 0, pa.duration("ns"), pa.duration("us"))
    else:
        wanted = _ARROW.get(column.type, data.type)
        data = data if data.type == wanted else data.cast(wanted)
        data = _splunk_numbers(data, column.name) if splunk and column.type is Type.REAL else data
    metadata = {} if splunk else {"kusto.type": column.type.value}
    return pa.field(column.name, data.type, metadata=metadata or None), data


def _times(data: pa.ChunkedArray, offset: int, fine: pa.DataType, coarse: pa.DataType) -> pa.ChunkedArray:
    bounds = pc.min_max(data)
    low, high = bounds["min"].as_py(), bounds["max"].as_py()
    shifted = pc.subtract(data, offset)
    if low is None or (low - offset > -(2**63) // _NS_PER_TICK and high - offset < 2**63 // _NS_PER_TICK):
        return pc.multiply(shifted, _NS_PER_TICK).cast(fine)
    # floor, so that times before 1970 fall into the right microsecond
    whole = pc.divide(shifted, 10)
    back = pc.if_else(pc.less(shifted, pc.multiply(whole, 10)), 1, 0)
    return pc.subtract(whole, back).cast(coarse)


def _splunk_numbers(data: pa.ChunkedArray, name: str) -> pa.ChunkedArray:
    """Whole numbers as int64; whole ones among others as the text Splunk prints, since a double shows 2 as 2.0."""
    if data.null_count == len(data):
        return data
    whole = pc.and_(pc.equal(pc.floor(data), data), pc.less_equal(pc.abs(data), _EXACT_INTEGER))
    if pc.all(whole).as_py():
        return data.cast(pa.int64())
    if name == "_time" or not pc.any(whole).as_py():
        return data
    shown = [
        None if v is None else str(int(v)) if w else repr(v)
        for v, w in zip(data.to_pylist(), whole.to_pylist(), strict=True)
    ]
    return pa.chunked_array([pa.array(shown, pa.string())])
