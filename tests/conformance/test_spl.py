"""SPL against documented cases and public detections, where the shared data is: passed, refused, wrong."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages import spl
from antivenom.plan.catalog import Catalog
from antivenom.querying import query
from antivenom.source import SourceText
from antivenom.vocabularies import cim

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


_STAND_INS = {
    "drop_dm_object_name(1)": {"definition": 'rename "$name$.*" as "*"', "args": ["name"]},
    "security_content_ctime(1)": {
        "definition": 'convert timeformat="%Y-%m-%dT%H:%M:%S" ctime($field$)',
        "args": ["field"],
    },
}
"""Macros of Splunk's own apps that the shared data lacks, in the words of their documentation."""

_UNDEFINED = re.compile(r"macro (\S+) is not defined")


def _macros(shared_data: Path) -> dict[str, Any]:
    found: dict[str, Any] = dict(_STAND_INS)
    for macros in json.loads((shared_data / "content" / "spl_macros.json").read_text(encoding="utf-8")).values():
        found.update(macros)
    return found


def _expanded(text: str, macros: dict[str, Any]) -> str:
    """The text with macros put in; one nobody defines stands for a term or command that keeps everything."""
    known = dict(macros)
    while True:
        try:
            return spl.expand_macros(text, known)
        except QueryError as error:
            missing = _UNDEFINED.match(error.message)
            if missing is None:
                raise
            piped = re.search(r"\|\s*`" + re.escape(missing[1].split("(")[0]), text)
            count = int(missing[1].rsplit("(", 1)[1][:-1]) if missing[1].endswith(")") else 0
            definition = "search *" if piped or missing[1].endswith("_filter") else "index=*"
            known[missing[1]] = {"definition": definition, "args": [f"a{i}" for i in range(count)]}


def _outcome(text: str, macros: dict[str, Any]) -> str:
    try:
        expanded = _expanded(text, macros)
        search = spl.parse(SourceText(expanded))
        spl.fields_read(search)
        spl.lower(search, Catalog(cim.SCHEMAS), SourceText(expanded))
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
        counts[_outcome(item["search"], macros)] += 1
    with capsys.disabled():
        print(f"\nSPL detections: {counts['compiled']} of {counts.total()} compile")
        for construct, count in counts.most_common(45):
            print(f"  {count:4} {construct}")
    assert counts["compiled"] > 0
