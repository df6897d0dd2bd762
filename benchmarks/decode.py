"""Plain decoding: every event of a log decoded to what a library gives, counted, and dropped.

As a program: `decode.py evtx|audit|json FILE` prints the count as JSON.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import orjson
from evtx import PyEvtxParser

HEADER = re.compile(rb"(?:node=(\S+) )?type=(\S+) msg=audit\(([\d.]+):(\d+)\): ?")
"""How a record of an audit.log begins: its node, its type, its time and its serial."""


def evtx_records(path: str) -> Iterator[str]:
    """The JSON text of every record, from the `evtx` library."""
    for record in PyEvtxParser(path, number_of_threads=1).records_json():
        assert record is not None
        yield record["data"]


def audit_lines(path: str) -> Iterator[tuple[re.Match[bytes], bytes]]:
    """The header and the text of every record."""
    with Path(path).open("rb") as stream:
        for line in stream:
            match = HEADER.match(line)
            if match is not None:
                yield match, line


def json_lines(path: str) -> Iterator[dict[str, Any]]:
    """The object of every line."""
    with Path(path).open("rb") as stream:
        for line in stream:
            yield orjson.loads(line)


DECODERS: dict[str, Callable[[str], Iterator[object]]] = {
    "evtx": evtx_records,
    "audit": audit_lines,
    "json": json_lines,
}


def main(format: str, path: str) -> None:
    count = sum(1 for _ in DECODERS[format](path))
    json.dump({"rows": count, "hits": {}}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
