"""SPL against documented cases and public detections, when the shared data is there: passed, refused, wrong."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antivenom.errors import AntivenomError, Unsupported
from antivenom.languages import spl
from antivenom.plan.catalog import Catalog
from antivenom.query import query
from antivenom.source import SourceText

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


def _macros(shared_data: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for macros in json.loads((shared_data / "content" / "spl_macros.json").read_text(encoding="utf-8")).values():
        found.update(macros)
    return found


def _outcome(text: str, macros: dict[str, Any]) -> str:
    try:
        expanded = spl.expand_macros(text, macros)
        search = spl.parse(SourceText(expanded))
        spl.fields_read(search)
        spl.lower(search, Catalog({}), SourceText(expanded))
    except Unsupported as error:
        return error.construct
    except AntivenomError as error:
        return f"query error: {error.message[:60]}"
    return "compiled"


def test_public_detections_compile_or_are_refused_by_name(
    shared_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    macros = _macros(shared_data)
    counts: Counter[str] = Counter()
    for item in _lines(shared_data / "content" / "spl_endpoint.jsonl"):
        known = {**macros}
        for used in item.get("macros_missing") or []:
            known.setdefault(used, {"definition": "search *", "args": []})
        name = item["path"].rsplit("/", 1)[-1].removesuffix(".yml")
        known.setdefault(f"{name}_filter", {"definition": "search *", "args": []})
        counts[_outcome(item["search"], known)] += 1
    with capsys.disabled():
        print(f"\nSPL detections: {counts['compiled']} of {counts.total()} compile")
        for construct, count in counts.most_common(45):
            print(f"  {count:4} {construct}")
    assert counts["compiled"] > 0
