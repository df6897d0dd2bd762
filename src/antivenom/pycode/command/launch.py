"""Builds what is found: inline code, scripts, modules and standard input, with their text where the line holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from antivenom.pycode.command.content import split_tail
from antivenom.pycode.command.found import Data, Found, Word
from antivenom.pycode.command.line import Line

_DESCRIPTOR = re.compile(r"/(?:dev|proc/(?:self|\d+|\$\$))/(?:fd/\d+|stdin)")


class Unquoted(str):
    """The rest of a line that lost its quotes: code, and perhaps arguments after it."""

    __slots__ = ()


def build(
    line: Line,
    kind: str,
    code: str,
    interpreter: str,
    argv: tuple[str, ...],
    options: Sequence[str],
    target: str = "",
    stdin: Data | None = None,
) -> Found:
    """A piece of Python whose text is a word of the line; says what of it is unknown."""
    source: str | None = str(code)
    remote: str | None = None
    decoders: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    if isinstance(code, Word):
        remote, decoders, notes = code.data.remote, code.data.decoders, code.data.notes
        if code.open:
            source = None
    elif isinstance(code, Unquoted):
        source, more, notes = split_tail(str(code), line.budget)
        argv = argv + more
    return Found(
        kind,
        source,
        target,
        argv,
        line.env,
        str(interpreter),
        tuple(options),
        line.wrappers,
        remote,
        decoders,
        (),
        notes,
        None if stdin is None else stdin.text,
    )


def from_data(
    line: Line,
    kind: str,
    data: Data | None,
    target: str,
    argv: Sequence[str],
    interpreter: str,
    options: Sequence[str],
    missing: str = "",
) -> Found:
    """A piece of Python whose text came through a pipe or a file; `missing` says what is unknown without it."""
    if data is None:
        notes = (missing,) if missing else ()
        return Found(
            kind, None, target, tuple(argv), line.env, str(interpreter), tuple(options), line.wrappers, notes=notes
        )
    return Found(
        kind,
        data.text,
        target,
        tuple(argv),
        line.env,
        str(interpreter),
        tuple(options),
        line.wrappers,
        data.remote,
        data.decoders,
        (),
        data.notes,
    )


def script(
    line: Line, path: str, tail: Sequence[str], argv: Sequence[str], options: Sequence[str], stdin: Data | None = None
) -> None:
    """A script is run: its text where the line wrote it, its URL where the line fetched it."""
    if path.lower().startswith(("http://", "https://", "ftp://")):
        line.add(from_data(line, "script", Data(None, str(path)), path, tail, argv[0], options), argv)
        return
    data = line.file(path)
    missing = ""
    if data is None and isinstance(path, Word) and path.open:
        data = Data(None, path.data.remote, path.data.decoders, path.data.notes)
    if data is None and _DESCRIPTOR.match(path):
        data = stdin
        missing = f"the code is read from {path}, whose content the line does not show"
    line.add(from_data(line, "script", data, str(path), tail, argv[0], options, missing), argv)


def startup(line: Line, argv: Sequence[str], interactive: bool) -> None:
    """PYTHONSTARTUP runs before an interactive prompt."""
    if not line.env or not (interactive or line.env.get("PYTHONINSPECT")):
        return
    path = line.env.get("PYTHONSTARTUP")
    if path:
        data = line.file(path)
        line.add(from_data(line, "startup", data, path, (path,), argv[0], ()), argv)
