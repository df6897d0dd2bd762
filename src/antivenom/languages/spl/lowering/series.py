"""Which values of a field become columns of a chart, by their scores, and how the columns are named.

Search Reference, chart and timechart: limit, agg, where, useother, usenull, format.
"""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.lowering import aggregates
from antivenom.languages.spl.lowering.aggregates import Made, columns_for
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.syntax import Name
from antivenom.languages.spl.syntax_reports import Chart, Ranked
from antivenom.languages.spl.values.conversions import null, number, numeric, text_of
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Aggregate, Assign, Measure, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, call, new_column
from antivenom.source import Span

MOST_NUMBERS = {"chart": 300, "timechart": 100}
"""So many different numbers stay as they are; more would be put into bins (Bin options, bins)."""

MOST_COLUMNS = 1000
"""More columns than that are refused."""

_OVER_ROWS = {"sum": "splunk.sum", "max": "aggregate.max", "min": "aggregate.min", "avg": "splunk.avg"}


@dataclass(frozen=True, slots=True)
class Series:
    """One column of a chart: its label, and the condition under which a result counts in it."""

    label: str
    condition: Value


@dataclass(frozen=True, slots=True)
class Scored:
    """A value of the field and its score; `row` scores are over the rows of the chart."""

    value: str
    score: float


def chosen(
    command: Chart, scope: Scope, row: Column, split: Column, results: list[Made], discover: Discover
) -> list[Series]:
    """The columns of a chart in their order: values by their characters, then NULL and OTHER."""
    scored, missing = _scores(command, scope, row, split, results, discover)
    _refuse_many_numbers(command, scored)
    kept = _kept(command, scored)
    if len(kept) > MOST_COLUMNS:
        raise Unsupported(f"SPL {_name(command)} with more than {MOST_COLUMNS:,} columns", span=command.span)
    values = sorted(kept)
    found = [Series(_label(value, command.span), _is(split, value)) for value in values]
    if missing and command.use_null:
        found.append(Series(command.null, call("null.is_null", split, type=Type.BOOL)))
    if command.use_other and len(kept) < len(scored):
        found.append(Series(command.other, _none_of(split, values)))
    labels = [one.label for one in found]
    if len(set(labels)) < len(labels):
        raise Unsupported(f"SPL {_name(command)} with two columns of one name", span=command.span)
    return found


def _refuse_many_numbers(command: Chart, scored: list[Scored]) -> None:
    """Splunk would put so many numbers into bins, of a size that is not said."""
    numbers = sum(numeric(one.value) is not None for one in scored)
    if numbers > MOST_NUMBERS[_name(command)] and not command.by_bins.said:
        raise Unsupported("SPL bins that chart would choose", span=command.span, hint="write a span behind the field")


def names(command: Chart, terms: list[str], series: list[Series], row: str) -> list[list[str]]:
    """For each function the names of its columns: the label alone, or the format where there are several functions."""
    made = [
        [one.label if len(terms) == 1 else filled(command.format, term, one.label) for one in series] for term in terms
    ]
    every = [name for group in made for name in group]
    if len(set(every)) < len(every) or row in every:
        raise Unsupported(f"SPL {_name(command)} with two columns of one name", span=command.span)
    return made


def filled(format: str, function: str, value: str) -> str:
    """A column's name, from a format with $AGG$ and $VAL$."""
    pieces = format.split("$AGG$")
    return function.join(piece.replace("$VAL$", value) for piece in pieces)


def _name(command: Chart) -> str:
    return "timechart" if command.timed else "chart"


def _label(value: str, span: Span) -> str:
    """A value as a column's name: one that would be a hidden field gets VALUE before it (timechart, Usage)."""
    if not value:
        raise Unsupported("SPL column for an empty text", span=span)
    return f"VALUE{value}" if value.startswith("_") else value


def _is(split: Column, value: str) -> Value:
    return call("compare.eq", text_of(split, None), Literal(value, Type.STRING), type=Type.BOOL)


def _none_of(split: Column, values: list[str]) -> Value:
    tests: list[Value] = [call("null.is_not_null", split, type=Type.BOOL)]
    tests += [call("compare.ne", text_of(split, None), Literal(v, Type.STRING), type=Type.BOOL) for v in values]
    return Call("bool.and", tuple(tests), Type.BOOL)


# --- scores


def _scores(
    command: Chart, scope: Scope, row: Column, split: Column, results: list[Made], discover: Discover
) -> tuple[list[Scored], bool]:
    """The values of the field with their scores, and whether any result has none."""
    label = new_column("value", Type.STRING)
    made = _measured(command, scope, row, text_of(split, command.span), label, results)
    found = discover(made)
    if len(found) > 100_000:
        raise Unsupported(f"SPL {_name(command)} by a field of more than 100,000 values", span=command.span)
    scored = [
        Scored(str(value), float("-inf") if score is None else float(score))
        for value, score in found
        if value is not None
    ]
    return scored, len(scored) < len(found)


def _measured(command: Chart, scope: Scope, row: Column, value: Value, label: Column, results: list[Made]) -> Relation:
    score = new_column("score", Type.REAL)
    function = command.where.function if command.where is not None else None
    if function == "count" or (function is None and command.score is None and len(results) > 1):
        return _over_results(scope, value, label, Call("splunk.count", (), Type.REAL), score, command.span)
    scored = command.score if function is None else None
    if scored is not None and isinstance(scored.argument, Name) and not scored.argument.wild:
        return _by_term(command, scope, value, label, score)
    function = function or (command.score.function if command.score is not None else "sum")
    if function not in _OVER_ROWS:
        raise Unsupported(f"SPL {_name(command)} that ranks its columns by {function}", span=command.span)
    # each function of each row of the chart, and then over the rows
    one = results[0]
    columns = columns_for(one)
    keys = (Assign(new_column(row.name, row.type), row), Assign(label, value))
    measures = tuple(Measure(c, m.call()) for c, m in zip(columns, one.measures, strict=True))
    cells = Scope(Aggregate(scope.relation, keys, measures, command.span), {})
    cell = one.finish(columns)
    given = cell if cell.type is Type.REAL else call("splunk.number", _texted(cell), type=Type.REAL)
    again = new_column("value", Type.STRING)
    made = Measure(score, Call(_OVER_ROWS[function], (given,), Type.REAL))
    return Aggregate(cells.relation, (Assign(again, label),), (made,), command.span)


def _texted(cell: Value) -> Value:
    return null(Type.STRING) if cell.type is Type.MULTI else text_of(cell, None)


def _over_results(scope: Scope, value: Value, label: Column, made: Call, score: Column, span: Span) -> Relation:
    return Aggregate(scope.relation, (Assign(label, value),), (Measure(score, made),), span)


def _by_term(command: Chart, scope: Scope, value: Value, label: Column, score: Column) -> Relation:
    """agg=max(bytes): the function of all results of a value."""
    assert command.score is not None
    (one,) = aggregates.made((command.score,), scope, _name(command), frozenset())
    measure = one.measures[0]
    if measure.type is Type.MULTI:
        raise Unsupported(f"SPL agg={command.score.function} of several values", span=command.score.span)
    found = new_column("found", measure.type)
    made = _over_results(scope, value, label, measure.call(), found, command.span)
    return Project(made, (Assign(label, label), Assign(score, number(found, command.score.span))), command.span)


# --- which are kept


def _kept(command: Chart, scored: list[Scored]) -> set[str]:
    where = command.where
    if where is None:
        return _group(scored, command.limit) if command.limit.count else {one.value for one in scored}
    if where.op == "<":
        return {one.value for one in scored if one.score < where.number}
    if where.op == ">":
        return {one.value for one in scored if one.score > where.number}
    if where.rank is None:
        raise QueryError("expected top or bottom", span=where.span)
    group = _group(scored, where.rank)
    return group if where.op == "in" else {one.value for one in scored} - group


def _group(scored: list[Scored], rank: Ranked) -> set[str]:
    """The highest or lowest scores; of equal ones the values that come first by their characters."""
    ordered = sorted(scored, key=lambda one: (one.score if rank.bottom else -one.score, one.value))
    return {one.value for one in ordered[: rank.count]}
