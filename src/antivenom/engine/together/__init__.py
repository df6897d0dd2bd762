"""Many conditions over one table at once, as one pass over its distinct values; and why one row meets one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from antivenom.engine.together import naming
from antivenom.engine.together.algebra import Graph
from antivenom.engine.together.distinct import Coded, Tuples, tuples
from antivenom.engine.together.reasons import reasons
from antivenom.engine.together.search import Searcher
from antivenom.engine.together.sets import EMPTY
from antivenom.engine.together.spaces import Values, Whole, spread
from antivenom.errors import AntivenomError
from antivenom.plan.values import Call, Value

__all__ = ["matches", "named", "outcomes", "reasons"]

Ids = npt.NDArray[np.int64]

_DEEP = 40
"""Levels of nodes after which an answer is worked out on its own, so that no recursion is deeper."""


def matches(table: pa.Table, conditions: Sequence[Value]) -> list[Ids]:
    """As `outcomes`; raises the first condition's error."""
    found = []
    for outcome in outcomes(table, conditions):
        if isinstance(outcome, AntivenomError):
            raise outcome
        found.append(outcome)
    return found


def outcomes(table: pa.Table, conditions: Sequence[Value]) -> list[Ids | AntivenomError]:
    """For each condition the ascending numbers of the rows for which it is true, or why it could not be asked.

    Columns are found by name and read as text; null fields make an operation false. A condition fails alone: with
    QueryError for a regular expression that is none, Unsupported for one that cannot be run, EngineError for a
    pattern that takes too long and for an operation that is no condition. Raises EngineError for a column the table
    lacks. Equal conditions share one array.
    """
    graph = Graph()
    roots = [_root(graph, condition) for condition in conditions]
    asked = [root for root in roots if isinstance(root, int)]
    whole = tuples(table, graph.columns())
    searchers = _searchers(graph)
    found: dict[int, list[Ids]] = {root: [] for root in asked}
    for begin, count, columns in whole.blocks():
        for root, ids in _block(graph, asked, searchers, columns, count).items():
            found[root].append(ids + begin)
    expand = _expander(whole)
    failed = graph.failures()
    rows: dict[int, Ids | AntivenomError] = {
        root: failed.get(root) or (expand(np.concatenate(parts)) if parts else EMPTY) for root, parts in found.items()
    }
    return [rows[root] if isinstance(root, int) else root for root in roots]


def named(table: pa.Table, condition: Value) -> list[tuple[Call, ...]]:
    """As `reasons`, for each row of a table."""
    return naming.named(table, condition, outcomes)


def _root(graph: Graph, condition: Value) -> int | AntivenomError:
    """The condition's node, or why it has none."""
    try:
        return graph.add(condition)
    except AntivenomError as error:
        return error


def _searchers(graph: Graph) -> dict[str, Searcher]:
    """A searcher for each column, with all literals that conditions on it need."""
    literals: dict[str, set[bytes]] = {name: set() for name in graph.columns()}
    for node in graph.nodes:
        if node.atom is not None:
            literals[node.atom.columns[0]].update(*node.atom.needs)
    return {name: Searcher(needed) for name, needed in literals.items()}


def _block(
    graph: Graph, roots: list[int], searchers: Mapping[str, Searcher], columns: Mapping[str, Coded], count: int
) -> dict[int, Ids]:
    """The tuples of one block for which each root is true."""
    uses = Counter(arg for node in graph.nodes for arg in node.args)
    deep = [number for number, node in enumerate(graph.nodes) if node.depth and node.depth % _DEEP == 0]
    shared = {number for number, used in uses.items() if used > 1}.union(deep)
    values = {
        name: Values(graph, shared, coded, searchers[name].search(coded.values)) for name, coded in columns.items()
    }
    whole = Whole(graph, shared, values, count)
    for number in deep:
        whole.settle(number)
    return {root: whole.narrow(root, whole.all) for root in dict.fromkeys(roots)}


def _expander(whole: Tuples) -> Callable[[Ids], Ids]:
    """From numbers of tuples to numbers of rows."""
    if whole.rows is None:
        return lambda ids: ids
    order = np.argsort(whole.rows, kind="stable")
    ends = np.cumsum(np.bincount(whole.rows, minlength=whole.count))
    return lambda ids: np.sort(spread(order, ends, ids))
