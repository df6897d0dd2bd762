"""A chain of stages with nothing dropped: every row, every value any stage computed, every clause's truth."""

from __future__ import annotations

from dataclasses import dataclass, field

from antivenom.plan.relations import Assign, Filter, FirstPer, Limit, Project, Relation, Sort, Source, inputs_of, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Value, new_column


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a condition, and the column that says whether it holds."""

    value: Value
    holds: Column


@dataclass(frozen=True, slots=True)
class Judged:
    """A filter, the column that says whether a row passes, and its alternatives: clauses that must all hold."""

    stage: Filter
    passes: Column
    ways: tuple[tuple[Clause, ...], ...]


@dataclass(slots=True)
class Widened:
    """A relation that has all columns of a chain, and what they mean.

    filters  the chain's filters from the source on.
    made     column -> the value it is computed from.
    blocked  the first stage that judges several rows together, behind which nothing was widened.
    """

    relation: Relation
    filters: list[Judged] = field(default_factory=list)
    made: dict[Column, Value] = field(default_factory=dict)
    blocked: Relation | None = None


def widen(relation: Relation) -> Widened:
    """The chain from a relation's first source on, widened; joins and unions block it."""
    chain = [relation]
    while inputs_of(chain[-1]):
        chain.append(inputs_of(chain[-1])[0])
    chain.reverse()
    wide = Widened(chain[0])
    if not isinstance(chain[0], Source):
        wide.blocked = chain[0]
        return wide
    for stage in chain[1:]:
        if not isinstance(stage, Filter | Project | Sort | Limit | FirstPer):
            wide.blocked = stage
            break
        if isinstance(stage, Filter):
            _judge(wide, stage)
        elif isinstance(stage, Project):
            _compute(wide, [assign for assign in stage.assigns if assign.value != assign.column])
    return wide


def _compute(wide: Widened, assigns: list[Assign]) -> None:
    kept = same(wide.relation.columns)
    wide.relation = Project(wide.relation, (*kept, *assigns))
    wide.made.update({assign.column: assign.value for assign in assigns})


def _judge(wide: Widened, stage: Filter) -> None:
    passes = Assign(new_column("passes", Type.BOOL), stage.condition)
    truths: list[Assign] = []
    ways = []
    for way in ways_to_hold(stage.condition):
        made = [Assign(new_column("holds", Type.BOOL), clause) for clause in way]
        truths.extend(made)
        ways.append(tuple(Clause(assign.value, assign.column) for assign in made))
    kept = same(wide.relation.columns)
    wide.relation = Project(wide.relation, (*kept, passes, *truths))
    wide.filters.append(Judged(stage, passes.column, tuple(ways)))


_MOST_WAYS = 200


def ways_to_hold(condition: Value) -> list[list[Value]]:
    """The ways a condition can hold: alternatives of clauses that must all be true.

    `a and (b or c)` is one way of two clauses, `(a and b) or c` two ways; a condition of more than some
    hundred alternatives is one clause.
    """
    ways = _ways(condition)
    return ways if len(ways) <= _MOST_WAYS else [[condition]]


def _ways(condition: Value) -> list[list[Value]]:
    if not isinstance(condition, Call):
        return [[condition]]
    if condition.op == "bool.is_true":
        return _ways(condition.args[0])
    if condition.op == "bool.or":
        return [way for arg in condition.args for way in _ways(arg)]
    if condition.op == "bool.and":
        clauses: list[Value] = []
        for arg in condition.args:
            inner = _ways(arg)
            clauses.extend(inner[0] if len(inner) == 1 else [arg])
        return [clauses]
    return [[condition]]
