"""A file that exists only in memory, and is started."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, command_text, origins
from antivenom.pycode.rules.paths import is_memory

_MEMFD_CREATE = frozenset({319, 279, 356, 385})
"""The number of the system call on x86-64, arm64, x86 and arm."""


def check(case: Case) -> Iterator[Seen]:
    """An anonymous file made in memory; a process started from a descriptor."""
    made = case.of("memfd") + [
        fact for fact in case.of("foreign") if fact.name == "syscall" and fact.args and fact.args[0] in _MEMFD_CREATE
    ]
    runs = [fact for fact in case.of("process") if is_memory((command_text(fact) or "").split(" ")[0])]
    runs = runs or [fact for fact in case.of("process") if "/proc/self/fd/" in (command_text(fact) or "")]
    if made:
        starts = runs or case.of("process")
        then = " and starts what it wrote there" if starts else ""
        filled = origins(frozenset().union(*(one.taint for one in case.of("write"))), "fetch", "receive", "stdin")
        yield Seen(
            90 if starts else 62 if filled else 40,
            f"It makes a file that exists only in memory{then}.",
            (made[0], *starts[:1]),
        )
    elif runs:
        yield Seen(80, f"It starts a program from memory: {command_text(runs[0])}.", (runs[0],))


RULE = Rule(
    id="memfd",
    title="Runs a file from memory (memfd)",
    attack=("T1620",),
    why="A program in an anonymous file never touches the disk.",
    bad="import os\nfd = os.memfd_create(''); os.write(fd, open('a', 'rb').read()); os.execv(f'/proc/self/fd/{fd}', ['x'])",
    good="tempfile.TemporaryFile().write(data)",
    references=("https://attack.mitre.org/techniques/T1620/",),
    wakes=frozenset({"memfd", "foreign", "process"}),
    check=check,
)
