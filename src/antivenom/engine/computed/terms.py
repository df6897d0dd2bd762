"""`has_any` and `has_all` with an array that is known only when the query runs: its texts as terms of a text.

A term stands between characters that are neither letters nor digits; letters of any case are the same.
"""

from __future__ import annotations

import json
from functools import lru_cache
from unicodedata import category

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed

_Term = tuple[str, bool, bool]
"""A text in lower case, and whether it begins and whether it ends with a letter or digit."""


def _word(char: str) -> bool:
    return category(char)[0] in "LN"


def _lower(text: str) -> str:
    """Lower case, one character for one, as the engine has it."""
    return text.lower() if text.isascii() else "".join(char.lower()[0] for char in text)


@lru_cache(maxsize=256)
def _terms(array: str | None) -> tuple[_Term, ...]:
    """What is looked for: elements as texts; a null is found in every text."""
    try:
        elements = json.loads(array or "", parse_int=str, parse_float=str)
    except (ValueError, RecursionError):
        return ()
    return tuple(map(_term, elements)) if isinstance(elements, list) else ()


def _term(element: object) -> _Term:
    text = "" if element is None else element if isinstance(element, str) else shown(element)
    return _lower(text), bool(text) and _word(text[0]), bool(text) and _word(text[-1])


def _has(lowered: str, term: _Term) -> bool:
    needle, opens, closes = term
    at = lowered.find(needle)
    while at >= 0:
        end = at + len(needle)
        before = not opens or at == 0 or not _word(lowered[at - 1])
        if before and (not closes or end == len(lowered) or not _word(lowered[end])):
            return True
        at = lowered.find(needle, at + 1)
    return False


def _has_any(text: str | None, array: str | None) -> bool:
    lowered = _lower(text or "")
    return text is not None and any(_has(lowered, term) for term in _terms(array))


def _has_all(text: str | None, array: str | None) -> bool:
    lowered = _lower(text or "")
    return text is None or all(_has(lowered, term) for term in _terms(array))


ROWS = (
    Computed("kusto.has_any_array", _has_any, ("VARCHAR", "VARCHAR"), "BOOLEAN", nulls=True),
    Computed("kusto.has_all_array", _has_all, ("VARCHAR", "VARCHAR"), "BOOLEAN", nulls=True),
)
