"""Python inside another program that its command line feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen
from antivenom.pycode.rules.layered_code import ACTIVE

_ACTS = ACTIVE | {"execute"}
_EDITORS = re.compile(
    r"(?:^|[/\\])(?:g|r|m|n)?(?:vi|vim|view|rvim|rview|vimdiff|gdb|lldb|gimp|gimp-\S+|ex|nano)(?:[-\d.]*)(?:\.exe)?$|osascript|sqlmap",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Seen]:
    """What host programs are told to run, where it reaches out of them."""
    found = case.found
    if (
        found is None
        or found.source is None
        or not (found.kind == "embedded" or any("osascript" in one for one in found.wrappers))
    ):
        return
    acts = [fact for fact in case.facts if fact.kind in _ACTS]
    reads = case.of("open", "read", "write")
    name = found.interpreter.replace("\\", "/").rsplit("/", 1)[-1]
    if found.kind != "embedded":
        yield Seen(30 if not acts else 56, "AppleScript is made to run Python.", tuple(acts[:1]))
    elif acts and _EDITORS.search(name):
        yield Seen(82, f"{name} is made to run Python that reaches outside it ({acts[0].name}).", tuple(acts[:2]))
    elif acts:
        yield Seen(24, f"{name} is made to run Python that reaches outside it ({acts[0].name}).", tuple(acts[:2]))
    elif reads and _EDITORS.search(name):
        yield Seen(24, f"{name} is made to run Python that opens files.", tuple(reads[:2]))


RULE = Rule(
    id="embedded_host",
    title="Python inside another program",
    attack=(
        "T1059.006",
        "T1218",
    ),
    why="Debuggers and editors embed Python, and rules that look for python do not see it.",
    bad="gdb -nx -ex 'python import os; os.execl('/bin/sh', 'sh')' -ex quit",
    good="gdb -ex 'python print(1)' ./app",
    references=("https://gtfobins.github.io/gtfobins/gdb/",),
    wakes=frozenset({"found:embedded", "found:stdin", "found:inline"}),
    check=check,
)
