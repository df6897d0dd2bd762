"""Terms looked for one by one in the same column, put together to one list: a text is gone through once for all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from antivenom.languages.kql.syntax import Binary, Constant, Expression, Name, OneOf
from antivenom.plan.types import Type


def together(operands: tuple[Expression, ...], texts: Iterable[str]) -> tuple[Expression, ...]:
    """The operands of an `or`, with `c has "a"`, `c has "b"`, ... as one `c has_any ("a", "b", ...)`.

    `texts` are the columns that hold text; the order of an `or` means nothing.
    """
    known = frozenset(texts)
    found: dict[str, list[tuple[Expression, OneOf]]] = {}
    made: list[Expression | str] = []
    for operand in operands:
        terms = _terms(operand)
        if terms is None or not isinstance(terms.value, Name) or terms.value.name not in known:
            made.append(operand)
            continue
        name = terms.value.name
        if name not in found:
            made.append(name)
        found.setdefault(name, []).append((operand, terms))
    return tuple(_joined(found[one]) if isinstance(one, str) else one for one in made)


def _joined(found: list[tuple[Expression, OneOf]]) -> Expression:
    """One test for all, or the only one as it was written."""
    operand, first = found[0]
    if len(found) == 1:
        return operand
    items = tuple(item for _, terms in found for item in terms.items)
    return replace(first, items=items, span=first.span.to(found[-1][1].span))


def _terms(node: Expression) -> OneOf | None:
    """A test for constant terms in a named column, as a list of them."""
    match node:
        case Binary("has", Name() as name, Constant(str(), Type.STRING) as term, span, operator_span):
            return OneOf("has_any", name, (term,), span, operator_span)
        case OneOf("has_any", Name(), items) if items and all(_text(item) for item in items):
            return node
        case _:
            return None


def _text(node: Expression) -> bool:
    return isinstance(node, Constant) and node.type is Type.STRING and node.value is not None
