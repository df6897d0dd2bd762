"""Look-ups, knowledge and written results of SPL: files in, files out, and what hostile values can do."""

from __future__ import annotations

import contextlib
import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import antivenom
from antivenom.errors import AntivenomError, MissingInput, QueryError, Unsupported, UsageError
from antivenom.languages import spl
from antivenom.querying import ask
from antivenom.source import SourceText
from tests.test_cli import run

NOW = 1_772_452_800 * 10**9
EVENTS = [
    {"_time": 100.0, "host": "web1", "user": "ann"},
    {"_time": 200.0, "host": "web2", "user": "bob"},
]


def _rows(text: str, **given_: object) -> list[dict[str, object]]:
    table = antivenom.query(text, language="spl", now=NOW, **given_)  # type: ignore[arg-type]
    return list(table.to_pylist())


@pytest.mark.parametrize(
    "name, content",
    [
        ("teams.csv", b"user,team\nann,blue\n"),
        ("teams.csv.gz", gzip.compress(b"user,team\nann,blue\n", mtime=0)),
        ("teams.json", b'[{"user": "ann", "team": "blue"}]'),
    ],
)
def test_a_look_up_is_csv_packed_or_json(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    found = _rows("| inputlookup teams", conf=[tmp_path])
    assert found == [{"user": "ann", "team": "blue"}]
    assert _rows("| inputlookup who", files={"who": str(tmp_path / name)}) == found


def test_a_look_up_file_that_is_not_there_is_said_so() -> None:
    with pytest.raises(UsageError, match="no such file"):
        _rows("| inputlookup who", files={"who": "/nowhere/at/all.csv"})


def test_nothing_is_written_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = ask("user=* | outputlookup seen.csv | collect index=x", language="spl", events=EVENTS, now=NOW)
    assert answer.table.num_rows == 2
    assert [note.split(":")[0] for note in answer.notes] == [
        "nothing was written to seen.csv",
        "nothing was written to x",
    ]
    assert list(tmp_path.iterdir()) == []


def test_outputlookup_writes_appends_and_takes_away(tmp_path: Path) -> None:
    path = tmp_path / "seen.csv"
    _rows("user=* | sort user | table user, host | outputlookup seen", events=EVENTS, out=tmp_path)
    assert path.read_text() == "user,host\nann,web1\nbob,web2\n"
    _rows("user=ann | eval new=1 | table new, host | outputlookup append=t seen.csv", events=EVENTS, out=tmp_path)
    assert path.read_text().splitlines()[-1] == ",web1"
    _rows("user=nobody | outputlookup override_if_empty=f seen.csv", events=EVENTS, out=tmp_path)
    assert path.exists()
    _rows("user=nobody | outputlookup create_empty=t seen.csv", events=EVENTS, out=tmp_path)
    assert path.read_bytes() == b""
    _rows("user=nobody | outputlookup seen.csv", events=EVENTS, out=tmp_path)
    assert not path.exists()


def test_a_collection_replaces_records_of_one_key(tmp_path: Path) -> None:
    (tmp_path / "transforms.conf").write_text("[people]\nexternal_type = kvstore\ncollection = persons\n")
    for host in ("a", "b"):
        _rows(
            f'| makeresults | eval user="ann", host="{host}" | table user, host | outputlookup key_field=user people',
            conf=[tmp_path], out=tmp_path,
        )  # fmt: skip
    assert json.loads((tmp_path / "persons.json").read_text()) == [{"user": "ann", "host": "b", "_key": "ann"}]
    assert _rows("| inputlookup people | table host", conf=[tmp_path]) == [{"host": "b"}]


def test_collect_adds_lines(tmp_path: Path) -> None:
    for _ in range(2):
        _rows("user=ann | table user | collect index=hunts", events=EVENTS, out=tmp_path)
    _rows("user=ann | table user | collect index=hunts testmode=true", events=EVENTS, out=tmp_path)
    assert (tmp_path / "hunts.jsonl").read_text() == '{"user": "ann"}\n' * 2


@pytest.mark.parametrize("name", ["../x.csv", "/tmp/x.csv", "a/b.csv", ".hidden", '"a\\\\b"', "..", "x\x00y"])
def test_a_name_never_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(AntivenomError):
        _rows(f"| makeresults | outputlookup {name}", out=out)
    assert [path for path in tmp_path.rglob("*") if path != out] == []


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other.csv"
    out.mkdir()
    other.write_text("kept")
    (out / "x.csv").symlink_to(other)
    with pytest.raises(UsageError, match="links"):
        _rows("| makeresults | eval a=1 | outputlookup x.csv", out=out)
    assert other.read_text() == "kept"


def test_the_command_line_takes_look_ups_macros_and_a_folder(tmp_path: Path) -> None:
    app, out = tmp_path / "app", tmp_path / "out"
    (app / "local").mkdir(parents=True)
    (app / "lookups").mkdir()
    out.mkdir()
    (app / "local" / "macros.conf").write_text("[first(1)]\nargs = n\ndefinition = head $n$\n")
    (app / "lookups" / "t.csv").write_text("a\n1\n2\n")
    query = "| inputlookup t | `first(1)` | outputlookup made.csv"
    options = ["--macros", str(app), "--lookups", str(app), "--out", str(out), "--csv"]
    assert run("query", "--spl", query, *options).stdout == "a\n1\n"
    assert (out / "made.csv").read_text() == "a\n1\n"
    (out / "made.csv").unlink()
    assert "search: | inputlookup t | head 1" in run("query", "--spl", query, *options[:-1], "--show", "plan").stdout
    assert not (out / "made.csv").exists()


def test_what_a_macro_put_in_is_told_at_its_call() -> None:
    source = spl.expanded(SourceText("index=a\n| `x` | head 1"), {"x": {"definition": "bogus z"}})
    with pytest.raises(Unsupported) as caught:
        spl.parse(source)
    assert "query:2:3" in str(caught.value)
    assert "`x`" in str(caught.value)


def test_a_conf_file_of_another_kind_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "props.conf"
    path.write_text("[x]\n")
    with pytest.raises(UsageError, match="no configuration file"):
        _rows("| makeresults", conf=[path])


def test_event_types_that_name_each_other_end(tmp_path: Path) -> None:
    (tmp_path / "eventtypes.conf").write_text("[a]\nsearch = eventtype=b\n[b]\nsearch = eventtype=a\n")
    with pytest.raises(QueryError, match="made of itself"):
        _rows("eventtype=a", events=EVENTS, conf=[tmp_path])


def test_a_tag_nobody_gave_is_asked_for_before_logs_are_read() -> None:
    with pytest.raises(MissingInput, match="tag=alert"):
        antivenom.query("tag=alert | stats count", language="spl", logs=antivenom.open(Path(__file__).parent / "cases"))


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"], exclude_characters="*\x00"), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_a_field_holds_a_subsearch_finds_it_again(values: list[str]) -> None:
    events = [{"_time": float(n), "v": value, "n": str(n)} for n, value in enumerate(values)]
    found = _rows("v=* [search n=0 | fields v] | table v", events=events)
    assert values[0] in [row["v"] for row in found]
    assert {str(row["v"]).lower() for row in found} == {values[0].lower()}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12))
def test_whatever_a_field_holds_map_and_return_answer_or_refuse(value: str) -> None:
    events = [{"_time": 1.0, "v": value or "x", "n": "0"}]
    for text in (
        'n=0 | map search="search v=\\"$v$\\" | table v"',
        "[search n=0 | return $v] | table v",
        "n=0 | where v=[search n=0 | return $v] | table v",
    ):
        with contextlib.suppress(AntivenomError):
            _rows(text, events=events)
