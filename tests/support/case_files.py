"""Case files: a folder per sentence under test, read and written the same way for every language."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import pyarrow as pa

from antivenom.languages import kql, sigma, spl
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

CASES = Path(__file__).parents[1] / "cases"
NOW = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()) * 10**9
"""The clock of every case: 2026-03-02 12:00 UTC."""

LANGUAGES: dict[str, ModuleType] = {"kql": kql, "spl": spl, "sigma": sigma}

_ARROW = {
    "bool": pa.bool_(),
    "int": pa.int32(),
    "long": pa.int64(),
    "real": pa.float64(),
    "string": pa.string(),
    "guid": pa.string(),
    "decimal": pa.string(),
    "dynamic": pa.string(),
    "datetime": pa.timestamp("ns", "UTC"),
    "timespan": pa.duration("ns"),
    "multivalue": pa.list_(pa.string()),
}


@dataclass(frozen=True)
class Case:
    """One case folder: `query.<language>` and what belongs to it."""

    folder: Path
    language: str

    @property
    def id(self) -> str:
        """The folder, as a test id."""
        return str(self.folder.relative_to(CASES))

    @property
    def source(self) -> SourceText:
        """The query."""
        name = f"query.{self.language}"
        return SourceText((self.folder / name).read_text(encoding="utf-8"), name)

    def tables(self) -> tuple[Catalog, dict[str, pa.Table]]:
        """The case's tables and their schemas (none when it brings its own data)."""
        path = self.folder / "tables.json"
        given = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        schemas = {
            name: Schema(name, tuple(Column(c, ColumnType(t)) for c, t in table["columns"]))
            for name, table in given.items()
        }
        return Catalog(schemas), {name: arrow(table) for name, table in given.items()}


def cases(under: str) -> list[Case]:
    """Every case below tests/cases/<under>."""
    found = []
    for language in LANGUAGES:
        found += [Case(p.parent, language) for p in (CASES / under).rglob(f"query.{language}")]
    return sorted(found, key=lambda case: case.id)


def arrow(table: dict[str, Any]) -> pa.Table:
    """A table of a case file as Arrow; times are ISO text, a `Z` may be left out."""
    columns = table["columns"]
    data = []
    for index, (_, type_) in enumerate(columns):
        cells = [_cell(row[index], type_) for row in table["rows"]]
        data.append(pa.array(cells, _ARROW[type_]))
    return pa.Table.from_arrays(data, names=[name for name, _ in columns])


def _cell(value: Any, type_: str) -> Any:
    if value is None or type_ != "datetime":
        return value
    moment = datetime.fromisoformat(value)
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1) * 1000


def as_json(result: pa.Table) -> dict[str, Any]:
    """A result in the form of rows.json."""
    columns = [[f.name, _type_name(f)] for f in result.schema]
    cells = [_shown_column(result.column(i)) for i in range(result.num_columns)]
    rows = [list(row) for row in zip(*cells, strict=True)] if cells else [[] for _ in range(result.num_rows)]
    return {"columns": columns, "rows": rows}


def _type_name(field: pa.Field) -> str:
    metadata = field.metadata or {}
    if b"kusto.type" in metadata:
        return str(metadata[b"kusto.type"].decode())
    return next((name for name, type_ in _ARROW.items() if type_ == field.type), str(field.type))


def _shown_column(data: pa.ChunkedArray) -> list[Any]:
    if pa.types.is_timestamp(data.type):
        return [_iso(v, data.type.unit) for v in data.cast(pa.int64()).to_pylist()]
    if pa.types.is_duration(data.type):
        return [None if v is None else f"{v} {data.type.unit}" for v in data.cast(pa.int64()).to_pylist()]
    if pa.types.is_decimal(data.type):
        return [None if v is None else f"{v:f}" for v in data.to_pylist()]
    return list(data.to_pylist())


def _iso(count: int | None, unit: str) -> str | None:
    if count is None:
        return None
    per = 10**9 if unit == "ns" else 10**6
    seconds, rest = divmod(count, per)
    moment = datetime(1970, 1, 1) + timedelta(seconds=seconds)
    digits = str(rest).zfill(9 if unit == "ns" else 6)[:7].ljust(7, "0")
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{digits}Z"


def dump(rows: dict[str, Any]) -> str:
    """rows.json as text, one row a line."""
    lines = ",\n    ".join(json.dumps(row, ensure_ascii=False) for row in rows["rows"])
    body = f"\n    {lines}\n  " if lines else ""
    return f'{{\n  "columns": {json.dumps(rows["columns"], ensure_ascii=False)},\n  "rows": [{body}]\n}}\n'
