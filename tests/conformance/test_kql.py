"""The recorded KQL sets, beside this checkout where they are there: no answer may be wrong."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa
import pytest

from antivenom.errors import AntivenomError
from antivenom.languages.kql.parsing import literals
from tests.conformance import kql_sets

pytestmark = pytest.mark.skipif(not kql_sets.FOLDER.is_dir(), reason="no shared data beside this checkout")

FLOORS = {"kql_docs_engine.jsonl": 304, "kql_fuzz_engine.jsonl": 993}
"""How many cases of a set pass at least; a floor only rises."""


@pytest.mark.parametrize("name", FLOORS)
def test_engine_answers(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    tally = kql_sets.Tally()
    for case in kql_sets.load(name):
        kql_sets.check(case, tally)
    with capsys.disabled():
        print(f"\n{name}: {tally}")
    assert tally.wrong == []
    assert tally.passed >= FLOORS[name]


def test_maintainers_expectations(capsys: pytest.CaptureFixture[str]) -> None:
    """Kusto-Loco's own expectations are opinions, not Kusto's output: counted, disagreements printed."""
    passed, refused, apart = 0, 0, []
    for case in kql_sets.load("kql_loco_expectations.jsonl"):
        if case["kind"] != "table" or case["skipped_upstream"] or not case["self_contained"]:
            continue
        try:
            _, table = kql_sets.run(case)
        except AntivenomError:
            refused += 1
            continue
        try:
            reason = _apart(case, table)
        except ValueError:
            continue  # a cell the collectors could not print
        if reason is None:
            passed += 1
        else:
            apart.append((case["id"], reason))
    with capsys.disabled():
        print(f"\nkql_loco_expectations.jsonl: passed {passed}, refused {refused}, apart {len(apart)}")
        for line in apart:
            print("  ", *line)
    assert passed > 40


def _apart(case: dict[str, Any], table: pa.Table) -> str | None:
    types = [field.metadata[b"kusto.type"].decode() for field in table.schema]
    if table.column_names != case["expected_columns"] or types != case["expected_types"]:
        return f"{table.column_names} {types}, expected {case['expected_columns']} {case['expected_types']}"
    ours = list(kql_sets.rows_of(table, types))
    wanted = [
        tuple(_read(cell, type_) for cell, type_ in zip(row, types, strict=True)) for row in case["expected_rows"]
    ]
    same = sorted(map(repr, ours)) == sorted(map(repr, wanted))
    return None if same else f"{ours[:5]}, expected {wanted[:5]}"


def _read(cell: str, type_: str) -> Any:
    """A printed cell; an empty one is null, but for strings."""
    if type_ == "string":
        return cell
    if cell in ("", "(null)", "null"):
        return None
    match type_:
        case "bool":
            return cell.lower() == "true"
        case "int" | "long":
            return int(cell)
        case "real":
            return float(cell)
        case "datetime":
            return literals.point_in_time(cell)
        case "timespan":
            return literals.timespan(cell)
        case _:
            return json.loads(cell)
