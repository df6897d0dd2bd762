"""The one place that asks the compiler for a tree, and what a tree holds."""

from __future__ import annotations

import ast
import os
from typing import cast

NAME = f"{os.devnull}/<python>"
"""The file name of every text that is parsed: the compiler looks for the line of a syntax error in the file of that
name, so it must be one that cannot be. The warning filter goes by it too."""

_SUBSTANCE = (
    ast.Call,
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AugAssign,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Lambda,
    ast.NamedExpr,
)
_BLOCKS = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Return, ast.Raise, ast.Delete, ast.Assert, ast.Global)


def attempt(text: str, mode: str = "exec") -> ast.Module | None:
    """Parse, or None."""
    try:
        return module(compile(text, NAME, mode, ast.PyCF_ONLY_AST, True))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def module(tree: object) -> ast.Module:
    """Give a module for a module or for one expression."""
    if isinstance(tree, ast.Expression):
        statement = ast.copy_location(ast.Expr(tree.body), tree.body)
        return ast.Module([cast("ast.stmt", statement)], [])
    return cast("ast.Module", tree)


def does_something(statement: ast.stmt) -> bool:
    """Whether a statement calls, imports, assigns or defines; names, numbers and sums of them do nothing."""
    if isinstance(statement, _BLOCKS):
        return True
    return any(isinstance(node, _SUBSTANCE) for node in ast.walk(statement))


def acts(tree: ast.Module) -> int:
    """How many statements of a module do something."""
    return sum(does_something(statement) for statement in tree.body)
