"""A plan as a person reads it: its stages from the source down, and how far back it looks."""

from __future__ import annotations

from antivenom.plan.carry import from_values
from antivenom.plan.relations import Limit, Project, Relation, Source, inputs_of
from antivenom.plan.rewrites import bottom_up
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_NS_PER_TICK = 100
_NS_PER_SECOND = 10**9


def prefixes(relation: Relation) -> list[Relation]:
    """Every relation on the way from the first source to the result, the source first.

    Of a join or union the first input is followed. A projection right above another of the same stage of
    the text is one stage with it.
    """
    chain = [relation]
    while inputs_of(chain[-1]):
        chain.append(inputs_of(chain[-1])[0])
    chain.reverse()
    return [node for node in chain if isinstance(node, Source) or not isinstance(node, Project)] or chain


def limits(relation: Relation) -> list[Limit]:
    """The limits a plan's rows pass, such as the 10,000 rows of an SPL sort."""
    found: dict[int, Limit] = {}

    def look(node: Relation, inputs: tuple[Relation, ...]) -> Relation:
        if isinstance(node, Limit):
            found[id(node)] = node
        return node

    bottom_up(relation, look)
    return list(found.values())


def lookback(relation: Relation) -> int | None:
    """The longest span, in nanoseconds, the plan subtracts from its clock; None if it subtracts none."""
    longest: int | None = None

    def look(value: Value) -> Value:
        nonlocal longest
        span = _subtracted(value)
        if span is not None and (longest is None or span > longest):
            longest = span
        return value

    from_values(relation, look)
    return longest


def _subtracted(value: Value) -> int | None:
    if not isinstance(value, Call) or not value.op.endswith("subtract") or len(value.args) != 2:
        return None
    clock, span = value.args
    if not (isinstance(clock, Call) and clock.op.startswith("clock.")):
        return None
    if not isinstance(span, Literal) or not isinstance(span.value, int | float):
        return None
    scale = _NS_PER_TICK if span.type is Type.TIMESPAN else _NS_PER_SECOND
    return int(span.value * scale)
