"""A small model of SPL in plain Python: results are dicts, a missing field is a missing key.

It has the rules of Splunk's documentation that commands share: search terms are
two-valued and without regard to case, `where` three-valued and with it; statistics leave results without their by
field out. Queries and what they must give are put together side by side, by choices the caller makes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
Rows = list[Row]
FIELDS = ("a", "b", "c")
TEXTS = ("x", "X", "yes", "no", "a b", "x*")


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a query, and what it makes of results."""

    text: str
    made: Callable[[Rows], Rows]


@dataclass(frozen=True, slots=True)
class Test:
    """A condition as a search term, as an expression, and what it says of a result: None where that is unknown."""

    term: str
    expression: str
    says: Callable[[Row], bool | None]


class Maker:
    """Makes steps and conditions by one's choices."""

    def __init__(self, choice: Callable[[Sequence[Any]], Any]) -> None:
        self._choice = choice

    def step(self) -> Step:
        """One command."""
        return getattr(self, self._choice(_COMMANDS))()

    def test(self, depth: int = 2) -> Test:
        """A condition, of parts as deep."""
        kind = self._choice(("leaf", "leaf", "and", "or", "not")) if depth else "leaf"
        if kind == "leaf":
            return self._leaf()
        one = self.test(depth - 1)
        if kind == "not":
            return Test(f"NOT ({one.term})", f"NOT ({one.expression})", lambda row: _not(one.says(row)))
        other, both = self.test(depth - 1), _and if kind == "and" else _or
        word = kind.upper()
        return Test(
            f"({one.term}) {word} ({other.term})",
            f"({one.expression}) {word} ({other.expression})",
            lambda row: both(one.says(row), other.says(row)),
        )

    def _leaf(self) -> Test:
        field, text = self._choice(FIELDS), self._choice(("x", "yes", "no", "a b"))
        return Test(f'{field}="{text}"', f'{field}="{text}"', lambda row: _same(row.get(field), text))

    def search(self) -> Step:
        """`search`: two-valued, without regard to case."""
        test = self.test()

        def passes(row: Row) -> bool:
            folded = {name: value.lower() for name, value in row.items() if isinstance(value, str)}
            return bool(_decided(test, folded))

        return Step(f"search {test.term}", lambda rows: [row for row in rows if passes(row)])

    def where(self) -> Step:
        """`where`: what is unknown does not pass."""
        test = self.test()
        return Step(f"where {test.expression}", lambda rows: [row for row in rows if test.says(row) is True])

    def eval(self) -> Step:
        """`eval` of an if, a concatenation or a coalesce."""
        test, target, one, other = self.test(1), *(self._choice(FIELDS) for _ in range(3))
        kind = self._choice(("if", "dot", "coalesce", "null"))
        text, value = {
            "if": (f'if({test.expression}, "yes", {one})', lambda row: "yes" if test.says(row) else row.get(one)),
            "dot": (f"{one}.{other}", lambda row: _joined(row.get(one), row.get(other))),
            "coalesce": (f"coalesce({one}, {other})", lambda row: row.get(one, row.get(other))),
            "null": (f"if({test.expression}, null(), {one})", lambda row: None if test.says(row) else row.get(one)),
        }[kind]
        return Step(f"eval {target}={text}", lambda rows: [_with(row, target, value(row)) for row in rows])

    def dedup(self) -> Step:
        """`dedup`: the first of each, none without the field."""
        field = self._choice(FIELDS)

        def made(rows: Rows) -> Rows:
            seen: set[str] = set()
            return [r for r in rows if field in r and not (r[field] in seen or seen.add(r[field]))]

        return Step(f"dedup {field}", made)

    def head(self) -> Step:
        """`head`."""
        count = self._choice((1, 3, 5))
        return Step(f"head {count}", lambda rows: rows[:count])

    def reverse(self) -> Step:
        """`reverse`."""
        return Step("reverse", lambda rows: rows[::-1])

    def fillnull(self) -> Step:
        """`fillnull` of a field that is named."""
        field = self._choice(FIELDS)
        return Step(f"fillnull value=no {field}", lambda rows: [{field: "no", **row} for row in rows])

    def sort(self) -> Step:
        """`sort`: by characters, what lacks the field last either way."""
        field, sign = self._choice(FIELDS), self._choice(("+", "-"))

        def made(rows: Rows) -> Rows:
            there = sorted((r for r in rows if field in r), key=lambda r: r[field].encode(), reverse=sign == "-")
            return there + [r for r in rows if field not in r]

        return Step(f"sort 0 {sign}{field}", made)

    def eventstats(self) -> Step:
        """`eventstats count by`."""
        field = self._choice(FIELDS)

        def made(rows: Rows) -> Rows:
            keys = [row.get(field) for row in rows]
            return [_with(row, "n", str(keys.count(row[field]))) if field in row else row for row in rows]

        return Step(f"eventstats count as n by {field}", made)


_COMMANDS = ("search", "where", "eval", "dedup", "head", "reverse", "fillnull", "sort", "eventstats")


def _with(row: Row, name: str, value: Any) -> Row:
    made = {key: old for key, old in row.items() if key != name}
    return made if value is None else {**made, name: value}


def _joined(one: str | None, other: str | None) -> str | None:
    return None if one is None or other is None else one + other


def _same(value: str | None, text: str) -> bool | None:
    return None if value is None else value == text


def _decided(test: Test, row: Row) -> bool:
    """What a search says, where a term about a missing field is false, and NOT of it true."""
    full = {field: row.get(field, "\0") for field in FIELDS}
    return bool(test.says(full))


def _not(one: bool | None) -> bool | None:
    return None if one is None else not one


def _and(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _or(one: bool | None, other: bool | None) -> bool | None:
    return _not(_and(_not(one), _not(other)))
