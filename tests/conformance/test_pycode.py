"""The labelled command lines, beside this checkout where they are there: recall, false alarms, behaviours."""

from __future__ import annotations

import pytest

from tests.conformance import pycode_sets as sets

pytestmark = pytest.mark.skipif(not sets.FOLDER.is_dir(), reason="no shared data beside this checkout")

FLOORS = [
    ("core", "suspicious", 0.99),
    ("core", "malicious", 0.90),
    ("context", "notable", 0.60),
]
"""At least this part of a tier has at least this verdict; a floor only rises."""

CEILINGS = [
    ("suspicious", 0.003),
    ("malicious", 0.0005),
    ("notable", 0.10),
]
"""At most this part of the benign lines has at least this verdict; a ceiling only falls."""

BEHAVIOURS = 0.95
EVASIONS = 40


@pytest.fixture(scope="module")
def readings() -> dict[str, list[sets.Reading]]:
    tiers: dict[str, list[sets.Reading]] = {}
    for row in sets.load(sets.FOLDER / "commands.jsonl"):
        tiers.setdefault(sets.tier(row), []).append(sets.read(row))
    return tiers


def test_no_line_is_an_exception(readings: dict[str, list[sets.Reading]], capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print()
        for name, tier in readings.items():
            print(sets.line(name, tier))
    assert [(r.row["id"], r.error) for tier in readings.values() for r in tier if r.error] == []


@pytest.mark.parametrize("tier,level,floor", FLOORS)
def test_recall(readings: dict[str, list[sets.Reading]], tier: str, level: str, floor: float) -> None:
    missed = [r.row["id"] for r in readings[tier] if not r.at_least(level)]
    assert sets.share(readings[tier], level) >= floor, missed


@pytest.mark.parametrize("level,ceiling", CEILINGS)
def test_false_alarms(readings: dict[str, list[sets.Reading]], level: str, ceiling: float) -> None:
    benign = readings["benign"] + readings["benign-inline"]
    alarms = [r.row["id"] for r in benign if r.at_least(level)]
    assert sets.share(benign, level) <= ceiling, alarms


def test_behaviours(readings: dict[str, list[sets.Reading]], capsys: pytest.CaptureFixture[str]) -> None:
    wanted = sets.expected()
    apart = {r.row["id"]: r for r in readings["core"] if not r.agrees(wanted[r.row["id"]])}
    inline = [r for r in readings["core"] if r.row["content"] == "inline"]
    right = sum(r.row["id"] not in apart for r in inline)
    with capsys.disabled():
        print(f"\nbehaviours agree: inline {right} of {len(inline)}, all core {len(readings['core']) - len(apart)}")
    named = {i: (sorted(r.missing(wanted[i])), sorted(r.extra(wanted[i]))) for i, r in apart.items()}
    assert right / len(inline) >= BEHAVIOURS, named


def test_evasions(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = sets.expected()
    rows = sets.load(sets.FOLDER / "evasions.jsonl")
    hidden = [row["id"] for row in rows if not sets.seen(sets.read(row), wanted[row["id"]])]
    joined = [row["id"] for row in rows if not sets.seen(sets.read(row, joined=True), wanted[row["id"]])]
    with capsys.disabled():
        print(f"\nevasions seen: argv {len(rows) - len(hidden)}, joined line {len(rows) - len(joined)} of {len(rows)}")
    assert len(rows) - len(hidden) >= EVASIONS, hidden


def test_every_row_is_judged() -> None:
    core = {row["id"] for row in sets.load(sets.FOLDER / "commands.jsonl") if row.get("tier") == "core"}
    evasions = {row["id"] for row in sets.load(sets.FOLDER / "evasions.jsonl")}
    assert set(sets.expected()) == core | evasions
