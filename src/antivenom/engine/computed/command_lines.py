"""Kusto's functions that take command lines, paths, records and versions apart."""

from __future__ import annotations

import re

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed, NoAnswer

_BLANKS = " \t"
_PLAIN = re.compile(r'[^"\\ \t]+')


def _parse_command_line(text: str) -> str:
    """The arguments as Windows' CommandLineToArgvW finds them."""
    if not text.strip():
        raise NoAnswer("a command line without a program")
    program, at = _program(text)
    found = [program]
    while (at := _past_blanks(text, at)) < len(text):
        argument, at = _argument(text, at)
        found.append(argument)
    return shown(found)


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] in _BLANKS:
        at += 1
    return at


def _program(text: str) -> tuple[str, int]:
    """The first argument, in which a backslash is only a backslash: up to the next quote, or to a space."""
    if not text.startswith('"'):
        end = min((at for at in map(text.find, _BLANKS) if at >= 0), default=len(text))
        return text[:end], end
    end = text.find('"', 1)
    return (text[1:], len(text)) if end < 0 else (text[1:end], end + 1)


def _argument(text: str, at: int) -> tuple[str, int]:
    """One argument from here: pairs of backslashes before a quote are one each, an odd one escapes it.

    Of three quotes in a row, the one that opened the argument counted, the third stands for itself.
    """
    made: list[str] = []
    quotes = 0
    while at < len(text) and (quotes or text[at] not in _BLANKS):
        if text[at] == "\\":
            piece, at = _backslashes(text, at)
            made.append(piece)
        elif text[at] == '"':
            run = _QUOTES.match(text, at)
            assert run is not None  # called at a quote
            quotes, at = quotes + len(run[0]), run.end()
            made.append('"' * (quotes // 3))
            quotes = quotes % 3 % 2
        else:
            plain = _PLAIN.match(text, at)
            end = plain.end() if plain else at + 1
            made.append(text[at:end])
            at = end
    return "".join(made), at


_RUN = re.compile(r"\\+")
_QUOTES = re.compile('"+')


def _backslashes(text: str, at: int) -> tuple[str, int]:
    """A run of backslashes, and the quote that an odd one escapes; only before a quote are they halved."""
    run = _RUN.match(text, at)
    assert run is not None  # called at a backslash
    at, count = run.end(), run.end() - run.start()
    if text[at : at + 1] != '"':
        return run[0], at
    return ("\\" * (count // 2) + '"', at + 1) if count % 2 else ("\\" * (count // 2), at)


_PATH = re.compile(r"(?:(file)://)?([A-Za-z]:[\\/])?(.*)", re.DOTALL | re.ASCII)
_PATH_PARTS = (
    "Scheme",
    "RootPath",
    "DirectoryPath",
    "DirectoryName",
    "Filename",
    "Extension",
    "AlternateDataStreamName",
)


def _parse_path(text: str) -> str:
    """Scheme, root, directories, file name, extension and alternate data stream of a path."""
    found = _PATH.fullmatch(text)
    assert found is not None  # the pattern takes any text
    scheme, root, rest = found[1] or "", found[2] or "", found[3]
    at = max(rest.rfind("/"), rest.rfind("\\"))
    directory, last = rest[: max(at, 0)], rest[at + 1 :]
    filename, _, stream = last.partition(":")
    name = re.split(r"[\\/]", directory)[-1]
    extension = filename.rpartition(".")[2] if "." in filename else ""
    values = (scheme, root, root + directory, name, filename, extension, stream)
    return shown(dict(zip(_PATH_PARTS, values, strict=True)))


_FIELD = re.compile(r'(?:"((?:[^"]|"")*)")?((?:(?!\r?\n)[^,])*)')


def _parse_csv(text: str) -> str:
    """The fields of the first record; a quoted field may hold commas, line ends and doubled quotes.

    A quote that does not open a field, or is never closed, is a letter like others.
    """
    found: list[str] = []
    at = 0
    while True:
        field = _FIELD.match(text, at)
        assert field is not None  # an empty field always matches
        found.append((field[1] or "").replace('""', '"') + field[2])
        at = field.end()
        if not text.startswith(",", at):
            return shown(found)
        at += 1


_VERSION = re.compile(r"[0-9]{1,8}(?:\.[0-9]{1,8}){0,3}")
_PARTS = 4
_WIDTH = 8


def _parse_version(text: str) -> str | None:
    """A version of up to four parts of up to eight digits as one decimal that orders as versions do."""
    if not _VERSION.fullmatch(text):
        return None
    parts = text.split(".")
    digits = "".join(part.rjust(_WIDTH, "0") for part in parts).ljust(_PARTS * _WIDTH, "0")
    return str(int(digits))


ROWS = (
    Computed("kusto.parse_version", _parse_version, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.parse_command_line", _parse_command_line, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.parse_path", _parse_path, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.parse_csv", _parse_csv, ("VARCHAR",), "VARCHAR"),
)
