"""Series: JSON arrays of numbers, as Kusto's make-series and series functions make them."""

from __future__ import annotations

import math

from antivenom.engine.computed.table import Computed


def _array(cells: list[str] | None, begin: int | None, end: int | None, default: str | None) -> str | None:
    """The array from bin `begin` up to `end` of texts "bin:value", the default where a bin has none."""
    if begin is None or end is None or default is None:
        return None
    held = dict(cell.split(":", 1) for cell in cells or ())
    return "[" + ",".join(held.get(str(place), default) for place in range(begin, end)) + "]"


def _reals(start: float, stop: float, step: float, most: int) -> list[float] | None:
    """The first reals from start to stop, the step added again and again; None for a step that leads nowhere."""
    if not (math.isfinite(start) and math.isfinite(step)) or math.isnan(stop) or start + step == start:
        return None
    found: list[float] = []
    while len(found) < most and (start <= stop if step > 0 else start >= stop):
        found.append(start)
        start += step
    return found


ROWS = (
    Computed("series.array", _array, ("VARCHAR[]", "BIGINT", "BIGINT", "VARCHAR"), "VARCHAR", nulls=True),
    Computed("range.of_reals", _reals, ("DOUBLE", "DOUBLE", "DOUBLE", "BIGINT"), "DOUBLE[]"),
)
