"""The bundled scenarios: what they promise, and that the demo logs are made of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.proving.processes import Process, Scenario
from antivenom.proving.reading import read
from antivenom.proving.scenarios import SENSORS, bundled, events, sensors_of, write_all
from antivenom.tables import Event

LOGS = Path(__file__).parents[2] / "examples" / "logs"


def test_the_demo_logs_are_what_the_scenarios_render(tmp_path: Path) -> None:
    made = {file.name: file.read_bytes() for file in write_all(tmp_path)}
    assert made == {file.name: file.read_bytes() for file in sorted(LOGS.iterdir())}, "run examples/build.py"


@pytest.mark.parametrize("scenario", bundled(), ids=lambda scenario: scenario.id)
def test_expectations_are_about_bundled_detections_and_sensors_of_the_scenario(scenario: Scenario) -> None:
    known = {detection.id for detection in catalogue.load()}
    sensors = {sensor.name for sensor in sensors_of(scenario)}
    pairs = [(each.detection, each.sensor) for each in scenario.expectations]
    assert {detection for detection, _ in pairs} in (known, set())
    assert {sensor for _, sensor in pairs} <= sensors
    assert len(set(pairs)) == len(pairs)
    assert all(each.fires or each.why for each in scenario.expectations)


def test_every_scenario_file_is_named_after_its_id() -> None:
    files = sorted(catalogue.BUNDLED.glob("scenarios/*.yml"))
    assert [read(file).id for file in files] == [file.stem for file in files]


@pytest.mark.parametrize("detection", catalogue.load(), ids=lambda detection: detection.id)
def test_a_detection_fires_on_each_of_its_scenarios_somewhere(detection: catalogue.Detection) -> None:
    for file in detection.scenario_files():
        expected = [each for each in read(file).expectations if each.detection == detection.id]
        assert any(each.fires for each in expected), file.name


def _of(name: str, sensor: str) -> list[Event]:
    return events(next(scenario for scenario in bundled() if scenario.id == name), sensor)


def _python(scenario: str, platform: str) -> Iterator[Process]:
    found = next(each for each in bundled() if each.id == scenario)
    return (process for process in found.on(platform) if process.file_name.startswith("python"))


def test_the_reverse_shell_leaves_what_its_page_says() -> None:
    shell, execve, connect = _of("python-reverse-shell", "auditd")
    assert (shell.fields["comm"], shell.fields["pid"]) == ("bash", execve.fields["ppid"])
    argv = execve.fields["argv"]
    assert isinstance(argv, list)
    assert argv[:2] == ["python3", "-c"]
    assert "socket.socket" in argv[2]
    assert (connect.fields["saddr.ip"], connect.fields["saddr.port"]) == ("127.0.0.1", "4444")
    tables = {event.kind for event in _of("python-reverse-shell", "defender")}
    assert tables == {"DeviceProcessEvents", "DeviceNetworkEvents"}


def test_the_download_leaves_what_its_page_says() -> None:
    creation, connection, _ = _of("python-download-and-execute", "sysmon")
    assert (creation.kind, connection.kind) == ("Microsoft-Windows-Sysmon/1", "Microsoft-Windows-Sysmon/3")
    assert "urllib" in str(creation.fields["CommandLine"])
    assert "exec(" in str(creation.fields["CommandLine"])
    assert (connection.fields["DestinationIp"], connection.fields["DestinationPort"]) == ("127.0.0.1", "8080")
    failed = [e for e in _of("python-download-and-execute", "defender") if e.kind == "DeviceNetworkEvents"]
    assert {event.fields["ActionType"] for event in failed} == {"ConnectionFailed"}


def test_the_subprocess_leaves_what_its_page_says() -> None:
    python, shell, *_ = _of("python-subprocess", "sysmon")
    assert "subprocess.Popen" in str(python.fields["CommandLine"])
    assert str(python.fields["Image"]).endswith("\\python.exe")
    assert str(shell.fields["Image"]).endswith("\\cmd.exe")
    assert shell.fields["ParentImage"] == python.fields["Image"]
    assert shell.fields["ParentProcessGuid"] == python.fields["ProcessGuid"]


@pytest.mark.parametrize("name", ["python-reverse-shell", "python-download-and-execute", "python-subprocess"])
@pytest.mark.parametrize("platform", ["windows", "linux", "macos"])
def test_the_three_tests_run_on_every_platform(name: str, platform: str) -> None:
    (process,) = _python(name, platform)
    assert not process.before


def test_a_quiet_or_a_benign_scenario_says_so() -> None:
    benign = [scenario for scenario in bundled() if "(benign)" in scenario.name]
    assert len(benign) >= 4
    assert not any(scenario.attack for scenario in benign)
    assert all(scenario.attack for scenario in bundled() if scenario not in benign)


def test_every_sensor_has_a_demo_log() -> None:
    assert {sensor.file for sensor in SENSORS.values()} == {file.name for file in LOGS.iterdir()}
