"""Conditions as nodes of one graph: what is equal is one node, whatever its spans and column numbers."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from enum import Enum

import pyarrow as pa

from antivenom.engine.pcre import Patience
from antivenom.engine.together.atoms import Atom, TooSlow, Truths, atom_of
from antivenom.errors import AntivenomError, EngineError
from antivenom.plan.values import Call, Column, Literal, Value, is_junction

_LONGEST_JOINED = 64


class Kind(Enum):
    """What a node is. An ALL without arguments is true, an ANY without is false."""

    ATOM = "atom"
    ALL = "all"
    ANY = "any"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Node:
    """One condition. `args` are node numbers, all below its own; `costly` if an atom tests values themselves."""

    kind: Kind
    args: tuple[int, ...]
    atom: Atom | None
    columns: frozenset[str]
    costly: bool
    depth: int


@dataclass(slots=True)
class Graph:
    """All conditions added, each node once.

    failed  atoms that could not be asked, and why.
    late    atoms whose pattern took too long on some values: these values.
    costs   what the patterns with a time limit have cost.
    passed  the values that passed such a pattern, by what it asks: nobody has to ask again.
    """

    nodes: list[Node] = field(default_factory=list)
    failed: dict[int, AntivenomError] = field(default_factory=dict)
    late: dict[int, list[str]] = field(default_factory=dict)
    costs: dict[int, Patience] = field(default_factory=dict)
    passed: dict[Hashable, set[str]] = field(default_factory=dict)
    _asked: dict[int, Hashable] = field(default_factory=dict)
    _numbers: dict[Hashable, int] = field(default_factory=dict)
    _seen: dict[int, tuple[Value, int]] = field(default_factory=dict)

    def add(self, condition: Value) -> int:
        """The condition's node, without recursion."""
        stack = [condition]
        while stack:
            value = stack[-1]
            if id(value) in self._seen:
                stack.pop()
                continue
            todo = [arg for arg in inner(value) if id(arg) not in self._seen]
            if todo:
                stack.extend(reversed(todo))
                continue
            self._seen[id(value)] = (value, self._number(value))
        return self._seen[id(condition)][1]

    def columns(self) -> list[str]:
        """Every column that is read, by name."""
        return sorted(set().union(*(node.columns for node in self.nodes if node.atom)))

    def parts(self, root: int) -> set[int]:
        """The nodes that a node rests on, itself among them."""
        found: set[int] = set()
        stack = [root]
        while stack:
            number = stack.pop()
            if number not in found:
                found.add(number)
                stack.extend(self.nodes[number].args)
        return found

    def failures(self) -> dict[int, AntivenomError]:
        """The nodes that rest on an atom that could not be asked, and why."""
        found = dict(self.failed)
        if not found:
            return found
        for number, node in enumerate(self.nodes):
            for arg in node.args:
                if arg in found:
                    found.setdefault(number, found[arg])
        return found

    def _number(self, value: Value) -> int:
        if isinstance(value, Literal) and (value.value is None or isinstance(value.value, bool)):
            return self._junction(Kind.ALL if value.value else Kind.ANY, ())
        if not isinstance(value, Call):
            raise EngineError("a condition must be an operation or a constant")
        args = tuple(self._seen[id(arg)][1] for arg in inner(value))
        match value.op:
            case "bool.and":
                return self._junction(Kind.ALL, args)
            case "bool.or":
                return self._junction(Kind.ANY, args)
            case "bool.not":
                return self._not(args[0])
            case "null.is_null":
                return self._not(self._atom(Call("null.is_not_null", value.args, value.type)))
            case _:
                return self._atom(value)

    def _atom(self, call: Call) -> int:
        key = asks(call)
        if key in self._numbers:
            return self._numbers[key]
        atom = atom_of(call)
        number = self._put(key, Node(Kind.ATOM, (), atom, frozenset(atom.columns), not atom.exact, 0))
        if atom.slow is not None:
            self._asked[number] = key
            self.passed[key] = set()
        return number

    def ask_slowly(self, number: int, values: pa.Array) -> Truths:
        """Which values pass a pattern with a time limit, which counts over all tables."""
        slow = atom_slow(self.nodes[number])
        try:
            found = slow(values, self.costs.setdefault(number, Patience()))
        except TooSlow as late:
            self.late.setdefault(number, []).extend(late.values)
            found = late.passed
        self.passed[self._asked[number]].update(values.filter(pa.array(found)).to_pylist())
        return found

    def _not(self, arg: int) -> int:
        node = self.nodes[arg]
        if node.kind is Kind.NOT:
            return node.args[0]
        return self._node(Kind.NOT, (arg,))

    def _junction(self, kind: Kind, args: Iterable[int]) -> int:
        """ALL or ANY of nodes: those of the same kind opened, those of one column put together."""
        found: set[int] = set()
        for arg in args:
            node = self.nodes[arg]
            opened = node.kind is kind and len(node.args) <= _LONGEST_JOINED
            found.update(node.args if opened else (arg,))
        groups: dict[Hashable, list[int]] = {}
        for arg in sorted(found):
            node = self.nodes[arg]
            place = (next(iter(node.columns)), node.costly) if len(node.columns) == 1 else arg
            groups.setdefault(place, []).append(arg)
        if len(groups) == 1:
            return self._node(kind, tuple(sorted(found)))
        joined = (group[0] if len(group) == 1 else self._node(kind, tuple(group)) for group in groups.values())
        return self._node(kind, tuple(sorted(joined)))

    def _node(self, kind: Kind, args: tuple[int, ...]) -> int:
        if len(args) == 1 and kind is not Kind.NOT:
            return args[0]
        inside = [self.nodes[arg] for arg in args]
        columns = frozenset().union(*(node.columns for node in inside))
        costly = any(node.costly for node in inside)
        depth = 1 + max((node.depth for node in inside), default=0)
        return self._put((kind, *args), Node(kind, args, None, columns, costly, depth))

    def _put(self, key: Hashable, node: Node) -> int:
        number = self._numbers.setdefault(key, len(self.nodes))
        if number == len(self.nodes):
            self.nodes.append(node)
        return number


def asks(call: Call) -> Hashable:
    """What an operation asks, the same for equal ones."""
    return (call.op, *(_key(arg) for arg in call.args))


def atom_slow(node: Node) -> Callable[[pa.Array, Patience], Truths]:
    """The test of a node whose pattern has a time limit."""
    assert node.atom is not None
    assert node.atom.slow is not None
    return node.atom.slow


def inner(value: Value) -> tuple[Value, ...]:
    """The conditions a condition is made of."""
    return value.args if is_junction(value) else ()


def _key(value: Value) -> Hashable:
    if isinstance(value, Column):
        return ("column", value.name)
    if isinstance(value, Literal):
        return (type(value.value).__name__, value.value)
    raise EngineError("a condition's arguments must be columns and constants")
