"""foreach -> plan: its template, once for each field, or for each value of one field (Search Reference, foreach)."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import AntivenomError, QueryError, Unsupported
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.found_fields import most_values, unknown
from antivenom.languages.spl.lowering.scope import Scope, match_stars, passes
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.parsing.parser import parse_template
from antivenom.languages.spl.syntax import (
    Command,
    Eval,
    Name,
)
from antivenom.languages.spl.syntax_fields import (
    ForEach,
)
from antivenom.languages.spl.values.conversions import alike, multi, null, text_of
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call
from antivenom.source import Span

Through = Callable[[tuple[Command, ...], Scope, World], Scope]
"""Leads results through commands."""

_ITEM = "item of foreach"
_MOST_FIELDS = 500
_MOST_ITEMS = 200


def foreach(command: ForEach, scope: Scope, world: World, through: Through) -> Scope:
    """The results after every turn of the template."""
    if command.mode == "multifield":
        for filled in templates(command, tuple(scope.fields)):
            commands = _parsed(filled, command.span)
            try:
                scope = through(commands, scope, world)
            except AntivenomError as error:
                raise _placed(error, command.span) from None
        return scope
    return _items(command, scope, world)


def templates(command: ForEach, fields: tuple[str, ...]) -> list[str]:
    """The template filled in for each field that a name stands for."""
    made: list[str] = []
    for name in command.names:
        for field in fields if name.wild else (name.text,):
            parts = match_stars(field, name.text)
            if parts is not None and (not name.wild or passes(field, name.text)):
                made.append(_filled(command, field, name, parts))
    if len(made) > _MOST_FIELDS:
        raise Unsupported(f"SPL foreach over more than {_MOST_FIELDS} fields", span=command.span)
    return made


def _filled(command: ForEach, field: str, name: Name, parts: tuple[str, ...]) -> str:
    values = {"fieldstr": field, "matchstr": _matched(parts, name)}
    values |= {f"matchseg{at}": part for at, part in enumerate(parts, 1)}
    text = command.template
    for key, mark in command.marks:
        if mark in text:
            text = text.replace(mark, values.get(key, ""))
    return text


def _matched(parts: tuple[str, ...], name: Name) -> str:
    """What the wildcards stand for, with what is between them."""
    between = name.text.split("*")[1:-1]
    return "".join(part + text for part, text in zip(parts, (*between, ""), strict=False))


def _parsed(text: str, span: Span) -> tuple[Command, ...]:
    try:
        return parse_template(text)
    except AntivenomError as error:
        raise _placed(error, span) from None


def _placed(error: AntivenomError, span: Span) -> AntivenomError:
    """The error at the foreach: its place in the filled template is none in the query."""
    error.span = span
    return error


# --- the values of one field


def _items(command: ForEach, scope: Scope, world: World) -> Scope:
    name = command.names[0] if command.names else _collection(command, scope)
    column = scope.fields.get(name.text)
    if column is None:
        return scope
    if command.mode == "json_array" or (command.mode == "auto_collections" and column.type is not Type.MULTI):
        quoted = Literal(False, Type.BOOL)
        values: Value = call("splunk.json_mv", text_of(column, name.span), quoted, type=Type.MULTI, span=name.span)
    else:
        values = multi(column, name.span)
    most = most_values(scope, values, world, command.span)
    if most is not None and most > _MOST_ITEMS:
        raise Unsupported(f"SPL foreach over more than {_MOST_ITEMS} values", span=command.span)
    if most is None:
        scope = unknown(scope, command.span)
    for place in range(1 if most is None else most):
        scope = _turn(command, scope, values, place)
    return scope


def _collection(command: ForEach, scope: Scope) -> Name:
    """The one multivalue field of the results, for auto_collections without a field (foreach page, example 7)."""
    found = [name for name, column in scope.fields.items() if column.type is Type.MULTI]
    if len(found) != 1:
        raise Unsupported("SPL foreach without a field where not one alone has several values", span=command.span)
    return Name(found[0], command.span)


def _turn(command: ForEach, scope: Scope, values: Value, place: int) -> Scope:
    """One value's turn: results that have so many values get the new fields, others keep what they have."""
    item = call("splunk.mv_at", values, Literal(float(place), Type.REAL), type=Type.STRING, span=command.span)
    scope = scope.assign({_ITEM: item}, command.span)
    commands = _parsed(item_template(command, place), command.span)
    if len(commands) != 1 or not isinstance(commands[0], Eval):
        raise QueryError("foreach over values takes one eval", span=command.span)
    try:
        scope = _evaluated(commands[0], scope, command.span)
    except AntivenomError as error:
        raise _placed(error, command.span) from None
    return scope.without({_ITEM}, command.span)


def item_template(command: ForEach, place: int = 0) -> str:
    """The template filled in for one value of a field."""
    text = command.template
    for key, mark in command.marks:
        text = text.replace(mark, f"'{_ITEM}'" if key == "itemstr" else str(place))
    return text


def _evaluated(command: Eval, scope: Scope, span: Span) -> Scope:
    for assignment in command.assignments:
        name = assignment.name.text
        made = Lowerer(scope.fields).value(assignment.value)
        if made.type is Type.BOOL:
            raise QueryError("eval cannot assign a condition to a field", span=span)
        old: Value = scope.fields.get(name, null(made.type))
        (new, kept), type = alike([made, old], span)
        here = call("null.is_not_null", scope.fields[_ITEM], type=Type.BOOL)
        scope = scope.assign({name: Call("case.when", (here, new, kept), type, span)}, span)
    return scope
