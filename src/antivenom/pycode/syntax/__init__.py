"""Python text into a tree, whatever state the text is in: `parse`."""

from __future__ import annotations

import ast
import re
import warnings
from typing import NamedTuple

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.limits import SHORT, fit
from antivenom.pycode.syntax.repair import mend
from antivenom.pycode.syntax.source import decode, plain
from antivenom.pycode.syntax.trees import NAME, attempt, module

__all__ = ["Parsed", "parse"]

_ONLY_TREE = ast.PyCF_ONLY_AST
_quiet: object = None


class Parsed(NamedTuple):
    """A tree, the text its lines and columns refer to, and what had to be done to the text first."""

    tree: ast.Module
    text: str
    repairs: tuple[str, ...]


def parse(text: str | bytes, budget: Budget, *, mode: str = "exec") -> Parsed:
    """Parse Python of any version and condition; never raises but Spent, and never runs anything.

    mode "eval" reads the operand of eval(): the tree is a module with that one expression.
    """
    if warnings.filters[0] is not _quiet:
        _silence()
    if type(text) is str and len(text) <= SHORT:
        try:
            if mode == "exec":
                return Parsed(compile(text, NAME, "exec", _ONLY_TREE, True), text, ())
            return Parsed(module(compile(text.lstrip(" \t"), NAME, "eval", _ONLY_TREE, True)), text.lstrip(" \t"), ())
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            pass
    return _slowly(text, budget, mode)


def _slowly(text: str | bytes, budget: Budget, mode: str) -> Parsed:
    """Read bytes, measure what is long, and mend what does not parse."""
    text, notes = decode(text) if isinstance(text, (bytes, bytearray)) else (str(text), ())
    if mode == "eval":
        text = text.lstrip(" \t")
    text, more = plain(text)
    text, cut = fit(text, budget)
    notes = notes + more + cut
    tree = attempt(text, mode)
    if tree is not None:
        return Parsed(tree, text, notes)
    tree, text, repairs = mend(text, budget, mode)
    return Parsed(tree, text, notes + repairs)


def _silence() -> None:
    """Keep the compiler's warnings about attackers' texts from the reader's terminal; other files' are not touched."""
    global _quiet  # noqa: PLW0603 - warnings.filters is global as well
    warnings.filterwarnings("ignore", module=re.escape(NAME) + r"\Z")
    _quiet = warnings.filters[0]
