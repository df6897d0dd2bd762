"""Python under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen

_NAMES = re.compile(
    r"^(?:c?python(?:\d(?:\.\d+)*)?[a-z]{0,2}|py|pyw|pypy[\d.]*|jython[\d.]*|ipy(?:thon)?[\d.]*(?:32|64)?|ironpython|bpython|ptpython|graalpy(?:thon)?|"
    r"micropython|circuitpython|sage|mayapy|hython[\d.]*|abaqus|pvpython|freecad(?:cmd)?|platform-python[\d.]*|python-fu|uv|uvx|"
    r"pythonservice|python-\S+|\S*python\S*|splunk|salt-call|xonsh|brython|rustpython|stackless|nuitka|activepython)(?:\.exe)?$",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Seen]:
    """Inline Python under a program name that is none of Python's."""
    found = case.found
    if found is None or found.kind != "inline" or not found.source or not found.interpreter:
        return
    name = found.interpreter.replace("\\", "/").rsplit("/", 1)[-1]
    if not _NAMES.match(name):
        yield Seen(56 if case.kinds else 40, f"It runs Python under the name {name}.")


RULE = Rule(
    id="renamed_interpreter",
    title="Renamed interpreter",
    attack=("T1036.003",),
    why="A copy of the interpreter under another name slips past rules that look for python.",
    bad="/tmp/kworker -c 'import socket'",
    good="python3.12 -c 'print(1)'",
    references=("https://attack.mitre.org/techniques/T1036/003/",),
    wakes=frozenset({"found:inline"}),
    check=check,
)
