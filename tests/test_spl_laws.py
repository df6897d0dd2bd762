"""SPL beside a model of it in plain Python: whatever commands follow one another, both give the same results."""

from __future__ import annotations

import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.querying import query
from tests.support.spl_model import FIELDS, TEXTS, Maker, Rows

EVENTS = st.lists(
    st.fixed_dictionaries({}, optional={field: st.sampled_from(TEXTS) for field in FIELDS}), min_size=1, max_size=8
)
SEEDS = st.integers(0, 2**32)
"""One number stands for all choices of a query: it is what a failure names."""


@settings(max_examples=150)
@given(EVENTS, SEEDS, st.integers(1, 4))
def test_commands_give_what_the_model_says(events: Rows, seed: int, length: int) -> None:
    maker = Maker(random.Random(seed).choice)
    steps = [maker.step() for _ in range(length)]
    expected = [dict(event) for event in events]
    for step in steps:
        expected = step.made(expected)
    text = " | ".join(["search *", *(step.text for step in steps), "table a b c n"])
    given = [{"_time": -place, **event} for place, event in enumerate(events)]
    assert [_shown(row) for row in query(text, language="spl", events=given).to_pylist()] == expected, text


def _shown(row: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in row.items() if value is not None}
