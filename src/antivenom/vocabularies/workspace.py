"""The tables a Log Analytics workspace and Defender advanced hunting can hold; most are in no log read here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources

from antivenom.tables import Column, ColumnType, Schema

_CODES = {
    "": ColumnType.STRING,
    "d": ColumnType.DATETIME,
    "r": ColumnType.REAL,
    "i": ColumnType.INT,
    "l": ColumnType.LONG,
    "b": ColumnType.BOOL,
    "y": ColumnType.DYNAMIC,
    "g": ColumnType.GUID,
    "t": ColumnType.TIMESPAN,
}
_DEFENDER, _TIME = "Device", "TimeGenerated"
_DEFENDER_COLUMNS = (Column("Timestamp", ColumnType.DATETIME), Column("ReportId", ColumnType.LONG))
"""Columns that Defender's tables of devices have beside those of a workspace; what is in no workspace has its own."""


class Tables(Mapping[str, Schema]):
    """Table name -> schema; a table's line is read when the table is first named."""

    def __init__(self, lines: Mapping[str, str], others: Mapping[str, Schema]) -> None:
        self._lines = lines
        self._read = dict(others)
        self._names = [*lines, *(name for name in others if name not in lines)]

    def __getitem__(self, name: str) -> Schema:
        """The schema of exactly that table."""
        schema = self._read.get(name)
        if schema is None:
            schema = self._read[name] = _schema(name, self._lines[name])
        return schema

    def __iter__(self) -> Iterator[str]:
        """The names of all tables."""
        return iter(self._names)

    def __len__(self) -> int:
        """How many tables there are."""
        return len(self._names)

    def joined(self, others: Mapping[str, Schema]) -> Tables:
        """These tables and others, which win."""
        return Tables(self._lines, {**self._read, **others})


def _schema(name: str, line: str) -> Schema:
    columns = [_column(text) for text in line.split()]
    known = {column.name for column in columns}
    if name.startswith(_DEFENDER) and _TIME in known:
        columns += [column for column in _DEFENDER_COLUMNS if column.name not in known]
    return Schema(name, tuple(columns))


def _column(text: str) -> Column:
    name, _, code = text.partition(":")
    return Column(name, _CODES[code])


def _read_lines(text: str) -> dict[str, str]:
    lines = (line.partition(" ") for line in text.splitlines() if line[:1] not in ("", "#"))
    return {name: columns for name, _, columns in lines}


TABLES = Tables(
    _read_lines((resources.files(__package__) / "workspace_tables.txt").read_text(encoding="utf-8")),
    {},
)
"""Table name -> schema, columns in the order of the public table reference."""
