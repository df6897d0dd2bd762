"""What the pages are made of: the detections and scenarios of a catalogue, and which page each of them has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from antivenom import catalogue
from antivenom.catalogue import PLATFORMS, Detection, Expectation
from antivenom.catalogue.model import ATOMICS, SCENARIOS
from antivenom.errors import UsageError
from antivenom.proving.processes import Scenario
from antivenom.proving.reading import read
from antivenom.proving.scenarios import SENSORS, sensors_of
from antivenom.response import hunts, load
from antivenom.response.model import Guide, HuntQuery, Playbook
from antivenom.site.allowed import Allowing, profiles

_SCENARIO_FILES = (f"{SCENARIOS}/*.yml", f"{ATOMICS}/*.yml", "hunts/cases/*.yml")


@dataclass(frozen=True, slots=True)
class Told:
    """What a detection does with a scenario: the sensors for which that is said, and what is said."""

    detection: Detection
    scenario: Scenario
    page: str
    sensors: tuple[str, ...]
    expectation: Expectation

    def on(self, platform: str) -> tuple[str, ...]:
        """The sensors of a platform among these, if the scenario runs there."""
        if platform not in self.scenario.platforms:
            return ()
        return tuple(name for name in self.sensors if platform in SENSORS[name].platforms)


@dataclass(frozen=True, slots=True)
class Hunt:
    """A hunting query, and the pages of the scenarios that it names."""

    query: HuntQuery
    pages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Book:
    """A catalogue to be shown: its detections, its scenarios by the path of their page, and its response.

    files  the file of each scenario -> the path of its page.
    """

    detections: tuple[Detection, ...]
    scenarios: Mapping[str, Scenario]
    files: Mapping[Path, str]
    told: tuple[Told, ...]
    playbook: Playbook | None
    guide: Guide | None
    hunts: tuple[Hunt, ...]
    profiles: tuple[Allowing, ...] = ()

    @property
    def atomics(self) -> tuple[tuple[str, Scenario], ...]:
        """The scenarios that are tests of Atomic Red Team with their pages, by technique and number."""
        found = [(one.atomic, page, one) for page, one in self.scenarios.items() if one.atomic is not None]
        found.sort(key=lambda each: (each[0].technique, each[0].number, each[1]))
        return tuple((page, one) for _, page, one in found)

    @property
    def platforms(self) -> tuple[str, ...]:
        """The platforms of the detections, in the catalogue's order."""
        return tuple(name for name in PLATFORMS if any(name in one.platforms for one in self.detections))

    def on(self, platform: str) -> tuple[Detection, ...]:
        """The detections of a platform."""
        return tuple(one for one in self.detections if platform in one.platforms)

    def of_tactic(self, tactic: str) -> tuple[Detection, ...]:
        """The detections of a tactic, by its id."""
        return tuple(one for one in self.detections if tactic in one.tactics)

    def alike(self, detection: Detection, platform: str | None) -> tuple[Detection, ...]:
        """The other detections of its techniques, on a platform or wherever."""
        narrow = set(narrowest(detection))
        return tuple(
            one
            for one in self.detections
            if one is not detection and narrow & set(one.attack) and (platform is None or platform in one.platforms)
        )

    def portable(self, detection: Detection, platform: str | None) -> tuple[Detection, ...]:
        """The other detections of its techniques that have a Sigma rule; those of the same scope, if there are any."""
        found = tuple(one for one in self.alike(detection, platform) if "sigma" in one.queries)
        return tuple(one for one in found if one.scope == detection.scope) or found

    def page_of(self, detection: Detection, scenario: str) -> str:
        """The page of the scenario that a detection calls so; a detection may have the same id."""
        return self.files[detection.scenario_file(scenario)]

    def hunts_of(self, detection: Detection) -> tuple[HuntQuery, ...]:
        """The hunting queries of its techniques."""
        techniques = set(narrowest(detection))
        return tuple(hunt.query for hunt in self.hunts if techniques & set(hunt.query.attack))

    def profiles_of(self, detection: Detection) -> tuple[Allowing, ...]:
        """The profiles of which an entry applies to a detection."""
        return tuple(one for one in self.profiles if one.is_for(detection.id))

    def told_by(self, detection: Detection) -> tuple[Told, ...]:
        """What a detection says of scenarios."""
        return tuple(told for told in self.told if told.detection is detection)

    def others(self, detection: Detection, platform: str | None) -> Mapping[str, Scenario]:
        """The scenarios of its techniques of which a detection says nothing, by page."""
        techniques = set(narrowest(detection))
        named = {told.page for told in self.told_by(detection)}
        return {
            page: scenario
            for page, scenario in sorted(self.scenarios.items())
            if page not in named
            and techniques & set(scenario.attack)
            and (platform is None or platform in scenario.platforms)
        }

    def told_of(self, page: str) -> tuple[Told, ...]:
        """What detections say of the scenario on a page."""
        return tuple(told for told in self.told if told.page == page)


def narrowest(detection: Detection) -> tuple[str, ...]:
    """Its techniques without those of which it names a sub-technique."""
    return tuple(id for id in detection.attack if not any(other.startswith(f"{id}.") for other in detection.attack))


def detection_page(id: str) -> str:
    """The page of a detection."""
    return f"detections/{id}/index.html"


def platform_page(id: str, platform: str) -> str:
    """The page of a detection on one platform."""
    return f"detections/{id}/{platform}.html"


def hunt_page(id: str) -> str:
    """The page of a hunting query."""
    return f"hunts/{id}.html"


def profile_page(id: str) -> str:
    """The page of a profile of allowed use."""
    return f"profiles/{id}.html"


def collect(folder: Path | None = None) -> Book:
    """All of a catalogue (the bundled one by default). Raises DamagedInput and UsageError for what is wrong in it."""
    root = folder or catalogue.BUNDLED
    detections = catalogue.load(folder)
    files = {file: read(file) for file in sorted(_scenario_files(root, detections))}
    pages = _scenario_pages(files, root)
    response = root / "response"
    return Book(
        detections=detections,
        scenarios={pages[file]: scenario for file, scenario in files.items()},
        files=pages,
        told=tuple(one for detection in detections for one in _told(detection, files, pages)),
        playbook=load.playbook(folder) if (response / "playbook.yml").is_file() else None,
        guide=load.guide(folder) if (response / "guide.yml").is_file() else None,
        hunts=tuple(_hunt(query, folder, pages) for query in hunts.load(folder)),
        profiles=profiles(root, bundled=folder is None),
    )


def _scenario_files(root: Path, detections: Iterable[Detection]) -> set[Path]:
    """The scenarios in detections and beside them all, the tests of Atomic Red Team, and the cases of hunts."""
    found = {file for pattern in _SCENARIO_FILES for file in root.glob(pattern)}
    return found.union(*(detection.folder.glob(f"{SCENARIOS}/*.yml") for detection in detections))


def _scenario_pages(files: Mapping[Path, Scenario], root: Path) -> dict[Path, str]:
    """The page of each scenario. A name is taken once in a detection, and once beside all detections."""
    pages: dict[Path, str] = {}
    for file, scenario in files.items():
        owner = file.parent.parent
        within = "" if owner == root else f"{owner.name}/"
        page = f"scenarios/{within}{scenario.id}.html"
        other = next((path for path, taken in pages.items() if taken == page), None)
        if other is not None:
            raise UsageError(f"two scenarios are called {scenario.id!r}", hint=f"they are {other} and {file}")
        pages[file] = page
    return pages


def _hunt(query: HuntQuery, folder: Path | None, pages: Mapping[Path, str]) -> Hunt:
    names = (*query.rows, *query.quiet, *query.noisy)
    return Hunt(query, {name: pages[hunts.scenario_file(name, folder)] for name in names})


def _told(detection: Detection, files: Mapping[Path, Scenario], pages: Mapping[Path, str]) -> Iterator[Told]:
    """What is said for named sensors goes before what is said for all of them."""
    for each in detection.expectations:
        file = detection.scenario_file(each.scenario)
        scenario = files[file]
        named = {sensor for one in detection.expectations if one.scenario == each.scenario for sensor in one.sensors}
        rest = tuple(sensor.name for sensor in sensors_of(scenario) if sensor.name not in named)
        yield Told(detection, scenario, pages[file], each.sensors or rest, each)
