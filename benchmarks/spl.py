"""How fast SPL runs over many process events, beside the same questions written in DuckDB's SQL, in one run.

    python benchmarks/spl.py [--events N] [--runs N] [--only WORDS] [--content FILE] [--macros FILE] [--json]

The searches are twenty public detections over Endpoint.Processes, read by their names from --content (JSON lines with
`name` and `search`) with the macros of --macros; spl_queries.py has the SQL for each. Both read one Arrow table in
memory. Rounds are interleaved; figures are medians of CPU seconds (user and system, all threads) and ratios of them,
the time to compile the search included. docs/benchmarks.md says more.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

import antivenom
from figures import table
from kql import ROOT, SAMPLES, cost, events_of
from spl_queries import QUESTIONS

CONTENT = ROOT.parent / "shared" / "data" / "content"
MODEL = "Endpoint.Processes"
_NOW = 1_704_067_200 * 10**9 + 8 * 86_400 * 10**9


@dataclass(slots=True)
class Race:
    """One search: CPU seconds of each round for both, the rows both gave, and whether they are as many."""

    search: str
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    rows: int = 0
    same: bool = True

    @property
    def ratio(self) -> float:
        """How many times the CPU time of the SQL the search takes."""
        return median(self.ours) / median(self.theirs)


def main() -> int:
    asked = _asked()
    searches, macros = _searches(asked.content), _macros(asked.macros)
    events = as_model(events_of(asked))
    connection = duckdb.connect()
    connection.register("processes", events)
    races = [
        race(name, searches[name], sql, events, macros, connection, asked.runs)
        for name, sql in QUESTIONS.items()
        if asked.only in name
    ]
    if asked.json:
        print(json.dumps([asdict(r) | {"ratio": r.ratio} for r in races], indent=1))
    else:
        print("\n".join(_shown(asked, events, races)))
    return 0 if all(r.same for r in races) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--events", type=int, default=5_000_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="searches whose name has this in it")
    parser.add_argument("--content", type=Path, default=CONTENT / "spl_endpoint.jsonl")
    parser.add_argument("--macros", type=Path, default=CONTENT / "spl_macros.json")
    parser.add_argument("--samples", type=Path, default=SAMPLES)
    parser.add_argument("--keep", type=Path, help="Parquet file of the events: read if it is there, else written")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def _searches(path: Path) -> dict[str, str]:
    if not path.is_file():
        raise SystemExit(f"no public searches in {path}: give --content")
    with path.open(encoding="utf-8") as lines:
        return {item["name"]: item["search"] for item in map(json.loads, lines) if item["name"] in QUESTIONS}


def _macros(path: Path) -> dict[str, Any]:
    """The macros of the file, its first edition's where several have one; a search's own filter keeps everything."""
    editions = json.loads(path.read_text(encoding="utf-8")).values() if path.is_file() else []
    found: dict[str, Any] = {}
    for edition in editions:
        found = {**edition, **found}
    for name in QUESTIONS:
        short = "".join(c if c.isalnum() else "_" for c in name.lower())
        found[f"{short}_filter"] = {"definition": "search *"}
    return found


def as_model(events: pa.Table) -> pa.Table:
    """Process events as Endpoint.Processes has them: text, and _time in seconds since 1970."""
    seconds = pc.divide(pc.divide(pc.cast(events["Timestamp"], pa.int64()), 1000).cast(pa.float64()), 1e6)
    ids = pc.cast(events["ProcessId"], pa.string())
    parents = pa.array((np.arange(events.num_rows) * 7) % 32_768).cast(pa.string())
    guids = pc.binary_join_element_wise(events["DeviceName"], ids, parents, "-")
    return pa.table(
        {
            "_time": seconds,
            "dest": events["DeviceName"],
            "user": events["AccountName"],
            "process_name": events["FileName"],
            "original_file_name": events["FileName"],
            "process_path": events["FolderPath"],
            "process": events["ProcessCommandLine"],
            "process_id": ids,
            "process_guid": guids,
            "process_hash": guids,
            "parent_process_name": events["InitiatingProcessFileName"],
            "parent_process": events["InitiatingProcessCommandLine"],
            "parent_process_id": parents,
            "parent_process_guid": guids,
        }
    )


def race(
    name: str,
    search: str,
    sql: str,
    events: pa.Table,
    macros: Mapping[str, Any],
    connection: duckdb.DuckDBPyConnection,
    runs: int,
) -> Race:
    """Both contestants, in turns, after one round that is not counted."""
    found = Race(name)
    ours: Callable[[], pa.Table] = lambda: antivenom.query(  # noqa: E731
        search, language="spl", tables={MODEL: events}, now=_NOW, macros=macros
    )
    theirs: Callable[[], pa.Table] = lambda: connection.sql(sql).to_arrow_table()  # noqa: E731
    answers = ours(), theirs()
    found.rows, found.same = answers[0].num_rows, answers[0].num_rows == answers[1].num_rows
    for _ in range(runs):
        found.ours.append(cost(ours)[0])
        found.theirs.append(cost(theirs)[0])
    return found


def _shown(asked: argparse.Namespace, events: pa.Table, races: list[Race]) -> Iterator[str]:
    yield f"Python {platform.python_version()}, DuckDB {duckdb.__version__}"
    yield f"{events.num_rows:,} process events, {asked.runs} rounds, CPU seconds, medians"
    yield ""
    rows = [
        [r.search, "yes" if r.same else "NO", f"{r.rows:,}", f"{median(r.ours):.2f}", f"{median(r.theirs):.2f}",
         f"{r.ratio:.2f}"]
        for r in races
    ]  # fmt: skip
    yield from table(["search", "as many rows", "rows", "antivenom", "SQL", "ratio"], rows)
    if races:
        yield ""
        yield f"median ratio {median(r.ratio for r in races):.2f}, most {max(r.ratio for r in races):.2f}"


if __name__ == "__main__":
    sys.exit(main())
