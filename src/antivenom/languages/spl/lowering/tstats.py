"""tstats -> plan: a dataset of a data model, its where, and one aggregate.

Fields are named with their dataset, "Processes.dest", and keep that name in the results. A result without one of the
by fields is left out unless fillnull_value says what it counts as (Search Reference, tstats, fillnull_value).
"""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.errors import EngineError, MissingInput, Unsupported
from antivenom.languages.spl.lowering.fields import named_in
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.lowering.stats import aggregated
from antivenom.languages.spl.syntax import Name, Term, TStats
from antivenom.languages.spl.values.conversions import text_of
from antivenom.plan.catalog import Catalog, meant
from antivenom.plan.relations import Source
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value, call, new_column
from antivenom.source import Span
from antivenom.tables import ColumnType, Schema

_TIME = "_time"
_PLAIN = (_TIME, "host")
"""Fields every dataset has, which are named without it."""

_TIMED = ("earliest", "latest")
_TYPES = {ColumnType.REAL: Type.REAL, ColumnType.STRING: Type.STRING}


def lower_tstats(command: TStats, catalog: Catalog) -> Scope:
    """The results of tstats."""
    schema = _dataset(command, catalog)
    scope = _source(command, schema)
    if command.where is not None:
        scope = scope.filter(SearchLowerer(scope.fields).condition(command.where), _span_of(command.where))
    keys = [(name, _key(name, command, scope)) for name in command.by]
    by = command.by[0].span.to(command.by[-1].span) if command.by else command.span
    return aggregated(scope, keys, command.terms, command.span, by)


def _span_of(term: object) -> Span:
    span = getattr(term, "span", None)
    assert isinstance(span, Span)
    return span


def _dataset(command: TStats, catalog: Catalog) -> Schema:
    """The schema of the dataset. Raises Unsupported where none is meant that is filled here."""
    model, _, dataset = command.model.text.partition(".")
    if command.node is not None:
        dataset = command.node.text.rpartition(".")[2]
    known = [name for name in catalog.tables if "." in name]
    if not dataset:
        inside = [name for name in known if name.startswith(f"{model}.")]
        if len(inside) > 1:
            raise Unsupported(
                f"SPL tstats over all of the data model {model}",
                span=command.model.span,
                hint=f"name one of its datasets: {', '.join(inside)}",
            )
        dataset = inside[0].partition(".")[2] if inside else model
    found = catalog.find(f"{model}.{dataset}")
    if found is not None:
        return found
    if not known:
        raise MissingInput("data models are filled from logs, and no logs are given", span=command.model.span)
    raise Unsupported(
        f"SPL data model {model}.{dataset}", span=command.model.span, hint=f"there are {', '.join(known)}"
    )


def _source(command: TStats, schema: Schema) -> Scope:
    """The dataset with just the fields that the command names."""
    dataset = schema.name.partition(".")[2]
    columns = {}
    for written in _named(command):
        if written.text in columns:
            continue
        field = written.text if written.text in _PLAIN else _field(written, dataset)
        column = schema.find(field)
        if column is None:
            raise Unsupported(
                f"SPL field {field} of the data model {schema.name}",
                span=written.span,
                hint=meant(field, schema.names()),
            )
        if column.type not in _TYPES:
            raise EngineError(f"{schema.name} cannot have the field {field} of type {column.type.value}")
        columns[written.text] = new_column(field, _TYPES[column.type])
    return Scope(Source(schema.name, tuple(columns.values()), command.model.span), columns)


def _named(command: TStats) -> Iterator[Name]:
    yield from command.by
    for term in command.terms:
        if isinstance(term.argument, Name):
            yield term.argument
        if term.function in _TIMED:
            yield Name(_TIME, term.span)
    for found in named_in(command.where) if command.where is not None else ():
        if isinstance(found, Term):
            raise Unsupported("SPL bare word in the where of tstats", span=found.span, hint="name a field to compare")
        yield found


def _field(written: Name, dataset: str) -> str:
    """The field of a name that has its dataset before it."""
    before, dot, field = written.text.partition(".")
    if before != dataset or not dot or written.wild:
        raise Unsupported(
            f"SPL tstats field {written.text}", span=written.span, hint=f"fields are named {dataset}.field"
        )
    return field


def _key(name: Name, command: TStats, scope: Scope) -> Value:
    value: Value = scope.fields[name.text]
    if name.text == _TIME:
        if command.seconds is None:
            raise Unsupported("SPL tstats by _time without a span", span=name.span, hint="write by _time span=1h")
        bins = Literal(float(command.seconds), Type.REAL)
        return call("splunk.bin_time", value, bins, type=Type.REAL, span=name.span)
    if command.fill is None:
        return value
    fill = Literal(command.fill, Type.STRING, name.span)
    return call("null.coalesce", text_of(value, name.span), fill, type=Type.STRING, span=name.span)
