"""JSON objects and their values as the text that fields hold."""

from __future__ import annotations

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
    return orjson.dumps(value).decode()


def shown(text: bytes) -> str:
    """The beginning of a stretch of bytes, for a damage."""
    start = text[:SHOWN].decode("utf-8", "backslashreplace")
    return start + "..." if len(text) > SHOWN else start or "the end of the file"
