"""`detection.yml` and the texts beside it -> Detection; each fault is told at its place in the file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from antivenom.catalogue.model import (
    CONFIDENCES,
    DETECTION_FILE,
    LANGUAGES,
    PLATFORMS,
    SCENARIOS,
    SCOPES,
    SENSORS,
    SEVERITIES,
    TACTICS,
    Change,
    Detection,
    Difference,
    Entity,
    Expectation,
    Query,
    Risk,
    scenario_file,
)
from antivenom.catalogue.techniques import TECHNIQUE
from antivenom.document import NAME, Fields, Node, decoded, nearest, parse, read_bytes, read_text
from antivenom.source import SourceText

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_VERSION = re.compile(r"\d+(\.\d+)*")

_MOST_SCORE = 1_000_000
_RISK_TYPES = ("system", "user", "other")

_REQUIRED = (
    "id", "name", "description", "severity", "confidence", "attack", "platforms", "data_sources", "queries",
)  # fmt: skip
_OPTIONAL = (
    *("goal", "strategy", "technical_context", "blind_spots", "false_positives", "validation", "priority", "response"),
    *("scope", "tables", "sourcetypes", "models", "logsources", "missing", "suspicious_from", "entities", "risk"),
    *("must_fire", "stay_quiet", "differences", "tuning", "actors", "references", "changelog"),
)


def read(folder: Path) -> Detection:
    """The detection in one folder. Raises DamagedInput with the place of what is wrong."""
    source = read_text(folder / DETECTION_FILE, f"{folder.name}/{DETECTION_FILE}")
    fields = parse(source).fields("a detection", required=_REQUIRED, optional=_OPTIONAL)
    if fields["id"].id() != folder.name:
        fields["id"].wrong(f"the id is not the name of its folder, {folder.name!r}")
    attack = fields["attack"].fields("attack", required=("tactics", "techniques"))
    queries = _read_queries(fields["queries"], folder)
    least = fields.get("suspicious_from")
    return Detection(
        id=folder.name,
        name=fields.text("name"),
        description=fields.text("description"),
        severity=fields["severity"].choice(SEVERITIES),
        confidence=fields["confidence"].choice(CONFIDENCES),
        scope=fields["scope"].choice(SCOPES) if fields.get("scope") else SCOPES[0],
        tactics=tuple(item.choice(tuple(TACTICS)) for item in attack.items("tactics")),
        attack=tuple(
            item.matching(TECHNIQUE, "a technique id such as T1059.006") for item in attack["techniques"].items()
        ),
        platforms=tuple(item.choice(PLATFORMS) for item in fields.items("platforms")),
        data_sources=fields.texts("data_sources"),
        tables=fields.texts("tables"),
        sourcetypes=fields.texts("sourcetypes"),
        models=fields.texts("models"),
        logsources=fields.texts("logsources"),
        language=next(iter(queries)),
        queries=queries,
        missing=_read_missing(fields.get("missing"), queries),
        suspicious_from=least.integer(0, _MOST_SCORE) if least else None,
        goal=fields.text("goal"),
        strategy=fields.text("strategy"),
        technical_context=fields.text("technical_context"),
        blind_spots=fields.texts("blind_spots"),
        false_positives=fields.texts("false_positives"),
        validation=fields.text("validation"),
        priority=fields.text("priority"),
        response=fields.text("response"),
        entities=tuple(map(_read_entity, fields.items("entities"))),
        risk=tuple(map(_read_risk, fields.items("risk"))),
        expectations=_read_expectations(fields, folder),
        differences=tuple(_read_difference(item, folder) for item in fields.items("differences")),
        tuning=fields.texts("tuning"),
        actors=fields.texts("actors"),
        references=fields.texts("references"),
        changelog=tuple(map(_read_change, fields.items("changelog"))),
        folder=folder,
    )


def _read_queries(node: Node, folder: Path) -> Mapping[str, Query]:
    entries = node.entries()
    if not entries:
        node.wrong("a detection needs a text in at least one language", f"the languages are {', '.join(LANGUAGES)}")
    return {
        entry.key.choice(LANGUAGES): _read_query(language, entry.value, folder) for language, entry in entries.items()
    }


def _read_query(language: str, node: Node, folder: Path) -> Query:
    fields = node.fields("a query", required=("file",), optional=("flags", "score", "sha256"))
    flags = fields.texts("flags")
    score = fields["score"].fields("score", optional=("column", "weights")) if fields.get("score") else None
    if score is not None and len(score.values) != 1:
        score.node.wrong("score has either a column or weights")
    return Query(
        language=language,
        text=_query_text(fields, folder),
        flags=flags,
        score_column=(score.text("column") or None) if score else None,
        weights=_weights(score.get("weights") if score else None, flags),
    )


def _query_text(fields: Fields, folder: Path) -> SourceText:
    """The query file, which must stand in the folder itself and have the digest that is given."""
    node = fields["file"]
    name = node.matching(_FILE_NAME, "the name of a file in the detection's folder")
    path = folder / name
    if path.resolve().parent != folder.resolve():
        node.wrong(f"{name!r} leads out of the detection's folder")
    if not path.is_file():
        node.wrong(f"there is no file {name!r} in the detection's folder")
    data = read_bytes(path, f"{folder.name}/{name}")
    digest, own = fields.get("sha256"), hashlib.sha256(data).hexdigest()
    if digest and digest.matching(_SHA256, "a SHA-256 in lower-case hex") != own:
        digest.wrong(f"{name!r} is not the file that was published: its SHA-256 is {own}")
    return decoded(data, f"{folder.name}/{name}")


def _weights(node: Node | None, flags: tuple[str, ...]) -> Mapping[str, int]:
    entries = node.entries() if node else {}
    for name, entry in entries.items():
        if name not in flags:
            entry.key.wrong(f"{name!r} is not one of the flags", nearest(name, flags))
    return {name: entry.value.integer(0, 1_000) for name, entry in entries.items()}


def _read_missing(node: Node | None, queries: Mapping[str, Query]) -> Mapping[str, str]:
    """Why there is no text in some language."""
    entries = node.entries() if node else {}
    for language, entry in entries.items():
        if entry.key.choice(LANGUAGES) in queries:
            entry.key.wrong(f"there is a text in {language}")
    return {language: entry.value.text() for language, entry in entries.items()}


def _read_entity(node: Node) -> Entity:
    fields = node.fields("an entity", required=("type", "identifier", "column"))
    return Entity(fields.text("type"), fields.text("identifier"), fields.text("column"))


def _read_risk(node: Node) -> Risk:
    fields = node.fields("a risk object", required=("field", "type", "score"))
    return Risk(fields.text("field"), fields["type"].choice(_RISK_TYPES), fields["score"].integer(1, 100))


def _read_change(node: Node) -> Change:
    fields = node.fields("a change", required=("version", "date", "change"))
    return Change(
        fields["version"].matching(_VERSION, "a version such as 1.0"),
        fields["date"].matching(_DATE, "a date such as 2026-03-02"),
        fields.text("change"),
    )


def _read_expectations(fields: Fields, folder: Path) -> tuple[Expectation, ...]:
    fires = [_read_expectation(item, folder, fires=True) for item in fields.items("must_fire")]
    quiet = [_read_expectation(item, folder, fires=False) for item in fields.items("stay_quiet")]
    return (*fires, *quiet)


def _read_expectation(node: Node, folder: Path, *, fires: bool) -> Expectation:
    """The name of a scenario; or a mapping that names sensors too, with a score or a reason."""
    if node.is_text():
        return Expectation(_scenario_name(node, folder), fires)
    fields = node.fields("an expectation", required=("scenario",), optional=("sensors", "score", "why"))
    score = fields.get("score")
    if score and not fires:
        score.wrong("a detection that stays quiet gives no score")
    return Expectation(
        scenario=_scenario_name(fields["scenario"], folder),
        fires=fires,
        sensors=tuple(item.choice(SENSORS) for item in fields.items("sensors")),
        score=score.integer(0, _MOST_SCORE) if score else None,
        why=fields.text("why"),
    )


def _read_difference(node: Node, folder: Path) -> Difference:
    fields = node.fields("a difference", required=("why",), optional=("languages", "sensors", "scenarios"))
    return Difference(
        languages=tuple(item.choice(LANGUAGES) for item in fields.items("languages")),
        sensors=tuple(item.choice(SENSORS) for item in fields.items("sensors")),
        scenarios=tuple(_scenario_name(item, folder) for item in fields.items("scenarios")),
        why=fields.text("why"),
    )


def _scenario_name(node: Node, folder: Path) -> str:
    name = node.matching(NAME, "the name of a scenario")
    if not scenario_file(folder, name).is_file():
        where = f"copy {SCENARIOS}/{name}.yml into the detection's folder or beside all of them"
        node.wrong(f"there is no scenario {name!r}", f"a detection needs the scenarios that it names: {where}")
    return name
