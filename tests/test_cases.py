"""Every case folder: the query's plan, its SQL and its rows are what its files say.

`pytest tests/test_cases.py --record` writes what is missing or different; read the diff before committing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow as pa
import pytest

from antivenom import engine, outside, splunk
from antivenom.engine import discovery
from antivenom.errors import AntivenomError
from antivenom.languages import spl
from antivenom.plan.catalog import Catalog
from antivenom.plan.open_schemas import depends_on_rows
from antivenom.plan.relations import Plan
from antivenom.plan.show import show
from tests.support.case_files import LANGUAGES, NOW, Case, as_json, cases, dump


def _compare(path: Path, made: str, record: bool) -> None:
    if record:
        path.write_text(made, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: run with --record and read it"
    assert made == path.read_text(encoding="utf-8")


def _compiled(case: Case, catalog: Catalog, tables: dict[str, pa.Table]) -> Plan:
    if case.language == "spl":
        return _compiled_spl(case, catalog, tables)
    known = () if case.language == "sigma" else (discovery(tables, NOW),)
    plan: Plan = LANGUAGES[case.language].compile(case.source, catalog, *known)
    return plan


def _compiled_spl(case: Case, catalog: Catalog, tables: dict[str, pa.Table]) -> Plan:
    """The plan of a search, whose look-up files and configuration stand in the folder `app` beside it."""
    app = case.folder / "app"
    given = splunk.Given.of(conf=[app] if app.is_dir() else [])
    source = given.expanded(case.source)
    known = given.catalog(catalog.tables)
    plan = spl.compile(source, known, None, given.knowledge)
    tables |= outside.load(plan, given.files)
    if depends_on_rows(plan.relation):
        plan = spl.compile(source, known, discovery(tables, NOW), given.knowledge)
    return plan


@pytest.mark.parametrize("case", [*cases("kql"), *cases("spl"), *cases("sigma")], ids=lambda case: case.id)
def test_case(case: Case, record: bool) -> None:
    catalog, tables = case.tables()
    plan = _compiled(case, catalog, tables)
    rows = as_json(engine.run(plan, tables, NOW))
    expected = case.folder / "rows.json"
    if expected.exists() and not record:
        # as text, so that NaN equals NaN and 1 is not 1.0
        assert dump(rows) == dump(json.loads(expected.read_text(encoding="utf-8")))
    else:
        _compare(expected, dump(rows), record)
    _compare(case.folder / "plan.txt", show(plan.relation), record)
    _compare(case.folder / "query.sql", engine.sql_of(plan.relation, NOW), record)


@pytest.mark.parametrize("case", cases("errors"), ids=lambda case: case.id)
def test_error_message(case: Case, record: bool) -> None:
    catalog, tables = case.tables()
    with pytest.raises(AntivenomError) as caught:
        _compiled(case, catalog, tables)
    _compare(case.folder / "message.txt", f"{type(caught.value).__name__}: {caught.value}\n", record)
