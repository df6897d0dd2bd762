"""Changing syntax trees: every node given a place, or some nodes put in for others."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, TypeVar, cast

from antivenom.source import Span

Node = TypeVar("Node")


def placed(node: Node, span: Span) -> Node:
    """The same tree, every part of it at one place: for text that the query does not hold."""
    return cast("Node", _mapped(node, lambda part: span if isinstance(part, Span) else None))


def changed(node: Node, change: Callable[[Any], Any]) -> Node:
    """The tree with parts replaced from the top: `change` gives what stands for a part, or None to look into it."""
    return cast("Node", _mapped(node, change))


def _mapped(node: Any, change: Callable[[Any], Any]) -> Any:
    made = change(node)
    if made is not None:
        return made
    if isinstance(node, tuple):
        parts = tuple(_mapped(part, change) for part in node)
        return node if all(new is old for new, old in zip(parts, node, strict=True)) else parts
    if not dataclasses.is_dataclass(node) or isinstance(node, type):
        return node
    values = {f.name: getattr(node, f.name) for f in dataclasses.fields(node)}
    new = {name: _mapped(value, change) for name, value in values.items()}
    return node if all(new[name] is values[name] for name in values) else dataclasses.replace(node, **new)
