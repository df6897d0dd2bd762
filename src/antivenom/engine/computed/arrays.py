"""Kusto's functions of arrays: held as JSON text, null where there is none."""

from __future__ import annotations

import re
from itertools import pairwise

from antivenom.engine.computed import held
from antivenom.engine.computed.held import refused
from antivenom.engine.computed.table import Computed

_CLOCK = re.compile(r'"(-?)(?:(\d+)\.)?(\d\d):(\d\d):(\d\d)(?:\.(\d{7}))?"')
_NULL = "null"


def _iff(conditions: str, yes: str, no: str) -> str | None:
    """Element by element; a condition that is neither a number nor a bool gives null."""
    asked = held.array(conditions)
    if asked is None:
        raise refused("array_iff of what is no array")
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
    if occurrence == 0 or -start > len(elements):
        raise refused("array_index_of with this start or occurrence")
    first = start + len(elements) if start < 0 else start
    last = len(elements) if length < 0 else first + length
    places = [at for at, element in enumerate(elements) if first <= at < last and same(element, wanted)]
    return places[occurrence - 1] if occurrence <= len(places) else -1


def same(left: str, right: str) -> bool:
    """Whether two elements are one value; where Kusto's rule is not known, refused."""
    if left == right:
        if left == _NULL:
            raise refused("search for null in an array")
        return True
    kinds = {held.kind(left), held.kind(right)}
    if kinds == {"number"}:
        if ("." in left or "e" in left) != ("." in right or "e" in right) and float(left) == float(right):
            raise refused("equality of a whole number and a real in an array")
    elif len(kinds) == 1 and kinds & {"array", "bag"} and held.value(left) == held.value(right):
        raise refused("equality of arrays or bags in an array")
    return False


def _set_has(text: str, wanted: str) -> bool | None:
    """As set_has_element: null where there is no array, refused for null itself."""
    if wanted == _NULL:
        raise refused("set_has_element of null")
    elements = held.array(text)
    return None if elements is None else any(same(element, wanted) for element in elements if element != _NULL)


def _in_values(wanted: str, text: str | None) -> bool:
    """Whether a value is among an array's; refused where an element of another type is written like it."""
    if wanted == _NULL:
        return False
    elements = held.array(text) or []
    if any(element != _NULL and same(element, wanted) for element in elements):
        return True
    if any(_alike(element, wanted) for element in elements):
        raise refused("in of a value and an array with another type written like it")
    return False


def _alike(left: str, right: str) -> bool:
    return held.kind(left) != held.kind(right) and left.strip('"').lower() == right.strip('"').lower()


def _rotated(text: str, count: int) -> str | None:
    elements = held.array(text)
    if elements is None:
        raise refused("array_rotate of what is no array")
    at = count % len(elements) if elements else 0
    return held.shown(elements[at:] + elements[:at])


def _shifted(text: str | None, count: int | None, filler: str | None) -> str | None:
    """To the left by count, to the right below zero; the free places get the filler, or null."""
    if text is None or count is None:
        return None
    elements = held.array(text)
    if elements is None:
        raise refused("array_shift of what is no array")
    if filler is None and count and any(held.kind(element) == "string" for element in elements):
        raise refused("array_shift of strings without a fill value")
    free = [filler or _NULL] * min(abs(count), len(elements))
    kept = elements[count:] if count >= 0 else elements[: max(0, len(elements) + count)]
    return held.shown(kept + free if count >= 0 else free + kept)


def _split(text: str, indices: str) -> str | None:
    """The parts between the places given, a place below zero counted from the end."""
    elements = held.array(text)
    if elements is None:
        raise refused("array_split of what is no array")
    places = [0]
    for given in held.array(indices) or [indices]:
        if not re.fullmatch(r"-?\d+", given):
            raise refused("array_split at what is no whole number")
        at = int(given) + (len(elements) if given.startswith("-") else 0)
        if not places[-1] <= at <= len(elements):
            raise refused("array_split at a place outside the array, or out of order")
        places.append(at)
    ends = [*places[1:], len(elements)]
    return held.shown([held.shown(elements[a:b]) for a, b in zip(places, ends, strict=True)])


def _sum(text: str) -> float | None:
    """Of numbers, nulls passed over; null where something else is among them."""
    elements = held.array(text)
    if not elements:
        raise refused("array_sum of nothing, or of what is no array")
    kinds = {held.kind(element) for element in elements}
    if not kinds <= {"number", "null"}:
        return None
    if kinds == {"null"}:
        raise refused("array_sum of nulls alone")
    return float(sum(float(element) for element in elements if element != _NULL))


# --- sorting


def _sort(texts: list[str | None], which: int, descending: bool, nulls_last: bool) -> str | None:
    """One of several arrays, all in the order of the first; null where its length is another."""
    if texts[0] is None:
        return None
    first, shown = held.array(texts[0]), held.array(texts[which])
    if first is None:
        raise refused("array_sort of what is no array")
    if shown is None or len(shown) != len(first):
        return None
    return held.shown([shown[at] for at in _order(first, shown, descending, nulls_last)])


def _order(first: list[str], shown: list[str], descending: bool, nulls_last: bool) -> list[int]:
    nulls = [at for at, element in enumerate(first) if element == _NULL]
    rest = [at for at, element in enumerate(first) if element != _NULL]
    kinds = {held.kind(first[at]) for at in rest}
    if descending and len(kinds) > 1:
        raise refused("array_sort_desc of several types")
    keys = {at: _key(first[at]) for at in rest}
    _certain([first[at] for at in rest])
    order = sorted(rest, key=lambda at: keys[at], reverse=descending)
    _no_ties(order, keys, shown)
    _no_ties_of_nulls(nulls, shown)
    return order + nulls if nulls_last else nulls + order


def _key(element: str) -> tuple[int, float, str]:
    match held.kind(element):
        case "number":
            return (0, float(element), "")
        case "string":
            return (1, 0.0, held.value(element))
        case _:
            return (2, 0.0, element)


def _certain(elements: list[str]) -> None:
    """Refuses where the order is not known: bools, arrays and bags; durations that text would order otherwise."""
    others = {element for element in elements if held.kind(element) in ("bool", "array", "bag")}
    if len(others) > 1:
        raise refused("array_sort of bools, arrays or bags")
    clocks = [_ticks(element) for element in elements]
    durations = [(element, ticks) for element, ticks in zip(elements, clocks, strict=True) if ticks is not None]
    if durations and sorted(durations) != sorted(durations, key=lambda pair: pair[1]):
        raise refused("array_sort of timespans")
    numbers = [element for element in elements if held.kind(element) == "number"]
    if len({float(number) for number in numbers}) < len(set(numbers)):
        raise refused("array_sort of numbers that are nearly the same")


def _ticks(element: str) -> int | None:
    match = _CLOCK.fullmatch(element)
    if match is None:
        return None
    days, hours, minutes, seconds = (int(match[i] or 0) for i in (2, 3, 4, 5))
    total = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 10_000_000 + int(match[6] or 0)
    return -total if match[1] else total


def _no_ties(order: list[int], keys: dict[int, tuple[int, float, str]], shown: list[str]) -> None:
    for one, other in pairwise(order):
        if keys[one] == keys[other] and shown[one] != shown[other]:
            raise refused("array_sort of several arrays where the first has one value twice")


def _no_ties_of_nulls(nulls: list[int], shown: list[str]) -> None:
    if len({shown[at] for at in nulls}) > 1:
        raise refused("array_sort of several arrays where the first has several nulls")


def _zip(texts: list[str | None]) -> str:
    """Elements of the same place together, the shorter arrays filled up with null."""
    lists = held.arrays(tuple(texts), "zip")
    longest = max(len(each) for each in lists)
    return held.shown([held.shown([each[at] if at < len(each) else _NULL for each in lists]) for at in range(longest)])


def _repeat(element: str, count: int) -> str | None:
    if count > 1_000_000:
        raise refused("repeat of more than a million elements")
    return None if count < 0 else held.shown([element] * count)


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
