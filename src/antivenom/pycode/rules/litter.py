"""Files that tidying removes or packs: temporary files, logs and caches, told by the suffix a program asks for."""

from __future__ import annotations

import ast
import functools
import itertools
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import Case

_SUFFIXES = (".tmp", ".temp", ".log", ".pyc", ".pyo", ".cache", ".swp", ".old", ".gz", ".bz2", ".xz", ".zst", ".part")
_PACKED = (".gz", ".bz2", ".xz", ".zst", ".zip")
_ASKS = frozenset({"endswith", "fnmatch", "fnmatchcase", "match"})
_MOST_NODES = 20_000
_LOOPS = (ast.For, ast.While, ast.ListComp, ast.SetComp, ast.GeneratorExp)


def is_packed(path: object) -> bool:
    """Whether a file is written under a new name that ends as compressed files do."""
    text = text_of(path)
    return text is not None and text.lower().endswith(_PACKED) and not text.lower().startswith(_PACKED)


def is_litter(case: Case, fact: Fact) -> bool:
    """Whether a fact stands in a branch that only files with a suffix of litter reach."""
    tree = next((layer.tree for layer in case.layers if layer.number == fact.layer), None)
    if tree is None or fact.node is None:
        return False
    return any(_holds(branch, fact.node) for branch in _branches(tree))


@functools.lru_cache(maxsize=4)
def _branches(tree: ast.Module) -> tuple[ast.AST, ...]:
    """What a test for litter guards, of the names that a loop gives; a loop within it is not guarded."""
    nodes = list(itertools.islice(ast.walk(tree), _MOST_NODES))
    given = _given(nodes)
    guarded = itertools.chain.from_iterable(_guarded(node, given) for node in nodes)
    return tuple(branch for branch in guarded if not any(isinstance(one, _LOOPS) for one in ast.walk(branch)))


def _given(nodes: list[ast.AST]) -> frozenset[str]:
    """The names that loops give, and those made of them."""
    names: set[str] = set()
    for node in nodes:
        if isinstance(node, (ast.For, ast.comprehension)):
            names |= _names(node.target)
    for node in nodes:
        if isinstance(node, ast.Assign) and names & _names(node.value):
            names.update(*(_names(target) for target in node.targets))
    return frozenset(names)


def _names(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _guarded(node: ast.AST, given: frozenset[str]) -> Iterator[ast.AST]:
    if isinstance(node, ast.If) and _asks(node.test, given):
        yield from node.body
    elif isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
        if any(_asks(test, given) for test in node.generators[-1].ifs):
            yield node.elt
    elif isinstance(node, ast.For):
        yield from _behind(node.body, given)
        if isinstance(node.iter, (ast.ListComp, ast.GeneratorExp)) and any(
            _asks(test, given) for test in node.iter.generators[-1].ifs
        ):
            yield from node.body


def _behind(body: list[ast.stmt], given: frozenset[str]) -> Iterator[ast.stmt]:
    """What stands behind `if not TEST: continue`."""
    for place, one in enumerate(body):
        if (
            isinstance(one, ast.If)
            and isinstance(one.test, ast.UnaryOp)
            and isinstance(one.test.op, ast.Not)
            and _asks(one.test.operand, given)
            and isinstance(one.body[-1], ast.Continue)
        ):
            yield from body[place + 1 :]


def _asks(test: ast.expr, given: frozenset[str]) -> bool:
    """Whether a test lets through nothing but names with a suffix of litter."""
    if isinstance(test, ast.BoolOp):
        return (any if isinstance(test.op, ast.And) else all)(_asks(one, given) for one in test.values)
    if not given & _names(test):
        return False
    if isinstance(test, ast.Call):
        named = test.func.attr if isinstance(test.func, ast.Attribute) else getattr(test.func, "id", "")
        return named in _ASKS and bool(test.args) and _names_litter(test.args[-1])
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], (ast.Eq, ast.In)):
        suffix = isinstance(test.left, ast.Attribute) and test.left.attr == "suffix"
        return suffix and _names_litter(test.comparators[0])
    return False


def _names_litter(given: ast.expr) -> bool:
    named = list(_texts(given))
    return bool(named) and all(one.lstrip("*").lower() in _SUFFIXES for one in named)


def _texts(given: ast.expr) -> Iterator[str]:
    """The constants of one text or of a row of them; an unknown one is no suffix."""
    for one in given.elts if isinstance(given, (ast.Tuple, ast.List, ast.Set)) else [given]:
        yield one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else ""


def _holds(branch: ast.AST, node: ast.AST) -> bool:
    return any(one is node for one in ast.walk(branch))
