"""Measures the reading of command lines against labelled sets: verdicts, behaviours, payloads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from antivenom.pycode import explain

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "data" / "pycode"
CASES = Path(__file__).resolve().parents[1] / "cases" / "pycode"
EXPECTED = Path(__file__).with_name("pycode_expected.jsonl")
LEVELS = ("benign", "notable", "suspicious", "malicious")


@dataclass(frozen=True)
class Reading:
    """One row as the room read it; `error` holds the text of an exception, which is always a failure."""

    row: dict[str, Any]
    verdict: str
    behaviours: frozenset[str]
    text: str
    error: str | None = None

    def at_least(self, level: str) -> bool:
        """Whether the verdict is this grave or graver."""
        return LEVELS.index(self.verdict) >= LEVELS.index(level)

    def missing(self, wanted: dict[str, Any]) -> frozenset[str]:
        """Behaviours that had to be named and were not."""
        return frozenset(wanted["behaviours"]) - self.behaviours

    def extra(self, wanted: dict[str, Any]) -> frozenset[str]:
        """Behaviours that were named and are neither required nor allowed."""
        return self.behaviours - frozenset(wanted["behaviours"]) - frozenset(wanted["optional"])

    def agrees(self, wanted: dict[str, Any]) -> bool:
        """Whether all that must be named is named, and nothing wrong."""
        return not self.missing(wanted) and not self.extra(wanted)

    def names(self, payload: str) -> bool:
        """Whether the sightings or indicators say this text; a host and its port may stand apart."""
        parts = [payload, *payload.rsplit(":", 1)] if re.fullmatch(r"[\d.]+:\d+", payload) else [payload]
        found = [re.search(rf"(?<![\w.]){re.escape(part)}(?![\w.]*\w)", self.text) is not None for part in parts]
        return found[0] or (len(found) > 1 and all(found[1:]))


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def expected() -> dict[str, dict[str, Any]]:
    """The judged behaviours, by id of the row."""
    return {row["id"]: row for row in load(EXPECTED)}


def command(row: dict[str, Any], joined: bool = False) -> Any:
    """What is handed to the room: argv where there is one, or the line as a sensor joins it."""
    if joined or not row.get("argv"):
        return row.get("command") or row.get("cmdline") or " ".join(row["argv"])
    return row["argv"]


def read(row: dict[str, Any], joined: bool = False) -> Reading:
    """One row read; an exception becomes a benign reading that carries its text."""
    try:
        program = explain(command(row, joined), platform=row["os"])
    except Exception as problem:
        return Reading(row, "benign", frozenset(), "", f"{type(problem).__name__}: {problem}")
    broken = [note for note in program.notes if note.startswith("the reading broke off")]
    if broken:
        return Reading(row, program.verdict, frozenset(program.behaviours), "", "; ".join(broken))
    said = (getattr(program, "sightings", ()), getattr(program, "indicators", ()))
    return Reading(row, program.verdict, frozenset(program.behaviours), "\n".join(_texts(said)))


def _texts(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (int, float, bytes)):
        yield str(value)
    elif isinstance(value, dict):
        yield from _texts(tuple(value.items()), depth + 1)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from _texts(one, depth + 1)
    elif depth < 8 and is_dataclass(value):
        yield from _texts([getattr(value, field.name) for field in fields(value)], depth + 1)
    elif depth < 8 and hasattr(value, "__slots__"):
        yield from _texts([getattr(value, name, None) for name in value.__slots__], depth + 1)


def tier(row: dict[str, Any]) -> str:
    """core and context (malicious), benign, benign-inline, gray."""
    if row["label"] == "malicious":
        return str(row["tier"])
    return "benign-inline" if row["label"] == "benign" and row["content"] == "inline" else str(row["label"])


def share(readings: Iterable[Reading], level: str) -> float:
    """The part of the readings whose verdict is this grave or graver, 0 to 1."""
    counted = [reading.at_least(level) for reading in readings]
    return sum(counted) / len(counted) if counted else 0.0


def seen(reading: Reading, wanted: dict[str, Any]) -> bool:
    """Whether an evasion failed to hide: noticed, its behaviours named, and its payload named."""
    payload = wanted["payload"]
    if not reading.at_least("notable") or reading.missing(wanted):
        return False
    return payload is None or reading.names(payload)


def line(name: str, readings: list[Reading]) -> str:
    """A line of counts at each verdict."""
    counts = "  ".join(f"{level} {sum(reading.verdict == level for reading in readings)}" for level in LEVELS)
    return f"{name:14} {len(readings):5}  {counts}"
