"""Cuts a POSIX shell text into tokens: words as they are written, operators, redirections, here-documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from antivenom.pycode.budget import Budget

_TOKEN = re.compile(
    r"""(?P<skip>(?:[ \t\r]|\\\r?\n)+)|(?P<comment>\#[^\n]*)|(?P<line>\n)|(?P<sub>[<>]\()"""
    r"""|(?P<redirect>(?:\d+|&)?(?:<<<|<<-?|<>|>>|>\||[<>]&|<|>))|(?P<op>&&|\|\||;;&?|\|&|[;|&()])"""
)
_PLAIN = re.compile(r"""[^\s'"\\$`;|&<>()]+""")
_DOUBLE = re.compile(r"""[^"\\$`]+""")
_MARK = re.compile(r"""['"\\`(){}]|\$\(|\$\{""")
_ANSI = re.compile(r"[^'\\]*(?:\\.[^'\\]*)*'", re.DOTALL)
_QUOTES = re.compile(r"""['"\\$]""")


class Token(NamedTuple):
    """kind: word, op, redirect, line or end; text as written; body: a here-document's; quoted: its delimiter is."""

    kind: str
    text: str
    body: str = ""
    quoted: bool = False


def tokens(text: str, budget: Budget) -> Iterator[Token]:
    """The tokens of a shell text. Never fails: an unclosed quote ends with the text."""
    at, size = 0, len(text)
    documents = _Documents(text)
    waiting = ""
    while at < size:
        budget.step()
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup == "sub":
            end = word_end(text, at, budget)
            word = text[at:end]
            at = end
            if waiting:
                yield documents.take(waiting, word)
                waiting = ""
            else:
                yield Token("word", word)
            continue
        at = match.end()
        group = match.lastgroup
        if group == "redirect":
            if match.group().endswith(("<<", "<<-")) and "<<<" not in match.group():
                waiting = match.group()
                documents.line_end(at)
            else:
                yield Token("redirect", match.group())
        elif group == "op":
            yield Token("op", match.group())
        elif group == "line":
            at = documents.resume(at)
            yield Token("line", "\n")


class _Documents:
    """Bodies of here-documents: they start at the line after the one that names them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = -1

    def line_end(self, at: int) -> None:
        """Find where the first body of this line starts."""
        if self.next < at:
            end = self.text.find("\n", at)
            self.next = len(self.text) if end < 0 else end + 1

    def take(self, operator: str, word: str) -> Token:
        """The body up to the delimiter, or up to the end of the text."""
        quoted = _QUOTES.search(word) is not None
        delimiter = re.sub(r"""['"\\]|^\$(?=['"])""", "", word)
        dash = operator.endswith("-")
        tabs = r"\t*" if dash else ""
        start = self.next
        found = (
            re.compile(rf"^{tabs}{re.escape(delimiter)}\r?$", re.MULTILINE).search(self.text, start)
            if start >= 0
            else None
        )
        body = self.text[start : found.start() if found else len(self.text)]
        self.next = min(len(self.text), found.end() + 1) if found else len(self.text)
        if dash:
            body = re.sub(r"^\t+", "", body, flags=re.MULTILINE)
        return Token("redirect", "<<", body, quoted)

    def resume(self, at: int) -> int:
        """Where reading goes on after the end of a line: behind the bodies that started there."""
        after = max(at, self.next)
        self.next = -1
        return after


def word_end(text: str, at: int, budget: Budget) -> int:
    """Where the word that starts here ends."""
    size, start = len(text), at
    while at < size:
        match = _PLAIN.match(text, at)
        if match:
            at = match.end()
            continue
        char = text[at]
        budget.step()
        if char == "'":
            end = text.find("'", at + 1)
            at = size if end < 0 else end + 1
        elif char == '"':
            at = double_end(text, at + 1, budget)
        elif char == "\\":
            at += 2
        elif char == "$":
            at = _dollar_end(text, at, budget)
        elif char == "`":
            at = tick_end(text, at + 1)
        elif char in "<>" and text.startswith("(", at + 1):
            at = closing(text, at + 2, budget, ")")
        elif char == "(" and at > start and text[at - 1] == "=":
            at = closing(text, at + 1, budget, ")")
        else:
            return max(at, start + 1)
    return min(at, size)


def _dollar_end(text: str, at: int, budget: Budget) -> int:
    follows = text[at + 1 : at + 2]
    if follows == "(":
        return closing(text, at + 2, budget, ")")
    if follows == "{":
        return closing(text, at + 2, budget, "}")
    if follows == "'":
        return ansi_end(text, at + 2)
    return at + 1


def ansi_end(text: str, at: int) -> int:
    """Behind the closing quote of $'...', whose backslashes escape."""
    match = _ANSI.match(text, at)
    return match.end() if match else len(text)


def double_end(text: str, at: int, budget: Budget) -> int:
    """Behind the closing quote of "...", at being behind the opening one."""
    size = len(text)
    while at < size:
        match = _DOUBLE.match(text, at)
        if match:
            at = match.end()
            continue
        char = text[at]
        budget.step()
        if char == '"':
            return at + 1
        if char == "\\":
            at += 2
        elif char == "`":
            at = tick_end(text, at + 1)
        elif text.startswith(("$(", "${"), at):
            at = closing(text, at + 2, budget, ")" if text[at + 1] == "(" else "}")
        else:
            at += 1
    return size


def tick_end(text: str, at: int) -> int:
    """Behind the closing backtick."""
    end = text.find("`", at)
    while end > 0 and text[end - 1] == "\\":
        end = text.find("`", end + 1)
    return len(text) if end < 0 else end + 1


def closing(text: str, at: int, budget: Budget, want: str) -> int:
    """Behind the bracket that closes $(, ${ or <(, over nested ones and quotes; the end where it is missing."""
    stack = [want]
    while True:
        match = _MARK.search(text, at)
        if match is None:
            return len(text)
        budget.step()
        at, mark, top = match.end(), match.group(), stack[-1]
        if mark == "\\":
            at += 1
        elif mark == '"':
            if top == '"':
                stack.pop()
            else:
                stack.append('"')
        elif mark in ("$(", "${"):
            stack.append(")" if mark == "$(" else "}")
        elif top == '"':
            continue
        elif mark == "'":
            if "}" not in stack or '"' not in stack:
                end = text.find("'", at)
                at = len(text) if end < 0 else end + 1
        elif mark == "(" and top == ")":
            stack.append(")")
        elif mark == top:
            stack.pop()
        if not stack:
            return at
