"""The searches that a query is made of: its own and its subsearches', and what becomes of the results of each."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from antivenom.languages.spl.syntax import (
    All,
    Any,
    Append,
    AppendCols,
    AppendPipe,
    Command,
    DataModel,
    Deferred,
    InputLookup,
    Join,
    Map,
    Multi,
    Not,
    Search,
    SearchCommand,
    SearchTerm,
    SetOf,
    Subsearch,
    TStats,
)


def sides(search: Search) -> list[Search]:
    """Every search in a query, the query's own first, each up to where other results join it."""
    found = (tuple(itertools.takewhile(_alone, path)) for path in paths(search))
    return [Search(commands) for commands in found if commands]


def reads_events(search: Search) -> bool:
    """Whether a search begins with the events, or adds a tstats over them."""
    first = search.commands[0]
    begins = isinstance(first, SearchCommand | Deferred)
    return begins or any(isinstance(one, TStats) and one.model is None for one in search.commands)


def reads_models(search: Search) -> bool:
    """Whether a search reads a data model."""
    return any(isinstance(one, DataModel) or (isinstance(one, TStats) and one.model) for one in search.commands)


def paths(search: Search, after: tuple[Command, ...] = ()) -> Iterator[tuple[Command, ...]]:
    """For each search in a query the commands that its results go through, to the end of the query.

    The results of a search among terms go through nothing: all of them becomes terms.
    """
    yield (*search.commands, *after)
    yield from _inside(search.commands, (), after)


def _inside(
    commands: tuple[Command, ...], before: tuple[Command, ...], after: tuple[Command, ...]
) -> Iterator[tuple[Command, ...]]:
    """The paths of the searches in these commands, which stand between others."""
    for at, command in enumerate(commands):
        rest = (*commands[at + 1 :], *after)
        for inner in _joined(command):
            yield from paths(inner, (command, *rest))
        for subsearch in subsearches(command):
            yield from paths(subsearch.search)
        if isinstance(command, AppendPipe):
            first = (*before, *commands[:at])
            yield (*first, *command.search.commands, *rest)
            yield from _inside(command.search.commands, first, rest)


def _joined(command: Command) -> tuple[Search, ...]:
    """The searches whose results come together with those of the search around them."""
    match command:
        case Join() | Append() | AppendCols():
            return (command.search,)
        case Multi() | SetOf():
            return command.searches
        case Map():
            return (_unbounded(command.template),)
        case _:
            return ()


def _unbounded(template: Search) -> Search:
    """The search of a map without its first terms, which rows fill in."""
    first, *rest = template.commands
    opened = replace(first, terms=None) if isinstance(first, SearchCommand) else first
    return Search((opened, *rest))


def subsearches(command: Command) -> Iterator[Subsearch]:
    """The searches whose results become terms of a command, or a part of its text."""
    match command:
        case SearchCommand(terms=terms) if terms is not None:
            yield from _among(terms)
        case TStats(where=where) | InputLookup(where=where) if where is not None:
            yield from _among(where)
        case Deferred(subsearches=found):
            yield from found
        case _:
            pass


def _among(term: SearchTerm) -> Iterator[Subsearch]:
    stack: list[SearchTerm] = [term]
    while stack:
        match stack.pop():
            case Subsearch() as found:
                yield found
            case Not(inner):
                stack.append(inner)
            case All(terms) | Any(terms):
                stack.extend(reversed(terms))
            case _:
                pass


def _alone(command: Command) -> bool:
    return not isinstance(command, Join | Append | AppendCols | AppendPipe | Multi | SetOf | Map)
