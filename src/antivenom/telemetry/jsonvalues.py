"""JSON objects and their values as the text that fields hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import orjson

Object = dict[str, Any]

SHOWN = 100
"""Characters of a broken stretch that a damage shows."""


def parse(text: bytes) -> Object | None:
    """The object that this text is, or None when it is not one."""
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def as_text(value: object) -> str | None:
    """A value as a field holds it: text as it is, null as None, all else as compact JSON (true, 1.5)."""
    if value is None or isinstance(value, str):
        return value
    if value is True or value is False:
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    return compact(value)


def compact(value: object) -> str:
    """A parsed value as compact JSON, however deep: orjson reads 1024 levels and writes 254."""
    try:
        return orjson.dumps(value).decode()
    except TypeError:
        return "".join(_pieces(value))


class _Written(str):
    """A piece of JSON that stands as it is."""

    __slots__ = ()


def _pieces(value: object) -> Iterator[str]:
    waiting: list[object] = [value]
    while waiting:
        item = waiting.pop()
        if isinstance(item, _Written):
            yield item
        elif isinstance(item, dict):
            members = [(f"{orjson.dumps(name).decode()}:", inner) for name, inner in item.items()]
            waiting += _inside("{", members, "}")
        elif isinstance(item, list):
            waiting += _inside("[", [("", inner) for inner in item], "]")
        else:
            yield orjson.dumps(item).decode()


def _inside(opened: str, items: list[tuple[str, object]], closed: str) -> Iterator[object]:
    """What a container is written as, the last piece first."""
    yield _Written(closed)
    for place in range(len(items) - 1, -1, -1):
        before, inner = items[place]
        yield inner
        yield _Written(before if place == 0 else f",{before}")
    yield _Written(opened)


def shown(text: bytes) -> str:
    """The beginning of a stretch of bytes, for a damage."""
    start = text[:SHOWN].decode("utf-8", "backslashreplace")
    return start + "..." if len(text) > SHOWN else start or "the end of the file"
