"""Commands typed into the shell of ESXi as activities.

shell.log has the line as it was typed, the user and the world id of the shell, and nothing of what came of it: a
process has no id of its own, its status is unknown, and its parent is the shell by that id alone. The name is that
of the first simple command, behind variables that are set for it: of `cd /tmp && python3 a.py` it is `cd`. The path
is given where one was typed.
"""

from __future__ import annotations

import re

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    ActivityMap,
    basename,
    code_of,
    constant,
    given,
    host_of,
    number,
    through,
    time_of,
)

KINDS = frozenset(("shell", "message"))
"""The kinds of ESXi's events."""

_FIRST = re.compile(
    r"[\s({!]*+(?:[A-Za-z_]\w*+=(?:'[^']*+'|\"[^\"]*+\"|[^\s'\";|&<>()])*+\s++)*+"
    r"(?P<word>(?:'[^']*+'|\"[^\"]*+\"|\\.|[^\s'\"\\;|&<>()])++)",
    re.ASCII,
)
_QUOTING = re.compile(r"['\"\\]")

_command = given("command")


def first_word(line: str) -> str | None:
    """The name that a shell line starts with, without its quotes; None where it starts with none."""
    match = _FIRST.match(line)
    return None if match is None else _QUOTING.sub("", match["word"]) or None


def _path_of(word: str) -> str | None:
    return word if "/" in word else None


def _word(event: Event) -> str | None:
    return first_word(_command(event) or "")


_LAUNCH = ActivityMap(
    "process",
    {
        "time": time_of,
        "device.hostname": host_of,
        "device.os.type": constant("ESXi"),
        "activity_name": constant("Launch"),
        "metadata.product": constant("esxi_shell"),
        "metadata.event_code": code_of,
        "process.name": through(basename, _word),
        "process.file.path": through(_path_of, _word),
        "process.cmd_line": _command,
        "process.created_time": time_of,
        "user.name": given("user"),
        "actor.process.pid": number("pid"),
        "actor.user.name": given("user"),
    },
)

MAPS: dict[str, tuple[ActivityMap, ...]] = {"shell": (_LAUNCH,)}
"""Event kind -> its activities."""
