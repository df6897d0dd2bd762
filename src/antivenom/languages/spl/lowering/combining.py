"""appendcols, appendpipe, multisearch, union, set and selfjoin -> plan (Search Reference, their pages)."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.joins import stacked
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.values.conversions import alike, null, text_of
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Aggregate, Assign, Join, JoinKind, Limit, Measure, Project, Sort, SortKey, Window
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span

_STREAMING = frozenset(
    """
    SearchCommand Where Eval Fields Rename Regex Rex MakeMv MvExpand NoMv Bin Convert StrCat Lookup Deferred SPath
    ForEach Replace XmlKv XPath Sed SedCharacters Extract FieldFormat FromJson ToJson RelTime SetFields RangeMap
    AddInfo IpLocation MakeResults
    """.split()
)
"""Commands that look at one result at a time, by the names of their nodes (Search Reference, command types)."""


def appendcols(command: syntax.AppendCols, scope: Scope, world: World) -> Scope:
    """The first result of the subsearch beside the first, the second beside the second, and so on.

    Fields that begin with _ are not taken over. More results than the search has are refused.
    """
    other = world.results(command.search)
    if command.most:
        other = other.keep(Limit(other.relation, command.most, command.span))
    if world.discover is None:
        scope = scope.keep(without_rows(scope.relation, command.span))
        other = other.keep(without_rows(other.relation, command.span))
    elif _count(other, world) > _count(scope, world):
        raise Unsupported("SPL appendcols of more results than there are", span=command.span)
    left, position = scope.numbered(command.span)
    right, place = other.numbered(command.span)
    values: dict[str, Value] = dict(scope.fields)
    for name, column in other.fields.items():
        own = scope.fields.get(name)
        if own is None and not name.startswith("_"):
            values[name] = column
        elif own is not None and command.override and not name.startswith("_"):
            values[name] = _first_of([column, own], command.span)
    return _joined(left, right, JoinKind.LEFT_OUTER, ((position, place),), values, position, command.span)


def _count(scope: Scope, world: World) -> int:
    assert world.discover is not None
    count = Measure(new_column("results", Type.LONG), Call("aggregate.count", (), Type.LONG))
    ((found,),) = world.discover(Aggregate(scope.relation, (), (count,)))
    return int(found)


def _first_of(columns: list[Value], span: Span) -> Value:
    values, type = alike(columns, span)
    return Call("null.coalesce", tuple(values), type, span)


def _joined(
    left: Scope,
    right: Scope,
    kind: JoinKind,
    keys: tuple[tuple[Value, Value], ...],
    values: dict[str, Value],
    position: Column,
    span: Span,
) -> Scope:
    """Two sides joined, with these fields, in the order of the left one."""
    assigns = {name: Assign(new_column(name, value.type), value) for name, value in values.items()}
    order = Assign(new_column("position", Type.LONG), position)
    joined = Join(left.relation, right.relation, kind, keys, (*assigns.values(), order), span)
    made = Sort(joined, (SortKey(order.column, False, False),), span)
    return Scope(made, {name: assign.column for name, assign in assigns.items()}).trimmed(span)


def appendpipe(command: syntax.AppendPipe, scope: Scope, world: World) -> Scope:
    """The results, and behind them what the commands make of them."""
    made = scope
    for inner in command.search.commands:
        made = world.step(inner, made, world)
    return stacked([scope, made], command.span)


def multi(command: syntax.Multi, scope: Scope | None, world: World) -> Scope:
    """`multisearch` and `union`: the events of searches that stream together, newest first; others behind them."""
    streaming = [_streams(search) for search in command.searches]
    if command.command == "multisearch" and not all(streaming):
        raise QueryError(
            f"search {streaming.index(False) + 1} of this multisearch has a command that does not stream",
            span=command.span,
            hint="use append or union",
        )
    scopes = [world.results(search) for search in command.searches]
    if scope is not None:
        scopes.insert(0, scope)
        streaming.insert(0, False)
    together = streaming.index(False) if False in streaming else len(scopes)
    if command.most:
        cut = command.most
        scopes[together:] = [
            other if other is scope else other.keep(Limit(other.relation, cut, command.span))
            for other in scopes[together:]
        ]
    first = _interleaved(scopes[:together], command.span) if together else []
    found = [*first, *scopes[together:]]
    return found[0] if len(found) == 1 else stacked(found, command.span)


def _streams(search: syntax.Search) -> bool:
    return all(
        type(command).__name__ in _STREAMING or (isinstance(command, syntax.FillNull) and command.names)
        for command in search.commands
    )


def _interleaved(scopes: list[Scope], span: Span) -> list[Scope]:
    made = scopes[0] if len(scopes) == 1 else stacked(scopes, span)
    time = made.fields.get("_time")
    if len(scopes) == 1 or time is None or time.type is not Type.REAL:
        return [made]
    return [made.sort((SortKey(time, True, False),), span)]


def set_of(command: syntax.SetOf, scope: Scope | None, world: World) -> Scope:
    """`set`: results that are alike in all fields are one, in the order in which they first come."""
    sides = [world.results(search) for search in command.searches]
    for side in sides:
        if "_raw" in side.fields:
            raise Unsupported(
                "SPL set of events with _raw, which are never alike", span=command.span, hint="add | fields - _*"
            )
    marked = [side.assign({"\0side": Literal(n, Type.LONG)}, command.span) for n, side in enumerate(sides)]
    together, position = stacked(marked, command.span).numbered(command.span)
    which = together.fields["\0side"]
    keys = {n: Assign(new_column(n, c.type), c) for n, c in together.fields.items() if n != "\0side"}
    first, least, greatest = (new_column(name, Type.LONG) for name in ("first", "least", "greatest"))
    measures = (
        Measure(first, Call("aggregate.min", (position,), Type.LONG)),
        Measure(least, Call("aggregate.min", (which,), Type.LONG)),
        Measure(greatest, Call("aggregate.max", (which,), Type.LONG)),
    )
    relation = Aggregate(together.relation, tuple(keys.values()), measures, command.span)
    made = Scope(relation, {name: key.column for name, key in keys.items()})
    if command.op != "union":
        op = "compare.ne" if command.op == "intersect" else "compare.eq"
        made = made.filter(call(op, least, greatest, type=Type.BOOL), command.span)
    return made.sort((SortKey(first, False, False),), command.span).trimmed(command.span)


def selfjoin(command: syntax.SelfJoin, scope: Scope) -> Scope:
    """`selfjoin`: each result with the next that has the same fields, whose values count first."""
    span = command.span
    keys = [text_of(scope.fields.get(name.text, null(Type.STRING, name.span)), name.span) for name in command.names]
    present = tuple(call("null.is_not_null", key, type=Type.BOOL) for key in keys)
    kept = scope.filter(Call("bool.and", present, Type.BOOL, span), span)
    numbered, position = kept.numbered(span)
    place, count = new_column("place", Type.LONG), new_column("count", Type.LONG)
    counted = Call("aggregate.count", (), Type.LONG)
    running = Window(numbered.relation, tuple(keys), (Measure(place, counted),), True, span)
    relation = Window(running, tuple(keys), (Measure(count, counted),), False, span)
    left = Scope(relation, {**scope.fields, "\0place": place, "\0count": count, "\0position": position})
    right = _copied(left, span)
    values: dict[str, Value] = {}
    for name, column in scope.fields.items():
        pair: list[Value] = [right.fields[name], column]
        values[name] = _first_of(pair if command.overwrite else pair[::-1], span)
    others = [text_of(right.fields.get(name.text, null(Type.STRING, span)), span) for name in command.names]
    following = call("number.add", place, Literal(1, Type.LONG), type=Type.LONG)
    pairs = (*zip(keys, others, strict=True), (following, right.fields["\0place"]))
    values["\0other"], values["\0count"] = right.fields["\0place"], count
    made = _joined(left, right, JoinKind.LEFT_OUTER, pairs, values, position, span)
    found: Value = call("null.is_not_null", made.fields["\0other"], type=Type.BOOL)
    if command.keep_single:
        single = call("compare.eq", made.fields["\0count"], Literal(1, Type.LONG), type=Type.BOOL)
        found = Call("bool.or", (found, single), Type.BOOL)
    return made.filter(found, span).without({"\0other", "\0count"}, span)


def _copied(scope: Scope, span: Span) -> Scope:
    """The same results under columns of their own, as the other side of a join with themselves."""
    from_ = {name: new_column(name, column.type) for name, column in scope.fields.items()}
    assigns = tuple(Assign(from_[name], column) for name, column in scope.fields.items())
    return Scope(Project(scope.relation, assigns, span), from_)
