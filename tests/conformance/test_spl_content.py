"""The public SPL searches over the shared logs, beside this checkout where they are there: what runs, and what not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance import spl_content

RAN = {True: 576, False: 200}
"""How many searches run at least, of Splunk's own detections and of all others; a floor only rises."""


def test_public_searches_compile_and_run(
    shared_data: Path, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    """With -v, the rows that each of Splunk's own detections returned are listed."""
    counts = spl_content.tallies()
    known = spl_content.macros(shared_data)
    searches = spl_content.compiled(spl_content.load(shared_data), known, counts)
    tables, now = spl_content.scanned(shared_data, searches)
    for search in searches:
        spl_content.run(search, tables, now, counts[search.escu])
    with capsys.disabled():
        print(f"\nESCU endpoint: {counts[True]}\nother searches: {counts[False]}")
        if pytestconfig.getoption("verbose") > 0:
            print("\n".join(f"  {rows:7} {name}" for name, rows in counts[True].rows.items()))
    for escu, tally in counts.items():
        assert tally.faults == []
        assert tally.ran >= RAN[escu]
