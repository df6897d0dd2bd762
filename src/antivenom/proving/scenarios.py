"""Scenarios as telemetry: the bundled ones, the sensors that can record them, and logs written from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from antivenom import catalogue
from antivenom.document import meant, nearest
from antivenom.errors import UsageError
from antivenom.proving import render_auditd, render_defender, render_eslogger, render_esxi, render_sysmon
from antivenom.proving.processes import Scenario
from antivenom.proving.reading import parse_scenario, read
from antivenom.tables import Event
from antivenom.telemetry import auditd, defender, eslogger, esxi_shell, windows_xml
from antivenom.telemetry.format import Format


@dataclass(frozen=True, slots=True)
class Sensor:
    """What records a scenario.

    platforms  the platforms it runs on; processes elsewhere leave nothing in it.
    file       what its demo log is called.
    events     the events a scenario leaves in it, in the order of time, as the reader of `format` gives them.
    """

    name: str
    platforms: tuple[str, ...]
    file: str
    events: Callable[[Scenario], list[Event]]
    format: Format


SENSORS = {
    sensor.name: sensor
    for sensor in (
        Sensor("sysmon", ("windows",), "windows-sysmon.xml", render_sysmon.render, windows_xml.FORMAT),
        Sensor("auditd", ("linux",), "linux-audit.log", render_auditd.render, auditd.FORMAT),
        Sensor("defender", render_defender.PLATFORMS, "defender.jsonl", render_defender.render, defender.FORMAT),
        Sensor("eslogger", ("macos",), "macos-eslogger.jsonl", render_eslogger.render, eslogger.FORMAT),
        Sensor("esxi_shell", ("esxi",), "esxi-shell.log", render_esxi.render, esxi_shell.FORMAT),
    )
}
"""The sensors by name."""


DEMO = (
    "python-reverse-shell",
    "python-download-and-execute",
    "python-subprocess",
    "python-code-without-spaces",
    "python-versioned-interpreter",
    "python-esxi-reverse-shell",
    "ansible-module",
    "notebook-kernel",
    "pip-legacy-build",
    "pytest-run",
)
"""The scenarios whose telemetry the example logs hold."""


def bundled(folder: Path | None = None) -> tuple[Scenario, ...]:
    """The scenarios that come with a folder of detections (the bundled one by default), by start and id."""
    root = folder or catalogue.BUNDLED
    files = sorted({*root.glob("scenarios/*.yml"), *root.glob("*/scenarios/*.yml")})
    return tuple(sorted(map(read, files), key=lambda scenario: (scenario.start, scenario.id)))


def atomics(folder: Path | None = None) -> tuple[Scenario, ...]:
    """The scenarios of Atomic Red Team's tests, by technique and number; UsageError where two are one test.

    They are those of a folder of detections, or the bundled ones where it has none.
    """
    root = folder or catalogue.BUNDLED
    if not (root / catalogue.ATOMICS).is_dir():
        root = catalogue.BUNDLED
    found: dict[str, Scenario] = {}
    for path in sorted(root.glob(f"{catalogue.ATOMICS}/*.yml")):
        scenario = read(path)
        if scenario.atomic is None:
            raise UsageError(f"{path.name} names no test of Atomic Red Team", hint="give it the key 'atomic'")
        other = found.setdefault(scenario.atomic.guid, scenario)
        if other is not scenario:
            raise UsageError(f"{other.id} and {scenario.id} have the GUID {scenario.atomic.guid}")
    return tuple(sorted(found.values(), key=_by_test))


def _by_test(scenario: Scenario) -> tuple[str, int]:
    return (scenario.atomic.technique, scenario.atomic.number) if scenario.atomic else ("", 0)


def find(id: str, folder: Path | None = None) -> Scenario:
    """The bundled scenario of that id; UsageError with the nearest ids otherwise."""
    scenarios = {scenario.id: scenario for scenario in (*bundled(folder), *atomics(folder))}
    if id not in scenarios:
        others = "they are the files of scenarios/ and atomics/ beside the detections"
        raise UsageError(f"no scenario {id!r}", hint=meant(id, scenarios) or others)
    return scenarios[id]


def sensors_of(scenario: Scenario) -> tuple[Sensor, ...]:
    """The sensors that can record a scenario: those with a platform of its own."""
    return tuple(s for s in SENSORS.values() if set(s.platforms) & set(scenario.platforms))


def events(scenario: Scenario, sensor: str) -> list[Event]:
    """The events that a scenario leaves in a sensor; UsageError where it runs on none of its platforms."""
    return _sensor(scenario, sensor).events(scenario)


def render(scenario: Scenario, sensor: str) -> bytes:
    """The log that a scenario leaves in a sensor; UsageError where it runs on none of its platforms."""
    return _write(_sensor(scenario, sensor).format, events(scenario, sensor))


def write_all(folder: Path, scenarios: Iterable[Scenario] | None = None) -> tuple[Path, ...]:
    """Write one log a sensor with all scenarios (those of DEMO by default), in the order of time."""
    chosen = (one for one in bundled() if one.id in DEMO) if scenarios is None else scenarios
    scenarios = tuple(chosen)
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for sensor in SENSORS.values():
        recorded = [event for scenario in scenarios for event in sensor.events(scenario)]
        recorded.sort(key=lambda event: event.time or 0)
        files.append(folder / sensor.file)
        files[-1].write_bytes(_write(sensor.format, recorded))
    return tuple(files)


def _sensor(scenario: Scenario, name: str) -> Sensor:
    sensor = SENSORS.get(name)
    if sensor is None:
        others = f"there are {', '.join(SENSORS)}"
        raise UsageError(f"no sensor {name!r}", hint=nearest(name, SENSORS) or others)
    if not set(sensor.platforms) & set(scenario.platforms):
        platforms = " and ".join(scenario.platforms)
        raise UsageError(
            f"the scenario {scenario.id!r} runs on {platforms}, where there is no {name}",
            hint=f"sensors of these platforms are {', '.join(s.name for s in sensors_of(scenario))}",
        )
    return sensor


def _write(format: Format, recorded: Iterable[Event]) -> bytes:
    stream = BytesIO()
    if format.write is None:
        raise UsageError(f"the format {format.name} cannot be written")
    format.write(recorded, stream)
    return stream.getvalue()


__all__ = [
    "SENSORS",
    "Scenario",
    "Sensor",
    "atomics",
    "bundled",
    "events",
    "find",
    "parse_scenario",
    "read",
    "render",
    "sensors_of",
    "write_all",
]
