"""What the chain of a finding's document says of its own process: what it started, where it connected, what it wrote.

The chain is a tree of steps from the oldest known ancestor; the finding's own process is one of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

_ENDPOINT = re.compile(r"\[?(?P<host>[^\]\s]+?)\]?(?::(?P<port>[0-9]{1,5}))?(?: \((?P<name>[^)]+)\))?")
_WRITTEN = ("Create", "Update", "Rename")
_SAYS_OUTCOME = ("defender", "auditd")
_MOST_STEPS = 10_000

Step = Mapping[str, Any]


def _own(document: Mapping[str, Any]) -> list[Step]:
    """What the finding's own process did; nothing where its chain does not hold it."""
    process = document.get("process")
    process = process if isinstance(process, dict) else {}
    own = (process.get("pid"), process.get("command_line"))
    for step in _walk(document.get("chain")):
        if step.get("flagged") is True and (step.get("pid"), step.get("text")) == own:
            return list(_children(step))
    return []


def _walk(chain: Any) -> Iterator[Step]:
    waiting = [chain]
    for _ in range(_MOST_STEPS):
        if not waiting:
            return
        step = waiting.pop()
        if isinstance(step, dict):
            yield step
            waiting.extend(reversed(list(_children(step))))


def _children(step: Step) -> Iterator[Step]:
    children = step.get("children")
    yield from (child for child in children if isinstance(child, dict)) if isinstance(children, list) else ()


def _texts(document: Mapping[str, Any], kind: str) -> Iterator[tuple[str, Step]]:
    for step in _own(document):
        if step.get("kind") == kind and isinstance(step.get("text"), str):
            yield step["text"], step


def _endpoints(document: Mapping[str, Any], part: str) -> Iterator[str]:
    for text, _ in _texts(document, "connection"):
        match = _ENDPOINT.fullmatch(text)
        if match and match[part]:
            yield match[part]


def _connected(document: Mapping[str, Any]) -> Iterator[str]:
    """`yes` where a sensor that records outcomes saw a connection come about, `no` where all failed."""
    outcomes = [step.get("outcome") for _, step in _texts(document, "connection")]
    if outcomes and all(outcome == "failed" for outcome in outcomes):
        yield "no"
    elif outcomes and document.get("product") in _SAYS_OUTCOME:
        yield "yes"


def _written(document: Mapping[str, Any]) -> Iterator[str]:
    return (text for text, step in _texts(document, "file") if step.get("name") in _WRITTEN)


SOURCES: Mapping[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {
    "addresses": lambda document: _endpoints(document, "host"),
    "ports": lambda document: _endpoints(document, "port"),
    "names": lambda document: _endpoints(document, "name"),
    "connected": _connected,
    "children": lambda document: (text for text, _ in _texts(document, "process")),
    "written": _written,
}
"""What values may be taken from a chain, as `chain.addresses` and so on."""
