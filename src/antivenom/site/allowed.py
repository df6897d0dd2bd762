"""What a profile allows, in words: each condition of an entry, and what its texts are."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from antivenom import tuning
from antivenom.tuning.model import FAMILIES, Entry, Profile
from antivenom.tuning.patterns import Pattern

_WORDS = {
    "fingerprint": "The fingerprint of its program is",
    "command_line": "Its whole command line is",
    "process_path": "Its executable is",
    "process_name": "The file name of its executable is",
    "parent_path": "The executable of its parent is",
    "parent_name": "The file name of its parent is",
    "parent_command_line": "The whole command line of its parent is",
    "ancestor_name": "The file name of a process above its parent is",
    "ancestor_command_line": "The whole command line of a process above its parent is",
    "user": "Its user is",
    "host": "Its host is",
}
_SEEN = "All of its Python stands on the command line: none of it is in a file, in a module or on standard input"
_NOTHING = "Nothing is seen in its Python, which could be read to its end"
_ONLY = "Its Python could be read to its end, and does nothing that is seen but"


@dataclass(frozen=True, slots=True)
class Allowing:
    """A profile, and what `--profile` takes for it: its id, or its file in the catalogue's folder."""

    profile: Profile
    given: str

    @property
    def is_bundled(self) -> bool:
        """Whether a hunt knows it by its id."""
        return self.given == self.profile.id

    @property
    def option(self) -> str:
        """The words of a hunt with it, for a shell."""
        return f"--profile {shlex.quote(self.given)}"

    @property
    def conditions(self) -> tuple[str, ...]:
        """The keys of the conditions that its entries have, in the order in which they are explained."""
        used = {one.key for entry in self.profile.entries for one in conditions(entry)}
        return tuple(key for key in FAMILIES if key in used)

    def is_for(self, detection: str) -> bool:
        """Whether any of its entries applies to a detection, by its id."""
        return any(not entry.detections or detection in entry.detections for entry in self.profile.entries)


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition in words; the texts of which one must fit, or behaviours of which no other may be seen."""

    key: str
    words: str
    patterns: tuple[Pattern, ...] = ()
    behaviours: tuple[str, ...] = ()


def profiles(folder: Path, *, bundled: bool) -> tuple[Allowing, ...]:
    """The profiles of a catalogue's folder, by file name. Those that are bundled are known to a hunt by their ids."""
    found = tuning.within(folder)
    return tuple(
        Allowing(profile, profile.id if bundled else file.relative_to(folder).as_posix())
        for file, profile in found.items()
    )


def conditions(entry: Entry) -> Iterator[Asked]:
    """What an entry asks for, all of which must hold, in the order of their keys."""
    asked = {key: _texts(key, patterns) for key, patterns in entry.when.items()}
    if entry.behaviours is not None:
        words = _ONLY if entry.behaviours else _NOTHING
        asked["behaviours"] = Asked("behaviours", words, behaviours=entry.behaviours)
    if entry.code_seen:
        asked["code"] = Asked("code", _SEEN)
    return (asked[key] for key in FAMILIES if key in asked)


def _texts(key: str, patterns: tuple[Pattern, ...]) -> Asked:
    return Asked(key, f"{_WORDS[key]} one of" if len(patterns) > 1 else _WORDS[key], patterns)
