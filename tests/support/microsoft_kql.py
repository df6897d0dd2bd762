"""Microsoft's own parser and type checker of KQL (@kusto/language-service-next), where a folder has it installed.

ANTIVENOM_KUSTO names that folder: `npm install --prefix FOLDER @kusto/language-service-next`.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = os.environ.get("ANTIVENOM_KUSTO", "")

needed = pytest.mark.skipif(
    not FOLDER or shutil.which("node") is None,
    reason="ANTIVENOM_KUSTO names no folder with @kusto/language-service-next, or there is no node",
)
"""Marks a test that asks the analyser."""

Schema = Mapping[str, list[tuple[str, str]]]
"""Table -> its columns with their types."""

_CHECK = """
const fs = require('fs');
require(process.argv[1] + '/node_modules/@kusto/language-service-next/bridge.min.js');
require(process.argv[1] + '/node_modules/@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const {schema, queries} = JSON.parse(fs.readFileSync(0));
const K = Kusto.Language, S = K.Symbols;
const text = columns => '(' + columns.map(([c, t]) => `['${c}']: ${t}`).join(', ') + ')';
const tables = Object.entries(schema).map(([name, columns]) => new S.TableSymbol.$ctor7(name, text(columns), null));
const state = K.GlobalState.Default.WithDatabase(new S.DatabaseSymbol.$ctor2('db', null, tables));
const found = {};
for (const [id, text] of Object.entries(queries)) {
  const code = K.KustoCode.ParseAndAnalyze(text, state);
  const list = code.GetDiagnostics(), messages = [], columns = [];
  for (let i = 0; i < list.Count; i++) messages.push(list.getItem(i).Message + ' at ' + list.getItem(i).Start);
  const made = code.ResultType && code.ResultType.Columns;
  for (let i = 0; made && i < made.Count; i++) columns.push([made.getItem(i).Name, made.getItem(i).Type.Name]);
  found[id] = {messages, columns};
}
console.log(JSON.stringify(found));
"""


def log_analytics(file: Path, tables: Iterable[str]) -> Schema:
    """The schema of some tables in a list of all tables of Log Analytics."""
    wanted, found = frozenset(tables), dict[str, list[tuple[str, str]]]()
    with file.open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            if row["table_name"] in wanted:
                found.setdefault(row["table_name"], []).append((row["column_name"], row["column_type"]))
    return found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the analyser says of a query, and the names and types of its columns."""

    messages: list[str]
    columns: list[tuple[str, str]]


def verdicts(queries: Mapping[str, str], schema: Schema) -> dict[str, Verdict]:
    """The analyser's verdict on each query."""
    asked = json.dumps({"schema": schema, "queries": dict(queries)})
    done = subprocess.run(
        ["node", "-e", _CHECK, FOLDER], input=asked, capture_output=True, text=True, check=True, timeout=300
    )
    found = json.loads(done.stdout).items()
    return {id: Verdict(one["messages"], [(name, type_) for name, type_ in one["columns"]]) for id, one in found}


def diagnostics(queries: Mapping[str, str], schema: Schema) -> dict[str, list[str]]:
    """What the analyser says of each query; those it says nothing of are left out."""
    return {id: verdict.messages for id, verdict in verdicts(queries, schema).items() if verdict.messages}
