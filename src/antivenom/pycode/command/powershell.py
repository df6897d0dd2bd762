"""Reads PowerShell: the native programs it calls, what it pipes into them and what it fetches."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Sequence

from antivenom.pycode.command.found import Data, data_of
from antivenom.pycode.command.line import Handler, Line, Row, plain

_TOKEN = re.compile(
    r"""(?P<space>(?:[ \t\r]|`\r?\n)+)|(?P<comment>\#[^\n]*|<\#.*?(?:\#>|\Z))|(?P<here>@(?P<mark>['"])[ \t]*\r?\n)"""
    r"""|(?P<single>'(?:[^']|'')*(?:'|$))|(?P<double>"(?:[^"`]|`.|"")*(?:"|$))|(?P<op>&&|\|\||[|;\n(){}]|&(?=[\s'"$(]))"""
    r"""|(?P<assign>\$(?:\w+:)?\{?\w+\}?[ \t]*\+?=(?!=))|(?P<redirect>[12*]?>>?)"""
    r"""|(?P<word>(?:[^\s'"|;(){}`>&,]|`.|(?<=\w)>)+|.)""",
    re.DOTALL,
)
_ASSIGN = re.compile(r"\$(?:(?:global|script|local|private):)?(env:)?\{?(\w+)\}?$", re.IGNORECASE)
_REFERENCE = re.compile(r"\$(?:\{)?(env:)?(\w+)\}?", re.IGNORECASE)
_BACKTICK = re.compile(r"`(.)", re.DOTALL)
_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_FETCHED_TEXT = re.compile(r"""\.download(?:string|data)\(?['"]?(\S+)""", re.IGNORECASE)
_METHOD = re.compile(r"\.[A-Za-z]\w*(?![\w\\/.])")
_PAYLOAD = re.compile(r"""[('" ]*([A-Za-z0-9+/=\s]*)""")
_FETCHED = re.compile(
    r"\.(?:DownloadFile|DownloadString|DownloadData)\(\s*['\"]([^'\"]+)['\"](?:\s*,\s*['\"]([^'\"]+)['\"])?",
    re.IGNORECASE,
)
_OPTIONS = {
    "command": re.compile(r"[-/]c(?:o(?:m(?:m(?:a(?:nd?)?)?)?)?)?$", re.IGNORECASE),
    "encoded": re.compile(r"[-/](?:e|ec|en|enc|enco|encod|encode|encoded\w*)$", re.IGNORECASE),
    "file": re.compile(r"[-/]f(?:i(?:le?)?)?$", re.IGNORECASE),
    "value": re.compile(
        r"[-/](?:w|wi\w*|ep|ex\w*|v\w*|in\w*|out\w*|ps\w*|con\w*|cus\w*|set\w*|wo\w*|wd)$", re.IGNORECASE
    ),
}
_ALIASES = {"saps": "start-process", "wget": "iwr", "curl": "iwr", "ni": "new-item", "sc": "set-content"}


def program(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """powershell.exe: its -Command or -EncodedCommand text."""
    name = plain(argv[0])
    at = 1
    while at < len(argv):
        word = argv[at]
        at += 1
        if _OPTIONS["encoded"].match(word) and at < len(argv):
            text = _utf16(argv[at])
            if text is not None:
                return line.read("powershell", text, None, f"{name} -EncodedCommand")
        elif _OPTIONS["command"].match(word):
            if argv[at : at + 1] == ["-"]:
                break
            return line.read("powershell", " ".join(argv[at:]), stdin, f"{name} -Command")
        elif _OPTIONS["file"].match(word) and at < len(argv):
            data = line.file(argv[at])
            return line.read("powershell", data.text, None, f"{name} -File") if data and data.text else None
        elif _OPTIONS["value"].match(word):
            at += 1
        elif word[:1] not in "-/" or word[:1] == "":
            return line.read("powershell", " ".join(argv[at - 1 :]), stdin, name)
    if stdin is not None and stdin.text:
        return line.read("powershell", stdin.text, None, name)
    line.command(argv)
    return None


def _utf16(text: str) -> str | None:
    kept = re.sub(r"[^A-Za-z0-9+/]", "", text)
    try:
        raw = base64.b64decode(kept + "=" * (-len(kept) % 4))
    except (binascii.Error, ValueError):
        return None
    return raw[: len(raw) & ~1].decode("utf-16-le", "replace")


class _Command:
    """A command being read: its words, whether the first is called with &, its redirection."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.called = False
        self.literal = False
        self.target = ""
        self.assigned = ""
        self.brackets = 0
        self.more = False
        self.glue = False


def read(line: Line, text: str, stdin: Data | None = None) -> Data | None:
    """Read a PowerShell text; gives what its last pipeline prints, as far as that is known."""
    _methods(line, text)
    output: Data | None = None
    piped = stdin
    command = _Command()
    at, size = 0, len(text)
    redirect = False
    while at < size:
        match = _TOKEN.match(text, at)
        if match is None:
            break
        line.budget.step()
        at = match.end()
        kind = match.lastgroup if match.lastgroup != "mark" else "here"
        if kind in ("space", "comment"):
            command.glue = False
            continue
        if kind == "assign" and not command.words:
            command.assigned = match.group().rstrip("+= \t")
            continue
        if kind == "op" and _inside(command, match.group()):
            continue
        if kind == "op":
            operator = match.group()
            if operator == "&":
                command.called = True
                continue
            result = _run(line, command, piped, operator == "|")
            piped = result if operator == "|" else None
            output = result if result is not None else output
            command, redirect = _Command(), False
            continue
        if kind == "redirect":
            redirect, command.more = True, match.group().endswith(">>")
            continue
        word, literal, at = _word(line, text, match, kind or "", bool(command.words))
        if redirect:
            command.target, redirect = word, False
        else:
            _put(command, word, literal)
    result = _run(line, command, piped, False)
    return result if result is not None else output


def _inside(command: _Command, operator: str) -> bool:
    """Brackets of a method call, which belong to its word."""
    if operator == "(" and command.glue and command.words:
        command.brackets += 1
        return True
    if operator == ")" and command.brackets:
        command.brackets -= 1
        return True
    return False


def _put(command: _Command, word: str, literal: bool) -> None:
    if word == "," and not literal:
        return
    if not command.words:
        command.literal = literal
        command.words.append(word)
    elif command.glue:
        command.words[-1] += word
    else:
        command.words.append(word)
    command.glue = True


def _word(line: Line, text: str, match: re.Match[str], kind: str, operand: bool) -> tuple[str, bool, int]:
    """A word's value, whether it is a string, and where it ends."""
    raw, at = match.group(), match.end()
    if kind == "here":
        end = text.find("\n" + match.group("mark") + "@", at - 1)
        body = text[at : end if end >= 0 else len(text)]
        at = end + 3 if end >= 0 else len(text)
        return (body if match.group("mark") == "'" else _expanded(line, body)), True, at
    if kind == "single":
        return raw[1:].rstrip("'" if raw.endswith("'") and not raw.endswith("''") else "").replace("''", "'"), True, at
    if kind == "double":
        inner = raw[1:-1] if len(raw) > 1 and raw.endswith('"') else raw[1:]
        return _expanded(line, inner.replace('""', '"')), True, at
    return _expanded(line, raw) if operand or not _ASSIGN.match(raw) else raw, False, at


def _expanded(line: Line, text: str) -> str:
    """Backticks and variables the text sets."""

    def value(match: re.Match[str]) -> str:
        known = line.variables.get("$" + match[2].lower())
        if known is None:
            return match.group()
        line.budget.take(len(known))
        return known

    if "$" in text:
        text = _REFERENCE.sub(value, text)
    return _BACKTICK.sub(lambda match: _LETTERS.get(match[1], match[1]), text) if "`" in text else text


def _methods(line: Line, text: str) -> None:
    """.NET downloads, wherever they stand."""
    if "ownload" not in text:
        return
    for match in _FETCHED.finditer(text[:200_000]):
        if match[2]:
            line.write(match[2], Data(None, match[1]))
            line.command(("DownloadFile", match[1], match[2]))


def _run(line: Line, command: _Command, stdin: Data | None, piped: bool) -> Data | None:
    words = command.words
    if not words:
        return stdin
    first = words[0]
    if command.assigned:
        _assign(line, command, words)
        return None
    reference = None if command.literal else _ASSIGN.match(first)
    if reference:
        known = line.variables.get("$" + reference[2].lower())
        words = [known if known is not None else first, *words[1:]]
        command.literal = command.literal or (len(words) == 1 and known is not None and not command.called)
    output = _native(line, command, words, stdin)
    if command.target:
        if output is not None:
            line.write(command.target, output, command.more)
        return None
    return output


def _assign(line: Line, command: _Command, words: Sequence[str]) -> None:
    match = _ASSIGN.match(command.assigned)
    if match is None:
        return
    decoded = _decoded(line, words)
    value = decoded.text if decoded is not None else " ".join(words)
    if match[1]:
        line.env = {**line.env, match[2]: value or ""}
    line.variables["$" + match[2].lower()] = value or ""
    if not command.literal and decoded is None:
        _native(line, command, words, None)


def _native(line: Line, command: _Command, words: Sequence[str], stdin: Data | None) -> Data | None:
    decoded = _decoded(line, words)
    if decoded is not None:
        return decoded
    if command.literal and not command.called:
        return data_of(" ".join(words) + "\n")
    if _METHOD.match(words[0]) and not command.called:
        return None
    name = plain(words[0])
    name = _ALIASES.get(name, name)
    if name in ("invoke-expression", "iex"):
        text = words[1] if len(words) > 1 else stdin.text if stdin else None
        return line.read("powershell", text, None, "iex") if text else None
    if name == "start-process":
        return _start(line, words)
    if name in ("set-content", "add-content", "out-file"):
        _content(line, name, words, stdin)
        return None
    if name in ("iwr", "irm", "invoke-webrequest", "invoke-restmethod", "start-bitstransfer"):
        flags = [each.lower() if each[:1] == "-" else each for each in words[1:]]
        return line.run([name, *flags], stdin)
    return line.run(words, stdin)


def _decoded(line: Line, words: Sequence[str]) -> Data | None:
    """What a base64 decoding or a download in an expression gives."""
    text = " ".join(words[:6])
    at = text.lower().find("frombase64string")
    if at < 0:
        fetched = _FETCHED_TEXT.search(text)
        return Data(None, fetched.group(1).rstrip("'\")")) if fetched else None
    payload = _PAYLOAD.match(text, at + len("frombase64string"))
    kept = re.sub(r"[^A-Za-z0-9+/]", "", payload.group(1)) if payload else ""
    kept = kept[: len(kept) - (len(kept) % 4 == 1)]
    if not kept:
        return None
    line.budget.take(len(kept))
    raw = base64.b64decode(kept + "=" * (-len(kept) % 4))
    if "unicode" in text[:at].lower():
        raw = raw.decode("utf-16-le", "replace").encode("utf-8", "replace")
    return Data(raw, None, ("base64",))


def _start(line: Line, words: Sequence[str]) -> Data | None:
    """Start-Process file -ArgumentList a, b."""
    path, arguments = "", []
    at = 1
    while at < len(words):
        word = words[at]
        at += 1
        low = word.lower()
        if low.startswith("-") and low[1:4] in ("fil", "pat", "fp"):
            path, at = words[at] if at < len(words) else "", at + 1
        elif low.startswith("-arg") or low == "-a":
            while at < len(words) and not re.match(
                r"-(?:no|win|wait|pass|verb|work|cred|redir|use)", words[at], re.IGNORECASE
            ):
                arguments.append(words[at])
                at += 1
        elif low.startswith(("-win", "-verb", "-work", "-cred", "-redir")):
            at += 1
        elif low.startswith("-"):
            continue
        elif not path:
            path = word
        else:
            arguments.append(word)
    text = " ".join(arguments)
    quoted = f'"{path}"' if " " in path else path
    return line.read("cmd", f"{quoted} {text}", None, "Start-Process") if path else None


def _content(line: Line, name: str, words: Sequence[str], stdin: Data | None) -> None:
    """Set-Content, Add-Content, Out-File: a file is written."""
    path, value = "", None
    at = 1
    while at < len(words):
        low = words[at].lower()
        following = words[at + 1] if at + 1 < len(words) else ""
        if low.startswith(("-val", "-inp")):
            value, at = following, at + 2
        elif low.startswith(("-pa", "-fil", "-lit")):
            path, at = following, at + 2
        elif low.startswith("-enc"):
            at += 2
        elif low.startswith("-"):
            at += 1
        else:
            path, value = (path, words[at]) if path else (words[at], value)
            at += 1
    data = data_of(value + "\r\n") if value is not None else stdin
    if path and data is not None:
        line.write(path, data, name == "add-content" or "-append" in [each.lower() for each in words])


PROGRAMS: dict[str, tuple[Handler, Row]] = {
    "powershell": (program, {}),
    "pwsh": (program, {}),
    "powershell_ise": (program, {}),
    "pwsh-preview": (program, {}),
}
