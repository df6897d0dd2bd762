"""A program's shape as a short text: the same for every run of one tool, whatever its names, hosts and layers."""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Sequence

from antivenom.pycode.rules.kit import Case

_MOST_NODES = 20_000


def fingerprint(cases: Sequence[Case], trees: Sequence[ast.Module]) -> str:
    """16 hexadecimal digits over the innermost layers' structure and the names of what they call; "" without code.

    Names of the program, constants and the layers around the innermost are left aside, so that one tool with another
    host, port, key or encoding has the same fingerprint.
    """
    if not trees:
        return ""
    digest = hashlib.sha256()
    opened = {layer.parent for case in cases for layer in case.layers if layer.parent is not None}
    for case in cases:
        inner = [layer for layer in case.layers if layer.number not in opened] or list(case.layers)
        for layer in inner:
            digest.update(_shape(layer.tree).encode())
        for fact in case.facts:
            if fact.kind not in ("execute", "decode", "compile", "hidden name"):
                digest.update(f"{fact.kind}:{fact.name};".encode("utf-8", "replace"))
    return digest.hexdigest()[:16]


def _shape(tree: ast.Module) -> str:
    """Kinds of statements and expressions in order; literals and names as one kind each, runs of statements flat."""
    kinds: list[str] = []
    stack: list[ast.AST] = [tree]
    while stack and len(kinds) < _MOST_NODES:
        node = stack.pop()
        kind = type(node).__name__
        if kind in ("Load", "Store", "Del", "Constant", "Name", "alias", "JoinedStr", "FormattedValue"):
            continue
        kinds.append(kind)
        stack.extend(reversed(list(ast.iter_child_nodes(node))))
    return ".".join(kinds)
