"""Code or an interpreter in a place that hides it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen
from antivenom.pycode.rules.paths import is_hidden, is_memory

_PUBLIC = re.compile(
    r"\\Users\\Public\\|\\ProgramData\\(?!(?:chocolatey|ana|mini|pyenv|conda)\w*\\)[^\\]*\\?[^\\]*\.pyw?c?$|\\PerfLogs\\|\\\$Recycle|\\AppData\\Local\\Temp\\[^\\]+\.pyw?c?$|\\Windows\\Temp\\",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"^/(?:tmp|var/tmp|private/tmp|Users/Shared)/[^/]+\.pyw?c?$")


def check(case: Case) -> Iterator[Seen]:
    """Scripts and interpreters in memory file systems, hidden in shared folders, or where everyone can write."""
    found = case.found
    if found is None:
        return
    for path in found.env.get("PYTHONPATH", "").split(":"):
        if is_memory(path) or is_hidden(path):
            yield Seen(40, f"Its modules come from a place that hides them ({path}).")
    start = found.env.get("PYTHONSTARTUP", "") if found.kind == "startup" else ""
    for what, path in (
        ("script", start or (found.target if found.kind in ("script", "startup") else "")),
        ("interpreter", found.interpreter),
    ):
        if not path:
            continue
        if is_memory(path) and not re.match(r"^/(?:dev/fd|proc/self/fd)/", path):
            yield Seen(56, f"Its {what} lies in memory, where nothing is left behind ({path}).")
        elif re.match(r"^/(?:dev/fd|proc/(?:self|\d+)/fd)/", path):
            own = path.startswith("/proc/")  # /dev/fd is what shells make for <(...), /proc/self/fd what programs use
            yield Seen(52 if own else 34, f"Its {what} is an open descriptor ({path}): the code is in no file.")
        elif is_hidden(path):
            yield Seen(56, f"Its {what} is hidden in a folder that everyone can write to ({path}).")
        elif _PUBLIC.search(path):
            yield Seen(
                52 if what == "interpreter" else 34, f"Its {what} lies in a folder that everyone can write to ({path})."
            )
        elif (
            what == "script"
            and _LOOSE.match(path)
            and found.source is None
            and not path.rsplit("/", 1)[-1].startswith("tmp")
        ):
            yield Seen(22, f"Its script lies loose in a folder for temporary files ({path}).")


RULE = Rule(
    id="suspicious_path",
    title="Suspicious place",
    attack=(
        "T1036.005",
        "T1564.001",
        "T1059.006",
    ),
    why="What is meant to stay does not live in temporary, shared or hidden folders.",
    bad="python3 /dev/shm/.x/a.py",
    good="python3 /opt/app/main.py",
    references=("https://attack.mitre.org/techniques/T1036/005/",),
    wakes=frozenset(
        {"found:script", "found:startup", "found:inline", "found:module", "found:stdin", "found:interactive"}
    ),
    check=check,
)
