"""The door's `query`: over logs, tables, events, or the query's own data; what it gives and what it refuses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pytest

import antivenom
from antivenom import engine, splunk
from antivenom.errors import AntivenomError, QueryError, Unsupported, UsageError
from antivenom.languages import kql
from antivenom.plan.catalog import Catalog
from antivenom.plan.open_schemas import depends_on_rows
from antivenom.querying import ask, compile_over, query, wants
from antivenom.source import SourceText
from antivenom.vocabularies import kinds

LOGS = Path(__file__).parents[1] / "examples" / "logs"
NOON = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()) * 10**9


def test_a_query_can_carry_its_own_data() -> None:
    made = antivenom.query("datatable(a:string, b:long)['x', 1, 'y', 2] | where b > 1", language="kql")
    assert made.to_pylist() == [{"a": "y", "b": 2}]
    assert [field.metadata[b"kusto.type"] for field in made.schema] == [b"string", b"long"]
    assert antivenom.query("| makeresults | eval x=1+1 | table x", language="spl").to_pylist() == [{"x": 2}]


def test_kusto_types_come_back_as_arrow_types() -> None:
    made = antivenom.query(
        "print t=datetime(2026-03-02T12:00:00.1234567Z), s=1h, d=dynamic({'a': [1]}), b=true, i=int(1), r=1.5",
        language="kql",
    )
    assert [str(field.type) for field in made.schema] == [
        "timestamp[ns, tz=UTC]",
        "duration[ns]",
        "string",
        "bool",
        "int32",
        "double",
    ]
    assert made.column("t").cast(pa.int64())[0].as_py() == NOON + 123_456_700
    assert made.column("s")[0].as_py() == timedelta(hours=1)
    assert made.column("d")[0].as_py() == '{"a":[1]}'


def test_tables_given_by_the_caller() -> None:
    people = pa.table({"Name": ["a", None], "Age": pa.array([1, None], pa.int32())})
    made = antivenom.query("People | where isempty(Name)", language="kql", tables={"People": people})
    assert made.to_pylist() == [{"Name": "", "Age": None}]
    assert made.schema.field("Age").metadata[b"kusto.type"] == b"int"


def test_events_given_by_the_caller() -> None:
    events = [{"a": "1", "m": ["x", "y"]}, {"a": 2.0}, {"b": True}]
    made = antivenom.query("search a=* | table a m b", language="spl", events=events)
    assert made.to_pylist() == [
        {"a": "1", "m": ["x", "y"], "b": None},
        {"a": "2", "m": None, "b": None},
    ]


def test_event_numbers_are_not_seen_by_queries() -> None:
    logs = antivenom.open(LOGS / "linux-audit.log")
    names = antivenom.query("DeviceProcessEvents | take 1", language="kql", logs=logs).column_names
    names += antivenom.query("search type=EXECVE | head 1", language="spl", logs=logs).column_names
    assert not [name for name in names if name.startswith("antivenom.")]


def test_an_event_without_fields_is_an_event() -> None:
    assert antivenom.query("| stats count", language="spl", events=[{}, {}]).to_pylist() == [{"count": 2}]


def test_the_clock_is_the_newest_event_or_what_the_caller_says() -> None:
    logs = antivenom.open(LOGS)
    query = "DeviceProcessEvents | where Timestamp > ago(10m) | count"
    newest = antivenom.query(query, language="kql", logs=logs).to_pylist()[0]["Count"]
    later = antivenom.query(query, language="kql", logs=logs, now=NOON).to_pylist()[0]["Count"]
    assert newest > 0
    assert later == 0


@pytest.mark.parametrize("language, query", [("kql", "DeviceProcessEvents | count"), ("spl", "| stats count")])
def test_every_sensor_answers_both_languages(language: str, query: str) -> None:
    for name in ("windows-sysmon.xml", "linux-audit.log", "defender.jsonl"):
        text = query if language == "kql" else "search (EventCode=1 OR type=EXECVE) | stats count"
        made = antivenom.query(text, language=language, logs=antivenom.open(LOGS / name))
        assert made.column(0)[0].as_py() > 0, name


@pytest.mark.parametrize(
    "arguments, error",
    [
        ({"text": "print 1", "language": "sql"}, UsageError),
        ({"text": "x", "language": "kql", "tables": {}, "events": []}, UsageError),
        ({"text": "x", "language": "kql", "events": []}, UsageError),
        ({"text": "print 1", "language": "kql", "params": {"x": 1}}, UsageError),
        ({"text": "Nothing | count", "language": "kql"}, QueryError),
        ({"text": "print 1 |", "language": "kql"}, QueryError),
        ({"text": "| transaction host", "language": "spl"}, Unsupported),
        ({"text": "`unknown_macro`", "language": "spl"}, QueryError),
        ({"text": "`m`", "language": "spl", "macros": {"m": "a=1"}}, UsageError),
        ({"text": "`m(1)`", "language": "spl", "macros": {"m(1)": {"definition": "$a$", "args": "a"}}}, UsageError),
        ({"text": f"search a IN ({','.join('v' * 10_001)})", "language": "spl"}, Unsupported),
        ({"text": "search " + "a=1 OR " * 200_000 + "b=2", "language": "spl"}, QueryError),
    ],
)
def test_what_cannot_be_asked_is_said_so(arguments: dict[str, object], error: type[AntivenomError]) -> None:
    with pytest.raises(error):
        antivenom.query(**arguments)  # type: ignore[arg-type]


def test_macros_are_put_in() -> None:
    macros = {"is(1)": {"definition": 'a="$v$"', "args": ["v"]}}
    made = antivenom.query("search `is(x)` | table a", language="spl", events=[{"a": "x"}, {"a": "y"}], macros=macros)
    assert made.to_pylist() == [{"a": "x"}]


def test_logs_that_are_not_there_are_named() -> None:
    with pytest.raises(UsageError, match="no such file or folder: nowhere"):
        antivenom.open("nowhere")


REVERSE_SHELLS = """| tstats `security_content_summariesonly` count min(_time) as firstTime
        from datamodel=Endpoint.Processes where (Processes.process_name="python*" OR Processes.process="*python*")
            Processes.process="*socket*"
        by _time span=1s Processes.dest Processes.process_id Processes.process_guid Processes.process_name
            Processes.process Processes.parent_process_name Processes.vendor_product
    | `drop_dm_object_name(Processes)`
    | where match(lower(process), "socket\\.socket")
    | `security_content_ctime(firstTime)`"""


def test_one_tstats_sees_every_sensor() -> None:
    made = antivenom.query(REVERSE_SHELLS, language="spl", logs=antivenom.open(LOGS))
    assert set(made.column("vendor_product").to_pylist()) == {
        "Microsoft Sysmon",
        "Linux auditd",
        "Microsoft Defender for Endpoint",
        "Apple Endpoint Security",
        "VMware ESXi",
    }
    assert made.column("firstTime")[0].as_py() == "2026-03-02T09:00:12"


def test_a_search_reads_events_and_data_models_together() -> None:
    text = """index=linux type=EXECVE | stats count as records by host
        | join type=left host
            [| tstats dc(Processes.process_id) as processes from datamodel=Endpoint.Processes by Processes.dest
             | rename Processes.dest as host]"""
    wanted = wants(SourceText(text), "spl", selective=True)
    assert wanted.splunk == {"_time", "index", "type", "host"}
    assert wanted.models == {"Endpoint.Processes": {"dest", "process_id"}}
    assert wanted.need.kinds is not None
    assert kinds.of_model("Endpoint.Processes") | {"EXECVE"} <= wanted.need.kinds
    assert wanted.kinds is not None
    assert "EXECVE" in wanted.kinds
    assert "Microsoft-Windows-Sysmon/3" not in wanted.need.kinds
    rows = antivenom.query(text, language="spl", logs=antivenom.open(LOGS)).to_pylist()
    web = next(row for row in rows if row["host"] == "web-01")
    assert web["records"] > web["processes"] > 1


@pytest.mark.parametrize(
    "text, some",
    [
        ("index=linux type=EXECVE | head 3 | stats count by host", True),
        ("index=linux type=EXECVE | append [search index=linux type=PATH | table host] | table host", True),
        ("index=linux type=EXECVE | append [search foo | table host] | table host", False),
        ("| head 3 | search index=linux type=EXECVE | table host", False),
        ('| eval type="EXECVE", index="linux" | search index=linux type=EXECVE | table host', False),
    ],
)
def test_kinds_are_left_out_only_where_they_can_give_no_row(text: str, some: bool) -> None:
    assert (wants(SourceText(text), "spl", selective=True).need.kinds is not None) is some


@pytest.mark.parametrize(
    "asked", ["| append [search index=antivenom]", "| append [search index=a] | search index=antivenom"]
)
def test_a_subsearch_may_ask_of_python(asked: str) -> None:
    wanted = wants(SourceText(f"index=wineventlog EventCode=1 {asked} | stats count by index"), "spl", selective=True)
    assert wanted.programs is not None
    assert wanted.need.kinds is None or kinds.of_processes() <= wanted.need.kinds


def test_a_definition_that_is_given_comes_before_a_known_macro() -> None:
    made = antivenom.query(
        "| makeresults | eval a=1 | `drop_dm_object_name(x)`",
        language="spl",
        macros={"drop_dm_object_name(1)": {"args": ["object"], "definition": "eval b=2"}},
    )
    assert made.column("b").to_pylist() == [2]


def test_a_query_whose_columns_depend_on_rows_wants_all_that_rows_may_name() -> None:
    query = "DeviceEvents | project DeviceName, FolderPath, d = parse_json(AdditionalFields) | evaluate bag_unpack(d)"
    made = wants(SourceText(query + " | where Anything == 1 | summarize count() by DeviceName, Else"), "kql")
    assert made.defender == {"DeviceEvents": frozenset({"DeviceName", "FolderPath", "AdditionalFields"})}


def test_without_a_clock_the_columns_are_those_of_rows_of_any_time() -> None:
    query = "print t = datetime(2026-03-01), d = dynamic({'a': 1}) | where t > ago(1h) | evaluate bag_unpack(d)"
    assert [column.name for column in compile_over(SourceText(query), "kql", {}).relation.columns] == ["t", "a"]
    made = compile_over(SourceText(query), "kql", {}, NOON)
    assert [column.name for column in made.relation.columns] == ["t"]
    assert not depends_on_rows(made.relation)
    assert depends_on_rows(kql.compile(SourceText(query), Catalog({})).relation)


def test_a_name_that_no_row_gave_is_null_and_noted() -> None:
    query = "print d = dynamic({'a': 1}) | evaluate bag_unpack(d) | project a, b, c = strlen(b)"
    answer = ask(query, language="kql")
    assert answer.table.to_pylist() == [{"a": 1, "b": None, "c": 0}]
    assert answer.notes == ("no row had a property b; it is null here",)


@pytest.mark.parametrize(
    "type_, given, shown",
    [
        ("long", 3, 3),
        ("long", "3", 3),
        ("int", "int(3)", 3),
        ("real", 3, 3.0),
        ("string", "a b", "a b"),
        ("bool", "true", True),
        ("datetime", "2026-03-02 12:00", datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("datetime", datetime(2026, 3, 2, 12), datetime(2026, 3, 2, 12, tzinfo=UTC)),
        ("timespan", "time(1d)", timedelta(days=1)),
        ("timespan", timedelta(hours=1), timedelta(hours=1)),
        ("dynamic", {"a": [1]}, '{"a":[1]}'),
        ("dynamic", "[1, 2]", "[1,2]"),
    ],
)
def test_a_query_parameter_takes_a_value_of_its_type(type_: str, given: object, shown: object) -> None:
    query = f"declare query_parameters(p: {type_}); print p"
    assert antivenom.query(query, language="kql", params={"p": given}).to_pylist() == [{"print_0": shown}]


@pytest.mark.parametrize("type_, given", [("long", "x"), ("int", 2**40), ("bool", 1), ("guid", "g"), ("long", True)])
def test_a_query_parameter_refuses_a_value_of_another_type(type_: str, given: object) -> None:
    with pytest.raises(UsageError, match=f"parameter p must be of type {type_}"):
        antivenom.query(f"declare query_parameters(p: {type_}); print p", language="kql", params={"p": given})


def test_an_spl_search_that_looks_something_up_by_the_clock_needs_one() -> None:
    events = {"events": splunk.events_table([{"_time": 5, "a": "x"}, {"_time": 1, "a": "y"}])}
    search = SourceText("a=* [search a=* earliest=-2s | fields a] | table a")
    with pytest.raises(Unsupported, match="the clock moves"):
        compile_over(search, "spl", events)
    plan = compile_over(search, "spl", events, 6 * 10**9)
    assert engine.run(plan, events, 6 * 10**9).to_pylist() == [{"a": "x"}]


@pytest.mark.parametrize("seconds", [0.001, 0.3])
def test_what_is_looked_up_first_ends_in_time_too(seconds: float) -> None:
    many = "| makeresults count=100000 | eval k=1 | join k max=0 [| makeresults count=100000 | eval k=1, b=random()]"
    with pytest.raises(QueryError, match=rf"takes longer than {seconds} seconds"):
        query(f"{many} | chart count by k b", language="spl", timeout=seconds)
