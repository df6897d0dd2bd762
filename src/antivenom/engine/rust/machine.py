"""A machine that runs a regular expression in time that grows with the text, whatever the pattern.

Its states are tried side by side, one character at a time, the ones that go first going first (Pike's machine). It
is slow in Python; it answers where backtracking takes too long.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antivenom.engine.rust import sets
from antivenom.plan.rust.nodes import Assertion, Choice, Group, Look, Node, One, Repeat, Sequence, empty

_LARGEST = 20_000
"""Steps a pattern may have."""
_MOST_WORK = 20_000_000
"""Steps that may be tried on one text: some ten seconds."""

_TAKE, _FORK, _SAVE, _LOOK, _FOUND = range(5)


class TooMuch(Exception):
    """The pattern is too large, or the text too long for it."""


@dataclass(slots=True)
class _Step:
    """One step; `out` are the places that may come next, the first of them first."""

    kind: int
    out: list[int]
    ranges: sets.Ranges = ()
    slot: int = 0
    test: Callable[[str, int], bool] | None = None


class Machine:
    """The steps of a pattern."""

    def __init__(self, node: Node, groups: int) -> None:
        self.steps: list[_Step] = []
        self.slots = 2 * groups + 2
        self.known: dict[tuple[int, str], bool] = {}
        self._add(_Step(_FOUND, []))
        self.start = self._before(node, 0)

    def _add(self, step: _Step) -> int:
        if len(self.steps) >= _LARGEST:
            raise TooMuch
        self.steps.append(step)
        return len(self.steps) - 1

    def _before(self, node: Node, after: int) -> int:
        """The place where the node's steps begin, that go on to the place `after`."""
        match node:
            case One():
                return self._add(_Step(_TAKE, [after], ranges=sets.of(node)))
            case Assertion(look, ascii):
                return self._add(_Step(_LOOK, [after], test=_test(look, ascii)))
            case Sequence(parts):
                for part in reversed(parts):
                    after = self._before(part, after)
                return after
            case Choice(options):
                return self._add(_Step(_FORK, [self._before(option, after) for option in options]))
            case Group(inner, None):
                return self._before(inner, after)
            case Group(inner, number):
                end = self._add(_Step(_SAVE, [after], slot=2 * (number or 0) + 1))
                return self._add(_Step(_SAVE, [self._before(inner, end)], slot=2 * (number or 0)))
            case Repeat():
                return self._repeated(node, after)

    def _repeated(self, node: Repeat, after: int) -> int:
        def fork(first: int, second: int) -> list[int]:
            return [first, second] if node.greedy else [second, first]

        required = node.fewest
        if node.most is None and (required or empty(node.inner)):
            # once, then again and again; where the inside may be empty that is not the same as any number of times
            loop = self._add(_Step(_FORK, []))
            body = self._before(node.inner, loop)
            self.steps[loop].out = fork(body, after)
            after = body if required else self._add(_Step(_FORK, fork(body, after)))
            required = max(required - 1, 0)
        elif node.most is None:
            loop = self._add(_Step(_FORK, []))
            self.steps[loop].out = fork(self._before(node.inner, loop), after)
            after = loop
        else:
            end = after
            for _ in range(node.most - node.fewest):
                after = self._add(_Step(_FORK, fork(self._before(node.inner, after), end)))
        for _ in range(required):
            after = self._before(node.inner, after)
        return after

    def search(self, text: str, at: int) -> tuple[int, ...] | None:
        """Where the first match from a place on and its groups begin and end, -1 for a group that took no part."""
        nothing = (-1,) * self.slots
        now: list[tuple[int, tuple[int, ...]]] = []
        best: tuple[int, ...] | None = None
        work = 0
        while True:
            seen: set[int] = set()
            ready: list[tuple[int, tuple[int, ...]]] = []
            for place, slots in now:
                self._follow(place, slots, text, at, seen, ready)
            if best is None:
                self._follow(self.start, (at, *nothing[1:]), text, at, seen, ready)
            work += len(seen) + 1
            if work > _MOST_WORK:
                raise TooMuch
            if not ready and best is not None:
                return best
            now = []
            for place, slots in ready:
                step = self.steps[place]
                if step.kind == _FOUND:
                    best = (slots[0], at, *slots[2:])
                    break
                if at < len(text) and self._takes(place, text[at]):
                    now.append((step.out[0], slots))
            if at >= len(text) or (not now and best is not None):
                return best
            at += 1

    def _follow(
        self,
        place: int,
        slots: tuple[int, ...],
        text: str,
        at: int,
        seen: set[int],
        ready: list[tuple[int, tuple[int, ...]]],
    ) -> None:
        """The steps that take a character, or are the end, that can be reached without one; in order."""
        stack = [(place, slots)]
        while stack:
            place, slots = stack.pop()
            if place in seen:
                continue
            seen.add(place)
            step = self.steps[place]
            if step.kind in (_TAKE, _FOUND):
                ready.append((place, slots))
                continue
            if step.test is not None and not step.test(text, at):
                continue
            if step.kind == _SAVE:
                slots = (*slots[: step.slot], at, *slots[step.slot + 1 :])
            stack.extend((out, slots) for out in reversed(step.out))

    def _takes(self, place: int, char: str) -> bool:
        key = (place, char)
        if key not in self.known:
            self.known[key] = sets.has(self.steps[place].ranges, ord(char))
        return self.known[key]


def _test(look: Look, ascii: bool) -> Callable[[str, int], bool]:
    """Whether a place of a text is what an assertion asks for."""

    def word(text: str, at: int) -> bool:
        if not 0 <= at < len(text):
            return False
        if ascii:
            return text[at].isascii() and (text[at].isalnum() or text[at] == "_")
        return sets.has(sets.members(sets.WORD), ord(text[at]))

    tests: dict[Look, Callable[[str, int], bool]] = {
        Look.TEXT_START: lambda text, at: at == 0,
        Look.TEXT_END: lambda text, at: at == len(text),
        Look.LINE_START: lambda text, at: at == 0 or text[at - 1] == "\n",
        Look.LINE_END: lambda text, at: text[at : at + 1] in ("", "\n"),
        Look.CRLF_START: lambda text, at: (
            at == 0 or text[at - 1] == "\n" or (text[at - 1] == "\r" and text[at : at + 1] != "\n")
        ),
        Look.CRLF_END: lambda text, at: (
            text[at : at + 1] in ("", "\r") or (text[at] == "\n" and (at == 0 or text[at - 1] != "\r"))
        ),
        Look.BOUNDARY: lambda text, at: word(text, at - 1) is not word(text, at),
        Look.INSIDE: lambda text, at: word(text, at - 1) is word(text, at),
        Look.WORD_START: lambda text, at: not word(text, at - 1) and word(text, at),
        Look.WORD_END: lambda text, at: word(text, at - 1) and not word(text, at),
        Look.BEFORE_WORD: lambda text, at: not word(text, at - 1),
        Look.AFTER_WORD: lambda text, at: not word(text, at),
    }
    return tests[look]
