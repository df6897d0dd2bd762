"""When an entry allows a finding, and that it never allows what is malicious, or after its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.findings import Process, Step
from antivenom.pycode import VERDICTS
from antivenom.tuning import Entry, allows, bundled, tune
from tests.tuning.support import PYTHON_CODE, TODAY, entry, evidence, finding, profile, program
from tests.tuning.test_reading import ENTRIES

WHEN = "{process_path: '/usr/bin/{python}', command_line: '{python} -m tool'"
CASES: list[tuple[str, dict[str, str | None], dict[str, Any], bool]] = [
    ("all conditions hold", {}, {}, True),
    ("one condition does not", {}, {"path": "/tmp/python3"}, False),
    ("a path that is not known fits nothing", {}, {"path": None}, False),
    ("a line that is not known fits nothing", {}, {"command_line": None}, False),
    ("the verdict is worse than notable", {}, {"program": program(60, "discovery")}, False),
    ("a worse verdict may be allowed", {"most_verdict": "suspicious"}, {"program": program(60, "discovery")}, True),
    ("a malicious verdict never", {"most_verdict": "suspicious"}, {"program": program(90)}, False),
    ("the rating is worse", {"most_rating": "notable"}, {}, False),
    ("the rating is malicious", {}, {"rating": "malicious"}, False),
    ("its detection is named", {"detections": "[python-sentinel]"}, {}, True),
    ("another detection flagged it", {"detections": "[python-splunk]"}, {}, False),
    ("one of two is not named", {"detections": "[python-sentinel]"},
     {"evidence": (evidence(), evidence("other"))}, False),
    ("the reading needs no name", {"detections": "[python-sentinel]"},
     {"evidence": (evidence(), evidence(PYTHON_CODE, "notable"))}, True),
    ("nothing was seen", {"when": WHEN + ", behaviours: none}"}, {}, True),
    ("something was seen", {"when": WHEN + ", behaviours: none}"}, {"program": program(10, "discovery")}, False),
    ("what was seen is named", {"when": WHEN + ", behaviours: [discovery]}"},
     {"program": program(10, "discovery")}, True),
    ("more was seen", {"when": WHEN + ", behaviours: [discovery]}"},
     {"program": program(10, "discovery", "reverse_shell")}, False),
    ("it was not read to its end", {"when": WHEN + ", behaviours: none}"},
     {"program": program(notes=("the time ran out",))}, False),
    ("it was not read", {"when": WHEN + ", behaviours: none}"}, {"program": None}, False),
    ("its code is seen", {"when": WHEN + ", code: seen}"}, {}, True),
    ("its code is in a file", {"when": WHEN + ", code: seen}"}, {"program": program(kind="script")}, False),
    ("whether it has code is not known", {"when": WHEN + ", code: seen}"}, {"program": None}, False),
    ("the fingerprint is the same", {"when": "{fingerprint: 0123456789abcdef}"}, {}, True),
    ("the fingerprint is another", {"when": "{fingerprint: 0123456789abcdee}"}, {}, False),
    ("the user without its domain", {"when": WHEN + ", user: dev}"}, {"user": "web-01\\dev"}, True),
    ("another user", {"when": WHEN + ", user: dev}"}, {"user": "dev2"}, False),
    ("a host", {"when": WHEN + ", host: web-*}"}, {}, True),
    ("the parent's path", {"when": WHEN + ", parent_path: /usr/bin/bash}"}, {}, True),
    ("the parent's name from its path", {"when": WHEN + ", parent_name: bash}"}, {}, True),
    ("the parent's line", {"when": WHEN + ", parent_command_line: -bash}"}, {"parent_line": "-bash -x"}, False),
]  # fmt: skip


@pytest.mark.parametrize("changes, found, expected", [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_an_entry_allows(changes: dict[str, str | None], found: dict[str, Any], expected: bool) -> None:
    assert allows(entry(**changes), finding(**found), TODAY) is expected


def test_ancestors_are_those_above_the_parent() -> None:
    own = Step("process", 3, "python3 -m tool", "python3", 3, flagged=True, children=(Step("file", 4, "/x"),))
    parent = Step("process", 2, "make", "make", 2, children=(own,))
    chain = Step("process", 1, "runner run", "runner", 1, children=(parent,))
    for line, fits in (("runner run", True), ("make", False), ("python3 -m tool", False)):
        one = entry(when=f"{{command_line: '{{python}} -m tool', ancestor_command_line: {line}}}")
        assert allows(one, finding(chain=chain), TODAY) is fits
    assert not allows(one, finding(), TODAY)


@pytest.mark.parametrize("kind", ["connection", "file"])
@pytest.mark.parametrize("before", [True, False])
def test_ancestors_are_known_though_connections_and_files_stand_beside_them(kind: str, before: bool) -> None:
    def around(*steps: Step) -> tuple[Step, ...]:
        beside = Step(kind, 1, "10.0.0.1")
        return (beside, *steps) if before else (*steps, beside)

    own = Step("process", 4, "python3 -m tool", "python3", 4, flagged=True, children=around())
    sibling = Step("process", 3, "sibling", "sibling", 9)
    parent = Step("process", 3, "make", "make", 3, children=around(sibling, own))
    above = Step("process", 2, "job", "job", 2, children=around(parent))
    chain = Step("process", 1, "runner run", "runner", 1, children=around(above))
    for line, fits in (("runner run", True), ("job", True), ("make", False), ("sibling", False), ("10.0.0.1", False)):
        one = entry(when=f"{{command_line: '{{python}} -m tool', ancestor_command_line: {line}}}")
        assert allows(one, finding(chain=chain), TODAY) is fits


ANY_FINDING = st.builds(
    lambda changes, score, rules, ratings: finding(
        **changes,
        program=program(score, *rules),
        evidence=tuple(evidence(f"d{n}", rating) for n, rating in enumerate(ratings)),
    ),
    st.fixed_dictionaries({}, optional={"path": st.text(max_size=5), "command_line": st.text(max_size=5)}),
    st.integers(0, 100),
    st.lists(st.sampled_from(["discovery", "reverse_shell"]), max_size=2),
    st.lists(st.sampled_from(VERDICTS[1:]), min_size=1, max_size=3),
)
ANY_SHAPE = entry(when="{fingerprint: 0123456789abcdef}")
OPEN = st.sampled_from([one for profile in bundled() for one in profile.entries]) | ENTRIES | st.builds(
    lambda rating, verdict: entry(most_rating=rating, most_verdict=verdict, when="{fingerprint: 0123456789abcdef}"),
    st.sampled_from(["notable", "suspicious"]),
    st.sampled_from(["benign", "notable", "suspicious"]),
) | st.just(replace(ANY_SHAPE, most_rating="malicious", most_verdict="malicious"))  # fmt: skip


@given(OPEN, ANY_FINDING)
def test_what_is_malicious_is_never_allowed(one: Entry, found: Any) -> None:
    if "malicious" in (found.rating, found.verdict):
        assert not allows(one, found, date.min)


@given(OPEN, ANY_FINDING, st.integers(1, 10_000))
def test_what_has_expired_allows_nothing(one: Entry, found: Any, days: int) -> None:
    try:
        later = one.expires + timedelta(days=days)
    except OverflowError:
        return
    assert not allows(one, found, later)


@given(st.lists(ANY_FINDING, max_size=5), st.integers(0, 400))
def test_findings_are_kept_or_allowed_and_none_is_lost(found: list[Any], days: int) -> None:
    tuned = tune(found, [profile(when="{fingerprint: 0123456789abcdef}")], TODAY + timedelta(days=days))
    assert len(tuned.kept) + len(tuned.allowed) == len(found)
    assert [one for one in found if any(one is kept for kept in tuned.kept)] == tuned.kept


def test_an_entry_holds_through_its_last_day_and_then_says_so() -> None:
    found, one = [finding(), finding(path="/x")], [profile()]
    last = date(2027, 1, 31)
    assert len(tune(found, one, last).allowed) == 1
    over = tune(found, one, last + timedelta(days=1))
    assert (len(over.kept), over.allowed) == (2, [])
    assert [(each.entry.id, each.findings) for each in over.expired] == [("x", 1)]


def test_a_correlation_about_no_process_is_never_allowed() -> None:
    empty = finding(program=None)
    bare = type(empty)(None, None, Process(), Process(), empty.evidence, (), "")
    assert not any(allows(one, bare, date.min) for profile in bundled() for one in profile.entries)
