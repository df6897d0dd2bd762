"""join and append -> plan: the results of a search and those of its subsearch.

Search Reference, join and append; what the pages leave open is in docs/semantics-spl.md.
"""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.values.conversions import alike, null, text_of
from antivenom.plan.relations import Assign, FirstPer, Join, JoinKind, Limit, Sort, SortKey, Union
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Value, call, new_column
from antivenom.source import Span


def join(command: syntax.Join, scope: Scope, world: World) -> Scope:
    """Each result with the results of the subsearch whose keys are the same texts, in the order of the results.

    A result that lacks a key matches none (unverified).
    """
    other = world.results(command.search)
    names = command.names or _shared(command, scope, other)
    keys = [(_key(name, scope), _key(name, other)) for name in names]
    right = other.filter(_all_present([key for _, key in keys]), command.span)
    if command.most:
        right = right.keep(FirstPer(right.relation, tuple(key for _, key in keys), command.most, command.span))
    left, position = scope.numbered(command.span)
    right, place = right.numbered(command.span)
    values = _merged(command, {name.text for name in names}, scope, other)
    values = {**values, "\0position": position, "\0place": place}
    assigns = {name: Assign(new_column(name.strip("\0"), value.type), value) for name, value in values.items()}
    kind = JoinKind.LEFT_OUTER if command.left else JoinKind.INNER
    joined = Join(left.relation, right.relation, kind, tuple(keys), tuple(assigns.values()), command.span)
    order = tuple(SortKey(assigns.pop(name).column, False, False) for name in ("\0position", "\0place"))
    made = Sort(joined, order, command.span)
    return Scope(made, {name: assign.column for name, assign in assigns.items()}).trimmed(command.span)


def _shared(command: syntax.Join, scope: Scope, other: Scope) -> tuple[syntax.Name, ...]:
    """The fields that both sides have, by which a join without names joins."""
    names = [name for name in scope.fields if name in other.fields]
    if not names:
        raise QueryError("both sides of this join have no field in common", span=command.span, hint="name the fields")
    hidden = next((name for name in names if name.startswith("_")), None)
    if hidden is not None:
        raise Unsupported(
            f"SPL join without fields where both sides have {hidden}", span=command.span, hint="name the fields"
        )
    return tuple(syntax.Name(name, command.span) for name in names)


def _key(name: syntax.Name, scope: Scope) -> Value:
    value: Value = scope.fields.get(name.text, null(Type.STRING, name.span))
    if value.type is Type.MULTI:
        raise Unsupported(f"SPL join by the multivalue field {name.text}", span=name.span)
    return text_of(value, name.span)


def _all_present(keys: list[Value]) -> Value:
    present = tuple(call("null.is_not_null", key, type=Type.BOOL) for key in keys)
    return present[0] if len(present) == 1 else Call("bool.and", present, Type.BOOL)


def _merged(command: syntax.Join, keys: set[str], scope: Scope, other: Scope) -> dict[str, Value]:
    """The fields of a joined result: of two of one name the subsearch's, or with overwrite=false the other."""
    made: dict[str, Value] = {**scope.fields}
    for name, column in other.fields.items():
        own = scope.fields.get(name)
        if own is None:
            # a key that the main search lacks matches nothing, so that it is null in a left join
            made[name] = column
        elif name not in keys:
            made[name] = _first_of((column, own) if command.overwrite else (own, column), command.span)
    return made


def _first_of(columns: tuple[Column, Column], span: Span) -> Value:
    values, type = alike(list(columns), span)
    return Call("null.coalesce", tuple(values), type, span)


def append(command: syntax.Append, scope: Scope, world: World) -> Scope:
    """The results, then those of the subsearch; a field that one side lacks is missing there."""
    other = world.results(command.search)
    if command.most:
        other = other.keep(Limit(other.relation, command.most, command.span))
    return stacked([scope, other], command.span)


def stacked(scopes: list[Scope], span: Span) -> Scope:
    """Results one behind the other, with the fields that any of them has."""
    columns: dict[str, Column] = {}
    takes: tuple[list[Value], ...] = tuple([] for _ in scopes)
    for name in dict.fromkeys(name for scope in scopes for name in scope.fields):
        sides: list[Value] = [scope.fields.get(name, null(Type.STRING, span)) for scope in scopes]
        values, type = alike(sides, span)
        columns[name] = new_column(name, type)
        for take, value in zip(takes, values, strict=True):
            take.append(value)
    inputs = tuple(scope.relation for scope in scopes)
    return Scope(Union(inputs, tuple(columns.values()), tuple(map(tuple, takes)), span), columns)
