"""A query's text in, its result table out: over logs, over tables the caller gives, or over its own data."""

from __future__ import annotations

import time as clock
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import engine, kusto
from antivenom.errors import AntivenomError, Unsupported, UsageError
from antivenom.languages import sigma, spl
from antivenom.languages.sigma.syntax import Rule
from antivenom.languages.spl.syntax import Search, TStats
from antivenom.logs import EVENTS, EVERY_FIELD, Logs, Scan, Wants
from antivenom.plan import values as plan_values
from antivenom.plan.carry import from_values
from antivenom.plan.catalog import Catalog
from antivenom.plan.implied import base_condition, implied, under
from antivenom.plan.prune import columns_read, prune
from antivenom.plan.relations import Plan
from antivenom.plan.show import show
from antivenom.plan.values import Call, Literal, Value, columns_of
from antivenom.programs import schemas as programs
from antivenom.source import SourceText
from antivenom.tables import EVENT_COLUMN, Column, ColumnType, Need, Schema
from antivenom.vocabularies import cim, kinds
from antivenom.vocabularies import sigma as sigma_sources
from antivenom.vocabularies.sigma import Stream

LANGUAGES = ("kql", "spl", "sigma")


@dataclass(frozen=True, slots=True)
class Answer:
    """A query's result, the plan it came from, the clock it ran under (ns since 1970 UTC), and the scan."""

    table: pa.Table
    plan: Plan
    now: int
    scan: Scan | None = None
    notes: tuple[str, ...] = field(default=())


def query(
    text: str | SourceText,
    *,
    language: str,
    logs: Logs | None = None,
    tables: Mapping[str, pa.Table] | None = None,
    events: Sequence[Mapping[str, Any]] | None = None,
    now: int | None = None,
    params: Mapping[str, Any] | None = None,
    macros: Mapping[str, Mapping[str, Any]] | None = None,
    files: Mapping[str, str] | None = None,
    functions: str | Path | Mapping[str, str] | None = None,
) -> pa.Table:
    """The result table of a KQL or SPL query, or the events that a Sigma rule matches.

    logs    logs opened with `antivenom.open`; the query sees them as Splunk or Defender would hold them.
    tables  table name -> Arrow table, for KQL; for Sigma the one table of the rule's log source.
    events  dicts of Splunk field values, a list being a multivalue, for SPL.
    With none of the three the query must carry its own data (datatable, print, makeresults).
    now     where ago() and relative times stand, nanoseconds since 1970 UTC; by default the newest event.
    macros  SPL macro name, "name(2)" for one with two arguments, -> {"definition": ..., "args": [...]}.
    params  values of declared query parameters.
    files   what a KQL query calls a file -> that file: the address of externaldata or its last part, the alias of a
            watchlist, FileProfile, geo_info_from_ip_address.
    functions  KQL's stored functions: a folder of NAME.kql files, or name -> text.

    Columns keep the query's names and order, which may repeat. Kusto types stand in each field's metadata
    as `kusto.type`; datetime is timestamp[ns, UTC], timespan duration[ns], dynamic JSON text.
    Raises QueryError, Unsupported, MissingInput, UsageError.
    """
    return ask(
        text, language=language, logs=logs, tables=tables, events=events, now=now, params=params,
        macros=macros, files=files, functions=functions,
    ).table  # fmt: skip


def ask(
    text: str | SourceText,
    *,
    language: str,
    logs: Logs | None = None,
    tables: Mapping[str, pa.Table] | None = None,
    events: Sequence[Mapping[str, Any]] | None = None,
    now: int | None = None,
    params: Mapping[str, Any] | None = None,
    macros: Mapping[str, Mapping[str, Any]] | None = None,
    files: Mapping[str, str] | None = None,
    functions: str | Path | Mapping[str, str] | None = None,
) -> Answer:
    """As `query`, with the plan and the scan it came from."""
    if language not in LANGUAGES:
        raise UsageError(f"no language {language!r}", hint=f"use one of {', '.join(LANGUAGES)}")
    if sum(given is not None for given in (logs, tables, events)) > 1:
        raise UsageError("logs, tables and events exclude each other", hint="give one of them, or none")
    if params and language != "kql":
        raise UsageError(f"{language.upper()} has no query parameters", hint="leave params out")
    if events is not None and language != "spl":
        raise UsageError("events are for SPL", hint="give a KQL query tables=")
    source = text if isinstance(text, SourceText) else SourceText(text)
    if language == "kql":
        return _ask_kql(source, logs, tables or {}, now, kusto.Given.of(files, functions, params))
    if language == "spl":
        source = expanded(source, macros)
    if logs is not None:
        scan = logs.scan(wants(source, language))
        plan = compile_over(source, language, scan.tables)
        moment = now if now is not None else scan.newest or _wall_clock()
        return Answer(engine.run(plan, scan.tables, moment), plan, moment, scan, plan.notes)
    given = {EVENTS: events_table(events)} if events is not None else dict(tables or {})
    plan = compile_over(source, language, given)
    moment = now if now is not None else _wall_clock()
    return Answer(engine.run(plan, given, moment), plan, moment, None, plan.notes)


def _ask_kql(
    source: SourceText, logs: Logs | None, tables: Mapping[str, pa.Table], now: int | None, given: kusto.Given
) -> Answer:
    if logs is None:
        moment = now if now is not None else _wall_clock()
        plan, read = kusto.over_tables(source, tables, moment, given)
        return Answer(engine.run(plan, read, moment), plan, moment, None, plan.notes)
    plan, scan, read = kusto.over_logs(source, logs, now, given)
    moment = now if now is not None else scan.newest or _wall_clock()
    notes = (*plan.notes, *kusto.without_rows(plan, scan))
    return Answer(engine.run(plan, read, moment), plan, moment, scan, notes)


def plan_text(answer: Answer) -> str:
    """The plan an answer came from, as text."""
    return show(answer.plan.relation)


def sql_text(answer: Answer) -> str:
    """The SQL an answer came from, laid out to be read."""
    return engine.sql_of(answer.plan.relation, answer.now)


def expanded(source: SourceText, macros: Mapping[str, Mapping[str, Any]] | None) -> SourceText:
    """An SPL text with its macros put in."""
    for name, macro in (macros or {}).items():
        if not (isinstance(macro, Mapping) and isinstance(macro.get("definition"), str)):
            raise UsageError(f"macro {name} has no definition", hint='give {"definition": "...", "args": [...]}')
        if not isinstance(macro.get("args") or [], list | tuple):
            raise UsageError(f"the args of macro {name} are no list", hint='give {"definition": "...", "args": [...]}')
    made = spl.expand_macros(source.text, macros or {})
    return source if made == source.text else SourceText(made, source.name)


def wants(
    source: SourceText, language: str, *, selective: bool = False, params: Mapping[str, Any] | None = None
) -> Wants:
    """What a query needs of the logs: which view, which of its columns, and which kinds of events.

    With `selective` the readers may leave out events that can give the query no row; then counts and the
    newest time read are those of the events that are left.
    """
    if language == "sigma":
        return _wants_of_rule(source)
    if language == "spl":
        return _wants_of_searches(source, selective)
    given = kusto.Given(params=params)
    return kusto.wants_of(given.compiled(source, kusto.schemas(source), None, kusto.FILLED), selective=selective)


def _wants_of_searches(source: SourceText, selective: bool) -> Wants:
    """What an SPL query and its subsearches want together."""
    search = spl.parse(source)
    sides = spl.sides(search)
    models = [side for side in sides if isinstance(side.commands[0], TStats)]
    events = [side for side in sides if spl.reads_events(side)]
    if not events and not models:
        return Wants(splunk=frozenset(), kinds=None, need=Need(None, raw=False))
    made = [_wants_of_models(models if events else [search], source, selective)] if models else []
    if events:
        made += _wants_of_events(search, events, source, selective)
    return reduce(Wants.join, made)


def _wants_of_events(search: Search, sides: list[Search], source: SourceText, selective: bool) -> Iterator[Wants]:
    """For each search that begins with the events, the fields that any of them reads, and the kinds of its own."""
    read = spl.fields_read(search)
    names = frozenset(read.names)
    fields = EVERY_FIELD if read.everything else names
    raw = read.everything or "_raw" in names
    python = _names_python(search, source, names)
    for side in sides:
        needed = _splunk_kinds(side, source, names) if selective else None
        if python:
            made = None if needed is None else needed | kinds.of_processes()
            shown = frozenset[str]() if _asks_python_alone(side, source, names) else needed
            yield Wants(splunk=fields, programs={EVENTS: fields}, kinds=shown, need=Need(made, raw))
        else:
            yield Wants(splunk=fields, kinds=needed, need=Need(needed, raw))


def _wants_of_models(sides: list[Search], source: SourceText, selective: bool) -> Wants:
    """The datasets of data models that searches read, and nothing else."""
    read = [columns_read(spl.lower(side, Catalog(cim.SCHEMAS), source).relation) for side in sides]
    models = {name: frozenset[str]().union(*(r.get(name, ()) for r in read)) for name in {n for r in read for n in r}}
    needed = frozenset[str]().union(*(kinds.of_model(name) for name in models)) if selective else None
    return Wants(models=models, need=Need(needed, raw=False))


def _wants_of_rule(source: SourceText) -> Wants:
    """The table of a rule's log source, with the fields it reads and those that say where an event was."""
    rule, stream = _rule_and_stream(source)
    try:
        columns = frozenset(column.name for column in columns_of(sigma.lower(rule)))
    except AntivenomError as error:
        raise error.at(source) from None
    shown = columns | {"Computer"} | frozenset(rule.header.fields)
    return Wants(sigma={stream.name: shown}, need=stream.need(columns))


def _rule_and_stream(source: SourceText) -> tuple[Rule, Stream]:
    """The rule in a text, and the stream of its log source. Raises Unsupported where nothing read here is one."""
    rule = sigma.rule_of(source)
    stream = sigma_sources.stream(rule.logsource)
    if stream is None:
        raise Unsupported(
            f"the Sigma log source {rule.logsource}", span=rule.logsource.span, source=source,
            hint="no log that is read here holds such events",
        )  # fmt: skip
    return rule, stream


_PYTHON = {"index": programs.INDEX, "sourcetype": programs.SOURCETYPE}
"""What names the events about Python."""


def _names_python(search: Search, source: SourceText, names: frozenset[str]) -> bool:
    """Whether a query names the events about Python anywhere."""
    if programs.INDEX not in source.text.casefold():
        return False
    found: list[Value] = []

    def look(value: Value) -> Value:
        said = _search_eq(value) if isinstance(value, Call) else None
        if said is not None and said in _PYTHON.items():
            found.append(value)
        return value

    plan = spl.lower(search, Catalog({**cim.SCHEMAS, EVENTS: _all_text(names)}), source)
    from_values(plan.relation, look)
    return bool(found)


def _asks_python_alone(side: Search, source: SourceText, names: frozenset[str]) -> bool:
    """Whether a search can keep no events but those about Python."""
    condition = base_condition(spl.lower(side, Catalog({EVENTS: _all_text(names)}), source).relation)
    if condition is None:
        return False
    return any(implied(condition, field, _search_eq) == frozenset({value}) for field, value in _PYTHON.items())


def _splunk_kinds(search: Search, source: SourceText, names: frozenset[str]) -> frozenset[str] | None:
    """The kinds that can pass a search's first condition: by EventCode in wineventlog, type in linux, any in esxi."""
    plan = spl.lower(search, Catalog({EVENTS: _all_text(names)}), source)
    condition = base_condition(plan.relation)
    if condition is None:
        return None
    codes = _bound(condition, kinds.WINDOWS_INDEX, ("EventCode", "EventID"))
    types = _bound(condition, kinds.LINUX_INDEX, ("type",))
    esxi = under(condition, {"index": frozenset({kinds.ESXI_INDEX})}, _search_eq) is not None
    return kinds.of_splunk(codes, types, esxi=esxi)


def _bound(condition: Value, index: str, fields: Sequence[str]) -> frozenset[str] | None:
    """The values of one of the fields that rows of an index must have; None if any will do, empty if no row passes."""
    kept = under(condition, {"index": frozenset({index})}, _search_eq)
    if kept is None:
        return frozenset()
    found = (implied(kept, field, _search_eq) for field in fields)
    return next((values for values in found if values is not None), None)


def _search_eq(call: Call) -> tuple[str, str] | None:
    if call.op != "splunk.search_eq":
        return None
    field, text = call.args
    if not (isinstance(field, plan_values.Column) and isinstance(text, Literal)):
        return None
    return field.name, str(text.value).casefold()


def _all_text(names: frozenset[str]) -> Schema:
    columns = (Column(name, ColumnType.REAL if name == "_time" else ColumnType.STRING) for name in sorted(names))
    return Schema(EVENTS, tuple(columns))


def compile_over(
    source: SourceText,
    language: str,
    tables: Mapping[str, pa.Table],
    now: int | None = None,
    params: Mapping[str, Any] | None = None,
) -> Plan:
    """The query's plan over tables, narrowed to the columns it reads.

    KQL sees the tables of a workspace as they are there, and no files; a query whose columns depend on rows looks at
    them under the clock `now` (ns), or at all times without one.
    """
    if language == "kql":
        return kusto.over_scan(source, tables, now, kusto.Given(params=params))
    if language == "sigma" and len(tables) > 1:
        name = _rule_and_stream(source)[1].name
        tables = {name: tables[name]}
    catalog = Catalog({name: kusto.schema_of(name, table) for name, table in tables.items()})
    plan: Plan = {"spl": spl, "sigma": sigma}[language].compile(source, catalog)
    return replace(plan, relation=prune(plan.relation))


def events_table(events: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Events given as dicts, as one table: a field with a list anywhere is a multivalue, `_time` a number.

    Other values become text as Splunk would index them; None and a missing key are the same.
    """
    names = dict.fromkeys(name for event in events for name in event)
    columns = {name: _event_column([event.get(name) for event in events], name) for name in names}
    # the numbers also keep the rows of events that have no field at all
    return pa.table({**columns, EVENT_COLUMN: pa.array(range(len(events)), pa.int64())})


def _event_column(values: list[Any], name: str) -> pa.Array:
    if any(isinstance(value, list | tuple) for value in values):
        lists = [None if v is None else [_text(x) for x in (v if isinstance(v, list | tuple) else [v])] for v in values]
        return pa.array(lists, pa.list_(pa.string()))
    if name == "_time" and all(v is None or isinstance(v, int | float) for v in values):
        return pa.array([None if v is None else float(v) for v in values], pa.float64())
    return pa.array([None if value is None else _text(value) for value in values], pa.string())


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)


def _wall_clock() -> int:
    return clock.time_ns()
