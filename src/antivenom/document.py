"""YAML that a person wrote, read as a tree in which every value knows its place.

A scalar is text until a schema asks for something else: `no`, `1.10` and `null` stay what was written.
Anchors, aliases, tags, repeated keys and several documents in one file are refused, so what is read is
never larger than what stands there; nesting and size are bounded.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import yaml

from antivenom.errors import DamagedInput
from antivenom.source import SourceText, Span

MOST_BYTES = 1_048_576
"""The largest file that is read."""
MOST_NESTING = 32
"""How deep lists and mappings may stand in each other."""

_NOT_REGULAR = "pipes, sockets and devices are not read; write what they give to a file"
_TOO_DEEP = f"lists and mappings stand more than {MOST_NESTING} deep"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What things are called by: lower-case words joined by hyphens."""

_INTEGER = re.compile(r"-?[0-9]{1,18}")
_DECIMAL = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,9})?")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a document: text, a list of nodes, or a mapping of text to nodes."""

    value: str | tuple[Node, ...] | Mapping[str, Entry]
    span: Span
    source: SourceText
    plain: bool = False
    """Whether it is text that stands without quotes."""

    def wrong(self, message: str, hint: str | None = None) -> NoReturn:
        """Raise DamagedInput that points at this value."""
        raise DamagedInput(message, span=self.span, source=self.source, hint=hint)

    def shape(self) -> str:
        """What kind of value this is, in words."""
        return "text" if isinstance(self.value, str) else "a list" if isinstance(self.value, tuple) else "a mapping"

    def is_text(self) -> bool:
        """Whether the value is text, not a list or a mapping."""
        return isinstance(self.value, str)

    def text(self) -> str:
        """The value as text that is not empty."""
        if not isinstance(self.value, str):
            self.wrong(f"expected text, found {self.shape()}")
        if not self.value:
            self.wrong("expected text, found nothing")
        return self.value

    def matching(self, pattern: re.Pattern[str], what: str) -> str:
        """The value as text of a form, which `what` names in errors."""
        text = self.text()
        if not pattern.fullmatch(text):
            self.wrong(f"expected {what}, found {text!r}")
        return text

    def id(self) -> str:
        """The value as an id: lower-case words joined by hyphens."""
        return self.matching(NAME, "an id of lower-case words joined by '-'")

    def any_text(self) -> str:
        """The value as text that may be empty."""
        return self.value if isinstance(self.value, str) else self.text()

    def integer(self, least: int, most: int) -> int:
        """The value as a whole number within a range."""
        text = self.text()
        if not _INTEGER.fullmatch(text) or not least <= int(text) <= most:
            self.wrong(f"expected a whole number from {least} to {most}, found {text!r}")
        return int(text)

    def seconds(self) -> int:
        """The value, in seconds with at most nine decimals, as nanoseconds."""
        text = self.text()
        if not _DECIMAL.fullmatch(text):
            self.wrong(f"expected a number of seconds, found {text!r}")
        return int(Decimal(text) * 1_000_000_000)

    def boolean(self) -> bool:
        """The value as `true` or `false`."""
        return self.choice(("true", "false")) == "true"

    def choice(self, words: Iterable[str]) -> str:
        """The value as one of some words."""
        text, words = self.text(), tuple(words)
        if text not in words:
            self.wrong(f"expected one of {', '.join(words)}; found {text!r}", nearest(text, words))
        return text

    def time(self) -> int:
        """The value, written as 2026-03-02T09:00:00Z, as nanoseconds since 1970-01-01 UTC."""
        text = self.text()
        try:
            moment = datetime.fromisoformat(text) if _TIME.fullmatch(text) else None
        except ValueError:
            moment = None
        if moment is None:
            self.wrong(f"expected a UTC time such as 2026-03-02T09:00:00Z, found {text!r}")
        elapsed = moment - datetime(1970, 1, 1, tzinfo=UTC)
        return ((elapsed.days * 86_400 + elapsed.seconds) * 1_000_000 + elapsed.microseconds) * 1_000

    def items(self) -> tuple[Node, ...]:
        """The value as a list."""
        if not isinstance(self.value, tuple):
            self.wrong(f"expected a list, found {self.shape()}")
        return self.value

    def each(self) -> tuple[Node, ...]:
        """The value as a list, of which a text alone is one with one item."""
        return (self,) if isinstance(self.value, str) else self.items()

    def texts(self) -> tuple[str, ...]:
        """The value as a list of texts, none empty."""
        return tuple(item.text() for item in self.items())

    def entries(self) -> Mapping[str, Entry]:
        """The value as a mapping of any keys."""
        if not isinstance(self.value, Mapping):
            self.wrong(f"expected a mapping, found {self.shape()}")
        return self.value

    def fields(self, what: str, *, required: Iterable[str] = (), optional: Iterable[str] = ()) -> Fields:
        """The value as a mapping of known keys; `what` names it in errors."""
        entries, required = self.entries(), tuple(required)
        known = (*required, *optional)
        for key, entry in entries.items():
            if key not in known:
                entry.key.wrong(f"{what} has no key {key!r}", nearest(key, known) or f"keys are {', '.join(known)}")
        for key in required:
            if key not in entries:
                self.wrong(f"{what} lacks the key {key!r}")
        return Fields(self, {key: entry.value for key, entry in entries.items()})


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping, with its place, and its value."""

    key: Node
    value: Node


@dataclass(frozen=True, slots=True)
class Fields:
    """A mapping whose keys have been checked."""

    node: Node
    values: Mapping[str, Node]

    def __getitem__(self, key: str) -> Node:
        """The value of a key that is required."""
        return self.values[key]

    def get(self, key: str) -> Node | None:
        """The value of an optional key."""
        return self.values.get(key)

    def text(self, key: str, default: str = "") -> str:
        """Text under a key, or the default where the key is missing."""
        return self.values[key].text() if key in self.values else default

    def texts(self, key: str) -> tuple[str, ...]:
        """Texts under a key, none where the key is missing."""
        return self.values[key].texts() if key in self.values else ()

    def items(self, key: str) -> tuple[Node, ...]:
        """The list under a key, empty where the key is missing."""
        return self.values[key].items() if key in self.values else ()


def nearest(word: str, words: Iterable[str]) -> str | None:
    """A hint that names the word someone may have meant."""
    return meant(word, words, most=1)


def meant(word: str, words: Iterable[str], most: int = 3) -> str | None:
    """A hint that names up to so many words someone may have meant, the nearest first."""
    close = [repr(one) for one in get_close_matches(word[:100], list(words), n=most)]
    listed = " or ".join(part for part in (", ".join(close[:-1]), *close[-1:]) if part)
    return f"did you mean {listed}?" if close else None


def read_text(path: Path, name: str | None = None) -> SourceText:
    """A UTF-8 file of at most MOST_BYTES bytes as text known by `name` (the path by default)."""
    name = name or str(path)
    return decoded(read_bytes(path, name), name)


def read_bytes(path: Path, name: str, most: int = MOST_BYTES) -> bytes:
    """What a regular file of at most `most` bytes holds; a pipe or a device could keep its reader waiting for ever."""
    try:
        with open(path, "rb", opener=_without_waiting) as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise DamagedInput("cannot read the file: it is no regular file", origin=name, hint=_NOT_REGULAR)
            data = stream.read(most + 1)
    except OSError as error:
        raise DamagedInput(f"cannot read the file: {error.strerror or error}", origin=name) from error
    if len(data) > most:
        raise DamagedInput(f"the file is larger than {most} bytes", origin=name)
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; that of a pipe to which nothing writes does not wait either."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def decoded(data: bytes, name: str) -> SourceText:
    """UTF-8 as text known by `name`."""
    try:
        return SourceText(data.decode("utf-8-sig"), name)
    except UnicodeDecodeError as error:
        raise DamagedInput(f"byte {error.start} of the file is not UTF-8", origin=name) from error


def parse(source: SourceText) -> Node:
    """The one document in a YAML text, or DamagedInput with its place."""
    return _parsed(source, most=1)[0]


def parse_all(source: SourceText, most: int = 1_000) -> tuple[Node, ...]:
    """The documents in a YAML text, at least one, or DamagedInput with its place."""
    return _parsed(source, most)


def _parsed(source: SourceText, most: int) -> tuple[Node, ...]:
    try:
        return _build(source, yaml.parse(source.text, Loader=_LOADER), most)
    except yaml.reader.ReaderError as error:
        place = Span(error.position, error.position + 1)
        raise DamagedInput("not a character YAML allows", span=place, source=source) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(mark.index, mark.index + 1) if mark else None
        problem = str(error.problem or error.context)
        if "nesting" in problem:  # newer readers have a bound of their own, and reach it before events come
            raise DamagedInput(_TOO_DEEP, span=span, source=source) from error
        raise DamagedInput(f"not YAML: {problem}", span=span, source=source) from error


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read."""

    start: int
    mapping: bool
    nodes: list[Node]


def _build(source: SourceText, events: Iterator[yaml.Event], most: int) -> tuple[Node, ...]:
    open_: list[_Open] = [_Open(0, False, [])]
    for event in events:
        if event.start_mark is None or event.end_mark is None:
            continue
        span = Span(event.start_mark.index, event.end_mark.index)
        if isinstance(event, yaml.ScalarEvent) and event.anchor is None and event.tag is None:
            open_[-1].nodes.append(Node(event.value, span, source, plain=event.implicit[0]))
            continue
        _refuse(event, span, source, open_, most)
        if isinstance(event, yaml.CollectionStartEvent):
            open_.append(_Open(span.start, isinstance(event, yaml.MappingStartEvent), []))
        elif isinstance(event, yaml.CollectionEndEvent):
            open_[-2].nodes.append(_close(open_.pop(), span, source))
    if not open_[0].nodes:
        raise DamagedInput("the document is empty", span=Span(0, 0), source=source)
    return tuple(open_[0].nodes)


def _refuse(event: yaml.Event, span: Span, source: SourceText, open_: list[_Open], most: int) -> None:
    """Raise for what this subset of YAML leaves out."""
    reason = None
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        reason = "anchors and aliases are not allowed here"
    elif getattr(event, "tag", None) is not None:
        reason = "tags are not allowed here"
    elif isinstance(event, yaml.DocumentStartEvent) and len(open_[0].nodes) >= most:
        reason = "a second document is not allowed here" if most == 1 else f"more than {most:,} documents"
    elif len(open_) > MOST_NESTING and isinstance(event, yaml.CollectionStartEvent):
        reason = _TOO_DEEP
    if reason:
        raise DamagedInput(reason, span=span, source=source)


def _close(collection: _Open, end: Span, source: SourceText) -> Node:
    span = Span(collection.start, max(collection.start, end.end))
    if not collection.mapping:
        return Node(tuple(collection.nodes), span, source)
    entries: dict[str, Entry] = {}
    for key, value in zip(collection.nodes[::2], collection.nodes[1::2], strict=True):
        name = key.text()
        if name in entries:
            key.wrong(f"the key {name!r} stands here twice")
        entries[name] = Entry(key, value)
    return Node(entries, span, source)
