"""Coverage: what fires on a test, what is a stated blind spot, what is missed, and how the command says so."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.proving.coverage import BLIND, DETECTED, MISSED, Cover, by_test, cover, runners, status_of
from antivenom.proving.scenarios import atomics, sensors_of
from antivenom.pycode import explain
from tests.proving import tiny
from tests.test_cli import run

SHELL = "import os; os.system('marker')"
QUIET = "print('nothing')"
BLIND_SPOT = "blind_spot: {sensors: [sysmon], why: Nobody sees it.}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two detections that work, one that cannot run, and four tests."""
    tiny.detection(tmp_path, "finds-marker", kql=tiny.KQL.format("marker"))
    tiny.detection(tmp_path, "finds-little", severity="low", kql=tiny.KQL.format("nothing"))
    tiny.detection(tmp_path, "cannot-run", kql=tiny.BROKEN)
    tiny.atomic(tmp_path, 1, SHELL)
    tiny.atomic(tmp_path, 2, QUIET)
    tiny.atomic(tmp_path, 3, "pass", more=BLIND_SPOT)
    tiny.atomic(tmp_path, 4, "pass", runner="echo marker")
    return tmp_path


def covers(folder: Path, **given: list[str]) -> dict[tuple[int, str], Cover]:
    found = cover(atomics(folder), catalogue.load(folder), **given)
    return {(one.scenario.atomic.number if one.scenario.atomic else 0, one.sensor): one for one in found}


def test_what_becomes_of_each_test(folder: Path) -> None:
    found = covers(folder)
    assert {key: one.status for key, one in found.items()} == {
        (1, "sysmon"): DETECTED,
        (1, "defender"): DETECTED,
        (2, "sysmon"): MISSED,
        (2, "defender"): MISSED,
        (3, "sysmon"): BLIND,
        (3, "defender"): MISSED,
        (4, "sysmon"): DETECTED,
        (4, "defender"): DETECTED,
    }
    assert {one.failed for one in found.values()} == {("cannot-run",)}
    assert found[3, "sysmon"].blind == "Nobody sees it."


def test_what_fired_is_told_worst_first(folder: Path) -> None:
    found = covers(folder, sensors=["sysmon"])
    shell = explain(f'python -c "{SHELL}"', platform="windows")
    assert set(found) == {(1, "sysmon"), (2, "sysmon"), (3, "sysmon"), (4, "sysmon")}
    assert [(one.detection, one.rating) for one in found[1, "sysmon"].fired if one.detection != "python-code"] == [
        ("finds-marker", "suspicious")
    ]
    assert ("python-code", shell.verdict) in [(one.detection, one.rating) for one in found[1, "sysmon"].fired]
    [little], [marker] = found[2, "sysmon"].fired, found[4, "sysmon"].fired
    assert (little.detection, little.rating, little.runner) == ("finds-little", "notable", False)
    assert (marker.detection, marker.rating, marker.runner) == ("finds-marker", "suspicious", True)


def test_a_test_is_as_bad_as_its_worst_sensor(folder: Path) -> None:
    tests = by_test(covers(folder).values())
    assert {id: status_of(given) for id, given in tests.items()} == {
        "atomic-t9999-1": DETECTED,
        "atomic-t9999-2": MISSED,
        "atomic-t9999-3": MISSED,
        "atomic-t9999-4": DETECTED,
    }


def test_the_command_fails_for_a_miss_only(folder: Path) -> None:
    words = ("detections", "--folder", str(folder), "coverage")
    page = run(*words, code=1).stdout
    assert "4 tests: 2 detected at suspicious or above, 0 with a stated blind spot, 2 missed" in page
    assert "cannot-run could not run" in page
    assert re.search(r"finds-marker: suspicious, score \d+\*", page)
    only = run(*words, "--only", "atomic-t9999-3", "--sensor", "sysmon").stdout
    assert "1 test: 0 detected at suspicious or above, 1 with a stated blind spot, 0 missed" in only


def test_a_blind_spot_that_is_none_is_told(folder: Path) -> None:
    tiny.atomic(folder, 5, SHELL, more=BLIND_SPOT)
    page = run("detections", "--folder", str(folder), "coverage", "--only", "atomic-t9999-5").stdout
    assert "atomic-t9999-5 states a blind spot in sysmon, where it is detected" in page


def test_the_command_as_json_and_csv(folder: Path) -> None:
    words = ("detections", "coverage", "--folder", str(folder), "--only", "atomic-t9999-2")
    document = json.loads(run(*words, "--json", code=1).stdout)
    assert document["summary"] == {"tests": 1, "detected": 0, "blind spot": 0, "missed": 1}
    assert [one["outcome"] for one in document["tests"][0]["sensors"]] == ["missed", "missed"]
    assert document["tests"][0]["guid"] == "00000000-0000-0000-0000-000000000002"
    rows = list(csv.DictReader(io.StringIO(run(*words, "--csv", code=1).stdout)))
    assert [(row["sensor"], row["outcome"], row["fired"]) for row in rows] == [
        ("sysmon", "missed", "finds-little: notable"),
        ("defender", "missed", "finds-little: notable"),
    ]


def test_two_runs_say_the_same(folder: Path) -> None:
    words = ("detections", "coverage", "--folder", str(folder), "--json")
    assert run(*words, code=1).stdout == run(*words, code=1).stdout


@pytest.mark.parametrize(
    "words, message",
    [
        (("--only", "atomic-t9999-7"), "no test of Atomic Red Team 'atomic-t9999-7'"),
        (("--sensor", "auditd"), "nothing to run"),
        (("--json", "--csv"), "exclude each other"),
    ],
)
def test_what_the_command_refuses(folder: Path, words: tuple[str, ...], message: str) -> None:
    assert message in run("detections", "coverage", "--folder", str(folder), *words, code=2).stderr


def test_every_bundled_test_of_a_machine_has_a_runner() -> None:
    by_hand = {"atomic-t1036-006-1", "atomic-t1048-003-1"}
    for scenario in atomics():
        started = list(runners(scenario))
        assert [one.host.platform for one in started] == ([] if scenario.id in by_hand else list(scenario.platforms))
        assert {one.file_name for one in started} <= {"dash", "bash", "sh", "powershell.exe", "cmd.exe"}
        assert sensors_of(scenario)
