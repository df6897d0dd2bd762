"""Steps into dynamic values: `d.name`, `d[0]`, `d[column]`, and the JSONPath texts of extract_json()."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from antivenom.errors import QueryError, Unsupported
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

Step: TypeAlias = str | int | Value
"""A property name, a place in an array (from the end below zero), or a value that is one of the two."""

_JSONPATH = re.compile(r"\.([A-Za-z_]\w*)|\[(-?\d+)\]|\['([^'\\]*)'\]|\[\"([^\"\\]*)\"\]")


def follow(value: Value, steps: Sequence[Step], span: Span) -> Value:
    """The value at the end of the steps, null where there is nothing."""
    plain: list[str] = []
    for step in steps:
        shown = _shown(step)
        if shown is not None:
            plain.append(shown)
            continue
        value = _along(value, plain, span)
        plain = []
        value = _single(value, step, span)
    return _along(value, plain, span)


def _along(value: Value, steps: list[str], span: Span) -> Value:
    if not steps:
        return value
    return Call("kusto.path", (value, Literal("$" + "".join(steps), Type.STRING)), Type.DYNAMIC, span)


def _shown(step: Step) -> str | None:
    """A step as DuckDB's JSON path writes it; None where it cannot."""
    if isinstance(step, int):
        return f"[{step}]" if step >= 0 else f"[#{step}]"
    if isinstance(step, str) and step and not any(char in '"\\*' or not char.isprintable() for char in step):
        return f'."{step}"'
    return None


def _single(value: Value, step: Step, span: Span) -> Value:
    name: Value
    if isinstance(step, str):
        name = Literal(step, Type.STRING, span)
    else:
        assert not isinstance(step, int)
        name = step
    op = "kusto.property" if name.type is Type.STRING else "kusto.element"
    return Call(op, (value, name), Type.DYNAMIC, span)


def step_of(index: Value, span: Span) -> Step:
    """The step of `[index]`. Raises QueryError for a type that indexes nothing."""
    if index.type is not Type.STRING and not index.type.integral:
        if index.type is Type.DYNAMIC:
            hint = "convert it, as by tostring() or tolong()"
            raise Unsupported("KQL dynamic index that is itself dynamic", span=span, hint=hint)
        raise QueryError("an index is a whole number or a property name", span=span)
    if not isinstance(index, Literal) or index.value is None:
        return index
    assert isinstance(index.value, str | int)
    return index.value


def jsonpath(text: str, span: Span) -> list[Step]:
    """The steps of a JSONPath such as `$.a[0]['b']`; its other forms are not supported."""
    found: list[Step] = []
    at = 1
    while at < len(text) and text[0] == "$":
        match = _JSONPATH.match(text, at)
        if match is None:
            break
        name, place, *quoted = match.groups()
        found.append(int(place) if place is not None else next(part for part in (name, *quoted) if part is not None))
        at = match.end()
    if at < len(text) or text[:1] != "$":
        raise Unsupported("KQL JSONPath of this form", span=span, hint="write it as $.name or $[0].name")
    return found
