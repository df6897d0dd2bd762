"""The searches that a query is made of: its own and its subsearches', and what becomes of the results of each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from antivenom.languages.spl.syntax import Append, Command, DataModel, Join, MakeResults, Search, TStats


def sides(search: Search) -> list[Search]:
    """Every search in a query, the query's own first, each up to where other results join it."""
    return [Search(tuple(itertools.takewhile(_alone, path))) for path in paths(search)]


def reads_events(search: Search) -> bool:
    """Whether a search begins with the events, or adds a tstats over them."""
    first = search.commands[0]
    begins = not isinstance(first, MakeResults | DataModel | TStats)
    return begins or any(isinstance(one, TStats) and one.model is None for one in search.commands)


def reads_models(search: Search) -> bool:
    """Whether a search reads a data model."""
    return any(isinstance(one, DataModel) or (isinstance(one, TStats) and one.model) for one in search.commands)


def paths(search: Search, after: tuple[Command, ...] = ()) -> Iterator[tuple[Command, ...]]:
    """For each search in a query the commands that its results go through, to the end of the query."""
    yield (*search.commands, *after)
    for at, command in enumerate(search.commands):
        if isinstance(command, Join | Append):
            yield from paths(command.search, (command, *search.commands[at + 1 :], *after))


def _alone(command: Command) -> bool:
    return not isinstance(command, Join | Append)
