"""Commands that print or write what the line says: echo, printf, cat, tee, downloaders, copies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antivenom.pycode.command.found import Data, Word, data_of
from antivenom.pycode.command.line import Handler, Line, Row, mixed_options, plain
from antivenom.pycode.command.shell_words import unescape


def _text(text: str, words: Sequence[str] = ()) -> Data:
    """Text made of words, with what is known of where the words come from."""
    data = data_of(text)
    for word in words:
        if isinstance(word, Word):
            data = data._replace(remote=data.remote or word.data.remote, decoders=data.decoders + word.data.decoders,
                                 notes=(data.notes + word.data.notes)[:20])  # fmt: skip
            if word.open and len(words) == 1:
                data = data._replace(raw=None)
    return data


def echo(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data:
    """echo: -n and -e as bash reads them; escapes also where a plain sh would read them and they end lines."""
    at, newline, escapes = 1, True, False
    while at < len(argv) and re.fullmatch(r"-[neE]+", argv[at]):
        newline = newline and "n" not in argv[at]
        escapes = "e" in argv[at] or (escapes and "E" not in argv[at])
        at += 1
    line.command(argv)
    text = " ".join(argv[at:])
    line.budget.take(len(text))
    return _text((unescape(text) if escapes else text) + ("\n" if newline else ""), argv[at:])


def printf(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data:
    """printf: %s, %b, %c, %d, %x and %% with the format used again while operands are left."""
    line.command(argv)
    at = 2 if len(argv) > 1 and argv[1] == "--" else 1
    if len(argv) > at and argv[at] == "-v":
        return Data(None)
    if len(argv) <= at:
        return Data(b"")
    shape, operands = unescape(argv[at]), list(argv[at + 1 :])
    pieces = re.split(r"%(?:[-0-9.]*)([sbcdixXoq%])", shape)
    out: list[str] = []
    place = 0
    while True:
        out.append(pieces[0])
        for at_piece in range(1, len(pieces), 2):
            kind, after = pieces[at_piece], pieces[at_piece + 1]
            if kind == "%":
                out.append("%" + after)
                continue
            value = operands[place] if place < len(operands) else ""
            place += 1
            line.budget.take(len(value) + len(after))
            out.append(_formatted(kind, value) + after)
        line.budget.take(len(pieces[0]) + 1)
        if place >= len(operands) or len(pieces) == 1 or not place:
            return _text("".join(out), argv[at:])


def _formatted(kind: str, value: str) -> str:
    if kind == "b":
        return unescape(value)
    if kind == "c":
        return value[:1]
    if kind in "xXo" and re.fullmatch(r"\d{1,18}", value):
        return format(int(value), kind)
    return value


def cat(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """cat and its like: standard input, or files the line wrote."""
    line.command(argv)
    paths = [each for each in argv[1:] if each == "-" or not each.startswith("-")]
    if not paths:
        return stdin
    found = [stdin if each == "-" else line.file(each) for each in paths]
    known = [each for each in found if each is not None]
    if len(known) == len(found) and all(each.raw is not None for each in known):
        line.budget.take(sum(len(each.raw or b"") for each in known))
        return known[0]._replace(raw=b"".join(each.raw or b"" for each in known))
    if known:
        return known[0]._replace(raw=None)
    return Data(None, notes=(f"the code is in the file {paths[0]}",))


def tee(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """tee: writes files and passes on."""
    line.command(argv)
    for path in argv[1:]:
        if not path.startswith("-") and stdin is not None:
            line.write(path, stdin, "-a" in argv or "--append" in argv)
    return stdin


def fetch(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """A downloader: what it prints, or the file it writes, comes from its URL."""
    line.command(argv)
    given, at = mixed_options(argv, row)
    url = next((each for each in at if "://" in each), None) or next(
        (value for key, value in given if key == "url"), None
    )
    url = url or next((each for each in at if "." in each or "/" in each or "$" in each), at[0] if at else None)
    if url is None:
        return Data(None)
    data = Data(None, str(url))
    target = next((value for key, value in given if key in row["to"]), None)
    if target is None and any(key in row.get("named", ()) for key, _ in given):
        target = _base(url)
    if target is None and row.get("second"):
        target = next((each for each in reversed(at) if each != url and not each.startswith("-")), None)
    if target is None and row.get("always"):
        target = _base(url)
    if target is None or target in ("-", "/dev/stdout"):
        return data
    line.write(target, data)
    return None


def _base(url: str) -> str:
    return url.split("?", maxsplit=1)[0].rstrip("/").rsplit("/", 1)[-1] or "index.html"


def which(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data:
    """which, command -v and the like print the program's name: enough to know it."""
    names = [each for each in argv[1:] if not each.startswith("-")]
    return data_of(names[0] + "\n") if names else Data(b"")


def mktemp(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data:
    """mktemp prints a path: its template's, which stands for the real one."""
    given = [each for each in argv[1:] if not each.startswith("-")]
    return data_of((given[0] if given else "/tmp/tmp.XXXXXXXXXX") + "\n")  # noqa: S108 - a name, never opened


def copy(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> None:
    """cp, mv, install, ln: a file the line wrote gets another name; a copied interpreter keeps its meaning."""
    line.command(argv)
    paths = [each for each in argv[1:] if not each.startswith("-")]
    if len(paths) == 2:
        data = line.file(paths[0])
        if data is not None:
            line.write(paths[1], data)
        name = plain(paths[0])
        if name.startswith(("python", "pypy")):
            line.variables["\0" + plain(paths[1])] = name


_CURL = ("url", "output", "header", "data", "user", "user-agent", "proxy", "connect-timeout", "max-time", "request",
"referer",
         "cookie", "retry", "output-dir")  # fmt: skip
_WGET = ("output-document", "output-file", "directory-prefix", "header", "user-agent", "tries", "timeout", "post-data")
_FETCH = (
    {"name": "curl", "values": "oHduAxXmebFTrcwKyYzCD", "long": _CURL, "to": ("o", "output"), "named": ("O",
     "remote-name")},
    {"name": "wget wget2", "values": "OoPUtTeiQ", "long": _WGET, "to": ("O", "output-document"), "always": True},
    {"name": "fetch", "values": "o", "to": ("o",), "always": True},
    {"name": "aria2c axel", "values": "odnsx", "long": ("out", "dir"), "to": ("o", "out"), "always": True},
    {"name": "http https xh curlie lwp-request GET lynx links elinks w3m", "values": "o", "to": ("o", "output")},
    {"name": "certutil", "values": "", "to": (), "second": True, "always": True},
    {"name": "bitsadmin", "values": "", "to": (), "second": True, "always": True},
    {"name": "iwr invoke-webrequest irm invoke-restmethod start-bitstransfer", "values": "",
     "long": ("uri", "outfile", "o", "source", "destination", "method", "useragent", "u", "out"),
     "to": ("outfile", "o", "destination", "out")},
    {"name": "scp rsync sftp", "values": "PiloF", "to": (), "second": True, "always": True},
    {"name": "nc ncat netcat socat", "values": "pw", "to": ()},
)  # fmt: skip
_PRINT: tuple[tuple[str, Handler], ...] = (
    ("echo write-output write-host gecho", echo),
    ("printf", printf),
    ("cat type get-content gc bat less more batcat", cat),
    ("tee", tee),
    ("which type whereis", which),
    ("mktemp", mktemp),
    ("cp mv install ln copy move copy-item move-item", copy),
)

PROGRAMS: dict[str, tuple[Handler, Row]] = {}
for _names, _handler in _PRINT:
    for _name in _names.split():
        PROGRAMS.setdefault(_name, (_handler, {}))
for _each in _FETCH:
    for _name in str(_each["name"]).split():
        PROGRAMS[_name] = (fetch, _each)
