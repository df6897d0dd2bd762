"""Reads a cmd.exe line: carets, %variables%, pipes, redirections and the commands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antivenom.pycode.command import joined, windows
from antivenom.pycode.command.found import Data, data_of
from antivenom.pycode.command.line import Handler, Line, Row, plain

_SWITCH = re.compile(r"\s*/(?:([a-zA-Z])(?::\w+)?)", re.IGNORECASE)
_PERCENT = re.compile(r"%([A-Za-z_()][\w()]*)(?::(?:~(-?\d+)(?:,(-?\d+))?|([^=%]*)=([^%]*)))?%")
_DELAYED = re.compile(r"!([A-Za-z_]\w*)(?::(?:~(-?\d+)(?:,(-?\d+))?|([^=!]*)=([^!]*)))?!")
_MARK = re.compile(r'["^&|<>()\n]')
_SET = re.compile(r'\s*set\s+(?:/[pa]\s+)?"?([^="]+)=(.*?)"?\s*$', re.IGNORECASE | re.DOTALL)
_ECHO = re.compile(r"\s*@?echo(?:[ .:(/+\[\],;=]|$)", re.IGNORECASE)
_IF = re.compile(
    r"\s*if\s+(?:/i\s+)?(?:not\s+)?(?:exist\s+\S+|defined\s+\S+|errorlevel\s+\d+|\S+\s*==\s*\S+)\s+", re.IGNORECASE
)
_FOR = re.compile(r"\s*for\s+(?:/[a-z]\s+)*(?:\"[^\"]*\"\s+)?%%?\w\s+in\s*", re.IGNORECASE)
_POWERSHELL = re.compile(r'\s*(?:"[^"]*")?[^"\']*?\s-c(?:o(?:m(?:m(?:a(?:nd?)?)?)?)?)?\s+(?=[^"\s])', re.IGNORECASE)
SET_BY_THE_SYSTEM = {
    "comspec": r"C:\Windows\System32\cmd.exe", "systemroot": r"C:\Windows", "windir": r"C:\Windows",
    "systemdrive": "C:",
    "programfiles": r"C:\Program Files", "programfiles(x86)": r"C:\Program Files (x86)",
    "programdata": r"C:\ProgramData",
    "public": r"C:\Users\Public", "os": "Windows_NT",
    "pathext": ".COM;.EXE;.BAT;.CMD;.VBS;.VBE;.JS;.JSE;.WSF;.WSH;.MSC",
    "commonprogramfiles": r"C:\Program Files\Common Files", "processor_architecture": "AMD64",
}  # fmt: skip


def program(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """cmd.exe with its arguments: /c or /k and the rest of the line."""
    rest = [str(each) for each in argv[1:]]
    if len(rest) > 1:
        at = next((place for place, each in enumerate(rest[:20]) if re.match(r"/[cCkKrR]", each)), 0)
        if len(rest) - at > 2:
            rest[at + 1 :] = [windows.quote(each) if " " in each else each for each in rest[at + 1 :]]
    return command_line(line, " ".join(rest), stdin, plain(argv[0]))


def command_line(line: Line, text: str, stdin: Data | None, name: str) -> Data | None:
    """What follows `cmd`: switches, then the command."""
    at = 0
    while True:
        match = _SWITCH.match(text, at)
        if match is None:
            if stdin is not None and stdin.text:
                return line.read("cmd", stdin.text, None, name)
            line.command((name, text))
            return None
        at = match.end()
        if match.group(1).lower() in "ckr":
            return line.read("cmd", _outer(text[at:]), stdin, f"{name} /{match.group(1).lower()}")


def _outer(text: str) -> str:
    """cmd drops the first and the last quote unless they hold exactly a program's name."""
    text = text.lstrip(" \t")
    end = text.rfind('"')
    if text[:1] == '"' and end > 0 and (text.count('"') > 2 or " " in text[1:end]):
        inner = text[1:end]
        if text.count('"') == 2 or not text[end + 1 :].strip() or inner[:1] == '"':
            first = text.find('"', 1)
            if text.count('"') > 2 and text[first + 1 : first + 2] == " " and not inner.startswith('"'):
                path = text[1:first]
                if "\\" in path or path.lower().endswith(".exe"):
                    return text
            return inner + text[end + 1 :]
    return text


def read(line: Line, text: str, stdin: Data | None = None) -> Data | None:
    """Read a cmd line; gives what it prints, as far as that is known."""
    if "%" in text:
        line.budget.take(len(text))
        text = _PERCENT.sub(lambda match: _value(line, match), text)
    output: Data | None = None
    piped = stdin
    for operator, command in _commands(line, text):
        result = _one(line, command, piped)
        piped = None
        if operator == "|":
            piped = result or Data(None, notes=("what the command before the pipe prints is not known",))
        elif result is not None:
            output = _both(line, output, result)
    return output


def _both(line: Line, first: Data | None, second: Data) -> Data:
    if first is None or first.raw is None or second.raw is None:
        return first if first is not None and second.raw is None else second
    line.budget.take(len(first.raw) + len(second.raw))
    return second._replace(raw=first.raw + second.raw)


def _value(line: Line, match: re.Match[str]) -> str:
    """%VAR%, %VAR:~1,2% and %VAR:a=b%; unknown ones stay."""
    name = match[1].lower()
    value = line.variables.get(name)
    if value is None:
        value = SET_BY_THE_SYSTEM.get(name)
    if value is None:
        return match.group()
    line.budget.take(len(value))
    if match[2] is not None:
        start = int(match[2])
        start = max(0, len(value) + start) if start < 0 else start
        count = int(match[3]) if match[3] is not None else len(value)
        return value[start : count if count < 0 else start + count]
    if match[4]:
        line.budget.take(len(value) * (1 + len(match[5])))
        return re.sub(re.escape(match[4]), lambda _: match[5], value, flags=re.IGNORECASE)
    return value


class _Cut:
    """Text of one command as it is read, and the redirections that stood in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.redirects: list[tuple[str, str]] = []

    def text(self) -> str:
        return "".join(self.pieces)


def _commands(line: Line, text: str) -> list[tuple[str, _Cut]]:
    """Commands with the operator that follows each; carets are gone, quotes stay."""
    done: list[tuple[str, _Cut]] = []
    cut = _Cut()
    at, size = 0, len(text)
    quoted = False
    while at < size:
        match = _MARK.search(text, at)
        stop = match.start() if match else size
        cut.pieces.append(text[at:stop])
        if match is None:
            break
        line.budget.step()
        mark = match.group()
        at = stop + 1
        if mark == '"':
            quoted = not quoted
            cut.pieces.append(mark)
        elif quoted and mark != "\n":
            cut.pieces.append(mark)
        elif mark == "^":
            cut.pieces.append(text[at : at + 1])
            at += 1
        elif mark in "()":
            if mark == "(" and not cut.text().strip(" @"):
                cut.pieces.clear()
            elif mark == "(" or not _closes(cut, text, at):
                cut.pieces.append(mark)
        elif mark in "<>":
            at = _redirect(cut, text, at, mark)
        else:
            twice = text[at : at + 1] == mark
            at += twice and mark != "\n"
            done.append((mark * (2 if twice else 1), cut))
            cut = _Cut()
            quoted = False
    done.append(("", cut))
    return done


def _closes(cut: _Cut, text: str, at: int) -> bool:
    """A bracket that closes a group, not one of an argument."""
    return "(" not in "".join(cut.pieces[-40:]) and re.match(r"\s*(?:[&|<>\n)]|$)", text[at : at + 20]) is not None


def _redirect(cut: _Cut, text: str, at: int, mark: str) -> int:
    before = cut.pieces[-1] if cut.pieces else ""
    stream = before[-1:] if before[-1:].isdigit() and (len(before) == 1 or before[-2:-1] == " ") else ""
    if stream:
        cut.pieces[-1] = before[:-1]
    more = text[at : at + 1] == ">"
    match = re.compile(r'\s*(&\d|"[^"]*"|[^\s&|<>()"]*)').match(text, at + more)
    if match is None:
        return at + more
    if stream in ("", "1", "0"):
        cut.redirects.append((mark * (2 if more else 1), match.group(1).strip('"')))
    return match.end()


def _one(line: Line, cut: _Cut, stdin: Data | None) -> Data | None:
    text = cut.text().lstrip(" \t\r@=,;")
    for operator, path in cut.redirects:
        if operator == "<":
            stdin = line.file(path) or Data(None, notes=(f"the code is in the file {path}",))
    if "%" in text:  # `call` reads them a second time
        text = _PERCENT.sub(lambda match: _value(line, match), text)
    if "!" in text:
        text = _DELAYED.sub(lambda match: _value(line, match), text)
    output = _command(line, text, stdin)
    for operator, path in cut.redirects:
        if operator[0] == ">" and path[:1] != "&":
            if output is not None and path.lower() != "nul":
                line.write(path, output, operator == ">>")
            output = None
    return output


def _command(line: Line, text: str, stdin: Data | None) -> Data | None:
    for shape in (_IF, _FOR):
        match = shape.match(text)
        if match:
            text = text[match.end() :]
            if shape is _FOR:
                text = re.sub(r"^\([^)]*\)\s*do\s+", "", text)
    assigned = _SET.match(text)
    if assigned:
        name = assigned.group(1).strip().lower()
        line.variables[name] = assigned.group(2)
        line.env = {**line.env, assigned.group(1).strip(): assigned.group(2)}
        return None
    match = _ECHO.match(text)
    if match:
        line.command(("echo", text[match.end() :]))
        return data_of(text[match.end() :] + "\r\n")
    if not text.strip():
        return None
    return simple(line, text, stdin)


def simple(line: Line, text: str, stdin: Data | None) -> Data | None:
    """One command of a line: cmd and PowerShell read the rest raw, all others get arguments."""
    argv = joined.recover(line, text) or windows.arguments(text)
    if not argv:
        return None
    name = plain(argv[0])
    if name == "cmd" and '"' in text:
        return command_line(line, text[_behind(text, argv[0]) :], stdin, name)
    if name in ("powershell", "pwsh") and stdin is None:
        raw = _POWERSHELL.match(text)
        if raw:
            return line.read("powershell", text[raw.end() :], None, f"{name} -Command")
    return line.run(argv, stdin)


def _behind(text: str, first: str) -> int:
    start = len(text) - len(text.lstrip())
    if text[start : start + 1] == '"':
        return text.find('"', start + 1) + 1
    return start + len(first)


PROGRAMS: dict[str, tuple[Handler, Row]] = {"cmd": (program, {})}
