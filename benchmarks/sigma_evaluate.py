"""One contestant of benchmarks/sigma.py: rules over a table of events, and what that cost.

As a program: `sigma_evaluate.py antivenom|sqlite|duckdb JOB.json` prints CPU seconds (user and system) of loading the
events, preparing the rules and evaluating them, and the largest resident size in MB; the rows of each rule go to the
job's `rows`, as NumPy arrays.
"""

from __future__ import annotations

import gc
import json
import re
import resource
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq
import sqlglot
from sqlglot import exp

Rows = npt.NDArray[np.int64]
Found = dict[str, Rows]

_BATCH = 10_000


def main() -> None:
    gc.set_threshold(100_000, 50, 100)  # as the command line does
    job = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    clock = Clock()
    rules = [job["rules"][number] for number in job["numbers"]]
    events = Events(Path(job["events"]), job["limit"])
    found, refused = CONTESTANTS[sys.argv[1]](events, rules, job["sql"], clock)
    _keep(found, job["rows"])
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(json.dumps({**clock.spent, "peak": peak, "refused": refused}))


class Clock:
    """CPU seconds of this process and its children, by what they were spent on."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}
        self.last = _cpu()

    def stop(self, what: str) -> None:
        """What was done since the last stop."""
        now = _cpu()
        self.spent[what] = self.spent.get(what, 0) + now - self.last
        self.last = now


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


def _keep(found: Found, path: str) -> None:
    """Rows of all rules in one array, with the bounds of each rule's."""
    bounds = np.cumsum([0, *map(len, found.values())])
    rows = np.concatenate(list(found.values())) if found else np.zeros(0, np.int64)
    np.savez(path, rules=np.array(list(found), dtype=np.str_), bounds=bounds, rows=rows)


@dataclass(frozen=True, slots=True)
class Events:
    """The first `limit` events of a Parquet file."""

    path: Path
    limit: int

    def table(self) -> pa.Table:
        """All of them at once."""
        return pq.read_table(self.path).slice(0, self.limit)

    def batches(self) -> Iterator[pa.RecordBatch]:
        """A few at a time."""
        left = self.limit
        for batch in pq.ParquetFile(self.path).iter_batches(batch_size=_BATCH):
            yield batch.slice(0, left)
            left -= batch.num_rows
            if left <= 0:
                return


# The contestants: events, rules, their SQL, the clock -> rows of each rule, and why a rule was refused

Rules = list[dict[str, Any]]
Sql = Mapping[str, Mapping[str, str]]
Refused = dict[str, str]


def antivenom(events: Events, rules: Rules, sql: Sql, clock: Clock) -> tuple[Found, Refused]:
    """All conditions at once."""
    from antivenom.engine.together import matches  # the other contestants are measured without it
    from sigma_rules import condition

    table = events.table()
    clock.stop("load")
    conditions = [condition(rule["text"]) for rule in rules]
    clock.stop("prepare")
    found = matches(table, conditions)
    clock.stop("evaluate")
    return {rule["id"]: np.sort(rows) for rule, rows in zip(rules, found, strict=True)}, {}


def sqlite(events: Events, rules: Rules, sql: Sql, clock: Clock) -> tuple[Found, Refused]:
    """A table in memory with columns that ignore case, one query a rule."""
    connection = sqlite3.connect(":memory:")
    connection.create_function("REGEXP", 2, regexp, deterministic=True)
    _fill(connection, events)
    clock.stop("load")

    def rows(where: str) -> list[int]:
        return [row for (row,) in connection.execute(f"SELECT rowid FROM events WHERE {where}")]

    return _each(rules, sql, rows, sqlite3.Error, clock)


def _fill(connection: sqlite3.Connection, events: Events) -> None:
    """Make the table `events`; the number of a row is its place among the events, plus 1."""
    names = pq.read_schema(events.path).names
    columns = ", ".join(f'"{name}" TEXT COLLATE NOCASE' for name in names)
    connection.execute(f"CREATE TABLE events ({columns})")
    insert = f"INSERT INTO events VALUES ({', '.join('?' * len(names))})"
    for batch in events.batches():
        values = zip(*(column.to_pylist() for column in batch.columns), strict=True)
        connection.executemany(insert, values)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def regexp(pattern: str, value: str | None) -> bool:
    """SQLite's operator REGEXP."""
    return value is not None and _compiled(pattern).search(value) is not None


def duck(events: Events, rules: Rules, sql: Sql, clock: Clock) -> tuple[Found, Refused]:
    """A table in memory, one query a rule, on one thread."""
    connection = duckdb.connect(config={"threads": 1})
    given = [str(events.path), events.limit]
    connection.execute("CREATE TABLE events AS SELECT * FROM read_parquet($1) LIMIT $2", given)
    clock.stop("load")

    def rows(where: str) -> Rows:
        found: Rows = connection.execute(f"SELECT rowid + 1 AS row FROM events WHERE {where}").fetchnumpy()["row"]
        return found

    translated = {id: {"where": as_duckdb(said["where"])} if "where" in said else said for id, said in sql.items()}
    clock.stop("prepare")
    return _each(rules, translated, rows, duckdb.Error, clock)


def as_duckdb(where: str) -> str:
    """SQLite's condition over columns that ignore case, as DuckDB's over columns that do not."""
    return sqlglot.parse_one(where, read="sqlite").transform(_duckdb).sql("duckdb")


def _duckdb(node: exp.Expression) -> exp.Expression:
    match node:
        case exp.Like():
            return exp.ILike(this=node.this, expression=node.expression)
        case exp.EQ():
            sides = (exp.Lower(this=side) if _is_text(side) else side for side in (node.this, node.expression))
            return exp.EQ(**dict(zip(("this", "expression"), sides, strict=True)))
        case exp.RegexpLike():
            return exp.Anonymous(this="regexp_matches", expressions=[node.this, node.expression])
        case exp.Coalesce(expressions=[exp.Literal(this="0")]):
            node.set("expressions", [exp.false()])
    return node


def _is_text(side: exp.Expression) -> bool:
    return isinstance(side, exp.Column) or (isinstance(side, exp.Literal) and side.is_string)


def _each(
    rules: Rules, sql: Sql, run: Callable[[str], list[int] | Rows], errors: type[Exception], clock: Clock
) -> tuple[Found, Refused]:
    """The rows of every rule that has SQL and whose SQL runs."""
    found: Found = {}
    refused: Refused = {}
    clock.stop("prepare")
    for id, where in _asked(rules, sql, refused):
        try:
            found[id] = np.sort(np.asarray(run(where), np.int64)) - 1
        except errors as error:
            refused[id] = str(error).split("\n")[0]
    clock.stop("evaluate")
    return found, refused


def _asked(rules: Rules, sql: Sql, refused: Refused) -> Iterator[tuple[str, str]]:
    for rule in rules:
        said = sql[rule["id"]]
        if "where" in said:
            yield rule["id"], said["where"]
        else:
            refused[rule["id"]] = said["refused"]


CONTESTANTS = {"antivenom": antivenom, "sqlite": sqlite, "duckdb": duck}

if __name__ == "__main__":
    main()
