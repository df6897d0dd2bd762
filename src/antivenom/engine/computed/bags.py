"""Kusto's functions of property bags: held as JSON text, keys in the order of their first appearance."""

from __future__ import annotations

import re
from typing import Any

from antivenom.engine.computed import held
from antivenom.engine.computed.table import Computed, NoAnswer

_QUOTE, _BACK = "'", "\\"
_STEP = re.compile(r"\.([A-Za-z_]\w*)|\['([^'\\]*)'\]|\[\"([^\"\\]*)\"\]")


def steps(path: str) -> list[str]:
    """The keys of `key`, `$.a.b` or `$['a']['b']`, outermost first."""
    if not path.startswith("$"):
        return [path]
    found: list[str] = []
    at = 1
    while at < len(path):
        match = _STEP.match(path, at)
        if match is None:
            raise NoAnswer("a path of another form")
        found.append(next(group for group in match.groups() if group is not None))
        at = match.end()
    if not found:
        raise NoAnswer("a path to the root")
    return found


def _has_key(text: str, key: str) -> bool:
    members = held.bags((text,), "bag_has_key")[0]
    *outer, last = steps(key)
    for step in outer:
        inner = held.bag(members.get(step))
        if inner is None:
            return False
        members = inner
    return last in members


def _merge(texts: list[str | None]) -> str:
    """Of a key in several bags the first value stays (measured)."""
    found: dict[str, str] = {}
    for members in held.bags(tuple(texts), "bag_merge"):
        found = {**members, **found} if not found else {**found, **_new(members, found)}
    return held.shown_bag(found)


def _new(members: dict[str, str], found: dict[str, str]) -> dict[str, str]:
    return {key: text for key, text in members.items() if key not in found}


def _remove_keys(text: str, keys: str) -> str:
    members = held.bags((text,), "bag_remove_keys")[0]
    for key in held.arrays((keys,), "bag_remove_keys")[0]:
        if held.kind(key) == "string":
            members = _without(members, steps(held.value(key)))
    return held.shown_bag(members)


def _without(members: dict[str, str], path: list[str]) -> dict[str, str]:
    key, *rest = path
    if not rest:
        return {name: text for name, text in members.items() if name != key}
    inner = held.bag(members.get(key))
    return members if inner is None else {**members, key: held.shown_bag(_without(inner, rest))}


def _set_key(text: str, key: str, value: str) -> str | None:
    members = held.bag(text)
    return None if members is None else held.shown_bag(_with(members, steps(key), value))


def _with(members: dict[str, str], path: list[str], value: str) -> dict[str, str]:
    key, *rest = path
    if not rest:
        return {**members, key: value}
    inner = held.bag(members.get(key, "{}"))
    if inner is None:
        raise NoAnswer("a key below what is no bag")
    return {**members, key: held.shown_bag(_with(inner, rest, value))}


def _zip(keys: str | None, values: str | None) -> str | None:
    """The strings of one array as keys of the values at the same places, null where there is none."""
    names = held.array(keys)
    if names is None:
        return None
    given = held.array(values) or []
    found: dict[str, str] = {}
    for at, name in enumerate(names):
        if held.kind(name) != "string":
            continue
        found.setdefault(held.value(name), given[at] if at < len(given) else "null")
    return held.shown_bag(found)


def _make_bag(texts: list[str | None], most: int) -> str:
    """The bags of all rows as one, the first value of a key staying; what is no bag is passed over."""
    found: dict[str, str] = {}
    for text in texts:
        found.update(_new(held.bag(text) or {}, found))
    return held.shown_bag(dict(list(found.items())[:most]))


def _once(text: str) -> str | None:
    """The bag with each key once."""
    members = held.bag(text)
    return None if members is None else held.shown_bag(members)


def _treepath(text: str) -> str:
    """The path to every member, and `[0]` for the elements of an array; each once."""
    held.bags((text,), "treepath")
    found: dict[str, None] = {}
    _paths(held.value(text), "", found)
    return held.shown([held.quoted(path) for path in found])


def _paths(value: Any, path: str, found: dict[str, None]) -> None:
    if isinstance(value, dict):
        for key, member in value.items():
            inside = f"{path}['{key.replace(_BACK, _BACK * 2).replace(_QUOTE, _BACK + _QUOTE)}']"
            found[inside] = None
            _paths(member, inside, found)
    elif isinstance(value, list):
        for element in value:
            found[f"{path}[0]"] = None
            _paths(element, f"{path}[0]", found)


def _to_json(text: str) -> str:
    """Canonical JSON: keys in order, no spaces."""
    return _canonical(text)


def _canonical(text: str) -> str:
    elements, members = held.array(text), held.bag(text)
    if elements is not None:
        return held.shown([_canonical(element) for element in elements])
    if members is not None:
        return held.shown_bag({key: _canonical(members[key]) for key in sorted(members)})
    return text


ROWS = (
    Computed("kusto.bag_has_key", _has_key, ("VARCHAR", "VARCHAR"), "BOOLEAN"),
    Computed("kusto.bag_merge", _merge, ("VARCHAR[]",), "VARCHAR"),
    Computed("kusto.bag_remove_keys", _remove_keys, ("VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("kusto.bag_set_key", _set_key, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("kusto.bag_zip", _zip, ("VARCHAR", "VARCHAR"), "VARCHAR", nulls=True),
    Computed("kusto.bag_of_bags", _make_bag, ("VARCHAR[]", "BIGINT"), "VARCHAR"),
    Computed("kusto.bag_once", _once, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.treepath", _treepath, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.dynamic_to_json", _to_json, ("VARCHAR",), "VARCHAR"),
)
