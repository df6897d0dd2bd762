"""The reference of SPL: every name that is run has an example, and no example is of a name that is not."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPL = runpy.run_path(str(ROOT / "docs" / "references.py"))["SPL"]
RUN = runpy.run_path(str(ROOT / "docs" / "generate.py"))["spl_names"]()
NAMES = {kind: {e.name for e in SPL.examples() if e.kind == kind} for kind in SPL.kinds}


@pytest.mark.parametrize("kind", ["command", "function", "aggregate"])
def test_every_name_that_is_run_has_an_example(kind: str) -> None:
    run, _ = RUN[kind]
    assert sorted(set(run) - NAMES[kind]) == []


@pytest.mark.parametrize("kind", ["command", "function", "aggregate"])
def test_no_example_is_of_a_name_that_is_not_run(kind: str) -> None:
    run, _ = RUN[kind]
    assert sorted(NAMES[kind] - set(run)) == []
