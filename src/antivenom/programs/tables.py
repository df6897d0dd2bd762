"""What was read of a process table, as tables a query can ask: Kusto's two, and Splunk's events.

A value that belongs to a program is made once and then taken for every row that runs it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from antivenom.programs.reading import Codes, Readings
from antivenom.programs.schemas import IDENTITY, INDEX, PROGRAMS, SOURCETYPE, TABLES
from antivenom.pycode import Program, Sighting
from antivenom.tables import EVENT_COLUMN, Column, ColumnType

_ARROW = {
    ColumnType.STRING: pa.string(),
    ColumnType.LONG: pa.int64(),
    ColumnType.DATETIME: pa.timestamp("ns", tz="UTC"),
    ColumnType.DYNAMIC: pa.string(),
}
_MULTIVALUE = pa.list_(pa.string())


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)


def _decodings(program: Program) -> list[str]:
    return [decoding for layer in program.layers for decoding in layer.decodings]


_OF_PROGRAM: Mapping[str, Callable[[Program], Any]] = {
    "Verdict": lambda program: program.verdict,
    "Score": lambda program: program.score,
    "Summary": lambda program: program.summary,
    "Behaviours": lambda program: _json(program.behaviours),
    "AttackTechniques": lambda program: _json(program.attack),
    "Indicators": lambda program: _json([one.as_dict() for one in program.indicators]),
    "Layers": lambda program: len(program.layers),
    "Decodings": lambda program: _json(_decodings(program)),
    "Fingerprint": lambda program: program.fingerprint,
}
_OF_SIGHTING: Mapping[str, Callable[[Program, Sighting], Any]] = {
    "Verdict": lambda program, seen: program.verdict,
    "Rule": lambda program, seen: seen.rule,
    "Title": lambda program, seen: seen.title,
    "Score": lambda program, seen: seen.score,
    "Says": lambda program, seen: seen.saying,
    "Attack": lambda program, seen: _json(seen.attack),
    "Code": lambda program, seen: seen.places[0].code if seen.places else "",
    "Layer": lambda program, seen: seen.places[0].layer if seen.places else None,
    "Line": lambda program, seen: seen.places[0].line if seen.places else None,
    "Fingerprint": lambda program, seen: program.fingerprint,
}


def kusto(name: str, columns: Collection[str], processes: pa.Table, readings: Readings) -> pa.Table:
    """One of the tables of `schemas.TABLES`, these columns of it and the event numbers.

    processes  the process table that was read. A start that failed ran nothing, and is no row.
    """
    rows = _rows(processes, readings)
    codes = readings.codes[rows]
    if name == PROGRAMS:
        own = [column for column in columns if column in _OF_PROGRAM]
        values = {column: list(map(_OF_PROGRAM[column], readings.programs)) for column in own}
    else:
        rows, codes, values = _sightings(rows, codes, columns, readings.programs)
    kept = processes.take(pa.array(rows))
    made: dict[str, Any] = {}
    fields = []
    for column in TABLES[name].columns:
        if column.name in columns:
            fields.append(_field(column))
            made[column.name] = _cells(column, kept, values, codes)
    schema = pa.schema([*fields, pa.field(EVENT_COLUMN, pa.int64())])
    return pa.table({**made, EVENT_COLUMN: kept.column(EVENT_COLUMN)}, schema=schema)


def _rows(processes: pa.Table, readings: Readings) -> Codes:
    failed = pc.fill_null(pc.equal(processes.column("status"), "Failure"), False).to_numpy()
    return np.flatnonzero((readings.codes >= 0) & ~failed)


def _sightings(
    rows: Codes, codes: Codes, columns: Collection[str], programs: Sequence[Program]
) -> tuple[Codes, Codes, dict[str, list[Any]]]:
    """A row for each sighting of each row, the positions of these sightings, and their values."""
    every = [(program, seen) for program in programs for seen in program.sightings]
    counts = np.array([len(program.sightings) for program in programs], np.int64)
    first = np.cumsum(counts) - counts
    repeated = counts[codes]
    within = np.arange(repeated.sum()) - np.repeat(np.cumsum(repeated) - repeated, repeated)
    values = {column: [_OF_SIGHTING[column](*one) for one in every] for column in columns if column in _OF_SIGHTING}
    return np.repeat(rows, repeated), np.repeat(first[codes], repeated) + within, values


def _field(column: Column) -> pa.Field:
    return pa.field(column.name, _ARROW[column.type], metadata={"kusto.type": column.type.value})


def _cells(column: Column, kept: pa.Table, values: Mapping[str, list[Any]], codes: Codes) -> pa.Array | pa.ChunkedArray:
    type_ = _ARROW[column.type]
    if column.name in IDENTITY:
        own = kept.column(IDENTITY[column.name][0]).cast(type_)
        return pc.fill_null(own, "") if column.type is ColumnType.STRING else own
    return _texts(values[column.name], type_).take(pa.array(codes))


def _texts(values: Sequence[Any], type_: pa.DataType) -> pa.Array:
    """Values as a column; halves of surrogate pairs become question marks."""
    try:
        return pa.array(values, type_)
    except (UnicodeError, pa.ArrowInvalid):
        return pa.array([_clean(value) for value in values], type_)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    return [_clean(one) for one in value] if isinstance(value, list) else value


# Splunk

_FIELDS_OF_PROCESS: Mapping[str, str] = {
    "host": "device.hostname",
    "user": "user.name",
    "process": "process.cmd_line",
    "process_name": "process.name",
    "process_path": "process.file.path",
    "process_id": "process.pid",
    "parent_process": "actor.process.cmd_line",
    "parent_process_name": "actor.process.name",
}
_FIELDS_OF_PROGRAM: Mapping[str, Callable[[Program], Any]] = {
    "verdict": lambda program: program.verdict,
    "score": lambda program: str(program.score),
    "summary": lambda program: program.summary,
    "behaviours": lambda program: list(program.behaviours),
    "attack": lambda program: list(program.attack),
    "indicator": lambda program: [one.value for one in program.indicators],
    "indicator_type": lambda program: [one.kind for one in program.indicators],
    "layers": lambda program: str(len(program.layers)),
    "decodings": _decodings,
    "fingerprint": lambda program: program.fingerprint or None,
}
_LISTS = frozenset({"behaviours", "attack", "indicator", "indicator_type", "decodings"})
_SAME: Mapping[str, Any] = {
    "index": INDEX,
    "source": "antivenom",
    "sourcetype": [SOURCETYPE],
}
FIELDS = ("_time", "_raw", *_SAME, *_FIELDS_OF_PROCESS, *_FIELDS_OF_PROGRAM)
"""The fields an event about Python has."""


def splunk(wanted: Collection[str] | None, processes: pa.Table, readings: Readings) -> pa.Table:
    """The events about Python, with these of their fields (None: all) and the event numbers."""
    rows = _rows(processes, readings)
    codes, kept = pa.array(readings.codes[rows]), processes.take(pa.array(rows))
    made: dict[str, Any] = {}
    for field in FIELDS:
        if wanted is None or field in wanted:
            made[field] = _splunk_cells(field, kept, codes, readings.programs)
    return pa.table({**made, EVENT_COLUMN: kept.column(EVENT_COLUMN)})


def _splunk_cells(field: str, kept: pa.Table, codes: pa.Array, programs: Sequence[Program]) -> Any:
    if field == "_time":
        times = kept.column("time").cast(pa.int64()).to_pylist()
        return pa.array([None if time is None else time / 10**9 for time in times], pa.float64())
    if field in _SAME:
        same = _SAME[field]
        return pa.array([same] * kept.num_rows, _MULTIVALUE if isinstance(same, list) else pa.string())
    if field in _FIELDS_OF_PROCESS:
        return kept.column(_FIELDS_OF_PROCESS[field]).cast(pa.string())
    if field == "_raw":
        return _texts([_raw(program) for program in programs], pa.string()).take(codes)
    values = [_FIELDS_OF_PROGRAM[field](program) or None for program in programs]
    return _texts(values, _MULTIVALUE if field in _LISTS else pa.string()).take(codes)


def _raw(program: Program) -> str:
    """The event's text: what bare words of a search look through."""
    fields = {name: value for name, get in _FIELDS_OF_PROGRAM.items() if (value := get(program))}
    return _json({"command": program.command, **fields})


def together(events: pa.Table, made: pa.Table) -> pa.Table:
    """Splunk's other events and those about Python, in the order of their event numbers.

    A field with several values in one of the two has them in both.
    """
    lists = {field.name for table in (events, made) for field in table.schema if pa.types.is_list(field.type)}
    both = pa.concat_tables([_listed(table, lists) for table in (events, made)], promote_options="default")
    numbered = both.append_column("order", pa.array(range(both.num_rows)))
    order = pc.sort_indices(numbered, sort_keys=[(EVENT_COLUMN, "ascending"), ("order", "ascending")])
    names = [name for name in both.column_names if name != EVENT_COLUMN]
    return both.select([*names, EVENT_COLUMN]).take(order)


def _listed(table: pa.Table, lists: Collection[str]) -> pa.Table:
    for at, field in enumerate(table.schema):
        if field.name in lists and not pa.types.is_list(field.type):
            column = table.column(at).to_pylist()
            listed = pa.array([None if value is None else [str(value)] for value in column], _MULTIVALUE)
            table = table.set_column(at, field.name, listed)
    return table
