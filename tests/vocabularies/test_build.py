"""Events into Arrow tables: columns, order, batches and hostile values."""

from __future__ import annotations

import pyarrow as pa
import pytest

from antivenom.tables import Event
from antivenom.vocabularies import build, columns
from antivenom.vocabularies.activity import SCHEMAS
from antivenom.vocabularies.build import EVERYTHING, Builder
from antivenom.vocabularies.splunk import rows
from tests.vocabularies.samples import (
    defender_start,
    eslogger_exec,
    event,
    execve,
    security_start,
    sysmon_start,
)

SAMPLES = [
    sysmon_start(),
    execve("python3", "-c", "1", pid=9, ppid=8),
    defender_start(),
    security_start(),
    sysmon_start(at=1),
    eslogger_exec("zsh"),
    event("windows", "Some-Provider/7", {"System.Channel": "C", "os": "own value", "Data": ["a", "<b>"]}),
    sysmon_start(at=2),
]


def events_table(samples: list[Event], fields: frozenset[str]) -> pa.Table:
    builder = Builder(splunk_fields=fields)
    for number, each in enumerate(samples):
        builder.add(number, each)
    return builder.finish()["events"]


def expected_rows(samples: list[Event], names: list[str]) -> list[dict[str, object]]:
    return [
        {**{name: row.get(name) for name in names}, "antivenom.event": number}
        for number, sample in enumerate(samples)
        for row in rows(sample)
    ]


@pytest.mark.parametrize("batch", [1, 3, 100])
@pytest.mark.parametrize("fields", [EVERYTHING, frozenset(("_time", "sourcetype", "Image", "a0", "os", "CommandLine"))])
def test_the_table_holds_the_rows(batch: int, fields: frozenset[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """However rows fall into batches, and whichever kinds of events take turns."""
    monkeypatch.setattr(columns, "BATCH", batch)
    table = events_table(SAMPLES, fields)
    names = [name for name in table.column_names if name != "antivenom.event"]
    if fields is EVERYTHING:
        assert {name for sample in SAMPLES for row in rows(sample) for name in row} <= set(names)
    else:
        assert set(names) == fields
    assert table.column_names[-1] == "antivenom.event"
    assert table.to_pylist() == expected_rows(SAMPLES, names)


def test_types_of_the_splunk_table() -> None:
    schema = events_table(SAMPLES, EVERYTHING).schema
    assert schema.field("_time").type == pa.float64()
    assert schema.field("sourcetype").type == pa.list_(pa.string())
    assert schema.field("Image").type == pa.string()
    assert schema.field("antivenom.event").type == pa.int64()


def test_rows_of_an_audit_event_carry_its_number() -> None:
    table = events_table([SAMPLES[0], SAMPLES[1]], frozenset(("type",)))
    assert table["antivenom.event"].to_pylist() == [0, 1, 1]


def test_fields_nobody_has_are_null_columns() -> None:
    table = events_table(SAMPLES[:1], frozenset(("no_such_field",)))
    assert table.to_pylist() == [{"no_such_field": None, "antivenom.event": 0}]


def test_no_events_give_empty_tables() -> None:
    builder = Builder(frozenset(("_time", "Image")), {"DeviceProcessEvents": None, "DeviceEvents": None}, True)
    tables = builder.finish()
    assert tables["events"].column_names == ["_time", "Image", "antivenom.event"]
    assert all(table.num_rows == 0 for table in tables.values())
    assert {name for name in tables if name.startswith("activity.")} == {f"activity.{name}" for name in SCHEMAS}


def test_field_names_an_attacker_makes_are_bounded() -> None:
    hostile = event("windows", "P/1", {f"field{n}": "x" for n in range(5000)})
    builder = Builder(splunk_fields=EVERYTHING)
    builder.add(0, hostile)
    notes = builder.notes
    table = builder.finish()["events"]
    assert table.num_columns <= build.MAX_COLUMNS + 100
    assert len(notes) == 1
    assert "field names beyond the first 2000" in notes[0]


def test_kinds_an_attacker_makes_share_one_shape() -> None:
    builder = Builder(splunk_fields=frozenset(("EventCode",)))
    for number in range(5000):
        builder.add(number, event("windows", f"P{number}/{number}", {}))
    assert len(builder._splunk._plans) == 1  # type: ignore[union-attr]
    assert builder.finish()["events"].num_rows == 5000


@pytest.mark.parametrize("time", [1 << 63, -(1 << 63) - 1, 10**30])
def test_a_time_no_column_can_hold_is_null(time: int) -> None:
    sample = sysmon_start()._replace(time=time)
    builder = Builder(frozenset(("_time",)), {"DeviceProcessEvents": frozenset(("Timestamp",))})
    builder.add(0, sample)
    tables = builder.finish()
    assert tables["DeviceProcessEvents"]["Timestamp"].null_count == 1
    assert tables["events"]["_time"].to_pylist() == [time / 1e9]


def test_broken_unicode_is_replaced() -> None:
    builder = Builder(frozenset(("CommandLine",)), {"DeviceProcessEvents": frozenset(("ProcessCommandLine",))})
    builder.add(0, sysmon_start(CommandLine="a\ud800b\x00c"))
    builder.add(1, execve("python3", "\udfff", pid=1, ppid=2))
    tables = builder.finish()
    assert tables["events"]["CommandLine"].to_pylist()[0] == "a\ufffdb\x00c"
    assert tables["DeviceProcessEvents"]["ProcessCommandLine"].to_pylist() == [
        "a\ufffdb\x00c",
        "python3 \ufffd",
    ]


def test_a_multivalue_in_a_text_column_is_joined() -> None:
    sample = event("windows", "Microsoft-Windows-Sysmon/1", {"Image": ["a", "b"], "CommandLine": ["x", "<y>"]})
    table = events_table([sample], frozenset(("Image", "CommandLine")))
    assert table.to_pylist() == [{"CommandLine": "x\n&lt;y&gt;", "Image": "a\nb", "antivenom.event": 0}]


def test_strings_of_kql_are_never_null() -> None:
    builder = Builder(defender_tables={"DeviceProcessEvents": None})
    builder.add(0, execve("python3", pid=9, ppid=8))
    table = builder.finish()["DeviceProcessEvents"]
    for field in table.schema:
        if field.type == pa.string() and field.name != "AdditionalFields":
            assert table[field.name].null_count == 0, field.name


def test_asking_for_more_does_not_change_a_table() -> None:
    alone, together = (
        Builder(defender_tables={"DeviceProcessEvents": None}),
        Builder(EVERYTHING, {"DeviceProcessEvents": None, "DeviceNetworkEvents": None}, True),
    )
    for number, sample in enumerate(SAMPLES):
        alone.add(number, sample)
        together.add(number, sample)
    assert alone.finish()["DeviceProcessEvents"].equals(together.finish()["DeviceProcessEvents"])
