"""Options and paths every test may use."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings

# on a build machine the same examples every time; at a desk new ones are welcome
settings.register_profile("usual", deadline=None, max_examples=50)
settings.register_profile("ci", parent=settings.get_profile("usual"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "usual")

# what a terminal is wide is a test's own affair
os.environ.pop("COLUMNS", None)

SHARED = Path(__file__).parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--record", action="store_true", help="write plan, SQL and rows of each case, for a person to read"
    )


def pytest_collection_finish() -> None:
    """The thousands of tests live to the end: looking at them in every collection of garbage is slow."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def record(request: pytest.FixtureRequest) -> bool:
    """Whether case files are to be written instead of compared."""
    return bool(request.config.getoption("--record"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of shared data; tests that use it are skipped on machines without it."""
    if not SHARED.is_dir():
        pytest.skip("no shared data beside this checkout")
    return SHARED
