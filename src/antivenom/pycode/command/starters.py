"""Programs that start commands in ways of their own: shells, eval, xargs, find, other languages, osascript, Windows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from antivenom.pycode.command.found import Data, Word
from antivenom.pycode.command.line import Handler, Line, Row, options_of, plain

_SHELL_VALUES = "oO"


def shell(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """A POSIX shell: -c text with its parameters, a script it is fed, or a script the line wrote."""
    given, at = options_of(argv, _SHELL_VALUES, ("rcfile", "init-file", "command", "init-command"))
    name = plain(argv[0])
    keys = {key for key, _ in given}
    inits = [value for key, value in given if key in ("C", "init-command") and value]
    for text in inits:
        line.read("sh", text, stdin, name)
    if "c" in keys or "command" in keys:
        text = next((value for key, value in given if key == "command"), "") or (argv[at] if at < len(argv) else "")
        return _with_parameters(line, text, argv[at + 1 :], stdin, f"{name} -c")
    data = line.file(argv[at]) if at < len(argv) and argv[at] != "-" and "s" not in keys else stdin
    if at < len(argv) and data is None and isinstance(argv[at], Word):
        data = argv[at].data  # type: ignore[attr-defined]
    line.command(argv)
    if data is None or data.raw is None:
        return None
    return _with_parameters(line, data.text or "", argv[at + 1 :], None, name)


def _with_parameters(line: Line, text: str, words: Sequence[str], stdin: Data | None, label: str) -> Data | None:
    if isinstance(text, Word) and text.open:
        line.command((label, text))
        return None
    if words:
        line.variables["0"] = words[0]
        for number, word in enumerate(words[1:10], 1):
            line.variables[str(number)] = word
        line.variables["@"] = line.variables["*"] = " ".join(words[1:100])
    return line.read("sh", text, stdin, label)


def evaluate(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """eval: its words are shell text."""
    return line.read("sh", " ".join(argv[1:]), stdin, plain(argv[0]))


def busybox(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """busybox sh -c: the applet is the next word."""
    return line.under("busybox", argv[1:], stdin) if len(argv) > 1 else None


def xargs(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """xargs: words of standard input become arguments."""
    given, at = options_of(argv, "adEeIiLnPsJR", ("arg-file", "delimiter", "replace", "max-args", "max-procs"))
    rest = list(argv[at:])
    text = stdin.text if stdin else None
    if not rest:
        return stdin
    if text is None:
        text = None
    else:
        keys = dict(given)
        whole = "0" in keys or "d" in keys or "I" in keys or "J" in keys
        words = (
            [each for each in text.rstrip("\n").split("\0") if each] if whole else re.sub(r"""['"]""", "", text).split()
        )
        mark = keys.get("I") or keys.get("J")
        line.budget.take(len(text))
        if mark:
            rest = [each.replace(mark, words[0]) if words else each for each in rest]
        else:
            rest += words[:200]
    return line.under("xargs", rest)


def find(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """find -exec command ;: every such command."""
    words = list(argv[:2000])
    started = False
    at = 0
    while at < len(words):
        if words[at] in ("-exec", "-execdir", "-ok", "-okdir"):
            end = next((place for place in range(at, len(words)) if words[place] in (";", "+", "\\;")), len(words))
            line.under("find -exec", words[at + 1 : end])
            started, at = True, end
        at += 1
    if not started:
        line.command(argv)


_QUOTED = re.compile(r'do\s+shell\s+script\s+(?:\(\s*)?"((?:[^"\\]|\\.)*)"', re.DOTALL | re.IGNORECASE)
_LOST = re.compile(r"do\s+shell\s+script\s+\"?(.*)", re.DOTALL | re.IGNORECASE)


def osascript(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """osascript -e 'do shell script "..."'."""
    given, _ = options_of(argv, "els", ())
    script = "\n".join(value for key, value in given if key == "e") or (stdin.text if stdin else "") or ""
    matches = _QUOTED.findall(script[:200_000])
    if not matches:
        lost = _LOST.search(script)
        matches = [lost.group(1)] if lost else []
    for text in matches[:50]:
        line.read("sh", re.sub(r"\\(.)", _apple, text, flags=re.DOTALL), None, "osascript")
    if not matches:
        line.command(argv)


def _apple(match: re.Match[str]) -> str:
    return {"n": "\n", "t": "\t", "r": "\r"}.get(match[1], match[1])


_STARTS = re.compile(
    r"\b(?:system|exec|execSync|popen|passthru|shell_exec|proc_open|spawn|spawnSync|execFile|execute)\b\s*\(?\s*(?=[\"'])"
)
_LITERAL = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_NEXT = re.compile(r"\s*,\s*\[?\s*(?=[\"'])")
_BACKTICKS = re.compile(r"`([^`]+)`|\bqx[{(]([^})]+)[})]")


def other_language(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """perl -e 'system("...")', php -r, ruby, node, lua, awk: the commands that such a program's text starts."""
    given, at = options_of(argv, row["values"], row.get("long", ()))
    script = "\n".join(value for key, value in given if key in row["code"])
    if row.get("operand") and at < len(argv):
        script = argv[at]
    name = plain(argv[0])
    started = False
    for place in list(_STARTS.finditer(script[:200_000]))[:50]:
        words = list(_literals(script, place.end()))
        if not any("py" in word.lower() for word in words):
            continue
        started = True
        if len(words) == 1:
            line.read("sh", words[0], None, name)
        else:
            line.under(name, words)
    for text in _BACKTICKS.findall(script[:200_000])[:50]:
        if "py" in "".join(text).lower():
            started = True
            line.read("sh", "".join(text), None, name)
    if not started:
        line.command(argv)


def _literals(script: str, at: int) -> Iterator[str]:
    """The text literals of an argument list, as far as they are nothing else."""
    for _ in range(100):
        found = _LITERAL.match(script, at)
        if found is None:
            return
        yield re.sub(r"\\(.)", _apple, found[1] if found[1] is not None else found[2], flags=re.DOTALL)
        more = _NEXT.match(script, found.end())
        if more is None:
            return
        at = more.end()


def source(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """source file: shell text the line wrote, or standard input."""
    data = line.file(argv[1]) if len(argv) > 1 else None
    data = data or (stdin if len(argv) > 1 and argv[1] == "/dev/stdin" else None)
    line.command(argv)
    return line.read("sh", data.text, None, "source") if data is not None and data.text is not None else None


def nothing(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """A command that starts nothing and prints nothing that matters."""
    line.command(argv)
    return None


def text_option(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """A Windows tool with a command line as the operand of an option, or behind other operands."""
    name = plain(argv[0])
    words = list(argv)
    lowered = [each.lower() for each in words]
    for option in row["options"]:
        if option in lowered:
            place = lowered.index(option) + 1 + row.get("after", 0)
            if place < len(words):
                text = words[place] if row.get("one", True) else " ".join(words[place:])
                line.read("cmd", text.replace('\\"', '"'), None, name)
                return
    if row.get("last") and len(words) > 1 and not words[-1].startswith(("/", "-")):
        line.read("cmd", words[-1].replace('\\"', '"'), None, name)
        return
    line.command(argv)


_WINDOWS: tuple[Row, ...] = (
    {"name": "schtasks", "options": ("/tr", "-tr")},
    {"name": "wmic", "options": ("create",)},
    {"name": "forfiles", "options": ("/c", "-c")},
    {"name": "runas", "options": (), "last": True},
    {"name": "at", "options": (), "last": True},
    {"name": "sc", "options": ("binpath=",)},
    {"name": "pcalua", "options": ("-a",)},
)


def start(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """start "title" /b /min /d path command."""
    at = 1
    while at < len(argv):
        word = argv[at].lower()
        if word in ("/d", "/node", "/affinity"):
            at += 2
        elif word.startswith("/") or word == "" or (at == 1 and _title(word, argv[2:3])):
            at += 1
        else:
            break
    return line.under("start", argv[at:], stdin)


def _title(word: str, following: Sequence[str]) -> bool:
    """The first word is a window's title: it has spaces and is no path, or options follow it."""
    path = "\\" in word or word.endswith(".exe")
    return not path and (" " in word or any(each.startswith("/") for each in following))


_SHELLS = (
    "sh bash dash zsh ksh ksh93 mksh ash rbash rzsh yash posh fish csh tcsh elvish nu xonsh-sh oksh hush sh.distrib"
)

PROGRAMS: dict[str, tuple[Handler, Row]] = {name: (shell, {}) for name in _SHELLS.split()}
PROGRAMS.update({str(row["name"]): (text_option, row) for row in _WINDOWS})
PROGRAMS.update({
    "perl": (other_language, {"values": "eEIMmFDV", "code": ("e", "E")}),
    "ruby": (other_language, {"values": "eIrCEFK", "code": ("e",)}),
    "node": (
        other_language,
        {"values": "epr", "long": ("eval", "print", "require"), "code": ("e", "p", "eval", "print")},
    ),
    "php": (other_language, {"values": "rdcfBRFESt", "code": ("r", "B", "R", "E")}),
    "lua": (other_language, {"values": "el", "code": ("e",)}),
})  # fmt: skip
PROGRAMS.update(
    {name: (other_language, {"values": "Ffv", "code": (), "operand": True}) for name in ("awk", "gawk", "mawk", "nawk")}
)
PROGRAMS.update({
    "eval": (evaluate, {}), "busybox": (busybox, {}), "toybox": (busybox, {}), "xargs": (xargs, {}),
    "find": (find, {}), "osascript": (osascript, {}),
    "source": (source, {}), ".": (source, {}), "start": (start, {}),
    "true": (nothing, {}), ":": (nothing, {}), "cd": (nothing, {}), "sleep": (nothing, {}), "rm": (nothing, {}),
    "chmod": (nothing, {}), "mkdir": (nothing, {}), "call": (evaluate, {}),
})  # fmt: skip
