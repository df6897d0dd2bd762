"""A query's text in, its result table out: over logs, over tables the caller gives, or over its own data."""

from __future__ import annotations

import time as clock
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import engine, kusto, splunk
from antivenom.errors import AntivenomError, Unsupported, UsageError
from antivenom.languages import sigma
from antivenom.languages.sigma.syntax import Rule
from antivenom.logs import EVENTS, Logs, Scan, Wants
from antivenom.plan.catalog import Catalog
from antivenom.plan.prune import prune
from antivenom.plan.relations import Plan
from antivenom.plan.show import show
from antivenom.plan.values import columns_of
from antivenom.source import SourceText
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
    timeout: float | None = None,
    conf: Sequence[str | Path] = (),
    out: str | Path | None = None,
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
            watchlist, FileProfile, geo_info_from_ip_address. What an SPL query calls a look-up -> its file.
    functions  KQL's stored functions: a folder of NAME.kql files, or name -> text.
    timeout seconds after which the query is ended; by default ten minutes.
    conf    what Splunk apps know: macros.conf, transforms.conf, eventtypes.conf, tags.conf, savedsearches.conf, or the
            folder of an app, its look-up files among them.
    out     the folder that outputlookup, outputcsv and collect may write into; without one they write nothing.

    Columns keep the query's names and order, which may repeat. Kusto types stand in each field's metadata
    as `kusto.type`; datetime is timestamp[ns, UTC], timespan duration[ns], dynamic JSON text.
    Raises QueryError, Unsupported, MissingInput, UsageError.
    """
    return ask(
        text, language=language, logs=logs, tables=tables, events=events, now=now, params=params,
        macros=macros, files=files, functions=functions, timeout=timeout, conf=conf, out=out,
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
    timeout: float | None = None,
    conf: Sequence[str | Path] = (),
    out: str | Path | None = None,
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
    bounds = engine.Limits() if timeout is None else engine.Limits(seconds=timeout)
    if language == "kql":
        return _ask_kql(
            source, logs, tables or {}, now, replace(kusto.Given.of(files, functions, params), bounds=bounds)
        )
    if language == "spl":
        over = {EVENTS: splunk.events_table(events)} if events is not None else tables or {}
        return _ask_spl(source, logs, over, now, replace(splunk.Given.of(files, macros, conf, out), bounds=bounds))
    scan = None if logs is None else logs.scan(wants(source, language))
    over = scan.tables if scan is not None else dict(tables or {})
    plan = compile_over(source, language, over)
    moment = now if now is not None else (scan and scan.newest) or _wall_clock()
    return Answer(engine.run(plan, over, moment, bounds), plan, moment, scan, plan.notes)


def _ask_kql(
    source: SourceText,
    logs: Logs | None,
    tables: Mapping[str, pa.Table],
    now: int | None,
    given: kusto.Given,
) -> Answer:
    if logs is None:
        moment = now if now is not None else _wall_clock()
        plan, read = kusto.over_tables(source, tables, moment, given)
        return Answer(engine.run(plan, read, moment, given.bounds), plan, moment, None, plan.notes)
    plan, scan, read = kusto.over_logs(source, logs, now, given)
    moment = now if now is not None else scan.newest or _wall_clock()
    notes = (*plan.notes, *kusto.without_rows(plan, scan))
    return Answer(engine.run(plan, read, moment, given.bounds), plan, moment, scan, notes)


def _ask_spl(
    source: SourceText,
    logs: Logs | None,
    tables: Mapping[str, pa.Table],
    now: int | None,
    given: splunk.Given,
) -> Answer:
    source = given.expanded(source)
    scan = None
    if logs is None:
        moment = now if now is not None else _wall_clock()
        plan, read = splunk.over_tables(source, tables, moment, given)
    else:
        plan, scan, read = splunk.over_logs(source, logs, now, given)
        moment = now if now is not None else scan.newest or _wall_clock()
        scan = replace(scan, tables=dict(read))
    answer = _answered(plan, read, moment, scan, given.bounds)
    return replace(answer, notes=(*answer.notes, *splunk.write(plan, read, moment, given)))


def _answered(
    plan: Plan, tables: Mapping[str, pa.Table], moment: int, scan: Scan | None, bounds: engine.Limits | None
) -> Answer:
    """The answer of an SPL query; where it has no row, with the fields of its groupings that nothing has."""
    result = engine.run(plan, tables, moment, bounds)
    notes = list(plan.notes)
    if not result.num_rows:
        notes += splunk.without_rows(plan, tables) if scan is not None else ()
        notes += splunk.without_groups(plan, tables, moment, bounds)
    return Answer(result, plan, moment, scan, tuple(notes))


def plan_text(answer: Answer) -> str:
    """The plan an answer came from, as text."""
    return show(answer.plan.relation)


def sql_text(answer: Answer) -> str:
    """The SQL an answer came from, laid out to be read."""
    return engine.sql_of(answer.plan.relation, answer.now)


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
        return splunk.wants_of(source, selective=selective)
    given = kusto.Given(params=params)
    return kusto.wants_of(given.compiled(source, kusto.schemas(source), None, kusto.FILLED), selective=selective)


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


def compile_over(
    source: SourceText,
    language: str,
    tables: Mapping[str, pa.Table],
    now: int | None = None,
    params: Mapping[str, Any] | None = None,
) -> Plan:
    """The query's plan over tables, narrowed to the columns it reads.

    KQL sees the tables of a workspace as they are there; no query sees files. One whose columns depend on rows looks
    at them under the clock `now` (ns), or at all times without one.
    """
    if language == "kql":
        return kusto.over_scan(source, tables, now, kusto.Given(params=params))
    if language == "spl":
        return splunk.over_scan(source, tables, now)
    if len(tables) > 1:
        name = _rule_and_stream(source)[1].name
        tables = {name: tables[name]}
    plan = sigma.compile(source, Catalog({name: engine.schema_of(name, table) for name, table in tables.items()}))
    return replace(plan, relation=prune(plan.relation))


def _wall_clock() -> int:
    return clock.time_ns()
