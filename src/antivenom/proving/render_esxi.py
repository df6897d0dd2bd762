"""A scenario as ESXi sends its shell.log on by syslog, with the host's name.

Only what is typed is logged: a process whose parent is a shell leaves its line, as a person would have typed it;
what a program starts leaves nothing, nor do connections, files and ends.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from functools import partial

from antivenom.proving.derive import Draft, moment, numbered
from antivenom.proving.processes import Process, Scenario
from antivenom.tables import Event, FieldValue, Origin
from antivenom.telemetry.esxi_shell import COMMAND

_SHELLS = ("sh", "ash", "busybox")
_PRIORITY = "14"


def render(scenario: Scenario) -> list[Event]:
    """The typed lines of the scenario's ESXi processes, in the order of time."""
    return numbered(scenario, (draft for process in scenario.on("esxi") for draft in _drafts(scenario, process)))


def _drafts(scenario: Scenario, process: Process) -> Iterator[Draft]:
    shell = process.parent
    if shell is None or process.before or not _is_interactive(shell):
        return
    yield process.started, partial(_event, scenario, process, shell)


def _is_interactive(process: Process) -> bool:
    """Whether it is a shell that takes lines from a person: one that was started without a command."""
    return process.file_name in _SHELLS and "-c" not in process.argv


def _event(scenario: Scenario, process: Process, shell: Process, record: int) -> Event:
    line = " ".join(shlex.quote(word) for word in process.argv)
    fields: dict[str, FieldValue] = {
        "pri": _PRIORITY,
        "time": f"{moment(process.started):%Y-%m-%dT%H:%M:%S.%f}"[:-3] + "Z",
        "host": process.host.name,
        "program": "shell",
        "pid": str(shell.pid),
        "message": f"[{process.user}]: {line}",
        "user": process.user,
        "command": line,
    }
    origin = Origin(f"{scenario.id}/esxi_shell", record)
    return Event("esxi", COMMAND, process.started, process.host.name, fields, None, origin)
