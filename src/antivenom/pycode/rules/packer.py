"""Python that is packed into a program, or hidden by a packer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen

_PACKERS = re.compile(
    r"^(?:pyinstaller|nuitka3?|pyarmor|py2exe|cx_?freeze|auto-py-to-exe|pyoxidizer|py2app|pyminifier|pyconcrete)(?:\W|$)",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Seen]:
    """Packers as commands and modules; with a window that is hidden."""
    found = case.found
    if found is None:
        return
    if any(
        name.split(".")[0] in ("pytransform", "pyarmor_runtime") or name.startswith("pyarmor_runtime")
        for name in case.imports
    ):
        yield Seen(26, "Its code is hidden by pyarmor.")
    if found.kind == "inline":
        return
    name = found.target if found.kind == "module" else found.interpreter.replace("\\", "/").rsplit("/", 1)[-1]
    words = (*found.argv, *found.options)
    if not (_PACKERS.match(name) or any(_PACKERS.match(word) for word in words[:2])):
        return
    hidden = any(
        word in ("--noconsole", "--windowed", "-w", "--uac-admin", "--windows-disable-console") for word in words
    )
    yield Seen(
        32 if hidden else 24,
        "It packs a program with " + (name or "a packer") + (", without a window." if hidden else "."),
    )


RULE = Rule(
    id="packer",
    title="Packer",
    attack=("T1027.002",),
    why="Packed Python is how Python malware reaches hosts without an interpreter.",
    bad="pyinstaller --onefile --noconsole x.py",
    good="python setup.py sdist",
    references=("https://attack.mitre.org/techniques/T1027/002/",),
    wakes=frozenset({"found:package", "found:module", "found:script", "found:inline"}),
    check=check,
)
