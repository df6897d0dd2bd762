"""A condition as the tests in it and what joins them: which tests count, once it is known which are true."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from antivenom.engine.together.algebra import inner
from antivenom.plan.values import Call, Value, is_junction


@dataclass(frozen=True, slots=True)
class _Junction:
    """An AND, OR or NOT: its tests and the junctions in it, by id."""

    op: str
    tests: frozenset[int]
    inside: tuple[int, ...]

    def holds(self, true: set[int]) -> bool:
        """Whether it is true where just these tests and junctions are."""
        if self.op == "bool.not":
            return self.tests.isdisjoint(true) and not any(number in true for number in self.inside)
        if self.op == "bool.and":
            return self.tests <= true and all(number in true for number in self.inside)
        return not self.tests.isdisjoint(true) or any(number in true for number in self.inside)


class Shape:
    """A condition taken apart once, for many rows, without recursion. `tests` are in its order, each once."""

    def __init__(self, condition: Value) -> None:
        self._condition = condition
        self.tests = _tests(condition)
        self._places = {id(test): place for place, test in enumerate(self.tests)}
        self._junctions = _junctions(condition)

    def holds(self, tests: Collection[int]) -> bool:
        """Whether the condition is true where just these tests are, named by id."""
        return id(self._condition) in self._true(tests)

    def counting(self, tests: Collection[int]) -> tuple[Call, ...]:
        """The tests that make it true where just these are, named by id; none where it is false.

        Of an AND all parts count, of an OR those that are true, of a NOT none.
        """
        true = self._true(tests)
        found: set[int] = set()
        stack = [id(self._condition)]
        while stack:
            number = stack.pop()
            junction = self._junctions.get(number)
            if junction is None:
                found.update({number} & true)
            elif number in true and junction.op != "bool.not":
                found |= junction.tests & true
                stack.extend(junction.inside)
        places = sorted(self._places[number] for number in found)
        return tuple(test for place in places if isinstance(test := self.tests[place], Call))

    def _true(self, tests: Collection[int]) -> set[int]:
        """The tests, and the junctions that are true with them."""
        true = set(tests)
        for number, junction in self._junctions.items():
            if junction.holds(true):
                true.add(number)
        return true


def _tests(condition: Value) -> list[Value]:
    found: dict[int, Value] = {}
    stack = [condition]
    while stack:
        value = stack.pop()
        if is_junction(value):
            stack.extend(reversed(value.args))
        else:
            found.setdefault(id(value), value)
    return list(found.values())


def _junctions(condition: Value) -> dict[int, _Junction]:
    """The junctions of a condition by id, those inside others first."""
    found: dict[int, _Junction] = {}
    stack = [condition]
    while stack:
        value = stack[-1]
        parts = inner(value)
        todo = [part for part in parts if is_junction(part) and id(part) not in found]
        if todo:
            stack.extend(todo)
            continue
        stack.pop()
        if is_junction(value):
            tests = frozenset(id(part) for part in parts if not is_junction(part))
            found[id(value)] = _Junction(value.op, tests, tuple(id(part) for part in parts if is_junction(part)))
    return found
