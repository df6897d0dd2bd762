"""Names of interpreters, CPython's option grammar, -m modules and what each gives as sys.argv."""

import pytest

from tests.pycode.command.support import found, only

CODE = "import sys; print(sys.path)"


@pytest.mark.parametrize(
    "name",
    """python python2 python3 python3.11 python3.13t python3-dbg python3.11d pythonw python.exe PYTHONW.EXE pypy pypy3
    pypy3.10 cpython3.13 jython ipy ipy.exe ironpython graalpy micropython circuitpython ipython ipython3 bpython py pyw
    hython mayapy /usr/bin/python3 /Applications/Python.app/Contents/MacOS/Python ./venv/bin/python""".split(),
)
def test_names(name):
    one = only([name, "-c", CODE])
    assert (one.kind, one.source, one.argv, one.interpreter) == ("inline", CODE, ("-c",), name)


@pytest.mark.parametrize("name", "pythonish mypython python-config py3compile pythons copy pylint perl ruby sh".split())
def test_other_names(name):
    assert found([name, "-v", "x.txt"]) == []


@pytest.mark.parametrize(
    "argv, options, tail",
    [
        (["-c", CODE, "a", "-b"], (), ("a", "-b")),
        (["-c" + CODE], (), ()),
        (["-Ic", CODE], ("-I",), ()),
        (["-uBc", CODE, "x"], ("-u", "-B"), ("x",)),
        (["-IBsSuc" + CODE], ("-I", "-B", "-s", "-S", "-u"), ()),
        (["-W", "ignore", "-c", CODE], ("-W ignore",), ()),
        (["-Wignore", "-Xutf8", "-c", CODE], ("-W ignore", "-X utf8"), ()),
        (["-X", "utf8", "-W", "error::X", "-b", "-c", CODE], ("-X utf8", "-W error::X", "-b"), ()),
        (["-bX", "dev", "-c", CODE], ("-b", "-X dev"), ()),
        (["--check-hash-based-pycs", "always", "-c", CODE], ("--check-hash-based-pycs always",), ()),
        (["-i", "-c", CODE], ("-i",), ()),
    ],
)
def test_options(argv, options, tail):
    one = only(["python3", *argv])
    assert (one.source, one.options, one.argv) == (CODE, options, ("-c", *tail))


@pytest.mark.parametrize(
    "argv, kind, target, seen",
    [
        (["a.py", "-c", "x"], "script", "a.py", ("a.py", "-c", "x")),
        (["--", "a.py", "b"], "script", "a.py", ("a.py", "b")),
        (["-x", "-u", "a.py"], "script", "a.py", ("a.py",)),
        (["-m", "http.server", "80"], "module", "http.server", ("http.server", "80")),
        (["-mhttp.server"], "module", "http.server", ("http.server",)),
        (["-Im", "json.tool"], "module", "json.tool", ("json.tool",)),
        (["-", "a"], "stdin", "", ("-", "a")),
        ([], "interactive", "", ("",)),
        (["-i"], "interactive", "", ("",)),
        (["/dev/fd/63", "a"], "script", "/dev/fd/63", ("/dev/fd/63", "a")),
    ],
)
def test_programs(argv, kind, target, seen):
    one = only(["python3", *argv])
    assert (one.kind, one.target, one.argv, one.source) == (kind, target, seen, None)


@pytest.mark.parametrize("argv", [["-V"], ["--version"], ["-h"], ["-?"], ["--help-env"], ["-c"], ["-m"], ["-z"]])
def test_runs_nothing(argv):
    assert found(["python3", *argv]) == []


@pytest.mark.parametrize("selector", ["-3", "-2", "-3.11", "-3-64", "-V:3.12"])
def test_launcher(selector):
    one = only(["py", selector, "-I", "-c", CODE])
    assert (one.source, one.options) == (CODE, (selector, "-I"))
    assert found(["py", "-0p"]) == []


@pytest.mark.parametrize(
    "argv, kind, target, source",
    [
        (["timeit", "-n", "1", "-s", "import os", "os.getpid()"], "module", "timeit", "import os\nos.getpid()"),
        (["timeit", "a=1", "b=2"], "module", "timeit", "a=1\nb=2"),
        (["IPython", "-c", "print(3)"], "module", "IPython", "print(3)"),
        (["debugpy", "--listen", "5678", "-c", "print(3)"], "module", "debugpy", "print(3)"),
        (["cProfile", "-o", "out", "a.py", "x"], "script", "a.py", None),
        (["cProfile", "-m", "pkg.mod", "x"], "module", "pkg.mod", None),
        (["trace", "--trace", "a.py"], "script", "a.py", None),
        (["runpy", "pkg"], "module", "pkg", None),
        (["coverage", "run", "--source", "x", "a.py"], "script", "a.py", None),
        (["coverage", "run", "-m", "pytest"], "module", "pytest", None),
        (["pdb", "a.py"], "script", "a.py", None),
        (["code"], "module", "code", None),
    ],
)
def test_modules(argv, kind, target, source):
    one = only(["python3", "-m", *argv])
    assert (one.kind, one.target, one.source) == (kind, target, source)


def test_debugger_commands():
    first, second = found(["python3", "-m", "pdb", "-c", "!import os", "-c", "p os.name", "-c", "q", "a.py"])
    assert (first.target, first.source) == ("pdb", "import os\nos.name")
    assert (second.kind, second.target, second.options) == ("script", "a.py", ("-m pdb",))
    assert only("pdb3 a.py b").argv == ("a.py", "b")


def test_startup_file():
    first, second = found("env PYTHONSTARTUP=/opt/start.py python3 -i")
    assert (first.kind, first.target, second.kind) == ("startup", "/opt/start.py", "interactive")
    assert [each.kind for each in found("env PYTHONSTARTUP=/opt/start.py python3 a.py")] == ["script"]
    assert [each.kind for each in found("env PYTHONINSPECT=1 PYTHONSTARTUP=/o.py python3 a.py")] == [
        "startup",
        "script",
    ]


@pytest.mark.parametrize(
    "command, target, options",
    [
        ("pip install requests==2.0", "requests==2.0", ()),
        ("pip3 install -q -i https://mirror.test/simple a b", "a b", ("--index-url https://mirror.test/simple",)),
        ("python3 -m pip install -e git+https://x.test/r.git", "git+https://x.test/r.git", None),
        ("python -m pip install --trusted-host x.test tool", "tool", ("-m pip", "--trusted-host x.test")),
        ("uv pip install tool", "tool", ()),
        ("pipx install tool", "tool", ()),
        ("easy_install tool", "tool", ()),
        ("python setup.py develop", "setup.py", ()),
        ("python3 /usr/bin/pip3 install tool", "tool", ()),
        ("poetry add tool", "tool", ()),
    ],
)
def test_installs(command, target, options):
    one = only(command)
    assert (one.kind, one.target) == ("install", target)
    if options is not None:
        assert one.options == options


@pytest.mark.parametrize("command", ["pip download tool", "pyinstaller --onefile a.py", "python -m PyInstaller a.py"])
def test_packages(command):
    assert only(command).kind == "package"


@pytest.mark.parametrize("command", ["pip list", "pip --version", "pip uninstall x", "uv --version"])
def test_no_installs(command):
    assert found(command) == []


def test_renamed():
    assert only(["/tmp/worker", "-c", "import socket"]).source == "import socket"
    assert only("/tmp/worker -u -c import socket,os;os.name").source == "import socket,os;os.name"
    assert only(["worker.exe", "a.txt"], original_name="python.exe").target == "a.txt"
    assert only("cp /usr/bin/python3 /tmp/w; /tmp/w a.txt").target == "a.txt"


@pytest.mark.parametrize(
    "argv",
    [
        ["psql", "-c", "select count(*) from t"],
        ["ping", "-c", "4", "192.0.2.1"],
        ["tool", "-c", "config.ini"],
        ["tool", "-c", "restart(now)"],
        ["sh", "-c", "print(1)"],
        ["wc", "-c", "import"],
        ["grep", "-c", "import os", "a.py"],
        ["curl", "-c", "jar", "https://x.test"],
    ],
)
def test_ordinary_programs(argv):
    assert [each for each in found(argv) if argv[0] != "grep"] == []
