"""Conditions of Sigma: `selection and not 1 of filter_*`, and the pipe of Sigma 1.

Binding, loosest first: or, and, not, `x of`, parentheses (specification 2.1.0, "Condition").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from antivenom.document import Node
from antivenom.errors import QueryError, Unsupported
from antivenom.languages.sigma.syntax import Aggregation, And, Condition, Named, Not, Of, Or
from antivenom.source import Span

MOST_NESTING = 100
"""How deep parentheses and `not` may stand in each other."""

_TOKEN = re.compile(r"\s*(?:(?P<mark>[()|])|(?P<word>[^\s()|]+))")
_IDENTIFIER = re.compile(r"[\w.-]+")
_PATTERN = re.compile(r"[\w.*-]+")
_AGGREGATION = re.compile(
    r"\s*(?P<function>\w+)\s*\(\s*(?P<field>[^)\s]*)\s*\)"
    r"(?:\s+by\s+(?P<by>[^\s<>=!,]+(?:\s*,\s*[^\s<>=!,]+)*))?"
    r"\s*(?P<operator><=|>=|==|=|<|>)\s*(?P<number>\d+(?:\.\d+)?)\s*",
    re.IGNORECASE,
)
_FUNCTIONS = ("count", "sum", "avg")
_OPERATORS = {"<": "lt", "<=": "lte", ">": "gt", ">=": "gte", "=": "eq", "==": "eq"}
_WORDS = ("and", "or", "not")


class _Parser:
    """Recursive descent over the tokens of one condition; `place` turns offsets into spans of the file."""

    def __init__(self, text: str, place: Callable[[int, int], Span]) -> None:
        self.text = text
        self.place = place
        self.tokens = [match for match in _TOKEN.finditer(text) if match["mark"] or match["word"]]
        self.at = 0
        self.depth = 0

    def peek(self) -> str:
        return self.tokens[self.at][0].strip() if self.at < len(self.tokens) else ""

    def span(self, first: int, last: int | None = None) -> Span:
        """From token `first` to token `last` (the one before the current by default)."""
        if not self.tokens or first >= len(self.tokens):
            return self.place(max(0, len(self.text) - 1), len(self.text))
        start = self._start(first)
        end = self.tokens[max(first, self.at - 1 if last is None else last)].end()
        return self.place(start, max(end, start + 1))

    def _start(self, number: int) -> int:
        match = self.tokens[number]
        return match.start("mark") if match["mark"] else match.start("word")

    def wrong(self, expected: str) -> NoReturn:
        found = repr(self.peek()) if self.peek() else "the end of the condition"
        raise QueryError(f"expected {expected}, found {found}", span=self.span(self.at, self.at))

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > MOST_NESTING:
            raise QueryError(f"the condition nests more than {MOST_NESTING} deep", span=self.span(self.at, self.at))

    def word(self) -> str:
        return self.peek().lower()

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def any_of(self) -> Condition:
        return self._joined("or", self.all_of, Or)

    def all_of(self) -> Condition:
        return self._joined("and", self.negation, And)

    def _joined(
        self, word: str, part: Callable[[], Condition], made: Callable[[tuple[Condition, ...], Span], Condition]
    ) -> Condition:
        """Parts with a word between them; one part alone is itself."""
        first = self.at
        operands = [part()]
        while self.word() == word:
            self.at += 1
            operands.append(part())
        return operands[0] if len(operands) == 1 else made(tuple(operands), self.span(first))

    def negation(self) -> Condition:
        if self.word() != "not":
            return self.operand()
        first = self.at
        self.at += 1
        self.deeper()
        operand = self.negation()
        self.depth -= 1
        return Not(operand, self.span(first))

    def operand(self) -> Condition:
        if self.peek() == "(":
            self.at += 1
            self.deeper()
            inside = self.any_of()
            self.depth -= 1
            if self.peek() != ")":
                self.wrong("')'")
            self.at += 1
            return inside
        if self.at + 1 < len(self.tokens) and self.tokens[self.at + 1]["word"] in ("of", "OF", "Of"):
            return self.selector()
        if not _IDENTIFIER.fullmatch(self.peek()) or self.word() in _WORDS:
            self.wrong("a search identifier")
        first = self.at
        return Named(self.take(), self.span(first))

    def selector(self) -> Condition:
        first = self.at
        quantifier = self.word()
        if quantifier not in ("1", "any", "all"):
            raise Unsupported(
                f"Sigma condition quantifier {self.peek()!r}", span=self.span(first), hint="use 1 of, any of or all of"
            )
        self.at += 2
        pattern = self.peek()
        if not _PATTERN.fullmatch(pattern):
            self.wrong("them or a pattern of search identifiers")
        self.at += 1
        return Of(quantifier == "all", "them" if pattern.lower() == "them" else pattern, self.span(first))


def parse(text: str, place: Callable[[int, int], Span]) -> tuple[Condition, Aggregation | None]:
    """The condition in a text, and its aggregation. `place` gives the span of a range of the text in its file."""
    head, pipe, tail = text.partition("|")
    parser = _Parser(head, place)
    condition = parser.any_of()
    if parser.peek():
        parser.wrong("and, or, or the end of the condition")
    return condition, _aggregation(tail, place(len(head) + 1, len(text))) if pipe else None


def _aggregation(text: str, span: Span) -> Aggregation:
    match = _AGGREGATION.fullmatch(text)
    function = (text.split("(", maxsplit=1)[0].split() or [""])[0].lower()
    if match is None:
        construct = f"Sigma aggregation {function}" if function else "an empty Sigma aggregation"
        raise Unsupported(construct, span=span, hint="write a correlation rule")
    if function not in _FUNCTIONS:
        raise Unsupported(f"Sigma aggregation {function}", span=span, hint="write a correlation rule")
    if function != "count" and not match["field"]:
        raise QueryError(f"{function}() needs a field", span=span)
    by = tuple(name.strip() for name in match["by"].split(",")) if match["by"] else ()
    operator, number = _OPERATORS[match["operator"]], float(match["number"])
    return Aggregation(function, match["field"] or None, by, operator, number, span)


def placed(node: Node) -> Callable[[int, int], Span]:
    """How a range of a text's characters becomes a span of the file; the whole text where it is written otherwise."""
    text = str(node.value)
    start = node.source.text.find(text, node.span.start, node.span.end)

    def place(first: int, last: int) -> Span:
        return node.span if start < 0 else Span(start + first, start + last)

    return place
