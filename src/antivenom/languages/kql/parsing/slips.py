"""What a person most likely meant where a query goes wrong: the hints of syntax errors."""

from __future__ import annotations

from antivenom.languages.kql.parsing.lexer import Kind, Token
from antivenom.plan.catalog import nearest

_STRINGS = "has contains startswith endswith hasprefix hassuffix has_any has_all in between".split()
_WORDS = [
    *("and or by asc desc matches on with to from step kind typeof".split()),
    *_STRINGS,
    *(f"{word}_cs" for word in _STRINGS[:6]),
    *(f"!{word}" for word in _STRINGS[:6]),
]
"""Words that may follow a value."""
_OPERATORS = frozenset(
    "where filter extend project summarize distinct sort order top take limit count render join lookup union evaluate"
    " parse serialize search mvexpand".split()
)
_UNITS = {
    "d": ("d", "day", "days"),
    "h": ("h", "hour", "hours"),
    "m": ("m", "min", "minute", "minutes"),
    "s": ("s", "sec", "second", "seconds"),
}
_NEGATED = frozenset({"in", "has", "contains", "startswith", "endswith", "between", "has_any"})
_DIRECTIONS = {"descending": "desc", "ascending": "asc"}
_SIGNS = {
    "=": "== compares; let NAME = VALUE; begins a query with a name",
    "==": "one = names a value",
    "[": "a list stands in parentheses",
}


def hint(before: Token | None, here: Token, after: Token, *, open_ended: bool) -> str | None:
    """A hint about the token that was not expected, by what it is and what stands around it.

    `open_ended`: much might stand here, as at the end of a query.
    """
    if here.kind is Kind.SIGN:
        if here.text == "|" and before is not None and before.text == "|":
            return "or joins two conditions" if before.span.end == here.span.start else None
        return _SIGNS.get(here.text)
    if here.kind is not Kind.WORD:
        return None
    return _of_words(before, here.text, after, open_ended)


def _of_words(before: Token | None, word: str, after: Token, open_ended: bool) -> str | None:
    low = word.lower()
    if before is not None and before.text.lower() == "select":
        return "a query begins with its table: Table | project Column"
    if before is not None and before.text == "not":
        return "write not(...)"
    if before is not None and before.kind is Kind.LONG:
        unit = next((unit for unit, names in _UNITS.items() if low in names), None)
        if unit is not None:
            return f"write {before.text}{unit}"
    if word == "not" and after.text in _NEGATED:
        return f"write !{after.text}"
    if low == "is":
        return "isnull(...) and isnotnull(...) ask for nulls, isempty(...) for empty strings"
    if word == "matches":
        return "write matches regex"
    if word in _OPERATORS:
        return f"put | before {word}"
    close = _DIRECTIONS.get(low) or nearest(word, _WORDS)
    if close and close != word:
        return f"did you mean {close}?"
    beside = before is not None and (before.kind in (Kind.WORD, Kind.STRING) or before.text == ")")
    return "a comma stands between two columns, | before an operator" if beside and open_ended else None
