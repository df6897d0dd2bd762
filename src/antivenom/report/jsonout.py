"""JSON: one document on one stream, keys in a fixed order, times in ISO 8601 UTC."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import orjson
import pyarrow as pa

from antivenom.cells import cells

_PRETTY = orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE | orjson.OPT_NON_STR_KEYS


_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def dumps(document: Any) -> str:
    """The document as indented JSON; text that is no valid Unicode is shown with replacement characters.

    Control and direction characters above ASCII, which JSON lets stand, are written as escapes too: the values are
    the same, and nothing of them drives a terminal or hides from the eye.
    """
    try:
        text = orjson.dumps(document, option=_PRETTY).decode()
    except TypeError:
        text = orjson.dumps(_clean(document), option=_PRETTY).decode()
    return _HIDDEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if match[0] != "\x7f" else "\\u007f"


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_clean(k): _clean(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_clean(v) for v in value]
    return value


def rows(table: pa.Table) -> Iterator[dict[str, Any]]:
    """The rows of a result as dicts; a repeated column name gets `_2`, `_3` ... so that no value is lost."""
    names = unique_names(table.column_names)
    columns = [cells(table.column(i)) for i in range(table.num_columns)]
    for row in zip(*columns, strict=True):
        yield dict(zip(names, row, strict=True))


def unique_names(names: list[str]) -> list[str]:
    """The names with repeats numbered."""
    seen: dict[str, int] = {}
    made = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        made.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return made
