"""Kusto's functions that look for text in text, count it, or put other text in its place."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.engine.computed.answers import array, shown, unknown
from antivenom.engine.computed.table import Computed

_LONGEST = 1000


def _indexof(text: str, needle: str, start: int, length: int, occurrence: int) -> int | None:
    """Where the needle stands from the start on (from the end when negative), -1 if nowhere.

    The length bounds where the needle may begin, not where it ends (measured); it is not known how sharply.
    """
    if not needle or length < -1 or occurrence < 0:
        return None
    if start < -len(text) or occurrence == 0 or (occurrence > 1 and _overlaps(needle)):
        unknown("KQL indexof from before the text, of the occurrence 0, or of text that can overlap itself")
    begin = start + len(text) if start < 0 else start
    at = text.find(needle, begin)
    for _ in range(occurrence - 1):
        if at < 0:
            break
        at = text.find(needle, at + len(needle))
    if length >= 0 and at >= begin + length:
        unknown("KQL indexof of text that stands beyond the length")
    return at


def _overlaps(needle: str) -> bool:
    """Whether it can begin inside itself; a long one is taken to."""
    return len(needle) > _LONGEST or any(needle.startswith(needle[at:]) for at in range(1, len(needle)))


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
    wanted, given = array(lookups), array(rewrites)
    if wanted is None or given is None or len(wanted) != len(given) or "" in wanted:
        unknown("KQL replace_strings with lists of different length, with null or with an empty text")
    taken: list[tuple[int, int, str]] = []
    for lookup, rewrite in zip(wanted, given, strict=True):
        if isinstance(lookup, str):
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
    """Each letter of the first list becomes the one at its place in the second; with one given letter all do,
    with none they go."""
    if len(set(searched)) < len(searched) or 1 < len(given) < len(searched):
        unknown("KQL translate with a letter twice, or with fewer replacements than letters")
    if len(given) == 1:
        given *= len(searched)
    return text.translate({ord(char): given[at] if given else None for at, char in enumerate(searched)})


def _codepoints(text: str) -> str:
    if not text:
        unknown("KQL unicode_codepoints_from_string of an empty text")
    return shown([ord(char) for char in text])


def _of_codepoints(text: str | None) -> str:
    """The text of code points, given as lists and numbers in one list; empty where one is none."""
    made: list[str] = []
    for item in array(text) or []:
        for point in item if isinstance(item, list) else [item]:
            if type(point) is not int:
                unknown("KQL unicode_codepoints_to_string of what is no whole number")
            if not 0 <= point < 0x110000 or 0xD800 <= point < 0xE000:
                return ""
            made.append(chr(point))
    return "".join(made)


ROWS = (
    Computed("kusto.indexof_within", _indexof, ("VARCHAR", "VARCHAR", "BIGINT", "BIGINT", "BIGINT"), "BIGINT"),
    Computed("kusto.countof", _countof, ("VARCHAR", "VARCHAR"), "BIGINT"),
    Computed("kusto.replace_strings", _replace_strings, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR", nulls=True),
    Computed("kusto.translate", _translate, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR"),
    Computed("kusto.codepoints", _codepoints, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.of_codepoints", _of_codepoints, ("VARCHAR",), "VARCHAR", nulls=True),
)
