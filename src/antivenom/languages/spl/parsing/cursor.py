"""A place in a list of tokens, with the questions every parser asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antivenom.errors import QueryError
from antivenom.languages.spl.parsing.lexer import Kind, Segment, Token
from antivenom.languages.spl.syntax import Search
from antivenom.source import Span

Inner = Callable[[Segment], Search]
"""Reads what stands between the brackets of a subsearch."""

DEEPEST = 48
"""How deep parentheses, calls and NOT may nest: more than people write, less than exhausts a stack."""


@dataclass(slots=True)
class Cursor:
    """Reads tokens left to right. The last token is always END. `inner` reads subsearches, where there may be any."""

    tokens: list[Token]
    at: int = 0
    depth: int = 0
    inner: Inner | None = None

    @property
    def token(self) -> Token:
        """The token to be read next."""
        return self.tokens[self.at]

    @property
    def following(self) -> Token:
        """The token behind it."""
        return self.tokens[min(self.at + 1, len(self.tokens) - 1)]

    @property
    def previous(self) -> Token:
        """The token read last."""
        return self.tokens[max(0, self.at - 1)]

    def done(self) -> bool:
        """Whether all is read."""
        return self.token.kind is Kind.END

    def take(self) -> Token:
        """Read one token."""
        token = self.token
        if token.kind is not Kind.END:
            self.at += 1
        return token

    def accept(self, *marks: str) -> bool:
        """Read the mark if it comes next."""
        if self.token.is_mark(*marks):
            self.at += 1
            return True
        return False

    def accept_word(self, *words: str) -> bool:
        """Read the word if it comes next, case ignored."""
        if self.token.is_word(*words):
            self.at += 1
            return True
        return False

    def expect(self, mark: str, what: str) -> Token:
        """Read the mark, or raise QueryError saying where it was needed."""
        if not self.token.is_mark(mark):
            raise self.error(f"expected {mark} {what}")
        return self.take()

    def error(self, message: str, hint: str | None = None) -> QueryError:
        """A QueryError at the next token, which the message names."""
        token = self.token
        found = "the command ends" if token.kind is Kind.END else f"found {_shown(token)}"
        span = token.span
        if token.kind is Kind.END and self.at:
            span = Span(self.previous.span.end - 1, self.previous.span.end)
        return QueryError(f"{message}, {found}", span=span, hint=hint)

    def deeper(self) -> None:
        """Note one more level of nesting. Raises QueryError past DEEPEST."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise QueryError(f"the query nests more than {DEEPEST} levels deep", span=self.token.span)

    def back(self) -> None:
        """Leave a level of nesting."""
        self.depth -= 1


def _shown(token: Token) -> str:
    text = token.text if len(token.text) <= 40 else token.text[:37] + "..."
    return f'"{text}"' if token.kind is Kind.QUOTED else text
