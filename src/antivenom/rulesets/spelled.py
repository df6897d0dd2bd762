"""A loaded rule read from its text again, with the places of its parts: to be shown, not to be run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from antivenom.errors import QueryError
from antivenom.languages.sigma.lower import Lowering, lower, matching, plan
from antivenom.languages.sigma.reader import read
from antivenom.languages.sigma.syntax import And, Condition, Every, Item, Named, Not, Of, Rule, Search
from antivenom.plan.relations import Plan
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Value
from antivenom.rulesets.model import LoadedRule
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a rule's condition that every match satisfies: its text, and what it means."""

    text: str
    condition: Value


@dataclass(frozen=True, slots=True)
class Spelled:
    """A rule, its plan over a table, and the parts all of which must hold, those that filters add included."""

    rule: Rule
    plan: Plan
    parts: tuple[Part, ...]


def spelled(loaded: LoadedRule, table: str) -> Spelled:
    """The rule as it is written. Raises as `lower` does, and QueryError when its file has changed."""
    document = read(loaded.header.source)[loaded.number]
    if not isinstance(document, Rule):
        raise QueryError(f"the rule {loaded.key} is no longer in {loaded.header.source.name}")
    lowering = Lowering(loaded.placeholders)
    whole = lowering.condition(document.condition, document.searches)
    filters = [Part(f"filter {one.header.title}", one.condition) for one in loaded.filters]
    if filters:
        whole = Call("bool.and", (whole, *(one.condition for one in filters)), Type.BOOL)
    return Spelled(document, plan(document, whole, table), (*_parts(document, lowering), *filters))


def written(loaded: LoadedRule) -> Value:
    """A rule's own condition with the places of its parts, read from its text."""
    document = read(loaded.header.source)[loaded.number]
    return lower(document, loaded.placeholders) if isinstance(document, Rule) else loaded.condition


def _parts(rule: Rule, lowering: Lowering) -> Iterator[Part]:
    condition = rule.condition
    for operand in condition.operands if isinstance(condition, And) else (condition,):
        yield from _part(rule, operand, lowering)


def _part(rule: Rule, operand: Condition, lowering: Lowering) -> Iterator[Part]:
    """A part of a conjunction; what stands for several that must hold is taken apart."""
    inner = operand.operand if isinstance(operand, Not) else operand
    if isinstance(inner, Of) and inner.every is not isinstance(operand, Not):
        for name in matching(inner.pattern, rule.searches, inner.span):
            named = Named(name, inner.span)
            yield from _part(rule, Not(named, operand.span) if isinstance(operand, Not) else named, lowering)
    elif isinstance(operand, Named) and isinstance(search := rule.searches.get(operand.name), Every):
        for part in search.parts:
            yield Part(f"{operand.name}: {_shown(rule, part)}", lowering.search(part))
    else:
        yield Part(_told(rule, operand), lowering.condition(operand, rule.searches))


def _told(rule: Rule, operand: Condition) -> str:
    """A condition for a person: an identifier with what it stands for."""
    if isinstance(operand, Not) and isinstance(operand.operand, Named):
        return f"not {_told(rule, operand.operand)}"
    if isinstance(operand, Named) and operand.name in rule.searches:
        return f"{operand.name}: {_shown(rule, rule.searches[operand.name])}"
    return _text(rule, operand.span)


def _shown(rule: Rule, search: Search) -> str:
    """A search as it is written, from its first item to its last."""
    if isinstance(search, Item):
        return _text(rule, search.span)
    joint = " and " if isinstance(search, Every) else " or "
    return joint.join(_shown(rule, part) for part in search.parts)


def _text(rule: Rule, span: Span) -> str:
    return " ".join(rule.header.source.slice(span).split())
