"""Calls of functions that find by regular expression: by RE2 where it gives Kusto's answer, else in Python."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from antivenom.errors import QueryError
from antivenom.languages.kql.values import regexes
from antivenom.languages.kql.values.conversions import only_text
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

_OFTEN_ASCII = frozenset({"matches", "extract", "replace"})
"""What RE2 does with word boundaries too, in texts whose letters are ASCII."""
_ALL_MATCHES = frozenset({"extract_all", "count", "pairs"})
"""What goes through all matches: RE2 counts empty ones in another way."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression: as Kusto writes it, and as RE2 does where it can.

    bounded  whether it asks for word boundaries, of which RE2 knows those of ASCII words.
    """

    source: Literal
    re2: Literal | None
    bounded: bool
    may_be_empty: bool
    groups: int
    names: Mapping[str, int]

    def exact(self, op: str) -> bool:
        """Whether RE2 alone answers."""
        return self.re2 is not None and not self.bounded and not (self.may_be_empty and op in _ALL_MATCHES)

    def call(self, op: str, text: Value, *rest: Value, type: Type, span: Span) -> Call:
        """The operation `rust.op` of a text, or a quicker one of the same answers."""
        if self.re2 is not None and self.exact(op) and op in _RE2:
            return Call(_RE2[op], (text, self.re2, *rest), type, span)
        often = self.re2 is not None and self.bounded and not (self.may_be_empty and op in _ALL_MATCHES)
        if self.re2 is not None and often and op in _OFTEN_ASCII:
            return Call(f"rust.{op}_often_ascii", (text, self.re2, self.source, *rest), type, span)
        return Call(f"rust.{op}", (text, self.source, *rest), type, span)


_RE2 = {
    "matches": "kusto.matches",
    "extract": "kusto.extract",
    "replace": "kusto.replace_regex",
    "groups": "kusto.groups",
    "pairs": "kusto.kv_by_regex",
}


def constant_pattern(value: Value, span: Span) -> Pattern:
    """A constant regular expression. Raises QueryError for one that is not constant or is none."""
    if not isinstance(value, Literal):
        raise QueryError("a regular expression is a constant here", span=span)
    source = str(only_text(value, span) and value.value)
    made = regexes.translate(source, span)
    re2 = None if made.text is None else Literal(made.text, Type.STRING, span)
    literal = Literal(source, Type.STRING, span)
    parsed = made.parsed
    return Pattern(literal, re2, made.bounded, parsed.may_be_empty, parsed.groups, parsed.names)


def matches(left: Value, right: Value, span: Span, right_span: Span) -> Value:
    """matches regex; the pattern may differ from row to row."""
    if not isinstance(right, Literal):
        return Call("rust.matches", (left, only_text(right, right_span)), Type.BOOL, span)
    return constant_pattern(right, right_span).call("matches", left, type=Type.BOOL, span=span)
