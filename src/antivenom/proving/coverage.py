"""What the whole catalogue, and the reading of the Python, make of the tests of Atomic Red Team, sensor by sensor."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from antivenom.catalogue import Detection
from antivenom.findings import PYTHON_CODE, Finding
from antivenom.hunting import Hunt, run
from antivenom.logs import Logs
from antivenom.proving.processes import Process, Scenario
from antivenom.proving.scenarios import SENSORS, render, sensors_of
from antivenom.pycode import VERDICTS, worst

DETECTED, BLIND, MISSED = "detected", "blind spot", "missed"
STATUSES = (DETECTED, BLIND, MISSED)
"""What may become of a test, best first."""
_INVOKERS = ("pwsh", "powershell.exe")


@dataclass(frozen=True, slots=True)
class Fired:
    """A detection that flagged something, or the reading of the Python: its worst rating and its highest score.

    runner  whether it flagged nothing but the shell that Invoke-Atomic starts, whose command line is the whole test.
    """

    detection: str
    rating: str
    score: int | None
    runner: bool


@dataclass(frozen=True, slots=True)
class Cover:
    """What fired on a test as one sensor records it, worst rating first, and the blind spot that is stated there.

    failed  the detections that could not run.
    """

    scenario: Scenario
    sensor: str
    fired: tuple[Fired, ...]
    blind: str
    failed: tuple[str, ...]

    @property
    def rating(self) -> str:
        """The worst rating, "" where nothing fired."""
        return self.fired[0].rating if self.fired else ""

    @property
    def status(self) -> str:
        """Whether it is rated suspicious or worse, or else stated as a blind spot, or else missed."""
        if self.rating in ("suspicious", "malicious"):
            return DETECTED
        return BLIND if self.blind else MISSED


def cover(
    scenarios: Iterable[Scenario], detections: Sequence[Detection], *, sensors: Iterable[str] | None = None
) -> Iterator[Cover]:
    """Hunt with all detections, and read the Python, in each scenario as each sensor records it.

    sensors  only these.
    """
    wanted = None if sensors is None else frozenset(sensors)
    with TemporaryDirectory(prefix="antivenom-") as folder:
        for scenario in scenarios:
            for sensor in sensors_of(scenario):
                if wanted is None or sensor.name in wanted:
                    log = Path(folder) / SENSORS[sensor.name].file
                    log.write_bytes(render(scenario, sensor.name))
                    found = run(Logs([log]), detections, programs=True, least="notable", counted=False)
                    yield _covered(scenario, sensor.name, found)


def _covered(scenario: Scenario, sensor: str, found: Hunt) -> Cover:
    failed = tuple(one.detection.id for one in found.runs if one.error is not None)
    fired = _fired(found.findings, {(one.pid, one.started) for one in runners(scenario)})
    return Cover(scenario, sensor, fired, scenario.blind_in(sensor), failed)


def _fired(findings: Iterable[Finding], started: Collection[tuple[int | None, int | None]]) -> tuple[Fired, ...]:
    """What gave evidence, the worst rating first. started: process id and time of the shells of the runner."""
    best: dict[str, Fired] = {}
    for finding in findings:
        runner = (finding.process.pid, finding.time) in started
        for one in finding.evidence:
            other = best.get(one.detection, Fired(one.detection, one.rating, one.score, runner))
            scores = [score for score in (other.score, one.score) if score is not None]
            rating = worst((other.rating, one.rating))
            best[one.detection] = Fired(one.detection, rating, max(scores, default=None), other.runner and runner)
    return tuple(sorted(best.values(), key=_order))


def runners(scenario: Scenario) -> Iterator[Process]:
    """The shells that Invoke-Atomic starts to run a test: on each platform the first child of its PowerShell."""
    seen = set()
    for process in scenario.processes:
        parent = process.parent
        if parent and parent.before and parent.file_name in _INVOKERS and process.host.platform not in seen:
            seen.add(process.host.platform)
            yield process


def _order(fired: Fired) -> tuple[int, bool, str]:
    return (-VERDICTS.index(fired.rating), fired.detection == PYTHON_CODE, fired.detection)


def status_of(covers: Iterable[Cover]) -> str:
    """What became of a test over its sensors: the worst of it."""
    return max((one.status for one in covers), key=STATUSES.index, default=MISSED)


def by_test(covers: Iterable[Cover]) -> dict[str, list[Cover]]:
    """Scenario id -> what was found in each sensor, in their order."""
    tests: dict[str, list[Cover]] = {}
    for one in covers:
        tests.setdefault(one.scenario.id, []).append(one)
    return tests
