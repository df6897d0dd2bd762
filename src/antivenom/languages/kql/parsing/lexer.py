"""KQL text -> tokens. One pass, no recursion; what stands inside datetime(...) and its kin stays raw text."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing import literals
from antivenom.source import SourceText, Span


class Kind(Enum):
    """What a token is."""

    WORD = "name"
    STRING = "string"
    LONG = "integer"
    REAL = "real"
    TIMESPAN = "timespan"
    TYPED = "typed literal"
    SIGN = "sign"
    END = "end of query"


class Token(NamedTuple):
    """A token; `value` is what a literal means (a TYPED literal: its type's name and its raw text)."""

    kind: Kind
    text: str
    span: Span
    value: str | int | float | tuple[str, str] | None = None


TYPED = frozenset("bool boolean date datetime decimal double guid int long real time timespan uniqueid".split())
"""Words that open a typed literal when a parenthesis follows: `long(null)`, `datetime(2024-01-01)`."""

_SPACE = re.compile(r"(?:[\s\u200b\ufeff]|//[^\n]*)+")
_WORD = re.compile(r"[A-Za-z_$][A-Za-z0-9_]*")
_NEGATED = re.compile(r"!(?:in~?|has\w*|contains\w*|startswith\w*|endswith\w*|between)(?![A-Za-z0-9_])")
_IN_TILDE = re.compile(r"in~")
_HEX = re.compile(r"0[xX]([0-9a-fA-F]+)")
_NUMBER = re.compile(r"(?:\d+\.\d+|\d+\.(?![.A-Za-z_])|\d+)(?:[eE][-+]?\d+)?")
_UNIT = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_NANOS = frozenset({"nano", "nanos", "nanosec", "nanosecond", "nanoseconds"})
_SIGN = re.compile(r"==|=~|=>|!=|!~|<=|>=|<>|\.\.|[-+*/%<>=|()\[\]{},;:.?]")
_TYPED_BODY = re.compile(r"\s*\(([^()\"']*(?:\"[^\"\n]*\"|'[^'\n]*')?[^()\"']*)\)")
_PREFIX = re.compile(r"[hH]?@?(?=[\"'])|[hH]?(?=```|~~~)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_ESCAPES |= {char: char for char in "\\'\""}
_CODE = re.compile(r"x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{1,3})")
_CURLY = "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
_MEANT = {
    "&": "write and",
    "!": "write not(...), or !in, !has and their kin",
    "#": "// begins a comment",
}
_LONGEST = 1_000_000
_MOST_TOKENS = 200_000


def tokens(source: SourceText) -> list[Token]:
    """All tokens of a query, the last of kind END. Raises QueryError at what is no token."""
    if len(source.text) > _LONGEST:
        raise QueryError(f"a query may have {_LONGEST:,} characters; this one has {len(source.text):,}")
    if not source.text.isascii() and any(0xD800 <= ord(char) <= 0xDFFF for char in source.text):
        raise QueryError("the query is not valid Unicode: it has half of a character in it")
    scan = _Scan(source)
    found: list[Token] = []
    while True:
        token = scan.next()
        found.append(token)
        if token.kind is Kind.END:
            return found
        if len(found) > _MOST_TOKENS:
            raise QueryError(f"a query may have {_MOST_TOKENS:,} words and signs", span=token.span)


class _Scan:
    def __init__(self, source: SourceText) -> None:
        self.text = source.text
        self.at = 0

    def next(self) -> Token:
        if space := _SPACE.match(self.text, self.at):
            self.at = space.end()
        if self.at >= len(self.text):
            return self._token(Kind.END, self.at)
        if _PREFIX.match(self.text, self.at):
            return self._string()
        if "0" <= self.text[self.at] <= "9":
            return self._number()
        for pattern in (_IN_TILDE, _NEGATED):
            if match := pattern.match(self.text, self.at):
                return self._token(Kind.WORD, match.end())
        if match := _WORD.match(self.text, self.at):
            return self._word(match)
        if match := _SIGN.match(self.text, self.at):
            return self._token(Kind.SIGN, match.end())
        hint = "write a straight quote, ' or \"" if self.text[self.at] in _CURLY else _MEANT.get(self.text[self.at])
        raise QueryError("this character has no meaning in KQL", span=Span(self.at, self.at + 1), hint=hint)

    def _token(self, kind: Kind, end: int, value: str | float | tuple[str, str] | None = None) -> Token:
        start, self.at = self.at, end
        return Token(kind, self.text[start:end], Span(start, end), value)

    def _word(self, match: re.Match[str]) -> Token:
        if match[0] in TYPED and (body := _TYPED_BODY.match(self.text, match.end())):
            return self._token(Kind.TYPED, body.end(), (match[0], body[1].strip()))
        return self._token(Kind.WORD, match.end())

    def _number(self) -> Token:
        if match := _HEX.match(self.text, self.at):
            self._no_letters_after(match.end())
            value = int(match[1], 16)
            if value >= 2**64:
                raise Unsupported("KQL number of more than 64 bits", span=Span(*match.span()))
            return self._token(Kind.LONG, match.end(), value - 2**64 if value >= 2**63 else value)
        match = _NUMBER.match(self.text, self.at)
        assert match is not None
        if unit := _UNIT.match(self.text, match.end()):
            return self._timespan(match, unit)
        if match[0].isdigit():
            value = int(match[0]) if len(match[0]) < 40 else 2**64
            if value >= 2**63 + 1:
                raise Unsupported("KQL number of more than 64 bits", span=Span(*match.span()))
            return self._token(Kind.LONG, match.end(), value)
        return self._token(Kind.REAL, match.end(), float(match[0]))

    def _timespan(self, number: re.Match[str], unit: re.Match[str]) -> Token:
        if unit[0] in _NANOS:
            hint = "write ticks, 100 nanoseconds each"
            raise Unsupported("KQL timespan in nanoseconds", span=Span(number.start(), unit.end()), hint=hint)
        ticks = literals.timespan(number[0] + unit[0])
        if ticks is None or "e" in number[0].lower() or literals.unit_ticks(unit[0]) is None:
            span = Span(number.start(), unit.end())
            if number[0].isdigit():  # a name may begin with digits
                return self._token(Kind.WORD, unit.end())
            raise QueryError(f"{number[0]}{unit[0]} is no number and no timespan", span=span)
        return self._token(Kind.TIMESPAN, unit.end(), ticks)

    def _no_letters_after(self, end: int) -> None:
        if letters := _UNIT.match(self.text, end):
            raise QueryError("this is no number", span=Span(self.at, letters.end()))

    def _string(self) -> Token:
        prefix = _PREFIX.match(self.text, self.at)
        assert prefix is not None
        opened = prefix.end()
        if self.text.startswith(("```", "~~~"), opened):
            fence = self.text[opened : opened + 3]
            close = self.text.find(fence, opened + 3)
            if close < 0:
                raise self._unclosed(opened)
            return self._token(Kind.STRING, close + 3, self.text[opened + 3 : close])
        if "@" in prefix[0]:
            return self._verbatim(opened)
        return self._escaped(opened)

    def _verbatim(self, opened: int) -> Token:
        quote, parts, at = self.text[opened], [], opened + 1
        while True:
            close = self.text.find(quote, at)
            if close < 0 or "\n" in self.text[at:close]:
                raise self._unclosed(opened)
            parts.append(self.text[at:close])
            if not self.text.startswith(quote, close + 1):
                return self._token(Kind.STRING, close + 1, quote.join(parts))
            at = close + 2

    def _escaped(self, opened: int) -> Token:
        quote, parts, at = self.text[opened], [], opened + 1
        stop = re.compile(r"[\\\n" + quote + "]")
        while True:
            found = stop.search(self.text, at)
            if found is None or found[0] == "\n":
                raise self._unclosed(opened)
            parts.append(self.text[at : found.start()])
            if found[0] == quote:
                return self._token(Kind.STRING, found.end(), "".join(parts))
            char, at = self._escape(found.start())
            parts.append(char)

    def _escape(self, at: int) -> tuple[str, int]:
        char = self.text[at + 1 : at + 2]
        if code := _CODE.match(self.text, at + 1):
            number = int(code[4], 8) if code[4] else int(code[1] or code[2] or code[3], 16)
            if code[4] and number > 0o377:
                raise Unsupported("KQL octal escape above \\377", span=Span(at, code.end()))
            if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF:
                return chr(number), code.end()
        if char not in _ESCAPES or char == "":
            raise QueryError(
                f"\\{char} is no escape in a string",
                span=Span(at, min(at + 2, len(self.text))),
                hint='write \\\\ for a backslash, or @"..." for a string without escapes',
            )
        return _ESCAPES[char], at + 2

    def _unclosed(self, opened: int) -> QueryError:
        return QueryError("this string is not closed", span=Span(opened, opened + 1))
