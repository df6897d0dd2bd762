"""Kusto's functions of regular expressions where RE2 does not give their answer; patterns as Kusto writes them."""

from __future__ import annotations

import json
import re
from itertools import islice

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed
from antivenom.engine.rust import Match, known, matcher
from antivenom.plan.rust import quoted

_REWRITE = re.compile(r"\\(\d)|\\\\|[^\\]+|\\")


def _caught(text: str, match: Match, group: int) -> str:
    """What a group caught; nothing where it took no part, or there is none."""
    if not 0 <= group < len(match) // 2:
        return ""
    first, last = match[2 * group : 2 * group + 2]
    return text[first:last] if first >= 0 else ""


def _matches(text: str, pattern: str) -> bool:
    """Whether a pattern that may differ from row to row is found; a text that is no pattern is found nowhere."""
    made = matcher(pattern)
    return made is not None and made.search(text) is not None


def _count(text: str, pattern: str) -> int:
    made = matcher(pattern)
    return 0 if made is None else sum(1 for _ in made.matches(text))


def _extract(text: str, pattern: str, group: int | None) -> str:
    if group is None:
        return ""
    match = known(pattern).search(text)
    return "" if match is None else _caught(text, match, group)


def _extract_all(text: str, pattern: str, groups: str) -> str | None:
    """Of every match the groups that a JSON list names, one alone without a list around; no match is null."""
    wanted: list[int] = json.loads(groups)
    found = [[_caught(text, match, group) for group in wanted] for match in known(pattern).matches(text)]
    return shown([each[0] for each in found] if len(wanted) == 1 else found) if found else None


def _replace(text: str, pattern: str, rewrite: str) -> str:
    """Every match replaced; \\0 to \\9 in the replacement are groups."""
    made, at = "", 0
    parts = [(found[0], found[1]) for found in _REWRITE.finditer(rewrite)]
    for match in known(pattern).matches(text):
        put = (_caught(text, match, int(digit)) if digit else piece.replace("\\\\", "\\") for piece, digit in parts)
        made += text[at : match[0]] + "".join(put)
        at = match[1]
    return made + text[at:]


def _indexof(text: str, pattern: str, start: int, length: int, occurrence: int) -> int | None:
    """Where a match begins in the text from a start on, or in its first so many characters (-1: all); -1 for none."""
    if start < 0 or occurrence < 0 or length < -1:
        return None
    match = next(islice(known(pattern).matches(text[start:]), max(occurrence, 1) - 1, None), None)
    return -1 if match is None or 0 <= length <= match[0] else match[0] + start


def _groups(text: str, pattern: str, count: int) -> list[str] | None:
    """What the first so many groups of the first match caught."""
    match = known(pattern).search(text)
    return None if match is None else [_caught(text, match, group + 1) for group in range(count)]


def _pairs(text: str, pattern: str, keys: str) -> list[str | None]:
    """For each key the second group of the first match whose first group is the key, both trimmed."""
    found: dict[str, str] = {}
    for match in known(pattern).matches(text):
        found.setdefault(_caught(text, match, 1).strip(), _caught(text, match, 2).strip())
    return [found.get(key) for key in json.loads(keys)]


_T = "VARCHAR"

ROWS = (
    Computed("rust.matches", _matches, (_T, _T), "BOOLEAN"),
    Computed("rust.count", _count, (_T, _T), "BIGINT"),
    Computed("rust.extract", _extract, (_T, _T, "BIGINT"), _T, nulls=True),
    Computed("rust.extract_all", _extract_all, (_T, _T, _T), _T),
    Computed("rust.replace", _replace, (_T, _T, _T), _T),
    Computed("rust.indexof", _indexof, (_T, _T, *("BIGINT",) * 3), "BIGINT"),
    Computed("rust.quote", quoted, (_T,), _T),
    Computed("rust.groups", _groups, (_T, _T, "BIGINT"), "VARCHAR[]"),
    Computed("rust.pairs", _pairs, (_T, _T, _T), "VARCHAR[]"),
)
