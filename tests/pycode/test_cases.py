"""The case files: what an attacker ran and what a busy day really holds, each with its verdict and behaviours."""

from __future__ import annotations

from typing import Any

import pytest

from tests.conformance import pycode_sets as sets

MALICIOUS = [
    row for name in ("malicious", "malicious2", "malicious3") for row in sets.load(sets.CASES / f"{name}.jsonl")
]
BENIGN = [row for name in ("benign", "benign2", "benign3") for row in sets.load(sets.CASES / f"{name}.jsonl")]
MISSED = sets.load(sets.CASES / "missed.jsonl")
"""What is known to be missed: a ledger that only shrinks."""


def _cases(rows: list[dict[str, Any]]) -> list[Any]:
    return [pytest.param(row, id=row["name"]) for row in rows]


@pytest.mark.parametrize("row", _cases(MALICIOUS))
def test_malicious(row: dict[str, Any]) -> None:
    reading = sets.read(row)
    assert reading.error is None
    assert reading.at_least(row["least"]), (reading.verdict, sorted(reading.behaviours))
    assert sorted(reading.missing(row)) == []
    assert sorted(reading.extra(row)) == []


@pytest.mark.parametrize("row", _cases(BENIGN))
def test_benign(row: dict[str, Any]) -> None:
    reading = sets.read(row)
    assert reading.error is None
    assert not _graver(reading, row["most"]), (reading.verdict, sorted(reading.behaviours))
    assert sorted(reading.missing(row)) == []
    assert sorted(reading.extra(row)) == []


@pytest.mark.parametrize("row", _cases(MISSED))
def test_missed(row: dict[str, Any]) -> None:
    reading = sets.read(row)
    assert reading.error is None
    seen = reading.at_least(row["least"]) and not reading.missing(row)
    assert not seen, "this one is seen now: move its row to malicious.jsonl"


def _graver(reading: sets.Reading, most: str) -> bool:
    return sets.LEVELS.index(reading.verdict) > sets.LEVELS.index(most)


@pytest.mark.parametrize("rows", [MALICIOUS, BENIGN], ids=["malicious", "benign"])
def test_names_are_unique(rows: list[dict[str, Any]]) -> None:
    names = [row["name"] for row in rows]
    assert len(names) == len(set(names))
