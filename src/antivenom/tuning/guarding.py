"""No entry may silence what must fire: entries against the findings of the attack scenarios, on every sensor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from antivenom import catalogue
from antivenom.findings import Finding
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.proving.processes import Scenario
from antivenom.proving.scenarios import SENSORS, bundled, render
from antivenom.proving.trials import expected, scenarios_of
from antivenom.pycode import at_least
from antivenom.tuning.matching import fits, meets
from antivenom.tuning.model import Entry, Profile


@dataclass(frozen=True, slots=True)
class MustFire:
    """A finding of an attack scenario, and where it was made: it is suspicious or worse, or a detection says that it
    finds it."""

    scenario: str
    sensor: str
    finding: Finding

    @property
    def detections(self) -> tuple[str, ...]:
        """What flagged it, by id."""
        found = self.finding.evidence
        return tuple(dict.fromkeys(one.detection for one in found if one.rating == self.finding.rating))


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that would silence an attack: outright, or if the reading of its Python did not see what it does."""

    profile: str
    entry: str
    scenario: str
    sensor: str
    detections: tuple[str, ...]
    outright: bool


def must_fire(folder: Path | None = None) -> tuple[MustFire, ...]:
    """The findings that no entry may allow: one hunt a sensor over the logs of all attack scenarios.

    A scenario is an attack where it names ATT&CK ids. A folder of detections adds its own to those of the bundled
    catalogue, which are always asked.
    """
    more, own = (catalogue.load(folder), bundled(folder)) if folder else ((), ())
    detections = tuple({one.id: one for one in (*catalogue.load(), *more)}.values())
    found = {scenario.id: scenario for scenario in (*bundled(), *own, *scenarios_of(detections))}
    attacks = [scenario for scenario in found.values() if scenario.attack]
    return tuple(one for sensor in SENSORS for one in _in_sensor(sensor, attacks, detections))


def _in_sensor(
    sensor: str, attacks: Iterable[Scenario], detections: Sequence[catalogue.Detection]
) -> Iterator[MustFire]:
    """The findings of one sensor; a log a scenario, so that a finding's place names its scenario."""
    with TemporaryDirectory(prefix="antivenom-") as folder:
        able = [scenario for scenario in attacks if set(SENSORS[sensor].platforms) & set(scenario.platforms)]
        names = {}
        for number, scenario in enumerate(able):
            log = Path(folder) / f"{number}-{SENSORS[sensor].file}"
            log.write_bytes(render(scenario, sensor))
            names[log.name] = scenario.id
        if not names:
            return
        fires = {scenario.id: _firing(scenario, sensor, detections) for scenario in able}
        for finding in run(Logs([Path(folder)]), detections, programs=True, least="notable").findings:
            for file in dict.fromkeys(Path(origin.file).name for origin in finding.origins):
                said = any(one.detection in fires[names[file]] for one in finding.evidence)
                if said or at_least(finding.rating, "suspicious"):
                    yield MustFire(names[file], sensor, finding)


def _firing(scenario: Scenario, sensor: str, detections: Iterable[catalogue.Detection]) -> frozenset[str]:
    """The detections that say they find something of a scenario in a sensor."""
    said = ((one.id, expected(one, scenario).get(sensor)) for one in detections)
    return frozenset(id for id, each in said if each is not None and each.fires)


def refusals(profile: Profile, guarded: Iterable[MustFire]) -> tuple[Refusal, ...]:
    """The entries of a profile that would silence what must fire. Their end is left aside: they may be renewed."""
    guarded = tuple(guarded)
    return tuple(one for entry in profile.entries for one in refused(profile.id, entry, guarded))


def refused(profile: str, entry: Entry, guarded: Iterable[MustFire]) -> tuple[Refusal, ...]:
    """What an entry would silence of what must fire, each scenario and sensor once.

    Rating and verdict are left aside: an entry that only they keep from an attack stands on one leg.
    """
    found = (
        Refusal(profile, entry.id, one.scenario, one.sensor, one.detections, fits(entry, one.finding))
        for one in guarded
        if meets(entry, one.finding)
    )
    return tuple(dict.fromkeys(found))


def said(found: Iterable[Refusal]) -> tuple[str, ...]:
    """Refusals for a person: a sentence for each entry and scenario."""
    groups: dict[tuple[str, str, bool], list[Refusal]] = {}
    for one in found:
        groups.setdefault((one.entry, one.scenario, one.outright), []).append(one)
    return tuple(map(_said, groups.values()))


def _said(members: Sequence[Refusal]) -> str:
    first = members[0]
    sensors = ", ".join(dict.fromkeys(one.sensor for one in members))
    flagged = ", ".join(dict.fromkeys(id for one in members for id in one.detections))
    silenced = f"{first.entry} would silence the scenario {first.scenario} in {sensors}, which {flagged} must report"
    return silenced if first.outright else f"{silenced}, but for the verdict on its Python; say what its Python may do"
