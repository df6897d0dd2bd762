"""Perl regular expressions as Splunk runs them (PCRE), over Arrow arrays.

Two ways: an exact translation to RE2, which the engine has built in, where one exists; else the `regex`
module with a time limit for each value. Both read \\d \\w \\s as ASCII, as PCRE does without its UCP option.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic

import pyarrow as pa
import pyarrow.compute as pc
import regex

from antivenom.engine.perl.module import Program, compiled
from antivenom.engine.perl.re2 import to_re2, to_search
from antivenom.engine.perl.tokens import shown
from antivenom.errors import EngineError

__all__ = [
    "Patience", "attempted", "check", "compiled", "group", "groups", "replace", "search", "to_re2", "to_search",
]  # fmt: skip

SECONDS_PER_VALUE = 1.0
"""How long one pattern may search one value."""

SECONDS_PER_COLUMN = 60.0
"""How long one pattern may search all values of a column, where it has to be asked value by value."""

_LOOKED_AFTER = 16
"""After how many values the clock is looked at."""


def check(pattern: str) -> None:
    """Raises QueryError when this is no regular expression, Unsupported when it cannot be run exactly."""
    if to_re2(pattern) is None:
        compiled(pattern)


def _late(pattern: str) -> EngineError:
    return EngineError(f"the regular expression {shown(pattern)} took longer than {SECONDS_PER_VALUE:g} s on one value")


def search(subjects: pa.Array, pattern: str) -> pa.BooleanArray:
    """Whether the pattern is found in each subject; null stays null. Raises EngineError when too slow."""
    codes = pc.dictionary_encode(subjects)
    codes = codes.combine_chunks() if isinstance(codes, pa.ChunkedArray) else codes
    found, late = attempted(codes.dictionary.to_pylist(), pattern)
    if late:
        raise _late(pattern)
    return pa.array(found, pa.bool_()).take(codes.indices)


@dataclass(slots=True)
class Patience:
    """What one pattern has cost so far, table after table.

    seconds  how long it has searched.
    late     texts it took too long on; they are not searched again.
    untried  how many texts were not searched at all, because its time was over.
    """

    seconds: float = 0.0
    late: set[str] = field(default_factory=set)
    untried: int = 0


def attempted(
    texts: Sequence[str | None], pattern: str, patience: Patience | None = None
) -> tuple[list[bool | None], list[int]]:
    """Whether the pattern is found in each text, null for null, and the numbers of texts it took too long on.

    On these it counts as not found, and so it does on what is left when SECONDS_PER_COLUMN are over.
    """
    program = compiled(pattern)
    patience = patience or Patience()
    found: list[bool | None] = []
    late: list[int] = []
    begin = monotonic()
    for number, text in enumerate(texts):
        if number % _LOOKED_AFTER == 0 and patience.seconds + monotonic() - begin > SECONDS_PER_COLUMN:
            patience.untried += len(texts) - number
            late.extend(range(number, len(texts)))
            found.extend([False] * (len(texts) - number))
            break
        try:
            asked = text is not None and text not in patience.late
            hit = asked and program.for_text(text or "").search(text or "", timeout=SECONDS_PER_VALUE) is not None
            found.append(None if text is None else hit)
            late.extend([] if asked or text is None else [number])
        except TimeoutError:
            found.append(False)
            late.append(number)
            patience.late.add(text or "")
    patience.seconds += monotonic() - begin
    return found, late


def replace(subjects: pa.Array, pattern: str, replacement: str, which: int = 0) -> pa.StringArray:
    r"""Each subject with its matches replaced, or one of them; \1 to \9 in the replacement are groups.

    `which` is 0 for all, else the number of the match from 1. Null stays null.
    """
    program = compiled(pattern)
    parts = _replacement(replacement)

    seen = 0

    def put(match: regex.Match[str]) -> str:
        nonlocal seen
        seen += 1
        if which not in (0, seen):
            return str(match[0])
        return "".join(part if isinstance(part, str) else _group(match, part) for part in parts)

    made: list[str | None] = []
    try:
        for text in subjects.to_pylist():
            seen = 0
            made.append(
                None if text is None else program.for_text(text).sub(put, text, which, timeout=SECONDS_PER_VALUE)
            )
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.string())


def _group(match: regex.Match[str], number: int) -> str:
    return (match.group(number) or "") if number <= match.re.groups else ""


def _replacement(text: str) -> list[str | int]:
    return [
        int(piece[1]) if len(piece) == 2 and piece[0] == "\\" and piece[1].isdigit() else piece.replace("\\\\", "\\")
        for piece in re.findall(r"\\\d|\\\\|[^\\]+|\\", text)
    ]


def group(subjects: pa.Array, pattern: str, name: str) -> pa.StringArray:
    """What the named group caught in the first match of each subject; null without match or capture."""
    program = compiled(pattern)
    made: list[str | None] = []
    try:
        for text in subjects.to_pylist():
            match = None if text is None else program.for_text(text).search(text, timeout=SECONDS_PER_VALUE)
            made.append(None if match is None else match.group(name))
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.string())


def groups(subjects: pa.Array, pattern: str, name: str, most: int) -> pa.ListArray:
    """What a group (by name, or "1") caught in each of the first `most` matches (0: of all)."""
    program = compiled(pattern)
    key: str | int = int(name) if name.isdigit() else name
    made: list[list[str] | None] = []
    try:
        for text in subjects.to_pylist():
            made.append(None if text is None else _caught(program, text, key, most))
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.list_(pa.string()))


def _caught(program: Program, text: str, key: str | int, most: int) -> list[str] | None:
    found: list[str] = []
    for count, match in enumerate(program.for_text(text).finditer(text, timeout=SECONDS_PER_VALUE), 1):
        if match.group(key) is not None:
            found.append(match.group(key))
        if count == most:
            break
    return found or None


def offsets(subjects: pa.Array, pattern: str, names: Sequence[str]) -> pa.StringArray:
    """Where the named groups of the first match stand: "name=first-last", joined by &; null without a match."""
    program = compiled(pattern)
    made: list[str | None] = []
    try:
        for text in subjects.to_pylist():
            match = None if text is None else program.for_text(text).search(text, timeout=SECONDS_PER_VALUE)
            made.append(None if match is None else _places(match, names))
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.string())


def _places(match: regex.Match[str], names: Sequence[str]) -> str | None:
    found = ((name, *match.span(name)) for name in names)
    return "&".join(f"{name}={first}-{past - 1}" for name, first, past in found if first >= 0) or None
