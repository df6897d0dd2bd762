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
  const list = K.KustoCode.ParseAndAnalyze(text, state).GetDiagnostics();
  found[id] = [];
  for (let i = 0; i < list.Count; i++) found[id].push(list.getItem(i).Message + ' at ' + list.getItem(i).Start);
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


def diagnostics(queries: Mapping[str, str], schema: Schema) -> dict[str, list[str]]:
    """What the analyser says of each query; those it says nothing of are left out."""
    asked = json.dumps({"schema": schema, "queries": dict(queries)})
    done = subprocess.run(
        ["node", "-e", _CHECK, FOLDER], input=asked, capture_output=True, text=True, check=True, timeout=300
    )
    return {id: found for id, found in json.loads(done.stdout).items() if found}
