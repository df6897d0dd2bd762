"""What a reading gives back: the program, its layers, what was seen in it, and the verdict."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

VERDICTS = ("benign", "notable", "suspicious", "malicious")
"""From nothing to say, to: an analyst should act on it."""

NOTABLE, SUSPICIOUS, MALICIOUS = 20, 50, 80
"""The least score of each verdict above benign."""


def verdict_of(score: int) -> str:
    """The verdict a score stands for."""
    return VERDICTS[(score >= NOTABLE) + (score >= SUSPICIOUS) + (score >= MALICIOUS)]


def worst(verdicts: Iterable[str], default: str = VERDICTS[0]) -> str:
    """The worst of some verdicts, or of the ratings of findings, which are words of the same scale."""
    return max(verdicts, key=VERDICTS.index, default=default)


def at_least(verdict: str, least: str) -> bool:
    """Whether a verdict or rating is as bad as another, or worse."""
    return VERDICTS.index(verdict) >= VERDICTS.index(least)


class Place(NamedTuple):
    """Where something stands: a layer, and the line and column (from 1) in its text; `code` is the text there."""

    layer: int
    line: int
    column: int
    code: str


class Layer(NamedTuple):
    """A program text that was opened. `decodings` say how it was hidden, `repairs` what had to be mended to read it."""

    number: int
    parent: int | None
    how: str
    text: str
    decodings: tuple[str, ...]
    repairs: tuple[str, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "number": self.number,
            "parent": self.parent,
            "how": self.how,
            "decodings": list(self.decodings),
            "repairs": list(self.repairs),
            "text": self.text,
        }


class Sighting(NamedTuple):
    """One behaviour that was seen.

    rule    id of the rule; `title` its name; `attack` the ATT&CK ids.
    score   0 to 100: how much it says by itself.
    saying  a sentence for an analyst, with the values that were found.
    places  the code that shows it.
    """

    rule: str
    title: str
    score: int
    saying: str
    attack: tuple[str, ...]
    places: tuple[Place, ...]

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "rule": self.rule,
            "title": self.title,
            "score": self.score,
            "says": self.saying,
            "attack": list(self.attack),
            "places": [place._asdict() for place in self.places],
        }


class Indicator(NamedTuple):
    """Something to look for elsewhere: kind is ip, domain, url, path, registry_key, user_agent, port or command."""

    kind: str
    value: str

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {"kind": self.kind, "value": self.value}


class Part(NamedTuple):
    """One piece of Python that a command line starts, as it was found."""

    kind: str
    interpreter: str
    target: str
    wrappers: tuple[str, ...]
    options: tuple[str, ...]
    remote: str | None

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {**self._asdict(), "wrappers": list(self.wrappers), "options": list(self.options)}


class Program:
    """What is known of the Python on a command line, or of a file.

    command       the text that was read.
    parts         the pieces of Python it starts; empty where it starts none.
    sightings     behaviours, strongest first; `behaviours` their rule ids.
    score         0 to 100, that of the strongest sighting and a little for each other; `verdict` its word.
    notes         what could not be read or resolved, and which budgets ran out.

    Layers, indicators and the fingerprint are made when they are asked for.
    """

    __slots__ = ("_fingerprint", "_indicators", "_late", "_layers", "command", "notes", "parts", "score", "sightings")

    def __init__(
        self,
        command: str,
        parts: tuple[Part, ...],
        sightings: tuple[Sighting, ...],
        score: int,
        notes: tuple[str, ...],
        late: Callable[[], tuple[tuple[Layer, ...], tuple[Indicator, ...], str]],
    ) -> None:
        self.command = command
        self.parts = parts
        self.sightings = sightings
        self.score = score
        self.notes = notes
        self._late: Any = late
        self._layers: tuple[Layer, ...] = ()
        self._indicators: tuple[Indicator, ...] = ()
        self._fingerprint = ""

    def _make(self) -> None:
        if self._late is not None:
            self._layers, self._indicators, self._fingerprint = self._late()
            self._late = None

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The texts that were opened, the outermost first."""
        self._make()
        return self._layers

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """Addresses, URLs, paths and the like, in the order they were met."""
        self._make()
        return self._indicators

    @property
    def fingerprint(self) -> str:
        """16 hexadecimal digits of the program's shape, its names, constants and layers left aside; "" without code."""
        self._make()
        return self._fingerprint

    @property
    def verdict(self) -> str:
        """benign, notable, suspicious or malicious."""
        return verdict_of(self.score)

    @property
    def behaviours(self) -> tuple[str, ...]:
        """Rule ids of the sightings, strongest first."""
        return tuple(dict.fromkeys(sighting.rule for sighting in self.sightings))

    @property
    def attack(self) -> tuple[str, ...]:
        """ATT&CK ids of all sightings, sorted."""
        return tuple(sorted({id for sighting in self.sightings for id in sighting.attack}))

    @property
    def summary(self) -> str:
        """What it does, in sentences: beside what is grave, what is ordinary is left out."""
        if not self.parts:
            return "No Python was found before the reading ended." if self.notes else "No Python is started here."
        grave = self.sightings and self.sightings[0].score >= SUSPICIOUS
        said = [sighting.saying for sighting in self.sightings if not grave or sighting.score >= 40]
        return " ".join(dict.fromkeys(said)) or "Nothing of note."

    def as_dict(self) -> dict[str, object]:
        """Plain values for JSON."""
        return {
            "command": self.command,
            "verdict": self.verdict,
            "score": self.score,
            "summary": self.summary,
            "behaviours": list(self.behaviours),
            "attack": list(self.attack),
            "sightings": [sighting.as_dict() for sighting in self.sightings],
            "layers": [layer.as_dict() for layer in self.layers],
            "indicators": [indicator.as_dict() for indicator in self.indicators],
            "fingerprint": self.fingerprint,
            "parts": [part.as_dict() for part in self.parts],
            "notes": list(self.notes),
        }


def place_of(node: ast.AST | None, layer: int, text: str) -> Place | None:
    """Where a node stands in its layer's text, with the code there, cut at 160 characters."""
    line = getattr(node, "lineno", None)
    if line is None:
        return None
    end_line, end = getattr(node, "end_lineno", line) or line, getattr(node, "end_col_offset", 0) or 0
    lines = text.split("\n")
    if line > len(lines):
        return None
    start = getattr(node, "col_offset", 0)
    first = lines[line - 1].encode("utf-8", "surrogatepass")
    code = first[start : end if end_line == line else None].decode("utf-8", "replace")
    column = len(first[:start].decode("utf-8", "replace")) + 1
    return Place(layer, line, column, code if len(code) <= 160 else f"{code[:159]}\N{HORIZONTAL ELLIPSIS}")
