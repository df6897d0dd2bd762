"""Events made from the values of a Sigma rule: some that match it, and many that nearly do.

They are made from the rule as it is written, with nothing of antivenom's, so that a value that antivenom reads
otherwise is still tried as it was meant.
"""

from __future__ import annotations

import base64
import fnmatch
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_network
from random import Random
from re import _constants as op
from re import _parser as regex
from typing import Any

Row = dict[str, str | None]

PLACEHOLDER = "Stand-In\\of*a?placeholder"
"""What every placeholder stands for, as Sigma writes it."""

_STANDS_FOR = "Stand-In\\of{}a{}placeholder"
_DASHES = "-/\u2013\u2014\u2015"
_NEGATED = re.compile(r"\bnot\s+(?:(?:1|any|all)\s+of\s+)?\(?([\w*.-]+)", re.IGNORECASE)
_ENCODINGS = {"wide": "utf-16-le", "utf16le": "utf-16-le", "utf16": "utf-16-le", "utf16be": "utf-16-be"}
_MOST_BRANCHES = 30
_DRAWS = 10


@dataclass(frozen=True, slots=True)
class Atom:
    """A field with its modifiers and values."""

    field: str
    modifiers: tuple[str, ...]
    values: tuple[Any, ...]


Alternative = list[Atom]
Piece = tuple[str, str, str | None]
"""A field, where in it a text stands (start, middle, end, whole), and the text; a whole None is no value."""


class Maker:
    """Makes the rows of one rule; the same rule gives the same rows."""

    def __init__(self, rule: Mapping[str, Any]) -> None:
        self.random = Random(str(rule["id"]))
        detection = rule["detection"]
        self.searches = {
            name: _alternatives(value) for name, value in detection.items() if name not in ("condition", "timeframe")
        }
        condition = " or ".join(map(str, _listed(detection["condition"])))
        hidden = [one for pattern in _NEGATED.findall(condition) for one in fnmatch.filter(self.searches, pattern)]
        self.negated = [name for name in self.searches if name in hidden]
        self.wanted = [name for name in self.searches if name not in hidden]

    def rows(self) -> list[Row]:
        """Distinct rows."""
        hits = [self.row(self.wanted) for _ in range(_DRAWS)]
        hits += [self.row(self.wanted, branch) for branch in self.branches()]
        hits += [{**self.others(), **row} for row in hits[:_DRAWS]]
        made = [*hits, *self.subsets()]
        for row in self.random.sample(hits, min(5, len(hits))):
            made += self.misses(row)
        return list({repr(sorted(row.items())): row for row in made if row}.values())

    def others(self) -> Row:
        """Something of its own in every field that is looked at under a `not`."""
        atoms = [atom for name in self.negated for one in self.searches[name] for atom in one]
        return {atom.field: f"Q:\\other{number}" for number, atom in enumerate(atoms)}

    def subsets(self) -> Iterator[Row]:
        """Rows for some of the search identifiers: what is negated too, all but one, one alone."""
        for name in self.negated:
            yield self.row([*self.wanted, name])
            yield self.row([*self.wanted, name])
        for name in self.searches:
            yield self.row([name])
            yield self.row([other for other in self.wanted if other != name])
        yield self.row(list(self.searches))

    def branches(self) -> list[tuple[Atom, int]]:
        """Every value of every field that is wanted, or some of them where there are many."""
        every = [
            (atom, number)
            for name in self.wanted
            for alternative in self.searches[name]
            for atom in alternative
            for number in range(len(atom.values))
        ]
        return self.random.sample(every, min(_MOST_BRANCHES, len(every)))

    def row(self, names: Sequence[str], forced: tuple[Atom, int] | None = None) -> Row:
        """A row that has what these search identifiers ask for, by one value of each list."""
        pieces: list[Piece] = []
        for name in names:
            choices = self.searches[name]
            with_it = [one for one in choices if forced is not None and forced[0] in one]
            for atom in self.random.choice(with_it or choices) if choices else []:
                number = forced[1] if forced is not None and atom is forced[0] else None
                pieces += self.pieces(atom, number)
        row: Row = {}
        for field in dict.fromkeys(piece[0] for piece in pieces):
            row[field] = self.text([(where, text) for name, where, text in pieces if name == field])
        return row

    def text(self, pieces: list[tuple[str, str | None]]) -> str | None:
        """The value of a field that has all these pieces, as far as one value can."""
        whole = [text for where, text in pieces if where == "whole"]
        if whole:
            return whole[0]
        start = next((text for where, text in pieces if where == "start"), self.random.choice(["", "C:", " ", "x\\"]))
        end = next((text for where, text in reversed(pieces) if where == "end"), self.random.choice(["", " ", " y"]))
        middle = self.random.choice(["", " ", "\\"]).join(str(text) for where, text in pieces if where == "middle")
        return f"{start}{middle}{end}"

    # one field

    def pieces(self, atom: Atom, number: int | None) -> Iterator[Piece]:
        """What one value of an atom asks for, or all of them."""
        values = atom.values if "all" in atom.modifiers else (self.random.choice(atom.values),)
        for value in values if number is None or "all" in atom.modifiers else (atom.values[number],):
            yield from self.piece(atom, value)

    def piece(self, atom: Atom, value: Any) -> Iterator[Piece]:
        """What one value asks for."""
        field, modifiers = atom.field, atom.modifiers
        if value is None or (modifiers == ("exists",) and not value):
            yield field, "whole", None
        elif "fieldref" in modifiers:
            yield field, "whole", "The Same_Text%"
            yield str(value), "whole", "the same_text%"
        elif "re" in modifiers:
            yield field, _anchored(str(value)), self.matching(str(value))
        elif "cidr" in modifiers:
            network = ip_network(str(value), strict=False)
            yield field, "whole", str(network[self.random.randrange(min(network.num_addresses, 1 << 20))])
        elif {"lt", "lte", "gt", "gte"} & {*modifiers}:
            yield field, "whole", str(int(value) + self.random.choice([-1, 0, 1]))
        else:
            yield field, _where(modifiers), self.instance(modifiers, _text(value))

    def instance(self, modifiers: Sequence[str], value: str) -> str:
        """A text that the value matches."""
        if "expand" in modifiers:
            stands_for = _STANDS_FOR.format(self.random.choice(["", "*", "__"]), self.random.choice("?_%"))
            return re.sub(r"%[^%\s]+%", lambda _: stands_for, value)
        if "windash" in modifiers:
            value = re.sub(rf"\B[{_DASHES}]\b", lambda _: self.random.choice(_DASHES), value)
        if {"base64", "base64offset"} & {*modifiers}:
            return self.encoded(modifiers, value)
        return re.sub(r"\\([\\*?])|([*?])", self.filled, value)

    def filled(self, match: re.Match[str]) -> str:
        """A character after a backslash, or what a wildcard may stand for."""
        if match[1]:
            return match[1]
        return self.random.choice(["", "ab", " x\\y", "%_*?"] if match[2] == "*" else ["a", "_", "%", "\\", "?"])

    def encoded(self, modifiers: Sequence[str], value: str) -> str:
        """The value in base64, at some offset of a longer text where that may be."""
        encoding = next((_ENCODINGS[one] for one in modifiers if one in _ENCODINGS), "utf-8")
        data = (b"\xff\xfe" if "utf16" in modifiers else b"") + value.encode(encoding)
        if "base64offset" not in modifiers:
            return base64.b64encode(data).decode()
        return base64.b64encode(b"abc"[: self.random.randrange(3)] + data + b"xyz").decode()

    def matching(self, pattern: str) -> str:
        """A text that a regular expression finds, if no look-around forbids it."""
        return self.drawn(regex.parse(pattern))

    def drawn(self, nodes: Any) -> str:
        """A text for a sequence of a parsed expression."""
        return "".join(self.node(kind, value) for kind, value in nodes)

    def node(self, kind: Any, value: Any) -> str:
        """A text for one node."""
        if kind is op.LITERAL:
            return chr(value)
        if kind in (op.IN, op.NOT_LITERAL, op.ANY):
            return self.of_class(kind, value)
        if kind is op.BRANCH:
            return self.drawn(self.random.choice(value[1]))
        if kind is op.SUBPATTERN:
            return self.drawn(value[3])
        if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            low, high, inner = value
            return "".join(self.drawn(inner) for _ in range(self.random.randint(low, min(high, low + 2))))
        return self.drawn(value[1]) if kind is op.ASSERT else ""

    def of_class(self, kind: Any, value: Any) -> str:
        """A character of a class."""
        tried = re.compile(_written(kind, value), re.DOTALL)
        ascii_first = (range(32, 127), range(128, 592), range(32))
        return self.random.choice(next(found for codes in ascii_first if (found := _having(tried, codes))))

    # nearly

    def misses(self, row: Row) -> Iterator[Row]:
        """The row with one thing otherwise."""
        yield {name: value and value.swapcase() for name, value in row.items()}
        yield {name: value and value.upper() for name, value in row.items()}
        filled = [name for name, value in row.items() if value]
        for name in self.random.sample(filled, min(2, len(filled))):
            value = str(row[name])
            for other in (None, "", *self.changed(value)):
                yield {**row, name: other}

    def changed(self, value: str) -> Iterator[str]:
        """The text with a character more, less or otherwise."""
        at = self.random.randrange(len(value))
        for char in ("", "_", "%", "*", "?", "\\", "x", "\n"):
            yield value[:at] + char + value[at + 1 :]
        yield from (value[1:], value[:-1], value + "\n", value + " ", "\n" + value, f"{value}\n{value}")
        yield from (value.replace("\\", "\\\\"), value.replace("\\", "/"), value.replace("\\", "", 1))
        yield from (value.replace(" ", "  "), value.replace("_", "-"), value.replace("%", "a"), value.replace("-", "/"))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _alternatives(search: Any) -> list[Alternative]:
    """The mappings of a search identifier; keywords are none."""
    mappings = [one for one in _listed(search) if isinstance(one, dict)]
    return [[_atom(key, value) for key, value in one.items() if not key.startswith("|")] for one in mappings]


def _atom(key: str, value: Any) -> Atom:
    field, *modifiers = key.split("|")
    return Atom(field, tuple(modifiers), tuple(_listed(value)))


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _where(modifiers: Sequence[str]) -> str:
    named = {"contains": "middle", "startswith": "start", "endswith": "end"}
    return next((named[one] for one in modifiers if one in named), "middle" if "base64offset" in modifiers else "whole")


def _anchored(pattern: str) -> str:
    return "start" if pattern.startswith("^") else "end" if pattern.endswith("$") else "middle"


def _having(tried: re.Pattern[str], codes: range) -> list[str]:
    return [char for char in map(chr, codes) if tried.fullmatch(char)]


_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s",
    op.CATEGORY_NOT_SPACE: r"\S", op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _written(kind: Any, value: Any) -> str:
    """A parsed class as an expression again."""
    if kind is op.ANY:
        return "."
    if kind is op.NOT_LITERAL:
        return f"[^{re.escape(chr(value))}]"
    made = ""
    for inner, what in value:
        if inner is op.LITERAL:
            made += re.escape(chr(what))
        elif inner is op.RANGE:
            made += f"{re.escape(chr(what[0]))}-{re.escape(chr(what[1]))}"
        else:
            made += "^" if inner is op.NEGATE else _CATEGORIES[what]
    return f"[{made}]"
