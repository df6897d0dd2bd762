"""Carrying a column from the sources to the result: where each row comes from, and when its event happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeGuard

from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    Filter,
    FirstPer,
    Fold,
    Join,
    JoinKind,
    Limit,
    Measure,
    Project,
    Relation,
    Sort,
    Source,
    Union,
    Values,
    Walk,
    Window,
    same,
)
from antivenom.plan.rewrites import bottom_up, map_value, with_inputs
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, columns_of, new_column, walk
from antivenom.tables import EVENT_COLUMN

_ROWS_NULL = Literal(None, Type.ROWS)
_LEFT_ONLY = (JoinKind.LEFT_SEMI, JoinKind.LEFT_ANTI)
_RIGHT_ONLY = (JoinKind.RIGHT_SEMI, JoinKind.RIGHT_ANTI)


def carry_events(relation: Relation) -> tuple[Relation, Column]:
    """The relation with one more, last column: the numbers of the events each row was made from.

    Every Source must read a table that has EVENT_COLUMN. A row of an aggregate carries the events of all
    the rows it was made from, a joined row those of both sides.
    """
    made = bottom_up(relation, _with_events)
    return made, made.columns[-1]


def _with_events(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
    match node:
        case Source(columns=columns):
            event = new_column(EVENT_COLUMN, Type.LONG)
            rows = call("rows.one", event, type=Type.ROWS)
            source = replace(node, columns=(*columns, event))
            return Project(source, (*same(columns), _assign(rows)), node.span)
        case Values(rows=given, columns=columns):
            return Values(tuple((*row, _ROWS_NULL) for row in given), (*columns, _rows_column()), node.span)
        case Project(assigns=assigns):
            return replace(node, input=inputs[0], assigns=(*assigns, _pass(inputs[0])))
        case Aggregate(measures=measures):
            together = Call("rows.all", (inputs[0].columns[-1],), Type.ROWS)
            return replace(node, input=inputs[0], measures=(*measures, Measure(_rows_column(), together)))
        case Expand() | Window() | Walk() | Fold():
            widened = with_inputs(node, inputs)
            return Project(widened, (*same(node.columns), _pass(inputs[0])), node.span)
        case Join():
            left, right = inputs[0], _renumbered(inputs[1])
            joined = _assign(_joined_rows(node.kind, left, right))
            return replace(node, left=left, right=right, assigns=(*node.assigns, joined))
        case Union():
            takes = tuple((*take, child.columns[-1]) for take, child in zip(node.takes, inputs, strict=True))
            return replace(node, inputs=inputs, columns=(*node.columns, _rows_column()), takes=takes)
        case _:
            return with_inputs(node, inputs)


def _renumbered(right: Relation) -> Relation:
    """The relation with its events under a column of its own: both sides of a join may share a source."""
    *columns, rows = right.columns
    return Project(right, (*same(tuple(columns)), _assign(rows)))


def _joined_rows(kind: JoinKind, left: Relation, right: Relation) -> Value:
    if kind in _LEFT_ONLY:
        return left.columns[-1]
    if kind in _RIGHT_ONLY:
        return right.columns[-1]
    return call("rows.both", left.columns[-1], right.columns[-1], type=Type.ROWS)


def _rows_column() -> Column:
    return new_column("antivenom.events", Type.ROWS)


def _assign(value: Value) -> Assign:
    return Assign(_rows_column(), value)


def _pass(relation: Relation) -> Assign:
    return Assign(relation.columns[-1], relation.columns[-1])


def row_local(relation: Relation) -> bool:
    """Whether each result row depends on one source row alone: filters, projections and sorts over a source."""
    node = relation
    while isinstance(node, Filter | Project | Sort):
        node = node.input
    return isinstance(node, Source)


def reads_clock(relation: Relation) -> bool:
    """Whether any value of the relation reads the query's clock."""
    return calls(relation, lambda call: call.op.startswith("clock."))


def calls(relation: Relation, test: Callable[[Call], bool]) -> bool:
    """Whether any call of the relation's values fits the test."""
    found = False

    def look(value: Value) -> Value:
        nonlocal found
        found = found or (isinstance(value, Call) and test(value))
        return value

    from_values(relation, look)
    return found


def from_values(relation: Relation, look: Callable[[Value], Value]) -> None:
    """Show every value of the relation to `look`."""
    bottom_up(relation, lambda node, inputs: _looked(node, look))


def _looked(node: Relation, look: Callable[[Value], Value]) -> Relation:
    for value in values_of(node):
        for part in walk(value):
            look(part)
    return node


def values_of(node: Relation) -> list[Value]:
    """The values a relation itself computes, not those of its inputs."""
    match node:
        case Values(rows=rows):
            return [value for row in rows for value in row]
        case Filter(condition=condition):
            return [condition]
        case Project(assigns=assigns):
            return [assign.value for assign in assigns]
        case Aggregate(keys=keys, measures=measures):
            return [k.value for k in keys] + [m.call for m in measures]
        case Window(keys=values, measures=measures):
            return [*values, *(m.call for m in measures)]
        case Walk(measures=measures):
            return [m.call for m in measures]
        case Fold(keys=values, stages=stages):
            return [*values, *(assign.value for stage in stages for assign in stage)]
        case Expand(elements=elements):
            return [element.value for element in elements]
        case Sort(keys=sort_keys):
            return [key.value for key in sort_keys]
        case FirstPer(keys=values):
            return list(values)
        case Join(keys=pairs, assigns=assigns):
            return [v for pair in pairs for v in pair] + [a.value for a in assigns]
        case Union(takes=takes):
            return [value for take in takes for value in take]
        case Source() | Limit():
            return []


_LATER_THAN = (".gt", ".ge")
_EARLIER_THAN = (".lt", ".le")


def judged_by_own_time(relation: Relation, time_names: tuple[str, ...]) -> Relation | None:
    """A row-local relation whose clock stands, for each row, at that row's own event time.

    This is what running the query on a schedule finds, every event judged when it was new. It holds only
    where the clock is used as a lower bound of the row's time (`Timestamp > ago(24h)`); anything else
    gives None, and the caller has to move the clock itself.
    """
    if not row_local(relation):
        return None
    node, chain = relation, []
    while isinstance(node, Filter | Project | Sort):
        chain.append(node)
        node = node.input
    assert isinstance(node, Source)
    time = next((c for name in time_names for c in node.columns if c.name == name), None)
    if time is None:
        return None
    made: Relation = node
    for stage in reversed(chain):
        uses = [v for v in values_of(stage) if _has_clock(v)]
        if uses and not (isinstance(stage, Filter) and _lower_bounds(stage.condition, time)):
            return None
        made = with_inputs(_at(stage, time), (made,))
    return made


def without_clock(relation: Relation) -> Relation:
    """The relation without the conditions that read the query's clock."""

    def kept(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
        if not isinstance(node, Filter):
            return with_inputs(node, inputs)
        parts = node.condition.args if _is_and(node.condition) else (node.condition,)
        left = tuple(part for part in parts if not _has_clock(part))
        if not left:
            return inputs[0]
        condition = left[0] if len(left) == 1 else Call("bool.and", left, Type.BOOL)
        return replace(node, input=inputs[0], condition=condition)

    return bottom_up(relation, kept)


def _is_and(value: Value) -> TypeGuard[Call]:
    return isinstance(value, Call) and value.op == "bool.and"


def _has_clock(value: Value) -> bool:
    return any(isinstance(node, Call) and node.op.startswith("clock.") for node in walk(value))


def _lower_bounds(condition: Value, time: Column) -> bool:
    """Whether every use of the clock in the condition is `time > something of the clock`, in a conjunction."""
    if not _has_clock(condition):
        return True
    if not isinstance(condition, Call):
        return False
    if condition.op == "bool.and":
        return all(_lower_bounds(arg, time) for arg in condition.args)
    if len(condition.args) != 2:
        return False
    later, earlier = condition.args
    if condition.op.endswith(_EARLIER_THAN):
        later, earlier = earlier, later
    elif not condition.op.endswith(_LATER_THAN):
        return False
    return columns_of(later) == {time} and not _has_clock(later) and not columns_of(earlier)


def _at(stage: Filter | Project | Sort, time: Column) -> Filter | Project | Sort:
    if not isinstance(stage, Filter):
        return stage

    def put(value: Value) -> Value:
        clock = isinstance(value, Call) and value.op.startswith("clock.")
        return time if clock else value

    return replace(stage, condition=map_value(stage.condition, put))
