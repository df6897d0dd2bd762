"""Why a detection did not flag an event: the stage that dropped it, the clause, and what made it so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from antivenom import engine
from antivenom.errors import AntivenomError
from antivenom.hunt import TIME_COLUMNS
from antivenom.plan.carry import judged_by_own_time
from antivenom.plan.prune import columns_read
from antivenom.plan.relations import Assign, Filter, Plan, Project, Relation, inputs_of
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Value, columns_of, new_column
from antivenom.source import Span
from antivenom.tables import EVENT_COLUMN

_HEX = re.compile(r"(?:[0-9A-Fa-f]{2}){4,}")
_MOST_ROWS = 50
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class WhyNot:
    """Why one event is not in a query's result.

    stage   text of the stage that dropped its last row, or "" when no table it reads holds the event.
    span    where that stage stands in the query.
    reasons sentences, the nearest cause first.
    """

    stage: str
    span: Span | None
    reasons: tuple[str, ...]


def why_not(plan: Plan, tables: Mapping[str, pa.Table], event: int, now: int | None, newest: int) -> WhyNot | None:
    """The reason an event is missing from a plan's result; None if it is there.

    The clock stands as in a hunt: at `now` when given, else at each row's own time where that is possible.
    """
    relation = plan.relation
    if now is None:
        relation = judged_by_own_time(relation, TIME_COLUMNS) or relation
    own = {name: _only(table, event) for name, table in tables.items() if name in columns_read(relation)}
    if not any(table.num_rows for table in own.values()):
        names = ", ".join(sorted(own))
        return WhyNot("", None, (f"the event gives no row of {names}, all this detection reads",))
    clock = now or newest
    chain = _chain(relation)
    for counts, stage in zip(engine.row_counts(chain, own, clock), chain, strict=True):
        if counts == 0:
            return _explained(stage, chain, plan, own, clock)
    return None


def _only(table: pa.Table, event: int) -> pa.Table:
    if EVENT_COLUMN not in table.column_names:
        return table
    return table.filter(pc.equal(table.column(EVENT_COLUMN), event))


def _chain(relation: Relation) -> list[Relation]:
    chain = [relation]
    while inputs_of(chain[-1]):
        chain.append(inputs_of(chain[-1])[0])
    return chain[::-1]


def _explained(
    stage: Relation, chain: list[Relation], plan: Plan, tables: Mapping[str, pa.Table], clock: int
) -> WhyNot:
    text = " ".join(plan.source.slice(stage.span).split()) if stage.span else ""
    if not isinstance(stage, Filter):
        return WhyNot(text, stage.span, ("the stage itself leaves no row",))
    probe = _Probe(plan, tables, clock, stage.input)
    best = max(probe.rows_of(_clauses(stage.condition)), key=lambda row: row[0], default=(0, [], {}))
    _, failing, _ = best
    reasons = []
    for clause in failing:
        reasons.extend(_because(clause, plan, probe, chain))
    return WhyNot(text, stage.span, tuple(dict.fromkeys(reasons)))


def _clauses(condition: Value) -> list[list[Value]]:
    """The ways a condition can hold: alternatives of clauses that must all be true."""
    if isinstance(condition, Call) and condition.op == "bool.is_true":
        return _clauses(condition.args[0])
    if isinstance(condition, Call) and condition.op == "bool.or":
        return [way for arg in condition.args for way in _clauses(arg)]
    if isinstance(condition, Call) and condition.op == "bool.and":
        clauses: list[Value] = []
        for arg in condition.args:
            inner = _clauses(arg)
            clauses.extend(inner[0] if len(inner) == 1 else [arg])
        return [clauses]
    return [[condition]]


@dataclass(slots=True)
class _Probe:
    """Values computed on the rows that reach a stage."""

    plan: Plan
    tables: Mapping[str, pa.Table]
    clock: int
    input: Relation

    def values(self, relation: Relation, wanted: list[Value]) -> list[list[Any]]:
        """Rows of the values over a relation, at most a few."""
        if not wanted:
            return []
        assigns = tuple(Assign(new_column("value", _type(v)), v) for v in wanted)
        result = engine.run_relation(Project(relation, assigns), self.tables, self.clock)
        columns = [result.column(i).to_pylist() for i in range(result.num_columns)]
        return [list(row) for row in zip(*columns, strict=True)][:_MOST_ROWS]

    def rows_of(self, ways: list[list[Value]]) -> Iterator[tuple[float, list[Value], dict[str, Any]]]:
        """For each row and way: the share of clauses that hold, and those that do not."""
        for way in ways:
            for row in self.values(self.input, way):
                failing = [clause for clause, holds in zip(way, row, strict=True) if holds is not True]
                yield 1 - len(failing) / len(way), failing, {}


def _type(value: Value) -> Type:
    return value.type


def _because(clause: Value, plan: Plan, probe: _Probe, chain: list[Relation]) -> Iterator[str]:
    """Sentences for a clause that does not hold: what it saw, and, for what it was computed from, the cause."""
    columns = sorted(columns_of(clause), key=lambda column: column.name)
    row = (probe.values(probe.input, list(columns)) or [[]])[0]
    seen = ", ".join(f"{c.name} = {_shown(v)}" for c, v in zip(columns, row, strict=False))
    text = _text_of(clause, plan)
    yield f"`{text}` does not hold{f' ({seen})' if seen else ''}"
    yield from _roots(columns, plan, probe, chain)


def _roots(columns: list[Column], plan: Plan, probe: _Probe, chain: list[Relation]) -> Iterator[str]:
    """The nulls and undecoded text behind computed columns, followed back to the fields of the event."""
    defined = {
        assign.column: (assign, stage)
        for stage in chain
        if isinstance(stage, Project)
        for assign in stage.assigns
        if assign.value != assign.column
    }
    queue, done = list(columns), set(columns)
    while queue:
        column = queue.pop(0)
        if column not in defined:
            continue
        assign, stage = defined[column]
        leaves = sorted(columns_of(assign.value), key=lambda leaf: leaf.name)
        row = (probe.values(stage.input, [assign.value, *leaves]) or [[None]])[0]
        yield from _cause(assign, row[0], dict(zip(leaves, row[1:], strict=False)), plan)
        fresh = [leaf for leaf in leaves if leaf not in done]
        done.update(fresh)
        queue.extend(fresh)


def _cause(assign: Assign, value: Any, leaves: dict[Column, Any], plan: Plan) -> Iterator[str]:
    text = _text_of(assign.value, plan)
    if value is None and isinstance(assign.value, Call):
        # a stage that only passes a null on is not its cause
        missing = sorted(leaf.name for leaf, found in leaves.items() if found is None)
        if missing and (len(leaves) > 1):
            yield (
                f"{assign.column.name} is null: in `{text}` {_list(missing)} "
                f"{'is' if len(missing) == 1 else 'are'} missing, and a null operand makes the whole null"
            )
    for leaf, found in leaves.items():
        decoded = _unhexed(found)
        if decoded is not None:
            yield (
                f"{leaf.name} holds hex as auditd wrote it ({_shown(found)}), and no pattern is matched "
                f"against what it says: {_shown(decoded)}"
            )


def _unhexed(value: Any) -> str | None:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        return None
    decoded = bytes.fromhex(value).decode("utf-8", "replace")
    return decoded if decoded.isprintable() else None


def _list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _text_of(value: Value, plan: Plan) -> str:
    span = getattr(value, "span", None)
    return " ".join(plan.source.slice(span).split()) if span is not None else getattr(value, "name", "")


def _shown(value: Any) -> str:
    if value is None:
        return "null"
    text = str(value)
    return f'"{text[:_SHOWN]}…"' if len(text) > _SHOWN else f'"{text}"' if isinstance(value, str) else text


def try_why_not(
    plan: Plan | None, tables: Mapping[str, pa.Table], event: int, now: int | None, newest: int
) -> WhyNot | None:
    """As `why_not`, for a display: a plan that cannot be probed has no reason to show."""
    if plan is None:
        return None
    try:
        return why_not(plan, tables, event, now, newest)
    except AntivenomError:
        return None
