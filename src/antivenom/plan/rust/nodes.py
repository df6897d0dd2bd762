"""The tree of a regular expression. Flags are gone from it: each node says what they made of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class WrongPattern(Exception):
    """The text is no regular expression of this flavour; says why."""


@dataclass(frozen=True, slots=True)
class Range:
    """Characters from one code point to another, both included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Property:
    """A Unicode property such as `Greek`, `Lu` or `sc=Greek`."""

    name: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Perl:
    """`d`, `w` or `s`, of ASCII alone or of all of Unicode."""

    letter: str
    negated: bool
    ascii: bool = False


@dataclass(frozen=True, slots=True)
class Posix:
    """A class of ASCII characters such as `alpha`."""

    name: str
    negated: bool


@dataclass(frozen=True, slots=True)
class Bracket:
    """A class in brackets: the union of its items."""

    items: tuple[Set, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class Combined:
    """`&&` (both), `--` (the left without the right) or `~~` (one of the two)."""

    sign: str
    left: Set
    right: Set


Set: TypeAlias = "Range | Property | Perl | Posix | Bracket | Combined"


class Look(Enum):
    """What an assertion asks of a place."""

    TEXT_START = r"\A"
    TEXT_END = r"\z"
    LINE_START = "(?m)^"
    LINE_END = "(?m)$"
    CRLF_START = "(?Rm)^"
    CRLF_END = "(?Rm)$"
    BOUNDARY = r"\b"
    INSIDE = r"\B"
    WORD_START = r"\b{start}"
    WORD_END = r"\b{end}"
    BEFORE_WORD = r"\b{start-half}"
    AFTER_WORD = r"\b{end-half}"


@dataclass(frozen=True, slots=True)
class One:
    """One character of a set; with `fold` also one that differs from it in case alone."""

    set: Set
    fold: bool = False
    ascii: bool = False


@dataclass(frozen=True, slots=True)
class Assertion:
    """A place; its words are of ASCII alone or of all of Unicode."""

    look: Look
    ascii: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """One node after the other; none match the empty text."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first of these that leads to a match."""

    options: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A group, with its number where it captures."""

    inner: Node
    number: int | None


@dataclass(frozen=True, slots=True)
class Repeat:
    """So many times; no `most` is any number."""

    inner: Node
    fewest: int
    most: int | None
    greedy: bool


Node: TypeAlias = "One | Assertion | Sequence | Choice | Group | Repeat"


@dataclass(frozen=True, slots=True)
class Parsed:
    """A pattern's tree, how many groups it has, and the numbers of those with names."""

    node: Node
    groups: int
    names: Mapping[str, int] = field(default_factory=dict)

    @property
    def may_be_empty(self) -> bool:
        """Whether it may match the empty text somewhere."""
        return empty(self.node)


def empty(node: Node) -> bool:
    """Whether a node may match the empty text somewhere."""
    match node:
        case One():
            return False
        case Assertion():
            return True
        case Sequence(parts):
            return all(map(empty, parts))
        case Choice(options):
            return any(map(empty, options))
        case Group(inner):
            return empty(inner)
        case Repeat(inner, fewest):
            return fewest == 0 or empty(inner)


def repeats_nothing(node: Node) -> bool:
    """Whether something that may be empty is repeated: in which order its matches are tried depends on the program."""
    match node:
        case Sequence(parts):
            return any(map(repeats_nothing, parts))
        case Choice(options):
            return any(map(repeats_nothing, options))
        case Group(inner):
            return repeats_nothing(inner)
        case Repeat(inner, _, most):
            return (most != 1 and empty(inner)) or repeats_nothing(inner)
        case _:
            return False
