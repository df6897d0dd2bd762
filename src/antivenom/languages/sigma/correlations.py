"""The `correlation` section of a Sigma document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from antivenom.document import Node
from antivenom.errors import Unsupported
from antivenom.languages.sigma import condition as conditions
from antivenom.languages.sigma.condition import placed
from antivenom.languages.sigma.lower import RESERVED
from antivenom.languages.sigma.syntax import And, Bound, Condition, Correlation, Header, Named, Not, Of, Or

TYPES = (
    "event_count",
    "value_count",
    "temporal",
    "temporal_ordered",
    "value_sum",
    "value_avg",
    "value_percentile",
    "value_median",
)
TEMPORAL = ("temporal", "temporal_ordered")

_OPERATORS = ("gt", "gte", "lt", "lte", "eq", "neq")
_TIMESPAN = re.compile(r"(\d{1,9})\s*([smhdwMy])")
_SECONDS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400, "w": 604_800, "M": 2_629_746, "y": 31_556_952}
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")
_KEYS = ("type", "rules", "group-by", "timespan", "condition", "aliases", "generate")


def read_correlation(header: Header, node: Node, generate: Node | None = None) -> Correlation:
    """The correlation, or DamagedInput, QueryError or Unsupported at its place. `generate` may stand beside it."""
    fields = node.fields("a correlation", required=("type",), optional=_KEYS)
    kind = fields["type"].choice(TYPES)
    rules = _rules(fields.get("rules"))
    bounds, counted, percentile, condition = _condition(fields.get("condition"), kind, node)
    named = {one.name: one for one in named_in(condition)}
    rules = rules or tuple(named.values())
    if not rules:
        node.wrong("the correlation names no rules")
    timespan = fields.get("timespan")
    if timespan is None:
        node.wrong("the correlation has no timespan")
    return Correlation(
        header=header,
        type=kind,
        rules=rules,
        group_by=_fields(fields.get("group-by")),
        aliases=_aliases(fields.get("aliases")),
        timespan=seconds(timespan),
        bounds=bounds,
        fields=counted,
        percentile=percentile,
        condition=condition,
        generate=_truth(fields.get("generate") or generate),
    )


def seconds(node: Node) -> int:
    """A time span such as `5m`, in seconds; a month and a year are those of the Gregorian calendar, on average."""
    match = _TIMESPAN.fullmatch(node.text())
    if match is None or int(match[1]) == 0:
        node.wrong(f"expected a time span such as 30s, 5m, 1h or 7d, found {node.text()!r}")
    return int(match[1]) * _SECONDS[match[2]]


def _rules(node: Node | None) -> tuple[Named, ...]:
    if node is None:
        return ()
    return tuple(Named(item.text(), item.span) for item in node.each())


def _texts(node: Node | None) -> tuple[str, ...]:
    return () if node is None else tuple(item.text() for item in node.each())


def _fields(node: Node | None) -> tuple[str, ...]:
    """Names of fields, none of which may be one of our own columns'."""
    found = _texts(node)
    own = next((name for name in found if name.startswith(RESERVED)), None)
    if node is not None and own is not None:
        node.wrong(f"no field can be called {own!r}")
    return found


def _truth(node: Node | None) -> bool:
    return node is not None and node.choice(("true", "false", "True", "False", "TRUE", "FALSE")).lower() == "true"


def _aliases(node: Node | None) -> Mapping[str, Mapping[str, str]]:
    if node is None:
        return {}
    return {
        alias: {rule: field.value.text() for rule, field in entry.value.entries().items()}
        for alias, entry in node.entries().items()
    }


_Condition = tuple[tuple[Bound, ...], tuple[str, ...], float | None, Condition | None]


def _condition(node: Node | None, kind: str, whole: Node) -> _Condition:
    """What is counted, with its bounds; or, of a temporal correlation, a condition over its rules."""
    if node is None:
        if kind not in TEMPORAL:
            whole.wrong(f"the {kind} correlation needs a condition")
        return (), (), None, None
    if isinstance(node.value, str):
        if kind not in TEMPORAL:
            node.wrong(f"the condition of the {kind} correlation is a comparison such as gte: 5")
        return (), (), None, _over_rules(node)
    fields = node.fields("the condition of a correlation", optional=(*_OPERATORS, "field", "percentile"))
    bounds = tuple(Bound(name, _number(fields[name])) for name in _OPERATORS if name in fields.values)
    counted = _fields(fields.get("field"))
    if not bounds:
        node.wrong(f"the condition compares nothing; give one of {', '.join(_OPERATORS)}")
    if kind.startswith("value_") and not counted:
        node.wrong(f"the {kind} correlation needs the field whose values it looks at")
    if counted and not kind.startswith("value_"):
        node.wrong(f"the {kind} correlation looks at no field")
    if len(counted) > 1 and kind != "value_count":
        node.wrong(f"the {kind} correlation looks at one field")
    return bounds, counted, _percentile(fields.get("percentile"), kind, node), None


def _over_rules(node: Node) -> Condition:
    condition, aggregation = conditions.parse(node.text(), placed(node))
    if aggregation is not None:
        raise Unsupported("a pipe in the condition of a correlation", span=aggregation.span)
    return condition


def _percentile(node: Node | None, kind: str, whole: Node) -> float | None:
    if kind == "value_percentile" and node is None:
        raise Unsupported("a Sigma value_percentile correlation without a percentile", span=whole.span)
    if node is None:
        return None
    if kind != "value_percentile":
        node.wrong(f"the {kind} correlation has no percentile")
    return float(node.integer(0, 100))


def _number(node: Node) -> float:
    if not _NUMBER.fullmatch(node.text()):
        node.wrong(f"expected a number, found {node.text()!r}")
    return float(node.text())


def named_in(condition: Condition | None) -> list[Named]:
    """The rules a condition names, in order. Raises Unsupported for `of`, which is about search identifiers."""
    match condition:
        case None:
            return []
        case Named():
            return [condition]
        case Of(span=span):
            raise Unsupported("'of' in the condition of a correlation", span=span)
        case Not(operand):
            return named_in(operand)
        case And(operands) | Or(operands):
            return [one for operand in operands for one in named_in(operand)]
