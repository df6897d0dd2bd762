"""Options and paths every test may use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("usual", deadline=None, max_examples=50)
settings.load_profile("usual")

SHARED = Path(__file__).parents[2] / "shared" / "data"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--record", action="store_true", help="write plan, SQL and rows of each case, for a person to read"
    )


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
