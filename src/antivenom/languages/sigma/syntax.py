"""What stands in Sigma files: rules, correlations and filters, each part with its place.

Source: the Sigma specification 2.1.0 (rules, correlation rules, filters, modifiers appendix).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from antivenom.errors import AntivenomError
from antivenom.source import SourceText, Span


class Kind(Enum):
    """What a value of a rule is; text in quotes is always TEXT."""

    TEXT = "text"
    NUMBER = "number"
    BOOL = "bool"
    NULL = "null"


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written."""

    text: str
    kind: Kind
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """A field, its modifiers in order, and its values; without a field they are searched for in the whole event."""

    field: str | None
    modifiers: tuple[str, ...]
    values: tuple[Scalar, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Every:
    """A mapping: all of its items."""

    parts: tuple[Search, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """A list: any of its parts."""

    parts: tuple[Search, ...]


Search: TypeAlias = Item | Every | Some


@dataclass(frozen=True, slots=True)
class Named:
    """A condition's reference to one search identifier (or, in a correlation, to one rule)."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Of:
    """`1 of pattern` or `all of pattern`; the pattern "them" is every identifier without a leading underscore."""

    every: bool
    pattern: str
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """`not condition`."""

    operand: Condition
    span: Span


@dataclass(frozen=True, slots=True)
class And:
    """`a and b and ...`."""

    operands: tuple[Condition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Or:
    """`a or b or ...`."""

    operands: tuple[Condition, ...]
    span: Span


Condition: TypeAlias = Named | Of | Not | And | Or


@dataclass(frozen=True, slots=True)
class Aggregation:
    """The pipe of Sigma 1 conditions: `| count(field) by field, field > number`."""

    function: str
    field: str | None
    by: tuple[str, ...]
    operator: str
    number: float
    span: Span


@dataclass(frozen=True, slots=True)
class LogSource:
    """Which logs a rule is for. None is a part that is not given."""

    product: str | None = None
    category: str | None = None
    service: str | None = None
    span: Span | None = field(default=None, compare=False)

    def __str__(self) -> str:
        given = (("product", self.product), ("category", self.category), ("service", self.service))
        return ", ".join(f"{name} {value}" for name, value in given if value) or "no log source"

    def covers(self, other: LogSource) -> bool:
        """Whether every part that is given here is the same there."""
        pairs = ((self.product, other.product), (self.category, other.category), (self.service, other.service))
        return all(mine is None or mine == theirs for mine, theirs in pairs)


@dataclass(frozen=True, slots=True)
class Header:
    """What any Sigma document says of itself. `level` and `status` are "" where they are not given."""

    title: str
    id: str | None
    name: str | None
    status: str
    level: str
    description: str
    tags: tuple[str, ...]
    references: tuple[str, ...]
    falsepositives: tuple[str, ...]
    author: str
    fields: tuple[str, ...]
    source: SourceText
    span: Span

    @property
    def key(self) -> str:
        """What the document is called in results: its id, else its name, else its title."""
        return self.id or self.name or self.title


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about single events. With an `aggregation` it counts them, within `timeframe` seconds."""

    header: Header
    logsource: LogSource
    searches: Mapping[str, Search]
    condition: Condition
    aggregation: Aggregation | None = None
    timeframe: int | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """One comparison of a correlation's condition: `gte: 5`."""

    operator: str
    number: float


@dataclass(frozen=True, slots=True)
class Correlation:
    """A rule about several events.

    type        event_count, value_count, temporal, temporal_ordered, value_sum, value_avg, value_percentile,
                value_median.
    rules       ids or names of what it correlates, each with its place.
    aliases     alias -> rule reference -> field.
    timespan    seconds; None is without limit (only for the pipe of Sigma 1).
    bounds      all must hold for what is counted; empty for a temporal one without a condition: all rules.
    fields      the field or fields whose values are counted.
    condition   for temporal types: which rules must have matched.
    generate    whether the rules are also reported by themselves.
    """

    header: Header
    type: str
    rules: tuple[Named, ...]
    group_by: tuple[str, ...]
    aliases: Mapping[str, Mapping[str, str]]
    timespan: int | None
    bounds: tuple[Bound, ...]
    fields: tuple[str, ...] = ()
    percentile: float | None = None
    condition: Condition | None = None
    generate: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A condition that is added to rules: those named, or with `rules` None all of its log source."""

    header: Header
    logsource: LogSource
    rules: tuple[Named, ...] | None
    searches: Mapping[str, Search]
    condition: Condition


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that is not read, and why; id and title are "" where it has none that can be read.

    stranger  whether it has nothing of Sigma's at all.
    """

    error: AntivenomError
    id: str = ""
    title: str = ""
    stranger: bool = False


Document: TypeAlias = Rule | Correlation | Filter
