"""The public KQL queries over the shared logs, beside this checkout where they are there: what runs, and what not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance import kql_content

RAN = 1_045
"""How many queries run at least; a floor only rises."""
MISSING = 142
"""How many may ask for a file at most."""
COLUMNS = 0.99
"""The share of result columns that are those of Microsoft's analyser, at least."""


def test_public_queries_compile_and_run(shared_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tally = kql_content.Tally()
    queries = kql_content.compiled(kql_content.load(shared_data), tally)
    tables, now = kql_content.scanned(shared_data, queries)
    for query in queries:
        kql_content.run(query, tables, now, tally)
    with capsys.disabled():
        print(f"\nkql_endpoint.jsonl: {tally}")
    assert tally.faults == []
    assert tally.ran >= RAN
    assert tally.missing.total() <= MISSING
    assert tally.compared - len(tally.apart) >= COLUMNS * tally.compared
