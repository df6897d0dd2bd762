"""Look-up files as relations: which file a name means, how transforms.conf says it is read, its rows.

transforms.conf.spec, lookup tables; Search Reference, inputlookup. A cell with nothing in it is a missing value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from antivenom.errors import AntivenomError, MissingInput, QueryError, Unsupported
from antivenom.languages.spl import syntax
from antivenom.languages.spl.lowering.joins import stacked
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.lowering.subsearches import filled
from antivenom.languages.spl.lowering.world import World
from antivenom.languages.spl.parsing.search import parse_terms
from antivenom.plan.catalog import meant
from antivenom.plan.inputs import LOOKUP, Input
from antivenom.plan.relations import Limit, Source
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, call, new_column
from antivenom.source import Span

_ENDINGS = ("", ".csv", ".csv.gz", ".json")
_MATCH = re.compile(r"\s*,?\s*(\w+)\s*\(\s*([^()]*?)\s*\)")
_NO = ("0", "f", "false", "n", "no")
_MOST = 1_000
"""Matches of one value that count where max_matches does not say (transforms.conf.spec says 100 or 1000)."""


@dataclass(frozen=True, slots=True)
class Definition:
    """How a look-up matches: `types` names the fields that hold patterns (WILDCARD) or networks (CIDR)."""

    types: Mapping[str, str]
    folded: bool
    most: int
    default: str | None


def definition(name: syntax.Name, world: World) -> Definition:
    """What transforms.conf says of a look-up; what it says as shipped where it says nothing."""
    settings = world.knowledge.transforms.get(name.text, {})
    for key in ("external_cmd", "time_field"):
        if settings.get(key):
            raise Unsupported(f"SPL look-up with {key}", span=name.span)
    least = _whole(settings, "min_matches", 0, name)
    if least > 1:
        raise Unsupported(f"SPL look-up with min_matches = {least}", span=name.span)
    return Definition(
        _types(settings.get("match_type", ""), name),
        settings.get("case_sensitive_match", "true").strip().lower() in _NO,
        _whole(settings, "max_matches", _MOST, name) or _MOST,
        settings.get("default_match", "") if least else None,
    )


def _whole(settings: Mapping[str, str], key: str, default: int, name: syntax.Name) -> int:
    text = settings.get(key, "").strip() or str(default)
    if not re.fullmatch(r"\d{1,6}", text):
        raise QueryError(f"{key} of the look-up {name.text} is no number: {text[:40]}", span=name.span)
    return int(text)


def _types(text: str, name: syntax.Name) -> dict[str, str]:
    found = {}
    at = 0
    while text[at:].strip(" ,"):
        match = _MATCH.match(text, at)
        if match is None or match[1].upper() not in ("WILDCARD", "CIDR", "EXACT"):
            raise Unsupported(f"SPL look-up with match_type {text[at:].strip()[:40]}", span=name.span)
        if match[1].upper() != "EXACT":
            found[match[2]] = match[1].upper()
        at = match.end()
    return found


def rows_of_file(command: str, name: syntax.Name, world: World) -> Scope:
    """Every row of the file that a name means, as texts, in its order; its filter applied."""
    key = file_named(name.text, world.catalog.watchlists)
    if key is None:
        close = meant(name.text, world.catalog.watchlists)
        raise MissingInput(
            f"{command} reads the look-up {name.text}, which was not given",
            span=name.span,
            hint=close or f"--lookup {name.text}=FILE, or files= in Python",
        )
    columns = world.catalog.watchlists[key]
    hidden = next((column for column in columns if column.startswith("__mv_")), None)
    if hidden is not None:
        raise Unsupported(f"SPL look-up with several values in a cell ({hidden})", span=name.span)
    scope = _source(Input(f"look-up {key}", LOOKUP, (key,), columns, span=name.span), world)
    filter = world.knowledge.transforms.get(name.text, {}).get("filter", "").strip()
    return _filtered(scope, filter, name.span) if filter else scope


def file_named(name: str, files: Iterable[str]) -> str | None:
    """The name, among those files were given under, that is meant: with its ending or without, case aside."""
    known = {given.casefold(): given for given in files}
    wanted = name.casefold()
    stem = next((wanted.removesuffix(ending) for ending in _ENDINGS[:0:-1] if wanted.endswith(ending)), wanted)
    found = (known.get(spelling) for spelling in (wanted, stem, *(stem + ending for ending in _ENDINGS)))
    return name if name in known.values() else next((one for one in found if one is not None), None)


def _source(wanted: Input, world: World) -> Scope:
    if not any(replace(one, span=wanted.span) == wanted for one in world.inputs):
        world.inputs.append(wanted)
    raw = tuple(new_column(name, Type.STRING) for name in wanted.columns)
    scope = Scope(Source(wanted.table, raw, wanted.span), {column.name: column for column in raw})
    nothing = Literal("", Type.STRING)
    return scope.select(
        {c.name: call("text.or_null", c, nothing, type=Type.STRING, span=wanted.span) for c in raw}, wanted.span
    )


def _filtered(scope: Scope, text: str, span: Span) -> Scope:
    try:
        terms = parse_terms(text, 0, len(text))
        return scope if terms is None else scope.filter(SearchLowerer(scope.fields).condition(terms), span)
    except AntivenomError as error:
        error.span, error.hint = span, f"it is in the filter of this look-up: {text[:200]}"
        raise


def inputlookup(command: syntax.InputLookup, scope: Scope | None, world: World) -> Scope:
    """`inputlookup` and `inputcsv`: of the rows that fit, `max` from the one numbered `start` on, counted from 0."""
    if scope is not None and not command.append:
        raise QueryError(
            f"{command.command} must be the first command of a search", span=command.span, hint="write append=true"
        )
    made = rows_of_file(command.command, command.name, world)
    where = filled(command.where, world)
    if where is not None:
        made = made.filter(SearchLowerer(made.fields).condition(where), command.span)
    if command.start:
        numbered, position = made.numbered(command.span)
        after = call("compare.gt", position, Literal(command.start, Type.LONG), type=Type.BOOL)
        made = numbered.filter(after, command.span).trimmed(command.span)
    if command.most is not None:
        made = made.keep(Limit(made.relation, command.most, command.span))
    return made if scope is None else stacked([scope, made], command.span)


def both(conditions: list[Call], span: Span | None = None) -> Call:
    """All of these conditions."""
    return conditions[0] if len(conditions) == 1 else Call("bool.and", tuple(conditions), Type.BOOL, span)
