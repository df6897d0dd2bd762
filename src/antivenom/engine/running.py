"""Runs plans: a plan and the tables it reads in, an Arrow table out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyarrow as pa

from antivenom.engine import duck
from antivenom.engine.clock import wound
from antivenom.engine.convert import from_engine
from antivenom.engine.sql import compile_relation
from antivenom.errors import AntivenomError, QueryError
from antivenom.plan.inputs import missing
from antivenom.plan.relations import Aggregate, Measure, Plan, Relation, Union
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, new_column

Limits = duck.Limits


def run(plan: Plan, tables: Mapping[str, pa.Table], now: int, limits: Limits | None = None) -> pa.Table:
    """The result of a plan over tables (name -> Arrow table), the clock standing at `now` (ns since 1970 UTC).

    Columns come in the plan's order with the plan's names, which may repeat. See `convert.from_engine`
    for their types. Raises MissingInput for a file that was not made a table, EngineError.
    """
    try:
        for one in plan.inputs:
            if one.table not in tables:
                raise missing(one, one.names[0])
        return run_relation(plan.relation, tables, now, splunk=plan.language == "spl", limits=limits)
    except AntivenomError as error:
        raise error.at(plan.source) from None
    except RecursionError:
        # the SQL writer walks a tree by recursion; the trees front ends allow can be deeper than it can go
        raise QueryError("the query's expressions nest too deeply").at(plan.source) from None


def run_relation(
    relation: Relation,
    tables: Mapping[str, pa.Table],
    now: int,
    *,
    splunk: bool = False,
    limits: Limits | None = None,
) -> pa.Table:
    """As `run`, for a bare relation."""
    compiled = compile_relation(wound(relation, now))
    result = duck.run(compiled, tables, limits)
    if not compiled.columns:
        return pa.table({})
    made = [from_engine(result.column(index), column, splunk=splunk) for index, column in enumerate(compiled.columns)]
    return pa.Table.from_arrays([data for _, data in made], schema=pa.schema([f for f, _ in made]))


def row_counts(relations: Sequence[Relation], tables: Mapping[str, pa.Table], now: int) -> list[int]:
    """How many rows each relation has; what they share is written once."""
    stage, rows = new_column("stage", Type.LONG), new_column("rows", Type.LONG)
    counts = []
    for number, relation in enumerate(relations):
        count = new_column("rows", Type.LONG)
        made = Aggregate(relation, (), (Measure(count, Call("aggregate.count", (), Type.LONG)),))
        counts.append((made, (Literal(number, Type.LONG), count)))
    union = Union(tuple(made for made, _ in counts), (stage, rows), tuple(take for _, take in counts))
    result = run_relation(union, tables, now).to_pydict()
    found = dict(zip(result["stage"], result["rows"], strict=True))
    return [found[number] for number in range(len(relations))]


def sql_of(relation: Relation, now: int = 0) -> str:
    """The SQL a relation becomes, laid out to be read, with its bound texts below it."""
    compiled = compile_relation(wound(relation, now))
    bound = "".join(f"-- ${name} = {text!r}\n" for name, text in compiled.parameters.items())
    return compiled.text(pretty=True) + "\n" + bound
