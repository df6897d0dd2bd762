"""Text of Sigma rules with its wildcards, and how it is changed by modifiers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from antivenom.plan import wildcards
from antivenom.plan.wildcards import Part, Wild


@dataclass(frozen=True, slots=True)
class Pattern:
    """Texts, none empty and no two side by side, and wildcards, of which no two MANY stand side by side."""

    parts: tuple[Part, ...]

    @property
    def plain(self) -> bool:
        """Whether it has no wildcard."""
        return not any(isinstance(part, Wild) for part in self.parts)

    @property
    def text(self) -> str:
        """The text of a plain pattern."""
        return "".join(part for part in self.parts if isinstance(part, str))

    def encoded(self) -> str:
        """The pattern as text again, with a backslash before what is no wildcard."""
        return wildcards.written(self.parts)

    def opened(self, *, before: bool = False, after: bool = False) -> Pattern:
        """The pattern with `*` put before or after it."""
        head: tuple[Part, ...] = (Wild.MANY,) if before else ()
        tail: tuple[Part, ...] = (Wild.MANY,) if after else ()
        return joined((*head, *self.parts, *tail))


def parse(text: str) -> Pattern:
    """The pattern that a text of a rule is."""
    return Pattern(wildcards.parts_of(text))


def plain(text: str) -> Pattern:
    """The pattern of a text in which nothing is a wildcard."""
    return Pattern((text,) if text else ())


def joined(parts: Iterable[Part]) -> Pattern:
    """Parts put together, in the form Pattern asks for."""
    return Pattern(wildcards.joined(parts))


def fits(text: str, pieces: Sequence[str]) -> bool:
    """Whether a text is the pieces with anything between them; of one piece, whether it is that."""
    first, *rest = pieces
    if not rest:
        return text == first
    *inner, last = rest
    if not text.startswith(first):
        return False
    at = len(first)
    for piece in inner:
        found = text.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return len(text) - at >= len(last) and text.endswith(last)
