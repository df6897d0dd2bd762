"""Rewrites: a relation made anew with its values changed, or with one more column carried through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    Filter,
    FirstPer,
    Fold,
    Join,
    Measure,
    Project,
    Relation,
    Sort,
    Source,
    Union,
    Values,
    Walk,
    Window,
    inputs_of,
)
from antivenom.plan.values import Call, Value

Change = Callable[[Value], Value]


def map_value(value: Value, change: Change) -> Value:
    """The value with `change` applied to every node, innermost first; iterative, so depth is no matter."""
    done: dict[int, Value] = {}
    stack = [value]
    while stack:
        node = stack[-1]
        if isinstance(node, Call):
            todo = [arg for arg in node.args if id(arg) not in done]
            if todo:
                stack.extend(todo)
                continue
            args = tuple(done[id(arg)] for arg in node.args)
            same = all(new is old for new, old in zip(args, node.args, strict=True))
            done[id(node)] = change(node if same else replace(node, args=args))
        else:
            done[id(node)] = change(node)
        stack.pop()
    return done[id(value)]


def bottom_up(relation: Relation, rebuild: Callable[[Relation, tuple[Relation, ...]], Relation]) -> Relation:
    """Rebuild every relation after its inputs; a relation used twice is rebuilt once."""
    done: dict[int, Relation] = {}
    stack = [relation]
    while stack:
        node = stack[-1]
        children = inputs_of(node)
        todo = [child for child in children if id(child) not in done]
        if todo:
            stack.extend(todo)
            continue
        stack.pop()
        done[id(node)] = rebuild(node, tuple(done[id(child)] for child in children))
    return done[id(relation)]


def with_inputs(relation: Relation, inputs: tuple[Relation, ...]) -> Relation:
    """The same relation over other inputs."""
    match relation:
        case Source() | Values():
            return relation
        case Join():
            return replace(relation, left=inputs[0], right=inputs[1])
        case Union():
            return replace(relation, inputs=inputs)
        case _:
            return replace(relation, input=inputs[0])


def map_values(relation: Relation, change: Change) -> Relation:
    """The relation with `change` applied to every value in it."""

    def rebuild(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
        return _changed(with_inputs(node, inputs), change)

    return bottom_up(relation, rebuild)


def _changed(node: Relation, change: Change) -> Relation:
    def new(value: Value) -> Value:
        return map_value(value, change)

    def assigned(assigns: tuple[Assign, ...]) -> tuple[Assign, ...]:
        return tuple(Assign(a.column, new(a.value)) for a in assigns)

    def measured(measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
        return tuple(replace(m, call=replace(m.call, args=tuple(new(arg) for arg in m.call.args))) for m in measures)

    match node:
        case Values(rows=rows):
            return replace(node, rows=tuple(tuple(new(v) for v in row) for row in rows))
        case Filter(condition=condition):
            return replace(node, condition=new(condition))
        case Project(assigns=assigns):
            return replace(node, assigns=assigned(assigns))
        case Aggregate(keys=keys, measures=measures):
            return replace(node, keys=assigned(keys), measures=measured(measures))
        case Window(keys=values, measures=measures):
            return replace(node, keys=tuple(new(v) for v in values), measures=measured(measures))
        case Walk(measures=measures):
            return replace(node, measures=measured(measures))
        case Fold(keys=values, stages=stages):
            changed = tuple(assigned(stage) for stage in stages)
            return replace(node, keys=tuple(new(v) for v in values), stages=changed)
        case Expand(elements=elements):
            return replace(node, elements=assigned(elements))
        case Sort(keys=sort_keys):
            return replace(node, keys=tuple(replace(k, value=new(k.value)) for k in sort_keys))
        case FirstPer(keys=values):
            return replace(node, keys=tuple(new(v) for v in values))
        case Join(keys=pairs, assigns=assigns):
            return replace(node, keys=tuple((new(a), new(b)) for a, b in pairs), assigns=assigned(assigns))
        case Union(takes=takes):
            return replace(node, takes=tuple(tuple(new(v) for v in take) for take in takes))
        case _:
            return node
