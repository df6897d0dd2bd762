"""Command lines whose quoting is lost: a sensor joined the arguments by spaces, and code runs to the end."""

from __future__ import annotations

import re

from antivenom.pycode.command.content import looks_python
from antivenom.pycode.command.hosts import HOSTS
from antivenom.pycode.command.interpreters import is_python
from antivenom.pycode.command.launch import Unquoted
from antivenom.pycode.command.line import Line, plain
from antivenom.pycode.command.wrapper_table import ROWS

_WORD = re.compile(r"[^\s]+")
# A word that only shell text has before the code: quotes, pipes, expansions.
_SHELL_MARK = re.compile(r"""['"|;&<>`$(){}\\]""")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_TYPED = re.compile(r"""['"`]|\$['"({\w]|[\w.]*\\[ ()"';]""")
_CLOSED = re.compile(r"""'[^']*'|"(?:[^"\\]|\\.)*\"""", re.DOTALL)
_WITH_TEXT = frozenset("sh bash dash zsh ksh ksh93 mksh ash fish su runuser script sg rbash flock".split())
# Programs whose operands may hold a command: what follows them is looked at again.
_STARTERS = frozenset(str(row["name"]) for row in ROWS) | frozenset(
    ("env", "xargs", "find", "start", "busybox", "toybox")
)
_CLUSTER = re.compile(r"-[a-zA-Z0-9]*?c(.*)$", re.DOTALL)
_PYTHON_CLUSTER = re.compile(r"-(?:[bBdEhiIJOPqRsStuvVx3]*)c(.*)$", re.DOTALL)
_OPERAND = frozenset(("-W", "-X", "-Q", "--check-hash-based-pycs"))
_SCRIPT_TEXT = frozenset(("osascript",))
_SPACED = re.compile(r"(?:/[^\s'\"|;&$<>\-]+(?: [^\s/'\"|;&$<>\-][^\s'\"|;&$<>]*)+)/(?:[Pp]ython|pypy)[\w.]*(?=\s|$)")
_MODULE = re.compile(r"-m\s*(?P<name>[\w.]+)\s+(?P<rest>.*)", re.DOTALL)
_CODE_MODULES = frozenset(("timeit", "pdb", "ipdb", "IPython", "debugpy", "ptvsd", "pyinstrument", "memray"))
_TIMEIT = re.compile(r"(?:\s*-(?:[nru]\s*\S+|-(?:number|repeat|unit)[= ]\S+|[pv]+))*")
_COMMANDS = re.compile(r" (-c|--command)[ =]")
_SCRIPT = re.compile(r" [^ ;()'\"]+\.pyw?(?: [^;()]*)?$")
MOST_WORDS = 60


def recover(line: Line, text: str) -> list[str] | None:
    """The arguments of a line whose quotes are lost, or None where it is as it was typed."""
    words: list[str] = []
    current = ""
    at = 0
    spaced = _SPACED.match(text)
    if spaced is not None and not _is_known(text.split(" ", 1)[0]):
        words.append(spaced.group())
        current, at = "python", spaced.end()
    skip = False
    while len(words) < MOST_WORDS:
        match = _WORD.search(text, at)
        if match is None:
            return None
        word = match.group()
        if len(word) > 5000:
            word = word[:5000]
        if skip:
            skip = False
        elif word[0] == "-" and current:
            taken = _option(line, text, match, current, words)
            if taken is not None:
                return taken
            if current == "python":
                if word.startswith("-m"):
                    return _module(text, match, words)
                skip = word in _OPERAND
        elif (word[0] != "-" and word[0] != "/") or "/" in word[1:]:
            found = _kind(word, line, not words)
            if current in ("python", "unknown") and not found:
                return None
            current = found or current
        if _is_typed(line, word):
            return None
        words.append(word)
        at = match.end()
    return None


def _is_typed(line: Line, word: str) -> bool:
    """Whether a word before the code is shell text; a Windows path has backslashes and may have brackets."""
    if _SHELL_MARK.search(word) is None:
        return False
    word = _PLACEHOLDER.sub("", word)
    if line.platform == "windows" and "\\" in word:
        word = word.replace("\\", "").replace("(", "").replace(")", "")
    return _SHELL_MARK.search(word) is not None


def _is_known(word: str) -> bool:
    name = plain(word)
    return is_python(name) or name in _WITH_TEXT or name in HOSTS or name in ("env", "sudo", "nohup", "timeout", "exec")


def _kind(word: str, line: Line, first: bool) -> str:
    name = plain(word)
    if name in _WITH_TEXT:
        return "text"
    if is_python(name):
        return "python"
    if name in HOSTS:
        return name
    if name in _SCRIPT_TEXT:
        return "apple"
    if first and name not in _STARTERS:
        original = line.original_name
        return "python" if original and is_python(plain(original)) else "unknown"
    return ""


def _option(line: Line, text: str, match: re.Match[str], current: str, words: list[str]) -> list[str] | None:
    """What an option that starts code makes of the line."""
    if current in HOSTS:
        return _host(text, match, current, words)
    if current == "apple":
        rest = text[match.end() :].lstrip(" ")
        return None if match.group() != "-e" or _TYPED.match(rest) else [*words, "-e", rest]
    cluster = (_CLUSTER if current in ("text", "unknown") else _PYTHON_CLUSTER).match(text, match.start())
    if cluster is None or (current == "text" and cluster.start(1) < match.end()):
        return None
    glued = cluster.start(1) < match.end()
    start = cluster.start(1) if glued else match.end() + 1
    rest = text[start:] if glued else text[start:].lstrip(" ")
    flag = text[match.start() : cluster.start(1)]
    typed = _TYPED.match(rest)
    if (typed and not _lost_anyway(rest, current)) or not rest:
        return None
    if current == "text":
        return [*words, flag, rest]
    if current == "unknown":
        return [*words, flag, Unquoted(rest)] if not glued and looks_python(rest) else None
    return [*words, flag, Unquoted(rest)]


def _lost_anyway(rest: str, current: str) -> bool:
    """Code that itself starts with a string: what follows the quote goes on with an operator."""
    if current == "text" or rest[0] not in "'\"":
        return False
    closed = _CLOSED.match(rest[:20_000])
    return closed is not None and rest[closed.end() : closed.end() + 1] in tuple(".%*[(,+")


def _host(text: str, match: re.Match[str], current: str, words: list[str]) -> list[str] | None:
    """Cut at the host's own options: what stands between two of them is one operand."""
    row = HOSTS[current]
    flags = [*row.get("code", ()), *row.get("command", ())]
    if match.group() not in flags or "" in flags:
        return None
    rest = text[match.end() :].lstrip(" ")
    if not rest or _TYPED.match(rest):
        return None
    every = [*flags, *row.get("script", ()), *row.get("values", ())]
    border = re.compile(
        r"[ \n](" + "|".join(re.escape(each) for each in sorted(every, key=len, reverse=True)) + r")(?= )"
    )
    pieces = border.split(" " + text[match.start() :])
    argv = [*words]
    for at in range(1, len(pieces), 2):
        argv += [pieces[at], pieces[at + 1][1:]]
    if argv and re.fullmatch(r"\S+(?: \S+)*? --?batch|.*\bquit -batch", argv[-1]):
        argv[-1] = argv[-1].rsplit(" ", 1)[0]
    return argv


def _module(text: str, match: re.Match[str], words: list[str]) -> list[str] | None:
    """`-m pdb -c code -c q x.py`, `-m timeit -n 1 code`: modules of the table that take code."""
    found = _MODULE.match(text, match.start())
    if found is None or found["name"] not in _CODE_MODULES:
        return None
    rest = found["rest"]
    argv = [*words, "-m", found["name"]]
    if found["name"] == "timeit":
        options = _TIMEIT.match(rest)
        at = options.end() if options else 0
        code = rest[at:].lstrip(" ")
        if _TYPED.match(code) or not code:
            return None
        return [*argv, *rest[:at].split(), code.removeprefix("-s ")]
    pieces = _COMMANDS.split(" " + rest)
    if len(pieces) < 3 or any(_TYPED.match(each.lstrip(" ")) for each in pieces[2::2]):
        return None
    argv += pieces[0].split()
    for at in range(1, len(pieces), 2):
        argv += [pieces[at], pieces[at + 1].strip(" ")]
    script = _SCRIPT.search(argv[-1])
    return [*argv[:-1], argv[-1][: script.start()], *script.group().split()] if script else argv
