"""Every hunt, in both languages, on the scenarios it names, as each sensor records them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from antivenom import catalogue
from antivenom.hunting import run
from antivenom.logs import Logs
from antivenom.proving.processes import Scenario
from antivenom.proving.reading import read
from antivenom.proving.scenarios import render, sensors_of
from antivenom.querying import ask
from antivenom.response import hunts, load
from antivenom.response.fill import query
from antivenom.response.values import values_of
from antivenom.source import SourceText
from tests.support import microsoft_kql

HUNTS = {hunt.id: hunt for hunt in hunts.load()}
GUIDE = load.guide()


@cache
def scenario(name: str) -> Scenario:
    return read(hunts.scenario_file(name))


def trials(kind: str) -> list[tuple[str, str, str, str]]:
    """Hunt, language, scenario and sensor, of one kind of promise."""
    return [
        (hunt.id, language, name, sensor.name)
        for hunt in HUNTS.values()
        for name in getattr(hunt, kind)
        for sensor in sensors_of(scenario(name))
        for language in ("kql", "spl")
    ]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The log that a scenario leaves in a sensor, written once."""
    folder = tmp_path_factory.mktemp("logs")

    @cache
    def log(name: str, sensor: str) -> Path:
        file = folder / f"{name}-{sensor}.log"
        file.write_bytes(render(scenario(name), sensor))
        return file

    return log


def _rows(text: str, language: str, log: Path) -> int:
    return ask(SourceText(text), language=language, logs=Logs((log,))).table.num_rows


@pytest.mark.parametrize("id, language, name, sensor", trials("rows"))
def test_it_returns_rows_where_it_says_so(id: str, language: str, name: str, sensor: str, recorded: Any) -> None:
    hunt = HUNTS[id]
    rows = _rows(getattr(hunt, language), language, recorded(name, sensor))
    if sensor in hunt.blind:
        assert rows == 0, f"it is not blind on {sensor}"
    else:
        assert 1 <= rows <= 20


@pytest.mark.parametrize("id, language, name, sensor", trials("quiet"))
def test_it_is_quiet_where_it_says_so(id: str, language: str, name: str, sensor: str, recorded: Any) -> None:
    assert _rows(getattr(HUNTS[id], language), language, recorded(name, sensor)) == 0


@pytest.mark.parametrize("id, language, name, sensor", trials("noisy"))
def test_it_is_noisy_where_it_says_so(id: str, language: str, name: str, sensor: str, recorded: Any) -> None:
    assert _rows(getattr(HUNTS[id], language), language, recorded(name, sensor)) >= 1


def test_there_are_hunts_enough_and_each_page_is_whole() -> None:
    assert len(HUNTS) >= 12
    assert all(hunt.quiet or hunt.noisy for hunt in HUNTS.values())
    assert {"T1059.006"} <= set.intersection(*(set(hunt.attack) for hunt in HUNTS.values()))


@pytest.mark.parametrize(
    "name", sorted({name for hunt in HUNTS.values() for name in (*hunt.rows, *hunt.quiet, *hunt.noisy)})
)
def test_a_scenario_of_hunts_is_named_after_its_file(name: str) -> None:
    assert scenario(name).id == name


@pytest.fixture(scope="module")
def intrusion(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The Linux part of an intrusion as auditd and as Defender record it, and the finding of its session."""
    folder = tmp_path_factory.mktemp("intrusion")
    (folder / "audit.log").write_bytes(render(scenario("hunt-intrusion"), "auditd"))
    (folder / "defender.jsonl").write_bytes(render(scenario("hunt-intrusion"), "defender"))
    found = run(Logs((folder,)), list(catalogue.load()))
    documents = [finding.as_dict() for finding in found.findings]
    return folder, next(one for one in documents if one["host"] == "app-03" and "b64decode" in str(one["process"]))


@pytest.mark.parametrize("pivot", GUIDE.pivots, ids=lambda pivot: pivot.id)
@pytest.mark.parametrize("language", ["kql", "spl"])
def test_every_pivot_runs_with_the_values_of_a_real_finding(
    pivot: Any, language: str, intrusion: tuple[Path, dict[str, Any]]
) -> None:
    folder, document = intrusion
    process = {**document["process"], "sha256": "ab" * 32}
    code = {"indicators": [*document["program"]["indicators"], {"kind": "path", "value": "/var/tmp/.sync/beat.py"}]}
    values = values_of({**document, "process": process, "program": {**document["program"], **code}}, GUIDE.slots)
    made = query(getattr(pivot, language), language, GUIDE.slots, values)
    assert made.lacks == ()
    rows = ask(SourceText(made.text), language=language, logs=Logs((folder,))).table.num_rows
    silent = {("logons-from-here", "kql"), ("logons-from-here", "spl"), ("same-file", "spl")}
    assert (rows == 0) == ((pivot.id, language) in silent)


@microsoft_kql.needed
def test_microsofts_analyser_has_nothing_to_say(shared_data: Path) -> None:
    """Hunts and pivots against the schema of Log Analytics, by Microsoft's own parser and type checker."""
    tables = ("DeviceProcessEvents", "DeviceNetworkEvents", "DeviceFileEvents")
    schema = microsoft_kql.log_analytics(shared_data / "schemas" / "la_table_schemas.csv", tables)
    queries = {hunt.id: hunt.kql for hunt in HUNTS.values()}
    document = {
        "time": "2026-03-02T09:00:12.480Z", "host": "h\u202e\"\\\U0001f40d", "user": "a",
        "process": {"name": "n", "path": "p'", "pid": 5, "command_line": "c\n", "sha256": "ab" * 32},
        "parent": {"name": "q", "pid": 6},
        "program": {"indicators": [{"kind": "ip", "value": "198.51.100.1"}, {"kind": "path", "value": "/tmp/x"}]},
    }  # fmt: skip
    values = values_of(document, GUIDE.slots)
    queries |= {f"pivot {one.id}": query(one.kql, "kql", GUIDE.slots, values).text for one in GUIDE.pivots}
    said = microsoft_kql.diagnostics(queries, schema)
    assert said == {}, said
