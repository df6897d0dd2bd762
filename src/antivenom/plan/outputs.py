"""What a query writes beside its answer: results at one point of it, under a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from antivenom.source import Span

if TYPE_CHECKING:
    from antivenom.plan.relations import Relation

TABLE, EVENTS = "table", "events"


@dataclass(frozen=True, slots=True)
class Output:
    """Results that a query writes where the caller says, or nowhere.

    kind      TABLE for a look-up's rows, EVENTS for results added to an index.
    name      the name the query gives them, never a path.
    relation  the results; its columns are the fields.
    options   the command's options as written: name in lower case, value.
    """

    kind: str
    name: str
    relation: Relation
    options: Mapping[str, str] = field(default_factory=dict)
    span: Span | None = field(default=None, compare=False)
