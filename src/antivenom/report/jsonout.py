"""JSON: one document on one stream, keys in a fixed order, times in ISO 8601 UTC."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import orjson
import pyarrow as pa

_EPOCH = datetime(1970, 1, 1)
_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS


def dumps(document: Any) -> str:
    """The document as indented JSON; text that is no valid Unicode is shown with replacement characters."""
    try:
        return orjson.dumps(document, option=_PRETTY).decode()
    except TypeError:
        return orjson.dumps(_clean(document), option=_PRETTY).decode()


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_clean(k): _clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(v) for v in value]
    return value


def rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """The rows of a result as dicts; a repeated column name gets `_2`, `_3` ... so that no value is lost."""
    names = unique_names(table.column_names)
    columns = [cells(table.column(i)) for i in range(table.num_columns)]
    for row in zip(*columns, strict=True):
        yield dict(zip(names, row, strict=True))


def unique_names(names: list[str]) -> list[str]:
    """The names with repeats numbered."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return made


def cells(column: pa.ChunkedArray) -> list[Any]:
    """A column as JSON values: times in ISO 8601 with seven digits as Kusto writes them, timespans likewise."""
    if pa.types.is_timestamp(column.type):
        per_second = 10**9 if column.type.unit == "ns" else 10**6
        return [_moment(v, per_second) for v in column.cast(pa.int64()).to_pylist()]
    if pa.types.is_duration(column.type):
        per_tick = 100 if column.type.unit == "ns" else 0.1
        return [
            None if v is None else timespan(int(v / per_tick)) for v in column.cast(pa.int64()).to_pylist()
        ]
    return list(column.to_pylist())


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
    """A Kusto timespan as Kusto prints it: [-][d.]hh:mm:ss[.fffffff]."""
    sign, ticks = ("-" if ticks < 0 else ""), abs(ticks)
    seconds, rest = divmod(ticks, 10_000_000)
    days, seconds = divmod(seconds, 86_400)
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{sign}{f'{days}.' if days else ''}{clock}{f'.{rest:07d}' if rest else ''}"
