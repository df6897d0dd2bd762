"""An SPL query over logs, or over events at hand: what it may name, what it wants read, its plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import reduce
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import outside
from antivenom.engine import Limits, absent_keys, discovery, run, schema_of
from antivenom.errors import AntivenomError, MissingInput, QueryError, UsageError
from antivenom.languages import spl
from antivenom.languages.spl import Knowledge
from antivenom.languages.spl.syntax import Search
from antivenom.logs import EVENTS, EVERY_FIELD, Logs, Scan, Wants
from antivenom.plan import values as plan_values
from antivenom.plan.carry import calls
from antivenom.plan.catalog import Catalog
from antivenom.plan.implied import base_condition, implied, under
from antivenom.plan.open_schemas import Discover, depends_on_rows
from antivenom.plan.prune import columns_read, prune
from antivenom.plan.relations import Plan, Relation
from antivenom.plan.values import Call, Literal, Value
from antivenom.programs import schemas as programs
from antivenom.source import SourceText
from antivenom.tables import EVENT_COLUMN, Column, ColumnType, Need, Schema
from antivenom.vocabularies import cim, kinds


@dataclass(frozen=True, slots=True)
class Given:
    """What a query may read besides logs: look-up files by the names it gives them, macros, what apps know.

    `out` is the folder that it may write into; without one nothing is written. `bounds` are those of each run of the
    engine.
    """

    files: Mapping[str, str] = field(default_factory=dict)
    macros: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    knowledge: Knowledge = field(default_factory=Knowledge)
    out: Path | None = None
    bounds: Limits | None = None

    @staticmethod
    def of(
        files: Mapping[str, str] | None = None,
        macros: Mapping[str, Mapping[str, Any]] | None = None,
        conf: Sequence[str | Path] = (),
        out: str | Path | None = None,
    ) -> Given:
        """What a caller gave: `conf` are .conf files, folders of apps or of look-up files, macros as JSON."""
        app = outside.read_app(map(Path, conf))
        every = {**app.every_macro(), **(macros or {})}
        _check_macros(every)
        knowledge = Knowledge(
            app.stanzas["transforms"],
            {name: _text_of(f"event type {name}", text, every) for name, text in app.eventtypes.items()},
            app.tags,
            app.saved,
        )
        return Given({**app.files, **(files or {})}, every, knowledge, None if out is None else Path(out))

    def catalog(self, tables: Mapping[str, Schema]) -> Catalog:
        """What a query over these tables may name."""
        return _catalog(tables, outside.Headers(self.files))

    def compiled(self, source: SourceText, tables: Mapping[str, Schema], discover: Discover | None = None) -> Plan:
        """The plan of a query over these tables, narrowed to the columns it reads."""
        plan = spl.compile(source, self.catalog(tables), discover, self.knowledge)
        outputs = tuple(replace(output, relation=prune(output.relation)) for output in plan.outputs)
        return replace(plan, relation=prune(plan.relation), outputs=outputs)

    def expanded(self, source: SourceText) -> SourceText:
        """A query with its macros and saved searches put in."""
        _check_macros(self.macros)
        return spl.expanded(source, self.macros, self.knowledge.saved, _constant)


def _catalog(tables: Mapping[str, Schema], headers: Mapping[str, tuple[str, ...]] | None = None) -> Catalog:
    """These tables; data models that no log fills are known to hold nothing."""
    return Catalog(tables, {}, headers or {}, [name for name in tables if name not in cim.WITHOUT_ROWS])


NOTHING = Given()
"""No files and no macros but those known by themselves."""


def _check_macros(macros: Mapping[str, Mapping[str, Any]]) -> None:
    for name, macro in macros.items():
        if not (isinstance(macro, Mapping) and isinstance(macro.get("definition"), str)):
            raise UsageError(f"macro {name} has no definition", hint='give {"definition": "...", "args": [...]}')
        if not isinstance(macro.get("args") or [], list | tuple):
            raise UsageError(f"the args of macro {name} are no list", hint='give {"definition": "...", "args": [...]}')


def _text_of(name: str, text: str, macros: Mapping[str, Mapping[str, Any]]) -> str:
    """The search of an event type, its macros put in."""
    try:
        return spl.expanded(SourceText(text, name), macros, None, _constant).text
    except AntivenomError:
        return text  # what is wrong with it is told where it is used


def _constant(text: str) -> tuple[bool, bool | str | float | None]:
    """What an expression of constants comes to, and whether it is a condition."""
    try:
        source = SourceText(f"| makeresults | eval value={text}")
        return False, _value_of(NOTHING.compiled(source, {}))
    except QueryError:
        source = SourceText(f'| makeresults | eval value=case({text}, "true", NOT ({text}), "false")')
        found = _value_of(NOTHING.compiled(source, {}))
        return True, None if found is None else found == "true"


def _value_of(plan: Plan) -> str | float | None:
    (found,) = run(plan, {}, 0).column("value").to_pylist()
    return found if isinstance(found, str | float) or found is None else str(found)


def over_logs(source: SourceText, logs: Logs, now: int | None, given: Given) -> tuple[Plan, Scan, dict[str, pa.Table]]:
    """A query's plan over logs, the scan of them, and all tables it reads.

    Files nobody gave are asked for before the logs are read. Fields that depend on rows are looked up under the
    clock `now`, or the newest event's time.
    """
    read = outside.load(given.compiled(source, schemas(source, given)), given.files)
    scan = logs.scan(wants_of(source, selective=False, given=given))
    tables = {**scan.tables, **read}
    return over_scan(source, tables, now if now is not None else scan.newest, given), scan, tables


def over_scan(source: SourceText, tables: Mapping[str, pa.Table], now: int | None, given: Given = NOTHING) -> Plan:
    """A query's plan over the tables of a scan, whose data models it sees whole, and those that no log fills."""
    known = {**_schemas_of(tables), **cim.EVERY_SCHEMA}
    plan = given.compiled(source, known)
    return _looked_up(plan, known, tables, now, given)


def over_tables(
    source: SourceText, tables: Mapping[str, pa.Table], now: int | None, given: Given = NOTHING
) -> tuple[Plan, dict[str, pa.Table]]:
    """A query's plan over tables at hand, and all tables it reads."""
    known = _schemas_of(tables)
    plan = given.compiled(source, known)
    if EVENTS in columns_read(plan.relation) and EVENTS not in tables:
        raise MissingInput("the search reads events, and none were given", hint="name log files, or events= in Python")
    read = {**tables, **outside.load(plan, given.files)}
    return _looked_up(plan, known, read, now, given), read


def _schemas_of(tables: Mapping[str, pa.Table]) -> dict[str, Schema]:
    return {name: schema_of(name, table) for name, table in tables.items()}


def _looked_up(
    plan: Plan, known: Mapping[str, Schema], read: Mapping[str, pa.Table], now: int | None, given: Given
) -> Plan:
    """The plan, or where it depends on rows the one that is made with them."""
    if not depends_on_rows(plan.relation):
        return plan
    return given.compiled(plan.source, known, discovery(read, now, given.bounds, exact=True))


def schemas(source: SourceText, given: Given = NOTHING) -> Mapping[str, Schema]:
    """The tables a query can see before any log is read: data models, and events with the fields it names."""
    read = spl.fields_read(spl.parse(source, given.knowledge))
    # no log has event types or tags of itself
    names = frozenset(name for name in read.names if not spl.is_knowledge(name))
    return {**cim.EVERY_SCHEMA, EVENTS: _all_text(names)}


def expanded(source: SourceText, macros: Mapping[str, Mapping[str, Any]]) -> SourceText:
    """An SPL text with its macros put in."""
    return Given(macros=macros).expanded(source)


def write(plan: Plan, tables: Mapping[str, pa.Table], now: int, given: Given) -> tuple[str, ...]:
    """Write what a query writes into the folder the user named, and say so; without a folder only say what is not."""
    if given.out is None:
        names = dict.fromkeys(output.name for output in plan.outputs)
        return tuple(f"nothing was written to {name}: name a folder by --out" for name in names)
    said = []
    for output in plan.outputs:
        found = run(Plan(output.relation, plan.source, "spl"), tables, now, given.bounds)
        said.append(outside.write(given.out, output, found.column_names, found.to_pylist()))
    return tuple(said)


def wants_of(source: SourceText, *, selective: bool, given: Given = NOTHING) -> Wants:
    """What an SPL query and its subsearches want together."""
    search = spl.parse(source, given.knowledge)
    sides = spl.sides(search)
    models = [side for side in sides if spl.reads_models(side)]
    events = [side for side in sides if spl.reads_events(side)]
    if not events and not models:
        return Wants(splunk=frozenset(), kinds=None, need=Need(None, raw=False))
    asked = _Asked(source, selective, given)
    made = [_wants_of_models(models if events else [search], asked)] if models else []
    if events:
        made += _wants_of_events(search, events, asked)
    return reduce(Wants.join, made)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A query, whether readers may leave events out, and what was given."""

    source: SourceText
    selective: bool
    given: Given

    def lowered(self, search: Search, names: frozenset[str]) -> Relation:
        """The relation of one of its searches, over events with these fields."""
        known = self.given.catalog({**cim.EVERY_SCHEMA, EVENTS: _all_text(names)})
        return spl.lower(search, known, self.source, None, self.given.knowledge).relation


def _wants_of_events(search: Search, sides: list[Search], asked: _Asked) -> Iterator[Wants]:
    """For each search that begins with the events, the fields that any of them reads, and the kinds of its own."""
    read = spl.fields_read(search)
    names = frozenset(read.names)
    fields = EVERY_FIELD if read.everything else names
    raw = read.everything or "_raw" in names
    python = _names_python(search, asked, names)
    for side in sides:
        needed = _splunk_kinds(side, asked, names) if asked.selective else None
        if python:
            made = None if needed is None else needed | kinds.of_processes()
            shown = frozenset[str]() if _asks_python_alone(side, asked, names) else needed
            yield Wants(splunk=fields, programs={EVENTS: fields}, kinds=shown, need=Need(made, raw))
        else:
            yield Wants(splunk=fields, kinds=needed, need=Need(needed, raw))


def _wants_of_models(sides: list[Search], asked: _Asked) -> Wants:
    """The datasets of data models that searches read, and nothing else."""
    named = frozenset[str]().union(*(spl.fields_read(side).names for side in sides))
    read = [columns_read(asked.lowered(side, named)) for side in sides]
    datasets = {name for one in read for name in one if name in cim.SCHEMAS}
    models = {name: frozenset[str]().union(*(one.get(name, ()) for one in read)) for name in datasets}
    needed = frozenset[str]().union(*(kinds.of_model(name) for name in models)) if asked.selective else None
    return Wants(models=models, need=Need(needed, raw=False))


_PYTHON = {"index": programs.INDEX, "sourcetype": programs.SOURCETYPE}
"""What names the events about Python."""


def _names_python(search: Search, asked: _Asked, names: frozenset[str]) -> bool:
    """Whether a query names the events about Python anywhere."""
    if programs.INDEX not in asked.source.text.casefold():
        return False
    return calls(
        asked.lowered(search, names), lambda call: (said := _search_eq(call)) is not None and said in _PYTHON.items()
    )


def _asks_python_alone(side: Search, asked: _Asked, names: frozenset[str]) -> bool:
    """Whether a search can keep no events but those about Python."""
    condition = base_condition(asked.lowered(side, names))
    if condition is None:
        return False
    return any(implied(condition, field, _search_eq) == frozenset({value}) for field, value in _PYTHON.items())


def _splunk_kinds(search: Search, asked: _Asked, names: frozenset[str]) -> frozenset[str] | None:
    """The kinds that can pass a search's first condition: by EventCode in wineventlog, type in linux, any in esxi."""
    condition = base_condition(asked.lowered(search, names))
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


def without_rows(plan: Plan, tables: Mapping[str, pa.Table]) -> Iterator[str]:
    """Which datasets that a query reads have no row in these logs."""
    for name in columns_read(plan.relation):
        if name in cim.SCHEMAS and name in tables and not tables[name].num_rows:
            yield f"these logs hold no rows of {name}"


def without_groups(plan: Plan, tables: Mapping[str, pa.Table], now: int, limits: Limits | None = None) -> Iterator[str]:
    """Which by fields no result has that came to a stats: Splunk leaves out a result that lacks one."""
    with suppress(QueryError):  # of more time or memory than there may be; the answer itself is there
        for one in absent_keys(plan.relation, tables, now, limits):
            yield f"{one.field} is missing in all {one.rows:,} results that were to be grouped by it"


def events_table(events: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Events given as dicts, as one table: a field with a list anywhere is a multivalue, `_time` a number.

    The text of a number is a `_time` where the events come newest first, as those of a search do; else it stays
    text, and the events keep their order. Other values become text as Splunk would index them; None and a missing
    key are the same.
    """
    names = dict.fromkeys(name for event in events for name in event)
    columns = {name: _event_column([event.get(name) for event in events], name) for name in names}
    # the numbers also keep the rows of events that have no field at all
    return pa.table({**columns, EVENT_COLUMN: pa.array(range(len(events)), pa.int64())})


def _event_column(values: list[Any], name: str) -> pa.Array:
    if any(isinstance(value, list | tuple) for value in values):
        lists = [None if v is None else [_text(x) for x in (v if isinstance(v, list | tuple) else [v])] for v in values]
        return pa.array(lists, pa.list_(pa.string()))
    if name == "_time" and (times := _times(values)) is not None:
        return pa.array(times, pa.float64())
    return pa.array([None if value is None else _text(value) for value in values], pa.string())


def _times(values: list[Any]) -> list[float | None] | None:
    times = [None if value is None else _seconds(value) for value in values]
    known = [time for time in times if time is not None]
    if len(known) < sum(value is not None for value in values):
        return None
    texts = any(isinstance(value, str) for value in values)
    return None if texts and known != sorted(known, reverse=True) else times


def _seconds(value: Any) -> float | None:
    """A `_time` in seconds since 1970, from a number or the text of one."""
    if isinstance(value, int | float):
        return float(value)
    text = str(value)
    return float(text) if re.fullmatch(r"-?[0-9]{1,18}(\.[0-9]{1,18})?", text) else None


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)
