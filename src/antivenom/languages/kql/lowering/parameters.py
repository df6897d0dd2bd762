"""Query parameters: `declare query_parameters(...)`, and the values a caller gives for them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from antivenom.errors import MissingInput, QueryError, UsageError
from antivenom.languages.kql.lowering.scope import Bound, Scope
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.parsing.constants import typed_value
from antivenom.languages.kql.syntax import Constant, Expression, Parameter, Query
from antivenom.languages.kql.values.conversions import widened
from antivenom.plan.catalog import meant
from antivenom.plan.types import Type
from antivenom.plan.values import Literal

Held = bool | int | float | str | None


def declared(query: Query, params: Mapping[str, object], scope: Scope) -> Scope:
    """The scope with the query's parameters bound: to what the caller gives, else to their defaults."""
    names = [parameter.name for parameter in query.parameters]
    for name in params:
        if name not in names:
            hint = meant(name, names) or "write declare query_parameters(name: type); above the query"
            raise UsageError(f"the query declares no parameter {name}", hint=hint)
    for parameter in query.parameters:
        scope = scope.bind(parameter.name, Bound(_value(parameter, params)), local=True)
    return scope


def _value(parameter: Parameter, params: Mapping[str, object]) -> Literal:
    assert parameter.type is not None
    if parameter.name in params:
        value = held(params[parameter.name], parameter.type)
        if value is None:
            what = f"parameter {parameter.name} must be of type {parameter.type.value}"
            raise UsageError(f"{what}, and {params[parameter.name]!r} is not", hint=_HINTS.get(parameter.type))
        return Literal(value, parameter.type, parameter.span)
    if parameter.default is None:
        hint = f"give it: --param {parameter.name}=..., or params={{{parameter.name!r}: ...}}"
        raise MissingInput(f"parameter {parameter.name} has no value", span=parameter.span, hint=hint)
    return _default(parameter, parameter.default)


def _default(parameter: Parameter, given: Expression) -> Literal:
    assert parameter.type is not None
    if not isinstance(given, Constant):
        raise QueryError("the default of a parameter must be a literal", span=given.span)
    literal = Literal(given.value, given.type, given.span)
    if given.type is parameter.type:
        return literal
    if given.type.integral and parameter.type in (Type.LONG, Type.REAL):
        made = widened(literal, parameter.type)
        assert isinstance(made, Literal)
        return made
    if given.type is Type.LONG and parameter.type is Type.INT:
        return Literal(given.value, Type.INT, given.span)
    what = f"{parameter.name} is a {parameter.type.value}, but its default is a {given.type.value}"
    raise QueryError(what, span=given.span)


_HINTS = {
    Type.DATETIME: "dates are read as ISO 8601, such as 2024-01-31 10:20:30",
    Type.TIMESPAN: "write 1d, 2h, 3m, 4s or 1.02:03:04",
}


def held(value: object, type: Type) -> Held:
    """What a Literal of the type holds for a Python value or a text; None when it is no such thing."""
    if isinstance(value, str):
        return _read(value, type)
    match type:
        case Type.BOOL:
            return value if isinstance(value, bool) else None
        case Type.INT | Type.LONG:
            return _whole(value, 32 if type is Type.INT else 64)
        case Type.REAL:
            return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        case Type.DATETIME:
            return _ticks(value) if isinstance(value, datetime) else None
        case Type.TIMESPAN:
            return value // timedelta(microseconds=1) * 10 if isinstance(value, timedelta) else None
        case Type.DYNAMIC:
            return literals.compact(value) if _is_json(value) else None
        case _:
            return None


def _read(text: str, type: Type) -> Held:
    """Text for a parameter: a string as it stands, anything else as the literal it would be in a query."""
    if type is Type.STRING:
        return text
    inner = text.strip()
    for word in (type.value, *_WORDS.get(type, ())):
        if inner.lower().startswith(word + "(") and inner.endswith(")"):
            inner = inner[len(word) + 1 : -1].strip()
    if type is Type.DYNAMIC:
        return literals.json_text(inner)
    return typed_value(type, inner)


_WORDS = {Type.TIMESPAN: ("time",), Type.REAL: ("double",), Type.DATETIME: ("date",)}


def _whole(value: object, bits: int) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -(1 << (bits - 1)) <= value < 1 << (bits - 1) else None


def _ticks(moment: datetime) -> int | None:
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return literals.point_in_time(aware.astimezone(UTC).replace(tzinfo=None).isoformat())


def _is_json(value: Any) -> bool:
    """Whether a value is made of what JSON has."""
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            if not all(isinstance(key, str) for key in node):
                return False
            stack += node.values()
        elif isinstance(node, list | tuple):
            stack += node
        elif not isinstance(node, str | int | None) and not (isinstance(node, float) and math.isfinite(node)):
            return False
    return True
