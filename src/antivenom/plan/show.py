"""A plan prints itself: one line a stage, sources deepest, values as `op(arguments)`."""

from __future__ import annotations

import json

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
)
from antivenom.plan.values import Call, Column, Literal, Value


class _Names:
    """Small stable numbers for columns, so that two printings of one plan are the same text."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}

    def of(self, column: Column) -> str:
        number = self._numbers.setdefault(column.id, len(self._numbers) + 1)
        return f"{column.name}#{number}"


def show(relation: Relation) -> str:
    """The plan as text, deterministic for a given query."""
    lines: list[str] = []
    _relation(relation, 0, lines, _Names())
    return "\n".join(lines) + "\n"


def _relation(relation: Relation, depth: int, lines: list[str], names: _Names) -> None:
    at = len(lines)
    for child in inputs_of(relation):
        _relation(child, depth + 1, lines, names)
    # children are named first (they define the columns), but the parent is printed above them
    lines.insert(at, "  " * depth + _headline(relation, names))


def _headline(relation: Relation, names: _Names) -> str:
    match relation:
        case Source(table, columns):
            return f"source {table} [{', '.join(f'{names.of(c)}:{c.type.value}' for c in columns)}]"
        case Values(rows, columns):
            shown = "; ".join(", ".join(_value(v, names) for v in row) for row in rows)
            return f"values [{', '.join(f'{names.of(c)}:{c.type.value}' for c in columns)}] {shown}"
        case Filter(_, condition):
            return f"filter {_value(condition, names)}"
        case Project(_, assigns):
            return f"project {_assigns(assigns, names)}"
        case Aggregate(_, keys, measures):
            shown = ", ".join(f"{names.of(m.column)} = {_value(m.call, names)}" for m in measures)
            return f"aggregate {shown or 'nothing'} by {_assigns(keys, names) or 'all'}"
        case Sort(_, keys):
            return "sort " + ", ".join(
                f"{_value(k.value, names)} {'desc' if k.descending else 'asc'} "
                f"nulls {'first' if k.nulls_first else 'last'}"
                for k in keys
            )
        case Limit(_, count):
            return f"limit {count}"
        case FirstPer(_, keys, count):
            return f"first {count} per {', '.join(_value(k, names) for k in keys)}"
        case Expand(_, elements):
            return f"expand {_assigns(elements, names)}"
        case Window(_, keys, measures, running):
            shown = ", ".join(f"{names.of(m.column)} = {_value(m.call, names)}" for m in measures)
            over = ", ".join(_value(k, names) for k in keys) or "all"
            return f"{'running' if running else 'window'} {shown or 'nothing'} by {over}"
        case Walk(_, measures):
            shown = ", ".join(f"{names.of(m.column)} = {_value(m.call, names)}" for m in measures)
            return f"walk {shown or 'nothing'}"
        case Fold(_, keys, states, stages):
            first = ", ".join(f"{names.of(s.before)} = {_value(s.first, names)}" for s in states)
            then = "; ".join(_assigns(stage, names) for stage in stages)
            after = ", ".join(f"{names.of(s.before)} = {names.of(s.after)}" for s in states)
            by = f" by {', '.join(_value(k, names) for k in keys)}" if keys else ""
            return f"fold{by} from {first} through {then} to {after}"
        case Join(_, _, kind, keys, assigns):
            on = " and ".join(f"{_value(a, names)} = {_value(b, names)}" for a, b in keys)
            return f"join {kind.value} on {on} giving {_assigns(assigns, names)}"
        case Union(_, columns, takes):
            shown = " / ".join("(" + ", ".join(_value(v, names) for v in take) + ")" for take in takes)
            return f"union [{', '.join(names.of(c) for c in columns)}] from {shown}"


def _assigns(assigns: tuple[Assign, ...], names: _Names) -> str:
    shown = []
    for assign in assigns:
        if assign.value == assign.column:
            shown.append(names.of(assign.column))
        else:
            value = _value(assign.value, names)
            shown.append(f"{names.of(assign.column)} = {value}")
    return ", ".join(shown)


def _value(value: Value, names: _Names) -> str:
    match value:
        case Column():
            return names.of(value)
        case Literal(literal, type_):
            shown = json.dumps(literal, ensure_ascii=False)
            return shown if type_.value in ("string", "bool", "real", "multivalue") else f"{type_.value}({shown})"
        case Call(op, args):
            return f"{op}({', '.join(_value(arg, names) for arg in args)})"
