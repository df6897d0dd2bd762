"""Necessary literals of a regular expression: what a value must hold to be matched. In doubt there are none."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, TypeAlias

from antivenom.engine.together.scalars import fold

Need: TypeAlias = tuple[str, ...]
"""Folded texts of which a folded value must hold at least one."""

_SHORTEST = 3
_MOST_CHOICES = 64
_MOST_NEEDS = 8
_DOUBTFUL = re.compile(r"\[[:.=]|\\Q|\(\?[a-zA-Z]*-?[a-zA-Z]*x")
"""What Python reads and PCRE reads otherwise: named classes, quoting, patterns with free space."""

_IGNORES_CASE = re.compile(r"\(\?[a-zA-Z]*i")
_LONG_S = "\u017f"
_GROUPS = (sre.SUBPATTERN, sre.ATOMIC_GROUP)
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
_NO_WIDTH = (sre.AT, sre.ASSERT, sre.ASSERT_NOT)


@lru_cache(maxsize=4096)
def needs(pattern: str) -> tuple[Need, ...]:
    """What every value that the pattern matches holds: one text of each need, at the least."""
    if _DOUBTFUL.search(pattern):
        return ()
    ignoring = bool(_IGNORES_CASE.search(pattern))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = _sequence(parser.parse(pattern), ignoring)
    except (re.error, RecursionError, OverflowError, Warning):
        return ()
    best = sorted(found, key=_worth, reverse=True)[:_MOST_NEEDS]
    return tuple(_with_long_s(need) if ignoring else need for need in best)


def _with_long_s(need: Need) -> Need:
    """Without case, an `s` also stands for a long s, which folding leaves alone."""
    return (*need, _LONG_S) if any("s" in text for text in need) else need


def _worth(need: Need) -> tuple[int, int]:
    return min(map(len, need)), -len(need)


def _flat(items: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, Any]]:
    """The items with those of groups in their place."""
    for op, given in items:
        if op in _GROUPS:
            yield from _flat(given[-1] if op is sre.SUBPATTERN else given)
        else:
            yield op, given


def _sequence(items: Iterable[tuple[Any, Any]], ignoring: bool) -> list[Need]:
    found: list[Need] = []
    run = ""
    for op, given in _flat(items):
        char = _char(op, given, ignoring)
        if char:
            run += char
        elif op not in _NO_WIDTH:
            found += [(run,), *_inside(op, given, ignoring)]
            run = ""
    return [need for need in [*found, (run,)] if min(map(len, need)) >= _SHORTEST]


def _inside(op: Any, given: Any, ignoring: bool) -> list[Need]:
    """The needs of a repeat or a choice."""
    if op in _REPEATS and given[0] >= 1:
        return _sequence(given[2], ignoring)
    if op is not sre.BRANCH:
        return []
    choices: set[str] = set()
    for branch in given[1]:
        best = max(_sequence(branch, ignoring), key=_worth, default=())
        choices.update(best)
        if not best or len(choices) > _MOST_CHOICES:
            return []
    return [tuple(sorted(choices))]


def _char(op: Any, given: Any, ignoring: bool) -> str:
    """The one folded character the item stands for, empty where there is no such."""
    if op is sre.LITERAL:
        return fold(chr(given)) if given < 128 or not (ignoring or 0xD800 <= given < 0xE000) else ""
    if op is sre.IN:
        chars = {_char(inner, what, ignoring) if inner is sre.LITERAL else "" for inner, what in given}
        return chars.pop() if len(chars) == 1 else ""
    return ""
