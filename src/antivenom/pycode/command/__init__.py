"""Command line -> every piece of Python that it starts.

`find` reads a command line in any of the shapes that sensors give (argument lists, Windows text, POSIX text as typed,
arguments joined by spaces with their quotes lost, raw audit records), peels shells and wrappers, follows pipes, files,
variables and decoders as far as they are constant, and gives one Found for each piece of Python. Nothing is ever run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.command import audit, cmd, joined, powershell, programs, shell, windows
from antivenom.pycode.command.content import split_tail
from antivenom.pycode.command.found import NOTHING, Found
from antivenom.pycode.command.line import Line, plain

__all__ = ["Found", "find"]

_LANGUAGES = {"sh": shell.read, "capture": shell.capture, "cmd": cmd.read, "powershell": powershell.read}
_WINDOWS = re.compile(
    r"\"?[A-Za-z]:\\|\"?\\\\[\w.?]+\\|[^\s\"]*\.exe\b|\"[^\"]*\.exe\"|(?:cmd|pwsh|start|py|pyw)\s+(?:/|-[A-Za-z0-9])"
    r"|powershell\s|%\w+%|(?:schtasks|wmic|forfiles|psexec|runas)\s|set\s+[^\s=;]{1,200}=[^;&]*&&"
    r"|@?echo\s.*%\w+%",
    re.IGNORECASE,
)
_DRIVE = re.compile(r"\s*\"?[A-Za-z]:\\\w|[\w.\\]*\\[\w.\\]*\.exe\s")
# Single quotes are PowerShell's: cmd and CreateProcess do not know them.
_SINGLE = re.compile(r"[^\"]*?\s-[A-Za-z]*c\s*'")
_JOINED = re.compile(r"(\S*(?:python|pypy)[\d.]*)((?: -[bBdEiIOqsSuvPR]+)*) -c (?=[^\s'\"$`\\])")
_MARKS = re.compile(r"""['"\\$`|;&<>(){}\n*?#~!^%=]""")
# Joined arguments of an installer: requirements, not redirections.
_SPECIFIERS = re.compile(
    r"[^'\"|;&$`]*?(?:pip[\w.]*|__pip-runner__\.py|easy_install|uv)\s[^|&`]*[\w\])] ?(?:[<>~!=]=|[<>])\s?\d[^|&`]*$"
)
_QUOTED = re.compile(r'"[^"]*"')
_COMMAND_MARK = re.compile(r"[&|<>^%\n]|\bset\s", re.IGNORECASE)


def find(
    command: str | Sequence[str],
    *,
    platform: str | None = None,
    parent: str | Sequence[str] | None = None,
    original_name: str | None = None,
    budget: Budget,
) -> list[Found]:
    """Every piece of Python that a command line starts, in order; an empty list where there is none.

    command        a list is the exact argv, a string one command line as a sensor gives it.
    platform       "windows", "linux" or "macos"; None guesses from the text.
    parent         the parent's command line, read where the child shows no code.
    original_name  the image's real name (OriginalFileName), for renamed interpreters.
    Where the reading costs more than it may, `budget.ended` says so and what was found until then is given; Spent is
    raised, and nothing else ever is, where nothing was found yet.
    """
    if isinstance(command, str):
        if original_name is None and platform != "windows":
            quick = _quick(command, budget)
            if quick is not None:
                return quick
    elif len(command) > 2 and command[1] == "-c" and programs.is_interpreter(command[0]):
        tail = tuple(command[2:])
        code = tail[0]
        return [Found("inline", code, "", ("-c", *tail[1:]), NOTHING, command[0])]
    found = _read(command, platform, original_name, budget)
    if parent and found:
        found = [_fed(each, parent, platform, budget) for each in found]
    return found


def _quick(text: str, budget: Budget) -> list[Found] | None:
    """The common case of a joined line: an interpreter, plain options, -c and code to the end."""
    match = _JOINED.match(text)
    if match is None or not programs.is_interpreter(match[1]):
        return None
    from_code = text[match.end() :]
    if from_code[0] == "-" or "\\" in from_code[:12]:
        return None
    code, tail, notes = split_tail(from_code, budget)
    options: tuple[str, ...] = ()
    if match[2]:
        options = tuple("-" + letter for cluster in match[2].split() for letter in cluster[1:])
        if "-i" in options:
            return None
    return [Found("inline", code, "", ("-c", *tail), NOTHING, match[1], options, (), None, (), (), notes)]


def _read(command: str | Sequence[str], platform: str | None, original_name: str | None, budget: Budget) -> list[Found]:
    line = Line(budget, platform or "", programs.lookup, _LANGUAGES)
    line.original_name = original_name
    try:
        _any(line, command)
        _unused(line)
    except Spent:
        if isinstance(command, str) and len(command) > 2 * _TAIL and budget.grace():
            _last(line, command[-_TAIL:])
        if not line.found:
            raise
    return _finished(line)


_TAIL = 4_000


def _last(line: Line, text: str) -> None:
    """The end of a line that is too long to be read: what stands behind the padding."""
    with suppress(Spent):
        _text(line, text)


def _any(line: Line, command: str | Sequence[str]) -> None:
    """Read a command in either shape; a list of one word may be a whole line, or an audit record cut at its spaces."""
    if isinstance(command, str):
        line.budget.step(1 + (len(command) >> 6))
        _text(line, command)
    else:
        argv = [str(each) for each in command]
        if argv and " " in argv[0] and len(argv) == 1 and not programs.is_interpreter(argv[0]):
            _text(line, argv[0])
        elif argv and argv[0].startswith("type=") and audit.is_record(" ".join(argv[:8])):
            _text(line, " ".join(argv))
        else:
            line.platform = line.platform or ("windows" if argv and _WINDOWS.match(argv[0]) else "linux")
            line.run(argv)


def _text(line: Line, text: str) -> None:
    """One command line as text: find out its shape, then read it."""
    text = text.strip("\0")
    if "\0" in text:
        line.run(text.split("\0"))
        return
    if audit.is_record(text):
        argv = audit.arguments(text, line.budget)
        line.platform = line.platform or "linux"
        if len(argv) == 1 and " " in argv[0]:
            text = argv[0]
        else:
            line.run(argv)
            return
    if _DRIVE.match(text[:400]):
        line.platform = "windows"
    elif not line.platform:
        line.platform = "windows" if _WINDOWS.match(text[:2000].lstrip()) else "linux"
    if line.platform == "windows":
        _windows(line, text)
        return
    argv_lost = joined.recover(line, text)
    if argv_lost is not None:
        line.run(argv_lost)
    elif _MARKS.search(text) and not (len(text) < 4000 and _SPECIFIERS.match(text)):
        line.read("sh", text)
    else:
        line.run(text.split())


def _windows(line: Line, text: str) -> None:
    if _COMMAND_MARK.search(_QUOTED.sub("", text.replace('\\"', ""))) or "%" in text:
        lost = joined.recover(line, text)
        if lost is None and not text.lstrip().lower().startswith(("cmd", '"cmd')) and not _is_cmd(text):
            line.read("cmd", text)
            return
    image = windows.arguments(text)[:1] if text[1:3] == ":\\" else []
    lost = None
    if image and " " in image[0]:
        lost = joined.recover(line, plain(image[0]) + text[len(image[0]) :])
        if lost is not None:
            lost[0] = image[0]
    if lost is not None:
        line.run(lost)
    elif _SINGLE.match(text[:2000]):
        line.read("powershell", text)
    else:
        cmd.simple(line, text, None)


def _is_cmd(text: str) -> bool:
    first = windows.arguments(text[:400])
    return bool(first) and plain(first[0]) in ("cmd", "powershell", "pwsh")


def _unused(line: Line) -> None:
    """Python files that the line writes and does not run."""
    for path, data in list(line.files.items()):
        if path in line.used or not path.lower().endswith((".py", ".pyw", ".pth")) or data.raw is None:
            continue
        note = "the line writes this file and does not run it"
        line.add(
            Found(
                "script",
                data.text,
                path,
                (path,),
                line.env,
                "",
                (),
                ("write",),
                data.remote,
                data.decoders,
                (),
                (note,),
            )
        )


def _finished(line: Line) -> list[Found]:
    """What was found, each with the other commands of its line."""
    commands = line.commands
    if len(commands) < 2 and all(own == 0 for _, own in line.found):
        return [each for each, _ in line.found]
    finished = []
    for each, own in line.found:
        mine = commands[own] if own >= 0 else None
        finished.append(each._replace(siblings=tuple(argv for argv in commands if argv != mine)))
    return finished


def _fed(found: Found, parent: str | Sequence[str], platform: str | None, budget: Budget) -> Found:
    """A piece without code whose parent's line produces it."""
    wanted = found.kind in ("stdin", "interactive") or found.target.startswith(("/dev/", "/proc/"))
    if found.source is not None or found.remote is not None or not wanted:
        return found
    for each in _read(parent, platform, None, budget):
        fits = each.kind == "stdin" or each.target.startswith(("/dev/", "/proc/"))
        if fits and (each.source is not None or each.remote is not None):
            return found._replace(
                kind="stdin" if found.kind == "interactive" else found.kind,
                source=each.source,
                remote=each.remote,
                decoders=each.decoders,
                env=each.env or found.env,
                wrappers=found.wrappers or each.wrappers,
                siblings=each.siblings,
                notes=each.notes,
            )
    return found
