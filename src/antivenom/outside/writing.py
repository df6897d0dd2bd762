"""What a search writes, into the one folder the user named: look-up tables as CSV or JSON, events as lines of JSON.

Search Reference, outputlookup, outputcsv and collect. A name is a file's name in that folder, never a path.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from antivenom.errors import UsageError
from antivenom.outside.formats import contents, objects, separated, text_of
from antivenom.plan.outputs import EVENTS, Output

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_. -]{0,199}")
_YES = ("t", "true", "1")

Row = Mapping[str, Any]
"""One result: the fields it has, each a text, a number or a list of texts."""


def write(folder: Path, output: Output, names: Sequence[str], rows: Sequence[Row]) -> str:
    """Write results, and say what was written. Raises UsageError for a name that is no file's in the folder."""
    if not folder.is_dir():
        raise UsageError(f"no such folder: {folder}")
    path = _path(folder, output)
    if output.kind == EVENTS:
        return _events(path, rows)
    most = output.options.get("max", "")
    rows = rows[: int(most)] if most.isascii() and most.isdigit() else rows
    if not rows:
        return _nothing(path, output)
    if path.name.endswith((".json", ".jsonl")):
        return _collection(path, output, rows)
    return _table(path, output, names, rows)


def _path(folder: Path, output: Output) -> Path:
    name = output.name
    if not _NAME.fullmatch(name) or name.endswith((".", " ")):
        raise UsageError(f"{name!r} is no name of a file", hint="letters, digits and . - _ are taken, and no folders")
    if output.kind == EVENTS:
        name = f"{name}.jsonl"
    elif not name.endswith((".csv", ".csv.gz", ".json", ".jsonl")):
        name = f"{name}.csv"
    path = folder / name
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise UsageError(f"{path} is no regular file", hint="nothing is written through links")
    return path


def _flag(output: Output, name: str, *, otherwise: bool) -> bool:
    value = output.options.get(name)
    return otherwise if value is None else value.lower() in _YES


def _nothing(path: Path, output: Output) -> str:
    """No results: the file goes unless it may not be overridden, or stands empty where it is to."""
    if _flag(output, "append", otherwise=False) or not _flag(output, "override_if_empty", otherwise=True):
        return f"no results, {path.name} is as it was"
    if _flag(output, "create_empty", otherwise=False):
        path.write_bytes(b"")
        return f"no results, {path} is empty"
    path.unlink(missing_ok=True)
    return f"no results, there is no {path}"


def _events(path: Path, rows: Sequence[Row]) -> str:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.writelines(json.dumps(dict(row), ensure_ascii=False) + "\n" for row in rows)
    return f"{len(rows):,} results added to {path}"


def _table(path: Path, output: Output, names: Sequence[str], rows: Sequence[Row]) -> str:
    """A table of texts: several values of a field stand with a space between them."""
    shown = [name for name in names if not name.startswith("_") or name == "_time"]
    if output.options.get("output_format") == "splunk_mv_csv":
        raise UsageError("output_format=splunk_mv_csv is not written", hint="leave it out")
    before: list[list[str]] = []
    if _flag(output, "append", otherwise=False) and path.exists():
        if path.name.endswith(".gz"):
            raise UsageError(f"{path} is packed, and nothing is appended to such a file")
        before = [row for data in contents(path) for row in separated(text_of(data), ",")]
        shown = before[0] if before else shown
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerows(before or [shown])
    writer.writerows([_cell(row.get(name)) for name in shown] for row in rows)
    data = file.getvalue().encode("utf-8", "replace")
    path.write_bytes(gzip.compress(data, mtime=0) if path.name.endswith(".gz") else data)
    return f"{len(rows):,} results written to {path}"


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(map(_cell, value))
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)


def _collection(path: Path, output: Output, rows: Sequence[Row]) -> str:
    """A collection of records: with key_field a record of the same key is replaced, or with append=false all are."""
    key = output.options.get("key_field")
    kept: dict[Any, Row] = {}
    if _flag(output, "append", otherwise=key is not None) and path.exists():
        old = (record for data in contents(path) for record in objects(text_of(data)))
        kept = {record.get("_key", f"\0{n}"): record for n, record in enumerate(old)}
    for number, row in enumerate(rows):
        found = {name: value for name, value in row.items() if value is not None}
        own = _cell(row.get(key)) if key is not None else None
        name = own if own is not None else f"\0new{number}"
        if own is not None:
            found["_key"] = own
        if name in kept and not _flag(output, "allow_updates", otherwise=True):
            continue
        kept[name] = {**kept.get(name, {}), **found}
    path.write_text(json.dumps(list(kept.values()), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{len(rows):,} results written to {path}"
