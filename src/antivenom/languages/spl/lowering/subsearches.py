"""Results that become a search: subsearches among terms, format, return, and commands that subsearches are a part of.

Search Reference, format and return; Search Manual, about subsearches, change the format of subsearch results.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import Any as Anything

from antivenom.errors import AntivenomError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.parsing.known_terms import known_terms
from antivenom.languages.spl.parsing.lexer import escaped
from antivenom.languages.spl.parsing.parser import parse_command
from antivenom.languages.spl.parsing.search import parse_terms
from antivenom.languages.spl.parsing.trees import changed, placed
from antivenom.languages.spl.values.conversions import null, text_of
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Limit, Values
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value, new_column
from antivenom.source import Span

MOST_RESULTS = 10_000
"""Results of a subsearch that become terms: what limits.conf allows one, as shipped."""

_RENDERED = ("search", "query")
_PLAIN_NAME = re.compile(r"[\w.:{}@$-]+")
_DEFAULT = syntax.Format("OR", 0, ("(", "(", "AND", ")", "OR", ")"), "NOT ( )", Span(0, 0))

Row = dict[str, str | list[str]]
"""One result: the fields it has."""


def filled(terms: syntax.SearchTerm | None, world: World) -> syntax.SearchTerm | None:
    """Terms with the results of their subsearches put in; without rows they stay, once all they read is known."""

    def change(part: Anything) -> Anything:
        return _terms(part, world) if isinstance(part, syntax.Subsearch) else None

    return None if terms is None else changed(terms, change)


def _terms(subsearch: syntax.Subsearch, world: World) -> syntax.SearchTerm:
    text = search_text(subsearch, world)
    if text is None:
        return subsearch
    try:
        made = parse_terms(text, 0, len(text))
    except AntivenomError as error:
        error.span, error.hint = subsearch.span, f"its results are the terms {text[:200]}"
        raise
    found = syntax.All((), subsearch.span) if made is None else placed(made, subsearch.span)
    return known_terms(found, world.knowledge)


def search_text(subsearch: syntax.Subsearch, world: World) -> str | None:
    """The results of a subsearch as the text that stands for it; None without rows."""
    search = subsearch.search
    scope = world.results(search)
    rows = rows_of(scope, world, MOST_RESULTS + 1, subsearch.span)
    if rows is None:
        return None
    if isinstance(search.commands[-1], syntax.Format | syntax.Return):
        return str(rows[0]["search"]) if rows and "search" in rows[0] else ""
    if len(rows) > MOST_RESULTS:
        world.note(f"a subsearch has more than {MOST_RESULTS:,} results; the others are cut off, as in Splunk")
        rows = rows[:MOST_RESULTS]
    if len(rows) == 1 and len(rows[0]) == 1 and (name := next(iter(rows[0]))) in _RENDERED:
        return _rendered(name, rows[0][name], "OR")
    return formatted(rows, _DEFAULT)


def rows_of(scope: Scope, world: World, most: int, span: Span, *, hidden: bool = False) -> list[Row] | None:
    """The results, each field as the text it shows; None where there are no rows yet. Without `hidden` no _fields."""
    if world.discover is None:
        return None
    shown = {name: column for name, column in scope.fields.items() if hidden or not name.startswith("_")}
    values: dict[str, Value] = {
        name: column if column.type is Type.MULTI else text_of(column, span) for name, column in shown.items()
    }
    relation = Limit(scope.select(values or {"": null()}, span).relation, most, span)
    return [_row(tuple(values), cells) for cells in world.discover(relation)]


def _row(names: tuple[str, ...], cells: Sequence[Anything]) -> Row:
    found: Row = {}
    for name, cell in zip(names, cells, strict=False):
        if isinstance(cell, list | tuple) and cell:
            found[name] = [str(value) for value in cell if value is not None]
        elif cell is not None and not isinstance(cell, list | tuple):
            found[name] = str(cell)
    return found


def formatted(rows: Iterable[Row], marks: syntax.Format) -> str:
    """The results as one search: `( ( a="x" AND b="y" ) OR ( ... ) )`; fields come in the order of their names."""
    before, opened, between, closed, others, after = marks.marks
    made = []
    for row in rows:
        fields = [_field(name, row[name], marks.separator) for name in sorted(row)]
        if fields:
            made.append(f"{opened} {f' {between} '.join(fields)} {closed}")
    return f"{before} {f' {others} '.join(made)} {after}" if made else marks.empty


def _field(name: str, value: str | list[str], separator: str) -> str:
    if name in _RENDERED:
        return _rendered(name, value, separator)
    if isinstance(value, list) and len(value) > 1:
        return f"( {f' {separator} '.join(_pair(name, one) for one in value)} )"
    return _pair(name, value[0] if isinstance(value, list) else value)


def _rendered(name: str, value: str | list[str], separator: str) -> str:
    """A value put in as it is: the first of `search`, all of `query`."""
    values = value if isinstance(value, list) else [value]
    return values[0] if name == "search" or len(values) == 1 else f"( {f' {separator} '.join(values)} )"


def _pair(name: str, value: str) -> str:
    shown = name if _PLAIN_NAME.fullmatch(name) else f'"{escaped(name)}"'
    return f'{shown}="{escaped(value)}"'


def format_(command: syntax.Format, scope: Scope, world: World) -> Scope:
    """`format`: one result with the field search."""
    rows = rows_of(scope, world, command.most or MOST_RESULTS, command.span)
    return _made(scope, None if rows is None else formatted(rows, command), command.span)


def return_(command: syntax.Return, scope: Scope, world: World) -> Scope:
    """`return`: the first results as one search; equal ones count once, and a field a result lacks is left out."""
    rows = rows_of(scope, world, command.count, command.span, hidden=True)
    if rows is None:
        return _made(scope, None, command.span)
    clauses = [_clause(row, command.fields) for row in rows]
    kept = list(dict.fromkeys(clause for clause in clauses if clause))
    text = kept[0] if len(kept) == 1 else " OR ".join(f"({clause})" for clause in kept)
    return _made(scope, text, command.span)


def _clause(row: Row, fields: tuple[syntax.Returned, ...]) -> str:
    found = []
    for field in fields:
        value = row.get(field.name.text)
        if value is not None:
            first = value[0] if isinstance(value, list) else value
            found.append(first if field.alias is None else f'{field.alias}="{first}"')
    return " ".join(found)


def _made(scope: Scope, text: str | None, span: Span) -> Scope:
    """One result with the field search, or what reads all fields of the results that will make it."""
    if text is None:
        opened = scope.keep(without_rows(scope.relation, span))
        return opened.select({"search": null(Type.STRING, span)}, span)
    column = new_column("search", Type.STRING)
    return Scope(Values(((Literal(text, Type.STRING, span),),), (column,), span), {"search": column})


def deferred(command: syntax.Deferred, scope: Scope | None, world: World) -> Scope:
    """A command that subsearches are a part of: read and run once their text is known."""
    texts = [search_text(subsearch, world) for subsearch in command.subsearches]
    if None in texts:
        found = scope if scope is not None else world.step(syntax.SearchCommand(None, command.span, True), None, world)
        return found.keep(without_rows(found.relation, command.span))
    text = _put_in(command, [text or "" for text in texts])
    return world.step(parse_command(text, command.base, command.span, world.knowledge), scope, world)


def _put_in(command: syntax.Deferred, texts: list[str]) -> str:
    start = command.span.start
    ends = [0, *(subsearch.span.end - start for subsearch in command.subsearches)]
    begins = [*(subsearch.span.start - start for subsearch in command.subsearches), len(command.text)]
    pieces = [command.text[a:b] for a, b in zip(ends, begins, strict=True)]
    if any("[" in text or "]" in text for text in texts):
        raise Unsupported("SPL subsearch whose text holds brackets", span=command.span)
    return "".join(itertools.chain.from_iterable(zip(pieces, (*texts, ""), strict=True)))
