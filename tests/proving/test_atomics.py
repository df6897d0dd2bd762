"""The scenarios of Atomic Red Team's tests: which there are, that they stand as telemetry, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.catalogue.model import scenario_file
from antivenom.errors import DamagedInput, UsageError
from antivenom.proving.atomics import BlindSpot
from antivenom.proving.processes import Scenario
from antivenom.proving.reading import parse_scenario
from antivenom.proving.scenarios import SENSORS, atomics, events, find, render, sensors_of
from antivenom.source import SourceText
from tests.proving import tiny
from tests.proving.support import plainly, read_back

BUNDLED = atomics()
PAIRS = [(scenario, sensor.name) for scenario in BUNDLED for sensor in sensors_of(scenario)]
TESTS = {
    "T1003.001": (7,), "T1003.002": (2,), "T1003.007": (3, 4), "T1014": (3,), "T1018": (9,), "T1036.006": (1, 2),
    "T1037.004": (2, 3), "T1046": (4,), "T1048.003": (1, 8), "T1059.002": (1,), "T1059.006": (1, 2, 3, 4),
    "T1087.002": (24,), "T1113": (10,), "T1140": (3, 10), "T1543.002": (3,), "T1546.018": (1, 2, 3, 4, 5),
    "T1552.001": (2,), "T1555.003": (8, 9), "T1560.002": (1, 2, 3, 4), "T1568.002": (1,), "T1569.002": (3,),
}  # fmt: skip


def test_which_tests_there_are() -> None:
    told: dict[str, tuple[int, ...]] = {}
    for scenario in BUNDLED:
        assert scenario.atomic is not None
        told[scenario.atomic.technique] = (*told.get(scenario.atomic.technique, ()), scenario.atomic.number)
    assert told == TESTS


@pytest.mark.parametrize("scenario", BUNDLED, ids=lambda scenario: scenario.id)
def test_a_test_is_told_with_its_arguments_filled_in(scenario: Scenario) -> None:
    assert scenario.atomic is not None
    assert scenario.attack[0] == scenario.atomic.technique
    assert not any(word in process.command for process in scenario.processes for word in ("#{", "PathToAtomics"))
    runs_python = any("python" in process.file_name.lower() for process in scenario.processes)
    assert runs_python or scenario.atomic.technique == "T1037.004" or scenario.blind_spots


@pytest.mark.parametrize("scenario, sensor", PAIRS, ids=lambda value: getattr(value, "id", value))
def test_its_telemetry_reads_back_without_damage(scenario: Scenario, sensor: str) -> None:
    left = events(scenario, sensor)
    assert left
    assert plainly(read_back(render(scenario, sensor), sensor)) == plainly(left)


def test_each_starts_at_a_time_of_its_own() -> None:
    assert len({scenario.start for scenario in BUNDLED}) == len(BUNDLED)


def test_a_test_is_found_by_its_id_and_by_detections() -> None:
    assert find("atomic-t1059-006-4").atomic == next(s for s in BUNDLED if s.id == "atomic-t1059-006-4").atomic
    file = scenario_file(catalogue.BUNDLED / "python-splunk", "atomic-t1059-006-4")
    assert file == catalogue.BUNDLED / "atomics" / "t1059.006-4.yml"
    assert file.is_file()


def test_blind_spots_hold_in_the_sensors_they_name(tmp_path: Path) -> None:
    tiny.atomic(tmp_path, 1, "pass", more="blind_spot: [{sensors: [sysmon], why: One.}, {why: Two.}]\ncleanup: None.")
    [scenario] = atomics(tmp_path)
    assert scenario.blind_spots == (BlindSpot(("sysmon",), "One."), BlindSpot((), "Two."))
    assert [scenario.blind_in(sensor) for sensor in ("sysmon", "defender")] == ["One.", "Two."]
    assert scenario.cleanup == "None."
    assert find("python-reverse-shell").blind_in("sysmon") == ""


def test_a_folder_without_tests_is_covered_with_the_bundled_ones(tmp_path: Path) -> None:
    assert [one.id for one in atomics(tmp_path)] == [one.id for one in BUNDLED]


def test_two_tests_cannot_have_one_guid(tmp_path: Path) -> None:
    tiny.atomic(tmp_path, 1, "pass")
    tiny.atomic(tmp_path, 2, "pass")
    second = tmp_path / "atomics" / "t9999-2.yml"
    second.write_text(second.read_text().replace("000000000002", "000000000001"))
    with pytest.raises(UsageError, match="atomic-t9999-1 and atomic-t9999-2 have the GUID"):
        atomics(tmp_path)


def test_a_file_among_the_tests_must_name_its_test(tmp_path: Path) -> None:
    tiny.scenario(tmp_path / "atomics", "plain", "pass")
    with pytest.raises(UsageError, match=r"plain\.yml names no test of Atomic Red Team"):
        atomics(tmp_path)


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("technique: T9999", "technique: T99", "expected a technique id"),
        ("number: 1", "number: 0", "expected a whole number from 1"),
        ("guid: 0", "guid: X", "expected a GUID in lower case"),
        ("number: 1", "number: 2", "the scenario of this test is called 'atomic-t9999-2'"),
        (", name: Test", "", "an atomic test lacks the key 'name'"),
        ("sensors: [sysmon]", "sensors: [sismon]", "found 'sismon'"),
        (", why: One.", "", "a blind spot lacks the key 'why'"),
    ],
)
def test_what_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    tiny.atomic(tmp_path, 1, "pass", more="blind_spot: {sensors: [sysmon], why: One.}")
    text = (tmp_path / "atomics" / "t9999-1.yml").read_text()
    assert old in text
    with pytest.raises(DamagedInput, match=message) as caught:
        parse_scenario(SourceText(text.replace(old, new, 1), "t9999-1.yml"))
    assert caught.value.span is not None


def test_every_sensor_but_that_of_esxi_records_some_test() -> None:
    assert {sensor for _, sensor in PAIRS} == set(SENSORS) - {"esxi_shell"}
