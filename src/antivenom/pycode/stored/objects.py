"""What a reader of stored code gives: the summary, and the code objects inside it."""

from __future__ import annotations

from typing import NamedTuple


class Stored(NamedTuple):
    """What serialised code says without being loaded.

    kind     "marshal", "pickle" or "pyc".
    names    names that code objects use, or the globals "module.name" of a pickle; each once, in the order met.
    strings  text constants.
    blobs    bytes constants.
    calls    (callable, constant arguments) in the order met; `...` stands for an argument that is no constant.
    notes    what was odd, damaged or left out.
    source   Python statements that do what the data does, for an evaluator to read; None where none could be written.
    version  the Python that wrote it, as far as the format shows: "2.7", "3.11", "3.8 to 3.10", "protocol 4".
    """

    kind: str
    names: tuple[str, ...]
    strings: tuple[str, ...]
    blobs: tuple[bytes, ...]
    calls: tuple[tuple[str, tuple[object, ...]], ...]
    notes: tuple[str, ...]
    source: str | None = None
    version: str = ""


class Code(NamedTuple):
    """A code object: how many arguments it takes, its instructions and the tables they refer to."""

    arguments: int
    code: bytes
    consts: tuple[object, ...]
    names: tuple[str, ...]
    locals: tuple[str, ...]
    cells: tuple[str, ...]
    name: str
    layout: str


class Damaged(Exception):
    """The data ends early or is not of this format."""
