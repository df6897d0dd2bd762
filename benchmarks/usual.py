"""The usual way to hunt in raw logs: decode, flatten events to columns, insert into SQLite, one SQL a rule.

The rules are the two published detections of this project, written as converters to SQL write such rules:
LIKE for words and paths, a record of an audit.log as a row of its own, arguments as they stand in it. Nothing
slows it down: one transaction in memory, prepared statements by the shape of an event, rows in batches.

As a program: `usual.py [--filtered] evtx|audit|json FILE` prints how many rows each rule found, as JSON. With
--filtered only events of the kinds the rules name are inserted, as tools do that look at the rules first.
"""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import orjson

from decode import audit_lines, evtx_records, json_lines

Row = dict[str, object]

MOST_COLUMNS = 1_900
"""SQLite's own bound is 2,000."""

_BATCH = 500

# The rules

_SPLUNK_SIGNS = (
    "socket.socket", "pty.spawn", "/bin/sh", "reverse_shell", "urllib", "requests.get", "http.client",
    "subprocess.call", "subprocess.popen", "subprocess.run", "os.system", "os.popen",
    "exec(", "eval(", "compile(", "__import__",
)  # fmt: skip
_SENTINEL_SIGNS = (
    "import socket", "import subprocess", "import os", "import urllib", "import requests",
    "import http.client", "socket.socket", "subprocess.call", "subprocess.Popen", "os.system(",
    "os.popen(", "exec(", "eval(", "compile(", "__import__", "base64.b64decode", "codecs.decode", "pty.spawn",
    "/bin/sh", "/bin/bash", "reverse_tcp", "reverse_shell", "pyinstaller", "py2exe", "nuitka",
)  # fmt: skip
_SPLUNK_NAMES = ("python.exe", "python3.exe", "pythonw.exe")
_SENTINEL_NAMES = ("python.exe", "python3.exe", "python", "python3", "pythonw.exe")

_SYSMON = "(Channel = 'Microsoft-Windows-Sysmon/Operational' AND EventID = '1')"
_AUDITED = "(Channel = 'Security' AND EventID = '4688')"
_ARGUMENTS = " || ".join(["coalesce(a0, '')", *(f"coalesce(' ' || a{n}, '')" for n in range(1, 10))])


def _any(column: str, patterns: Iterable[str]) -> str:
    return "(" + " OR ".join(f"{column} LIKE '{pattern}' ESCAPE '!'" for pattern in patterns) + ")"


def _holding(texts: Iterable[str]) -> list[str]:
    return ["%" + re.sub("[%_!]", r"!\g<0>", text) + "%" for text in texts]


def _ending(separator: str, names: Iterable[str]) -> list[str]:
    return [f"%{separator}{name}" for name in names]


_WINDOWS = {
    "python-splunk": [
        _SYSMON,
        _any("Image", _ending("\\", _SPLUNK_NAMES)),
        _any("CommandLine", _holding(_SPLUNK_SIGNS)),
    ],
    "python-sentinel": [
        f"({_SYSMON} OR {_AUDITED})",
        _any("coalesce(Image, NewProcessName)", _ending("\\", _SENTINEL_NAMES)),
        _any("CommandLine", _holding(_SENTINEL_SIGNS)),
    ],
}
_LINUX = {
    "python-splunk": [
        "type = 'EXECVE'",
        "a0 LIKE '%python%'",
        _any("(a1 || ' ' || a2 || ' ' || a3)", _holding(_SPLUNK_SIGNS)),
    ],
    "python-sentinel": [
        "type = 'EXECVE'",
        _any("('/' || a0)", _ending("/", _SENTINEL_NAMES)),
        _any(f"({_ARGUMENTS})", _holding(_SENTINEL_SIGNS)),
    ],
}
_WINDOWS_COLUMNS = ("Channel", "EventID", "Image", "NewProcessName", "CommandLine")
_LINUX_COLUMNS = ("type", *(f"a{n}" for n in range(10)))


# Decoding and flattening


def rows_of(format: str, path: str, *, filtered: bool) -> Iterator[Row]:
    """The rows of a log; with `filtered` only those of kinds that the rules name."""
    if format == "audit":
        yield from audit_rows(path, filtered=filtered)
        return
    objects = map(orjson.loads, evtx_records(path)) if format == "evtx" else json_lines(path)
    for found in objects:
        if not filtered or _event_id(found) in _NAMED_EVENTS:
            row: Row = {}
            _flatten(found, "", row)
            yield row


_NAMED_EVENTS = (1, 4688, "1", "4688")


def _event_id(found: dict[str, Any]) -> object:
    number = found["Event"]["System"]["EventID"] if "Event" in found else found.get("EventID")
    return number.get("#text") if isinstance(number, dict) else number


def _flatten(value: object, name: str, row: Row) -> None:
    """Put each value under the last name on its way."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "#attributes":
                for attribute, text in inner.items():
                    row[f"{name}_{attribute}"] = text
            else:
                _flatten(inner, name if key == "#text" else key, row)
    elif isinstance(value, list):
        row[name] = ", ".join(map(str, value))
    else:
        row[name] = value


_PAIR = re.compile(r"""\b(\w+)=("[^"]*"|'[^']*'|\S*)""")


def audit_rows(path: str, *, filtered: bool) -> Iterator[Row]:
    """The records of an audit.log as rows, one a line."""
    for header, line in audit_lines(path):
        if filtered and header[2] != b"EXECVE":
            continue
        row: Row = {"type": header[2].decode(), "time": header[3].decode(), "serial": header[4].decode()}
        for key, value in _PAIR.findall(line[header.end() :].decode("utf-8", "replace")):
            row[key] = value.strip("\"'")
        yield row


# SQLite


class Table:
    """A table of text whose columns come as events bring them."""

    def __init__(self, columns: Iterable[str]) -> None:
        self.db = sqlite3.connect(":memory:", isolation_level=None)
        self.db.execute("CREATE TABLE logs (row INTEGER PRIMARY KEY)")
        self.db.execute("BEGIN")
        self.columns: dict[str, str] = {}
        self.rows = 0
        self._waiting: dict[tuple[str, ...], list[tuple[object, ...]]] = {}
        self._inserts: dict[tuple[str, ...], tuple[str, list[int]]] = {}
        for name in columns:
            self._column(name)

    def add(self, row: Row) -> None:
        """Insert a row, in a batch with others of its shape."""
        shape = tuple(row)
        waiting = self._waiting.setdefault(shape, [])
        waiting.append(tuple(row.values()))
        self.rows += 1
        if len(waiting) >= _BATCH:
            self._flush(shape)

    def count(self, conditions: list[str]) -> int:
        """How many rows meet all conditions; the rows are fetched."""
        for shape in self._waiting:
            self._flush(shape)
        sql = f"SELECT * FROM logs WHERE {' AND '.join(conditions)}"
        return len(self.db.execute(sql).fetchall())

    def _flush(self, shape: tuple[str, ...]) -> None:
        if shape not in self._inserts:
            self._inserts[shape] = self._insert(shape)
        sql, places = self._inserts[shape]
        rows: Iterable[tuple[object, ...]] = self._waiting[shape]
        if len(places) < len(shape):
            rows = (tuple(row[place] for place in places) for row in rows)
        self.db.executemany(sql, rows)
        self._waiting[shape] = []

    def _insert(self, shape: tuple[str, ...]) -> tuple[str, list[int]]:
        """The statement for rows of a shape, and its values' places; names are told apart without case."""
        places: dict[str, int] = {}
        for place, name in enumerate(shape):
            column = self._column(name)
            if column:
                places[column] = place
        marks = ", ".join("?" * len(places))
        return f"INSERT INTO logs ({', '.join(places)}) VALUES ({marks})", list(places.values())

    def _column(self, name: str) -> str:
        folded = name.casefold()
        if folded not in self.columns:
            if len(self.columns) >= MOST_COLUMNS:
                return ""
            quoted = '"' + name.replace('"', '""') + '"'
            self.db.execute(f"ALTER TABLE logs ADD COLUMN {quoted} TEXT COLLATE NOCASE")
            self.columns[folded] = quoted
        return self.columns[folded]


def main() -> None:
    parser = argparse.ArgumentParser(description="Hunt in the usual way.")
    parser.add_argument("--filtered", action="store_true")
    parser.add_argument("format", choices=("evtx", "audit", "json"))
    parser.add_argument("path")
    asked = parser.parse_args()
    linux = asked.format == "audit"
    table = Table(_LINUX_COLUMNS if linux else _WINDOWS_COLUMNS)
    for row in rows_of(asked.format, asked.path, filtered=asked.filtered):
        table.add(row)
    rules = _LINUX if linux else _WINDOWS
    hits = {rule: table.count(conditions) for rule, conditions in rules.items()}
    json.dump({"rows": table.rows, "hits": hits}, sys.stdout)


if __name__ == "__main__":
    main()
