"""The marshal format of Python 2.3 to 3.14, read without loading anything."""

from __future__ import annotations

import struct
from typing import Callable, NamedTuple

from antivenom.pycode.budget import Budget
from antivenom.pycode.stored.objects import Code, Damaged

_DEEPEST = 60
_LONGEST_INTEGER = 4_000  # digits of 15 bits
_REFERENCE = 0x80


class Layout(NamedTuple):
    """Order of the fields of a code object: integers before the objects, and where each object stands among them."""

    name: str
    integers: int
    fields: tuple[str, ...]


_OLD = ("code", "consts", "names", "locals", "free", "cells", "file", "name", "line", "table")
_NEW = ("code", "consts", "names", "locals", "kinds", "file", "name", "qualified", "line", "table", "exceptions")
LAYOUTS = (
    Layout("3.11", 5, _NEW),
    Layout("3.8", 6, _OLD),
    Layout("3.0", 5, _OLD),
    Layout("2.7", 4, _OLD),
)
_CODE_TYPES = {
    "code": bytes,
    "consts": tuple,
    "names": tuple,
    "locals": tuple,
    "kinds": bytes,
    "free": tuple,
    "cells": tuple,
}


class Reader:
    """Reads one marshalled object in one layout; `codes` and `loose` keep what was met until then."""

    def __init__(self, data: bytes, at: int, layout: Layout, budget: Budget) -> None:
        self.data = data
        self.at = at
        self.layout = layout
        self.budget = budget
        self.codes: list[Code] = []
        self.loose: list[object] = []
        self._references: list[object] = []
        self._interned: list[object] = []
        self._depth = 0

    def take(self, count: int) -> bytes:
        """Give the next bytes."""
        end = self.at + count
        if count < 0 or end > len(self.data):
            raise Damaged
        taken = self.data[self.at : end]
        self.at = end
        return taken

    def integer(self) -> int:
        """Give the next 32-bit integer."""
        return int(struct.unpack("<i", self.take(4))[0])

    def read(self) -> object:
        """Give the next object."""
        self.budget.step()
        if self._depth > _DEEPEST:
            raise Damaged
        mark = self.take(1)[0]
        kind = chr(mark & 0x7F)
        reader = _KINDS.get(kind)
        if reader is None:
            raise Damaged
        place = -1
        if mark & _REFERENCE and kind != "r":
            place = len(self._references)
            self._references.append(None)
        self._depth += 1
        value = reader(self)
        self._depth -= 1
        if place >= 0:
            self._references[place] = value
        return value

    def many(self, count: int) -> tuple[object, ...]:
        """Give that many objects; each takes a byte at least."""
        if count < 0 or count > len(self.data) - self.at:
            raise Damaged
        return tuple([self.read() for _ in range(count)])

    def keep(self, value: object) -> object:
        """Note a text or bytes constant."""
        self.loose.append(value)
        return value

    def reference(self) -> object:
        """Give an object that was read before."""
        place = self.integer()
        if not 0 <= place < len(self._references):
            raise Damaged
        return self._references[place]

    def interned(self) -> object:
        """Give a Python 2 interned string, and number it."""
        value = self.take(self.integer())
        self._interned.append(value)
        return self.keep(value)

    def interned_again(self) -> object:
        """Give a Python 2 string that was interned before."""
        place = self.integer()
        if not 0 <= place < len(self._interned):
            raise Damaged
        return self._interned[place]

    def code(self) -> Code:
        """Give a code object in this reader's layout."""
        integers = [self.integer() for _ in range(self.layout.integers)]
        fields: dict[str, object] = {}
        try:
            for field in self.layout.fields:
                value: object = self.integer() if field == "line" else self.read()
                expected = _CODE_TYPES.get(field)
                if expected is not None and not isinstance(value, expected):
                    raise Damaged
                fields[field] = value
        except Damaged:
            if "names" in fields:  # cut off after all that matters
                self.codes.append(_code({"locals": (), "name": "", **fields}, integers, self.layout))
            raise
        code = _code(fields, integers, self.layout)
        self.codes.append(code)
        return code


def _code(fields: dict[str, object], integers: list[int], layout: Layout) -> Code:
    names = _texts(fields["names"])
    local = _texts(fields["locals"])
    cells = _texts(fields.get("cells", ())) + _texts(fields.get("free", ()))
    code, consts, name = fields["code"], fields["consts"], fields["name"]
    if not isinstance(code, bytes) or not isinstance(consts, tuple):
        raise Damaged
    extra = integers[2] if layout.integers > 5 or layout.name == "3.11" else integers[1]
    keywords = extra if layout.name != "2.7" else 0
    return Code(integers[0] + max(0, keywords), code, consts, names, local, cells, _text(name), layout.name)


def _texts(values: object) -> tuple[str, ...]:
    return tuple([_text(value) for value in values]) if isinstance(values, tuple) else ()


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("latin-1")
    if not isinstance(value, str):
        raise Damaged
    return value


def _long(reader: Reader) -> object:
    size = reader.integer()
    count = abs(size)
    digits = reader.take(count * 2)
    if count > _LONGEST_INTEGER:
        return None
    reader.budget.step(count)
    value = 0
    for digit in reversed(struct.unpack(f"<{count}H", digits)):
        value = value << 15 | digit
    return -value if size < 0 else value


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        raise Damaged from None


def _double(reader: Reader) -> float:
    return float(struct.unpack("<d", reader.take(8))[0])


def _pairs(reader: Reader) -> object:
    """A dictionary; it ends with a NULL object, which no other object may hold."""
    pairs = []
    while reader.data[reader.at : reader.at + 1] != b"0":
        pairs.append((reader.read(), reader.read()))
    reader.take(1)
    return tuple(pairs)


def _ascii(reader: Reader, size: int) -> object:
    return reader.keep(reader.take(size).decode("latin-1"))


_KINDS: dict[str, Callable[[Reader], object]] = {
    "N": lambda reader: None,
    "F": lambda reader: False,
    "T": lambda reader: True,
    "S": lambda reader: None,
    ".": lambda reader: ...,
    "i": Reader.integer,
    "I": lambda reader: int(struct.unpack("<q", reader.take(8))[0]),
    "f": lambda reader: _number(reader.take(reader.take(1)[0])),
    "g": _double,
    "x": lambda reader: complex(_number(reader.take(reader.take(1)[0])), _number(reader.take(reader.take(1)[0]))),
    "y": lambda reader: complex(_double(reader), _double(reader)),
    "l": _long,
    "s": lambda reader: reader.keep(reader.take(reader.integer())),
    "t": lambda reader: (
        reader.interned()
        if reader.layout.name == "2.7"
        else reader.keep(reader.take(reader.integer()).decode("utf-8", "replace"))
    ),
    "R": Reader.interned_again,
    "r": Reader.reference,
    "u": lambda reader: reader.keep(reader.take(reader.integer()).decode("utf-8", "replace")),
    "a": lambda reader: _ascii(reader, reader.integer()),
    "A": lambda reader: _ascii(reader, reader.integer()),
    "z": lambda reader: _ascii(reader, reader.take(1)[0]),
    "Z": lambda reader: _ascii(reader, reader.take(1)[0]),
    "(": lambda reader: reader.many(reader.integer()),
    ")": lambda reader: reader.many(reader.take(1)[0]),
    "[": lambda reader: reader.many(reader.integer()),
    "<": lambda reader: reader.many(reader.integer()),
    ">": lambda reader: reader.many(reader.integer()),
    "{": _pairs,
    ":": lambda reader: reader.many(3),
    "c": Reader.code,
}
