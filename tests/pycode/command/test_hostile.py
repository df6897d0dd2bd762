"""Attackers wrote every line: no exception but Spent, no hang, and what was found before stays."""

import base64
import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.command import find

N = 30_000
BOMB = base64.b64encode(gzip.compress(bytes(20_000_000))).decode()
LINES = {
    "nested substitution": "echo " + "$(" * N,
    "nested parameters": "echo " + "${a:-" * N,
    "backticks": "`" * N,
    "open quotes": 'python3 -c "' + "$(" * N,
    "brackets": "(" * N,
    "braces": "{ " * N,
    "here-documents": "cat <<A\n" * N,
    "wrappers": "sudo " * N + "python3 a.py",
    "assignments": "env " + "A=b " * N + "python3 a.py",
    "pipes": "echo a|" * N + "python3",
    "doubling": "A=aaaaaaaaaa;" + "A=$A$A;" * 60 + "python3 -c $A",
    "doubling in cmd": "cmd /c set a=bbbbbbbbb&" + "set a=%a%%a%&" * 60,
    "files": "echo a>f;" + "cat f f f f>g;cat g g g g>f;" * 40,
    "long": "python3 -c " + "a b " * 500_000,
    "gaps": "python3 -c " + "print(1) " * 5_000,
    "quotes": "python3 -c print(1) " + "\\'" * N,
    "options": "python3 " + "-X a " * N,
    "carets": "cmd /c " + "^" * N,
    "redirections": "cmd /c " + ">a " * N,
    "powershell": "powershell -c " + '"`"' * N,
    "powershell comments": "powershell -c " + "<#\n" * N,
    "backslashes": "C:\\a.exe " + '\\"' * N,
    "images": "C:\\" + "a.exeb " * N,
    "host": "gdb " + "-ex py " * N,
    "apple": "osascript -e " + 'do shell script "' * N,
    "audit": "type=EXECVE argc=1 " + 'a0="' * N,
    "installer": "pip " * N,
    "set": "set " + 'a="' * N,
    "docker": "docker run " + "--name x " * N,
    "shells": "bash -c " * N,
    "nul": "python3 -c \0\0\0",
    "surrogates": "sh -c 'echo \ud800 | python3'",
    "minus": "python3 -c " + "- " * N + "1 x",
    "dots": "python3 -c a" + ".a" * N + " x",
    "bomb": f"echo {BOMB} | base64 -d | gunzip | python3",
}


@pytest.mark.parametrize("platform", [None, "windows"])
@pytest.mark.parametrize("name", list(LINES))
def test_ends_soon(name, platform):
    start = time.process_time()
    try:
        found = find(LINES[name], platform=platform, budget=Budget())
    except Spent:
        found = []
    assert time.process_time() - start < 3
    assert len(found) <= 200


def test_what_was_found_stays():
    budget = Budget(steps=2_000)
    found = find("python3 -c 'import os'; " + "true; " * 3_000, budget=budget)
    assert found[0].source == "import os"
    assert budget.ended == ["steps"]


def test_bomb_is_bounded():
    budget = Budget(bytes=100_000)
    with pytest.raises(Spent):
        find("A=aaaaaaaaaa;" + "A=$A$A;" * 60 + "python3 -c $A", budget=budget)


WORDS = """python3 -c -m pip install 'print(1)' "x $(echo ` ) ${a:-b} $a a=b ; | || && & ( ) { } < > >> << <<< EOF \\
^ % ! sudo env sh bash cmd /c powershell -enc gdb -ex vim +py docker exec run uv ssh xargs find -exec echo printf
base64 -d tr sed s/a/b/ cat a.py curl https://x.test/a -o start /b py -3 osascript -e # '' \" '""".split()
PIECES = st.sampled_from([*WORDS, "\n", "\0", "\ud800", 'do shell script "x"'])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", ""]), st.sampled_from([None, "windows", "linux", "macos"]))
def test_any_line(pieces, mark, platform):
    find(mark.join(pieces), platform=platform, budget=Budget())
    find(pieces, platform=platform, budget=Budget())
    find(["sh", "-c", mark.join(pieces)], platform=platform, parent=mark.join(pieces), budget=Budget())


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_any_text(text):
    for head in ("", "python3 -c ", "cmd /c ", "powershell -c ", "sh -c "):
        find(head + text, budget=Budget())
