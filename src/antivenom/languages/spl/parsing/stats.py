"""stats, eventstats and streamstats."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.cursor import Cursor
from antivenom.languages.spl.parsing.expressions import expression
from antivenom.languages.spl.parsing.lexer import Kind, Token, expression_tokens, quoted_end, unescaped
from antivenom.languages.spl.syntax import Expression, Name, Stats, StatsTerm
from antivenom.source import Span

_WORD = re.compile(r'[^\s"(),=|]+')
_SPACE = re.compile(r"[\s,]*")
_OPTIONS = {
    "stats": {"allnum", "partitions", "delim", "dedup_splitvals"},
    "eventstats": {"allnum"},
    "streamstats": {
        "allnum", "current", "window", "time_window", "global", "reset_on_change", "reset_before",
        "reset_after",
    },
}  # fmt: skip

_TRUE, _FALSE = ("t", "true", "1"), ("f", "false", "0")
_DEFAULTS = {"current": _TRUE, "window": ("0",), "allnum": _FALSE, "dedup_splitvals": _FALSE}
_OPTION = re.compile(r'(\w+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,"]*)')


def parse_stats(command: str, text: str, start: int, end: int, span: Span) -> Stats:
    """The arguments of a stats command between two offsets."""
    reader = _Reader(command, text, start, end)
    terms: list[StatsTerm] = []
    by: tuple[Name, ...] = ()
    while reader.more():
        if reader.option():
            continue
        if reader.next_word() == "by" and not by:
            reader.word()
            by = reader.names()
        else:
            terms.append(reader.term())
    if not terms:
        raise QueryError(f"{command} needs at least one function", span=span)
    return Stats(command, tuple(terms), by, span, reader.reset_on_change)


class _Reader:
    """Reads stats terms straight from the text: their arguments are field names or eval expressions."""

    def __init__(self, command: str, text: str, start: int, end: int) -> None:
        self._command, self._text, self._at, self._end = command, text, start, end
        self.reset_on_change = False

    def more(self) -> bool:
        match = _SPACE.match(self._text, self._at, self._end)
        self._at = match.end() if match else self._at
        return self._at < self._end

    def next_word(self) -> str:
        match = _WORD.match(self._text, self._at, self._end)
        return match[0].lower() if match else ""

    def word(self) -> Token:
        if not self.more():
            raise QueryError("expected a field name", span=Span(self._end - 1, self._end))
        start = self._at
        if self._text[start] == '"':
            self._at = quoted_end(self._text, start, self._end)
            return Token(Kind.QUOTED, unescaped(self._text[start + 1 : self._at - 1]), Span(start, self._at))
        match = _WORD.match(self._text, start, self._end)
        if match is None:
            raise QueryError(f"unexpected {self._text[start]}", span=Span(start, start + 1))
        self._at = match.end()
        return Token(Kind.WORD, match[0], Span(start, self._at))

    def names(self) -> tuple[Name, ...]:
        found: list[Name] = []
        while self.more() and not self._at_option():
            token = self.word()
            found.append(Name(_bare(token), token.span))
        if not found:
            raise QueryError("expected a field name behind by", span=Span(self._end - 1, self._end))
        return tuple(found)

    def term(self) -> StatsTerm:
        token = self.word()
        following = self._text[self._at : self._end].lstrip()
        function = token.text.lower()
        argument: Expression | Name | None = None
        span = token.span
        name = token.text
        if following.startswith("("):
            argument, span = self._argument(token)
            name = self._text[span.start : span.end]
        if self.more() and self.next_word() == "as":
            self.word()
            target = self.word()
            name, span = _bare(target), span.to(target.span)
        return StatsTerm(function, argument, name, span)

    def _at_option(self) -> bool:
        return _OPTION.match(self._text, self._at, self._end) is not None

    def option(self) -> bool:
        """Read `name=value` if it comes next. Raises Unsupported unless it says what goes without saying."""
        match = _OPTION.match(self._text, self._at, self._end)
        if match is None:
            return False
        name, value = match[1].lower(), match[2].lower()
        span = Span(match.start(), match.end())
        if name not in _OPTIONS[self._command]:
            raise QueryError(f"{self._command} has no option {match[1]}", span=span)
        if name == "reset_on_change" and value in _TRUE + _FALSE:
            self.reset_on_change = value in _TRUE
        elif value not in _DEFAULTS.get(name, ()):
            raise Unsupported(f"SPL {self._command} option {name}", span=span)
        self._at = match.end()
        return True

    def _argument(self, function: Token) -> tuple[Expression | Name | None, Span]:
        opening = self._text.index("(", self._at)
        closing = self._closing(opening)
        inside = self._text[opening + 1 : closing]
        self._at = closing + 1
        span = Span(function.span.start, closing + 1)
        start = opening + 1 + len(inside) - len(inside.lstrip())
        stripped = inside.strip()
        if not stripped:
            return None, span
        if re.match(r"eval\s*\(", stripped, re.IGNORECASE):
            return self._evaluated(start, closing), span
        if stripped[0] in "\"'" and stripped[-1] == stripped[0] and len(stripped) > 1:
            stripped = stripped[1:-1]
        elif any(char.isspace() or char in '(),"' for char in stripped):
            raise QueryError("expected one field name or eval(...)", span=Span(start, closing))
        return Name(stripped, Span(start, closing)), span

    def _evaluated(self, start: int, end: int) -> Expression:
        cursor = Cursor(expression_tokens(self._text, start, end))
        cursor.take()
        cursor.expect("(", "after eval")
        found = expression(cursor)
        cursor.expect(")", "to close eval")
        if not cursor.done():
            raise cursor.error("expected the end of the argument")
        return found

    def _closing(self, opening: int) -> int:
        depth = 0
        at = opening
        while at < self._end:
            char = self._text[at]
            if char == '"':
                at = quoted_end(self._text, at, self._end)
                continue
            if char == "(":
                depth += 1
            elif char == ")":
                depth -= 1
                if not depth:
                    return at
            at += 1
        raise QueryError("this parenthesis is never closed", span=Span(opening, opening + 1))


def _bare(token: Token) -> str:
    text = token.text
    if token.kind is Kind.WORD and len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1]
    return text
