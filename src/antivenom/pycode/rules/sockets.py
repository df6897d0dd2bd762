"""Sockets that become somebody's standard input and output: shared by the rules on shells over the network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from antivenom.pycode.commands import is_shell
from antivenom.pycode.evaluate.values import taint_of
from antivenom.pycode.facts import Fact, Taint
from antivenom.pycode.rules.kit import Case, Where, address_of, command_text, shown, taint_of_role, words_of

_SOCKETS = frozenset({"socket", "connect", "accept", "wrap"})


class Handed(NamedTuple):
    """A socket handed to a process: where it goes or listens, the facts that show it, and what runs on it."""

    where: Where
    listening: bool
    facts: tuple[Fact, ...]
    runs: str
    shell: bool


def handed(case: Case) -> Iterator[Handed]:
    """Every socket that the program's own descriptors, or a child's, are bound to."""
    ends = [(fact, _sockets(taint_of_role(fact, "fd"))) for fact in case.of("dup2")]
    children = case.of("process")
    ends += [(fact, _sockets(taint_of_role(fact, "stdin", "stdout", "stderr", "file_actions"))) for fact in children]
    for opened in case.of("connect", "bind"):
        own = _sockets(taint_of(opened.owner)) | {opened}
        listening = opened.kind == "bind"
        if listening:
            own |= {fact for fact in case.of("accept") if own & taint_of(fact.owner) or own & fact.taint}
        bound = [fact for fact, sockets in ends if sockets & own]
        if bound:
            yield _handed(case, opened, listening, bound, children)


def _handed(case: Case, opened: Fact, listening: bool, bound: list[Fact], children: list[Fact]) -> Handed:
    runs = [fact for fact in bound if fact.kind == "process"] or children
    shell = any(fact.role("pty") or _shell(fact) for fact in runs)
    text = next((text for fact in runs if (text := command_text(fact))), "")
    return Handed(address_of(opened), listening, (opened, *bound[:3], *runs[:1]), shown(text, 60), shell)


def _shell(fact: Fact) -> bool:
    words = words_of(fact)
    return bool(words) and is_shell(words[0])


def _sockets(taint: Taint) -> frozenset[Fact]:
    return frozenset(fact for fact in taint if fact.kind in _SOCKETS)
