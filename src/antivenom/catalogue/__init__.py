"""The catalogue of detections: reads `detections/`, or a user's folder of the same form, and checks it.

A detection is a folder named after its id that holds `detection.yml` and the texts it names. The folder `scenarios`,
in a detection or beside all of them, holds scenarios by name; the folder `atomics` those of Atomic Red Team's tests.
"""

from __future__ import annotations

from pathlib import Path

from antivenom.catalogue.model import (
    ATOMICS,
    CONFIDENCES,
    DETECTION_FILE,
    LANGUAGES,
    PLATFORMS,
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
)
from antivenom.catalogue.reading import read
from antivenom.catalogue.techniques import TECHNIQUES, technique_name
from antivenom.document import meant
from antivenom.errors import UsageError

__all__ = [
    "ATOMICS",
    "BUNDLED",
    "CONFIDENCES",
    "LANGUAGES",
    "PLATFORMS",
    "SCOPES",
    "SENSORS",
    "SEVERITIES",
    "TACTICS",
    "TECHNIQUES",
    "Change",
    "Detection",
    "Difference",
    "Entity",
    "Expectation",
    "Query",
    "Risk",
    "find",
    "load",
    "read",
    "technique_name",
]

BUNDLED = Path(__file__).parents[1] / "detections"
"""The detections that come with antivenom."""


def load(folder: Path | None = None) -> tuple[Detection, ...]:
    """All detections of a folder (the bundled ones by default), those of a whole technique first, then by id.

    Raises DamagedInput that says what is wrong, UsageError where there is none.
    """
    root = folder or BUNDLED
    if not root.is_dir():
        raise UsageError(f"{root} is not a folder", hint="give the folder that holds one folder a detection")
    files = sorted(root.glob(f"*/{DETECTION_FILE}"))
    if not files:
        raise UsageError(f"{root} holds no detection", hint=f"a detection is a folder with a {DETECTION_FILE}")
    found = (read(file.parent) for file in files)
    return tuple(sorted(found, key=lambda one: (one.scope != SCOPES[0], one.id)))


def find(id: str, folder: Path | None = None) -> Detection:
    """The detection of that id; UsageError with the nearest ids otherwise."""
    detections = load(folder)
    for detection in detections:
        if detection.id == id:
            return detection
    ids = [detection.id for detection in detections]
    raise UsageError(f"no detection {id!r}", hint=meant(id, ids) or "`antivenom detections` lists them")
