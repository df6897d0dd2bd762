"""Detections on scenarios: whether each text of each detection does what the detection says, on every sensor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from antivenom.catalogue import Detection, Expectation
from antivenom.errors import UsageError
from antivenom.executions import same_executions
from antivenom.hunting import Hunt, run
from antivenom.hunting.merging import process_rows
from antivenom.logs import Logs
from antivenom.proving.processes import Scenario
from antivenom.proving.reading import read
from antivenom.proving.scenarios import SENSORS, render, sensors_of
from antivenom.pycode import worst


@dataclass(frozen=True, slots=True)
class Trial:
    """What one text of a detection did with a scenario as one sensor records it.

    expected    what the detection says of it, None where it says nothing.
    fired       whether it flagged anything; `executions` are the process executions, as numbers of their first events.
    score       the highest score of its evidence, None where it did not fire.
    rating      the worst rating of its evidence, "" where it did not fire.
    error       why the text could not run, "" where it did.
    lines       the command line of each of the executions.
    excused     whether the detection names a difference of this language that is about it: then it may stay quiet.
    """

    detection: str
    language: str
    scenario: str
    sensor: str
    expected: Expectation | None
    fired: bool
    executions: frozenset[int]
    score: int | None
    rating: str
    error: str
    lines: Mapping[int, str] = field(default_factory=dict, compare=False)
    excused: bool = False

    @property
    def passed(self) -> bool:
        """Whether it did what the detection says of it."""
        if self.error:
            return False
        if self.expected is None:
            return True
        if self.expected.fires is not self.fired:
            return self.excused and not self.fired
        return self.expected.score is None or self.expected.score == self.score


@dataclass(frozen=True, slots=True)
class Tally:
    """What the trials of one detection came to: its scenarios, sensors and languages, and how many trials passed."""

    detection: str
    scenarios: int
    sensors: tuple[str, ...]
    languages: tuple[str, ...]
    run: int
    passed: int

    @property
    def failed(self) -> int:
        """How many trials did not do what the detection says."""
        return self.run - self.passed


def tallies(detections: Iterable[Detection], tried: Iterable[Trial]) -> tuple[Tally, ...]:
    """A tally for each detection, also for one of which nothing was run."""
    of: dict[str, list[Trial]] = {detection.id: [] for detection in detections}
    for trial in tried:
        of[trial.detection].append(trial)
    return tuple(
        Tally(
            detection=id,
            scenarios=len({trial.scenario for trial in given}),
            sensors=tuple(dict.fromkeys(trial.sensor for trial in given)),
            languages=tuple(dict.fromkeys(trial.language for trial in given)),
            run=len(given),
            passed=sum(trial.passed for trial in given),
        )
        for id, given in of.items()
    )


def expected(detection: Detection, scenario: Scenario) -> Mapping[str, Expectation]:
    """Sensor -> what the detection says of the scenario there. Raises UsageError for two that contradict.

    Where a sensor is named it goes before what is said of all of them.
    """
    able = [sensor.name for sensor in sensors_of(scenario)]
    about = [each for each in detection.expectations if each.scenario == scenario.id]
    found: dict[str, Expectation] = {}
    for each in sorted(about, key=lambda one: not one.sensors):
        for sensor in each.sensors or able:
            if sensor not in able:
                raise UsageError(f"{detection.id}: the scenario {scenario.id} leaves nothing in {sensor}")
            if each.sensors and sensor in found:
                raise UsageError(f"{detection.id}: what it does with {scenario.id} in {sensor} is said twice")
            found.setdefault(sensor, each)
    return found


def scenarios_of(detections: Iterable[Detection]) -> tuple[Scenario, ...]:
    """The scenarios that the detections name, by start and id."""
    files = {detection.scenario_file(each.scenario) for detection in detections for each in detection.expectations}
    return tuple(sorted(map(read, files), key=lambda scenario: (scenario.start, scenario.id)))


def trials(
    detections: Iterable[Detection],
    scenarios: Iterable[Scenario],
    *,
    languages: Iterable[str] | None = None,
    sensors: Iterable[str] | None = None,
    every: bool = False,
) -> Iterator[Trial]:
    """Run every text of the detections on the scenarios they name, or, with `every`, on all of these.

    A scenario is run once a sensor, all texts together. languages, sensors: only these.
    """
    chosen = tuple(detections)
    wanted = None if languages is None else frozenset(languages)
    with TemporaryDirectory(prefix="antivenom-") as folder:
        for scenario in scenarios:
            said = {detection.id: expected(detection, scenario) for detection in chosen}
            for sensor in sensors_of(scenario):
                if sensors is not None and sensor.name not in sensors:
                    continue
                asked = [
                    detection.in_language(language)
                    for detection in chosen
                    for language in detection.queries
                    if (every or sensor.name in said[detection.id]) and (wanted is None or language in wanted)
                ]
                if asked:
                    log = Path(folder) / SENSORS[sensor.name].file
                    log.write_bytes(render(scenario, sensor.name))
                    yield from _tried(asked, scenario, sensor.name, said, log)


def _tried(
    asked: list[Detection], scenario: Scenario, sensor: str, said: Mapping[str, Mapping[str, Expectation]], log: Path
) -> Iterator[Trial]:
    found = run(Logs([log]), asked, programs=None, counted=False)
    rows = process_rows({number for one in found.runs for number in one.flagged}, found.scan)
    executions = same_executions([rows[number] for number in sorted(rows)])
    scored = _scores(found)
    for one in found.runs:
        detection = one.detection
        score, rating = scored.get((detection.id, detection.language), (None, ""))
        flagged = frozenset(executions[number] for number in one.flagged if number in executions)
        yield Trial(
            detection=detection.id,
            language=detection.language,
            scenario=scenario.id,
            sensor=sensor,
            expected=said[detection.id].get(sensor),
            fired=one.rows > 0,
            executions=flagged,
            score=score,
            rating=rating,
            error=str(one.error) if one.error is not None else "",
            excused=_excused(detection, sensor, scenario.id),
            lines={number: str(rows[number].get("process.cmd_line") or "") for number in flagged},
        )


def _excused(detection: Detection, sensor: str, scenario: str) -> bool:
    named = (each for each in detection.differences if each.languages)
    return any(each.covers((detection.language,), sensor, scenario) for each in named)


def _scores(found: Hunt) -> Mapping[tuple[str, str], tuple[int | None, str]]:
    """Detection and language -> the highest score and the worst rating of its evidence."""
    best: dict[tuple[str, str], tuple[int | None, str]] = {}
    for finding in found.findings:
        for one in finding.evidence:
            key = (one.detection, one.language)
            score, rating = best.get(key, (None, "notable"))
            best[key] = (
                max((value for value in (score, one.score) if value is not None), default=None),
                worst((rating, one.rating)),
            )
    return best
