"""SPL text to pieces: commands between pipes, and the tokens of search terms, expressions and arguments.

SPL has no single token language: what a word is depends on the command. So the pipeline is cut first, by
quotes and brackets only, and each command then chooses its own scanner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from antivenom.errors import QueryError, Unsupported
from antivenom.source import Span


class Kind(Enum):
    """What a token is."""

    WORD = "word"
    QUOTED = "quoted text"
    FIELD = "field in single quotes"
    NUMBER = "number"
    MARK = "mark"
    BRACKETS = "subsearch in brackets"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """One token. `text` is as written, without the quotes around it; escapes are still in it."""

    kind: Kind
    text: str
    span: Span

    def is_mark(self, *marks: str) -> bool:
        """Whether this is one of these marks."""
        return self.kind is Kind.MARK and self.text in marks

    def is_word(self, *words: str) -> bool:
        """Whether this is one of these lower-case words, case ignored."""
        return self.kind is Kind.WORD and self.text.lower() in words


@dataclass(frozen=True, slots=True)
class Segment:
    """The text between two pipes: its place, without the white space around it."""

    start: int
    end: int

    @property
    def span(self) -> Span:
        """The segment's place in the query."""
        return Span(self.start, self.end)


_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_COMMENT = re.compile(r"```.*?```", re.DOTALL)


def _unquoted(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The characters between two offsets, with their places, that stand outside quotes and behind no backslash."""
    at = start
    while at < end:
        char = text[at]
        if char == '"':
            at = quoted_end(text, at, end)
        elif char == "\\":
            at += 2
        else:
            yield at, char
            at += 1


def segments(text: str, start: int, end: int) -> list[Segment]:
    """Cut the query between two offsets at its pipes. Pipes in quotes or in a bracketed subsearch do not cut."""
    found: list[Segment] = []
    brackets: list[int] = []
    for at, char in _unquoted(text, start, end):
        if char == "`":
            raise QueryError(
                f"macro {text[at : at + 40].split(maxsplit=1)[0]} was not expanded",
                span=Span(at, at + 1),
                hint="give the macro's definition",
            )
        if char == "[":
            brackets.append(at)
        elif char == "]" and brackets:
            brackets.pop()
        elif char == "|" and not brackets:
            found.append(_trimmed(text, start, at))
            start = at + 1
    if brackets:
        raise QueryError("this bracket is never closed", span=Span(brackets[-1], brackets[-1] + 1))
    found.append(_trimmed(text, start, end))
    return found


def bracketed(text: str, start: int, end: int) -> Segment | None:
    """What stands between the first bracket, outside quotes, and the one that closes it; None if none opens."""
    opened, depth = start, 0
    for at, char in _unquoted(text, start, end):
        if char == "[":
            opened = opened if depth else at + 1
            depth += 1
        elif char == "]" and depth:
            depth -= 1
            if not depth:
                return Segment(opened, at)
    return None


def brackets_in(text: str, start: int, end: int) -> list[Segment]:
    """What stands between each outermost pair of brackets outside quotes."""
    found: list[Segment] = []
    while (within := bracketed(text, start, end)) is not None:
        found.append(within)
        start = within.end + 1
    return found


def word_at(text: str, start: int, end: int, word: str) -> int | None:
    """Where a word first stands outside quotes and brackets, case aside."""
    depth = 0
    for at, char in _unquoted(text, start, end):
        depth += (char == "[") - (char == "]")
        if not depth and char.lower() == word[0] and _is_word(text, at, end, word):
            return at
    return None


def _is_word(text: str, at: int, end: int, word: str) -> bool:
    stop = at + len(word)
    before = text[at - 1] if at else " "
    after = text[stop] if stop < end else " "
    return text[at:stop].lower() == word and before.isspace() and not (after.isalnum() or after in "_.")


def _trimmed(text: str, start: int, end: int) -> Segment:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Segment(start, end)


def quoted_end(text: str, start: int, end: int) -> int:
    """The offset behind the quoted text that starts at `start`. Raises QueryError when it never ends."""
    match = _QUOTED.match(text, start, end)
    if match is None:
        raise QueryError("this quotation mark is never closed", span=Span(start, start + 1))
    return match.end()


def uncommented(text: str) -> str:
    """The query with ```comments``` turned into spaces, so that offsets stay true."""
    if "```" not in text:
        return text
    made: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == '"':
            match = _QUOTED.match(text, at)
            end = match.end() if match else len(text)
            made.append(text[at:end])
        elif match := _COMMENT.match(text, at):
            end = match.end()
            made.append(" " * (end - at))
        else:
            end = at + 1
            made.append(text[at])
        at = end
    return "".join(made)


def unescaped(text: str) -> str:
    r"""Text of a quoted string: \\, \" and \| lose their backslash, every other sequence stays as written.

    Rule: Search Reference, search command, "Quotes and escaping characters".
    """
    return re.sub(r'\\([\\"|])', r"\1", text)


def escaped(text: str) -> str:
    """Text as it stands between quotation marks: what `unescaped` reads back."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


# --- search terms

_SEARCH_MARKS = re.compile(r"!=|<=|>=|==|[=<>(),]")
_SEARCH_WORD = re.compile(r'(?:\\.|[^\s"(),=<>!\[\]|\\]|!(?!=))+', re.DOTALL)


def search_tokens(text: str, start: int, end: int) -> list[Token]:
    """Tokens of search terms: words, quoted texts, comparison marks, parentheses, commas, and subsearches."""
    return _scan(text, start, end, _SEARCH_MARKS, _SEARCH_WORD, brackets=True)


# --- arguments of commands

_ARGUMENT_MARKS = re.compile(r"!=|[=(),]")
_ARGUMENT_WORD = re.compile(r'[^\s"(),=!\[\]|]+|!(?!=)')


def argument_tokens(text: str, start: int, end: int) -> list[Token]:
    """Tokens of a command's arguments: words (which may hold `*`, `-`, `.`), quoted texts, marks."""
    return _scan(text, start, end, _ARGUMENT_MARKS, _ARGUMENT_WORD)


def _scan(
    text: str, start: int, end: int, marks: re.Pattern[str], words: re.Pattern[str], *, brackets: bool = False
) -> list[Token]:
    found: list[Token] = []
    at = start
    while at < end:
        char = text[at]
        if char.isspace():
            at += 1
            continue
        if char == '"':
            stop = quoted_end(text, at, end)
            found.append(Token(Kind.QUOTED, text[at + 1 : stop - 1], Span(at, stop)))
        elif char == "[" and brackets and (within := bracketed(text, at, end)) is not None:
            stop = within.end + 1
            found.append(Token(Kind.BRACKETS, text[within.start : within.end], Span(at, stop)))
        elif char == "[":
            raise Unsupported("SPL subsearch", span=Span(at, _bracket_end(text, at, end)))
        elif match := marks.match(text, at, end):
            stop = match.end()
            found.append(Token(Kind.MARK, match[0], Span(at, stop)))
        elif match := words.match(text, at, end):
            stop = match.end()
            found.append(Token(Kind.WORD, match[0], Span(at, stop)))
        else:
            raise QueryError(f"unexpected {char}", span=Span(at, at + 1))
        at = stop
    found.append(Token(Kind.END, "", Span(end, end)))
    return found


def _bracket_end(text: str, at: int, end: int) -> int:
    close = text.find("]", at, end)
    return end if close < 0 else close + 1


# --- expressions

_OPERATORS = re.compile(r"!=|<=|>=|==|[-+*/%.=<>(),!{}]")
_NUMBER = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_INTEGER = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d]\w*")
_SINGLE = re.compile(r"'(?:[^'\\]|\\.)*'", re.DOTALL)


def expression_tokens(text: str, start: int, end: int) -> list[Token]:
    """Tokens of an eval expression: names, 'fields', "texts", numbers and operators.

    A dot behind an operand is the concatenation operator, never part of a number or name (S19).
    """
    found: list[Token] = []
    at = start
    while at < end:
        char = text[at]
        if char.isspace():
            at += 1
            continue
        token = _expression_token(text, at, end, _operand(found))
        found.append(token)
        at = token.span.end
    found.append(Token(Kind.END, "", Span(end, end)))
    return found


_WORD_OPERATORS = ("and", "or", "xor", "not", "like", "in")


def _operand(found: list[Token]) -> bool:
    """Whether the last token ends an operand."""
    if not found or found[-1].is_word(*_WORD_OPERATORS):
        return False
    return found[-1].kind is not Kind.MARK or found[-1].text == ")"


def _expression_token(text: str, at: int, end: int, behind_operand: bool) -> Token:
    char = text[at]
    if char == '"':
        stop = quoted_end(text, at, end)
        return Token(Kind.QUOTED, text[at + 1 : stop - 1], Span(at, stop))
    if char == "'":
        match = _SINGLE.match(text, at, end)
        if match is None:
            raise QueryError("this single quotation mark is never closed", span=Span(at, at + 1))
        return Token(Kind.FIELD, match[0][1:-1], Span(at, match.end()))
    if char == "[":
        raise Unsupported("SPL subsearch", span=Span(at, _bracket_end(text, at, end)))
    if not (behind_operand and char == ".") and (match := _NUMBER.match(text, at, end)):
        return Token(Kind.NUMBER, match[0], Span(at, match.end()))
    if match := _NAME.match(text, at, end):
        return Token(Kind.WORD, match[0], Span(at, match.end()))
    if match := _OPERATORS.match(text, at, end):
        return Token(Kind.MARK, match[0], Span(at, match.end()))
    raise QueryError(
        f"unexpected {char} in an expression",
        span=Span(at, at + 1),
        hint="a field name with such characters is written in single quotes",
    )
