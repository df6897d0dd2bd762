"""Programs with Python inside."""

import pytest

from tests.pycode.command.support import found, only

CODE = "import os; os.getpid()"


@pytest.mark.parametrize(
    "argv",
    [
        ["gdb", "-nx", "-batch", "-ex", f"python {CODE}"],
        ["/usr/bin/gdb", "-iex", f"py {CODE}", "prog"],
        ["gdb", f"--eval-command=python {CODE}"],
        ["gdb", "-ex", f"python-interactive {CODE}"],
        ["vim", "-c", f":py3 {CODE}"],
        ["rview", "-c", f":py {CODE}", "-c", ":q!"],
        ["nvim", "--cmd", f"python3 {CODE}"],
        ["vi", f"+py3 {CODE}", "a.txt"],
        ["vimdiff", "-c", f"set nocp | pyx {CODE}"],
        ["vim", "-c", f"py3 << END\n{CODE}\nEND"],
        ["vim", "-c", f"call py3eval('{CODE}')"],
        ["vim", "-c", f"exe 'py3 {CODE}'"],
        ["lldb", "-b", "-o", f"script {CODE}"],
        ["blender", "-b", "--python-expr", CODE],
        ["gimp", "-idf", "--batch-interpreter=python-fu-eval", "-b", CODE],
        ["sqlmap", "-u", "https://x.test", f"--eval={CODE}"],
        ["sage", "-c", CODE],
        ["weechat", "-r", f"/python eval {CODE}"],
        ["maya", "-command", f'python("{CODE}")'],
    ],
)
def test_inside(argv):
    one = only(argv)
    assert (one.kind, one.source, one.interpreter) == ("embedded", CODE, argv[0])


@pytest.mark.parametrize(
    "argv",
    [
        ["gdb", "-x", "a.py"],
        ["gdb", "-ex", "source a.py"],
        ["vim", "-c", "py3file a.py"],
        ["lldb", "-o", "command script import a.py"],
        ["blender", "-b", "--python", "a.py"],
        ["mitmdump", "-s", "a.py"],
    ],
)
def test_scripts(argv):
    one = only(argv)
    assert (one.kind, one.target, one.source) == ("embedded", "a.py", None)


def test_one_program_and_its_shell():
    one = only("gdb -nx -ex 'python import os' -ex 'python os.setuid(0)' -ex '!sh -p' -ex quit")
    assert one.source == "import os\nos.setuid(0)"
    assert one.siblings == (("sh", "-p"),)


@pytest.mark.parametrize(
    "command, source",
    [
        (f"gdb -nx -ex python {CODE} -ex quit", CODE),
        (f"sudo gdb -nx -ex python {CODE} -ex !sh -ex quit", CODE),
        (f"rvim -c :py {CODE}", CODE),
        (f"gimp -idf --batch-interpreter=python-fu-eval -b {CODE}", CODE),
        (f"python3 -m pdb -c !{CODE} -c q a.py", CODE),
        (f"python3 -m timeit -n 1 {CODE}", CODE),
    ],
)
def test_lost_quotes(command, source):
    assert found(command)[0].source == source


@pytest.mark.parametrize(
    "argv",
    [["gdb", "-ex", "run", "prog"], ["vim", "-c", "wq", "a.py"], ["gimp", "-b", "(gimp-quit 0)"], ["blender", "a"]],
)
def test_without_python(argv):
    assert found(argv) == []


def test_debugged_program():
    assert only("gdb -q --args python3 a.py").target == "a.py"
