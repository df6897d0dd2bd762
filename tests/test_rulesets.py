"""Folders of Sigma rules: what is loaded, what is not and why, filters, references, and the cache."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antivenom.errors import DamagedInput, MissingInput, QueryError, UsageError
from antivenom.hunting.correlations import correlated_fields
from antivenom.plan.show import show
from antivenom.rulesets import LoadedCorrelation, RuleSet, cache, load, read_placeholders, spelled

HEAD = "logsource: {product: windows, category: process_creation}\n"


def rule(title: str, detection: str, more: str = "") -> str:
    """A rule's YAML."""
    return f"title: {title}\nid: id-{title}\nname: {title}\n{more}{HEAD}detection: {detection}\n"


PLAIN = rule("plain", "{sel: {Image: a}, condition: sel}")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.FOLDER, str(folder))
    return folder


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    return folder


def loaded(folder: Path, **texts: str) -> RuleSet:
    for name, text in texts.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return load([folder])


def conditions(made: RuleSet) -> list[str]:
    """Each rule's condition as text."""
    return [show(spelled(one, "t").plan.relation).splitlines()[0] for one in made.rules]


def test_rules_come_in_the_order_of_their_files(rules: Path) -> None:
    (rules / "z").mkdir()
    (rules / "z" / "c.yaml").write_text(rule("third", "{sel: {Image: a}, condition: sel}"))
    made = loaded(rules, b=rule("second", "{sel: {Image: a}, condition: sel}"), a=PLAIN)
    assert [one.header.title for one in made.rules] == ["plain", "second", "third"]


def test_a_document_that_is_wrong_is_told_and_does_not_hide_its_neighbours(rules: Path) -> None:
    made = loaded(
        rules, a=PLAIN, b="title: x\n" + HEAD + "detection: {condition: sel}\n", c="{", d=f"{PLAIN}---\nx: 1\n"
    )
    assert [one.header.title for one in made.rules] == ["plain", "plain"]
    assert [Path(problem.file).name for problem in made.problems] == ["b.yml", "d.yml"]
    assert "no search identifier 'sel'" in str(made.problems[0].error)
    assert made.others == 1  # what is no YAML and has no key of Sigma's is no rule gone wrong


def test_yaml_that_is_nothing_of_sigma_is_counted_in_a_folder_and_an_error_by_name(rules: Path) -> None:
    (rules / "other.yml").write_text("services: {web: {image: x}}\n")
    (rules / "anchors.yml").write_text("a: &x 1\nb: *x\n")
    (rules / "empty.yml").write_text("# nothing\n")
    (rules / "filter.yml").write_text("filter: {status: open}\n")
    assert (load([rules]).others, load([rules]).problems) == (4, [])
    assert "needs a logsource" in str(load([rules / "other.yml"]).problems[0].error)


def test_a_file_that_is_not_there_is_an_error() -> None:
    with pytest.raises(UsageError, match="no such file"):
        load([Path("nowhere")])


def test_keys_may_be_quoted_and_rules_written_as_json(rules: Path) -> None:
    (rules / "a.yml").write_text(
        '{"title": "j", "logsource": {"product": "windows"}, "detection": {"s": {"a": "b"}, "condition": "s"}}'
    )
    (rules / "B.YML").write_text(PLAIN)
    assert [one.header.title for one in load([rules]).rules] == ["plain", "j"]


def test_what_is_no_regular_file_is_not_opened_in_a_folder(rules: Path) -> None:
    os.mkfifo(rules / "x.yml")
    (rules / "loop").symlink_to(rules)
    assert len(loaded(rules, a=PLAIN).rules) == 1


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff"))
    folder.mkdir()
    assert len(loaded(folder, a=PLAIN).rules) == 1
    assert load([folder]).from_cache == 1


def test_a_file_named_twice_is_read_once(rules: Path) -> None:
    made = loaded(rules, a=PLAIN, f=FILTER.replace("RULES", "any"))
    again = load([rules, rules / "f.yml", rules / "a.yml"])
    assert [len(one.rules[0].filters) for one in (made, again)] == [1, 1]


def test_a_document_that_cannot_be_read_keeps_its_name(rules: Path) -> None:
    made = loaded(rules, a="id: some-id\nlevel: none\n" + PLAIN.replace("id: id-plain\n", ""))
    assert [(one.key, one.title) for one in made.problems] == [("some-id", "plain")]
    with pytest.raises(DamagedInput, match="a level is one of"):
        made.find("some-id")


def test_ids_of_several_rules_are_told(rules: Path) -> None:
    made = loaded(rules, a=PLAIN, b=PLAIN, c=rule("pipe", "{s: {Image: a}, condition: s | count() > 5}"))
    assert made.repeated == ["id-plain"]


def test_two_documents_of_one_title_are_shown_apart(rules: Path) -> None:
    other = PLAIN.replace("Image: a", "Image: other").replace("id: id-plain\nname: plain\n", "")
    made = loaded(rules, a=f"{other}---\n{other.replace('other', 'third')}")
    assert ['"other"' in one or '"third"' in one for one in conditions(made)] == [True, True]
    assert conditions(made)[0] != conditions(made)[1]


def test_bytes_that_are_no_utf8_are_a_problem(rules: Path) -> None:
    (rules / "a.yml").write_bytes(b"title: \xff\n")
    assert "is not UTF-8" in str(load([rules]).problems[0].error)


# --- the cache


def test_what_was_made_before_is_taken_from_the_cache_and_is_the_same(rules: Path, kept: Path) -> None:
    texts = {
        "a": PLAIN,
        "b": rule("b", "{s: {Image|re|i: 'x.y', N|gt: 2, I|cidr: 10.0.0.0/8}, t: {A: null}, condition: s or not t}"),
    }
    first = loaded(rules, **texts)
    second = load([rules])
    assert (first.from_cache, second.from_cache) == (0, 2)
    assert len(list(kept.iterdir())) == 1
    for old, new in zip(first.rules, second.rules, strict=True):
        assert (old.header.key, old.logsource) == (new.header.key, new.logsource)
        assert _plain(old.condition) == _plain(new.condition)


def _plain(value: object) -> object:
    """A condition without the numbers of its columns."""
    args = getattr(value, "args", None)
    if args is None:
        return getattr(value, "name", getattr(value, "value", None)), getattr(value, "type", None)
    return getattr(value, "op", None), tuple(_plain(arg) for arg in args)


def test_a_rule_that_changes_is_read_again_and_the_others_are_not(rules: Path) -> None:
    loaded(rules, a=PLAIN, b=rule("b", "{sel: {Image: a}, condition: sel}"))
    made = loaded(rules, b=rule("b", "{sel: {Image: changed}, condition: sel}"))
    assert made.from_cache == 1
    assert "changed" in conditions(made)[1]
    assert load([rules]).from_cache == 2


_OTHER = b'{"maker": "other", "files": {}, "tests": []}'


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\n{}", _OTHER, cache.digest(_OTHER).encode() + b"\n" + _OTHER])
def test_a_cache_that_is_broken_or_of_other_code_is_made_anew(rules: Path, kept: Path, content: bytes) -> None:
    loaded(rules, a=PLAIN)
    (file,) = kept.iterdir()
    file.write_bytes(content)
    assert load([rules]).from_cache == 0
    assert load([rules]).from_cache == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_cache_with_anything_in_it_gives_the_same_rules(rules: Path, kept: Path, data: st.DataObject) -> None:
    texts = {"a": PLAIN, "b": rule("b", "{s: {Image|re: x, N|gt: 2}, t: {A: null}, condition: s or not t}")}
    for file in kept.iterdir() if kept.is_dir() else ():
        file.unlink()
    expected = [_plain(one.condition) for one in loaded(rules, **texts).rules]
    (file,) = kept.iterdir()
    good = json.loads(file.read_bytes().partition(b"\n")[2])
    spoiled = data.draw(st.sampled_from(["tests", "files", "tree", "header", "test"]))
    anything = st.recursive(
        st.none() | st.booleans() | st.integers(-3, 9) | st.text(max_size=3), lambda inner: st.lists(inner, max_size=4)
    )
    made = data.draw(anything)
    first = next(iter(good["files"]))
    match spoiled:
        case "tree":
            good["files"][first][0][2] = made
        case "header":
            good["files"][first][0][0] = made
        case "test":
            good["tests"][0] = made
        case _:
            good[spoiled] = made
    spoilt = json.dumps(good).encode()
    file.write_bytes(cache.digest(spoilt).encode() + b"\n" + spoilt)  # by someone who knows how it is kept
    found = [_plain(one.condition) for one in load([rules]).rules]
    assert len(found) == len(expected)
    if spoiled != "tree":  # another condition that is one is taken as it stands
        assert found == expected


def test_without_a_place_for_it_nothing_is_kept(rules: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.FOLDER, "")
    loaded(rules, a=PLAIN)
    assert load([rules]).from_cache == 0
    assert not kept.exists()


def test_a_place_that_cannot_be_written_is_no_error(rules: Path, kept: Path) -> None:
    kept.write_text("a file where the folder should be")
    assert len(loaded(rules, a=PLAIN).rules) == 1


# --- placeholders


EXPAND = rule("wants", "{sel: {User|expand: 'x%Admins%', Image|contains|expand: '%Admins%'}, condition: sel}")


def test_placeholders_are_values_from_a_file(rules: Path, tmp_path: Path) -> None:
    file = tmp_path / "values.yml"
    file.write_text("Admins: [alice, adm_*]\n")
    (rules / "a.yml").write_text(EXPAND)
    made = load([rules], read_placeholders(file))
    assert made.problems == []
    shown = show(spelled(made.rules[0], "t").plan.relation).splitlines()[0]
    assert 'sigma.eq(User#1, "xalice"), sigma.starts(User#1, "xadm_")' in shown
    assert 'sigma.contains(Image#2, "alice"), sigma.contains(Image#2, "adm_")' in shown


def test_a_rule_whose_placeholders_nobody_gave_says_so_every_time(rules: Path) -> None:
    for _ in range(2):
        made = loaded(rules, a=EXPAND)
        assert isinstance(made.problems[0].error, MissingInput)
        assert "%Admins%" in made.problems[0].error.message


def test_what_was_made_of_placeholders_is_never_kept(rules: Path) -> None:
    (rules / "a.yml").write_text(EXPAND.replace("|expand", "|EXPAND"))
    assert load([rules], {"Admins": ("alice",)}).problems == []
    assert isinstance(load([rules]).problems[0].error, MissingInput)


def test_a_placeholder_without_values_is_missing(rules: Path) -> None:
    (rules / "a.yml").write_text(EXPAND)
    assert isinstance(load([rules], {"Admins": ()}).problems[0].error, MissingInput)


# --- filters


FILTER = f"title: f\n{HEAD}filter: {{rules: RULES, keep: {{User: good}}, condition: not keep}}\n"


def test_a_filter_is_added_to_the_rules_it_names(rules: Path) -> None:
    made = loaded(
        rules, a=PLAIN, b=rule("b", "{sel: {Image: b}, condition: sel}"), f=FILTER.replace("RULES", "[id-plain]")
    )
    assert [one.rules for one in made.filters] == [1]
    assert [len(one.filters) for one in made.rules] == [1, 0]
    assert _plain(made.rules[0].condition)[0] == "bool.and"  # type: ignore[index]


def test_a_filter_for_any_rule_is_for_those_of_its_log_source(rules: Path) -> None:
    other = PLAIN.replace("process_creation", "file_event")
    made = loaded(rules, a=PLAIN, b=other, f=FILTER.replace("RULES", "any"))
    assert [len(one.filters) for one in made.rules] == [1, 0]


def test_filters_reach_rules_that_come_from_the_cache(rules: Path) -> None:
    loaded(rules, a=PLAIN)
    made = loaded(rules, f=FILTER.replace("RULES", "any"))
    assert (made.from_cache, len(made.rules[0].filters)) == (1, 1)


# --- correlations


def correlation(title: str, rules: str, more: str = "") -> str:
    return (
        f"title: {title}\nname: {title}\ncorrelation: {{type: event_count, rules: {rules}, group-by: [User],"
        f" timespan: 5m, condition: {{gte: 3}}{more}}}\n"
    )


def test_what_a_correlation_is_made_of_is_not_reported_unless_it_says_so(rules: Path) -> None:
    made = loaded(rules, a=PLAIN, c=correlation("c", "[plain]"))
    assert [one.reported for one in made.every()] == [False, True]
    assert made.correlations[0].parts == {"plain": made.rules[0]}
    made = loaded(rules, c=correlation("c", "[id-plain]", ", generate: true"))
    assert [one.reported for one in made.every()] == [True, True]


def test_a_correlation_of_a_rule_nobody_gave_cannot_run(rules: Path) -> None:
    made = loaded(rules, c=correlation("c", "[plane]"))
    assert isinstance(made.correlations[0].error, QueryError)
    assert "no rule 'plane'" in made.correlations[0].error.message


def test_correlations_can_be_chained_but_not_in_a_circle(rules: Path) -> None:
    made = loaded(rules, a=PLAIN, b=correlation("b", "[plain]"), c=correlation("c", "[b]"))
    assert [one.error for one in made.correlations] == [None, None]
    assert [one.reported for one in made.every()] == [False, False, True]
    made = loaded(rules, b=correlation("b", "[c]"))
    assert [one.error is not None for one in made.correlations] == [True, True]


def test_a_chain_of_correlations_is_bounded_and_quick(rules: Path) -> None:
    chain = [
        correlation(f"c{i}", f"[c{i - 1}, id-c{i - 1}]").replace("title", f"id: id-c{i}\ntitle", 1)
        for i in range(1, 31)
    ]
    first = correlation("c0", "[plain]").replace("title", "id: id-c0\ntitle", 1)
    made = loaded(rules, a=PLAIN, c="---\n".join([first, *chain]))
    assert [one.error for one in made.correlations] == [None] * 31
    assert len(correlated_fields(made.correlations)) == 31
    long = [correlation(f"d{i}", f"[d{i - 1}]") for i in range(1, 990)]
    made = loaded(rules, c="---\n".join([correlation("d0", "[plain]"), *long]))
    assert "chain of more than 32" in str(made.correlations[-1].error)


def test_the_pipe_of_sigma_1_is_a_correlation_of_the_rule_itself(rules: Path) -> None:
    made = loaded(rules, a=rule("pipe", "{s: {Image: a}, condition: s | count(User) by Computer > 5, timeframe: 1h}"))
    (one,) = made.correlations
    assert isinstance(one, LoadedCorrelation)
    counted = one.correlation
    assert (counted.type, counted.fields, counted.group_by, counted.timespan) == (
        "value_count",
        ("User",),
        ("Computer",),
        3600,
    )
    assert [(bound.operator, bound.number) for bound in counted.bounds] == [("gt", 5.0)]
    assert [one.reported for one in made.every()] == [False, True]
    assert made.find("pipe") is one
