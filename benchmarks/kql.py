"""How fast KQL runs over many process events, beside duckdb-kql and beside plain DuckDB, in one run.

    python benchmarks/kql.py [--events N] [--runs N] [--only WORDS] [--without WORDS] [--json]

Needs duckdb-kql in the same environment: `pip install "duckdb-kql[all]"`. antivenom and plain DuckDB read one Arrow
table in memory, duckdb-kql a table of DuckDB's own, made from it before anything is measured.
Rounds are interleaved; figures are medians of CPU seconds (user and system, all threads) and ratios of them.
kql_queries.py has the queries; sigma_events.py makes the events. docs/benchmarks.md says more.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from statistics import median

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

import antivenom
from antivenom.engine import schema_of
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from figures import table
from kql_queries import QUERIES, TERMS
from sigma_events import Draw, starts

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT.parent / "shared" / "data" / "telemetry"
TABLE = "DeviceProcessEvents"
CONTAINS = "plain contains()"
_FIELDS = {
    "Computer": "DeviceName",
    "User": "AccountName",
    "Image": "FolderPath",
    "CommandLine": "ProcessCommandLine",
    "ParentImage": "InitiatingProcessFolderPath",
    "ParentCommandLine": "InitiatingProcessCommandLine",
}
_LEAVES = {"FolderPath": "FileName", "InitiatingProcessFolderPath": "InitiatingProcessFileName"}
_DAY_NS = 86_400 * 10**9
_START_NS = 1_704_067_200 * 10**9


@dataclass(slots=True)
class Race:
    """One query: CPU seconds and wall seconds of each round for both, and whether the answers agree."""

    query: str
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    ours_wall: list[float] = field(default_factory=list)
    theirs_wall: list[float] = field(default_factory=list)
    rows: int = 0
    same: bool = True

    @property
    def ratio(self) -> float:
        """How many times as much CPU time the other takes."""
        return median(self.theirs) / median(self.ours)


def main() -> int:
    asked = _asked()
    events = events_of(asked)
    peer = Peer(events)
    chosen = [name for name in QUERIES if asked.only in name and not (asked.without and asked.without in name)]
    races = [race(name, QUERIES[name], events, peer, asked.runs) for name in chosen]
    plain = _plain(events, asked.runs)
    compiled = _compile_time(events)
    if asked.json:
        print(json.dumps({"races": [asdict(r) for r in races], "contains": plain, "compile_ms": compiled}, indent=1))
    else:
        print("\n".join(_shown(asked, events, races, plain, compiled)))
    return 0 if all(r.same for r in races) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="queries whose name has this in it")
    parser.add_argument("--without", default="", help="leave out queries whose name has this in it")
    parser.add_argument("--samples", type=Path, default=SAMPLES)
    parser.add_argument("--keep", type=Path, help="Parquet file of the events: read if it is there, else written")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def events_of(asked: argparse.Namespace) -> pa.Table:
    """The events to ask about: read from the kept file, or made and kept."""
    if asked.keep and asked.keep.is_file():
        return pq.read_table(asked.keep).slice(0, asked.events)
    made = make(asked.events, asked.samples if asked.samples.is_dir() else None)
    if asked.keep:
        pq.write_table(made, asked.keep, compression="zstd")
    return made


def make(count: int, samples: Path | None) -> pa.Table:
    """Process events drawn from real ones as sigma_events.py says, over seven days."""
    names = list(_FIELDS)
    drawn = Draw(names, starts(samples, names), count).table("realistic")
    columns = {_FIELDS[name]: drawn[name] for name in names}
    for path, leaf in _LEAVES.items():
        columns[leaf] = pa.chunked_array([_leaves(columns[path].combine_chunks())])
    offsets = np.sort(np.random.default_rng(7).integers(0, 7 * _DAY_NS // 100, count)) * 100
    times = pa.array(_START_NS + offsets).cast(pa.timestamp("ns", "UTC"))
    ids = pa.array(np.arange(count) % 65_536, pa.int64())
    return pa.table({"Timestamp": times, "ProcessId": ids, **columns})


def _leaves(paths: pa.Array) -> pa.Array:
    coded = paths.dictionary_encode()
    names = pa.array([path.rsplit("\\", 1)[-1].rsplit("/", 1)[-1] for path in coded.dictionary.to_pylist()])
    return names.take(coded.indices)


class Peer:
    """duckdb-kql over a table of DuckDB's own, which is made before anything is measured."""

    def __init__(self, events: pa.Table) -> None:
        try:
            import duckdb_kql
        except ImportError:
            sys.exit('this needs the other implementation: pip install "duckdb-kql[all]"')
        self._module = duckdb_kql
        self._connection = duckdb_kql.connect()
        self._connection.register("given", events)
        self._connection.execute(f"CREATE TABLE {TABLE} AS SELECT * FROM given")

    def ask(self, text: str) -> pa.Table:
        """The answer to a query."""
        return self._module.query(self._connection, text).to_arrow_table()


def race(name: str, text: str, events: pa.Table, peer: Peer, runs: int) -> Race:
    """Both contestants, in turns, after one round that is not counted."""
    found = Race(name)
    ours, theirs = _ours(text, events), lambda: peer.ask(text)
    answers = ours(), theirs()
    found.rows, found.same = answers[0].num_rows, _same(*answers)
    for _ in range(runs):
        for contestant, cpu, wall in ((ours, found.ours, found.ours_wall), (theirs, found.theirs, found.theirs_wall)):
            spent = cost(contestant)
            cpu.append(spent[0])
            wall.append(spent[1])
    return found


def _ours(text: str, events: pa.Table) -> Callable[[], pa.Table]:
    return lambda: antivenom.query(text, language="kql", tables={TABLE: events}, now=_START_NS + 8 * _DAY_NS)


def cost(work: Callable[[], object]) -> tuple[float, float]:
    """CPU seconds and wall seconds that it takes."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return time.process_time() - cpu, time.perf_counter() - wall


def _same(ours: pa.Table, theirs: pa.Table) -> bool:
    """Whether both give the same rows, in any order; times and lists are compared as text."""
    if ours.num_rows != theirs.num_rows or ours.num_columns != theirs.num_columns:
        return False
    return sorted(map(_row, zip(*ours.to_pydict().values(), strict=True))) == sorted(
        map(_row, zip(*theirs.to_pydict().values(), strict=True))
    )


def _row(cells: tuple[object, ...]) -> tuple[str, ...]:
    return tuple(_cell(cell) for cell in cells)


def _cell(cell: object) -> str:
    if hasattr(cell, "timestamp"):
        return f"{cell.timestamp():.5f}"
    if isinstance(cell, str) and cell.startswith("["):
        cell = json.loads(cell)
    return str(sorted(map(str, cell))) if isinstance(cell, list) else str(cell)


def _plain(events: pa.Table, runs: int) -> dict[str, float]:
    """CPU seconds of `has` and `has_any` of fifty terms and of fifty plain contains() over the same column."""
    connection = duckdb.connect()
    connection.register("events", events)
    test = " OR ".join(f"contains(line, '{term}')" for term in TERMS)
    lowered = "WITH lowered AS MATERIALIZED (SELECT lower(ProcessCommandLine) AS line FROM events)"
    sql = f"{lowered} SELECT count(*) FROM lowered WHERE {test}"
    contestants = {
        CONTAINS: lambda: connection.sql(sql).fetchall(),
        "has_any of 50": _ours(QUERIES["has_any of 50"], events),
        "has 50 times": _ours(QUERIES["has 50 times"], events),
    }
    spent: dict[str, list[float]] = {name: [] for name in contestants}
    for number in range(runs + 1):
        for name, work in contestants.items():
            took = cost(work)[0]
            if number:
                spent[name].append(took)
    return {name: median(costs) for name, costs in spent.items()}


def _compile_time(events: pa.Table) -> dict[str, float]:
    """Milliseconds from a query's text to its plan and its SQL, the median of fifty, modules loaded."""
    from antivenom.engine.sql import compile_relation

    catalog = Catalog({TABLE: schema_of(TABLE, events)})
    source = SourceText(QUERIES["python executions"])
    made: list[float] = []
    for _ in range(51):
        begin = time.perf_counter()
        compile_relation(kql.compile(source, catalog).relation).text()
        made.append((time.perf_counter() - begin) * 1e3)
    return {"first": made[0], "median": median(made[1:])}


def _shown(
    asked: argparse.Namespace,
    events: pa.Table,
    races: list[Race],
    plain: dict[str, float],
    compiled: dict[str, float],
) -> Iterator[str]:
    yield f"Python {platform.python_version()}, DuckDB {duckdb.__version__}, duckdb-kql {version('duckdb-kql')}"
    yield f"{events.num_rows:,} process events, {asked.runs} rounds, CPU seconds, medians"
    yield ""
    rows = [
        [r.query, "yes" if r.same else "NO", f"{r.rows:,}", f"{median(r.ours):.2f}", f"{median(r.theirs):.2f}",
         f"{r.ratio:.2f}", f"{median(r.theirs_wall) / median(r.ours_wall):.2f}"]
        for r in races
    ]  # fmt: skip
    yield from table(["query", "same rows", "rows", "antivenom", "duckdb-kql", "ratio", "ratio of wall"], rows)
    if races:
        yield ""
        yield f"median ratio {median(r.ratio for r in races):.2f}, least {min(r.ratio for r in races):.2f}"
    for name, spent in plain.items():
        if name != CONTAINS:
            yield f"{name}: {spent:.2f} s, {spent / plain[CONTAINS]:.2f} x {CONTAINS} ({plain[CONTAINS]:.2f} s)"
    yield f"compile, text to SQL: {compiled['median']:.1f} ms (first {compiled['first']:.1f} ms)"


if __name__ == "__main__":
    sys.exit(main())
