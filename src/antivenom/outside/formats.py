"""Files as rows of text, in the formats Kusto ingests: separated values, lines of text, JSON, parquet."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from antivenom.errors import DamagedInput, Unsupported, UsageError

MOST_BYTES = 1 << 30
"""The most bytes of one file, unpacked."""

SEPARATORS = {"csv": ",", "tsv": "\t", "psv": "|", "scsv": ";", "sohsv": "\x01"}
"""Format -> what stands between values."""

_JSON = ("json", "multijson", "singlejson")
_LONGEST_CELL = 1 << 26
_PACKED = re.compile(r"\.(?:gz|zip)$", re.IGNORECASE)
_STEP = re.compile(r"\.([A-Za-z_]\w*)|\[(?:'([^']*)'|\"([^\"]*)\"|(\d{1,6}))\]")

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which columns, in which format; `paths` says where a column stands if not under its own name or place."""

    columns: tuple[str, ...]
    format: str = "csv"
    skip_first: bool = False
    dynamic: frozenset[str] = frozenset()
    paths: Mapping[str, str | int] = field(default_factory=dict)


def format_of(name: str) -> str:
    """The format a file's name tells, csv where it tells none."""
    ending = _PACKED.sub("", name.partition("?")[0].partition(";")[0]).rpartition(".")[2].lower()
    return ending if ending in (*SEPARATORS, *_JSON, "txt", "raw", "parquet") else "csv"


def rows(path: Path, wanted: Wanted) -> Iterator[Row]:
    """The rows of a file, one text a column. Raises DamagedInput where it is not in that format."""
    for data in contents(path):
        try:
            yield from _rows(data, wanted)
        except (csv.Error, ValueError, pa.ArrowException) as error:
            raise DamagedInput(f"{path} cannot be read as {wanted.format}: {error}") from None


def contents(path: Path) -> Iterator[bytes]:
    """What a file holds, unpacked: a zip has as many as it has members."""
    try:
        data = path.read_bytes()
        if data[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(data)) as packed:
                yield _bounded(packed.read(MOST_BYTES + 1), path)
        elif data[:4] == b"PK\x03\x04":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                for member in archive.infolist():
                    if not member.is_dir():
                        yield _bounded(archive.open(member).read(MOST_BYTES + 1), path)
        else:
            yield _bounded(data, path)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from None


def _bounded(data: bytes, path: Path) -> bytes:
    if len(data) > MOST_BYTES:
        raise DamagedInput(f"{path} holds more than {MOST_BYTES:,} bytes")
    return data


def text_of(data: bytes) -> str:
    """Bytes as text: UTF-8, or UTF-16 with its mark; what is neither becomes U+FFFD."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return data.decode(encoding, "replace")


def header(path: Path) -> tuple[str, ...]:
    """The column names of a CSV or JSON file of rows."""
    format_ = format_of(path.name)
    for data in contents(path):
        if format_ in _JSON or looks_like_json(data):
            return tuple(dict.fromkeys(name for row in objects(text_of(data)) for name in row))
        first = next(separated(text_of(data), SEPARATORS.get(format_, ",")), [])
        return tuple(dict.fromkeys(name.strip() for name in first if name.strip()))
    return ()


def looks_like_json(data: bytes) -> bool:
    """Whether text begins as a JSON object or array."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _rows(data: bytes, wanted: Wanted) -> Iterable[Row]:
    if wanted.format in SEPARATORS:
        return _of_cells(separated(text_of(data), SEPARATORS[wanted.format]), wanted)
    if wanted.format in _JSON:
        return (_of_object(row, wanted) for row in objects(text_of(data)))
    if wanted.format == "parquet":
        return (_of_object(row, wanted) for row in pq.read_table(pa.BufferReader(data)).to_pylist())
    if wanted.format == "raw":
        return _of_cells(iter([[text_of(data)]]), wanted)
    return _of_cells(([line] for line in lines(text_of(data))), wanted)


def lines(text: str) -> Iterator[str]:
    """Lines of text; empty ones are left out."""
    return (line.removesuffix("\r") for line in text.split("\n") if line.strip("\r"))


def separated(text: str, separator: str) -> Iterator[list[str]]:
    """Rows of separated values, as RFC 4180 quotes them; empty lines are left out."""
    csv.field_size_limit(_LONGEST_CELL)
    return (row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if row)


def _of_cells(cells: Iterator[list[str]], wanted: Wanted) -> Iterator[Row]:
    """Values by their place; what a row lacks is empty."""
    if wanted.skip_first:
        next(cells, None)
    places = [_place(wanted, index) for index in range(len(wanted.columns))]
    for row in cells:
        yield [row[place] if place < len(row) else "" for place in places]


def _place(wanted: Wanted, index: int) -> int:
    place = wanted.paths.get(wanted.columns[index], index)
    if not isinstance(place, int):
        raise Unsupported("KQL externaldata mapping by path of a format that has none")
    return place


def objects(text: str) -> Iterator[dict[str, Any]]:
    """JSON objects, one after the other or in an array. Raises ValueError."""
    decoder = json.JSONDecoder(strict=False)
    at, end = 0, len(text)
    while at < end:
        if text[at] in " \t\r\n,":
            at += 1
            continue
        value, at = decoder.raw_decode(text, at)
        for row in value if isinstance(value, list) else [value]:
            if not isinstance(row, dict):
                raise ValueError(f"expected an object, but found {json.dumps(row)[:40]}")
            yield row


def _of_object(row: Mapping[str, Any], wanted: Wanted) -> Row:
    """Values by name, or by the path a mapping gives."""
    return [
        shown(_at(row, str(wanted.paths[name])) if name in wanted.paths else row.get(name), name in wanted.dynamic)
        for name in wanted.columns
    ]


def _at(row: Any, path: str) -> Any:
    """The value at a path such as `$.a.b[0]`."""
    if not path.startswith("$"):
        raise Unsupported(f"KQL externaldata mapping by {path}")
    at, value = 1, row
    while at < len(path):
        step = _STEP.match(path, at)
        if step is None:
            raise Unsupported(f"KQL externaldata mapping by {path}")
        name, at = next(group for group in step.groups() if group is not None), step.end()
        if isinstance(value, list) and step[4] is not None:
            value = value[int(name)] if int(name) < len(value) else None
        else:
            value = value.get(name) if isinstance(value, dict) else None
    return value


def shown(value: Any, dynamic: bool = False) -> str:
    """A value of JSON or parquet as the text that is read as its column's type; nothing is empty."""
    if value is None:
        return ""
    if isinstance(value, str) and not dynamic:
        return value
    if isinstance(value, bool | int | float | str | list | dict):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    iso: Callable[[], str] | None = getattr(value, "isoformat", None)
    return iso() if iso is not None else str(value)
