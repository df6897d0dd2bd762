"""SPL against documented cases, where the shared data is: passed, refused, wrong."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antivenom.errors import AntivenomError
from antivenom.querying import query

NOW = 1_767_225_600 * 10**9


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _event_value(value: Any) -> Any:
    if isinstance(value, dict):
        return math.nan if "nan" in value else math.inf
    return value


def _run(case: dict[str, Any]) -> list[dict[str, Any]]:
    given = case.get("input")
    events = None if given is None else [{k: _event_value(v) for k, v in event.items()} for event in given]
    return list(query(case["query"], language="spl", events=events, now=NOW).to_pylist())


def _shown(value: Any) -> Any:
    """A cell as the documentation prints it: text, several texts, or nothing."""
    if isinstance(value, list):
        return [_shown(v) for v in value] if len(value) > 1 else _shown(value[0])
    return None if value is None else str(value)


def _rows(rows: list[dict[str, Any]], columns: list[str]) -> list[tuple[Any, ...]]:
    return [tuple(_shown(row.get(name)) for name in columns) for row in rows]


def _expected_of_expression(case: dict[str, Any]) -> Any:
    expected = case["expected"]
    if "boolean" in expected:
        return "true" if expected["boolean"] else "false"
    value = expected["value"]
    if value.get("null"):
        return None
    return value.get("double_text") or ("nan" if value.get("nan") else str(value.get("double")))


def verdict(case: dict[str, Any]) -> tuple[str, str]:
    """ "passed", "refused" or "wrong", and why."""
    try:
        got = _run(case)
    except AntivenomError as error:
        return "refused", str(error)
    columns = case["expected_columns"]
    if case.get("expected_rows") is None:
        actual, expected = _rows(got, ["value"]), [(_expected_of_expression(case),)]
    else:
        actual, expected = _rows(got, columns), _rows(case["expected_rows"], columns)
    if not case.get("ordered"):
        actual, expected = sorted(actual, key=repr), sorted(expected, key=repr)
    return ("passed", "") if actual == expected else ("wrong", f"expected {expected}, got {actual}")


def test_documented_cases(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    counts: dict[str, Counter[str]] = {}
    wrong: list[str] = []
    told: list[str] = []
    for case in _lines(shared_data / "conformance" / "spl_docs.jsonl"):
        found, why = verdict(case)
        counts.setdefault(case["oracle"], Counter())[found] += 1
        if found != "passed":
            told.append(f"  {found} {case['id']}: {why.splitlines()[0][:300]}")
        if found == "wrong" and case["source"] == "splunk_docs":
            wrong.append(f"{case['id']}: {why}")
    with capsys.disabled():
        print()
        for oracle, counter in sorted(counts.items()):
            print(f"SPL, {oracle}: {dict(counter)}")
        print("\n".join(told))
    assert not wrong
