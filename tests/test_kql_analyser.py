"""KQL beside Microsoft's own analyser, where it is installed: which queries are right, and their columns."""

from __future__ import annotations

import random

from antivenom.engine import discovery
from antivenom.errors import QueryError, Unsupported
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from tests.support import microsoft_kql
from tests.support.kql_queries import Queries

NOW = 1_700_000_000_000_000_000
ROWS = (
    "datatable(b: bool, i: int, l: long, r: real, s: string, t: datetime, y: dynamic)"
    " [true, int(1), 2, 1.5, 'a', datetime(2020-01-02), dynamic([2, 1])] | "
)
NAMED = [
    "summarize any(l, s), any(r)",
    "summarize argmax(l, s), argmin(l, *)",
    "summarize argmax(l + 1, s, r), argmax(i)",
    "summarize arg_max(l, s), take_any(r, t), take_any(l + 1), take_anyif(l + 1, b), any(l + 1)",
    "summarize sum(i), avg(l), percentile(l, 50), make_list(s), dcount(s), min(i), stdev(r) by l, bin(t, 1d)",
    "summarize by bitset_count_ones(l), strlen(s)",
    "project pow(l, 2), erf(r), exp10(r), loggamma(r), repeat(l, 2), repeat(tolower(s), 3)",
    "project array_sort_asc(y), array_sort_desc(y, y), array_sort_asc(pack_array(1)), array_sort_asc(split(s, ','))",
    "project round(i), ceiling(i), floor(i, 1), abs(i), bin(i, 2), i + i, -i, max_of(i, i)",
    "project y.a, y[0], tostring(s), tolower(s), l + 1, gettype(l)",
    "getschema",
    "count as n",
    "extend s = 1, z = l | project-rename q = s | project-away z",
    "join kind=inner (print l = 2, s = 'b') on l",
    "lookup (print l = 2, z = 'b') on l",
    "union (print l = 'x', w = 1)",
    "distinct l, s",
]
"""Operators whose unnamed columns get their names by rules."""

RIGHT = [f"{ROWS}{stages}" for stages in NAMED]
WRONG = [
    "print x = 1, x = 2",
    "print 'a",
    f"{ROWS}project z",
    f"{ROWS}where s",
    f"{ROWS}where l > s",
    f"{ROWS}extend strlen()",
    f"{ROWS}extend nosuch(l)",
    f"{ROWS}summarize nosuch(l)",
    f"{ROWS}summarize y = count(), y = sum(l)",
    f"{ROWS}project-away nosuch",
    f"{ROWS}join (print q = 1) on l",
    f"{ROWS}nosuch",
    f"{ROWS}top by l",
]


def columns(query: str) -> list[tuple[str, str]] | str:
    """The columns of a query, or why there are none."""
    try:
        plan = kql.compile(SourceText(query), Catalog({}), discovery({}, NOW))
    except (QueryError, Unsupported) as error:
        return f"{type(error).__name__}: {error.message}"
    return [(column.name, column.type.value) for column in plan.relation.columns]


@microsoft_kql.needed
def test_columns_are_named_and_typed_as_the_analyser_has_them() -> None:
    found = microsoft_kql.verdicts({query: query for query in RIGHT}, {})
    assert {query: columns(query) for query in RIGHT} == {query: verdict.columns for query, verdict in found.items()}


@microsoft_kql.needed
def test_what_the_analyser_rejects_is_rejected() -> None:
    found = microsoft_kql.diagnostics({query: query for query in WRONG}, {})
    assert [query for query in WRONG if query not in found] == []
    assert [query for query in WRONG if isinstance(columns(query), list)] == []


@microsoft_kql.needed
def test_queries_by_chance_are_accepted_and_typed_alike() -> None:
    maker = Queries(random.Random(2024).choice)
    made = {str(n): f"{maker.table(1)} | {maker.stage()}" for n in range(400)}
    for id, verdict in microsoft_kql.verdicts(made, {}).items():
        ours = columns(made[id])
        if verdict.messages:
            assert isinstance(ours, str), (made[id], verdict.messages)
        elif isinstance(ours, str):
            assert ours.startswith("Unsupported"), (made[id], ours)
        else:
            assert ours == verdict.columns, made[id]
