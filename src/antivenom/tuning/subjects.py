"""What an entry cannot be asked about: what detections read beside process starts, and shells that run nothing.

An entry has conditions on a process, its parents and its Python. It has none on a file, a module, a registry value or
a connection: an entry learnt from one would allow every other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from antivenom.catalogue import Detection
from antivenom.pycode.commands import opens_shell

_TABLES = frozenset({"DeviceProcessEvents", "PythonPrograms", "PythonSightings"})
_MODELS = frozenset({"Endpoint.Processes"})
_LOGSOURCE = re.compile(r"\bcategory: *process_creation\b")
_OTHER_SOURCE = re.compile(r"(?:Drive|Driver|File|Firmware|Module|Named Pipe|Network Traffic|Windows Registry): ")
"""Data sources of ATT&CK that are no process; texts of another form say nothing here."""

_WORD = re.compile(r"\x22([^\x22]*)\x22|(\S+)")


def beside_processes(detections: Iterable[Detection]) -> Mapping[str, tuple[str, ...]]:
    """By the id of a detection, what it reads that is no process start, as the catalogue says; only where it does."""
    found = {detection.id: _others(detection) for detection in detections}
    return {id: others for id, others in found.items() if others}


def _others(detection: Detection) -> tuple[str, ...]:
    return (
        *(one for one in detection.tables if one not in _TABLES),
        *(one for one in detection.models if one not in _MODELS),
        *(one for one in detection.logsources if not _LOGSOURCE.search(one)),
        *(one for one in detection.data_sources if _OTHER_SOURCE.match(one)),
    )


def is_bare_shell(line: str | None) -> bool:
    """Whether a command line starts a shell to type in: nothing on it says what is run."""
    words = [quoted or plain for quoted, plain in _WORD.findall(line or "")]
    if not words:
        return False
    return opens_shell([words[0].removeprefix("-"), *words[1:]]) is not None
