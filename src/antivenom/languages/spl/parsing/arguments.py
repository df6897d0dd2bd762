"""The arguments of a command: options, field names, counts and flags."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.cursor import Cursor
from antivenom.languages.spl.parsing.lexer import Kind, Token, argument_tokens, unescaped
from antivenom.languages.spl.syntax import Name
from antivenom.source import Span

TRUE, FALSE = ("t", "true", "yes", "1"), ("f", "false", "no", "0")
"""Truth values, in any case (Understanding SPL syntax, data types)."""


class Arguments(Cursor):
    """A cursor over a command's arguments that knows options and field names."""

    def __init__(self, command: str, text: str, start: int, end: int, span: Span) -> None:
        super().__init__(argument_tokens(text, start, end))
        self.command, self.text, self.span = command, text, span

    def name(self) -> Name:
        """One field name, quoted or not; the name of a function's result, such as avg(x), needs no quotes."""
        token = self.token
        if token.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error("expected a field name")
        self.take()
        if token.kind is Kind.WORD and self._opens_behind(token):
            return self._called(token)
        text = token.text
        if token.kind is Kind.QUOTED:
            text = unescaped(text)
        elif len(text) > 1 and text[0] == text[-1] == "'":
            text = text[1:-1]
        return Name(text, token.span)

    def _opens_behind(self, word: Token) -> bool:
        return self.token.is_mark("(") and self.token.span.start == word.span.end

    def _called(self, word: Token) -> Name:
        """`word(...)` as it is written, up to the parenthesis that closes it."""
        depth = 0
        while not self.done():
            depth += {"(": 1, ")": -1}.get(self.token.text, 0) if self.token.kind is Kind.MARK else 0
            self.take()
            if not depth:
                span = word.span.to(self.previous.span)
                return Name(self.text[span.start : span.end], span)
        raise QueryError("this parenthesis is never closed", span=word.span)

    def names(self) -> tuple[Name, ...]:
        """Field names to the end, commas or spaces between them."""
        found: list[Name] = []
        while not self.done():
            if not self.accept(","):
                found.append(self.name())
        if not found:
            raise self.error("expected a field name")
        return tuple(found)

    def option(self) -> tuple[str, Token] | None:
        """`name=value` if that comes next; the value as its token."""
        if self.token.kind is not Kind.WORD or not self.following.is_mark("="):
            return None
        key = self.take().text.lower()
        self.take()
        if self.token.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error(f"expected a value for {key}")
        return key, self.take()

    def refuse(self, key: str, token: Token) -> Unsupported:
        """The error for an option that is not supported."""
        return Unsupported(f"SPL {self.command} option {key}", span=token.span)

    def count(self, what: str) -> int:
        """A whole number."""
        return self.whole(self.take(), what)

    def whole(self, token: Token, what: str) -> int:
        """The whole number a token holds."""
        if not re.fullmatch(r"\d{1,9}", token.text):
            raise QueryError(f"expected a whole number for {what}", span=token.span)
        return int(token.text)

    def flag(self, token: Token, what: str) -> bool:
        """The truth value a token holds."""
        text = token.text.lower()
        if text not in TRUE + FALSE:
            raise QueryError(f"expected true or false for {what}", span=token.span)
        return text in TRUE

    def end(self) -> None:
        """Nothing more may come."""
        if not self.done():
            raise self.error(f"{self.command} takes no more arguments")
