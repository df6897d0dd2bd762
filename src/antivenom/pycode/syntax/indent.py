"""Indentation put right: margins, stray indents, lost blocks, tabs mixed with spaces."""

from __future__ import annotations

from typing import NamedTuple

from antivenom.pycode.syntax.scan import BLANK, COMPOUND, CONTINUES, Tokens

_STEP = "    "
_DEEPEST = 90  # CPython allows 100 levels


class Line(NamedTuple):
    """A logical line: its column, whether tabs led to it, its text, its first word, whether it opens a block."""

    column: int
    tabs: bool
    text: str
    word: str
    opens: bool


def lines(tokens: Tokens) -> list[Line]:
    """Give the logical lines of a text that hold anything but blanks and comments."""
    found: list[Line] = []
    part: list[str] = []
    column, tabs, depth, word, last = 0, False, 0, "", ""
    for kind, text in [*tokens, ("newline", "\n")]:
        if kind == "newline" and (not depth or not text):
            if word:
                found.append(Line(column, tabs, "".join(part), word, last == ":" and word in COMPOUND))
            part, column, tabs, word, last = [], 0, False, "", ""
            continue
        if kind not in BLANK:
            word, last = word or text, text
            if kind == "op":
                depth = max(0, depth + (text in "([{") - (text in ")]}"))
        elif not word:
            column = _columns(text) if kind == "space" else column
            tabs = tabs or "\t" in text
            continue
        if kind != "comment":
            part.append(text)
    if word:
        found.append(Line(column, tabs, "".join(part), word, last == ":" and word in COMPOUND))
    return found


def _columns(blank: str) -> int:
    return len(blank.expandtabs(8)) if "\n" not in blank else 0


def straighten(found: list[Line]) -> str | None:
    """Write lines with indentation that Python accepts; None when theirs was right already."""
    if not found:
        return None
    out: list[str] = []
    stack = [found[0].column]
    wrong = found[0].column > 0 or len({line.tabs for line in found if line.column}) > 1
    opened = lent = False
    for line in found:
        column = line.column
        if opened:
            if column > stack[-1] and not lent:
                stack.append(column)
            elif line.word in CONTINUES:
                out[-1] += " pass"
                opened, wrong = False, True
            else:
                wrong = lent = True
        if not opened:
            lent = False
            while len(stack) > 1 and column < stack[-1]:
                stack.pop()
            if column != stack[-1]:
                wrong = True
                stack[0] = min(stack[0], column)
        out.append(_STEP * min(len(stack) - 1 + lent, _DEEPEST) + line.text)
        opened = line.opens
    if opened:
        out[-1] += " pass"
        wrong = True
    return "\n".join(out) if wrong else None
