"""Matches of one regular expression: by the regex module, and by the machine where that takes too long."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

import regex

from antivenom.engine.rust.machine import Machine, TooMuch
from antivenom.engine.rust.program import words
from antivenom.errors import QueryError, Unsupported
from antivenom.plan.rust import Parsed, WrongPattern, parse
from antivenom.plan.rust.nodes import repeats_nothing

_SECONDS = 0.25
"""How long backtracking may take on one text."""

Match = tuple[int, ...]
"""Where a match begins and ends, then each of its groups; -1 for a group that took no part."""


class Matcher:
    """Finds the matches of a pattern."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.groups = parsed.groups

    @cached_property
    def program(self) -> regex.Pattern[str] | None:
        """The pattern for the regex module; None where that cannot hold it, or repeats the empty text otherwise."""
        if repeats_nothing(self.parsed.node):
            return None
        try:
            return regex.compile(words(self.parsed.node), regex.V0)
        except (regex.error, RecursionError, OverflowError, MemoryError):
            return None

    @cached_property
    def machine(self) -> Machine:
        """The pattern for the machine."""
        return Machine(self.parsed.node, self.groups)

    def search(self, text: str, at: int = 0) -> Match | None:
        """The first match that begins at a place or behind it. Raises Unsupported where that takes too long."""
        try:
            if self.program is not None:
                found = self.program.search(text, at, timeout=_SECONDS)
                return None if found is None else _spans(found, self.groups)
        except TimeoutError:
            pass
        try:
            return self.machine.search(text, at)
        except TooMuch:
            raise Unsupported("KQL regex of this size on a text of this length") from None

    def matches(self, text: str) -> Iterator[Match]:
        """Matches that do not overlap; an empty one is none where the match before it ends."""
        at, end = 0, -1
        while at <= len(text):
            found = self.search(text, at)
            if found is None:
                return
            if found[0] == found[1]:
                at = found[1] + 1
                if found[1] == end:
                    continue
            else:
                at = found[1]
            end = found[1]
            yield found


def _spans(found: regex.Match[str], groups: int) -> Match:
    return tuple(place for group in range(groups + 1) for place in found.span(group))


@lru_cache(maxsize=1024)
def matcher(pattern: str) -> Matcher | None:
    """The pattern's matcher; None where it is no regular expression."""
    try:
        made = Matcher(parse(pattern))
        return made if made.program is not None or made.machine else None
    except (WrongPattern, RecursionError):
        return None
    except TooMuch:
        raise Unsupported("KQL regex of this size") from None


def known(pattern: str) -> Matcher:
    """The matcher of a pattern that was read already. Raises QueryError for a class there is not."""
    made = matcher(pattern)
    if made is None:
        raise QueryError(f"the regular expression {pattern} has a class that is not known")
    return made
