"""Each condition on fields as an atom: the literals its values must hold, and a test of the values themselves."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.engine import pcre
from antivenom.engine.together import factors, scalars, wildcards
from antivenom.engine.together.search import EDGE, LONGEST, SHORTEST
from antivenom.errors import AntivenomError, EngineError, QueryError
from antivenom.plan.values import Call, Column, Literal
from antivenom.plan.wildcards import Wild, parts_of

Truths = npt.NDArray[np.bool_]
Needs = tuple[tuple[bytes, ...], ...]


class TooSlow(Exception):
    """A pattern took too long on some values: whether the values pass, these counting as not, and these values."""

    def __init__(self, passed: Truths, values: list[str]) -> None:
        super().__init__()
        self.passed = passed
        self.values = values


@dataclass(frozen=True, slots=True)
class Atom:
    """A test of one or two columns, false where one is null.

    needs   of each, a value that passes holds at least one literal (folded, between EDGEs)
    exact   whether holding them is all it takes
    test    arrays of values (large_string, no nulls), one a column -> whether they pass
    one     the same of one value a column, where that is quicker
    slow    for a pattern with a time limit: `test`, given what it has cost before
    """

    columns: tuple[str, ...]
    test: Callable[..., Truths]
    needs: Needs = ()
    exact: bool = False
    one: Callable[..., bool] | None = None
    slow: Callable[[pa.Array, pcre.Patience], Truths] | None = None

    def passes(self, *cells: str) -> bool:
        """Whether one value a column passes."""
        if self.one is not None:
            return self.one(*cells)
        try:
            return bool(self.test(*(pa.array([cell], pa.large_string()) for cell in cells))[0])
        except (TooSlow, AntivenomError):
            return False


def atom_of(call: Call) -> Atom:
    """The atom of an operation. Raises EngineError for an operation that is none."""
    columns = tuple(arg.name for arg in call.args if isinstance(arg, Column))
    literals = tuple(arg.value for arg in call.args if isinstance(arg, Literal))
    return _made(call.op, columns, literals)


@lru_cache(maxsize=16384)
def _made(op: str, columns: tuple[str, ...], literals: tuple[Any, ...]) -> Atom:
    maker = _MAKERS.get(op)
    if maker is None or not columns:
        raise EngineError(f"the engine has no condition {op} on a column")
    try:
        return maker(columns, *literals)
    except UnicodeEncodeError:
        return Atom(columns, _nothing)
    except TypeError:
        raise EngineError(f"{op} does not take these arguments") from None


def truths(found: pa.Array) -> Truths:
    """Arrow's booleans, without nulls, as NumPy's."""
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.bool_)


def _nothing(values: pa.Array) -> Truths:
    return np.zeros(len(values), np.bool_)


def _present(columns: tuple[str, ...]) -> Atom:
    """An atom that passes whatever is not null."""
    return Atom(columns, lambda values: np.ones(len(values), np.bool_), exact=True, one=lambda value: True)


Maker = Callable[..., Atom]


def _text(name: str, before: bytes, after: bytes, cased: bool) -> Maker:
    """A text at an edge, at both, or anywhere."""
    kernel, compare = _KERNELS[name], _COMPARES[name]

    def make(columns: tuple[str, ...], text: str) -> Atom:
        given = text if cased else scalars.fold(text)
        needed = before + scalars.fold(text).encode() + after
        if not text and not (before and after):
            return _present(columns)
        cut = needed[-LONGEST:] if after and not before else needed[:LONGEST]
        short = len(needed) < SHORTEST
        exact = cut == needed and not short and (not cased or (text.isascii() and text.upper() == text.lower()))

        def test(values: pa.Array) -> Truths:
            return truths(kernel(values if cased else scalars.folded(values), given))

        def one(value: str) -> bool:
            return compare(value if cased else scalars.fold(value), given)

        return Atom(columns, test, () if short else ((cut,),), exact, one)

    return make


def _like(cased: bool) -> Maker:
    plain = {ends: _text(name, *edges, cased) for name, edges, ends in _TEXTS}

    def make(columns: tuple[str, ...], pattern: str) -> Atom:
        found = parts_of(pattern)
        if found == (Wild.MANY,):
            return _present(columns)
        inner = found[found[:1] == (Wild.MANY,) : len(found) - (found[-1:] == (Wild.MANY,))]
        if not inner or (len(inner) == 1 and isinstance(inner[0], str)):
            text = str(inner[0]) if inner else ""
            return plain[found[:1] == (Wild.MANY,), found[-1:] == (Wild.MANY,)](columns, text)
        translated = wildcards.to_re2(pattern if cased else scalars.fold(pattern))
        found_in = _searching(translated)
        return Atom(columns, found_in if cased else lambda values: found_in(scalars.folded(values)), _runs(found))

    return make


def _runs(pieces: tuple[str | Wild, ...]) -> Needs:
    """The texts of a wildcard pattern, tied to the edges they stand at."""
    made = []
    for number, piece in enumerate(pieces):
        if isinstance(piece, str):
            before = EDGE if number == 0 else b""
            after = EDGE if number == len(pieces) - 1 else b""
            made.append((before + scalars.fold(piece).encode() + after)[:LONGEST])
    return tuple((literal,) for literal in made if len(literal) >= SHORTEST)


def _searching(pattern: str) -> Callable[[pa.Array], Truths]:
    def test(values: pa.Array) -> Truths:
        try:
            return truths(pc.match_substring_regex(values, pattern))
        except pa.ArrowInvalid as error:
            raise QueryError(f"a pattern is too large: {error}") from None

    return test


def _regex(columns: tuple[str, ...], pattern: str) -> Atom:
    translated = pcre.to_search(pattern)
    needed = tuple(tuple(text.encode()[:LONGEST] for text in need) for need in factors.needs(pattern))
    if translated is not None:
        return Atom(columns, _searching(translated), needed)
    pcre.check(pattern)

    def slow(values: pa.Array, patience: pcre.Patience) -> Truths:
        texts = values.to_pylist()
        found, late = pcre.attempted(texts, pattern, patience)
        passed = np.array(found, np.bool_)
        if late:
            raise TooSlow(passed, [texts[number] for number in late])
        return passed

    return Atom(columns, lambda values: slow(values, pcre.Patience()), needed, slow=slow)


def _each(columns: tuple[str, ...], passes: Callable[..., bool]) -> Atom:
    """An atom that asks value by value."""

    def test(*arrays: pa.Array) -> Truths:
        return np.fromiter(map(passes, *(array.to_pylist() for array in arrays)), np.bool_, len(arrays[0]))

    return Atom(columns, test, one=passes)


def _cidr(columns: tuple[str, ...], text: str) -> Atom:
    return _each(columns, lambda value: scalars.within(value, text))


def _compared(compare: Callable[[float, float], bool]) -> Maker:
    def make(columns: tuple[str, ...], bound: float) -> Atom:
        def passes(value: str) -> bool:
            read = scalars.number(value)
            return read is not None and compare(read, bound)

        return _each(columns, passes)

    return make


def _part(columns: tuple[str, ...], name: str, wanted: int) -> Atom:
    return _each(columns, lambda value: scalars.part(value, name) == wanted)


def _same(compare: Callable[[str, str], bool], cased: bool) -> Maker:
    def make(columns: tuple[str, ...]) -> Atom:
        if len(columns) == 1:
            raise TypeError
        if columns[0] == columns[1]:
            return _present(columns[:1])

        def passes(first: str, second: str) -> bool:
            return compare(first, second) if cased else compare(scalars.fold(first), scalars.fold(second))

        return _each(columns, passes)

    return make


_KERNELS: dict[str, Callable[[pa.Array, str], pa.Array]] = {
    "eq": lambda values, text: pc.equal(values, pa.scalar(text, values.type)),
    "contains": pc.match_substring,
    "starts": pc.starts_with,
    "ends": pc.ends_with,
}
_COMPARES: dict[str, Callable[[str, str], bool]] = {
    "eq": operator.eq,
    "contains": operator.contains,
    "starts": str.startswith,
    "ends": str.endswith,
}
_TEXTS = (
    ("eq", (EDGE, EDGE), (False, False)),
    ("contains", (b"", b""), (True, True)),
    ("starts", (EDGE, b""), (False, True)),
    ("ends", (b"", EDGE), (True, False)),
)
"""A kind of text test, the edges its literal is tied to, and the ends at which a pattern for it is open."""


def _twins(name: str, maker: Callable[[bool], Maker]) -> Iterable[tuple[str, Maker]]:
    return ((f"sigma.{name}", maker(False)), (f"sigma.{name}_cased", maker(True)))


def _text_twins(name: str, edges: tuple[bytes, bytes]) -> Iterable[tuple[str, Maker]]:
    return _twins(name, lambda cased: _text(name, *edges, cased))


def _same_twins(name: str) -> Iterable[tuple[str, Maker]]:
    return _twins("same" if name == "eq" else f"same_{name}", lambda cased: _same(_COMPARES[name], cased))


_MAKERS: dict[str, Maker] = dict(
    (
        *(row for name, edges, _ in _TEXTS for row in _text_twins(name, edges)),
        *(row for name in _COMPARES for row in _same_twins(name)),
        *_twins("like", _like),
        ("sigma.regex", _regex),
        ("sigma.cidr", _cidr),
        *((f"sigma.{name}", _compared(getattr(operator, name))) for name in ("lt", "le", "gt", "ge")),
        ("sigma.part", _part),
        ("null.is_not_null", _present),
    )
)
