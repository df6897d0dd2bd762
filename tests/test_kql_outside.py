"""What a KQL query reads besides logs: files under the names it gives them, watchlists, profiles, stored functions."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

import antivenom
from antivenom import outside
from antivenom.cli import root
from antivenom.errors import AntivenomError, DamagedInput, MissingInput, QueryError, Unsupported, UsageError
from antivenom.logs import Logs

ADDRESS = "https://feeds.example/list.csv"
READ = f'externaldata(ip: string, n: long)["{ADDRESS}"]'


def rows(query: str, files: Mapping[str, Path] | None = None, **more: Any) -> list[dict[str, Any]]:
    named = {name: str(path) for name, path in (files or {}).items()}
    made: list[dict[str, Any]] = antivenom.query(query, language="kql", files=named, **more).to_pylist()
    return made


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="")
    return path


# --- externaldata


def test_columns_are_read_as_their_types(tmp_path: Path) -> None:
    columns = "b: bool, i: int, l: long, r: real, s: string, d: datetime, t: timespan, g: guid, y: dynamic, m: decimal"
    text = (
        'true,7,8,1.5,"a ""b"", c",2026-03-02T01:02:03Z,1.02:00:00,'
        '7e0a5b1c-0000-4000-8000-000000000001,"{""a"":1}",1.10\n'
        "x,x,x,x,,x,x,x,x,x\n"
        "1\n"
    )
    made = rows(f'externaldata({columns})["f"]', {"f": written(tmp_path / "f.csv", text)})
    first, wrong, short = (list(row.values()) for row in made)
    assert (first[0], first[1], first[2], first[3], first[4], first[8]) == (True, 7, 8, 1.5, 'a "b", c', '{"a":1}')
    assert [cell is None for cell in wrong] == [True, True, True, True, False, True, True, True, False, True]
    assert wrong[8] == '"x"'
    assert short[:2] == [True, None]
    assert short[4] == ""


@pytest.mark.parametrize(
    "name, data, options",
    [
        ("a.csv", b"1.1.1.1,1\n\n2.2.2.2,2\n", ""),
        ("a.csv", b"\xef\xbb\xbfip,n\r\n1.1.1.1,1\r\n2.2.2.2,2\r\n", "with (ignoreFirstRecord=true)"),
        ("a.tsv", b"1.1.1.1\t1\n2.2.2.2\t2", ""),
        ("a.psv", b"1.1.1.1|1\n2.2.2.2|2", ""),
        ("a.x", b"1.1.1.1;1\n2.2.2.2;2", 'with (format="scsv")'),
        ("a.json", b'{"n":1,"ip":"1.1.1.1"}\n{"ip":"2.2.2.2","n":"2","more":[]}', ""),
        ("a.x", b'[{"n":1,"ip":"1.1.1.1"},{"ip":"2.2.2.2","n":2}]', "with (format=multijson)"),
        ("a.csv.gz", gzip.compress(b"1.1.1.1,1\n2.2.2.2,2", mtime=0), ""),
    ],
)
def test_formats(tmp_path: Path, name: str, data: bytes, options: str) -> None:
    (tmp_path / "data").write_bytes(data)
    query = f'externaldata(ip: string, n: long)[h@"https://x.example/{name};secret"] {options} | order by n asc'
    assert rows(query, {name: tmp_path / "data"}) == [{"ip": "1.1.1.1", "n": 1}, {"ip": "2.2.2.2", "n": 2}]


def test_lines_of_text_fill_the_first_column_and_raw_is_one_value(tmp_path: Path) -> None:
    path = written(tmp_path / "f", "# head\r\n\na,b\n")
    assert rows('externaldata(l: string, m: string)["f"] with (format="txt", ignoreFirstRecord=true)', {"f": path}) == [
        {"l": "a,b", "m": ""}
    ]
    assert rows('externaldata(l: string)["f"] with (format="raw")', {"f": path}) == [{"l": "# head\r\n\na,b\n"}]


def test_parquet_and_zip(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": [1], "ip": ["1.1.1.1"], "l": [["x"]]}), tmp_path / "a.parquet")
    query = 'externaldata(ip: string, n: long, l: dynamic)["a.parquet"]'
    assert rows(query, {"a.parquet": tmp_path / "a.parquet"}) == [{"ip": "1.1.1.1", "n": 1, "l": '["x"]'}]
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("one.csv", "1.1.1.1,1\n")
        archive.writestr("two.csv", "2.2.2.2,2\n")
    assert len(rows('externaldata(ip: string)["a.zip"]', {"a.zip": tmp_path / "a.zip"})) == 2


def test_several_addresses_are_one_table_and_a_mapping_finds_columns(tmp_path: Path) -> None:
    one = written(tmp_path / "one.json", '{"a":{"b":[5]},"c":"x"}')
    two = written(tmp_path / "two.json", '{"a":{},"c":"y"}')
    mapping = json.dumps([{"Column": "n", "Properties": {"Path": "$.a.b[0]"}}, {"column": "s", "path": "$['c']"}])
    query = f"""externaldata(n: long, s: string)["one.json", "two.json"]
        with (format=json, ingestionMapping='{mapping.replace("'", chr(92) + "'")}')"""
    assert rows(query, {"one.json": one, "two.json": two}) == [{"n": 5, "s": "x"}, {"n": None, "s": "y"}]


def test_externaldata_stands_in_lets_joins_functions_and_lists(tmp_path: Path) -> None:
    files = {"list.csv": written(tmp_path / "f", "1.1.1.1,1\n2.2.2.2,2\n")}
    hosts = 'datatable(ip: string, host: string)["1.1.1.1", "a", "9.9.9.9", "b"]'
    assert rows(f"let bad = {READ}; {hosts} | where ip in (bad)", files) == [{"ip": "1.1.1.1", "host": "a"}]
    assert rows(f"{hosts} | join kind=inner ({READ}) on ip | project n", files) == [{"n": 1}]
    assert rows(f"let f = () {{ {READ} | where n > 1 }}; union f, (f())", files) == [{"ip": "2.2.2.2", "n": 2}] * 2
    assert rows(f"print toscalar({READ} | count)", files) == [{"print_0": 2}]


def test_a_file_nobody_gave_is_asked_for_after_the_query_was_understood(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"(?s)reads https://feeds.example/list.csv.*--file 'list.csv=PATH'"):
        rows(READ)
    with pytest.raises(QueryError, match="there is no column m"):
        rows(f"{READ} | where m > 1")
    with pytest.raises(UsageError, match="no such file"):
        rows(READ, {"list.csv": tmp_path / "none"})


@pytest.mark.parametrize(
    "query, kind, says",
    [
        ('externaldata(a: string, a: long)["x"]', QueryError, "twice"),
        ('externaldata(a: string)["x"] with (format="cvs")', QueryError, "there is no format cvs"),
        ('externaldata(a: string)["x"] with (format="orc")', Unsupported, "format orc"),
        ('externaldata(a: string)["x"] with (recreate_schema=true)', Unsupported, "option recreate_schema"),
        ('externaldata(a: string)["x"] with (ignoreFirstRecord=maybe)', QueryError, "true or false"),
        ("externaldata(a: string)[1]", QueryError, "is a string"),
        ('externaldata(a: string) "x"', QueryError, r"expected '\['"),
        ('externaldata(*)["x"]', QueryError, "a column name"),
    ],
)
def test_what_is_wrong_with_externaldata(query: str, kind: type[AntivenomError], says: str) -> None:
    with pytest.raises(kind, match=says):
        rows(query)


def test_a_file_of_another_format_is_damaged_input(tmp_path: Path) -> None:
    with pytest.raises(DamagedInput, match="cannot be read as json"):
        rows('externaldata(a: string)["x"] with (format=json)', {"x": written(tmp_path / "x", "no json")})


# --- watchlists


def test_a_watchlist_has_the_columns_of_its_file(tmp_path: Path) -> None:
    path = written(tmp_path / "w.csv", "Host,Owner,Added\nweb-01,ann,2026-01-01\nweb-02,bob,\n")
    made = rows('_GetWatchlist("Servers") | where SearchKey == "web-02"', {"Servers": path})
    assert made == [
        {
            "_DTItemId": "",
            "LastUpdatedTimeUTC": None,
            "SearchKey": "web-02",
            "Host": "web-02",
            "Owner": "bob",
            "Added": "",
        }
    ]
    other = written(tmp_path / "w.json", '[{"SearchKey": "k", "n": 5}]')
    assert rows("_GetWatchlist('W') | project SearchKey, n", {"W": other}) == [{"SearchKey": "k", "n": "5"}]
    assert rows("_GetWatchlistAlias", {"W": other}) == [{"WatchlistAlias": "W"}]
    with pytest.raises(MissingInput, match="--watchlist Other=FILE"):
        rows("_GetWatchlist('Other')")
    own = "let _GetWatchlist = (a: string) { print SearchKey = a }; _GetWatchlist('x')"
    assert rows(own) == [{"SearchKey": "x"}]


# --- what Defender and Kusto know by themselves


def test_file_profile_is_looked_up_by_any_hash(tmp_path: Path) -> None:
    path = written(tmp_path / "p.csv", "SHA1,SHA256,GlobalPrevalence,Signer,IsCertificateValid\nAA,BB,12,Me,true\n")
    files = 'datatable(SHA1: string, Other: string)["aa", "bb", "cc", "", "", ""]'
    made = rows(f"{files} | invoke FileProfile()", {"FileProfile": path})
    said = [(row["SHA1"], row["GlobalPrevalence"], row["Signer"], row["ProfileAvailability"]) for row in made]
    assert sorted(said) == [("", None, "", ""), ("aa", 12, "Me", "Available"), ("cc", None, "", "Missing")]
    for by in ("Other", '"Other", 1000'):
        found = rows(
            f"{files} | invoke FileProfile({by}) | where IsCertificateValid | project SHA1", {"FileProfile": path}
        )
        assert found == [{"SHA1": "aa"}]
    with pytest.raises(MissingInput, match="--file 'FileProfile=PATH'"):
        rows(f"{files} | invoke FileProfile()")
    with pytest.raises(QueryError, match="there is no column SHA1"):
        rows("print a = '' | invoke FileProfile()")


def test_the_longest_network_says_where_an_address_is(tmp_path: Path) -> None:
    text = "network,country,city,latitude\n192.0.0.0/8,AA,,\n192.0.2.0/24,BB,Here,1.5\n2001:db8::/32,CC,,\n"
    files = {"geo_info_from_ip_address": written(tmp_path / "g.csv", text)}
    addresses = 'datatable(ip: string)["192.0.2.9", "192.1.1.1", "10.0.0.1", "x", "2001:db8::5"]'
    made = rows(f"{addresses} | extend g = geo_info_from_ip_address(ip) | extend c = tostring(g.country)", files)
    assert {row["ip"]: row["c"] for row in made} == {
        "192.0.2.9": "BB", "192.1.1.1": "AA", "10.0.0.1": "", "x": "", "2001:db8::5": "CC"
    }  # fmt: skip
    said = {row["ip"]: row["g"] for row in made}
    assert json.loads(said["192.0.2.9"]) == {"country": "BB", "city": "Here", "latitude": 1.5}
    assert said["10.0.0.1"] is None
    with pytest.raises(MissingInput, match="where addresses are"):
        rows("print geo_info_from_ip_address('192.0.2.1')")


def test_tables_of_another_workspace_are_a_file(tmp_path: Path) -> None:
    text = "TimeGenerated [UTC],EventID,Computer\n2026-03-02T00:00:00Z,4688,a\n"
    query = "workspace('other').SecurityEvent | where EventID == 4688 | project TimeGenerated, Computer, Account"
    files = {'workspace("other").SecurityEvent': written(tmp_path / "e.csv", text)}
    made = rows(query, files, logs=Logs([]))
    assert [(row["Computer"], row["Account"]) for row in made] == [("a", "")]
    with pytest.raises(MissingInput, match=r"write SecurityEvent to read that of these logs"):
        rows(query, logs=Logs([]))
    with pytest.raises(Unsupported, match="columns are not known"):
        rows('cluster("a").database("b").Unheard', logs=Logs([]))
    with pytest.raises(QueryError, match="needs a dot"):
        rows('workspace("a")')


# --- stored functions


def test_functions_of_a_folder(tmp_path: Path) -> None:
    written(tmp_path / "Numbers.kql", "// doc\n(n: long = 2) { range x from 1 to n step 1 | extend y = Twice(x) }")
    written(tmp_path / "Plain.kql", "let a = 5; print a = a")
    written(
        tmp_path / "more.csl",
        ".create-or-alter function with (folder='f', docstring='d') Twice(x: long) { x * 2 }\n\n"
        ".create function ['Other'] (T: (*), m: long) {\n T | where x > m\n}",
    )
    written(tmp_path / "s.yaml", "FunctionName: Aliased\nFunctionAlias: Alias\nFunctionQuery: |\n  print z = 1\n")
    written(
        tmp_path / "p.yml",
        "ParserName: vim\nEquivalentBuiltInParser: _Im_My\nParserParams:\n- Name: s\n  Type: string\n  Default: '*'\n"
        "ParserQuery: |\n  print s = s\n",
    )
    more = {"functions": tmp_path}
    assert rows("Numbers | where x > 1", **more) == [{"x": 2, "y": 4}]
    assert rows("Numbers(n=3) | count", **more) == [{"Count": 3}]
    assert rows("Numbers(3) | invoke Other(2)", **more) == [{"x": 3, "y": 6}]
    assert rows("Plain | extend b = Twice(a)", **more) == [{"a": 5, "b": 10}]
    assert rows("union Alias, Aliased", **more) == [{"z": 1}, {"z": 1}]
    assert rows("_Im_My", **more) == rows("vim('*')", **more) == [{"s": "*"}]


def test_a_let_hides_a_stored_function_and_a_mapping_gives_them() -> None:
    functions = {"F": "print a = 1", "G": "F | extend b = 2"}
    assert rows("G", functions=functions) == [{"a": 1, "b": 2}]
    assert rows("let F = () { print c = 3 }; F", functions=functions) == [{"c": 3}]


def test_an_error_says_in_which_function_it_is() -> None:
    with pytest.raises(QueryError, match=r"(?s)there is no column b\n  in the function F\nquery:1:1"):
        rows("F | take 1", functions={"F": "print a = 1 | where b > 1"})
    with pytest.raises(QueryError, match="the stored function F cannot be read"):
        rows("F", functions={"F": "print ="})
    with pytest.raises(MissingInput, match="--functions DIR"):
        rows("SomeParser()")


@pytest.mark.parametrize("name", [name for name in outside.packaged() if not name.startswith("_antivenom")])
def test_each_packaged_function_runs(name: str) -> None:
    logs = Logs([Path(__file__).parents[1] / "examples" / "logs"])
    assert antivenom.query(f"{name} | take 1", language="kql", logs=logs).num_columns > 20


def test_asim_filters() -> None:
    logs = Logs([Path(__file__).parents[1] / "examples" / "logs"])
    by = "commandline_has_any=dynamic(['socket']), targetprocess_has_any=dynamic(['python3'])"
    by += ", dvchostname_has_any=dynamic(['web-01'])"
    (found,) = rows(f"_Im_ProcessCreate({by}) | summarize n = count(), make_set(Dvc)", logs=logs)
    assert found["n"] > 0
    assert found["set_Dvc"] == '["web-01"]'
    (none,) = rows("_Im_ProcessCreate(dvcipaddr_has_any_prefix=dynamic(['10.'])) | count", logs=logs)
    assert none == {"Count": 0}
    (ended,) = rows("imProcess(eventtype='ProcessTerminated') | summarize make_set(EventType)", logs=logs)
    assert ended == {"set_EventType": '["ProcessTerminated"]'}


# --- the command line


def test_the_command_line_names_files_watchlists_and_functions(tmp_path: Path) -> None:
    feed = written(tmp_path / "feed.csv", "1.1.1.1,1\n")
    watch = written(tmp_path / "w.csv", "Host\nweb-01\n")
    written(tmp_path / "Both.kql", f"{READ} | extend Host = toscalar(_GetWatchlist('W') | project Host)")
    files = ["--file", f"{ADDRESS}?a=b={feed}", "--file", f"{ADDRESS}={feed}", "--watchlist", f"W={watch}"]
    functions = ["--functions", str(tmp_path / "Both.kql")]
    made = CliRunner().invoke(root, ["query", "--kql", "Both", "--json", *functions, *files])
    assert json.loads(made.stdout) == [{"ip": "1.1.1.1", "n": 1, "Host": "web-01"}]
    wrong = CliRunner().invoke(root, ["query", "--kql", "print 1", "--file", "x"])
    assert isinstance(wrong.exception, UsageError)
