"""What a scenario says of itself as a test of Atomic Red Team: which test it is, and what no detection can see.

A test is one of github.com/redcanaryco/atomic-red-team (MIT licence), known by its technique, its number there and its
GUID. The scenario tells what the test leaves when Invoke-Atomic runs it with its default arguments.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from antivenom.catalogue import SENSORS
from antivenom.catalogue.techniques import TECHNIQUE
from antivenom.document import Fields, Node

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_MOST_TESTS = 1_000
KEYS = ("atomic", "cleanup", "blind_spot")
"""The keys of a scenario that are read here."""


@dataclass(frozen=True, slots=True)
class Atomic:
    """A test of Atomic Red Team: the technique it stands under, its number there, its GUID and its name."""

    technique: str
    number: int
    guid: str
    name: str

    @property
    def id(self) -> str:
        """What its scenario is called."""
        return f"atomic-{self.technique.lower().replace('.', '-')}-{self.number}"


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """Why no detection can see a scenario in these sensors; without any, in all that record it."""

    sensors: tuple[str, ...]
    why: str


def read_atomic(fields: Fields) -> Atomic | None:
    """The test that a scenario is, or None; its id must follow from the test."""
    node = fields.get("atomic")
    if node is None:
        return None
    said = node.fields("an atomic test", required=("technique", "number", "guid", "name"))
    atomic = Atomic(
        technique=said["technique"].matching(TECHNIQUE, "a technique id such as T1059.006"),
        number=said["number"].integer(1, _MOST_TESTS),
        guid=said["guid"].matching(_GUID, "a GUID in lower case"),
        name=said.text("name"),
    )
    if fields.text("id") != atomic.id:
        fields["id"].wrong(f"the scenario of this test is called {atomic.id!r}")
    return atomic


def read_blind_spots(fields: Fields) -> tuple[BlindSpot, ...]:
    """What a scenario states as blind spots: one mapping or a list of such."""
    node = fields.get("blind_spot")
    if node is None:
        return ()
    return tuple(_read_blind_spot(item) for item in (node.value if isinstance(node.value, tuple) else (node,)))


def _read_blind_spot(node: Node) -> BlindSpot:
    said = node.fields("a blind spot", required=("why",), optional=("sensors",))
    return BlindSpot(tuple(item.choice(SENSORS) for item in said.items("sensors")), said.text("why"))
