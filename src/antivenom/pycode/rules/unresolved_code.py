"""Code that runs and that nothing here shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen
from antivenom.pycode.rules.paths import is_writable

_CUT = re.compile(r"characters (?:before the last \d+ )?were (?:not )?read")
_ARCHIVES = (".zip", ".pyz", ".egg", ".whl", ".xz", ".gz")


def _is_loose_archive(path: str) -> bool:
    """An archive in a folder that everyone can write to: Python runs the __main__ in it."""
    return path.lower().endswith(_ARCHIVES) and is_writable(path)


def check(case: Case) -> Iterator[Seen]:
    """Start-up files and interpreter variables on the line; code that is too long or too costly to be read."""
    found = case.found
    if found is None:
        return
    ended = [one for one in case.ended if one not in ("depth", "layers")] if case.unread else []
    if ended and case.one_liner:
        yield Seen(30, f"Reading it to its end costs more than is spent on one line ({', '.join(ended)}).")
    elif case.one_liner and any(_CUT.search(one) for layer in case.layers for one in layer.repairs):
        yield Seen(30, "It is too long to be read as a whole.")
    if found.kind == "script" and found.source is None and _is_loose_archive(found.target):
        yield Seen(24, f"Its code is in the archive {found.target}, and is not shown.")
    if found.kind == "startup":
        yield Seen(
            24,
            f"An environment variable makes the interpreter run {found.target or 'a file'} first.",
            (),
            ("T1546.018",),
        )


RULE = Rule(
    id="unresolved_code",
    title="Code that is not shown",
    attack=(
        "T1059.006",
        "T1546.018",
    ),
    why="What the interpreter is told to run elsewhere has to be looked at there.",
    bad="env PYTHONSTARTUP=/dev/shm/.x python3 -i",
    good="python3 -i",
    references=("https://attack.mitre.org/techniques/T1059/006/",),
    wakes=frozenset({"found:startup", "found:script", "found:inline", "found:stdin", "found:embedded"}),
    check=check,
)
