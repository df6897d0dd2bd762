"""The one room that runs DuckDB: tables and SQL in, Arrow out. Nothing in a query can reach a file or the network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from threading import Event, Thread

import duckdb
import pyarrow as pa
from duckdb.func import FunctionNullHandling, PythonUDFType

from antivenom.engine.convert import to_engine
from antivenom.engine.sql import Compiled, Scan
from antivenom.engine.udfs import UDFS, Udf
from antivenom.errors import AntivenomError, EngineError, QueryError, Unsupported

_SETTINGS = (
    "SET enable_external_access=false",
    "SET autoinstall_known_extensions=false",
    "SET autoload_known_extensions=false",
    "SET python_enable_replacements=false",
    "SET preserve_insertion_order=true",
    "SET lock_configuration=true",
)

_REFUSED = re.compile(r"not supported: (.+)")
"""What a row's SQL says when a value comes up whose answer is not known."""

_AGAIN = 0.05
"""Seconds between interrupts."""

_STOPPED = "failed: KeyboardInterrupt"


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one engine run; memory as DuckDB writes it, such as "2GB", the time in seconds."""

    memory: str = "4GB"
    threads: int | None = None
    seconds: float = 600


def run(compiled: Compiled, tables: Mapping[str, pa.Table], limits: Limits | None = None) -> pa.Table:
    """The rows of compiled SQL over the tables, columns in order under their SQL aliases.

    Raises QueryError when it takes more memory or time than it may, EngineError when DuckDB refuses, with the SQL as
    its hint.
    """
    bounds = limits or Limits()
    with _database(bounds.memory, bounds.threads).cursor() as connection, _ended(connection, bounds.seconds) as late:
        sql = compiled.text()
        try:
            for scan in compiled.scans:
                connection.register(scan.name, scanned(scan, tables))
            for name in sorted(compiled.functions & UDFS.keys()):
                _register(connection, UDFS[name])
            return connection.sql(sql, params=compiled.parameters or None).to_arrow_table()
        except duckdb.OutOfMemoryException as error:
            raise QueryError(f"the query needs more than {bounds.memory} of memory: {error}") from None
        except (duckdb.Error, RuntimeError) as error:
            if late.is_set():
                raise QueryError(
                    f"the query takes longer than {bounds.seconds:g} seconds", hint="--timeout SECONDS lets it"
                ) from None
            raise _raised(error, sql) from None


@contextmanager
def _ended(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[Event]:
    """Interrupts what runs on the connection when the time is up; the event says that it did.

    An interrupt that comes before the query runs is lost, so that there is one after another until it has ended.
    """
    late, done = Event(), Event()

    def end() -> None:
        if done.wait(seconds):
            return
        late.set()
        while not done.wait(_AGAIN):
            with suppress(duckdb.Error):  # it ended just now
                connection.interrupt()

    Thread(target=end, daemon=True).start()
    try:
        yield late
    finally:
        done.set()


def _raised(error: Exception, sql: str) -> BaseException:
    """What an error of DuckDB's means; it takes Ctrl-C itself, and says so in two ways."""
    text = str(error)
    cause = error.__cause__ or error.__context__
    if isinstance(cause, AntivenomError):
        return cause
    if isinstance(error, duckdb.InterruptException) or text == "Query interrupted" or _STOPPED in text:
        return KeyboardInterrupt()
    if not isinstance(error, duckdb.Error):
        return error
    if isinstance(error, duckdb.OutOfMemoryException):
        return Unsupported("a query that needs more memory than it may have")
    refused = _REFUSED.search(text)
    return Unsupported(refused[1]) if refused else EngineError(f"DuckDB: {text}", hint=f"the SQL was: {sql}")


@cache
def _database(memory: str, threads: int | None) -> duckdb.DuckDBPyConnection:
    """The one in-memory database of these limits; it holds nothing, each run has a cursor of its own."""
    config: dict[str, str | bool | int | float | list[str]] = {"memory_limit": memory}
    if threads:
        config["threads"] = threads
    connection = duckdb.connect(config=config)
    for setting in _SETTINGS:
        connection.execute(setting)
    return connection


def _register(connection: duckdb.DuckDBPyConnection, udf: Udf) -> None:
    with suppress(duckdb.NotImplementedException, duckdb.CatalogException):  # it is there from an earlier run
        connection.create_function(
            udf.name,
            udf.function,
            list(udf.arguments),
            udf.result,
            type=PythonUDFType.ARROW,
            null_handling=FunctionNullHandling.SPECIAL,
        )


def scanned(scan: Scan, tables: Mapping[str, pa.Table]) -> pa.Table:
    """The columns a scan reads, under its aliases, as the engine holds them."""
    table = tables.get(scan.source.table)
    if table is None:
        raise EngineError(f"the engine was given no table {scan.source.table}")
    names: dict[str, int] = {}
    for index, name in enumerate(table.column_names):
        names.setdefault(name, index)
    data = []
    for column in scan.source.columns:
        if column.name not in names:
            raise EngineError(f"table {scan.source.table} has no column {column.name}")
        data.append(to_engine(table.column(names[column.name]), column, scan.source.table))
    if not data:
        return pa.table({"nothing": pa.nulls(table.num_rows, pa.bool_())})
    return pa.table(data, names=scan.aliases)
