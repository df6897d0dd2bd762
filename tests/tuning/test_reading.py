"""Profiles as files: what is refused is refused at its place; what is written is read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.errors import AntivenomError, DamagedInput, UsageError
from antivenom.source import SourceText
from antivenom.tuning import Entry, Profile, find, loaded, parse_profile
from antivenom.tuning.model import FAMILIES
from antivenom.tuning.patterns import expression, glob
from antivenom.tuning.writing import write
from tests.tuning.support import profile, text

WRONG = [
    ({"id": "Not An Id"}, "expected an id of lower-case words", "p.yml:5:9"),
    ({"owner": None}, "an entry lacks the key 'owner'", "p.yml:5:5"),
    ({"ownr": "me"}, "an entry has no key 'ownr'", "did you mean 'owner'?"),
    ({"expires": "soon"}, "expected a date such as 2027-03-31, found 'soon'", "p.yml:8:14"),
    ({"expires": "2027-02-30"}, "expected a date", "2027-02-30"),
    ({"expires": "20270131"}, "expected a date", "20270131"),
    ({"most_rating": "malicious"}, "what is malicious is never silenced", "the most is suspicious"),
    ({"most_rating": "benign"}, "expected one of notable, suspicious", "benign"),
    ({"most_verdict": "malicious"}, "what is malicious is never silenced", "the most is suspicious"),
    ({"when": "{}"}, "two different things, or a fingerprint", "say also something about"),
    ({"when": "{command_line: python3 -m tool}"}, "two different things", "or user"),
    ({"when": "{process_path: /usr/bin/x, process_name: x}"}, "two different things", "p.yml:9:11"),
    ({"when": "{user: root, host: web-01}"}, "the conditions do not say what was run", "fingerprint; command_line"),
    ({"when": "{user: root, parent_name: bash}"}, "the conditions do not say what was run", "behaviours with"),
    ({"when": "{command_line: '*', user: root}"}, "this lets everything through", "p.yml:9:26"),
    ({"when": "{command_line: '**', user: root}"}, "this lets everything through", "say what must be there"),
    ({"when": "{command_line: [a, '/*/{id}'], user: root}"}, "this lets everything through", "/*/{id}"),
    ({"when": "{command_line: {re: '.*'}, user: root}"}, "this lets everything through", ".*"),
    ({"when": "{command_line: {re: '(?s).+'}, user: root}"}, "this lets everything through", ".+"),
    ({"when": "{command_line: {re: '('}, user: root}"}, "is no regular expression", "p.yml:9:31"),
    ({"when": "{command_line: {re: 'a)|(.*'}, user: root}"}, "is no regular expression", "a)|(.*"),
    ({"when": "{command_line: {regex: x}, user: root}"}, "a regular expression has no key 'regex'", "keys are re"),
    ({"when": "{command_line: [], user: root}"}, "expected at least one text", "p.yml:9:26"),
    ({"when": "{command_line: '**a**b**c**d**', user: root}"}, "at most 4 `**`", "use `*`"),
    ({"when": f"{{command_line: {'a' * 2_001}, user: root}}"}, "at most 2,000 characters", "p.yml"),
    ({"when": "{fingerprint: xyz}"}, "expected a fingerprint of 16 hexadecimal digits", "p.yml:9:25"),
    ({"when": "{fingerprint: [{re: x}]}"}, "expected a fingerprint", "p.yml"),
    ({"when": "{command_line: x, behaviours: [reverse_shel]}"}, "reverse_shel", "did you mean 'reverse_shell'?"),
    ({"when": "{command_line: x, grandparent: y}"}, "the conditions of an entry has no key 'grandparent'", "p.yml"),
    ({"when": "{command_line: x, code: hidden}"}, "expected one of seen", "p.yml:9:35"),
    ({"reason": "''"}, "expected text, found nothing", "p.yml:6:13"),
]


@pytest.mark.parametrize(
    "changes, message, more", WRONG, ids=[f"{change} {n}" for n, (change, _, _) in enumerate(WRONG)]
)
def test_what_is_wrong_is_told_at_its_place(changes: dict[str, str | None], message: str, more: str) -> None:
    with pytest.raises(DamagedInput) as caught:
        profile(**changes)
    assert message in str(caught.value)
    assert more in str(caught.value)
    assert "p.yml" in str(caught.value)


HOSTILE = [
    "",
    "- a",
    "x",
    "id: &a p\nname: *a",
    "id: p\nid: q\n",
    "[" * 100,
    "id: p\nname: !!python/object:os.system x\n",
    "id: p\nname: P\ndescription: D\nentries: {a: b}\n",
    "id: p\nname: P\ndescription: D\nentries: [x]\n",
    "id: [p]\nname: P\ndescription: D\nentries: []\n",
    "id: p\nname: P\ndescription: D\nentries: [" + "{}, " * 1_001 + "]\n",
    text() + text().partition("entries:\n")[2],
]


@pytest.mark.parametrize("document", HOSTILE, ids=lambda document: document[:30])
def test_hostile_documents_are_refused(document: str) -> None:
    with pytest.raises(DamagedInput):
        parse_profile(SourceText(document, "p.yml"))


@given(st.text(alphabet=st.sampled_from("id:pnamewhtry[]{}\"'*?&!-# \n\\0")))
def test_any_text_is_a_profile_or_a_placed_error(document: str) -> None:
    said = "p.yml"
    try:
        parse_profile(SourceText(document, "p.yml"))
    except AntivenomError as error:
        said = str(error)
    assert "p.yml" in said


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=30)
LITERAL = TEXTS.filter(
    lambda text: any(c.isascii() and c.isalnum() for c in text) and "*" not in text and "{" not in text
)
PATTERNS = st.one_of(LITERAL.map(glob), st.sampled_from(["a|b", r"\S+ -m tool", "(?i)x[0-9]+"]).map(expression))
KEYS = st.sampled_from([key for key in FAMILIES if key not in ("behaviours", "code", "fingerprint")])
ENTRIES = st.builds(
    Entry,
    id=st.sampled_from(["a", "b-c", "d1"]),
    reason=TEXTS,
    owner=TEXTS,
    expires=st.dates(date(1000, 1, 1)),
    when=st.dictionaries(KEYS, st.lists(PATTERNS, min_size=1, max_size=3).map(tuple)).map(
        lambda when: {"fingerprint": (glob("0123456789abcdef"),), **when}
    ),
    code_seen=st.booleans(),
    behaviours=st.none() | st.lists(st.sampled_from(["download_execute", "discovery"]), unique=True).map(tuple),
    detections=st.lists(TEXTS, max_size=2).map(tuple),
    most_rating=st.sampled_from(["notable", "suspicious"]),
    most_verdict=st.sampled_from(["benign", "notable", "suspicious"]),
    references=st.lists(TEXTS, max_size=2).map(tuple),
)


@given(st.lists(ENTRIES, max_size=3, unique_by=lambda entry: entry.id), TEXTS, TEXTS)
def test_a_profile_that_is_written_is_read_back(entries: list[Entry], name: str, description: str) -> None:
    made = Profile("p", name, description, tuple(entries))
    read = parse_profile(SourceText(write(made), "p.yml"))
    assert _plain(read) == _plain(made)


def _plain(made: Profile) -> object:
    """A profile by what its patterns say; how a glob is searched follows from where it stands."""
    return made.id, made.name, made.description, [
        [*(getattr(one, key) for key in Entry.__slots__ if key != "when"),
         {key: [(p.written, p.is_regex) for p in patterns] for key, patterns in one.when.items()}]
        for one in made.entries
    ]  # fmt: skip


def test_profiles_are_found_by_name_and_by_file(tmp_path: Path) -> None:
    file = tmp_path / "mine.yml"
    file.write_text(text(), encoding="utf-8")
    assert [one.id for one in loaded(["ci", file])] == ["ci", "p"]
    with pytest.raises(UsageError, match="no profile 'cii'") as caught:
        find("cii")
    assert caught.value.hint == "did you mean 'ci'?"
    with pytest.raises(UsageError, match="given twice"):
        loaded(["ci", "ci"])
    with pytest.raises(UsageError, match="no profile"):
        find("../profiles/ci")
