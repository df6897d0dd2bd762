"""Statistical functions as stats, chart and timechart list them: `function(argument) AS name`, and options between."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import FALSE, TRUE
from antivenom.languages.spl.parsing.cursor import Cursor
from antivenom.languages.spl.parsing.expressions import expression
from antivenom.languages.spl.parsing.lexer import Kind, Token, expression_tokens, quoted_end, unescaped
from antivenom.languages.spl.parsing.spans import length
from antivenom.languages.spl.syntax import Expression, Name, StatsTerm
from antivenom.languages.spl.syntax_reports import Sparkline
from antivenom.source import Span

_WORD = re.compile(r'[^\s"(),=|<>]+')
_SPACE = re.compile(r"[\s,]*")
_OPTION = re.compile(r"(\w+)\s*=(?!=)\s*")
_VALUE = re.compile(r'"(?:[^"\\]|\\.)*"|[^\s,"]*')
_CALLED = re.compile(r"\([^\s\"(),=|<>]*\)")
_DRAWING = frozenset({"stats", "eventstats"})
"""The commands whose sparklines are supported."""
_CLOSING = re.compile(r'(?<!\\)"\)"')


class TermReader:
    """Reads terms straight from the text: their arguments are field names or eval expressions."""

    def __init__(self, command: str, text: str, start: int, end: int, options: frozenset[str]) -> None:
        self.command, self.text, self.at, self.end = command, text, start, end
        self._options = options

    def more(self) -> bool:
        """Skip blanks and commas; whether anything is left."""
        match = _SPACE.match(self.text, self.at, self.end)
        self.at = match.end() if match else self.at
        return self.at < self.end

    def next_word(self) -> str:
        """The word that comes next, in lower case; empty when none does."""
        match = _WORD.match(self.text, self.at, self.end)
        return match[0].lower() if match else ""

    def word(self) -> Token:
        """Read one word or quoted text; escapes are expanded."""
        if not self.more():
            raise QueryError("expected a field name", span=Span(self.end - 1, self.end))
        start = self.at
        if self.text[start] == '"':
            self.at = quoted_end(self.text, start, self.end)
            return Token(Kind.QUOTED, unescaped(self.text[start + 1 : self.at - 1]), Span(start, self.at))
        if self.text[start] == "'" and (close := self.text.find("'", start + 1, self.end)) > 0:
            self.at = close + 1
            return Token(Kind.WORD, self.text[start : self.at], Span(start, self.at))
        match = _WORD.match(self.text, start, self.end)
        if match is None:
            raise QueryError(f"unexpected {self.text[start]}", span=Span(start, start + 1))
        self.at = match.end()
        return Token(Kind.WORD, match[0], Span(start, self.at))

    def name(self) -> Name:
        """Read one field name."""
        token = self.word()
        return Name(bare(token), token.span)

    def names(self) -> tuple[Name, ...]:
        """Read field names up to an option or the end."""
        found: list[Name] = []
        while self.more() and not self.at_option():
            found.append(self.name())
        if not found:
            raise QueryError("expected a field name behind by", span=Span(self.end - 1, self.end))
        return tuple(found)

    def at_option(self) -> bool:
        """Whether `name=` comes next."""
        return _OPTION.match(self.text, self.at, self.end) is not None

    def option(self) -> tuple[str, str, Span] | None:
        """Read `name=value` if it comes next: name, value without its quotes, place."""
        match = _OPTION.match(self.text, self.at, self.end)
        if match is None:
            return None
        name, start = match[1].lower(), match.end()
        if name not in self._options:
            raise QueryError(f"{self.command} has no option {match[1]}", span=Span(match.start(), start))
        if name in ("reset_before", "reset_after") or self._calls(start):
            self.at = self._parenthesised(start)
        else:
            value = _VALUE.match(self.text, start, self.end)
            self.at = value.end() if value else start
        return name, self.text[start : self.at], Span(match.start(), self.at)

    def _calls(self, start: int) -> bool:
        return re.compile(r"\w+\s*\(").match(self.text, start, self.end) is not None

    def _parenthesised(self, start: int) -> int:
        """The end of `(condition)`, `function(field)`, or of `"("condition")"` as the reference writes it."""
        if self.text.startswith('"("', start):
            closing = _CLOSING.search(self.text, start + 3, self.end)
            if closing is not None:
                return closing.end()
        if self.text[start : start + 1] == '"':
            return quoted_end(self.text, start, self.end)
        return self.closing(self.text.index("(", start)) + 1

    def flag(self, name: str, value: str, span: Span) -> bool:
        """The truth value of an option."""
        if value.lower() not in TRUE + FALSE:
            raise QueryError(f"expected true or false for {name}", span=span)
        return value.lower() in TRUE

    def whole(self, name: str, value: str, span: Span) -> int:
        """The whole number of an option."""
        if not re.fullmatch(r"\d{1,9}", value):
            raise QueryError(f"expected a whole number for {name}", span=span)
        return int(value)

    def quoted(self, value: str) -> str:
        """The text of an option that may stand in quotes."""
        return unescaped(value[1:-1]) if len(value) > 1 and value[0] == value[-1] == '"' else value

    def term(self) -> StatsTerm:
        """Read one function."""
        token = self.word()
        function = token.text.lower()
        if function == "sparkline":
            return self._sparkline(token)
        argument: Expression | Name | None = None
        span, name = token.span, token.text
        if self.text[self.at : self.end].lstrip().startswith("("):
            argument, span = self._evaluation(token) if function == "eval" else self._argument(token)
            name = self.text[span.start : span.end]
            if isinstance(argument, Name):
                name = f"{token.text}({argument.text})"
        elif function not in ("count", "c"):
            # a function of no field is one of every field (stats, Usage)
            argument, name = Name("*", token.span), f"{token.text}(*)"
        name, span = self._as(name, span)
        return StatsTerm(function, argument, name, span)

    def _as(self, name: str, span: Span) -> tuple[str, Span]:
        """The name a term is given, or the one it has; a name may end with parentheses: `AS flags(inherited)`."""
        if not self.more() or self.next_word() != "as":
            return name, span
        self.word()
        target = self.word()
        if target.kind is Kind.WORD and (match := _CALLED.match(self.text, self.at, self.end)) is not None:
            self.at = match.end()
            target = Token(Kind.WORD, target.text + match[0], Span(target.span.start, self.at))
        return bare(target), span.to(target.span)

    def _sparkline(self, token: Token) -> Sparkline:
        """`sparkline`, `sparkline(count)` or `sparkline(count, 30m)` (stats, sparkline-agg-term)."""
        if self.command not in _DRAWING:
            raise Unsupported(f"SPL {self.command} function sparkline", span=token.span)
        name, span, found = token.text, token.span, None
        if self.text[self.at : self.end].lstrip().startswith("("):
            opening = self.text.index("(", self.at)
            self.at = self.closing(opening) + 1
            span = Span(token.span.start, self.at)
            name = self.text[span.start : span.end]
            inside, _, every = self.text[opening + 1 : self.at - 1].partition(",")
            if inside.strip().lower() not in ("count", "c", "count()", "c()"):
                raise Unsupported(f"SPL sparkline of {inside.strip()}", span=span, hint="sparkline(count) is supported")
            found = length(every.strip(), span) if every.strip() else None
        name, span = self._as(name, span)
        return Sparkline("sparkline", None, name, span, found)

    def _argument(self, function: Token) -> tuple[Expression | Name | None, Span]:
        opening = self.text.index("(", self.at)
        closing = self.closing(opening)
        inside = self.text[opening + 1 : closing]
        self.at = closing + 1
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

    def _evaluation(self, function: Token) -> tuple[Expression, Span]:
        """`eval(avg(a) / max(b))`: a calculation with functions in it."""
        closing = self.closing(self.text.index("(", self.at))
        found = self._evaluated(function.span.start, closing + 1)
        self.at = closing + 1
        return found, Span(function.span.start, closing + 1)

    def _evaluated(self, start: int, end: int) -> Expression:
        cursor = Cursor(expression_tokens(self.text, start, end))
        cursor.take()
        cursor.expect("(", "after eval")
        found = expression(cursor)
        cursor.expect(")", "to close eval")
        if not cursor.done():
            raise cursor.error("expected the end of the argument")
        return found

    def closing(self, opening: int) -> int:
        """The offset of the parenthesis that closes the one at `opening`."""
        depth = 0
        at = opening
        while at < self.end:
            char = self.text[at]
            if char == '"':
                at = quoted_end(self.text, at, self.end)
                continue
            if char == "(":
                depth += 1
            elif char == ")":
                depth -= 1
                if not depth:
                    return at
            at += 1
        raise QueryError("this parenthesis is never closed", span=Span(opening, opening + 1))


def bare(token: Token) -> str:
    """A field name without the single quotes around it."""
    text = token.text
    if token.kind is Kind.WORD and len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1]
    return text
