"""Response files that are wrong are told with their place, and the commands that show them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from antivenom import catalogue
from antivenom.cli import root
from antivenom.errors import AntivenomError, DamagedInput, UsageError
from antivenom.response import hunts, load

from .findings import finding


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A catalogue with the response files only."""
    for name in ("response", "hunts", "scenarios"):
        shutil.copytree(catalogue.BUNDLED / name, tmp_path / name)
    return tmp_path


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    "file, old, new, message",
    [
        ("playbook", "kill -STOP {{pid}}", "kill -STOP {{pdi}}", "there is no value 'pdi'"),
        ("playbook", "kill -STOP {{pid}}", "kill -STOP {{verdict}}", "the value 'verdict' is only shown"),
        ("playbook", "kill -STOP {{pid}}", "kill -STOP {{ pid }}", "there is no value ' pid '"),
        ("playbook", "cp -p -- {{file}} .", "cp -p -- '{{file}}' .", "{{file}} stands between quotes"),
        ("playbook", "cp -p -- {{file}} .", 'cp -p -- "{{file}}" .', "{{file}} stands between quotes"),
        ("playbook", "cp -p -- {{file}} .", "# cp {{pid}}", "a comment holds a placeholder"),
        ("playbook", "RA1005", "RA1999", "expected one of RA1001"),
        ("playbook", "who: tier-2", "who: tier-9", "expected one of tier-1"),
        ("playbook", "when: doubtful", "when: maybe", "expected one of malicious"),
        ("playbook", "id: practise", "id: triage", "a step 'triage' stands here twice"),
        ("playbook", "id: recovery", "id: eradication", "expected the phases preparation, identification"),
        ("playbook", "activity: match-indicator", "activity: match", "expected one of compose-content"),
        ("playbook", "macos: |", "amiga: |", "expected one of windows"),
        ("guide", "pivots: [siblings]", "pivots: [sibling]", "expected one of around"),
        ("guide", "DeviceName =~ {{host}}", 'DeviceName =~ "{{host}}"', "but becomes a literal of its own"),
        ("guide", "values: [written, file]", "values: [writen]", "expected one of host"),
        ("values", "from: [process.pid]", "from: [process pid]", "expected a path such as process.pid"),
        ("values", "from: [chain.written]", "from: [chain.writen]", "the value chain has no 'writen'"),
        ("react", "RA1001: Practice", "XX1001: Practice", "expected an id of RE&CT"),
    ],
)
def test_a_fault_is_told_with_its_place(folder: Path, file: str, old: str, new: str, message: str) -> None:
    _replace(folder / "response" / f"{file}.yml", old, new)
    with pytest.raises(DamagedInput) as caught:
        load.guide(folder) if file == "guide" else load.playbook(folder)
    assert message in str(caught.value)
    assert f"response/{file}.yml:" in str(caught.value)


@pytest.mark.parametrize(
    "old, new, message",
    [
        ("id: long-sessions", "id: short-sessions", "the id is not the name of its file"),
        ("quiet: [hunt-ordinary]\n", "", "a hunt names a harmless scenario"),
        ("quiet: [hunt-ordinary]", "quiet: [hunt-usual]", "there is no scenario 'hunt-usual'"),
        ("eslogger:", "elogger:", "expected one of sysmon"),
        ("attack: [", "attack: [X1, ", "expected a technique id"),
    ],
)
def test_a_fault_of_a_hunt_is_told_with_its_place(folder: Path, old: str, new: str, message: str) -> None:
    _replace(folder / "hunts" / "long-sessions.yml", old, new)
    with pytest.raises(DamagedInput) as caught:
        hunts.load(folder)
    assert message in str(caught.value)
    assert "hunts/long-sessions.yml" in str(caught.value)


def test_a_hunt_that_is_not_there_has_a_hint() -> None:
    with pytest.raises(UsageError) as caught:
        hunts.find("long-session")
    assert caught.value.hint == "did you mean 'long-sessions'?"


def _run(*words: str, input: bytes | None = None) -> str:
    done = CliRunner().invoke(root, list(words), input=input, catch_exceptions=False)
    assert done.exit_code == 0
    return done.output


def test_the_commands_show_their_pages(tmp_path: Path) -> None:
    file = tmp_path / "findings.json"
    file.write_text(json.dumps({"findings": [finding()]}), encoding="utf-8")
    assert "kill -STOP 4242" in _run("playbook", "--finding", str(file))
    assert "kill -STOP 4242" in _run("playbook", "--finding", "-", input=file.read_bytes())
    assert json.loads(_run("playbook", "--json"))["spec_version"] == "cacao-2.0"
    assert "ausearch -i -p 4242" in _run("guide", "--finding", f"{file}#1")
    guide = json.loads(_run("guide", "--json", "--finding", str(file)))
    assert guide["values"]["pid"] == ["4242"]
    assert guide["values"]["url"]["lacks"].startswith("not recorded by this sensor")
    assert _run("guide", "--platform", "esxi").count("vm-support") == 1


@pytest.mark.parametrize("command", ["playbook", "guide"])
def test_a_catalogue_without_a_response_shows_the_bundled_one_and_says_so(tmp_path: Path, command: str) -> None:
    shutil.copytree(catalogue.BUNDLED / "python-splunk", tmp_path / "mine")
    words = (command, "--json", "--folder", str(tmp_path))
    done = CliRunner().invoke(root, words, catch_exceptions=False)
    assert done.stdout == CliRunner().invoke(root, words[:2]).stdout
    assert done.stderr == f"{tmp_path} has no folder response/: this is the bundled response\n"


@pytest.mark.parametrize("command", ["playbook", "guide"])
def test_a_folder_that_is_no_catalogue_is_refused(tmp_path: Path, command: str) -> None:
    with pytest.raises(UsageError, match="no folder response/ and no detection") as caught:
        CliRunner().invoke(root, [command, "--folder", str(tmp_path)], catch_exceptions=False)
    assert caught.value.hint == "--folder takes a catalogue; leave it out for the bundled one"


def test_a_response_that_lacks_a_file_says_where_to_get_it(folder: Path) -> None:
    (folder / "response" / "values.yml").unlink()
    with pytest.raises(DamagedInput, match=re.escape("response/values.yml")) as caught:
        load.playbook(folder)
    assert "copy it from" in (caught.value.hint or "")


def test_the_command_of_hunts_lists_and_shows() -> None:
    listed = json.loads(_run("hunts", "--json"))
    assert [hunt["id"] for hunt in listed] == sorted(hunt["id"] for hunt in listed)
    assert all(hunt["id"] in _run("hunts") for hunt in listed)
    assert _run("hunts", "show", "long-sessions", "--kql") == hunts.find("long-sessions").kql + "\n"
    assert json.loads(_run("hunts", "show", "long-sessions", "--json"))["blind"].keys() == {"eslogger"}
    assert "Read it so:" in _run("hunts", "show", "long-sessions")


def test_a_wrong_finding_is_an_error_of_ours() -> None:
    with pytest.raises(AntivenomError):
        CliRunner().invoke(root, ["guide", "--finding", "no-such.json"], catch_exceptions=False)
