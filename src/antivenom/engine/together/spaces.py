"""Where nodes are decided: among the distinct values of one column, or among the distinct tuples of all."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from antivenom.engine.together.algebra import Graph, Kind
from antivenom.engine.together.atoms import Atom, Truths
from antivenom.engine.together.distinct import Coded
from antivenom.engine.together.search import Hits
from antivenom.engine.together.sets import Chosen, Ids, Universe
from antivenom.errors import AntivenomError

_DENSE = 8


class Space(ABC):
    """Decides nodes for a universe of numbers. What nodes in `shared` come to is kept."""

    def __init__(self, graph: Graph, shared: Collection[int], size: int) -> None:
        self.graph = graph
        self.shared = shared
        self.universe = Universe(size)
        self.all: Ids = np.arange(size)
        self.kept: dict[int, Chosen] = {}

    def narrow(self, number: int, among: Ids) -> Ids:
        """The candidates for which the node is true; `among` is `self.all` where there is no narrower choice."""
        if number in self.kept:
            return self._take(self.kept[number], among)
        found = self._leaf(number, among)
        if found is None:
            found = self._junction(number, among)
        if among is self.all and number in self.shared and number not in self.kept:
            self.kept[number] = Chosen(found)
        return found

    def _take(self, chosen: Chosen, among: Ids) -> Ids:
        return self.universe.listed(chosen) if among is self.all else self.universe.among(among, chosen)

    @abstractmethod
    def _leaf(self, number: int, among: Ids) -> Ids | None:
        """The answer where it needs no narrowing of the node's parts, else None."""

    @abstractmethod
    def _cost(self, number: int) -> tuple[bool, int]:
        """What is to be asked first is less."""

    def ask(self, number: int, atom: Atom, *values: pa.Array) -> Truths:
        """Which values pass an atom; none where it cannot be asked, which is noted."""
        if number not in self.graph.failed:
            try:
                return self.graph.ask_slowly(number, *values) if atom.slow is not None else atom.test(*values)
            except AntivenomError as error:
                self.graph.failed[number] = error
        return np.zeros(len(values[0]), np.bool_)

    def _junction(self, number: int, among: Ids) -> Ids:
        node = self.graph.nodes[number]
        if node.kind is Kind.NOT:
            return self.universe.without(among, self.narrow(node.args[0], among))
        args = sorted(node.args, key=self._cost)
        if node.kind is Kind.ALL:
            for arg in args:
                among = self.narrow(arg, among) if len(among) else among
            return among
        if among is self.all:
            return self.universe.union(*(self.narrow(arg, among) for arg in args))
        found, rest = [among[:0]], among
        for arg in args:
            found.append(self.narrow(arg, rest) if len(rest) else rest)
            rest = self.universe.without(rest, found[-1])
        return self.universe.union(*found)


class Values(Space):
    """The distinct values of one column; the last number is null."""

    def __init__(self, graph: Graph, shared: Collection[int], coded: Coded, hits: Hits) -> None:
        super().__init__(graph, shared, len(coded.values) + 1)
        self.coded = coded
        self._hits = hits
        self._present = Chosen(np.array([len(coded.values)]), inverted=True)
        self._tested: dict[int, tuple[Ids, Ids]] = {}
        self._counts: npt.NDArray[np.int64] | None = None
        self._order: tuple[Ids, Ids] | None = None

    def decided(self, number: int) -> Chosen:
        """The values for which a node that is not costly is true."""
        if number in self.kept:
            return self.kept[number]
        node = self.graph.nodes[number]
        if node.atom is not None:
            return self._holding(node.atom)
        inside = [self.decided(arg) for arg in node.args]
        if node.kind is Kind.NOT:
            found = inside[0].flipped()
        else:
            found = self.universe.all_of(inside) if node.kind is Kind.ALL else self.universe.any_of(inside)
        if number in self.shared:
            self.kept[number] = found
        return found

    def weight(self, chosen: Chosen) -> int:
        """How many tuples have a chosen value."""
        if self._counts is None:
            self._counts = np.bincount(self.coded.codes, minlength=self.universe.size)
        weight = int(self._counts[chosen.ids].sum())
        return len(self.coded.codes) - weight if chosen.inverted else weight

    def tuples(self, chosen: Chosen) -> Ids:
        """The tuples that have a chosen value."""
        codes = self.coded.codes
        if self.weight(chosen) * _DENSE > len(codes):
            marks = np.full(self.universe.size, chosen.inverted)
            marks[chosen.ids] = not chosen.inverted
            return np.flatnonzero(marks[codes])
        ids = self.universe.listed(chosen)
        if self._order is None:
            ends = np.cumsum(np.bincount(codes, minlength=self.universe.size))
            self._order = np.argsort(codes, kind="stable"), ends
        order, ends = self._order
        return np.sort(spread(order, ends, ids))

    def _leaf(self, number: int, among: Ids) -> Ids | None:
        node = self.graph.nodes[number]
        if not node.costly:
            return self._take(self.decided(number), among)
        if node.atom is None:
            return None
        return self._tests(number, node.atom, self._take(self._holding(node.atom), among))

    def _cost(self, number: int) -> tuple[bool, int]:
        return self.graph.nodes[number].costly, 0

    def _holding(self, atom: Atom) -> Chosen:
        """The values that hold what the atom needs."""
        choices = ([Chosen(self._hits.of(literal)) for literal in need] for need in atom.needs)
        held = [self.universe.any_of(choice) for choice in choices]
        return self.universe.all_of(held) if held else self._present

    def _tests(self, number: int, atom: Atom, ids: Ids) -> Ids:
        """Those of the values that pass; what a shared atom has tested is not tested again."""
        if number not in self.shared:
            return ids[self.ask(number, atom, self.coded.values.take(pa.array(ids)))] if len(ids) else ids
        known, passed = self._tested.get(number, (ids[:0], ids[:0]))
        fresh = self.universe.without(ids, known)
        if len(fresh):
            fits = fresh[self.ask(number, atom, self.coded.values.take(pa.array(fresh)))]
            passed = self.universe.union(passed, fits)
            self._tested[number] = self.universe.union(known, fresh), passed
        return self.universe.among(ids, Chosen(passed))


class Whole(Space):
    """The distinct tuples of all columns."""

    def __init__(self, graph: Graph, shared: Collection[int], columns: Mapping[str, Values], count: int) -> None:
        super().__init__(graph, shared, count)
        self._columns = columns

    def settle(self, number: int) -> None:
        """Decide a deep node where it belongs, everything below it being settled."""
        node = self.graph.nodes[number]
        if len(node.columns) != 1:
            self.narrow(number, self.all)
        else:
            column = self._columns[next(iter(node.columns))]
            column.narrow(number, column.all)

    def _leaf(self, number: int, among: Ids) -> Ids | None:
        node = self.graph.nodes[number]
        if len(node.columns) != 1:
            return None if node.atom is None else self._pairs(number, node.atom, among)
        column = self._columns[next(iter(node.columns))]
        if not node.costly:
            chosen = column.decided(number)
        elif among is self.all:
            chosen = Chosen(column.narrow(number, column.all))
        else:
            present = np.zeros(column.universe.size, np.bool_)
            present[column.coded.codes[among]] = True
            chosen = Chosen(column.narrow(number, np.flatnonzero(present)))
        if among is self.all:
            return column.tuples(chosen)
        return column.universe.among(among, chosen, column.coded.codes)

    def _cost(self, number: int) -> tuple[bool, int]:
        node = self.graph.nodes[number]
        if len(node.columns) == 1 and not node.costly:
            column = self._columns[next(iter(node.columns))]
            return False, column.weight(column.decided(number))
        return node.costly, self.universe.size

    def _pairs(self, number: int, atom: Atom, among: Ids) -> Ids:
        """The tuples whose two values pass."""
        first, second = (self._columns[name].coded for name in atom.columns)
        there = among[(first.codes[among] < len(first.values)) & (second.codes[among] < len(second.values))]
        if not len(there):
            return there
        keys = first.codes[there].astype(np.int64) * len(second.values) + second.codes[there]
        pairs, place = np.unique(keys, return_inverse=True)
        left, right = np.divmod(pairs, len(second.values))
        values = first.values.take(pa.array(left)), second.values.take(pa.array(right))
        return there[self.ask(number, atom, *values)[place]]


def spread(order: Ids, ends: Ids, ids: Ids) -> Ids:
    """The members of some groups: group k has `order[ends[k - 1]:ends[k]]`."""
    begins = np.where(ids > 0, ends[ids - 1], 0)
    sizes = ends[ids] - begins
    first = np.repeat(begins - (np.cumsum(sizes) - sizes), sizes)
    return order[first + np.arange(len(first))]
