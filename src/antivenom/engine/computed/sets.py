"""Kusto's functions of arrays as sets: each value once, in the order of its first appearance."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from antivenom.engine.computed import held
from antivenom.engine.computed.arrays import same
from antivenom.engine.computed.held import refused
from antivenom.engine.computed.table import Computed

_Set = dict[str, None]


def _sets(texts: list[str | None], what: str) -> list[_Set]:
    """Each array's values; refused where equality of two of them is not known."""
    made = [dict.fromkeys(elements) for elements in held.arrays(tuple(texts), what)]
    _clear(list(dict.fromkeys(value for each in made for value in each)))
    return made


def _clear(values: list[str]) -> None:
    """Refuses values that are written otherwise and might still be one: 1 and 1.0, bags, arrays."""
    numbers = [value for value in values if held.kind(value) == "number"]
    others = [value for value in values if held.kind(value) in ("array", "bag")]
    whole = {float(number) for number in numbers if number.lstrip("-").isdigit()}
    if any(float(number) in whole for number in numbers if not number.lstrip("-").isdigit()):
        raise refused("set with a whole number and a real of one value")
    for index, one in enumerate(others):
        for other in others[index + 1 :]:
            same(one, other)


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
        raise refused("jaccard_index of two empty arrays")
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
