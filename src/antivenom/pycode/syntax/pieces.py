"""The last resort: a text read piece by piece, keeping statements that parse, and calls inside the others."""

from __future__ import annotations

import re
from typing import NamedTuple

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.indent import Line, lines
from antivenom.pycode.syntax.scan import Tokens, join, matching, scan, statements
from antivenom.pycode.syntax.tail import close
from antivenom.pycode.syntax.trees import attempt, does_something

_MOST_PIECES = 2_000
_MOST_CALLS = 100
_CALL = re.compile(r"(?<![\w.)\]$@%])([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)\(")
_KNOWN = frozenset("exec eval compile __import__ getattr setattr open print execfile input map globals vars".split())


class Kept(NamedTuple):
    """Text of the statements that were kept, and how many of how many pieces were lost."""

    text: str
    lost: int
    pieces: int


def keep(tokens: Tokens, budget: Budget) -> Kept:
    """Keep what parses and does something; blocks whole where they can be, else line by line, else their calls."""
    kept: list[str] = []
    lost = count = 0
    for block in _blocks(lines(tokens)):
        if count >= _MOST_PIECES:
            lost, count = lost + 1, count + 1
            continue
        if len(block) > 1:
            text = "\n".join([" " * (line.column - block[0].column) + line.text for line in block])
            if _sound(text, budget):
                kept.append(text)
                count += len(block)
                continue
        for line in block:
            got, missed, seen = _line(line.text, budget)
            kept += got
            lost, count = lost + missed, count + seen
    return Kept("\n".join(kept), lost, count)


def _blocks(found: list[Line]) -> list[list[Line]]:
    """Group lines with the deeper ones that follow them, and with else, except and finally."""
    blocks: list[list[Line]] = []
    for line in found:
        if blocks and (line.column > blocks[-1][0].column or line.word in ("else", "elif", "except", "finally")):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _sound(text: str, budget: Budget) -> bool:
    budget.step(10 + len(text) // 64)
    tree = attempt(text)
    return tree is not None and any(does_something(statement) for statement in tree.body)


def _line(text: str, budget: Budget) -> tuple[list[str], int, int]:
    """Keep a line, or its statements, or the calls in them: texts kept, statements lost, statements seen."""
    if _sound(text, budget):
        return [text], 0, 1
    tokens = scan(text, budget)
    kept: list[str] = []
    lost = seen = 0
    for start, end in list(statements(tokens))[:_MOST_PIECES]:
        seen += 1
        piece = tokens[start:end]
        got = _statement(join(piece).strip(), piece, budget)
        kept += got
        lost += not got
    return kept, lost, seen


def _statement(text: str, tokens: Tokens, budget: Budget) -> list[str]:
    if _sound(text, budget):
        return [text]
    if attempt(text) is not None:
        return []
    ended = close(tokens, budget)
    if ended is not None and _sound(ended[0], budget):
        return [ended[0]]
    return calls(text, budget)


def calls(text: str, budget: Budget) -> list[str]:
    """Calls of dotted or well-known names that parse, outermost first, wherever they stand in a text."""
    found: list[str] = []
    end = tried = 0
    for match in _CALL.finditer(text):
        name = match.group(1)
        if match.start() < end or ("." not in name and name not in _KNOWN) or tried >= _MOST_CALLS:
            continue
        tried += 1
        tail = text[match.start() : match.start() + 20_000]
        tokens = scan(tail, budget)
        opened = next((at for at, (_, mark) in enumerate(tokens) if mark == "("), 0)
        closing = matching(tokens, opened, len(tokens))
        call = join(tokens[: closing + 1])
        if closing < len(tokens) and _sound(call, budget):
            found.append(call)
            end = match.start() + len(call)
    return found
