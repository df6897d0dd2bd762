"""Which handler reads a program: every table of this room in one place, and what to do about unknown names."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from antivenom.pycode.command import (
    cmd,
    filters,
    hosts,
    installs,
    interpreters,
    launch,
    modules,
    powershell,
    printers,
    starters,
    wrappers,
)
from antivenom.pycode.command.content import looks_python
from antivenom.pycode.command.found import Data
from antivenom.pycode.command.line import Handler, Line, Row, plain

_PYTHON: tuple[Handler, Row] = (interpreters.read, {})
# Console scripts of modules that run code.
TOOLS = {
    "pdb": "pdb", "pdb2": "pdb", "pdb3": "pdb", "ipdb": "ipdb", "ipdb3": "ipdb", "pudb": "pudb", "pudb3": "pudb",
    "coverage": "coverage", "coverage3": "coverage", "python3-coverage": "coverage", "debugpy": "debugpy",
    "kernprof": "kernprof", "scalene": "scalene", "viztracer": "viztracer", "memray": "memray",
    "pyinstrument": "pyinstrument",
    "idle": "idlelib", "idle3": "idlelib", "mprof": "memory_profiler",
}  # fmt: skip


def _script(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """A Python file run by its own name, through its first line or its association."""
    launch.script(line, argv[0], tuple(argv), argv, (), stdin)


def _unknown(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """A program of another name whose -c operand is Python."""
    interpreters.read(line, argv, stdin, row)


_TABLE: dict[str, tuple[Handler, Row]] = {
    **printers.PROGRAMS,
    **filters.PROGRAMS,
    **hosts.PROGRAMS,
    **wrappers.PROGRAMS,
    **starters.PROGRAMS,
    **powershell.PROGRAMS,
    **cmd.PROGRAMS,
}
_TABLE.update({name: (modules.tool, {"as": module}) for name, module in TOOLS.items()})


@lru_cache(maxsize=2048)
def _entry(name: str) -> tuple[Handler, Row] | None:
    if interpreters.is_python(name):
        return _PYTHON
    known = _TABLE.get(name)
    if known is not None:
        return known
    installer = installs.row_of(name)
    if installer is not None:
        return (installs.program, installer)
    if name.endswith((".py", ".pyw", ".pyz", ".pyc")):
        return (_script, {})
    return None


def lookup(line: Line, argv: Sequence[str]) -> tuple[Handler, Row] | None:
    """The handler of a command, by its name, its real name, or what its -c operand looks like."""
    if line.original_name and line.depth == 1 and interpreters.is_python(plain(line.original_name)):
        return _PYTHON
    name = plain(argv[0])
    entry = _entry(name) if len(name) < 200 else None
    if entry is not None and entry[0] is not interpreters.read:
        verb = next((each for each in argv[1:6] if not each.startswith("-")), "")
        entry = _installer(name, argv, verb) or entry
    if entry is not None:
        return entry
    if "\0" + name in line.variables:
        return _PYTHON
    if line.files and line.file(argv[0]) is not None and _is_written_python(line, argv[0]):
        return (_script, {})
    return (_unknown, {}) if _has_code(argv) else None


def _installer(name: str, argv: Sequence[str], verb: str) -> tuple[Handler, Row] | None:
    """uv, poetry and their kin install with one verb and wrap with another."""
    if name == "uv" and verb in ("pip", "tool") and "install" in argv:
        at = list(argv).index(verb)
        return (_uv, {"at": at, "row": installs.TOOLS["uv " + verb]})
    row = installs.TOOLS.get(name)
    if row is not None and verb and (verb in row["install"] or verb in row["package"]):
        return (installs.program, row)
    return None


def _uv(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    installs.add(line, argv, argv[row["at"] :], row["row"], [])


def _is_written_python(line: Line, path: str) -> bool:
    data = line.file(path)
    return data is not None and data.raw is not None and data.raw[:2] == b"#!" and b"python" in data.raw[:100]


_OTHER_MEANING = frozenset(
    "grep egrep fgrep zgrep rg ag ack uniq wc cut tail head git tr sed sort diff cmp md5sum sha256sum ls ping ffmpeg "
    "curl nginx haproxy named sshd wget tar gcc cc clang ld nc ncat docker kubectl mount losetup logger mail".split()
)
"""Programs whose -c is something else, whatever its operand looks like."""


def _has_code(argv: Sequence[str]) -> bool:
    if plain(argv[0]) in _OTHER_MEANING:
        return False
    for place in range(1, min(len(argv) - 1, 12)):
        word = argv[place]
        if word[:1] != "-":
            if argv[place - 1] in ("-X", "-W"):
                continue
            return False
        if word[-1:] == "c" and word[1:2] != "-":
            operand = argv[place + 1]
            return isinstance(operand, launch.Unquoted) or looks_python(operand)
    return False


@lru_cache(maxsize=1024)
def _interpreter(word: str) -> bool:
    return interpreters.is_python(plain(word))


def is_interpreter(word: str) -> bool:
    """Whether a word, as written, names an interpreter."""
    return len(word) < 200 and _interpreter(word)
