"""Rows of Kusto tables as Microsoft's products export them: CSV, and JSON in all its wrappings.

CSV       a header and rows, from advanced hunting, a Log Analytics portal or a notebook.
JSON      objects, one a line, pretty-printed or in arrays; {"Results": [...]} and {"results": [...]} of the
          hunting APIs, {"value": [...]}, {"tables": [{"columns", "rows"}]} of the Log Analytics API, and the
          streaming API's {"records": [{"time", "category", "properties"}]}. A whole record can also stand as
          text in {"input": {"message": "..."}}, as a parser's test keeps it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from antivenom.tables import Damage, FieldValue, Origin
from antivenom.telemetry import csvrows
from antivenom.telemetry.format import Input
from antivenom.telemetry.jsonlines import objects
from antivenom.telemetry.jsonvalues import Object, as_text, parse, shown

WRAPPERS = ("records", "Results", "results", "value")
"""Members whose array holds the rows."""

_DECORATION = re.compile(r" \[(?:UTC[^\]]*|Local Time)\]$")
_CATEGORY = "AdvancedHunting-"


class Row(NamedTuple):
    """A row: its columns as text, the table it says it is of, its text, and where it stands."""

    fields: dict[str, FieldValue]
    table: str | None
    raw: str
    origin: Origin


class _Refused(ValueError):
    """A JSON object is no row; the text says what was expected."""


def rows(source: Input) -> Iterator[Row | Damage]:
    """All rows of a file, JSON when its first character is `{` or `[`, else CSV."""
    with source.open() as stream:
        head = stream.read(4096)
    yield from _json_rows(source) if looks_like_json(head) else _csv_rows(source)


def looks_like_json(head: bytes) -> bool:
    """Whether a file begins as a JSON object or array, in UTF-8 or UTF-16."""
    return head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] in (b"{", b"[")


def header(head: bytes) -> list[str]:
    """The column names of a CSV file's first line, undecorated; empty when it is no such line."""
    encoding = "utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    line = head.decode(encoding, "replace").lstrip().partition("\n")[0]
    return [column(name.strip().strip('"')) for name in line.split(",")]


def column(name: str) -> str:
    """A column's name without what a portal adds: "TimeGenerated [UTC]" is TimeGenerated."""
    return _DECORATION.sub("", name) if name.endswith("]") else name


def _csv_rows(source: Input) -> Iterator[Row | Damage]:
    names: list[str] | None = None
    with source.open() as stream:
        for record, row in enumerate(csvrows.rows(stream)):
            origin = Origin(source.name, record, row.line, row.offset)
            if row.cells is None:
                yield Damage(origin, row.expected, f"{row.found}: {row.text[:80]}")
            elif names is None:
                names = [column(name) for name in row.cells]
            else:
                yield Row(_named(names, row.cells), None, row.text, origin)


def _named(names: list[str], cells: list[str]) -> dict[str, FieldValue]:
    """Cells by column; of equal names the first counts, and a column without a name is left out."""
    fields: dict[str, FieldValue] = {}
    fields.update(zip(names, cells, strict=True))
    if len(fields) < len(names):
        fields.update(zip(reversed(names), reversed(cells), strict=True))
    fields.pop("", None)
    return fields


def _json_rows(source: Input) -> Iterator[Row | Damage]:
    record = 0
    with source.open() as stream:
        for offset, line, text in objects(stream, inside=WRAPPERS):
            record += 1
            origin = Origin(source.name, record, line, offset)
            found = parse(text)
            if found is None:
                yield Damage(origin, "a JSON object", shown(text))
                continue
            try:
                yield from _object_rows(found, text, origin)
            except _Refused as refused:
                yield Damage(origin, str(refused), shown(text))


def _object_rows(found: Object, text: bytes, origin: Origin) -> Iterator[Row | Damage]:
    """The rows of one JSON object."""
    if isinstance(found.get("tables"), list):
        yield from _table_rows(found["tables"], origin)
        return
    message = found["input"].get("message") if isinstance(found.get("input"), dict) else None
    if isinstance(message, str):
        inner = parse(message.encode("utf-8", "replace"))
        if inner is None:
            raise _Refused("a JSON object in input.message")
        records = inner.get("records") if isinstance(inner.get("records"), list) else [inner]
        for item in records if isinstance(records, list) else []:
            yield _row(item, message, origin)
        return
    yield _row(found, text.decode("utf-8", "replace"), origin)


def _table_rows(tables: list[Any], origin: Origin) -> Iterator[Row | Damage]:
    """The rows of a Log Analytics answer, numbered from 1 over all its tables."""
    number = 0
    for table in tables:
        columns = table.get("columns") if isinstance(table, dict) else None
        lines = table.get("rows") if isinstance(table, dict) else None
        if not isinstance(columns, list) or not isinstance(lines, list):
            raise _Refused('tables with "columns" and "rows"')
        names = [column(str(item.get("name"))) if isinstance(item, dict) else str(item) for item in columns]
        for cells in lines:
            number += 1
            place = origin._replace(record=number)
            if not isinstance(cells, list) or len(cells) != len(names):
                have = f"{len(cells)} cells" if isinstance(cells, list) else "no list"
                yield Damage(place, f"{len(names)} cells", have)
                continue
            fields = {name: as_text(cell) for name, cell in zip(names, cells, strict=True)}
            yield Row(dict(fields), None, as_text(cells) or "", place)


def _row(found: object, raw: str, origin: Origin) -> Row:
    """A row from a plain object, or from a streaming record with its columns in `properties`."""
    if not isinstance(found, dict):
        raise _Refused("a JSON object for each record")
    category, inner = found.get("category"), found.get("properties")
    if not isinstance(category, str) or inner is None:
        return Row(_texts(found, raw), None, raw, origin)
    if isinstance(inner, str):
        inner = parse(inner.encode("utf-8", "replace"))
    if not isinstance(inner, dict):
        raise _Refused('an object in "properties"')
    fields = _texts(inner, raw)
    if "Timestamp" not in fields and "TimeGenerated" not in fields and isinstance(found.get("time"), str):
        fields["TimeGenerated"] = found["time"]
    return Row(fields, category.removeprefix(_CATEGORY), raw, origin)


def _texts(found: Object, raw: str) -> dict[str, FieldValue]:
    """An object's members as texts, under undecorated names. Changes the object."""
    others = [(name, value) for name, value in found.items() if type(value) is not str]
    for name, value in others:
        found[name] = as_text(value)
    if " [UTC" in raw or " [Local Time]" in raw:
        return {column(name): value for name, value in found.items()}
    return found
