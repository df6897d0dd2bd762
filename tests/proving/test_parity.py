"""`detections test` and `parity` on a made-up catalogue: what fails, what differs, and what is explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.proving.parity import DIFFERENT, EQUAL, EXPLAINED, UNCOMPARED, Comparison, compare
from antivenom.proving.trials import Tally, scenarios_of, tallies, trials
from tests.proving import tiny
from tests.test_cli import run

BOTH = "must_fire: [shells]\nstay_quiet: [quiet]"
NOTHING = "| makeresults\n"
ONE, TWO, PLAIN = "import os; os.system('one')", "import os; os.system('two')", "pass"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Scenarios: two shells in one, none in the other. Detections: each a case of agreeing or not."""
    tiny.scenario(tmp_path / "scenarios", "shells", ONE, TWO)
    tiny.scenario(tmp_path / "scenarios", "quiet", PLAIN)
    kql, spl = tiny.KQL.format("system"), tiny.SPL.format("system")
    tiny.detection(tmp_path, "agrees", kql=kql, spl=spl, more=BOTH)
    tiny.detection(tmp_path, "alone", kql=kql, more=BOTH)
    tiny.detection(tmp_path, "sums", kql=tiny.SUMMED.format("system"), spl=spl, more=BOTH)
    return tmp_path


def compared(folder: Path, id: str) -> dict[tuple[str, str], Comparison]:
    chosen = [catalogue.find(id, folder)]
    return {(one.scenario, one.sensor): one for one in compare(chosen, scenarios_of(chosen))}


def statuses(folder: Path, id: str) -> dict[tuple[str, str], str]:
    return {key: one.status for key, one in compared(folder, id).items()}


EVERYWHERE = [(scenario, sensor) for scenario in ("quiet", "shells") for sensor in ("sysmon", "defender")]


@pytest.mark.parametrize("id", ["agrees", "sums"])
def test_texts_that_agree(folder: Path, id: str) -> None:
    assert statuses(folder, id) == dict.fromkeys(EVERYWHERE, EQUAL)


@pytest.mark.parametrize("texts", [{"spl": tiny.SPL.format("system")}, {"spl": NOTHING}], ids=["one", "none"])
def test_rows_about_no_execution_are_not_compared_where_both_fire(folder: Path, texts: dict[str, str]) -> None:
    tiny.detection(folder, "apart", kql="print 1\n", **texts, more="must_fire: [shells]")
    found = compared(folder, "apart")
    pair = ("kql", *texts)
    assert {key: one.status for key, one in found.items()} == {
        key: UNCOMPARED for key in EVERYWHERE if key[0] == "shells"
    }
    assert found["shells", "sysmon"].uncompared == (pair,)
    words = ("detections", "parity", "apart", "--folder", str(folder))
    page = run(*words).stdout
    assert "2 compared: 0 equal (0 of them quiet in every language), 2 not compared, 0 explained, 0 different" in page
    assert "not compared: texts that fire, but of which one at least names no process start" in page
    document = json.loads(run(*words, "--json").stdout)
    assert document["summary"] == {"compared": 2, "equal": 0, "not_compared": 2, "explained": 0, "different": 0}
    assert [one["not_compared"] for one in document["comparisons"]] == [[list(pair)]] * 2
    assert {one["outcome"] for one in document["comparisons"]} == {"not_compared"}


def test_the_folder_is_named_before_or_after_the_subcommand(folder: Path) -> None:
    there = ("--folder", str(folder))
    for words in (("show", "agrees"), ("test", "agrees"), ("parity", "agrees")):
        assert run("detections", *words, *there).stdout == run("detections", *there, *words).stdout


def test_one_text_is_compared_with_nothing(folder: Path) -> None:
    assert statuses(folder, "alone") == {}


def test_texts_that_flag_other_executions_differ(folder: Path) -> None:
    tiny.detection(folder, "narrow", kql=tiny.KQL.format("one"), spl=tiny.SPL.format("system"), more=BOTH)
    found = compared(folder, "narrow")
    assert {key: one.status for key, one in found.items()} == {
        key: EQUAL if key[0] == "quiet" else DIFFERENT for key in EVERYWHERE
    }
    [one] = found["shells", "sysmon"].disagreements
    assert (one.languages, one.what, one.why) == (("kql", "spl"), "only spl flags 1", "")
    assert (one.only_first, one.only_second) == ((), (f'python -c "{TWO}"',))


@pytest.mark.parametrize(
    "differences, sysmon, defender",
    [
        ("{why: It is so.}", EXPLAINED, EXPLAINED),
        ("{languages: [kql], why: It is so.}", EXPLAINED, EXPLAINED),
        ("{languages: [sigma], why: It is so.}", DIFFERENT, DIFFERENT),
        ("{sensors: [sysmon], why: It is so.}", EXPLAINED, DIFFERENT),
        ("{scenarios: [quiet], why: It is so.}", DIFFERENT, DIFFERENT),
        ("{scenarios: [shells], languages: [spl, sigma], why: It is so.}", EXPLAINED, EXPLAINED),
    ],
)
def test_a_difference_is_explained_where_its_reason_holds(
    folder: Path, differences: str, sysmon: str, defender: str
) -> None:
    more = f"must_fire: [{{scenario: shells}}]\nstay_quiet: [quiet]\ndifferences: [{differences}]"
    tiny.detection(folder, "silent", kql=tiny.KQL.format("system"), spl=tiny.SPL.format("else"), more=more)
    found = compared(folder, "silent")
    assert found["shells", "sysmon"].status == sysmon
    assert found["shells", "defender"].status == defender
    assert found["shells", "sysmon"].disagreements[0].what == "kql fires, spl does not"


def test_a_text_that_cannot_run_agrees_with_none(folder: Path) -> None:
    tiny.detection(folder, "broken", kql=tiny.BROKEN, spl=tiny.SPL.format("else"), more=BOTH)
    found = compared(folder, "broken")
    assert {one.status for one in found.values()} == {DIFFERENT}
    assert found["quiet", "sysmon"].disagreements[0].what.startswith("kql could not run: ")


def test_parity_on_the_command_line(folder: Path) -> None:
    tiny.detection(folder, "narrow", kql=tiny.KQL.format("one"), spl=tiny.SPL.format("system"), more=BOTH)
    words = ("detections", "--folder", str(folder), "parity")
    page = run(*words, "agrees", "sums").stdout
    assert "8 compared: 8 equal (4 of them quiet in every language), 0 not compared, 0 explained" in page
    page = run(*words, code=1).stdout
    assert "narrow on shells in sysmon: only spl flags 1" in page
    assert "no reason is given for this" in page
    assert "12 compared: 10 equal (6 of them quiet in every language), 0 not compared, 0 explained, 2 different" in page
    document = json.loads(run(*words, "narrow", "--json", code=1).stdout)
    assert document["summary"] == {"compared": 4, "equal": 2, "not_compared": 0, "explained": 0, "different": 2}
    [bad, *_] = (one for one in document["comparisons"] if one["outcome"] == DIFFERENT)
    assert bad["disagreements"][0]["only"] == {"kql": [], "spl": [f'python -c "{TWO}"']}
    assert "nothing to compare" in run(*words, "alone", code=2).stderr


def test_parity_on_the_tests_of_atomic_red_team_too(folder: Path) -> None:
    tiny.atomic(folder, 1, ONE)
    page = run("detections", "--folder", str(folder), "parity", "agrees", "--atomics").stdout
    assert "atomic-t9999-1" in page
    assert "6 compared: 6 equal" in page


def test_parity_on_what_a_detection_names_itself(folder: Path) -> None:
    tiny.detection(folder, "one", kql=tiny.KQL.format("one"), spl=tiny.SPL.format("one"), more="must_fire: [shells]")
    words = ("detections", "--folder", str(folder), "parity", "one", "agrees")
    assert "8 compared: 8 equal" in run(*words).stdout
    assert "6 compared: 6 equal" in run(*words, "--own").stdout
    assert "exclude each other" in run(*words, "--own", "--atomics", code=2).stderr


def test_a_tally_counts_what_was_run(folder: Path) -> None:
    chosen = [catalogue.find(id, folder) for id in ("agrees", "alone")]
    given = tuple(trials(chosen, scenarios_of(chosen)))
    sensors = ("sysmon", "defender")
    assert tallies(chosen, given) == (
        Tally("agrees", 2, sensors, ("kql", "spl"), 8, 8),
        Tally("alone", 2, sensors, ("kql",), 4, 4),
    )


def test_detections_that_pass_on_the_command_line(folder: Path) -> None:
    words = ("detections", "--folder", str(folder), "test")
    assert "16 run, 16 passed" not in run(*words).stdout
    assert "20 run, 20 passed, 0 failed" in run(*words).stdout
    assert "2 run, 2 passed, 0 failed" in run(*words, "agrees", "--language", "spl", "--sensor", "sysmon").stdout
    assert "nothing to run" in run(*words, "alone", "--language", "sigma", code=2).stderr
    assert "no detection 'agree'" in run(*words, "agree", code=2).stderr


@pytest.mark.parametrize(
    "text, more, told",
    [
        (tiny.KQL.format("else"), BOTH, "bad (kql) on shells in sysmon: must fire; stayed quiet"),
        (tiny.KQL.format("python"), BOTH, "bad (kql) on quiet in sysmon: must stay quiet; fired"),
        (tiny.BROKEN, BOTH, "bad (kql) on quiet in sysmon: must stay quiet; could not run: "),
        (
            tiny.KQL.format("system"),
            "must_fire: [{scenario: shells, score: 3}]\nstay_quiet: [quiet]",
            "bad (kql) on shells in defender: must fire with score 3; fired",
        ),
    ],
)
def test_a_detection_that_fails(folder: Path, text: str, more: str, told: str) -> None:
    tiny.detection(folder, "bad", kql=text, more=more)
    words = ("detections", "--folder", str(folder), "test", "bad")
    assert told in run(*words, code=1).stdout
    document = json.loads(run(*words, "--json", code=1).stdout)
    assert document["detections"][0]["failed"] == sum(not one["passed"] for one in document["trials"]) > 0
