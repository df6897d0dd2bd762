"""The pages: each template filled with what the catalogue says.

Everything is escaped, and what does not show (control, format and direction characters) is written as escapes on the
whole page, however it got there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from antivenom import catalogue
from antivenom.proving.scenarios import SENSORS, sensors_of
from antivenom.report.plain import printable
from antivenom.site.allowed import conditions
from antivenom.site.collect import Book, detection_page, hunt_page, narrowest, platform_page, profile_page
from antivenom.site.flags import flags, score_lines
from antivenom.site.links import Linker, atomic_address, tactic_address, technique_address, ticked
from antivenom.site.trees import left_behind, trees
from antivenom.tuning.forging import FORGING

STYLE = "style.css"
INDEX = "index.html"
SCENARIOS = "scenarios.html"
PLAYBOOK = "playbook.html"
GUIDE = "guide.html"
HUNTS = "hunts.html"
PROFILES = "profiles.html"
ATOMICS = "atomics.html"

_HERE = Path(__file__).parent
_PLATFORMS = {"windows": "Windows", "linux": "Linux", "macos": "macOS", "esxi": "ESXi"}
_LANGUAGES = {"spl": "SPL", "kql": "KQL", "sigma": "Sigma"}
_PRODUCTS = {"spl": "Splunk", "kql": "Microsoft Sentinel and Defender", "sigma": "a portable rule"}


@dataclass(frozen=True, slots=True)
class _Page:
    """A page to be made: its template and what that is about."""

    template: str
    about: Mapping[str, Any]


def pages(book: Book) -> Mapping[str, str]:
    """All files of the site by path; the same book gives the same bytes."""
    planned = dict(_plan(book))
    environment = _environment(book)
    names = _names(book)
    made = {}
    for path, page in planned.items():
        here = Linker(path, planned.keys(), names)
        text = environment.get_template(page.template).render(here=here, **page.about)
        made[path] = _visible(text)
    return {**made, STYLE: (_HERE / STYLE).read_text(encoding="utf-8")}


def _plan(book: Book) -> Iterator[tuple[str, _Page]]:
    yield INDEX, _Page("index.html", {})
    for detection in book.detections:
        about = {"d": detection, "told": book.told_by(detection)}
        yield detection_page(detection.id), _Page("detection.html", about | {"platform": None})
        for platform in detection.platforms:
            yield platform_page(detection.id, platform), _Page("detection.html", about | {"platform": platform})
    yield SCENARIOS, _Page("scenarios.html", {})
    if book.atomics:
        yield ATOMICS, _Page("atomics.html", {"tests": book.atomics, "firing": _firing(book)})
    for path, scenario in book.scenarios.items():
        yield path, _Page("scenario.html", {"s": scenario, "told": book.told_of(path)})
    yield from _response(book)
    if book.profiles:
        yield PROFILES, _Page("profiles.html", {})
    for one in book.profiles:
        yield profile_page(one.profile.id), _Page("profile.html", {"one": one, "p": one.profile})


def _firing(book: Book) -> Mapping[str, tuple[str, ...]]:
    """The detections that must fire on each test of Atomic Red Team, by its page."""
    return {
        page: tuple(dict.fromkeys(told.detection.id for told in book.told_of(page) if told.expectation.fires))
        for page, _ in book.atomics
    }


def _response(book: Book) -> Iterator[tuple[str, _Page]]:
    if book.playbook:
        yield PLAYBOOK, _Page("playbook.html", {"p": book.playbook})
    if book.guide:
        yield GUIDE, _Page("guide.html", {"g": book.guide})
    if book.hunts:
        yield HUNTS, _Page("hunts.html", {})
    for hunt in book.hunts:
        yield hunt_page(hunt.query.id), _Page("hunt.html", {"h": hunt.query, "pages": hunt.pages})


def _names(book: Book) -> Mapping[str, str]:
    """Words that lead to a page: ids of detections, of hunts, and of scenarios that stand beside them."""
    shared = {scenario.id: path for path, scenario in book.scenarios.items() if path.count("/") == 1}
    hunts = {hunt.query.id: hunt_page(hunt.query.id) for hunt in book.hunts}
    return shared | hunts | {detection.id: detection_page(detection.id) for detection in book.detections}


def _environment(book: Book) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        book=book,
        detection_page=detection_page,
        platform_page=platform_page,
        hunt_page=hunt_page,
        index=INDEX,
        scenarios=SCENARIOS,
        playbook=PLAYBOOK,
        guide=GUIDE,
        hunts=HUNTS,
        profiles=PROFILES,
        profile_page=profile_page,
        conditions=conditions,
        forging=FORGING,
        ticked=ticked,
        first_sensor=lambda scenario: sensors_of(scenario)[0].name,
        atomics=ATOMICS,
        style=STYLE,
        flags=flags,
        score_lines=score_lines,
        trees=trees,
        left_behind=left_behind,
        sensors=SENSORS,
        tactics=catalogue.TACTICS,
        atomic_address=atomic_address,
        tactic_address=tactic_address,
        technique_address=technique_address,
        technique=_technique,
        narrowest=narrowest,
        products=_PRODUCTS,
    )
    environment.filters.update(
        platform=lambda name: _PLATFORMS.get(name, name),
        language=lambda name: _LANGUAGES.get(name, name),
    )
    return environment


def _technique(id: str) -> str:
    """The id of a technique with its name, or alone where the name is not known."""
    return f"{id} {catalogue.technique_name(id)}".rstrip()


def _visible(text: str) -> str:
    """A page on which everything shows; line breaks and tabs stay, so that queries can be copied."""
    lines = text.replace("\r\n", "\n").split("\n")
    return "\n".join("\t".join(map(printable, line.split("\t"))) for line in lines)
