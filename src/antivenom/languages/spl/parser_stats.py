"""stats, eventstats and streamstats."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.cursor import Cursor
from antivenom.languages.spl.lexer import Kind, Token, expression_tokens, quoted_end, unescaped
from antivenom.languages.spl.parser_eval import expression
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


def parse_stats(command: str, text: str, start: int, end: int, span: Span) -> Stats:
    """The arguments of a stats command between two offsets."""
    reader = _Reader(command, text, start, end)
    terms: list[StatsTerm] = []
    by: tuple[Name, ...] = ()
    while reader.more():
        if reader.next_word() == "by":
            reader.word()
            by = reader.names()
            break
        terms.append(reader.term())
    if not terms:
        raise QueryError(f"{command} needs at least one function", span=span)
    return Stats(command, tuple(terms), by, span)


class _Reader:
    """Reads stats terms straight from the text: their arguments are field names or eval expressions."""

    def __init__(self, command: str, text: str, start: int, end: int) -> None:
        self._command, self._text, self._at, self._end = command, text, start, end

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
        while self.more():
            token = self.word()
            if self._at < self._end and self._text[self._at] == "=":
                raise Unsupported(f"SPL {self._command} option {token.text}", span=token.span)
            found.append(Name(_bare(token), token.span))
        if not found:
            raise QueryError("expected a field name behind by", span=Span(self._end - 1, self._end))
        return tuple(found)

    def term(self) -> StatsTerm:
        token = self.word()
        following = self._text[self._at : self._end].lstrip()
        if following.startswith("="):
            self._refuse_option(token)
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

    def _refuse_option(self, token: Token) -> None:
        if token.text.lower() in _OPTIONS[self._command]:
            raise Unsupported(f"SPL {self._command} option {token.text.lower()}", span=token.span)
        raise QueryError(f"{self._command} has no option {token.text}", span=token.span)

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
