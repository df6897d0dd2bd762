"""Many conditions over one table at once, as one pass over its distinct values; and why one row meets one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from antivenom.engine import pcre
from antivenom.engine.together import naming
from antivenom.engine.together.algebra import Graph
from antivenom.engine.together.atoms import atom_of
from antivenom.engine.together.distinct import Coded, Tuples, tuples
from antivenom.engine.together.reasons import reasons
from antivenom.engine.together.search import Searcher
from antivenom.engine.together.sets import EMPTY
from antivenom.engine.together.spaces import Values, Whole, spread
from antivenom.errors import AntivenomError, EngineError
from antivenom.plan.values import Call, Value, walk

__all__ = ["Late", "Prepared", "check", "matches", "named", "outcomes", "reasons"]

Ids = npt.NDArray[np.int64]

_DEEP = 40
"""Levels of nodes after which an answer is worked out on its own, so that no recursion is deeper."""


@dataclass(frozen=True, slots=True)
class Late:
    """Values of a column that a pattern took too long on; they count as not matching it."""

    column: str
    values: tuple[str, ...]


def matches(table: pa.Table, conditions: Sequence[Value]) -> list[Ids]:
    """As `outcomes`; raises the first condition's error, also where a pattern took too long on some value."""
    late: dict[int, list[Late]] = {}
    found = []
    for number, outcome in enumerate(outcomes(table, conditions, late)):
        if isinstance(outcome, AntivenomError):
            raise outcome
        if number in late:
            raise EngineError(f"a regular expression took longer than {pcre.SECONDS_PER_VALUE:g} s on one value")
        found.append(outcome)
    return found


def outcomes(
    table: pa.Table, conditions: Sequence[Value], late: dict[int, list[Late]] | None = None
) -> list[Ids | AntivenomError]:
    """For each condition the ascending numbers of the rows for which it is true, or why it could not be asked.

    late  takes, for the number of each condition with patterns that took too long, the values they did on.

    Columns are found by name and read as text; null fields make an operation false. A condition fails alone: with
    QueryError for a regular expression that is none, Unsupported for one that cannot be run, EngineError for a
    pattern that takes too long and for an operation that is no condition. Raises EngineError for a column the table
    lacks. Equal conditions share one array.
    """
    return Prepared(conditions).outcomes(table, late)


class Prepared:
    """Conditions made ready once, for tables that come one after another."""

    def __init__(self, conditions: Sequence[Value]) -> None:
        self._graph = Graph()
        self._roots = [_root(self._graph, condition) for condition in conditions]
        self._asked = [root for root in self._roots if isinstance(root, int)]
        self._columns = self._graph.columns()
        self._searchers = _searchers(self._graph)
        self._deep, self._shared = _kept(self._graph)

    def outcomes(self, table: pa.Table, late: dict[int, list[Late]] | None = None) -> list[Ids | AntivenomError]:
        """As `outcomes`, for one table. A condition that has failed is not asked again."""
        graph = self._graph
        graph.late.clear()
        whole = tuples(table, self._columns)
        found: dict[int, list[Ids]] = {root: [] for root in self._asked}
        for begin, count, columns in whole.blocks():
            for root, ids in self._block(columns, count).items():
                found[root].append(ids + begin)
        expand, failed = _expander(whole), graph.failures()
        rows: dict[int, Ids | AntivenomError] = {
            root: failed.get(root) or (expand(np.concatenate(parts)) if parts else EMPTY)
            for root, parts in found.items()
        }
        if late is not None and graph.late:
            late |= _lates(graph, self._roots)
        return [rows[root] if isinstance(root, int) else root for root in self._roots]

    def _block(self, columns: Mapping[str, Coded], count: int) -> dict[int, Ids]:
        """The tuples of one block for which each root is true."""
        graph, shared = self._graph, self._shared
        values = {
            name: Values(graph, shared, coded, self._searchers[name].search(coded.values))
            for name, coded in columns.items()
        }
        whole = Whole(graph, shared, values, count)
        for number in self._deep:
            whole.settle(number)
        return {root: whole.narrow(root, whole.all) for root in dict.fromkeys(self._asked)}

    def named(self, table: pa.Table, condition: Value) -> list[tuple[Call, ...]]:
        """As `named`, for rows of tables that were asked: patterns with a time limit are not asked again."""
        return naming.named(table, condition, outcomes, self._graph.passed)


def _lates(graph: Graph, roots: Sequence[int | AntivenomError]) -> dict[int, list[Late]]:
    """For each condition, the values that patterns in it took too long on."""
    found: dict[int, list[Late]] = {}
    for place, root in enumerate(roots):
        for number in sorted(graph.parts(root) & graph.late.keys()) if isinstance(root, int) else ():
            (column,) = graph.nodes[number].columns
            found.setdefault(place, []).append(Late(column, tuple(dict.fromkeys(graph.late[number]))))
    return found


def check(condition: Value) -> None:
    """Raises QueryError or Unsupported, at its place, for a pattern in the condition that cannot be run."""
    for value in walk(condition):
        if isinstance(value, Call) and value.op in ("sigma.regex", "sigma.like", "sigma.like_cased"):
            _check(value)


def _check(call: Call) -> None:
    try:
        atom = atom_of(call)
        if atom.slow is None:
            atom.test(pa.array([""], pa.large_string()))
    except AntivenomError as error:
        error.span = error.span or call.span
        raise


def named(table: pa.Table, condition: Value) -> list[tuple[Call, ...]]:
    """As `reasons`, for each row of a table."""
    return naming.named(table, condition, outcomes, {})


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


def _kept(graph: Graph) -> tuple[list[int], set[int]]:
    """The nodes that are worked out on their own, and all whose answers are kept: these, and those used twice."""
    uses = Counter(arg for node in graph.nodes for arg in node.args)
    deep = [number for number, node in enumerate(graph.nodes) if node.depth and node.depth % _DEEP == 0]
    return deep, {number for number, used in uses.items() if used > 1}.union(deep)


def _expander(whole: Tuples) -> Callable[[Ids], Ids]:
    """From numbers of tuples to numbers of rows."""
    if whole.rows is None:
        return lambda ids: ids
    order = np.argsort(whole.rows, kind="stable")
    ends = np.cumsum(np.bincount(whole.rows, minlength=whole.count))
    return lambda ids: np.sort(spread(order, ends, ids))
