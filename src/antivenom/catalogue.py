"""The catalogue of detections: reads `detections/`, or a user's folder of the same form, and checks it.

A detection is a folder named after its id that holds `detection.yml` and the query it names. The folder
`scenarios`, in a detection or beside all of them, holds scenarios by name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from antivenom.document import Fields, Node, nearest, parse, read_text
from antivenom.errors import UsageError
from antivenom.source import SourceText

BUNDLED = Path(__file__).parent / "detections"
"""The detections that come with antivenom."""

SEVERITIES = ("informational", "low", "medium", "high", "critical")
"""Severities, least first."""
CONFIDENCES = ("low", "medium", "high")
"""Confidences, least first."""
PLATFORMS = ("windows", "linux", "macos", "esxi")
LANGUAGES = ("spl", "kql", "sigma")

_DETECTION_FILE = "detection.yml"
_SCENARIOS = "scenarios"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TECHNIQUE = re.compile(r"T\d{4}(\.\d{3})?")
_TACTIC = re.compile(r"TA\d{4}")
_SHA256 = re.compile(r"[0-9a-f]{64}")

_REQUIRED = (
    "id", "name", "description", "severity", "confidence", "attack", "platforms", "data_sources", "query",
)  # fmt: skip
_OPTIONAL = ("tables", "sourcetypes", "false_positives", "actors", "references", "limits", "scenarios")


@dataclass(frozen=True, slots=True)
class Detection:
    """A published query with what its author says about it.

    attack        ATT&CK technique ids; `tactic` is the id of the one tactic.
    tables        tables a KQL query reads; `sourcetypes`: those an SPL query reads.
    flags         columns of the query's result that say why a row was found.
    score_column  the column that holds a row's score, or None: then `weights` gives each flag's share.
    limits        what is known to be wrong with the query.
    scenarios     the scenarios that belong to it, by name; `scenario_files` says where they stand.
    """

    id: str
    name: str
    description: str
    severity: str
    confidence: str
    tactic: str
    attack: tuple[str, ...]
    platforms: tuple[str, ...]
    data_sources: tuple[str, ...]
    tables: tuple[str, ...]
    sourcetypes: tuple[str, ...]
    language: str
    query: SourceText
    flags: tuple[str, ...]
    score_column: str | None
    weights: Mapping[str, int]
    false_positives: tuple[str, ...]
    actors: tuple[str, ...]
    references: tuple[str, ...]
    limits: tuple[str, ...]
    scenarios: tuple[str, ...]
    folder: Path

    def weigh(self, flags: Collection[str]) -> int:
        """The score of a row on which these flags are set, by `weights`."""
        return sum(weight for flag, weight in self.weights.items() if flag in flags)

    def scenario_files(self) -> tuple[Path, ...]:
        """Where the scenarios of this detection stand, in their order."""
        return tuple(_scenario_file(self.folder, name) for name in self.scenarios)


def load(folder: Path | None = None) -> tuple[Detection, ...]:
    """All detections of a folder (the bundled ones by default), by id; DamagedInput says what is wrong."""
    root = folder or BUNDLED
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder", hint="give the folder that holds one folder a detection")
    files = sorted(root.glob(f"*/{_DETECTION_FILE}"))
    if not files:
        raise UsageError(f"{root} holds no detection", hint=f"a detection is a folder with a {_DETECTION_FILE}")
    return tuple(read(file.parent) for file in files)


def find(id: str, folder: Path | None = None) -> Detection:
    """The detection of that id; UsageError with the nearest id otherwise."""
    detections = load(folder)
    for detection in detections:
        if detection.id == id:
            return detection
    ids = [detection.id for detection in detections]
    raise UsageError(f"no detection {id!r}", hint=nearest(id, ids) or f"there are {', '.join(ids)}")


def read(folder: Path) -> Detection:
    """The detection in one folder."""
    source = read_text(folder / _DETECTION_FILE, f"{folder.name}/{_DETECTION_FILE}")
    fields = parse(source).fields("a detection", required=_REQUIRED, optional=_OPTIONAL)
    if _matching(fields["id"], _NAME, "an id of lower-case words joined by '-'") != folder.name:
        fields["id"].wrong(f"the id is not the name of its folder, {folder.name!r}")
    attack = fields["attack"].fields("attack", required=("tactic", "techniques"))
    query = _read_query(fields["query"], folder)
    return Detection(
        id=folder.name,
        name=fields.text("name"),
        description=fields.text("description"),
        severity=fields["severity"].choice(SEVERITIES),
        confidence=fields["confidence"].choice(CONFIDENCES),
        tactic=_matching(attack["tactic"], _TACTIC, "a tactic id such as TA0002"),
        attack=_all_matching(attack["techniques"], _TECHNIQUE, "a technique id such as T1059.006"),
        platforms=tuple(item.choice(PLATFORMS) for item in fields.items("platforms")),
        data_sources=fields.texts("data_sources"),
        tables=fields.texts("tables"),
        sourcetypes=fields.texts("sourcetypes"),
        language=query.language,
        query=query.text,
        flags=query.flags,
        score_column=query.score_column,
        weights=query.weights,
        false_positives=fields.texts("false_positives"),
        actors=fields.texts("actors"),
        references=fields.texts("references"),
        limits=fields.texts("limits"),
        scenarios=tuple(_scenario_name(item, folder) for item in fields.items("scenarios")),
        folder=folder,
    )


@dataclass(frozen=True, slots=True)
class _Query:
    """The `query` block of a detection."""

    language: str
    text: SourceText
    flags: tuple[str, ...]
    score_column: str | None
    weights: Mapping[str, int]


def _read_query(node: Node, folder: Path) -> _Query:
    fields = node.fields("query", required=("language", "file", "flags", "score"), optional=("sha256",))
    flags = fields.texts("flags")
    score = fields["score"].fields("score", optional=("column", "weights"))
    if len(score.values) != 1:
        score.node.wrong("score has either a column or weights")
    return _Query(
        language=fields["language"].choice(LANGUAGES),
        text=_query_text(fields, folder),
        flags=flags,
        score_column=score.text("column") or None,
        weights=_weights(score.get("weights"), flags),
    )


def _query_text(fields: Fields, folder: Path) -> SourceText:
    """The query file, which must stand in the folder itself and have the digest that is given."""
    node = fields["file"]
    name = _matching(node, _FILE_NAME, "the name of a file in the detection's folder")
    path = folder / name
    if path.resolve().parent != folder.resolve():
        node.wrong(f"{name!r} leads out of the detection's folder")
    if not path.is_file():
        node.wrong(f"there is no file {name!r} in the detection's folder")
    text = read_text(path, f"{folder.name}/{name}")
    digest = fields.get("sha256")
    if digest and _matching(digest, _SHA256, "a SHA-256 in lower-case hex") != _sha256(path):
        digest.wrong(f"{name!r} is not the file that was published: its SHA-256 is {_sha256(path)}")
    return text


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _weights(node: Node | None, flags: tuple[str, ...]) -> Mapping[str, int]:
    entries = node.entries() if node else {}
    for name, entry in entries.items():
        if name not in flags:
            entry.key.wrong(f"{name!r} is not one of the flags", nearest(name, flags))
    return {name: entry.value.integer(0, 1_000) for name, entry in entries.items()}


def _matching(node: Node, pattern: re.Pattern[str], what: str) -> str:
    text = node.text()
    if not pattern.fullmatch(text):
        node.wrong(f"expected {what}, found {text!r}")
    return text


def _all_matching(node: Node, pattern: re.Pattern[str], what: str) -> tuple[str, ...]:
    return tuple(_matching(item, pattern, what) for item in node.items())


def _scenario_name(node: Node, folder: Path) -> str:
    name = _matching(node, _NAME, "the name of a scenario")
    if not _scenario_file(folder, name).is_file():
        node.wrong(f"there is no scenario {name!r}", f"it is looked for as {_SCENARIOS}/{name}.yml")
    return name


def _scenario_file(folder: Path, name: str) -> Path:
    """A scenario of the detection itself, or else one beside all detections."""
    own = folder / _SCENARIOS / f"{name}.yml"
    return own if own.is_file() else folder.parent / _SCENARIOS / f"{name}.yml"
