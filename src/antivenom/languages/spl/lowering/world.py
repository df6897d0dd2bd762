"""What the commands of a search may look at beside the results so far: tables, other searches, files and rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from antivenom.languages.spl.knowledge import NOTHING, Knowledge
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Command, Search
from antivenom.plan.catalog import Catalog
from antivenom.plan.inputs import Input
from antivenom.plan.open_schemas import Discover
from antivenom.plan.outputs import Output


@dataclass(slots=True)
class World:
    """One lowering.

    catalog    the tables, and the columns of look-up files that were given.
    discover   runs a relation over the rows at hand, while the query is compiled; None where there are none yet.
    lowered    lowers another search, `step` one command behind others, or the first of a search.
    knowledge  look-up definitions, event types and the like.
    inputs     the files the query reads, gathered as they are met.
    outputs    what the query writes, gathered as well.
    notes      what the user should know of the answer, gathered as well.
    """

    catalog: Catalog
    discover: Discover | None
    lowered: Callable[[Search, World], Scope]
    step: Callable[[Command, Scope | None, World], Scope]
    knowledge: Knowledge = NOTHING
    inputs: list[Input] = field(default_factory=list)
    outputs: list[Output] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def results(self, search: Search) -> Scope:
        """The results of another search, which sees the same tables."""
        return self.lowered(search, self)

    def note(self, text: str) -> None:
        """Tell the user something, once."""
        if text not in self.notes:
            self.notes.append(text)
