"""Reads and checks the hunting queries of the catalogue: `hunts/` has one file a hunt, `cases/` their scenarios."""

from __future__ import annotations

from pathlib import Path

from antivenom.catalogue import BUNDLED, SENSORS
from antivenom.catalogue.techniques import TECHNIQUE
from antivenom.document import NAME, Fields, meant
from antivenom.errors import UsageError
from antivenom.response.load import document, texts_of
from antivenom.response.model import HuntQuery


def load(folder: Path | None = None) -> tuple[HuntQuery, ...]:
    """The hunting queries of a catalogue, by id."""
    root = folder or BUNDLED
    return tuple(_hunt(file, root) for file in sorted((root / "hunts").glob("*.yml")))


def find(id: str, folder: Path | None = None) -> HuntQuery:
    """The hunting query of that id; UsageError with the nearest ids otherwise."""
    found = {one.id: one for one in load(folder)}
    if id not in found:
        raise UsageError(f"no hunt {id!r}", hint=meant(id, found) or "`antivenom hunts` lists them")
    return found[id]


def _hunt(path: Path, root: Path) -> HuntQuery:
    fields = document(path).fields(
        "a hunt",
        required=("id", "title", "question", "attack", "returns", "read", "kql", "spl", "rows"),
        optional=("quiet", "noisy", "blind"),
    )
    if fields.text("id") != path.stem:
        fields["id"].wrong(f"the id is not the name of its file, {path.stem!r}")
    if not fields.items("quiet") and not fields.items("noisy"):
        fields.node.wrong("a hunt names a harmless scenario, on which it is quiet or noisy")
    blind = texts_of(fields["blind"]) if fields.get("blind") else {}
    for sensor in blind:
        fields["blind"].entries()[sensor].key.choice(SENSORS)
    return HuntQuery(
        id=fields["id"].id(),
        title=fields.text("title"),
        question=fields.text("question"),
        attack=tuple(item.matching(TECHNIQUE, "a technique id") for item in fields.items("attack")),
        returns=fields.text("returns"),
        read=fields.text("read"),
        kql=fields.text("kql").rstrip(),
        spl=fields.text("spl").rstrip(),
        rows=_scenarios(fields, "rows", root),
        quiet=_scenarios(fields, "quiet", root),
        noisy=_scenarios(fields, "noisy", root),
        blind=blind,
    )


def _scenarios(fields: Fields, key: str, root: Path) -> tuple[str, ...]:
    names = []
    for node in fields.items(key):
        name = node.matching(NAME, "the name of a scenario")
        if not scenario_file(name, root).is_file():
            node.wrong(f"there is no scenario {name!r}", f"it is looked for as hunts/cases/{name}.yml")
        names.append(name)
    return tuple(names)


def scenario_file(name: str, folder: Path | None = None) -> Path:
    """Where a scenario of a hunt stands: with the hunts, or else beside all detections."""
    root = folder or BUNDLED
    own = root / "hunts" / "cases" / f"{name}.yml"
    return own if own.is_file() else root / "scenarios" / f"{name}.yml"
