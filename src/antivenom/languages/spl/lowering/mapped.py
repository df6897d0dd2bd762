"""map -> plan: a search for each result, one behind the other (Search Reference, map)."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.joins import stacked
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.subsearches import Row, rows_of
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.parsing.parser import parse_text
from antivenom.plan.open_schemas import without_rows
from antivenom.plan.relations import Limit
from antivenom.source import Span

_PLACE = re.compile(r"\$\$(\w[\w.:{}]*)\$\$|\$(\w[\w.:{}]*)\$")
_SERIAL = "_serial_id"
_TORN = re.compile(r'["\[\]|`]|\\\\|\\\Z')
"""What would change how the search is read, rather than what it looks for."""


def map_(command: syntax.Map, scope: Scope, world: World) -> Scope:
    """`map`: of more results than maxsearches the first ones are searched for."""
    rows = rows_of(scope, world, command.most + 1, command.span, hidden=True)
    if rows is None:
        return _opened(command, scope, world)
    if len(rows) > command.most:
        world.note(f"map ran {command.most} searches, its maxsearches, and there are more results")
    texts = [_filled(command.text, row, number, command.span) for number, row in enumerate(rows[: command.most], 1)]
    found = [world.results(parse_text(text, command.span, world.knowledge)) for text in texts]
    if not found:
        made = world.results(command.template)
        return made.keep(Limit(made.relation, 0, command.span))
    return found[0] if len(found) == 1 else stacked(found, command.span)


def _opened(command: syntax.Map, scope: Scope, world: World) -> Scope:
    """What reads all that the searches may, before there are results to search for."""
    other = world.results(command.template)
    return stacked(
        [
            scope.keep(without_rows(scope.relation, command.span)),
            other.keep(without_rows(other.relation, command.span)),
        ],
        command.span,
    )


def _filled(text: str, row: Row, number: int, span: Span) -> str:
    def value(match: re.Match[str]) -> str:
        name = match[1] or match[2]
        if name == _SERIAL:
            return str(number)
        found = row.get(name)
        if found is None:
            raise QueryError(f"map found no value for ${name}$ in result {number}", span=span)
        shown = found[0] if isinstance(found, list) and len(found) == 1 else found
        if isinstance(shown, list):
            raise Unsupported(f"SPL map of the multivalue field {name}", span=span)
        if _TORN.search(shown):
            raise Unsupported(f"SPL map of a value that search would read otherwise: {shown[:80]!r}", span=span)
        return shown

    return _PLACE.sub(value, text)
