"""Runs the public KQL queries over all shared logs: each is compiled, and what compiles is run."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from typing import Any

import pyarrow as pa

from antivenom import engine, kusto, outside
from antivenom.errors import AntivenomError, MissingInput, Unsupported
from antivenom.logs import Logs, Wants
from antivenom.plan.open_schemas import depends_on_rows
from antivenom.plan.relations import Plan
from antivenom.source import SourceText

_MOST_COLUMNS = 80
"""The recorded lists of columns are cut there."""
_LONG = 150_000
"""Bytes of a packed recording that is left out."""
_MOST_ROWS = 1_000
"""Rows of a table the queries run over, taken evenly: the answers are not looked at, and the run must stay short."""


@dataclass(slots=True)
class Tally:
    """What became of the queries. `rejected` says whether Microsoft's analyser sees a fault too."""

    ran: int = 0
    with_rows: int = 0
    missing: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    late: Counter[str] = field(default_factory=Counter)
    rejected: Counter[bool] = field(default_factory=Counter)
    alone: list[str] = field(default_factory=list)
    """Queries that only we reject."""
    faults: list[str] = field(default_factory=list)
    compared: int = 0
    apart: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        lines = [
            f"ran {self.ran} ({self.with_rows} gave rows), missing input {self.missing.total()}, "
            f"refused {self.refused.total()}, refused while running {self.late.total()}, "
            f"rejected {self.rejected.total()} ({self.rejected[False]} by us alone), faults {len(self.faults)}",
            f"columns as Microsoft's analyser has them: {self.compared - len(self.apart)} of {self.compared}",
        ]
        for what, counts in (("missing", self.missing), ("refused", self.refused), ("while running", self.late)):
            lines += [f"  {count:4} {what}: {name}" for name, count in counts.most_common()]
        return "\n".join([*lines, *(f"  rejected by us alone: {one}" for one in self.alone), *self.apart, *self.faults])


def load(folder: Path) -> Iterator[dict[str, Any]]:
    """The recorded queries."""
    with (folder / "content" / "kql_endpoint.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A query that compiles and reads no file."""

    name: str
    source: SourceText
    plan: Plan


def compiled(cases: Iterable[Mapping[str, Any]], tally: Tally) -> list[Compiled]:
    """The queries that can be run; what became of the others is counted."""
    return [one for case in cases if (one := _compiled(case, tally)) is not None]


def _compiled(case: Mapping[str, Any], tally: Tally) -> Compiled | None:
    name = f"{case['path']} # {case['name']}"
    source = SourceText(case["query"], case["path"])
    try:
        plan = kusto.NOTHING.compiled(source, kusto.schemas(source), None, kusto.FILLED)
        _compare(case, plan, tally)
        outside.load(plan, {})
        return Compiled(name, source, plan)
    except MissingInput as error:
        tally.missing[_kind(error)] += 1
    except Unsupported as error:
        tally.refused[error.construct] += 1
    except AntivenomError as error:
        faulty = case["semantic_errors"] > 0
        tally.rejected[faulty] += 1
        if not faulty:
            tally.alone.append(f"{name}: {error.message}")
    except Exception as error:
        tally.faults.append(f"{name}: {error!r}")
    return None


def scanned(folder: Path, queries: Iterable[Compiled]) -> tuple[dict[str, pa.Table], int]:
    """Every table the queries read, from one pass over the shared logs, and the newest time in them (ns)."""
    wants = reduce(Wants.join, (kusto.wants_of(one.plan, selective=False) for one in queries))
    scan = Logs(_logs(folder / "telemetry")).scan(wants)
    return {name: _spread(table) for name, table in scan.tables.items()}, scan.newest or 0


def _logs(folder: Path) -> list[Path]:
    """All logs but a few long recordings, which would take most of the time and hold no other kinds of events."""
    long = [path for path in (folder / "windows_json").rglob("*") if path.is_file() and path.stat().st_size > _LONG]
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path not in long]


def _spread(table: pa.Table) -> pa.Table:
    step = 1 + table.num_rows // _MOST_ROWS
    return table.take(pa.array(range(0, table.num_rows, step), pa.int64()))


def run(one: Compiled, tables: Mapping[str, pa.Table], now: int, tally: Tally) -> None:
    """Run a query, and count what became of it."""
    try:
        plan = one.plan
        if depends_on_rows(plan.relation):
            found = engine.discovery(tables, now)
            plan = kusto.NOTHING.compiled(one.source, kusto.schemas(one.source), found, kusto.FILLED)
        result = engine.run(plan, tables, now)
    except Unsupported as error:
        tally.late[error.construct] += 1
    except Exception as error:
        tally.faults.append(f"{one.name}: {error!r}")
    else:
        tally.ran += 1
        tally.with_rows += result.num_rows > 0


def _kind(error: MissingInput) -> str:
    """The first words of what is missing."""
    words = error.message.partition(" ")
    return words[0] if words[0] in ("externaldata", "FileProfile()", "geo_info_from_ip_address()") else error.message


def _compare(case: Mapping[str, Any], plan: Plan, tally: Tally) -> None:
    if case["semantic_errors"]:
        return
    tally.compared += 1
    ours = [f"{column.name}:{column.type.value}" for column in plan.relation.columns][:_MOST_COLUMNS]
    if ours != case["result_columns"]:
        theirs = case["result_columns"]
        only = [one for one in ours if one not in theirs][:4], [one for one in theirs if one not in ours][:4]
        tally.apart.append(f"  other columns: {case['path']} # {case['name']}: ours {only[0]}, theirs {only[1]}")
