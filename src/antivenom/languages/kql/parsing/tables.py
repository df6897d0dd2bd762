"""Which tables a query may read, before any catalog is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from antivenom.languages.kql.syntax import Function, FunctionCall, Let, Name, Pipeline, Query
from antivenom.source import Span


def tables_named(query: Query) -> frozenset[str]:
    """Every name that stands where a table can and no let binds there; some may turn out to be columns."""
    found: set[str] = set()
    bound = _lets(query.lets, frozenset(), found)
    _pipeline(query.body, bound, found)
    return frozenset(found)


def _lets(lets: tuple[Let, ...], bound: frozenset[str], found: set[str]) -> frozenset[str]:
    for let in lets:
        if isinstance(let.value, Function):
            inner = bound | {parameter.name for parameter in let.value.parameters}
            inner = _lets(let.value.lets, inner, found)
            _pipeline(let.value.body, inner, found)
        else:
            _pipeline(let.value, bound, found)
        bound = bound | {let.name}
    return bound


def _pipeline(pipeline: Pipeline, bound: frozenset[str], found: set[str]) -> None:
    """Names at the head of this pipeline and of those inside it; arguments and lists may be tables too."""
    stack: list[object] = [pipeline]
    while stack:
        node = stack.pop()
        match node:
            case Pipeline(origin):
                _note(origin, bound, found)
            case FunctionCall(_, args):
                for arg in args:
                    _note(arg, bound, found)
        items = getattr(node, "items", ())
        if isinstance(items, tuple):
            for item in items:
                _note(item, bound, found)
        stack.extend(_children(node))


def _note(node: object, bound: frozenset[str], found: set[str]) -> None:
    if isinstance(node, Name | FunctionCall) and node.name not in bound:
        found.add(node.name)


def _children(node: object) -> Iterator[object]:
    if isinstance(node, tuple):
        yield from node
    elif is_dataclass(node) and not isinstance(node, Span | type):
        for field in fields(node):
            yield getattr(node, field.name)
