"""Version resources of Windows programs, as sensors show them: the few that scenarios run."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from antivenom.proving.processes import Process


@dataclass(frozen=True, slots=True)
class Version:
    """What a program's version resource says; a text that is not there is empty."""

    file_version: str = ""
    product_version: str = ""
    description: str = ""
    product: str = ""
    company: str = ""
    internal: str = ""
    original: str = ""


_INTERPRETER = re.compile(r"python[\d.]*\.exe")
"""Names under which python.exe is also installed; an installer of Python has another resource."""


def _windows(description: str, internal: str, original: str) -> Version:
    system, company = "Microsoft® Windows® Operating System", "Microsoft Corporation"
    version = "10.0.22621.1"
    return Version(f"{version} (WinBuild.160101.0800)", version, description, system, company, internal, original)


_PYTHON = Version("3.12.8", "3.12.8", "Python", "Python", "Python Software Foundation", "Python Console", "python.exe")
_WINDOWED = replace(_PYTHON, internal="Python Application", original="pythonw.exe")
_KNOWN = {
    "cmd.exe": _windows("Windows Command Processor", "cmd", "Cmd.Exe"),
    "explorer.exe": _windows("Windows Explorer", "explorer", "EXPLORER.EXE"),
    "powershell.exe": _windows("Windows PowerShell", "POWERSHELL", "PowerShell.EXE"),
    "whoami.exe": _windows("whoami - displays logged on user information", "whoami.exe", "whoami.exe"),
    "pythonw.exe": _WINDOWED,
}


def version_of(process: Process) -> Version:
    """The version resource of a process's file.

    A scenario may give its original name: a file that is called something else has the resource of the program
    of that name, or says nothing more than that name where the program is not known.
    """
    if process.host.platform != "windows":
        return Version()
    given = process.original_name
    if given is None:
        return _known(process.file_name) or Version()
    return _known(given) or Version(original=given)


def _known(name: str) -> Version | None:
    lower = name.lower()
    return _KNOWN.get(lower) or (_PYTHON if _INTERPRETER.fullmatch(lower) else None)
