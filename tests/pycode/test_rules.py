"""Every rule's own page: its bad example shows the behaviour, its good one does not."""

from __future__ import annotations

import re

import pytest

from antivenom.pycode import Program, explain
from antivenom.pycode.rules import RULES

LINE = re.compile(r"^(?:python|pip|pyinstaller|/tmp|env|echo|gdb|sh )")


def read(example: str) -> Program:
    return explain(example) if LINE.match(example) else explain(["python3", "-c", example])


@pytest.mark.parametrize("id", sorted(RULES))
def test_the_bad_example_shows_it(id: str) -> None:
    seen = [sighting for sighting in read(RULES[id].bad).sightings if sighting.rule == id]
    assert seen
    assert all(sighting.saying.endswith((".", ".)")) and sighting.attack for sighting in seen)


@pytest.mark.parametrize("id", sorted(RULES))
def test_the_good_example_does_not(id: str) -> None:
    assert id not in read(RULES[id].good).behaviours


@pytest.mark.parametrize("id", sorted(RULES))
def test_a_page_is_whole(id: str) -> None:
    rule = RULES[id]
    assert rule.title
    assert rule.why.endswith(".")
    assert rule.references
    assert all(re.fullmatch(r"T\d{4}(?:\.\d{3})?", one) for one in rule.attack)
    assert rule.wakes
