"""lookup -> plan: fields of a file's rows beside the results that match them (Search Reference, lookup).

Where several rows match, a field gets all their values, in the order of the file. What the pages leave open is in
docs/semantics-spl.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.lookup_files import Definition, both, definition, rows_of_file
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.values.conversions import alike, null, text_of
from antivenom.plan.catalog import meant
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    FirstPer,
    Join,
    JoinKind,
    Measure,
    Project,
    Relation,
    Sort,
    SortKey,
    Window,
    fresh,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class _Matching:
    """One lookup: the values of the results, the file's rows, and which of their fields must match and are shown."""

    command: syntax.Lookup
    how: Definition
    rows: Scope
    keys: list[Value]
    shown: list[tuple[str, str]]

    @property
    def span(self) -> Span:
        """The command's place."""
        return self.command.span


def lookup(command: syntax.Lookup, scope: Scope, world: World) -> Scope:
    """`lookup`: a result without a match keeps nothing in the fields of OUTPUT, or min_matches' default."""
    rows = rows_of_file("lookup", command.name, world)
    _check(command, rows)
    keys = [_key(event, scope) for _, event in command.matches]
    matching = _Matching(command, definition(command.name, world), rows, keys, _shown(command, rows))
    numbered, position = scope.numbered(command.span)
    matched = _matched(matching, numbered, position, world)
    return _beside(matching, scope, numbered, position, matched)


def _check(command: syntax.Lookup, rows: Scope) -> None:
    for name, _ in (*command.matches, *command.outputs):
        if name.text not in rows.fields:
            raise QueryError(
                f"the look-up {command.name.text} has no field {name.text}",
                span=name.span,
                hint=meant(name.text, rows.fields) or f"it has {', '.join(list(rows.fields)[:12])}",
            )


def _key(event: syntax.Name, scope: Scope) -> Value:
    value: Value = scope.fields.get(event.text, null(Type.STRING, event.span))
    return value if value.type is Type.MULTI else text_of(value, event.span)


def _shown(command: syntax.Lookup, rows: Scope) -> list[tuple[str, str]]:
    """Which field of the file shows under which name: without OUTPUT all that do not have to match."""
    if command.outputs:
        return [(own.text, event.text) for own, event in command.outputs]
    used = {own.text for own, _ in command.matches}
    return [(name, name) for name in rows.fields if name not in used]


@dataclass(frozen=True, slots=True)
class _Matched:
    """The matches of each distinct key, or of each result where `by_position`."""

    relation: Relation
    keys: tuple[Column, ...]
    values: dict[str, Column]
    by_position: bool = False


def _matched(matching: _Matching, numbered: Scope, position: Column, world: World) -> _Matched:
    """What the file says of each key. Whether a field gets one value or several depends on rows."""
    several = any(key.type is Type.MULTI for key in matching.keys)
    patterns = [own.text for own, _ in matching.command.matches if own.text in matching.how.types]
    plain = not patterns and not several
    found = _exact(matching) if plain else _paired(matching, numbered, position, several)
    if matching.how.most == 1 and not several:
        return _single(found, matching.span)
    if world.discover is None:
        made = _single(found, matching.span)
        return _Matched(without_rows(made.relation, matching.span), made.keys, made.values, made.by_position)
    count = new_column("count", Type.LONG)
    counted = Window(found.relation, found.keys, (Measure(count, Call("aggregate.count", (), Type.LONG)),), False)
    most = new_column("most", Type.LONG)
    measured = Aggregate(counted, (), (Measure(most, Call("aggregate.max", (count,), Type.LONG)),))
    ((highest,),) = world.discover(measured)
    return _single(found, matching.span) if (highest or 0) <= 1 else _listed(found, matching.span)


def _folded(value: Value, matching: _Matching) -> Value:
    return call("text.lower", value, type=Type.STRING, span=matching.span) if matching.how.folded else value


def _exact(matching: _Matching) -> _Matched:
    """The rows themselves, the first ones of each key."""
    rows, span = matching.rows, matching.span
    own = [rows.fields[name.text] for name, _ in matching.command.matches]
    present = [call("null.is_not_null", column, type=Type.BOOL) for column in own]
    kept = rows.filter(both(present, span), span)
    keys = [Assign(new_column(column.name, Type.STRING), _folded(column, matching)) for column in own]
    values = {name: Assign(new_column(name, Type.STRING), rows.fields[name]) for name, _ in matching.shown}
    made = Project(kept.relation, (*keys, *values.values()), span)
    columns = tuple(key.column for key in keys)
    first = FirstPer(made, columns, matching.how.most, span)
    return _Matched(first, columns, {name: assign.column for name, assign in values.items()})


def _paired(matching: _Matching, numbered: Scope, position: Column, several: bool) -> _Matched:
    """Every distinct key with every row it fits, in the order of the file; for several values, of each result."""
    span = matching.span
    events, keys, marks = _keys(matching, numbered, position, several)
    rows, place = matching.rows.numbered(span)
    one = Literal(1, Type.LONG)
    own = [new_column(name.text, Type.STRING) for name, _ in matching.command.matches]
    assigns = [Assign(column, rows.fields[column.name]) for column in own]
    values = {name: Assign(new_column(name, Type.STRING), rows.fields[name]) for name, _ in matching.shown}
    at = Assign(new_column("place", Type.LONG), place)
    carried = fresh((*keys, *marks))
    joined = Join(
        events, rows.relation, JoinKind.INNER, ((one, one),), (*carried, *assigns, *values.values(), at), span
    )
    given = tuple(assign.column for assign in carried)
    fits = [_fits(matching, name.text, key, column) for (name, _), key, column in zip(
        matching.command.matches, given, own, strict=False
    )]  # fmt: skip
    kept = Scope(joined, {}).filter(both(fits, span), span).relation
    group = given[len(keys) :][:1] if several else given[: len(keys)]
    order = tuple(SortKey(column, False, False) for column in (*given[len(keys) :], at.column))
    first = FirstPer(Sort(kept, order, span), group, matching.how.most, span)
    return _Matched(first, group, {name: assign.column for name, assign in values.items()}, several)


def _keys(
    matching: _Matching, numbered: Scope, position: Column, several: bool
) -> tuple[Relation, tuple[Column, ...], tuple[Column, ...]]:
    """The keys to match, each once; or, with several values in one, those of each result, and whose they are."""
    if not several:
        keys = tuple(Assign(new_column("key", Type.STRING), key) for key in matching.keys)
        return Aggregate(numbered.relation, keys, (), matching.span), tuple(key.column for key in keys), ()
    if sum(key.type is Type.MULTI for key in matching.keys) > 1:
        raise Unsupported("SPL lookup by several multivalue fields", span=matching.span)
    columns = tuple(new_column("key", Type.STRING) for _ in matching.keys)
    wide = next(n for n, key in enumerate(matching.keys) if key.type is Type.MULTI)
    single = Assign(columns[wide], matching.keys[wide])
    expanded: Relation = Expand(numbered.relation, (single,), matching.span, keep_empty=False)
    turn = new_column("turn", Type.LONG)
    expanded = Window(expanded, (), (Measure(turn, Call("aggregate.count", (), Type.LONG)),), True, matching.span)
    owner = Assign(new_column("owner", Type.LONG), position)
    others = [Assign(c, k) for n, (c, k) in enumerate(zip(columns, matching.keys, strict=True)) if n != wide]
    made = Project(expanded, (owner, Assign(turn, turn), Assign(columns[wide], columns[wide]), *others), matching.span)
    return made, columns, (owner.column, turn)


def _fits(matching: _Matching, name: str, key: Column, own: Column) -> Call:
    kind = matching.how.types.get(name)
    if kind == "CIDR":
        return call("splunk.search_cidr", key, own, type=Type.BOOL, span=matching.span)
    op = "splunk.fits" if kind == "WILDCARD" else "compare.eq"
    return call(op, _folded(key, matching), _folded(own, matching), type=Type.BOOL, span=matching.span)


def _single(found: _Matched, span: Span) -> _Matched:
    """At most one row of each key."""
    return _Matched(FirstPer(found.relation, found.keys, 1, span), found.keys, found.values, found.by_position)


def _listed(found: _Matched, span: Span) -> _Matched:
    """The values of all rows of a key, one behind the other."""
    keys = fresh(found.keys)
    keyed = tuple(Assign(assign.column, own) for assign, own in zip(keys, found.keys, strict=True))
    values = {name: new_column(name, Type.MULTI) for name in found.values}
    measures = tuple(
        Measure(column, Call("splunk.list_all", (found.values[name],), Type.MULTI, span))
        for name, column in values.items()
    )
    relation = Aggregate(found.relation, keyed, measures, span)
    return _Matched(relation, tuple(assign.column for assign in keyed), values, found.by_position)


def _beside(matching: _Matching, scope: Scope, numbered: Scope, position: Column, matched: _Matched) -> Scope:
    """The results with what was found of each, in their order."""
    span, how = matching.span, matching.how
    there = new_column("found", Type.LONG)
    flagged = Project(
        matched.relation,
        (
            *(Assign(c, c) for c in (*matched.keys, *matched.values.values())),
            Assign(there, Literal(1, Type.LONG)),
        ),
        span,
    )
    own: list[Value] = [position] if matched.by_position else _own_keys(matching, matched)
    made: dict[str, Value] = dict(scope.fields)
    for name, shown in matching.shown:
        value: Value = matched.values[name]
        if how.default is not None:
            value = _or_default(value, there, how.default, span)
        old = scope.fields.get(shown)
        made[shown] = _kept([old, value], span) if matching.command.only_new and old is not None else value
    assigns = {name: Assign(new_column(name, value.type), value) for name, value in made.items()}
    order = Assign(new_column("position", Type.LONG), position)
    pairs = tuple(zip(own, matched.keys, strict=True))
    joined = Join(numbered.relation, flagged, JoinKind.LEFT_OUTER, pairs, (*assigns.values(), order), span)
    made_scope = Scope(joined, {name: assign.column for name, assign in assigns.items()})
    return made_scope.sort((SortKey(order.column, False, False),), span).trimmed(span)


def _own_keys(matching: _Matching, matched: _Matched) -> list[Value]:
    exact = not any(own.text in matching.how.types for own, _ in matching.command.matches)
    return [_folded(key, matching) if exact else key for key in matching.keys]


def _or_default(value: Value, there: Column, default: str, span: Span) -> Value:
    missing = call("null.is_null", there, type=Type.BOOL)
    text: Value = Literal(default, Type.STRING, span)
    (text, value), type = alike([text, value], span)
    return Call("case.when", (missing, text, value), type, span)


def _kept(pair: list[Value], span: Span) -> Value:
    values, type = alike(pair, span)
    return Call("null.coalesce", tuple(values), type, span)
