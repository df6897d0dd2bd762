"""Series: JSON arrays of numbers, as Kusto's make-series and series functions make them."""

from __future__ import annotations

from antivenom.engine.computed.table import Computed


def _array(cells: list[str] | None, begin: int | None, end: int | None, default: str | None) -> str | None:
    """The array from bin `begin` up to `end` of texts "bin:value", the default where a bin has none."""
    if begin is None or end is None or default is None:
        return None
    held = dict(cell.split(":", 1) for cell in cells or ())
    return "[" + ",".join(held.get(str(place), default) for place in range(begin, end)) + "]"


SERIES = (Computed("series.array", _array, ("VARCHAR[]", "BIGINT", "BIGINT", "VARCHAR"), "VARCHAR", nulls=True),)
