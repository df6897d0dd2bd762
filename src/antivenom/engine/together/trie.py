"""Literals -> a machine: Aho and Corasick's automaton as one dense table, made level by level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.integer]

_LOWER = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ", b"abcdefghijklmnopqrstuvwxyz")


@dataclass(frozen=True, slots=True)
class Machine:
    """The table and what its states emit. States are numbered by their row's place in the flat table.

    `classes` turns bytes into the table's columns, ASCII capitals into their small letters'. States from
    `emitting` on emit: with k = (s - emitting) / width, state s the `counts[k]` literals from `emitted[firsts[k]]` on.
    """

    table: npt.NDArray[np.int32]
    width: int
    start: int
    emitting: int
    firsts: npt.NDArray[np.int32]
    counts: npt.NDArray[np.int32]
    emitted: npt.NDArray[np.int32]
    classes: bytes
    longest: int
    literals: int


@dataclass(slots=True)
class _Nodes:
    """The trie's nodes in order of depth; node 0 is the root, level d is numbered levels[d] to levels[d + 1]."""

    parents: npt.NDArray[np.int64]
    classes: npt.NDArray[np.int64]
    levels: list[int]
    ends: npt.NDArray[np.int64]


def build(literals: Sequence[bytes]) -> Machine:
    """The machine of distinct, non-empty literals in ascending order, without ASCII capitals."""
    used = sorted(set(b"".join(literals)))
    classes = np.zeros(256, np.uint8)
    classes[used] = np.arange(1, len(used) + 1)
    nodes = _nodes(literals, classes)
    table, fails = _table(nodes, len(used) + 1)
    counts, links, own = _emissions(nodes, fails)
    order = np.argsort(counts > 0, kind="stable")
    places = np.empty(len(order), np.int32)
    places[order] = np.arange(len(order), dtype=np.int32) * table.shape[1]
    quiet = int((counts == 0).sum())
    loud = order[quiet:]
    return Machine(
        table=places[table[order]].ravel(),
        width=table.shape[1],
        start=int(places[0]),
        emitting=quiet * table.shape[1],
        firsts=(np.cumsum(counts[loud]) - counts[loud]).astype(np.int32),
        counts=counts[loud].astype(np.int32),
        emitted=_lists(loud, counts, links, own),
        classes=_LOWER.translate(classes.tobytes()),
        longest=max(map(len, literals)),
        literals=len(literals),
    )


def _nodes(literals: Sequence[bytes], classes: npt.NDArray[np.uint8]) -> _Nodes:
    lengths = np.array([len(literal) for literal in literals])
    most = int(lengths.max())
    raw = np.frombuffer(b"".join(literal.ljust(most, b"\0") for literal in literals), np.uint8)
    cells = classes[raw.reshape(len(literals), most)]
    depth = np.arange(most)
    there = depth < lengths[:, None]
    shared = (cells[1:] == cells[:-1]) & there[1:] & there[:-1]
    common = np.logical_and.accumulate(shared, axis=1).sum(axis=1)
    fresh = there & (depth >= np.concatenate(([0], common))[:, None])
    numbers = np.cumsum(fresh.T.ravel()).reshape(most, len(literals))
    levels, rows = np.nonzero(fresh.T)
    parents = np.where(levels > 0, numbers[levels - 1, rows], 0)
    starts = 1 + np.searchsorted(levels, np.arange(most + 1))
    return _Nodes(
        parents=np.concatenate(([0], parents)),
        classes=np.concatenate(([0], cells[rows, levels])).astype(np.int64),
        levels=[0, *starts.tolist()],
        ends=numbers[lengths - 1, np.arange(len(literals))],
    )


def _table(nodes: _Nodes, width: int) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Where each class leads from each node, and each node's longest proper suffix."""
    table = np.zeros((len(nodes.parents), width), np.int32)
    fails = np.zeros(len(nodes.parents), np.int32)
    for begin, end, last in zip(nodes.levels, nodes.levels[1:], [*nodes.levels[2:], nodes.levels[-1]], strict=False):
        table[begin:end] = table[fails[begin:end]]
        children = slice(end, last)
        parents, classes = nodes.parents[children], nodes.classes[children]
        fails[children] = table[parents, classes] if begin else 0
        table[parents, classes] = np.arange(end, last)
    return table, fails


def _emissions(nodes: _Nodes, fails: npt.NDArray[np.int32]) -> tuple[Ints, Ints, Ints]:
    """How many literals each node emits, the next node of its suffixes that has one, and its own (-1: none)."""
    own = np.full(len(fails), -1, np.int32)
    own[nodes.ends] = np.arange(len(nodes.ends))
    counts = (own >= 0).astype(np.int32)
    links = np.zeros(len(fails), np.int32)
    for begin, end in zip(nodes.levels[1:], nodes.levels[2:], strict=False):
        failed = fails[begin:end]
        links[begin:end] = np.where(own[failed] >= 0, failed, links[failed])
        counts[begin:end] += counts[failed]
    return counts, links, own


def _lists(states: Ints, counts: Ints, links: Ints, own: Ints) -> npt.NDArray[np.int32]:
    """What each state emits, one state's after another's."""
    ends = np.cumsum(counts[states], dtype=np.int64)
    emitted = np.empty(int(ends[-1]), np.int32)
    at, slots = np.where(own[states] >= 0, states, links[states]), ends - counts[states]
    while len(at):
        emitted[slots] = own[at]
        at, slots = links[at], slots + 1
        more = at > 0
        at, slots = at[more], slots[more]
    return emitted
