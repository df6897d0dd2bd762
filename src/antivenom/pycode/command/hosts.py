"""Programs with Python inside: gdb, vim, lldb, blender, gimp and others, and how each is given code."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from antivenom.pycode.command import launch
from antivenom.pycode.command.found import Data, Found, Word
from antivenom.pycode.command.line import Handler, Line, Row, plain

# code: options whose operand is Python. command: options whose operand is a command of the host's own language, read by
# `language`. script: options whose operand is a script. values: other options with an operand. plus: +command too.
# only: code counts only if this word stands before it on the line. operand: the first operand is a script.
_ROWS: tuple[Row, ...] = (
    {"name": "gdb gdb-multiarch gdb-py gdbtui cgdb arm-none-eabi-gdb rust-gdb ggdb", "language": "gdb",
     "command": ("-ex", "-iex", "--ex", "--iex", "-eval-command", "--eval-command", "-init-eval-command",
                 "--init-eval-command"),
     "script": ("-x", "--command", "-ix", "--init-command"), "after": ("--args", "-args")},
    {"name": "vim vi view ex rvim rview vimdiff nvim gvim gview rgvim vim.basic vim.tiny vim.nox vim.gtk3 evim mvim",
     "language": "vim", "command": ("-c", "--cmd"), "plus": True, "script": (), "values": ("-S", "-u", "-U", "-i")},
    {"name": "lldb lldb-mi", "language": "lldb", "command": ("-o", "-O", "-k", "-K", "--one-line",
     "--one-line-before-file"),
     "script": (), "values": ("-s", "-n", "-p", "-c")},
    {"name": "blender", "code": ("--python-expr",), "script": ("--python", "-P", "--python-text")},
    {"name": "gimp gimp-console gimp-2.10 gimp-2.99 gimp-3.0 gimp-console-2.10 gimp-console-3.0", "code": ("-b",
     "--batch"),
     "only": "python-fu"},
    {"name": "sqlmap sqlmap.py", "code": ("--eval",), "script": ("--preprocess", "--postprocess", "--tamper")},
    {"name": "freecad freecadcmd freecad.appimage", "code": (), "command": ("-c", "--console"), "language": "maybe",
     "script": (), "operand": True},
    {"name": "sage", "code": ("-c",), "operand": True, "wrap": ("python", "python3", "-python", "--python")},
    {"name": "maya", "code": (), "command": ("-c", "-command"), "language": "mel", "script": ("-pythonscript",)},
    {"name": "houdini houdinifx hbatch", "code": (), "command": ("-c",), "language": "hscript", "script": ()},
    {"name": "weechat weechat-curses weechat-headless", "command": ("-r", "--run-command"), "language": "weechat",
     "script": ()},
    {"name": "uwsgi", "code": ("--eval",), "script": ("--pyrun", "--wsgi-file", "--mule", "--import", "--pyimport",
                                                     "--shared-pyimport", "--file")},
    {"name": "mitmproxy mitmdump mitmweb", "script": ("-s", "--scripts", "--script")},
    {"name": "scalene kernprof", "script": (), "operand": True},
    {"name": "inkscape", "script": ()},
    {"name": "soffice libreoffice soffice.bin ooffice lowriter localc scalc swriter", "command": ("",),
     "language": "office"},
    {"name": "nuke", "script": ("-t",), "operand": True},
    {"name": "unrealeditor unrealeditor-cmd ue4editor", "code": (), "prefix": "-ExecutePythonScript="},
    {"name": "pyghidra pyghidrarun analyzeheadless", "script": ("-postscript", "-prescript", "-postScript",
     "-preScript")},
    {"name": "ida idat ida64 idat64 idaq", "prefix": "-S"},
    {"name": "winpdb rpdb2 pyrun", "script": (), "operand": True},
    {"name": "r2 radare2 rizin", "command": ("-c", "-qc"), "language": "r2", "script": ("-i",)},
    {"name": "scons", "script": ("-f", "--file", "--sconstruct")},
    {"name": "fontforge", "code": ("-c",), "script": ("-script",), "only": "-lang=py", "only_or": "-c"},
    {"name": "paraview pvbatch", "script": ("--script",), "operand": True},
    {"name": "qgis", "script": ("--code", "-f")},
    {"name": "xonsh", "code": ("-c",), "operand": True},
    {"name": "calibre-debug", "code": ("-c", "--command"), "script": ("-e", "--exec-file", "-r", "--run-plugin")},
    {"name": "spyder kodi", "script": ()},
    {"name": "gunicorn", "script": ("-c", "--config")},
    {"name": "locust", "script": ("-f", "--locustfile")},
    {"name": "fab", "script": ("-f", "--fabfile")},
    {"name": "streamlit", "script": (), "sub": ("run",), "operand": True},
    {"name": "openocd", "script": ()},
    {"name": "scrapy", "code": ("-c",), "script": ()},
    {"name": "drgn", "operand": True, "code": ("-e",)},
    {"name": "bpython-curses", "operand": True},
    {"name": "manim", "operand": True, "script": ()},
)  # fmt: skip

_GDB = re.compile(r"\s*(?:python-interactive|python|py|pi)(?:[ \t\n]+|$)(.*)", re.DOTALL)
_SHELL = re.compile(r"\s*(?:!|shell\b|:!|:?silent!?\s*!|pl?atform shell\b)\s*(.*)", re.DOTALL)
_VIM = re.compile(
    r"\s*:*\s*(?:\w+\s+)?(?P<verb>py(?:thon)?[3x]?|pythonx|py3)(?P<kind>do|f(?:i(?:le?)?)?)?(?=[\s!<]|$)!?\s*(?P<code>.*)",
    re.DOTALL,
)
_VIM_HEREDOC = re.compile(r"<<\s*(?:trim\s+)?(?P<end>\S*)[ \t]*\r?\n(?P<body>.*)", re.DOTALL)
_VIM_CALL = re.compile(r"\bpy(?:3|x)?eval\s*\(\s*(?:'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\")")
_VIM_EXECUTE = re.compile(r"\bexe(?:cute)?\s+(?:'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\")")
_VIM_SYSTEM = re.compile(r"\bsystem\s*\(\s*(?:'((?:[^']|'')*)'|\"((?:[^\"\\]|\\.)*)\")")
_LLDB = re.compile(r"\s*(?:script|scri?p?)(?:\s+(?:-l\s+python|--language\s+python))?(?:\s+--)?\s+(.*)", re.DOTALL)
_IMPORT = re.compile(r"\s*(?:command\s+script\s+import|comm?\s+scr?\w*\s+imp\w*|source|so)\s+(.*)", re.DOTALL)
_MEL = re.compile(r"python\s*\(?\s*\"((?:[^\"\\]|\\.)*)\"", re.DOTALL)
_WEECHAT = re.compile(r"\s*/(?:python|script)\s+(?:-?(?:eval|exec|load|run))?(?:\s+-o)?\s*(.*)", re.DOTALL)
_OFFICE = re.compile(r"vnd\.sun\.star\.script:([^?]+\.py\$[^?]*)\?(?=.*language=Python)", re.DOTALL)
_R2 = re.compile(r"(?:#!pipe|#!|!|\.!)\s*(python\S*.*)", re.DOTALL)


class _Host:
    """One invocation: what it gathers is one program, for its state is shared."""

    def __init__(self, line: Line, argv: Sequence[str]) -> None:
        self.line = line
        self.argv = argv
        self.code: list[str] = []
        self.words: list[Word] = []
        self.scripts: list[str] = []
        self.shell: list[str] = []

    def python(self, code: str) -> None:
        if isinstance(code, Word):
            self.words.append(code)
        if code.strip():
            self.code.append(str(code))

    def command(self, language: str, text: str) -> None:
        """Read one command of the host's own language."""
        shell = _SHELL.match(text)
        if shell and language in ("gdb", "vim", "lldb"):
            self.shell.append(shell.group(1))
        else:
            _LANGUAGES[language](self, text)

    def emit(self) -> None:
        """Add what was gathered, then read the shell commands."""
        line, argv = self.line, self.argv
        if self.code:
            word = self.words[0] if self.words else None
            unknown = word is not None and word.open and len(self.code) == 1
            line.add(
                Found(
                    "embedded",
                    None if unknown else "\n".join(self.code),
                    "",
                    tuple(argv),
                    line.env,
                    str(argv[0]),
                    (),
                    line.wrappers,
                    word.data.remote if word else None,
                    word.data.decoders if word else (),
                    (),
                    word.data.notes if word else (),
                ),
                argv,
            )
        for path in self.scripts:
            data = line.file(path)
            line.add(launch.from_data(line, "embedded", data, path, (path,), argv[0], ()), argv)
        if not self.code and not self.scripts:
            line.command(argv)
        for text in self.shell[:20]:
            line.read("sh", text, None, plain(argv[0]))


def _debugger(command: re.Pattern[str]) -> Callable[[_Host, str], None]:
    """Read a debugger's command: the one that runs Python, or one that imports a script."""

    def read(host: _Host, text: str) -> None:
        match = command.match(text)
        if match:
            host.python(_kept(text, match.group(1)))
            return
        imported = _IMPORT.match(text)
        if imported and imported.group(1).strip().endswith(".py"):
            host.scripts.append(imported.group(1).strip())

    return read


def _kept(whole: str, part: str) -> str:
    """The part, with what is known of where the whole comes from."""
    return Word.of(part, whole.data, False) if isinstance(whole, Word) else part


def _vim(host: _Host, text: str, depth: int = 0) -> None:
    at = 0
    for _ in range(8):  # commands before it may end with |
        match = _VIM.match(text, at)
        if match:
            return _vim_python(host, text, match)
        bar = text.find("|", at)
        if bar < 0:
            break
        at = bar + 1
    for found in _VIM_CALL.finditer(text[:100_000]):
        host.python(_vim_string(found))
    for found in _VIM_SYSTEM.finditer(text[:100_000]):
        host.shell.append(_vim_string(found))
    if depth < 4:
        for found in _VIM_EXECUTE.finditer(text[:100_000]):
            _vim(host, _vim_string(found), depth + 1)
    return None


def _vim_string(match: re.Match[str]) -> str:
    if match.group(1) is not None:
        return match.group(1).replace("''", "'")
    return re.sub(
        r"\\(.)",
        lambda m: {"n": "\n", "t": "\t", "r": "\r", "e": "\x1b"}.get(m[1], m[1]),
        match.group(2),
        flags=re.DOTALL,
    )


def _vim_python(host: _Host, text: str, match: re.Match[str]) -> None:
    code, kind = match["code"], match["kind"]
    if kind and kind.startswith("f"):
        host.scripts.append(code.strip())
        return
    document = _VIM_HEREDOC.match(code)
    if document:
        lines = document["body"].split("\n")
        end = document["end"] or "."
        stop = next((place for place, each in enumerate(lines) if each.strip() == end), len(lines))
        code = "\n".join(lines[:stop])
    host.python(_kept(text, code))


def _mel(host: _Host, text: str) -> None:
    for code in _MEL.findall(text[:100_000]):
        host.python(re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(m[1], m[1]), code, flags=re.DOTALL))


def _hscript(host: _Host, text: str) -> None:
    match = re.match(r"\s*python\s+(?:-c\s+)?(.*)", text, re.DOTALL)
    if match:
        host.python(match.group(1).strip("\"'"))


def _weechat(host: _Host, text: str) -> None:
    match = _WEECHAT.match(text)
    if match:
        operand = match.group(1)
        if operand.split(" ")[0].endswith(".py"):
            host.scripts.append(operand.split(" ")[0])
        else:
            host.python(operand)


def _office(host: _Host, text: str) -> None:
    match = _OFFICE.search(text)
    if match:
        host.scripts.append(match.group(1))


def _maybe(host: _Host, text: str) -> None:
    if text.endswith((".py", ".FCMacro")):
        host.scripts.append(text)
    elif text and not text.startswith("-"):
        host.python(text)


def _r2(host: _Host, text: str) -> None:
    match = _R2.match(text)
    if match:
        host.shell.append(match.group(1))


_LANGUAGES = {
    "gdb": _debugger(_GDB), "vim": _vim, "lldb": _debugger(_LLDB), "mel": _mel, "hscript": _hscript,
    "weechat": _weechat, "office": _office,
    "maybe": _maybe, "r2": _r2,
}  # fmt: skip


def read(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """Read the options of a host and add the Python it is given."""
    host = _Host(line, argv)
    code, commands = row.get("code", ()), row.get("command", ())
    scripts, language = row.get("script", ()), row.get("language", "")
    gated = "only" in row and not any(row["only"] in each for each in argv) and "only_or" not in row
    at, size = 1, min(len(argv), 5000)
    operand = not row.get("operand")
    if size > 1 and argv[1] in row.get("wrap", ()):
        line.under(plain(argv[0]), ["python", *argv[2:]], stdin)
        return
    if row.get("sub") and size > 1 and argv[1] in row["sub"]:
        at = 2
    while at < size:
        word = argv[at]
        at += 1
        name, equals, glued = word.partition("=") if word.startswith("--") else (word, "", "")
        if word in row.get("after", ()):
            host.emit()
            line.under(plain(argv[0]), argv[at:], stdin)
            return
        if name in code or name in commands or name in scripts or name in row.get("values", ()):
            if not equals and at >= size:
                break
            value = _kept(word, glued) if equals else argv[at]
            at += 0 if equals else 1
            if name in code and not gated:
                host.python(value)
            elif name in commands:
                host.command(language, value)
            elif name in scripts and (
                value.lower().endswith((".py", ".pyw", ".pyc")) or name not in ("-x", "--command")
            ):
                host.scripts.append(value)
        elif row.get("plus") and word[:1] == "+" and len(word) > 1:
            host.command(language, _kept(word, word[1:]))
        elif "prefix" in row and word.lower().startswith(row["prefix"].lower()):
            host.scripts.append(word[len(row["prefix"]) :].strip("\"'"))
        elif "" in commands:
            host.command(language, word)
        elif word[:1] != "-" and not operand:
            operand = True
            host.scripts.append(word)
    if stdin is not None and stdin.text and language in ("gdb", "lldb", "vim"):
        for text in stdin.text.split("\n")[:200]:
            host.command(language, text)
    host.emit()


HOSTS: dict[str, Row] = {name: row for row in _ROWS for name in str(row["name"]).split()}
PROGRAMS: dict[str, tuple[Handler, Row]] = {name: (read, row) for name, row in HOSTS.items()}
