"""shell.log of VMware ESXi: what was typed into its shell, as the host keeps it or sends it by syslog.

A line is a time, the program with its world id, and the message; a typed command is `[user]: command`:

    2013-08-12T13:55:30Z shell[3389987]: [root]: services.sh restart              ESXi 5.1 to 7
    2023-12-05T17:36:17.835Z In(14) shell[1053659]: [root]: vim-cmd ...           ESXi 8: severity and priority
    <14>2023-02-03T10:20:30Z esx01.example shell[123]: [root]: ls                 sent on, RFC 3164 with an ISO time
    <14>1 2023-02-03T10:20:30Z esx01.example shell 123 - - [root]: ls             sent on, RFC 5424

ESXi 5.0 wrote no user; such a line cannot be told from a message and is one, like `Interactive shell session
started`, the lines of SSH and ESXShell beside it, and those of other programs in one stream with it.
Sources: Broadcom KB 321910 (Auditing ESXi Shell logins and commands); lines of ESXi 5.0, 5.1, 6.7, 7 and 8 as
published by artefacts.help (VMware ESXi), elatov.github.io, and in tests of plaso's ESXi text parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from antivenom.errors import UsageError
from antivenom.tables import Damage, Event, FieldValue, Need, Origin, Reading
from antivenom.telemetry.format import Format, Input
from antivenom.telemetry.times import nanoseconds

COMMAND, MESSAGE = "shell", "message"
"""The kinds of events: a typed command, and any other line."""

MAX_LINE = 1 << 20
"""Bytes of the longest line that is read."""

_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z"
_PROGRAM = r"[A-Za-z][\w./-]{0,63}"
_HOST = r"(?=\S*[A-Za-z0-9])[\w.:-]{1,255}"
_LOCAL = re.compile(
    rf"(?:<(?P<pri>\d{{1,3}})>)?(?P<time>{_TIME}) (?:(?P<host>{_HOST}) )?(?:(?P<level>[A-Z][a-z]\(\d{{1,3}}\)) )?"
    rf"(?P<program>{_PROGRAM})(?:\[(?P<pid>\d{{1,12}})\])?: ?(?P<message>.*)",
    re.DOTALL | re.ASCII,
)
_SENT = re.compile(
    rf"<(?P<pri>\d{{1,3}})>(?P<version>1) (?P<time>{_TIME}) (?P<host>{_HOST}) (?P<program>{_PROGRAM}) "
    r"(?P<pid>\d{1,12}|-) (?P<id>\S{1,32}) (?P<data>-|\[[^\]]*\]) ?(?P<message>.*)",
    re.DOTALL | re.ASCII,
)
_TYPED = re.compile(r"\[(?P<user>[^\[\]]{1,256})\]: (?P<command>.*\S.*)", re.DOTALL)


def sniff(head: bytes) -> int:
    """How sure this is shell.log: a typed command must be there, and most lines must be of its form."""
    if b"shell" not in head:
        return 0
    lines = [text for text in head.removeprefix(b"\xef\xbb\xbf").split(b"\n") if text.strip()]
    parsed = [_match(_text(text[:4096])) for text in lines]
    typed = sum(1 for match in parsed if match is not None and _typed(match) is not None)
    if not typed:
        return 0
    return 90 if 2 * sum(match is not None for match in parsed) >= len(parsed) else 50


def read(source: Input, need: Need) -> Iterator[Reading]:
    """An event for each line, in file order; neighbouring lines that are none are one damage."""
    with source.open() as stream:
        stray = False
        for line, offset, text, whole in _lines(stream):
            origin = Origin(source.name, None, line, offset)
            if not whole:
                yield Damage(origin, f"a line of at most {MAX_LINE} bytes", _shown(text))
                continue
            if not text.strip():
                continue
            event = _event(_text(text), origin, need)
            if event is not None:
                if need.wants(event.kind):
                    yield event
            elif not stray:
                yield Damage(origin, "a line of an ESXi log", _shown(text))
            stray = event is None


def write(events: Iterable[Event], stream: BinaryIO) -> None:
    """Write lines of the form the fields are of; UsageError for values that no such line can hold."""
    for event in events:
        text = _line(event)
        again = _event(text, event.origin, Need())
        if "\n" in text or again is None or again.fields != dict(event.fields):
            raise UsageError(f"a line of shell.log cannot hold {text!r}")
        stream.write(text.encode("utf-8", "surrogateescape") + b"\n")


FORMAT = Format("esxi_shell", sniff, read, write)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, int, bytes, bool]]:
    """Number, offset, bytes without line end, and whether that is the whole line."""
    number, offset = 0, 0
    while text := stream.readline(MAX_LINE + 1):
        number += 1
        start, whole = offset, text.endswith(b"\n") or len(text) <= MAX_LINE
        offset += len(text)
        rest = text
        while not rest.endswith(b"\n") and (rest := stream.readline(MAX_LINE + 1)):
            offset += len(rest)
        if number == 1:
            text = text.removeprefix(b"\xef\xbb\xbf")
        yield number, start, text.rstrip(b"\r\n"), whole


def _text(data: bytes) -> str:
    return data.decode("utf-8", "backslashreplace")


def _match(text: str) -> re.Match[str] | None:
    return _SENT.fullmatch(text) or _LOCAL.fullmatch(text)


def _typed(match: re.Match[str]) -> re.Match[str] | None:
    return _TYPED.fullmatch(match["message"]) if match["program"] == "shell" else None


def _event(text: str, origin: Origin, need: Need) -> Event | None:
    match = _match(text)
    time = None if match is None else nanoseconds(match["time"])
    if match is None or time is None:
        return None
    fields: dict[str, FieldValue] = {name: value for name, value in match.groupdict().items() if value is not None}
    typed = _typed(match)
    if typed is not None:
        fields |= typed.groupdict()
    raw = text if need.raw_for("esxi") else None
    return Event("esxi", COMMAND if typed else MESSAGE, time, match["host"], fields, raw, origin)


def _line(event: Event) -> str:
    fields = {name: value for name, value in event.fields.items() if isinstance(value, str)}
    pri = f"<{fields['pri']}>" if "pri" in fields else ""
    if "version" in fields:
        names = ("version", "time", "host", "program", "pid", "id", "data", "message")
        return pri + " ".join(fields.get(name, "-") for name in names)
    pid = f"[{fields['pid']}]" if "pid" in fields else ""
    words = [fields[name] for name in ("time", "host", "level") if name in fields]
    return f"{pri}{' '.join(words)} {fields.get('program', '')}{pid}: {fields.get('message', '')}"


def _shown(found: bytes) -> str:
    return found[:100].decode("utf-8", "backslashreplace") + ("..." if len(found) > 100 else "")
