"""Text of Sigma rules with its wildcards: `*` any run of characters, `?` one; a backslash makes either plain.

A backslash before another character is itself; two are one (specification 2.1.0, "Escaping").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Wild(Enum):
    """A wildcard."""

    MANY = "*"
    ONE = "?"


Part: TypeAlias = str | Wild

_WILD = {"*": Wild.MANY, "?": Wild.ONE}
_ESCAPABLE = "\\*?"


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
        return "".join(part.value if isinstance(part, Wild) else _escaped(part) for part in self.parts)

    def opened(self, *, before: bool = False, after: bool = False) -> Pattern:
        """The pattern with `*` put before or after it."""
        head: tuple[Part, ...] = (Wild.MANY,) if before else ()
        tail: tuple[Part, ...] = (Wild.MANY,) if after else ()
        return joined((*head, *self.parts, *tail))


def parse(text: str) -> Pattern:
    """The pattern that a text of a rule is."""
    if "*" not in text and "?" not in text and "\\\\" not in text:
        return Pattern((text,) if text else ())
    parts: list[Part] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == "\\" and text[at + 1 : at + 2] and text[at + 1] in _ESCAPABLE:
            at += 1
            parts.append(text[at])
        else:
            parts.append(_WILD.get(char, char))
        at += 1
    return joined(parts)


def plain(text: str) -> Pattern:
    """The pattern of a text in which nothing is a wildcard."""
    return Pattern((text,) if text else ())


def joined(parts: Iterable[Part]) -> Pattern:
    """Parts put together, in the form Pattern asks for."""
    made: list[Part] = []
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        if texts and (text := "".join(texts)):
            made.append(text)
        texts.clear()
        if part is not Wild.MANY or not made or made[-1] is not Wild.MANY:
            made.append(part)
    if text := "".join(texts):
        made.append(text)
    return Pattern(tuple(made))


def _escaped(text: str) -> str:
    return "".join("\\" + char if char in _ESCAPABLE else char for char in text)


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
