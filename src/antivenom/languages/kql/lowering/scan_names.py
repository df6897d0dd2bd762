"""What a scan says by name: its steps and declared columns, and the step.column of its expressions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.windows import WINDOWS
from antivenom.languages.kql.syntax import Expression, FunctionCall, Member, Name, Scan, ScanStep
from antivenom.plan.relations import Relation
from antivenom.source import Span


def check(node: Scan, input: Relation) -> None:
    """Raises where names meet, and for what is refused: output=last, and functions of other rows."""
    names = [name for name, _, _ in node.declared] + ([node.match_id] if node.match_id else [])
    columns = {column.name for column in input.columns}
    for name in names:
        if names.count(name) > 1 or name in columns:
            raise Unsupported(f"KQL scan that declares {name} beside a column of that name", span=node.span)
    steps = [step.name for step in node.steps]
    for step in node.steps:
        if steps.count(step.name) > 1:
            raise QueryError(f"two steps are named {step.name}", span=step.span)
        for call in nodes(step):
            if isinstance(call, FunctionCall) and call.name in WINDOWS:
                raise QueryError(f"{call.name}() does not stand in a scan", span=call.span)
        if step.output == "last":
            raise Unsupported("KQL scan with output=last", span=step.span)


def nodes(node: object) -> Iterator[object]:
    """Every syntax node in an expression or a step."""
    stack = [node]
    while stack:
        at = stack.pop()
        if isinstance(at, tuple):
            stack += at
        elif is_dataclass(at) and not isinstance(at, Span | type):
            yield at
            stack += [getattr(at, part.name) for part in fields(at)]


def members(steps: tuple[ScanStep, ...]) -> Iterator[Member]:
    """Every name after a point."""
    return (node for node in nodes(steps) if isinstance(node, Member))


def renamed(node: Expression, steps: frozenset[str]) -> Expression:
    """The expression with every step.column as one name, which the scope of a step binds."""
    made: object = _rebuilt(node, steps)
    return made  # type: ignore[return-value]


def _rebuilt(node: object, steps: frozenset[str]) -> object:
    if isinstance(node, tuple):
        return tuple(_rebuilt(part, steps) for part in node)
    if not is_dataclass(node) or isinstance(node, Span | type):
        return node
    if isinstance(node, Member) and isinstance(node.base, Name) and node.base.name in steps:
        return Name(f"{node.base.name}.{node.name}", node.span, quoted=True)
    changed = {part.name: _rebuilt(getattr(node, part.name), steps) for part in fields(node)}
    return replace(node, **changed)
