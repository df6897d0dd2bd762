"""What is done to a text that does not parse: repairs in order, each only where the text shows what it undoes."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import NamedTuple, Optional

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax import quotes
from antivenom.pycode.syntax.breaks import put_back
from antivenom.pycode.syntax.indent import lines, straighten
from antivenom.pycode.syntax.pieces import keep
from antivenom.pycode.syntax.python2 import to_python3
from antivenom.pycode.syntax.scan import Tokens, join, scan
from antivenom.pycode.syntax.source import visible
from antivenom.pycode.syntax.tail import close, looks_cut
from antivenom.pycode.syntax.trees import acts, attempt

_LONGEST = 500_000  # characters of a broken text that are looked at
_BREAKS = "line breaks were lost; put back at statement boundaries"
_Fixed = Optional["tuple[str, tuple[str, ...]]"]


class Repair(NamedTuple):
    """One repair: what it does to the tokens of a text, and whether any text could look repaired by it."""

    apply: Callable[[Tokens, Budget], _Fixed]
    bold: bool


def _said(note: str, text: str | None) -> _Fixed:
    return None if text is None else (text, (note,))


def _invisible(tokens: Tokens, budget: Budget) -> _Fixed:
    text = join(tokens)
    clean = visible(text)
    return None if clean == text else (clean, ("invisible characters taken out",))


def _closed(tokens: Tokens, budget: Budget) -> _Fixed:
    done = close(tokens, budget) if looks_cut(tokens) else None
    return None if done is None else (done[0], (done[1],))


_REPAIRS = (
    Repair(_invisible, bold=False),
    Repair(lambda tokens, budget: to_python3(tokens), bold=False),
    Repair(lambda tokens, budget: _said("HTML entities", quotes.entities(join(tokens))), bold=False),
    Repair(lambda tokens, budget: _said("quotes escaped for a shell", quotes.unescaped(tokens)), bold=False),
    Repair(lambda tokens, budget: _said("typographic quotes", quotes.straight(tokens)), bold=False),
    Repair(lambda tokens, budget: _said("line breaks written as \\n", quotes.written_breaks(tokens)), bold=False),
    Repair(lambda tokens, budget: _said("placeholders read as names", quotes.named(tokens)), bold=True),
    Repair(lambda tokens, budget: _said("orders to a notebook left out", quotes.without_magics(tokens)), bold=True),
    Repair(lambda tokens, budget: _said("indentation put right", straighten(lines(tokens))), bold=True),
    Repair(
        lambda tokens, budget: _said(_BREAKS, put_back(tokens, budget)),
        bold=True,
    ),
    Repair(lambda tokens, budget: to_python3(tokens), bold=False),
    Repair(_closed, bold=True),
    Repair(lambda tokens, budget: _said("quotes were lost; put back", quotes.requoted(tokens, budget)), bold=True),
)


def mend(text: str, budget: Budget, mode: str) -> tuple[ast.Module, str, tuple[str, ...]]:
    """Repair a text that ast.parse refused: a tree, the text it belongs to, what was done. The tree may be empty."""
    notes: list[str] = []
    if mode == "eval":
        tree = attempt(text)
        if tree is not None:
            return tree, text, ("statements where an expression belongs",)
    if len(text) > _LONGEST:
        notes.append(f"only the first {_LONGEST} of {len(text)} characters were read")
        text = text[:_LONGEST]
    bold = False
    tokens = scan(text, budget)
    for repair in _REPAIRS:
        done = repair.apply(tokens, budget)
        if done is None:
            continue
        text, said = done
        notes += [note for note in said if note not in notes]
        bold = bold or repair.bold
        budget.time()
        budget.step(20 + len(text) // 64)
        tree = attempt(text, mode) or (attempt(text) if mode == "eval" else None)
        if tree is not None:
            if not bold or _plausible(tree):
                return tree, text, tuple(notes)
            return _nothing(text, "the text is not Python")
        tokens = scan(text, budget)
    return _piecemeal(tokens, budget, notes)


def _plausible(tree: ast.Module) -> bool:
    """Whether a text read with bold repairs is a program: prose gives bare names, programs calls and imports."""
    return acts(tree) * 2 > len(tree.body)


def _piecemeal(tokens: Tokens, budget: Budget, notes: list[str]) -> tuple[ast.Module, str, tuple[str, ...]]:
    kept = keep(tokens, budget)
    tree = attempt(kept.text)
    guessed = _BREAKS in notes and kept.lost * 2 >= kept.pieces  # prose falls into words that do nothing
    if tree is None or not tree.body or guessed:
        return _nothing(join(tokens), "the text is not Python, or too damaged to be read")
    if kept.lost:
        notes.append(f"{kept.lost} of {kept.pieces} statements could not be read")
    else:
        notes.append("read statement by statement; parts of some were left out")
    return tree, kept.text, tuple(notes)


def _nothing(text: str, note: str) -> tuple[ast.Module, str, tuple[str, ...]]:
    return ast.Module([], []), text, (note,)
