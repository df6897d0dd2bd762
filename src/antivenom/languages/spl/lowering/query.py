"""SPL syntax -> plan: commands one after another over the events, or over data the query brings itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from antivenom.errors import AntivenomError, EngineError, Unsupported
from antivenom.languages.spl import syntax, syntax_fields, syntax_reports
from antivenom.languages.spl.knowledge import NOTHING, Knowledge
from antivenom.languages.spl.lowering import (
    about,
    bins,
    changes,
    charts,
    combining,
    commands,
    extraction,
    joins,
    lookup_files,
    lookups,
    mapped,
    ordering,
    ranking,
    reshaping,
    running,
    selecting,
    sparklines,
    subsearches,
    tables,
    times,
    totals,
    transactions,
    written,
)
from antivenom.languages.spl.lowering.foreach import foreach
from antivenom.languages.spl.lowering.models import lower_data_model
from antivenom.languages.spl.lowering.scope import Scope
from antivenom.languages.spl.lowering.search import SearchLowerer
from antivenom.languages.spl.lowering.tstats import check_prestats, lower_tstats
from antivenom.languages.spl.lowering.world import World
from antivenom.plan.catalog import Catalog
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Assign, Expand, Limit, Plan, SortKey, Source, Values
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value, call, new_column
from antivenom.source import SourceText, Span
from antivenom.tables import ColumnType

EVENTS = "events"
"""The table of all events."""

_TYPES = {
    ColumnType.REAL: Type.REAL,
    ColumnType.DECIMAL: Type.REAL,
    ColumnType.INT: Type.REAL,
    ColumnType.LONG: Type.REAL,
    ColumnType.STRING: Type.STRING,
    ColumnType.GUID: Type.STRING,
    ColumnType.DYNAMIC: Type.STRING,
    ColumnType.MULTIVALUE: Type.MULTI,
}

_LOWER: dict[type, Callable[[Any, Scope], Scope]] = {
    syntax.Where: commands.where,
    syntax.Table: commands.table,
    syntax.Fields: commands.fields,
    syntax.Rename: commands.rename,
    syntax.Sort: ordering.sort,
    syntax.Head: selecting.head,
    syntax.Tail: commands.tail,
    syntax.Reverse: commands.reverse,
    syntax.Dedup: selecting.dedup,
    syntax.Regex: commands.regex,
    syntax.Rex: extraction.rex,
    syntax.FillNull: commands.fillnull,
    syntax.MakeMv: commands.makemv,
    syntax.MvExpand: commands.mvexpand,
    syntax.NoMv: tables.nomv,
    syntax.MvCombine: tables.mvcombine,
    syntax.Untable: tables.untable,
    syntax.StrCat: commands.strcat,
    syntax_reports.Bin: bins.bin_,
    syntax_reports.Top: ranking.top,
    syntax_reports.AddTotals: totals.addtotals,
    syntax_reports.RangeMap: running.rangemap,
    syntax_reports.Accum: running.accum,
    syntax_reports.Autoregress: running.autoregress,
    syntax_reports.Delta: running.delta,
    syntax_reports.TrendLine: running.trendline,
    syntax_reports.Transaction: transactions.transaction,
    syntax.Convert: changes.convert,
    syntax_fields.Sed: extraction.sed,
    syntax_fields.SedCharacters: extraction.sed_characters,
    syntax_fields.XPath: extraction.xpath,
    syntax_fields.FillDown: changes.filldown,
    syntax_fields.Replace: changes.replace,
    syntax_fields.SetFields: changes.setfields,
    syntax_fields.ToJson: changes.tojson,
    syntax_fields.RelTime: changes.reltime,
    syntax_fields.FieldFormat: commands.fieldformat,
    syntax.SelfJoin: combining.selfjoin,
}


_LOWER_IN: dict[type, Callable[[Any, Scope, World], Scope]] = {
    syntax.Join: joins.join,
    syntax.Append: joins.append,
    syntax.Eval: commands.eval_,
    syntax.Stats: sparklines.stats,
    syntax_reports.Chart: charts.chart,
    syntax_reports.Contingency: ranking.contingency,
    syntax_reports.XySeries: reshaping.xyseries,
    syntax_reports.Transpose: reshaping.transpose,
    syntax_reports.MakeContinuous: reshaping.makecontinuous,
    syntax_fields.SPath: extraction.spath,
    syntax_fields.XmlKv: extraction.xmlkv,
    syntax_fields.Extract: extraction.extract,
    syntax_fields.FromJson: extraction.fromjson,
    syntax_fields.IpLocation: about.iplocation,
    syntax_fields.ForEach: lambda command, scope, world: foreach(command, scope, world, _through),
    syntax.AppendCols: combining.appendcols,
    syntax.AppendPipe: combining.appendpipe,
    syntax.Multi: combining.multi,
    syntax.Map: mapped.map_,
    syntax.Format: subsearches.format_,
    syntax.Return: subsearches.return_,
    syntax.InputLookup: lookup_files.inputlookup,
    syntax.Lookup: lookups.lookup,
    syntax.Written: written.written,
    syntax.Deferred: subsearches.deferred,
}
"""Commands that look at more than the results so far: at other searches, files, or rows."""

_START: dict[type, Callable[[Any, None, World], Scope]] = {
    syntax.Multi: combining.multi,
    syntax.SetOf: combining.set_of,
    syntax.InputLookup: lookup_files.inputlookup,
    syntax.GenTimes: times.gentimes,
    syntax.Deferred: subsearches.deferred,
}
"""Commands that a search can begin with, and that look at more than their own text."""

_BEGINNING: dict[type, str] = {
    syntax.TStats: "tstats",
    syntax.MakeResults: "makeresults",
    syntax.DataModel: "datamodel",
    syntax.SetOf: "set",
}
"""Commands that make results of their own."""


def lower(
    search: syntax.Search,
    catalog: Catalog,
    source: SourceText,
    discover: Discover | None = None,
    knowledge: Knowledge = NOTHING,
) -> Plan:
    """The plan of a parsed search over the tables of the catalog.

    `discover` runs a relation over the rows at hand, for commands whose fields depend on them; without it the plan
    says only what is read (plan.open_schemas).
    Raises QueryError where names or types do not fit, Unsupported where a construct is not run.
    """
    world = World(catalog, discover, _results, _step, knowledge)
    try:
        scope = commands.formatted(search, _results(search, world))
    except AntivenomError as error:
        raise error.at(source) from None
    notes = (*search.notes, *world.notes)
    return Plan(scope.relation, source, "spl", notes, tuple(world.inputs), tuple(world.outputs))


def _results(search: syntax.Search, world: World) -> Scope:
    """The results of a search, or of a subsearch, which see the same tables."""
    check_prestats(search)
    scope: Scope | None = None
    for command in search.commands:
        if isinstance(command, syntax_fields.AddInfo) and scope is not None:
            scope = about.addinfo(command, scope, search.commands[0])
        else:
            scope = _step(command, scope, world)
    assert scope is not None
    return scope


def _through(steps: tuple[syntax.Command, ...], scope: Scope, world: World) -> Scope:
    """The results led through commands that make none of their own."""
    for command in steps:
        scope = _step(command, scope, world)
    return scope


def _step(command: syntax.Command, scope: Scope | None, world: World) -> Scope:
    """The results behind one more command; the first of a search has none before it."""
    if scope is None:
        return _start(command, world)
    if isinstance(command, syntax.SearchCommand):
        terms = subsearches.filled(command.terms, world)
        return commands.search(replace(command, terms=terms), scope)
    if type(command) in _LOWER_IN:
        return _LOWER_IN[type(command)](command, scope, world)
    if isinstance(command, syntax.TStats) and command.append:
        return joins.stacked([scope, _start(command, world)], command.span)
    if type(command) not in _LOWER:
        name = _BEGINNING.get(type(command), type(command).__name__.lower())
        raise Unsupported(f"SPL {name} behind another command", span=command.span)
    return _LOWER[type(command)](command, scope)


def _start(command: syntax.Command, world: World) -> Scope:
    if isinstance(command, syntax.MakeResults):
        return _made(command)
    if isinstance(command, syntax.TStats):
        filled = replace(command, where=subsearches.filled(command.where, world))
        return lower_tstats(filled, world)
    if isinstance(command, syntax.DataModel):
        return lower_data_model(command, world)
    if type(command) in _START:
        return _START[type(command)](command, None, world)
    assert isinstance(command, syntax.SearchCommand)
    return _events(replace(command, terms=subsearches.filled(command.terms, world)), world.catalog)


def _events(command: syntax.SearchCommand, catalog: Catalog) -> Scope:
    """The events that fit the terms, newest first; events of one time keep their order (S30)."""
    schema = catalog.find(EVENTS)
    columns = tuple(
        new_column(column.name, _type(column.type, column.name)) for column in (schema.columns if schema else ())
    )
    fields = {column.name: column for column in columns}
    scope = Scope(Source(EVENTS, columns, command.span), fields)
    if command.terms is not None:
        scope = scope.filter(SearchLowerer(fields).condition(command.terms), command.span)
    time = fields.get("_time")
    if time is not None and time.type is Type.REAL:
        scope = scope.sort((SortKey(time, True, False),), command.span)
    return scope


def _type(type: ColumnType, name: str) -> Type:
    if type not in _TYPES:
        raise EngineError(f"events cannot have the column {name} of type {type.value}")
    return _TYPES[type]


def _made(command: syntax.MakeResults) -> Scope:
    """`makeresults`: each result has the query's time as _time, and the fields of inline data."""
    time = new_column("_time", Type.REAL)
    columns = tuple(new_column(name, Type.STRING) for name in command.columns if name != "_time")
    taken = [i for i, name in enumerate(command.columns) if name != "_time"]
    now = _whole_second(command.span)
    everything = (time, *columns)
    rows: tuple[tuple[Value, ...], ...] = ((now,),)
    if command.inline:
        rows = tuple((now, *(Literal(row[i], Type.STRING) for i in taken)) for row in command.rows)
    scope = Scope(Values(rows, everything, command.span), {column.name: column for column in everything})
    return scope if command.inline or command.count == 1 else _repeated(scope, command)


def _repeated(scope: Scope, command: syntax.MakeResults) -> Scope:
    """One result made into as many as asked for, without writing each into the plan."""
    if not command.count:
        return scope.keep(Limit(scope.relation, 0, command.span))
    blanks = call("splunk.mv_blanks", Literal(command.count, Type.LONG), type=Type.MULTI, span=command.span)
    blank = new_column("blank", Type.STRING)
    return scope.keep(Expand(scope.relation, (Assign(blank, blanks),), command.span)).trimmed(command.span)


def _whole_second(span: Span) -> Value:
    now = call("clock.now_epoch", type=Type.REAL, span=span)
    return call("splunk.floor", now, type=Type.REAL, span=span)
