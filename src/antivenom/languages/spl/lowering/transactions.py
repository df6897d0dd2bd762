"""transaction -> plan: results walked through in their order and grouped (Search Reference, transaction).

What the page leaves open, how a beginning and an end are looked for among it, is in docs/semantics-spl.md.
"""

from __future__ import annotations

import json

from antivenom.errors import Unsupported
from antivenom.languages.spl.lowering.expressions import Lowerer
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.lowering.streams import each
from antivenom.languages.spl.syntax_reports import Edge, Transaction
from antivenom.languages.spl.values.conversions import null, text_of
from antivenom.plan.relations import Aggregate, Assign, Measure, SortKey, Walk
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column

_OWN = ("duration", "eventcount", "closed_txn", "linecount", "field_match_sum", "_txn_orphan")


def transaction(command: Transaction, scope: Scope) -> Scope:
    """The transactions, the newest first."""
    time = scope.fields.get("_time")
    if time is None or time.type is not Type.REAL:
        raise Unsupported("SPL transaction without _time", span=command.span)
    scope, group, position = _walked(command, scope, time)
    kind = call("number.modulo_long", group, Literal(4, Type.LONG), type=Type.LONG)
    kept: list[Value] = [call("compare.lt", kind, Literal(2, Type.LONG), type=Type.BOOL)]
    if command.keep_evicted:
        kept.append(call("compare.eq", kind, Literal(2, Type.LONG), type=Type.BOOL))
    if command.keep_orphans:
        kept.append(call("compare.eq", kind, Literal(3, Type.LONG), type=Type.BOOL))
    return _together(command, scope.filter(Call("bool.or", tuple(kept), Type.BOOL), command.span), group, position)


def _walked(command: Transaction, scope: Scope, time: Column) -> tuple[Scope, Column, Column]:
    """The results with the number of their transaction: four times a count, plus 1 for closed, 2 evicted, 3 orphan."""
    told = Literal(
        json.dumps(
            {
                "span": command.max_span, "pause": command.max_pause, "events": command.max_events,
                "starts": command.starts is not None, "ends": command.ends is not None,
            }
        ),
        Type.STRING,
    )  # fmt: skip
    given = (told, time, _key(command, scope), _edge(command.starts, scope), _edge(command.ends, scope))
    group = new_column("transaction", Type.LONG)
    walked = Walk(scope.relation, (Measure(group, Call("splunk.transaction", given, Type.LONG)),), command.span)
    numbered, position = scope.keep(walked).numbered(command.span)
    return numbered, group, position


def _key(command: Transaction, scope: Scope) -> Value:
    """What the results of a transaction share; null for a result that has none of the fields."""
    if not command.names:
        return each(Literal("", Type.STRING))
    values: list[Value] = []
    for name in command.names:
        value: Value = scope.fields.get(name.text, null(Type.STRING, name.span))
        if value.type is Type.MULTI:
            raise Unsupported("SPL transaction by a multivalue field", span=name.span)
        values.append(each(text_of(value, name.span)))
    return Call("splunk.transaction_key", tuple(values), Type.STRING, command.span)


def _edge(edge: Edge | None, scope: Scope) -> Value:
    if edge is None:
        return each(null(Type.BOOL))
    if edge.condition is not None:
        return each(Lowerer(scope.fields).condition(edge.condition))
    if edge.terms is None:
        return each(Literal(True, Type.BOOL))
    return each(SearchLowerer(scope.fields).condition(edge.terms))


def _together(command: Transaction, scope: Scope, group: Column, position: Column) -> Scope:
    time = scope.fields["_time"]
    key = new_column("transaction", Type.LONG)
    measures = {
        "first": Measure(new_column("_time", Type.REAL), Call("aggregate.min", (time,), Type.REAL)),
        "last": Measure(new_column("last", Type.REAL), Call("aggregate.max", (time,), Type.REAL)),
        "count": Measure(new_column("eventcount", Type.REAL), Call("splunk.count", (), Type.REAL)),
        "place": Measure(new_column("place", Type.LONG), Call("aggregate.min", (position,), Type.LONG)),
    }
    union = {
        name: Measure(new_column(name, _type(command, name)), _united(command, name, column, time))
        for name, column in scope.fields.items()
        if name != "_time" and name not in _OWN
    }
    relation = Aggregate(scope.relation, (Assign(key, group),), (*measures.values(), *union.values()), command.span)
    order = (SortKey(measures["first"].column, True, False), SortKey(measures["place"].column, False, False))
    made = Scope(relation, {}).sort(order, command.span)
    values: dict[str, Value] = {name: measure.column for name, measure in union.items()}
    if "_raw" in values and not command.raw_list:
        line = Literal("\n", Type.STRING)
        values["_raw"] = call("splunk.mv_join", values["_raw"], line, type=Type.STRING)
    return made.select(_fields(command, measures, key, values), command.span)


def _type(command: Transaction, name: str) -> Type:
    return Type.STRING if name in {one.text for one in command.names} else Type.MULTI


def _united(command: Transaction, name: str, column: Column, time: Column) -> Call:
    """A field of all results: the one value of a field they share, else its values, or a list in the order of time."""
    if name in {one.text for one in command.names}:
        return Call("splunk.first", (text_of(column, None),), Type.STRING)
    listed = command.lists is None or name in command.lists
    if name == "_raw":
        return Call("splunk.list_by_time", (text_of(column, None), time), Type.MULTI)
    if column.type is Type.MULTI:
        if listed:
            raise Unsupported(f"SPL transaction mvlist of the multivalue field {name}", span=command.span)
        return Call("splunk.values_mv", (column,), Type.MULTI)
    text = text_of(column, None)
    if not listed:
        return Call("splunk.values", (text,), Type.MULTI)
    shown = call("null.coalesce", text, Literal(command.null, Type.STRING), type=Type.STRING)
    return Call("splunk.list_by_time", (shown, time), Type.MULTI)


def _fields(
    command: Transaction, measures: dict[str, Measure], key: Column, values: dict[str, Value]
) -> dict[str, Value]:
    first, last, count = (measures[name].column for name in ("first", "last", "count"))
    kind = call("number.modulo_long", key, Literal(4, Type.LONG), type=Type.LONG)
    closed = _flag(call("compare.eq", kind, Literal(1, Type.LONG), type=Type.BOOL))
    found: dict[str, Value] = {"_time": first, **values}
    # times have microseconds; a difference of doubles has more digits than that
    between = call("number.subtract", last, first, type=Type.REAL)
    found["duration"] = call("splunk.round", between, Literal(6, Type.INT), type=Type.REAL)
    found["eventcount"] = count
    found["closed_txn"] = closed
    fields = Literal(float(len(command.names)), Type.REAL)
    if command.names:
        found["field_match_sum"] = call("number.multiply", count, fields, type=Type.REAL)
    raw = values.get("_raw")
    lines = count if raw is None or raw.type is Type.MULTI else call("splunk.lines", raw, count, type=Type.REAL)
    found["linecount"] = lines
    if command.keep_orphans:
        orphan = call("compare.eq", kind, Literal(3, Type.LONG), type=Type.BOOL)
        one = Literal(1.0, Type.REAL)
        found["_txn_orphan"] = Call("case.when", (orphan, one, null(Type.REAL)), Type.REAL)
    return found


def _flag(condition: Value) -> Value:
    return Call("case.when", (condition, Literal(1.0, Type.REAL), Literal(0.0, Type.REAL)), Type.REAL)
