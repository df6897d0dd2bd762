"""Splunk's JSON functions: documents and values as JSON text, paths such as `a.b{}.c{0}` (JSON functions)."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from antivenom.engine.computed.table import Computed

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_STEP = re.compile(r"(?P<key>[^.{}]+)|\{(?P<index>[0-9]{0,9})\}")
_MOST_DIGITS = 400
NOTHING = object()
"""What stands where a document has nothing; the JSON null is None."""

Step = str | int | None
"""A key, an index, or None for all elements."""


def _whole(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MOST_DIGITS else float(digits)


def _no_constant(name: str) -> None:
    raise ValueError(name)


def parsed(text: str | None) -> Any:
    """The value of a JSON text; NOTHING where it is none, or too deep to read."""
    if text is None:
        return NOTHING
    try:
        return json.loads(text, parse_int=_whole, parse_constant=_no_constant)
    except (ValueError, RecursionError, OverflowError):
        return NOTHING


def number_shown(value: float) -> str:
    """A number as Splunk prints it: whole ones without a point."""
    if isinstance(value, float) and value == value and abs(value) < 9e18 and value == int(value):
        return str(int(value))
    return repr(value)


def _plain(value: Any) -> Any:
    """The value with whole numbers as such."""
    if isinstance(value, float) and value == value and abs(value) < 9e18 and value == int(value):
        return int(value)
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return {key: _plain(one) for key, one in value.items()} if isinstance(value, dict) else value


def shown(value: Any) -> str:
    """A value as JSON text without spaces."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))


def native(value: Any) -> str | None:
    """A value of a document as a field holds it: a string is its text, null is nothing."""
    if value is NOTHING or value is None:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_shown(value) if isinstance(value, int | float) else shown(value)


def steps_of(path: str) -> list[Step] | None:
    """The steps of a path; None where it is none. The empty path is the document itself."""
    made: list[Step] = []
    at = 0
    while at < len(path):
        if path[at] == "." and at:
            at += 1
        match = _STEP.match(path, at)
        if match is None:
            return None
        if match["key"] is not None:
            made.append(match["key"])
        else:
            made.append(int(match["index"]) if match["index"] else None)
        at = match.end()
    return made


def _below(value: Any, step: Step) -> list[Any]:
    if isinstance(step, str):
        return [value[step]] if isinstance(value, dict) and step in value else []
    if not isinstance(value, list):
        return []
    return value if step is None else value[step : step + 1]


def found(document: Any, steps: list[Step]) -> list[Any]:
    """Everything a path leads to, in the document's order."""
    values = [document]
    for step in steps:
        values = [one for value in values for one in _below(value, step)]
    return values


def _extracted(document: Any, path: str | None) -> Any:
    steps = steps_of(path) if path is not None else None
    if steps is None:
        return NOTHING
    if steps == [None] and not isinstance(document, list):
        return document
    values = found(document, steps)
    if None in steps:
        return values or NOTHING
    return values[0] if values else NOTHING


def _extract(text: str, paths: list[str | None]) -> str | None:
    return _of_names(text, paths, _extracted)


def _exact(document: Any, key: str | None) -> Any:
    return document[key] if isinstance(document, dict) and key in document else NOTHING


def _extract_exact(text: str, keys: list[str | None]) -> str | None:
    return _of_names(text, keys, _exact)


def _of_names(text: str, names: list[str | None], get: Callable[[Any, str | None], Any]) -> str | None:
    document = parsed(text)
    if document is NOTHING:
        return None
    if not names:
        return native(document)
    values = [get(document, name) for name in names]
    return native(values[0]) if len(values) == 1 else shown([None if v is NOTHING else v for v in values])


# --- documents changed


def _pairs(given: list[str | None]) -> Iterator[tuple[str, Any]]:
    """Paths and values; a pair without a path is passed over."""
    for path, text in zip(given[::2], given[1::2], strict=True):
        value = parsed(text)
        if path is not None and value is not NOTHING:
            yield path, value


def _changed(text: str, given: list[str | None], change: Callable[[Any, list[Step], Any], Any]) -> str | None:
    document = parsed(text)
    if document is NOTHING:
        return None
    for path, value in _pairs(given):
        steps = steps_of(path)
        if steps is not None:
            document = change(document, steps, value)
    return shown(document)


def _put(document: Any, steps: list[Step], change: Callable[[Any], Any], create: bool) -> Any:
    """The document with what stands at the path changed; where the path does not fit, as it was."""
    if not steps:
        return change(document)
    step, rest = steps[0], steps[1:]
    if isinstance(step, str):
        if not isinstance(document, dict) or (step not in document and not create):
            return document
        inner = document.get(step, {} if rest else NOTHING)
        return {**document, step: _put(inner, rest, change, create)}
    if not isinstance(document, list):
        return document
    return [_put(one, rest, change, create) if step in (None, at) else one for at, one in enumerate(document)]


def _with_appended(document: Any, steps: list[Step], value: Any) -> Any:
    return _put(document, steps, lambda old: [*(old if isinstance(old, list) else [old]), value], False)


def _with_extended(document: Any, steps: list[Step], value: Any) -> Any:
    if not isinstance(value, list):
        return document
    return _put(document, steps, lambda old: [*(old if isinstance(old, list) else [old]), *value], False)


def _with_set(document: Any, steps: list[Step], value: Any) -> Any:
    return _put(document, steps, lambda _: value, True)


def _set_exact(text: str, given: list[str | None]) -> str | None:
    document = parsed(text)
    if not isinstance(document, dict):
        return None
    return shown({**document, **dict(_pairs(given))})


def _object(given: list[str | None]) -> str:
    return shown(dict(_pairs(given)))


def _array(given: list[str | None]) -> str:
    return shown([parsed(text) for text in given])


def _delete(text: str, keys: list[str | None]) -> str | None:
    document = parsed(text)
    if not isinstance(document, dict):
        return None
    for key in keys:
        for one in _named(key or ""):
            document = _without(document, one.split("."))
    return shown(document)


def _named(key: str) -> list[str]:
    """The keys in an array of them, or the one key."""
    found = parsed(key) if key[:1] == "[" else None
    return found if isinstance(found, list) and all(isinstance(one, str) for one in found) else [key]


def _without(document: Any, keys: list[str]) -> Any:
    if not isinstance(document, dict) or keys[0] not in document:
        return document
    if len(keys) == 1:
        return {key: value for key, value in document.items() if key != keys[0]}
    return {**document, keys[0]: _without(document[keys[0]], keys[1:])}


# --- documents asked


def _keys(text: str) -> str | None:
    document = parsed(text)
    return shown(list(document)) if isinstance(document, dict) else None


def _entries(text: str) -> str | None:
    document = parsed(text)
    if not isinstance(document, dict):
        return None
    return shown([{"key": key, "value": value} for key, value in document.items()])


def _has_key(text: str, key: str) -> bool:
    document = parsed(text)
    return isinstance(document, dict) and key in document


def _kind(text: str, kind: str) -> bool:
    return isinstance(parsed(text), list if kind == "array" else dict)


def _as(text: str, kind: str) -> str | None:
    document = parsed(text)
    return shown(document) if isinstance(document, list if kind == "array" else dict) else None


def _values(text: str, quoted: bool) -> list[str] | None:
    document = parsed(text)
    if not isinstance(document, list):
        return None
    made = [shown(one) if quoted or one is None else native(one) or "" for one in document]
    return made or None


def _guess(text: str) -> str:
    """A text as JSON: an array or object, a number where it is printed as one, else a string."""
    if text[:1] in ("{", "["):
        document = parsed(text)
        if document is not NOTHING:
            return shown(document)
    if _NUMBER.fullmatch(text) and number_shown(float(text)) == text:
        return text
    return shown(text)


def _number(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else "null"


_T, _L = "VARCHAR", "VARCHAR[]"

ROWS = (
    Computed("splunk.json", lambda text: None if parsed(text) is NOTHING else text, (_T,), _T),
    Computed("splunk.json_valid", lambda text: parsed(text) is not NOTHING, (_T,), "BOOLEAN"),
    Computed("splunk.json_string", shown, (_T,), _T, nulls=True),
    Computed("splunk.json_guess", lambda text: "null" if text is None else _guess(text), (_T,), _T, nulls=True),
    Computed("splunk.json_number", lambda text: "null" if text is None else _number(text), (_T,), _T, nulls=True),
    Computed("splunk.json_values", lambda v: "null" if v is None else shown(v), (_L,), _T, nulls=True),
    Computed("splunk.json_object", _object, (_L,), _T),
    Computed("splunk.json_array", _array, (_L,), _T),
    Computed("splunk.json_append", lambda text, given: _changed(text, given, _with_appended), (_T, _L), _T),
    Computed("splunk.json_extend", lambda text, given: _changed(text, given, _with_extended), (_T, _L), _T),
    Computed("splunk.json_set", lambda text, given: _changed(text, given, _with_set), (_T, _L), _T),
    Computed("splunk.json_set_exact", _set_exact, (_T, _L), _T),
    Computed("splunk.json_extract", _extract, (_T, _L), _T),
    Computed("splunk.json_extract_exact", _extract_exact, (_T, _L), _T),
    Computed("splunk.json_delete", _delete, (_T, _L), _T),
    Computed("splunk.json_keys", _keys, (_T,), _T),
    Computed("splunk.json_entries", _entries, (_T,), _T),
    Computed("splunk.json_has_key", _has_key, (_T, _T), "BOOLEAN"),
    Computed("splunk.json_kind", _kind, (_T, _T), "BOOLEAN"),
    Computed("splunk.json_as", _as, (_T, _T), _T),
    Computed("splunk.json_mv", _values, (_T, "BOOLEAN"), _L),
)
