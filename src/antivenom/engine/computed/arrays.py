"""Kusto's functions of arrays: held as JSON text, null where there is none."""

from __future__ import annotations

import re

from antivenom.engine.computed import held
from antivenom.engine.computed.table import Computed, NoAnswer

_NULL = "null"
_MOST = 1_048_576


def _iff(conditions: str, yes: str, no: str) -> str | None:
    """Element by element; a condition that is neither a number nor a bool gives null."""
    asked = held.array(conditions)
    if asked is None:
        raise NoAnswer("what is no array")
    sides = (held.array(no), held.array(yes))
    found = []
    for index, condition in enumerate(asked):
        if held.kind(condition) not in ("number", "bool"):
            found.append(_NULL)
            continue
        true = condition != "false" and (condition == "true" or float(condition) != 0)
        side = sides[true]
        alone = yes if true else no
        found.append(alone if side is None else side[index] if index < len(side) else _NULL)
    return held.shown(found)


def _index_of(text: str, wanted: str, start: int, length: int, occurrence: int) -> int | None:
    """Where the n-th equal element stands in the part searched; -1 where it does not."""
    elements = held.array(text)
    if elements is None or length < -1 or occurrence < 0:
        return None
    first = max(start + len(elements), 0) if start < 0 else start
    last = len(elements) if length < 0 else first + length
    places = [at for at, element in enumerate(elements) if first <= at < last and same(element, wanted)]
    return places[max(occurrence, 1) - 1] if max(occurrence, 1) <= len(places) else -1


def same(left: str, right: str) -> bool:
    """Whether two elements are one value, however it is written; null is null."""
    if left == right:
        return True
    kinds = {held.kind(left), held.kind(right)}
    if kinds == {"number"}:
        return float(left) == float(right) and not (_whole(left) and _whole(right))
    return len(kinds) == 1 and bool(kinds & {"array", "bag", "string"}) and held.value(left) == held.value(right)


def _whole(number: str) -> bool:
    return number.lstrip("-").isdigit()


def _set_has(text: str, wanted: str) -> bool | None:
    """As set_has_element: null where there is no array."""
    elements = held.array(text)
    return None if elements is None else any(same(element, wanted) for element in elements)


def _in_values(wanted: str, text: str | None) -> bool:
    """Whether a value is among an array's; null is among none."""
    return wanted != _NULL and any(same(element, wanted) for element in held.array(text) or [])


def _rotated(text: str, count: int) -> str | None:
    elements = held.array(text)
    if elements is None:
        raise NoAnswer("what is no array")
    at = count % len(elements) if elements else 0
    return held.shown(elements[at:] + elements[:at])


def _shifted(text: str | None, count: int | None, filler: str | None) -> str | None:
    """To the left by count, to the right below zero; the free places get the filler, else an empty text beside
    texts alone, or null."""
    if text is None or count is None:
        return None
    elements = held.array(text)
    if elements is None:
        raise NoAnswer("what is no array")
    if filler is None:
        filler = '""' if all(held.kind(element) == "string" for element in elements) else _NULL
    free = [filler] * min(abs(count), len(elements))
    kept = elements[count:] if count >= 0 else elements[: max(0, len(elements) + count)]
    return held.shown(kept + free if count >= 0 else free + kept)


def _split(text: str, indices: str) -> str | None:
    """The parts between the places given, a place below zero counted from the end."""
    elements = held.array(text)
    if elements is None:
        raise NoAnswer("what is no array")
    places = [0]
    for given in held.array(indices) or [indices]:
        if not re.fullmatch(r"-?\d+", given):
            raise NoAnswer("a place that is no whole number")
        at = int(given) + (len(elements) if given.startswith("-") else 0)
        places.append(min(max(at, places[-1]), len(elements)))
    ends = [*places[1:], len(elements)]
    return held.shown([held.shown(elements[a:b]) for a, b in zip(places, ends, strict=True)])


def _sum(text: str) -> float | None:
    """Of numbers, nulls passed over; null where something else is among them."""
    elements = held.array(text)
    if elements is None or not {held.kind(element) for element in elements} <= {"number", "null"}:
        return None
    return float(sum(float(element) for element in elements if element != _NULL))


# --- sorting


def _sort(texts: list[str | None], which: int, descending: bool, nulls_last: bool) -> str | None:
    """One of several arrays, all in the order of the first; null where its length is another."""
    if texts[0] is None:
        return None
    first, shown = held.array(texts[0]), held.array(texts[which])
    if first is None:
        raise NoAnswer("what is no array")
    if shown is None or len(shown) != len(first):
        return None
    return held.shown([shown[at] for at in _order(first, descending, nulls_last)])


def _order(first: list[str], descending: bool, nulls_last: bool) -> list[int]:
    """Numbers before texts before all else; of two alike the first stays first."""
    nulls = [at for at, element in enumerate(first) if element == _NULL]
    rest = [at for at, element in enumerate(first) if element != _NULL]
    order = sorted(rest, key=lambda at: _key(first[at]), reverse=descending)
    return order + nulls if nulls_last else nulls + order


def _key(element: str) -> tuple[int, float, str]:
    match held.kind(element):
        case "number":
            return (0, float(element), "")
        case "string":
            return (1, 0.0, held.value(element))
        case _:
            return (2, 0.0, element)


def _zip(texts: list[str | None]) -> str:
    """Elements of the same place together, the shorter arrays filled up with null."""
    lists = held.arrays(tuple(texts), "zip")
    longest = max(len(each) for each in lists)
    return held.shown([held.shown([each[at] if at < len(each) else _NULL for each in lists]) for at in range(longest)])


def _repeat(element: str, count: int) -> str | None:
    return None if count < 0 else held.shown([element] * min(count, _MOST))


ROWS = (
    Computed("kusto.array_iff", _iff, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("kusto.array_index_of", _index_of, ("VARCHAR", "VARCHAR", "BIGINT", "BIGINT", "BIGINT"), "BIGINT"),
    Computed("kusto.set_has_value", _set_has, ("VARCHAR", "VARCHAR"), "BOOLEAN"),
    Computed("kusto.in_values", _in_values, ("VARCHAR", "VARCHAR"), "BOOLEAN", nulls=True),
    Computed("kusto.array_rotate", _rotated, ("VARCHAR", "BIGINT"), "VARCHAR"),  # to the left
    Computed("kusto.array_shift", _shifted, ("VARCHAR", "BIGINT", "VARCHAR"), "VARCHAR", nulls=True),
    Computed("kusto.array_split", _split, ("VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("kusto.array_sum", _sum, ("VARCHAR",), "DOUBLE"),
    Computed("kusto.array_sort", _sort, ("VARCHAR[]", "BIGINT", "BOOLEAN", "BOOLEAN"), "VARCHAR"),
    Computed("kusto.zip", _zip, ("VARCHAR[]",), "VARCHAR"),
    Computed("kusto.array_repeat", _repeat, ("VARCHAR", "BIGINT"), "VARCHAR"),
)
