"""Sets of characters as ranges of code points, by the Unicode tables of the regex module."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import groupby

import regex

from antivenom.plan.rust.nodes import Bracket, Combined, One, Perl, Posix, Property, Range, Set, WrongPattern

Ranges = tuple[tuple[int, int], ...]
"""Pairs of first and last code point, in order, with gaps between."""

_LAST = 0x10FFFF
_SURROGATES = (0xD800, 0xDFFF)
_TURKISH = frozenset((0x130, 0x131))
"""Letters that no simple folding joins with i."""
_POSIX = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": "\0-\x7f",
    "cntrl": "\0-\x1f\x7f-\x7f",
    "digit": "0-9",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": "!-/:-@[-`{-~",
    "space": "\t-\r - ",
    "blank": "\t-\t - ",
    "upper": "A-Z",
    "word": "0-9A-Z_-_a-z",
    "xdigit": "0-9A-Fa-f",
}
_ASCII_PERL = {"d": "digit", "w": "word", "s": "space"}
WORD = r"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\p{Join_Control}"
"""The characters of words, as the regex module reads them inside a class."""
PERL = {"d": r"\p{Nd}", "w": WORD, "s": r"\p{White_Space}"}


@cache
def _every() -> str:
    first, last = _SURROGATES
    return "".join(map(chr, (*range(first), *range(last + 1, _LAST + 1))))


def joined(codes: Iterable[int]) -> Ranges:
    """Code points in order as ranges."""
    runs = (list(run) for _, run in groupby(enumerate(codes), lambda pair: pair[1] - pair[0]))
    return tuple((run[0][1], run[-1][1]) for run in runs)


@lru_cache(maxsize=256)
def members(inner: str) -> Ranges:
    """The characters of a class, given as what the regex module reads inside its brackets."""
    try:
        found = regex.findall(f"[{inner}]", _every(), flags=regex.V0)
    except regex.error:
        raise WrongPattern(f"there is no class {inner}") from None
    return joined(map(ord, found))


def _posix(name: str) -> Ranges:
    text = _POSIX[name]
    return tuple((ord(text[at]), ord(text[at + 2])) for at in range(0, len(text), 3))


def union(sets: Iterable[Ranges]) -> Ranges:
    """The characters of any of the sets."""
    made: list[tuple[int, int]] = []
    for first, last in sorted(pair for one in sets for pair in one):
        if made and first <= made[-1][1] + 1:
            made[-1] = (made[-1][0], max(made[-1][1], last))
        else:
            made.append((first, last))
    return tuple(made)


def inverted(given: Ranges) -> Ranges:
    """Every other character."""
    made, at = [], 0
    for first, last in union((given, (_SURROGATES,))):
        if first > at:
            made.append((at, first - 1))
        at = last + 1
    return (*made, (at, _LAST)) if at <= _LAST else tuple(made)


def common(left: Ranges, right: Ranges) -> Ranges:
    """The characters of both sets."""
    return inverted(union((inverted(left), inverted(right))))


@cache
def _orbits() -> dict[int, tuple[int, ...]]:
    """The characters that differ in case alone, by each of them."""
    parents: dict[int, int] = {}

    def root(code: int) -> int:
        while parents.get(code, code) != code:
            code = parents[code]
        return code

    for char in _every():
        for other in (char.lower(), char.upper(), char.title()):
            if other != char and len(other) == 1 and not _TURKISH & {ord(char), ord(other)}:
                parents[root(ord(other))] = root(ord(char))
    groups: dict[int, list[int]] = {}
    for code in sorted({*parents, *parents.values()}):
        groups.setdefault(root(code), []).append(code)
    return {code: tuple(group) for group in groups.values() for code in group if len(group) > 1}


def folded(given: Ranges, *, ascii: bool) -> Ranges:
    """The set with every character that differs from one of its own in case alone."""
    if ascii:
        low, high = common(given, _posix("lower")), common(given, _posix("upper"))
        return union((given, _moved(low, -32), _moved(high, 32)))
    more = {other for first, last in given for code in _cased(first, last) for other in _orbits()[code]}
    return union((given, joined(sorted(more))))


def _cased(first: int, last: int) -> Iterable[int]:
    if last - first < len(_orbits()):
        return (code for code in range(first, last + 1) if code in _orbits())
    return (code for code in _orbits() if first <= code <= last)


def _moved(given: Ranges, by: int) -> Ranges:
    return tuple((first + by, last + by) for first, last in given)


@lru_cache(maxsize=4096)
def of(one: One) -> Ranges:
    """The characters that a node takes."""
    made = _of(one.set, one.fold, one.ascii)
    return folded(made, ascii=one.ascii) if one.fold and isinstance(one.set, Range) else made


def _of(given: Set, fold: bool, ascii: bool) -> Ranges:
    """A set's characters, case folded where it is asked for and before it is negated, as the flavour does."""

    def finished(made: Ranges, negated: bool) -> Ranges:
        made = folded(made, ascii=ascii) if fold else made
        return inverted(made) if negated else made

    match given:
        case Range(first, last):
            return ((first, last),)
        case Perl(letter, negated, True):
            return inverted(_posix(_ASCII_PERL[letter])) if negated else _posix(_ASCII_PERL[letter])
        case Perl(letter, negated):
            return inverted(members(PERL[letter])) if negated else members(PERL[letter])
        case Posix(name, negated):
            return finished(_posix(name), negated)
        case Property(name, negated):
            return finished(members(property_text(name)), negated)
        case Bracket(items, negated):
            return finished(union(_of(item, fold, ascii) for item in items), negated)
        case Combined(sign, left, right):
            sides = [finished(_of(side, fold, ascii), False) for side in (left, right)]
            return _combined(sign, *sides)


def property_text(name: str) -> str:
    """A property as the regex module reads it."""
    return r"\0-\x7f" if name.lower() == "ascii" else rf"\p{{{name}}}"


def _combined(sign: str, left: Ranges, right: Ranges) -> Ranges:
    if sign == "&&":
        return common(left, right)
    if sign == "--":
        return common(left, inverted(right))
    return common(union((left, right)), inverted(common(left, right)))


def has(given: Sequence[tuple[int, int]], code: int) -> bool:
    """Whether a character is in a set."""
    low, high = 0, len(given)
    while low < high:
        middle = (low + high) // 2
        if given[middle][1] < code:
            low = middle + 1
        else:
            high = middle
    return low < len(given) and given[low][0] <= code
