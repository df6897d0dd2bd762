"""Raw audit.log: records joined into events by node, time and serial, also when interleaved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from antivenom.tables import Damage, Event, Need, Origin, Reading
from antivenom.telemetry.auditd_join import Joiner
from antivenom.telemetry.auditd_write import encode, execve_fields, line, literals, stamp
from antivenom.telemetry.format import Format, Input

__all__ = ["FORMAT", "encode", "execve_fields", "read", "sniff", "stamp", "write"]

MAX_LINE = 1 << 20
"""Bytes of the longest line that is read; the kernel's own bound is 8970."""

MAX_GLUED = 1 << 16
"""Bytes of the longest line whose glued records are all looked for; of a longer one the last is."""

_CHUNK = 1 << 18
_HEADER = rb"type=[^\s=]+ msg=audit\("
_EVENT = re.compile(
    rb"((?:node=[^\s=]+ )?)type=[^\s=]+ msg=audit\(([0-8]?\d{1,9}\.\d{1,9}:\d{1,20})\):[^\n]*+\n"
    rb"(?:\1type=[^\s=]+ msg=audit\(\2\):[^\n]*+\n)*+"
)
_PREFIX = (
    rb"[ \t]*+(?:(?:<\d{1,3}>(?:1 )?)?(?:[A-Z][a-z]{2} [ \d]\d [\d:]{8}|\d{4}-\d\d-\d\dT[^\s]{8,30}) "
    rb"(?P<host>[^\s=:]+) (?:[\w./-]+(?:\[\d+\])?:|[\w./-]+ \S+ \S+ \S+) ?)?"
)
_LINE = re.compile(_PREFIX + rb"(?P<record>(?:node=(?P<node>[^\s=]+) )?type=(?P<type>[^\s=]*) (?P<rest>.*))", re.DOTALL)
_REST = re.compile(rb"msg=audit\((?P<stamp>[0-8]?\d{1,9}\.\d{1,9}:\d{1,20})\):")
_ANOTHER = re.compile(rb"(?:node=[^\s=]+ )?" + _HEADER)
_OPEN_TEXT = re.compile(rb" msg='(?:[\n\r\x1d]|[^\n\x1d]*+(?<!')(?<!'\r)[\n\x1d])")
_SENT = frozenset({b"USER_", b"CRED_", b"SERVI", b"DAEMO"})
"""How the types of records begin that programs send (USER_CMD, CRED_ACQ, SERVICE_START, DAEMON_START)."""
_LOOKS_LIKE = re.compile(_PREFIX + rb"(?:node=[^\s=]+ )?" + _HEADER)


def sniff(head: bytes) -> int:
    """How sure this is audit.log: by how many of its first lines are audit records."""
    lines = [text for text in head.removeprefix(b"\xef\xbb\xbf").split(b"\n")[:400] if text.strip()]
    lines = [text for text in lines if not text.lstrip().startswith(b"#")]
    hits = sum(1 for text in lines if _LOOKS_LIKE.match(text))
    if not hits:
        return 0
    return 95 if hits * 2 >= len(lines) else 60


def read(source: Input, need: Need) -> Iterator[Reading]:
    """The events of an audit.log in the order they complete, and its damage in file order."""
    with source.open() as stream:
        yield from _Reader(source.name, need).read(stream)


def write(events: Iterable[Event], stream: BinaryIO) -> None:
    """Write the records of events as auditd would; see auditd_write.line for what cannot be written."""
    for event in events:
        literal = literals(event)
        lines = (line(part.kind, part.fields, literal) for part in event.parts or (event,))
        stream.writelines(text.encode("utf-8", "surrogateescape") + b"\n" for text in lines)


FORMAT = Format("auditd", sniff, read, write)


class _Reader:
    """Walks the lines of a file: whole runs of sound records at once, anything else line by line."""

    def __init__(self, name: str, need: Need) -> None:
        self.name = name
        self.joiner = Joiner(name, need)
        self.offset, self.line = 0, 1
        self.stray: Damage | None = None
        self.ready: list[Reading] = []

    def read(self, stream: BinaryIO) -> Iterator[Reading]:
        """Read in blocks of whole lines."""
        rest = stream.read(3)
        if rest == b"\xef\xbb\xbf":
            rest, self.offset = b"", 3
        while data := stream.read(_CHUNK):
            rest += data
            end = rest.rfind(b"\n") + 1
            self._block(rest[:end])
            rest = rest[end:]
            if len(rest) > MAX_LINE:
                rest = self._pass_long_line(rest, stream)
            yield from self.ready
            self.ready.clear()
        if rest:
            self._single(rest, cut=True)
        self._end_stray()
        yield from self.ready
        yield from self.joiner.rest()

    def _block(self, block: bytes) -> None:
        """Take whole lines."""
        at = 0
        for start, end in _suspects(block):
            self._run(block, at, start)
            self._single(block[start:end])
            at = end
        self._run(block, at, len(block))

    def _run(self, block: bytes, at: int, end: int) -> None:
        """Take lines that are sound if they are records at all."""
        joiner, ready, match_event, wanted = self.joiner, self.ready, _EVENT.match, self.joiner.wanted
        while at < end:
            match = match_event(block, at, end)
            if match is None:
                behind = block.index(b"\n", at) + 1
                self._single(block[at:behind])
                at = behind
                continue
            if self.stray is not None:
                self._end_stray()
            key = (match[1], match[2])
            behind = match.end()
            start = at + len(key[0]) + 5
            done = block.find(b"type=EOE ", at, behind) >= 0 or block[start : start + 5] in _SENT
            if not done or key in joiner.open or wanted is None or wanted(block, at, behind) is not None:
                ready += joiner.add(key, (self.offset, self.line, match[0], None), done=done)
            self.offset += behind - at
            self.line += block.count(b"\n", at, behind)
            at = behind

    def _single(self, text: bytes, *, cut: bool = False) -> None:
        """Take one line of any sort; `cut` when no line end follows it."""
        content = text.rstrip(b"\r\n")
        match = _LINE.match(content)
        if match is None:
            self._stray_line(content)
        else:
            self._end_stray()
            self._record(content, match, cut=cut)
        self.offset += len(text)
        self.line += text.count(b"\n")

    def _record(self, content: bytes, match: re.Match[bytes], *, cut: bool) -> None:
        """Take a line that begins as a record does; a record glued to a broken one is read too."""
        start = self.offset
        while (here := _glued_at(content, match)) is not None:
            if len(content) > MAX_GLUED:
                *_, last = _ANOTHER.finditer(content)
                here = last.start()
            self._damage("the rest of the record", content[match.start("record") : here])
            content = content[here:]
            self.offset += here
            glued = _LINE.match(content)
            assert glued is not None, "what _ANOTHER finds begins as a line does"
            match = glued
        self._sound(content, match, cut=cut)
        self.offset = start

    def _sound(self, content: bytes, match: re.Match[bytes], *, cut: bool) -> None:
        """Take a line with one record."""
        record = match["record"]
        head = _REST.match(match["rest"])
        expected = _what_is_wrong(match["type"], head, record, cut=cut)
        if expected is not None or head is None:
            self._damage(expected or "", record)
            return
        host = match["node"] or match["host"]
        whole = content if match.start("record") else None
        clean = record.replace(b"#035", b"\x1d", 1) if whole is not None else record
        key = (b"node=" + host + b" " if host else b"", head["stamp"])
        done = match["type"] == b"EOE" or match["type"][:5] in _SENT
        self.ready += self.joiner.add(key, (self.offset, self.line, clean + b"\n", whole), done=done)

    def _stray_line(self, content: bytes) -> None:
        """Remember a line that is no record; neighbouring ones are one damage, blanks and comments none."""
        clean = content.strip()
        if self.stray is None and clean and not clean.startswith(b"#"):
            self.stray = self._broken("an audit record", clean)

    def _end_stray(self) -> None:
        if self.stray is not None:
            self.ready.append(self.stray)
            self.stray = None

    def _pass_long_line(self, rest: bytes, stream: BinaryIO) -> bytes:
        """Pass over a line longer than MAX_LINE; gives what follows it."""
        self._end_stray()
        self._damage(f"a line of at most {MAX_LINE} bytes", rest)
        while b"\n" not in rest:
            self.offset += len(rest)
            rest = stream.read(_CHUNK)
            if not rest:
                return b""
        end = rest.index(b"\n") + 1
        self.offset += end
        self.line += 1
        whole = rest.rfind(b"\n") + 1
        self._block(rest[end:whole])
        return rest[whole:]

    def _damage(self, expected: str, found: bytes) -> None:
        self.ready.append(self._broken(expected, found))

    def _broken(self, expected: str, found: bytes) -> Damage:
        shown = found[:100].decode("utf-8", "backslashreplace") + ("..." if len(found) > 100 else "")
        return Damage(Origin(self.name, None, self.line, self.offset), expected, shown)


def _suspects(block: bytes) -> Iterator[tuple[int, int]]:
    """The lines of a block that need a closer look: a second record in it, an open quote, an open msg='."""
    lines = block.split(b"\n")
    bad = {index for index, text in enumerate(lines) if text.count(b'"') & 1}
    if _OPEN_TEXT.search(block) is not None:
        bad.update(i for i, text in enumerate(lines) if b" msg='" in text and not _closed(text))
    if block.count(b" msg=audit(") >= len(lines):
        bad.update(i for i, text in enumerate(lines) if text.count(b" msg=audit(") > 1)
    at = 0
    for index, text in enumerate(lines if bad else ()):
        if index in bad:
            yield at, at + len(text) + 1
        at += len(text) + 1


def _closed(record: bytes) -> bool:
    """Whether a record's msg='...' ends: with a quote, or a quote before its enriched values."""
    kernel = record.partition(b"\x1d")[0].rstrip()
    return kernel.endswith(b"'") and not kernel.endswith(b" msg='")


def _glued_at(content: bytes, match: re.Match[bytes]) -> int | None:
    """Where in a line another record begins inside its first one, or None."""
    record, start = match["record"], match.start("record")
    another = _ANOTHER.search(record, match.start("rest") - start)
    if another is None or _inside_text(record, another.start()):
        return None
    return start + another.start()


def _inside_text(record: bytes, start: int) -> bool:
    """Whether a place in a record is inside its msg='...'."""
    opened = record.find(b" msg='", 0, start)
    return opened >= 0 and _closed(record) and record.count(b" msg='") == 1


def _what_is_wrong(kind: bytes, head: re.Match[bytes] | None, record: bytes, *, cut: bool) -> str | None:
    """What a record lacks, or None."""
    if not kind:
        return "a record type"
    if head is None:
        return "msg=audit(seconds.milliseconds:serial):"
    text = b" msg='" in record
    if text and not _closed(record):
        return "a closing ' and a line end"
    if not text and record.count(b'"') % 2:
        return 'a closing " and a line end'
    words = record.partition(b"\x1d")[0].split()
    if cut and not text and len(words) > 2 and b"=" not in words[-1] and not words[-1].endswith(b"}"):
        return "name=value and a line end"
    return None
