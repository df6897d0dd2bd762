"""Commands whose fields depend on rows: what names them, asked over the rows at hand while the query is compiled.

Without rows the plan only says what is read (plan.open_schemas), and the fields are missing.
"""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Aggregate, Assign, Expand, Limit, Measure, Project
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value, call, new_column
from antivenom.source import Span

MOST_FIELDS = 1000
"""Fields one command may make."""


def names_in(scope: Scope, names: Value, world: World, span: Span) -> list[str] | None:
    """The distinct texts of a multivalue over all results, in the order of their first; None without rows."""
    if world.discover is None:
        return None
    column = new_column("names", Type.MULTI)
    listed = Project(scope.relation, (Assign(column, names),), span)
    single = new_column("name", Type.STRING)
    each = Expand(listed, (Assign(single, column),), span, keep_empty=False)
    measure = Measure(new_column("all", Type.MULTI), Call("splunk.list_all", (single,), Type.MULTI, span))
    ((found,),) = world.discover(Aggregate(each, (), (measure,), span))
    made = list(dict.fromkeys(found or ()))
    if len(made) > MOST_FIELDS:
        raise Unsupported(f"SPL command that makes more than {MOST_FIELDS:,} fields", span=span)
    return made


def most_values(scope: Scope, values: Value, world: World, span: Span) -> int | None:
    """How many values the results have at most; None without rows."""
    if world.discover is None:
        return None
    count = new_column("count", Type.REAL)
    counted = Project(scope.relation, (Assign(count, call("splunk.mv_count", values, type=Type.REAL)),), span)
    measure = Measure(new_column("most", Type.REAL), Call("aggregate.max", (count,), Type.REAL, span))
    ((found,),) = world.discover(Limit(Aggregate(counted, (), (measure,), span), 1, span))
    return int(found or 0)


def unknown(scope: Scope, span: Span) -> Scope:
    """The results before it is known which fields they get."""
    return scope.keep(without_rows(scope.relation, span))


def extracted(
    scope: Scope, names: Value, value: Callable[[str], Value], world: World, span: Span, *, prefix: str = ""
) -> Scope:
    """A field for each name that any result has, taken where the result has it; elsewhere it keeps what it had."""
    found = names_in(scope, names, world, span)
    if found is None:
        return unknown(scope, span)
    several = _several(scope, {name: value(name) for name in found}, world, span)
    made: dict[str, Value] = {}
    for name in found:
        old = scope.fields.get(prefix + name)
        new = value(name) if name in several else first_of(value(name))
        made[prefix + name] = new if old is None else over(new, old, span)
    return scope.assign(made, span)


def _several(scope: Scope, values: dict[str, Value], world: World, span: Span) -> set[str]:
    """The names that some result has several values of."""
    assert world.discover is not None
    if not values:
        return set()
    counts = {name: new_column("count", Type.REAL) for name in values}
    counted = Project(scope.relation, tuple(
        Assign(counts[name], call("splunk.mv_count", value, type=Type.REAL)) for name, value in values.items()
    ), span)  # fmt: skip
    measures = tuple(
        Measure(new_column("most", Type.REAL), Call("aggregate.max", (count,), Type.REAL)) for count in counts.values()
    )
    (found,) = world.discover(Aggregate(counted, (), measures, span))
    return {name for name, most in zip(values, found, strict=True) if (most or 0) > 1}


def first_of(values: Value) -> Value:
    """The one value of a multivalue that never has more."""
    return call("splunk.mv_at", values, Literal(0.0, Type.REAL), type=Type.STRING)


def single_where_it_is(scope: Scope, values: Value, world: World, span: Span) -> tuple[Scope, Value]:
    """A multivalue as one text where no result has more; without rows as it is, over results that are yet unknown."""
    most = most_values(scope, values, world, span)
    if most is None:
        return unknown(scope, span), first_of(values)
    return scope, values if most > 1 else first_of(values)


def over(new: Value, old: Value, span: Span) -> Value:
    """The new value where there is one, else the old."""
    if old.type is Type.MULTI and new.type is not Type.MULTI:
        new = call("splunk.mv_of", new, type=Type.MULTI)
    elif new.type is Type.MULTI and old.type is not Type.MULTI:
        old = call("splunk.mv_of", _text(old), type=Type.MULTI)
    elif old.type is not new.type:
        old = _text(old)
    return call("null.coalesce", new, old, type=new.type, span=span)


def _text(value: Value) -> Value:
    return value if value.type is Type.STRING else call("splunk.text", value, type=Type.STRING)
