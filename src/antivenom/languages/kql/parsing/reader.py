"""A cursor over tokens: what every part of the parser reads with, and where it says what it wanted."""

from __future__ import annotations

from collections.abc import Collection

from antivenom.errors import QueryError
from antivenom.languages.kql.parsing import slips
from antivenom.languages.kql.parsing.lexer import Kind, Token
from antivenom.languages.kql.parsing.words import MADE, bracketed
from antivenom.plan.types import Type
from antivenom.source import Span

TYPES = {
    "bool": Type.BOOL,
    "boolean": Type.BOOL,
    "int": Type.INT,
    "long": Type.LONG,
    "real": Type.REAL,
    "double": Type.REAL,
    "decimal": Type.DECIMAL,
    "string": Type.STRING,
    "datetime": Type.DATETIME,
    "date": Type.DATETIME,
    "timespan": Type.TIMESPAN,
    "time": Type.TIMESPAN,
    "guid": Type.GUID,
    "uniqueid": Type.GUID,
    "dynamic": Type.DYNAMIC,
}
"""The words that name a type."""

_DEEPEST = 40


class Reader:
    """Tokens with a position. Nesting is counted here, so that no query can exhaust the stack."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._nested = 0

    @property
    def here(self) -> Token:
        """The next token."""
        return self._tokens[self._at]

    def ahead(self, count: int = 1) -> Token:
        """A token further on (END past the end)."""
        return self._tokens[min(self._at + count, len(self._tokens) - 1)]

    def take(self) -> Token:
        """The next token, read."""
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def at_sign(self, *signs: str) -> bool:
        """Whether the next token is one of these signs."""
        return self.here.kind is Kind.SIGN and self.here.text in signs

    def at_word(self, *words: str) -> bool:
        """Whether the next token is one of these words."""
        return self.here.kind is Kind.WORD and self.here.text in words

    def at_end(self) -> bool:
        """Whether the query ends here."""
        return self.here.kind is Kind.END

    def accept(self, text: str) -> Token | None:
        """The next token if it is this word or sign, read; else None."""
        if self.here.text == text and self.here.kind in (Kind.SIGN, Kind.WORD):
            return self.take()
        return None

    def expect(self, text: str, why: str = "") -> Token:
        """The next token, which must be this word or sign."""
        token = self.accept(text)
        if token is None:
            raise self.wrong(f"{text!r}{' ' + why if why else ''}")
        return token

    def wrong(self, wanted: str) -> QueryError:
        """The error that something else was wanted here."""
        token = self.here
        shown = "the query ends" if token.kind is Kind.END else f"found {token.text[:40]!r}"
        before = self._tokens[self._at - 1] if self._at else None
        hint = slips.hint(before, token, self.ahead(), open_ended=wanted.startswith("'|'"))
        return QueryError(f"expected {wanted}, but {shown}", span=self._place(token), hint=hint)

    def _place(self, token: Token) -> Span:
        if token.kind is not Kind.END or self._at == 0:
            return token.span
        last = self._tokens[self._at - 1].span
        return Span(last.end, last.end + 1)

    def since(self, start: Span) -> Span:
        """From `start` to the last token read."""
        return start.to(self._tokens[self._at - 1].span) if self._at else start

    def deeper(self) -> None:
        """Count one nesting level; QueryError when there are too many. `shallower` undoes it."""
        self._nested += 1
        if self._nested > _DEEPEST:
            raise QueryError(f"nested more than {_DEEPEST} levels deep", span=self.here.span)

    def shallower(self) -> None:
        """Leave a nesting level."""
        self._nested -= 1

    def identifier(self, what: str, *, not_bare: Collection[str] = MADE) -> Token:
        """A name, bare or ['quoted']; the token's text is the name itself. Raises QueryError for one of `not_bare`."""
        if self.here.kind is Kind.WORD:
            self.no_keyword(not_bare)
            return self.take()
        if self.at_sign("[") and self.ahead().kind is Kind.STRING and self.ahead(2).text == "]":
            start = self.take().span
            name = self.take()
            self.take()
            return Token(Kind.WORD, str(name.value), self.since(start))
        raise self.wrong(what)

    def no_keyword(self, words: Collection[str] = MADE) -> None:
        """Raises QueryError at a word that Kusto takes as a name in brackets only."""
        if self.here.text in words:
            raise bracketed(self.here.text, self.here.span)

    def type_word(self) -> Type:
        """A type's name."""
        token = self.here
        if token.kind is Kind.WORD and token.text in TYPES:
            self.take()
            return TYPES[token.text]
        raise self.wrong("a type such as string, long or datetime")
