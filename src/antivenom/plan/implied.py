"""What a condition says about single fields: which values a row must have to be kept."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.plan.relations import Filter, Project, Relation, Sort, Source, inputs_of
from antivenom.plan.values import Call, Literal, Value, columns_of, is_junction

Values = frozenset[str]
Test = Callable[[Call], "tuple[str, str] | None"]
"""Reads a call as `field equals text` (case-folded); None if it says anything else."""


def base_condition(relation: Relation) -> Value | None:
    """The condition that rows of the only source meet first, whatever is done with them after.

    None where it is of columns that the source does not have itself.
    """
    condition, node = None, relation
    while not isinstance(node, Source):
        inputs = inputs_of(node)
        if len(inputs) != 1:
            return None
        keeps = isinstance(node, Project | Sort)
        condition = node.condition if isinstance(node, Filter) else condition if keeps else None
        node = inputs[0]
    own = {column.id for column in node.columns}
    return condition if condition is not None and all(c.id in own for c in columns_of(condition)) else None


def implied(condition: Value, field: str, test: Test) -> Values | None:
    """The texts, case-folded, one of which `field` must equal in every row the condition keeps.

    None when the condition keeps rows whatever the field is. An empty set: it keeps no row at all.
    """
    if not isinstance(condition, Call):
        return None
    if condition.op == "bool.and":
        known = [v for v in (implied(arg, field, test) for arg in condition.args) if v is not None]
        return frozenset.intersection(*known) if known else None
    if condition.op == "bool.or":
        branches = [implied(arg, field, test) for arg in condition.args]
        if any(branch is None for branch in branches):
            return None
        return frozenset().union(*(branch for branch in branches if branch is not None))
    if condition.op == "bool.is_true":
        return implied(condition.args[0], field, test)
    found = test(condition)
    return frozenset({found[1]}) if found is not None and found[0] == field else None


def under(condition: Value, facts: dict[str, Values], test: Test) -> Value | None:
    """The condition for rows whose fields hold nothing but the given texts; None if it can keep none of them."""
    if not isinstance(condition, Call):
        return condition
    if condition.op == "bool.and":
        parts = [under(arg, facts, test) for arg in condition.args]
        if any(part is None for part in parts):
            return None
        return Call(condition.op, tuple(p for p in parts if p is not None), condition.type, condition.span)
    if condition.op == "bool.or":
        kept = tuple(p for p in (under(arg, facts, test) for arg in condition.args) if p is not None)
        return Call(condition.op, kept, condition.type, condition.span) if kept else None
    if condition.op == "bool.is_true":
        return condition if under(condition.args[0], facts, test) is not None else None
    found = test(condition)
    if found is not None and found[0] in facts and found[1] not in facts[found[0]]:
        return None
    return condition


def possible(condition: Value, missing: frozenset[str]) -> bool:
    """Whether the condition can hold in rows in which the columns of these names are null.

    For conditions whose tests are false where a field is null, as those of Sigma are.
    """
    return _decided(condition, missing) is not False


def _decided(condition: Value, missing: frozenset[str]) -> bool | None:
    """What a condition is whatever the other columns hold; None where that depends on them."""
    if isinstance(condition, Literal):
        return bool(condition.value)
    if is_junction(condition):
        return _together(condition.op, [_decided(arg, missing) for arg in condition.args])
    if not isinstance(condition, Call):
        return None
    if missing.isdisjoint(column.name for column in columns_of(condition)):
        return None
    return condition.op == "null.is_null"


def _together(op: str, parts: list[bool | None]) -> bool | None:
    if op == "bool.not":
        return None if parts[0] is None else not parts[0]
    deciding = op == "bool.or"
    if deciding in parts:
        return deciding
    return None if None in parts else not deciding
