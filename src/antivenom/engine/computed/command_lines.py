"""Kusto's functions that take command lines, paths, records and versions apart."""

from __future__ import annotations

import re

from antivenom.engine.computed.answers import shown, unknown
from antivenom.engine.computed.table import Computed

_BLANKS = " \t"
_PLAIN = re.compile(r'[^"\\ \t]+')


def _parse_command_line(text: str) -> str:
    """The arguments as Windows' CommandLineToArgvW finds them."""
    if not text.strip():
        unknown("KQL parse_command_line of an empty text")
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
        if '"' in text[:end] or any(char < " " for char in text[:end]):
            unknown("KQL parse_command_line with a quote or a line end inside the program's name")
        return text[:end], end
    end = text.find('"', 1)
    if end < 0:
        return text[1:], len(text)
    if text[end + 1 : end + 2].strip(_BLANKS):
        unknown("KQL parse_command_line with text beside the quoted program")
    return text[1:end], end + 1


def _argument(text: str, at: int) -> tuple[str, int]:
    """One argument from here: pairs of backslashes before a quote are one each, an odd one escapes it."""
    made: list[str] = []
    quoted = False
    while at < len(text) and (quoted or text[at] not in _BLANKS):
        if text[at] == "\\":
            piece, at = _backslashes(text, at)
            made.append(piece)
        elif text[at] == '"':
            if quoted and text[at + 1 : at + 2] == '"':
                unknown("KQL parse_command_line with two quotes in a quoted argument")
            quoted, at = not quoted, at + 1
        else:
            plain = _PLAIN.match(text, at)
            end = plain.end() if plain else at + 1
            made.append(text[at:end])
            at = end
    return "".join(made), at


_RUN = re.compile(r"\\+")


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
    filename, colon, stream = last.partition(":")
    _sure(text, rest, root, at, filename, colon, stream)
    name = re.split(r"[\\/]", directory)[-1]
    extension = filename.rpartition(".")[2] if "." in filename else ""
    values = (scheme, root, root + directory, name, filename, extension, stream)
    return shown(dict(zip(_PATH_PARTS, values, strict=True)))


def _sure(text: str, rest: str, root: str, at: int, filename: str, colon: str, stream: str) -> None:
    """Ends the run for a path of a form nobody measured."""
    if text.startswith(("\\\\?\\", "\\\\.\\")) or "://" in rest or rest[1:2] == ":":
        unknown("KQL parse_path of a device path, of another scheme or of a drive without a separator")
    if ((root or at >= 0) and not rest[: max(at, 0)].strip("\\/")) or (text and not filename):
        unknown("KQL parse_path of a file in the root, or of a path that ends in a separator")
    if filename.startswith(".") or filename.endswith(".") or ":" in stream or (colon and not stream):
        unknown("KQL parse_path of a file name with a dot at an end or with several colons")


_FIELD = re.compile(r'"((?:[^"]|"")*)"|([^",\r\n]*)')


def _parse_csv(text: str) -> str:
    """The fields of the first record; a quoted field may hold commas, line ends and doubled quotes."""
    if not text:
        unknown("KQL parse_csv of an empty text")
    found: list[str] = []
    at = 0
    while True:
        field = _FIELD.match(text, at)
        assert field is not None  # an empty field always matches
        found.append(field[2] if field[1] is None else field[1].replace('""', '"'))
        at = field.end()
        if at == len(text) or text.startswith(("\n", "\r\n"), at):
            break
        if text[at] != ",":
            unknown("KQL parse_csv of text with a quote or a line end out of place")
        at += 1
    if found == [""]:
        unknown("KQL parse_csv of an empty record")
    return shown(found)


_VERSION = re.compile(r"[0-9]{1,8}(?:\.[0-9]{1,8}){0,3}")
_PARTS = 4
_WIDTH = 8


def _parse_version(text: str) -> str | None:
    """A version of up to four parts of up to eight digits as one decimal that orders as versions do."""
    if not _VERSION.fullmatch(text):
        if _VERSION.fullmatch(text.strip(" \t\r\n.")):
            unknown("KQL parse_version of a version with spaces or dots at an end")
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
