"""Kusto's functions that look for text in text, count it, or put other text in its place."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.engine.computed.answers import array, shown
from antivenom.engine.computed.table import Computed, NoAnswer


def _indexof(text: str, needle: str, start: int, length: int, occurrence: int) -> int | None:
    """Where the needle stands from the start on (from the end when negative), -1 if nowhere.

    The length bounds where the needle may begin, not where it ends (measured).
    """
    if not needle or length < -1 or occurrence < 0:
        return None
    begin = max(start + len(text), 0) if start < 0 else start
    at = text.find(needle, begin)
    for _ in range(occurrence - 1):
        if at < 0:
            break
        at = text.find(needle, at + 1)
    return -1 if length >= 0 and at >= begin + length else at


def _countof(text: str, needle: str) -> int:
    """How often the needle stands in the text, overlapping itself or not; nothing is there no times."""
    if not needle:
        return 0
    count, at = 0, text.find(needle)
    while at >= 0:
        count, at = count + 1, text.find(needle, at + 1)
    return count


def _replace_strings(text: str, lookups: str | None, rewrites: str | None) -> str:
    """Each lookup in turn is looked for where no earlier one stands; what was put in is not looked at again."""
    taken: list[tuple[int, int, str]] = []
    for lookup, rewrite in zip(array(lookups) or [], array(rewrites) or [], strict=False):
        if isinstance(lookup, str) and lookup:
            put = rewrite if isinstance(rewrite, str) else lookup
            taken = sorted([*taken, *((start, end, put) for start, end in _free(text, lookup, taken))])
    return _assembled(text, taken)


def _free(text: str, lookup: str, taken: list[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
    """Where a lookup stands clear of the places that are taken, which are in order."""
    at, index = text.find(lookup), 0
    while at >= 0:
        end = at + len(lookup)
        while index < len(taken) and taken[index][1] <= at:
            index += 1
        if index < len(taken) and taken[index][0] < end:
            at = text.find(lookup, taken[index][1])
        else:
            yield at, end
            at = text.find(lookup, end)


def _assembled(text: str, taken: list[tuple[int, int, str]]) -> str:
    made, at = [], 0
    for start, end, rewrite in taken:
        made += [text[at:start], rewrite]
        at = end
    return "".join([*made, text[at:]])


def _translate(searched: str, given: str, text: str) -> str:
    """Each letter of the first list becomes the one at its place in the second, or the last one there; with no
    second list they go. Of a letter that stands twice the first place counts."""
    made: dict[int, str | None] = {}
    for at, char in enumerate(searched):
        made.setdefault(ord(char), given[min(at, len(given) - 1)] if given else None)
    return text.translate(made)


def _reversed(text: str) -> str:
    return text[::-1]


def _codepoints(text: str) -> str:
    return shown([ord(char) for char in text])


def _of_codepoints(text: str | None) -> str:
    """The text of code points, given as lists and numbers in one list; empty where one is none."""
    made: list[str] = []
    for item in array(text) or []:
        for point in item if isinstance(item, list) else [item]:
            if type(point) is not int:
                raise NoAnswer("what is no whole number")
            if not 0 <= point < 0x110000 or 0xD800 <= point < 0xE000:
                return ""
            made.append(chr(point))
    return "".join(made)


ROWS = (
    Computed("kusto.indexof_within", _indexof, ("VARCHAR", "VARCHAR", "BIGINT", "BIGINT", "BIGINT"), "BIGINT"),
    Computed("kusto.countof", _countof, ("VARCHAR", "VARCHAR"), "BIGINT"),
    Computed("kusto.replace_strings", _replace_strings, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR", nulls=True),
    Computed("kusto.translate", _translate, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("kusto.reversed", _reversed, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.codepoints", _codepoints, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.of_codepoints", _of_codepoints, ("VARCHAR",), "VARCHAR", nulls=True),
)
