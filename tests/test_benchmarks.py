"""The benchmark runs, and the logs it makes are what it says they are."""

from __future__ import annotations

import importlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from evtx import PyEvtxParser
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[1]
BENCHMARKS = ROOT / "benchmarks"
CONTESTANTS = ("antivenom hunt", "antivenom hunt, catalogue", "usual way", "usual way, filtered", "plain decoding")
FORMATS = ("evtx", "audit", "json")

_STAMP = re.compile(rb"(node=\S+ )?type=(\S+) msg=audit\((\d+\.\d+):(\d+)\)")


def _module(name: str) -> ModuleType:
    """A module beside the benchmark's program, which finds its own as a program does."""
    sys.path.insert(0, str(BENCHMARKS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(BENCHMARKS))


enlarge, evtx_writer, hunt, pieces, windows = map(
    _module, ("enlarge", "evtx_writer", "hunt", "pieces", "enlarge_windows")
)


@pytest.fixture(scope="module")
def report() -> dict[str, Any]:
    command = [sys.executable, str(BENCHMARKS / "hunt.py"), "--scenarios", "--json", "--megabytes", "1"]
    done = subprocess.run(
        [*command, "--runs", "1", "--starts", "1"], capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_every_contestant_is_measured_over_every_format(report: dict[str, Any]) -> None:
    measured = [(line["format"], line["contestant"]) for line in report["speed"]]
    assert measured == [(format, name) for format in FORMATS for name in CONTESTANTS]
    for line in report["speed"]:
        assert line["cpu_seconds"] > 0
        assert line["events"] > 0
        assert line["peak_megabytes"] > 5
        assert 0.8 < line["megabytes"] < 1.2


def test_contestants_find_the_same_rows_or_it_is_said_why(report: dict[str, Any]) -> None:
    rows = {(line["format"], line["rule"]): line["rows"] for line in report["hits"]}
    assert set(rows) == {(format, f"python-{rule}") for format in FORMATS for rule in ("sentinel", "splunk")}
    for (format, rule), found in rows.items():
        assert min(found.values()) > 0, (format, rule)
        if (format, rule) != ("audit", "python-sentinel"):
            assert len(set(found.values())) == 1, (format, rule, found)
    joined = rows["audit", "python-sentinel"]
    assert joined["antivenom hunt"] > joined["usual way"]
    assert [line["why"] is not None for line in report["hits"] if line["format"] == "audit"] == [True, False]


def test_made_logs_have_no_damage(report: dict[str, Any]) -> None:
    assert report["damage"] == {}
    assert report["synthetic"]


def test_the_page_names_every_contestant(report: dict[str, Any]) -> None:
    page = "\n".join(hunt._page(report))
    assert "SYNTHETIC" in page
    for format in FORMATS:
        for name in CONTESTANTS:
            assert re.search(rf"^{format} +{name} +\d", page, re.MULTILINE)
    assert "antivenom --help" in page


# The logs


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    """Samples in every format, with what must be left out."""
    folder = tmp_path / "samples"
    (folder / "linux_auditd").mkdir(parents=True)
    (folder / "linux_auditd" / "interleaved.log").write_bytes(
        b"type=SYSCALL msg=audit(100.001:7): pid=1\n"
        b"type=SYSCALL msg=audit(100.002:8): pid=2\n"
        b"type=EXECVE msg=audit(100.001:7): argc=1 a0=\"python\"\n"
        b"no record\n"
        b"type=EOE msg=audit(90000.000:8): \n"
    )  # fmt: skip
    with zipfile.ZipFile(folder / "windows.zip", "w") as archive:
        archive.writestr("a.json", '{"EventID":1,"Image":"python.exe"}\n{"other":1}\n' + '{"EventID":2}\n' * 98)
    sound = windows._scenario_chunks()[0].data
    broken = sound[:600] + bytes(300) + sound[900:]
    empty = sound[:48] + (512).to_bytes(4, "little") + sound[52:]
    (folder / "a.evtx").write_bytes(evtx_writer.file_header(4) + sound + broken + empty + sound)
    return folder


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_log_is_made_twice(format: str, samples: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "1", tmp_path / "2"
    for path in (first, second):
        enlarge.MAKERS[format](path, samples, 300_000, 0.01)
    assert first.read_bytes() == second.read_bytes()


def test_audit_events_stay_distinct_and_joined(samples: Path, tmp_path: Path) -> None:
    log = tmp_path / "audit.log"
    made = enlarge.make_audit(log, samples, 50_000, 0.0)
    lines = log.read_bytes().splitlines()
    matches = [_STAMP.match(line) for line in lines]
    stamps = Counter(match[0].replace(match[2], b"", 1) for match in matches if match)
    assert made.bytes == log.stat().st_size >= 50_000
    assert len(stamps) == made.events
    assert sum(stamps.values()) == len(lines)
    copies = made.events // 3
    assert Counter(stamps.values()) == {2: copies, 1: 2 * copies}, "two records of one event, and two alone"
    assert made.python == copies
    assert lines[0].rpartition(b"):")[2] == b" pid=1"
    serials = [int(match[4]) for match in matches if match]
    assert len(set(serials)) == made.events
    times = [float(match[3]) for match in matches if match]
    assert max(times[:4]) - min(times[:4]) == pytest.approx(60.001), "a long gap is shortened to a minute"


def test_json_lines_are_the_sample_events(samples: Path, tmp_path: Path) -> None:
    log = tmp_path / "large.json"
    made = enlarge.make_json(log, samples, 10_000, 0.0)
    lines = log.read_text().splitlines()
    assert len(lines) == made.events
    assert {line[:11] for line in lines} == {'{"EventID":'}
    assert made.python == sum("python" in line for line in lines) > 0
    assert abs(made.bytes - 10_000) < 100


def test_evtx_is_made_of_sound_chunks_once_each(samples: Path, tmp_path: Path) -> None:
    log = tmp_path / "large.evtx"
    made = enlarge.make_evtx(log, samples, 10 * 65_536, 0.0)
    assert made.how.startswith("1 chunks")
    assert made.bytes == log.stat().st_size == 4096 + 10 * 65_536
    assert sum(1 for _ in PyEvtxParser(str(log)).records()) == made.events


@pytest.mark.parametrize("format", FORMATS)
def test_scenarios_are_mixed_in_by_their_share(format: str, samples: Path, tmp_path: Path) -> None:
    without = enlarge.MAKERS[format](tmp_path / "without", samples, 400_000, 0.0)
    mixed = enlarge.MAKERS[format](tmp_path / "mixed", samples, 400_000, 0.02)
    assert without.mixed == 0
    assert mixed.mixed > 0
    sampled = mixed.events - mixed.mixed
    added = mixed.python - round(sampled * without.python / without.events)
    assert 0.02 * sampled - 1 <= added <= 0.02 * mixed.events + 40, "not more than one copy too many"


def test_copies_of_windows_scenarios_are_processes_of_their_own() -> None:
    texts = ["".join(windows._scenario_events(copy)) for copy in (0, 1)]
    ids = [set(re.findall(r"<Data Name='ProcessGuid'>(.*?)<", text)) for text in texts]
    assert len(ids[0]) == len(ids[1]) > 0
    assert not ids[0] & ids[1]


@given(st.lists(st.integers(1, 50), min_size=1, max_size=30), st.integers(1, 3000))
def test_an_even_choice_is_as_large_as_asked(sizes: list[int], size: int) -> None:
    parts = [pieces.Piece(b"x" * length, 1, 0) for length in sizes]
    chosen = list(pieces.evenly(parts, size))
    rounds, rest = divmod(len(chosen), len(parts))
    assert chosen[: rounds * len(parts)] == parts * rounds
    whole = sum(sizes)
    assert rounds == size // whole or (rounds == size // whole + 1 and rest == 0)
    assert len(chosen) == size // whole * len(parts) + int(len(parts) * (size % whole / whole) + 1e-9)


# EVTX from XML


def test_events_written_as_evtx_are_read_as_they_were(tmp_path: Path) -> None:
    events = [event for copy in range(5) for event in windows._scenario_events(copy)]
    made = list(evtx_writer.chunks(events))
    log = tmp_path / "scenario.evtx"
    log.write_bytes(evtx_writer.file_header(len(made)) + b"".join(data for data, _ in made))
    records = [record["data"] for record in PyEvtxParser(str(log)).records()]
    assert len(made) > 1
    assert len(records) == len(events) == sum(count for _, count in made)
    for written, read in zip(events, records, strict=True):
        assert _leaves(evtx_writer.parsed(written)) == _leaves(evtx_writer.parsed(read.partition("?>")[2].strip()))


def _leaves(root: Any) -> list[tuple[str, dict[str, str], str]]:
    """Each element with its attributes and text; the library gives times to the microsecond."""
    return [
        (e.tag, {k: re.sub(r"(\.\d{6})0Z$", r"\1Z", v) for k, v in e.items()}, (e.text or "").strip())
        for e in root.iter()
    ]


# Reading the Python


def test_reading_is_measured_beside_the_parser_and_over_many_starts(tmp_path: Path) -> None:
    samples = tmp_path / "lines.jsonl"
    lines = [{"argv": ["python3", "-c", f"import os;os.system('id {n}')"]} for n in range(20)]
    samples.write_text("".join(f"{json.dumps(one)}\n" for one in [*lines, {"cmdline": "python3 -c 'print(1'"}]))
    command = [sys.executable, str(BENCHMARKS / "pycode.py"), "--samples", str(samples), "--json"]
    sizes = ["--events", "3000", "--programs", "60", "--others", "200"]
    done = subprocess.run([*command, *sizes], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["lines"]["lines"] == 21
    assert report["lines"]["times_the_parser"] > 0
    assert report["lines"]["milliseconds_99th"] >= report["lines"]["microseconds"] / 1_000
    events = report["events"]
    assert (events["rows"], events["lines"], events["programs"]) == (3_000, 260, 60)
    assert events["read"] < events["lines"]
    page = "\n".join(_module("pycode")._page(report))
    assert "3,000 process starts, 260 distinct lines" in page


# Sigma rules

PYSIGMA = os.environ.get("ANTIVENOM_PYSIGMA")
RULE = """title: {title}
id: {id}
logsource: {{product: windows, category: process_creation}}
detection:
    selection:
        {selection}
    filter:
        ParentImage|endswith: '\\services.exe'
    condition: selection and not filter
"""
SELECTIONS = (
    "Image|endswith: '\\cmd.exe'",
    "CommandLine|contains: [PYTHON, ' /c ']",
    "CommandLine|re: '[a-z]{3,}\\.exe'",
    "CommandLine|contains|all: ['py', 'th_n']",
    "User: ''",
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A folder of rules, one of them for another log source and one that is none."""
    folder = tmp_path / "rules"
    (folder / "deeper").mkdir(parents=True)
    for number, selection in enumerate(SELECTIONS):
        text = RULE.format(title=f"Rule {number}", id=f"{number:08}-0000-4000-8000-000000000000", selection=selection)
        (folder / "deeper" / f"{number}.yml").write_text(text)
    (folder / "other.yml").write_text(RULE.format(title="a", id="b", selection="A: b").replace("windows", "linux"))
    (folder / "none.yml").write_text("title: no rule\n")
    return folder


def _sigma(*options: str) -> dict[str, Any]:
    command = [sys.executable, str(BENCHMARKS / "sigma.py"), "--scenarios", "--json", "--runs", "1", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_many_rules_are_measured_over_many_events(rules: Path) -> None:
    peers = ["--peer-python", PYSIGMA, "--peer-events", "1500"] if PYSIGMA else ["--no-peers"]
    report = _sigma("--rules", str(rules), "--events", "2000", *peers)
    ours = ["antivenom", "antivenom, every 2nd rule", "antivenom, rules twice"]
    contestants = [*ours, "sqlite", "duckdb"] if PYSIGMA else ours
    speed = {(line["set"], line["contestant"]): line for line in report["speed"]}
    assert list(speed) == [(name, contestant) for name in ("realistic", "distinct") for contestant in contestants]
    assert report["rules"] == len(SELECTIONS)
    assert report["sets"]["realistic"]["distinct_lines"] < 2_000 == report["sets"]["distinct"]["distinct_lines"]
    for name in ("realistic", "distinct"):
        assert speed[name, ours[2]]["hits"] == 2 * speed[name, ours[0]]["hits"] > 0
        assert speed[name, ours[2]]["rules"] == 2 * len(SELECTIONS)
    assert [line["differ"] for line in report["compared"]] == ([[]] * 4 if PYSIGMA else [])
    assert report["extrapolated"] == bool(PYSIGMA)
    page = "\n".join(_module("sigma")._page(report))
    assert "SYNTHETIC" in page
    assert ("EXTRAPOLATED" in page) == bool(PYSIGMA)
    assert re.search(r"^distinct +antivenom, rules twice +10 +2,000 ", page, re.MULTILINE)


def test_without_rules_the_benchmark_says_so(tmp_path: Path) -> None:
    command = [sys.executable, str(BENCHMARKS / "sigma.py"), "--rules", str(tmp_path / "none")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout.startswith("no rules at ")) == (0, True)


@pytest.mark.parametrize("peer", ["sqlite", "duckdb"])
def test_peers_evaluate_the_sql_of_the_backend(peer: str, tmp_path: Path) -> None:
    values = ["X_Y", "x_y zz", "xay", "x_y", "a%b", None]
    pq.write_table(pa.table({"A": values, "B": ["q", "Q ", "", None, "Q", None]}), tmp_path / "events.parquet")
    where = {
        "like": r"A LIKE '%x\_y%' ESCAPE '\'",
        "not": r"A LIKE '%y%' ESCAPE '\' AND (NOT COALESCE((B='q' OR A LIKE '%ZZ' ESCAPE '\'), 0))",
        "regex": "A REGEXP '^x.y$'",
        "equal": "B='q' OR A='A%b'",
        "null": "A IS NULL",
    }
    job = {
        "events": str(tmp_path / "events.parquet"),
        "limit": 6,
        "rules": [{"id": id} for id in (*where, "keyword")],
        "sql": {id: {"where": sql} for id, sql in where.items()} | {"keyword": {"refused": "no keywords"}},
        "numbers": [0, 1, 2, 3, 4, 5],
        "rows": str(tmp_path / "rows.npz"),
    }
    (tmp_path / "job.json").write_text(json.dumps(job))
    command = [sys.executable, str(BENCHMARKS / "sigma_evaluate.py"), peer, str(tmp_path / "job.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["refused"] == {"keyword": "no keywords"}
    with np.load(tmp_path / "rows.npz") as kept:
        found = dict(zip(kept["rules"], np.split(kept["rows"], kept["bounds"][1:-1]), strict=True))
    assert {str(id): rows.tolist() for id, rows in found.items()} == {
        "like": [0, 1, 3],
        "not": [2, 3],
        "regex": [2, 3],
        "equal": [0, 4],
        "null": [5],
    }


def test_numbers_of_a_command_line_vary_and_words_do_not() -> None:
    varied = _module("sigma_events").varied
    line = "rundll32.exe /id:4711 {0f87-12} 99 7"
    assert varied(line, 0) == line
    assert varied(line, 5) == varied(line, 5) != varied(line, 6)
    assert re.fullmatch(r"rundll32\.exe /id:\d{4} \{0f87-\d\d\} \d\d 7", varied(line, 5))
