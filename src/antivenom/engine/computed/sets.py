"""Kusto's functions of arrays as sets: each value once, in the order of its first appearance."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable

from antivenom.engine.computed import held
from antivenom.engine.computed.held import kind, value
from antivenom.engine.computed.table import Computed

_Set = dict[str, None]


def _sets(texts: list[str | None], what: str) -> list[_Set]:
    """Each array's values; one that was written in another way before is the one that came first."""
    first: dict[str, str] = {}
    return [
        dict.fromkeys(first.setdefault(_canonical(element), element) for element in elements)
        for elements in held.arrays(tuple(texts), what)
    ]


def _canonical(element: str) -> str:
    """A text that two elements share if they are one value."""
    if kind(element) == "number":
        return element if element.lstrip("-").isdigit() else _whole(float(element))
    return json.dumps(value(element), sort_keys=True) if kind(element) in ("array", "bag", "string") else element


def _whole(number: float) -> str:
    return str(int(number)) if number.is_integer() else str(number)


def _difference(texts: list[str | None]) -> str:
    first, *rest = _sets(texts, "set_difference")
    return held.shown([value for value in first if not any(value in other for other in rest)])


def _intersect(texts: list[str | None]) -> str:
    first, *rest = _sets(texts, "set_intersect")
    return held.shown([value for value in first if all(value in other for other in rest)])


def _union(texts: list[str | None]) -> str:
    return held.shown(list(_merged(_sets(texts, "set_union"))))


def _merged(sets: Iterable[_Set]) -> _Set:
    found: _Set = {}
    for each in sets:
        found.update(each)
    return found


def _equals(texts: list[str | None]) -> bool:
    left, right = _sets(texts, "set_equals")
    return left.keys() == right.keys()


def _jaccard(texts: list[str | None]) -> float:
    left, right = _sets(texts, "jaccard_index")
    if not left and not right:
        return math.nan
    return len(left.keys() & right.keys()) / len(left.keys() | right.keys())


def _row(name: str, function: Callable[[list[str | None]], object], result: str) -> Computed:
    return Computed(f"kusto.{name}", function, ("VARCHAR[]",), result)


ROWS = (
    _row("set_difference", _difference, "VARCHAR"),
    _row("set_intersect", _intersect, "VARCHAR"),
    _row("set_union", _union, "VARCHAR"),
    _row("set_equals", _equals, "BOOLEAN"),
    _row("jaccard_index", _jaccard, "DOUBLE"),
)
