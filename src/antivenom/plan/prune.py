"""What a plan really reads: columns nobody uses are left out, down to the tables."""

from __future__ import annotations

from dataclasses import replace

from antivenom.plan.carry import values_of
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    Filter,
    FirstPer,
    Fold,
    Join,
    Limit,
    Project,
    Relation,
    Sort,
    Source,
    Union,
    Values,
    Walk,
    Window,
    inputs_of,
    ordered,
)
from antivenom.plan.rewrites import bottom_up, with_inputs
from antivenom.plan.values import Value, columns_of


def prune(relation: Relation) -> Relation:
    """The same rows, every Source and Project narrowed to the columns something above them reads."""
    needs = _needs(relation)

    def rebuild(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
        return _narrowed(with_inputs(node, inputs), needs[id(node)])

    return bottom_up(relation, rebuild)


def columns_read(relation: Relation) -> dict[str, frozenset[str]]:
    """Table -> the columns a plan reads of it. Prune first, or everything its sources name counts."""
    read: dict[str, frozenset[str]] = {}

    def look(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
        if isinstance(node, Source):
            names = frozenset(column.name for column in node.columns)
            read[node.table] = read.get(node.table, frozenset()) | names
        return node

    bottom_up(relation, look)
    return read


def _needs(relation: Relation) -> dict[int, set[int]]:
    """Relation id -> ids of the columns of it that are read, worked out from the result downwards."""
    needs: dict[int, set[int]] = {id(relation): {column.id for column in relation.columns}}
    for node in reversed(_children_first(relation)):
        wanted = needs.setdefault(id(node), set())
        below = _reads(node, wanted)
        for child in inputs_of(node):
            own = {column.id for column in child.columns}
            needs.setdefault(id(child), set()).update(below & own)
    return needs


def _children_first(relation: Relation) -> list[Relation]:
    order: list[Relation] = []

    def note(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
        order.append(node)
        return node

    bottom_up(relation, note)
    return order


def _ids(values: list[Value]) -> set[int]:
    return {column.id for value in values for column in columns_of(value)}


def _reads(node: Relation, wanted: set[int]) -> set[int]:
    match node:
        case Project(assigns=assigns):
            return _ids([a.value for a in assigns if a.column.id in wanted])
        case Aggregate(keys=keys, measures=measures):
            kept: list[Value] = [m.call for m in measures if m.column.id in wanted]
            return _ids([*(k.value for k in keys), *kept])
        case Join(keys=pairs, assigns=assigns):
            on = [value for pair in pairs for value in pair]
            return _ids(on + [a.value for a in assigns if a.column.id in wanted])
        case Union(columns=columns, takes=takes):
            kept_at = [i for i, column in enumerate(columns) if column.id in wanted]
            return _ids([take[i] for take in takes for i in kept_at])
        case Window(keys=keys, measures=measures):
            over: list[Value] = [m.call for m in measures if m.column.id in wanted]
            return wanted | _ids([*keys, *over]) | _unordered_columns(node)
        case Walk(measures=measures):
            walked: list[Value] = [m.call for m in measures if m.column.id in wanted]
            return wanted | _ids(walked) | _unordered_columns(node)
        case Fold():
            return wanted | _ids(values_of(node)) | _unordered_columns(node)
        case Expand(elements=elements):
            return wanted | _ids([element.value for element in elements])
        case Filter() | Sort() | FirstPer() | Limit():
            return wanted | _ids(values_of(node)) | _unordered_columns(node)
        case Source() | Values():
            return wanted


def _unordered_columns(node: Relation) -> set[int]:
    """A limit over rows without an order takes the first by value, so every column decides."""
    child = inputs_of(node)[0]
    if isinstance(node, Limit | FirstPer | Sort | Window | Walk | Fold) and not ordered(child):
        return {column.id for column in child.columns}
    return set()


def _narrowed(node: Relation, wanted: set[int]) -> Relation:
    match node:
        case Source(columns=columns):
            return replace(node, columns=tuple(c for c in columns if c.id in wanted))
        case Project(assigns=assigns) | Join(assigns=assigns):
            return replace(node, assigns=_kept(assigns, wanted))
        case Aggregate(measures=measures):
            kept = tuple(m for m in measures if m.column.id in wanted)
            # without keys, a measure is what makes the one row
            return replace(node, measures=kept or (() if node.keys else measures[:1]))
        case Window(measures=measures) | Walk(measures=measures):
            return replace(node, measures=tuple(m for m in measures if m.column.id in wanted))
        case Union(columns=columns, takes=takes):
            at = [i for i, column in enumerate(columns) if column.id in wanted]
            return replace(
                node,
                columns=tuple(columns[i] for i in at),
                takes=tuple(tuple(take[i] for i in at) for take in takes),
            )
        case _:
            return node


def _kept(assigns: tuple[Assign, ...], wanted: set[int]) -> tuple[Assign, ...]:
    return tuple(assign for assign in assigns if assign.column.id in wanted)
