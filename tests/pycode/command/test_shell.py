"""POSIX shell lines: quoting, expansions, pipes, here-documents, files, decoders, downloads."""

import base64
import bz2
import gzip
import lzma
from functools import partial

import pytest

from tests.pycode.command.support import found, only, sources

CODE = "import os; print(os.name)"


GZIP = partial(gzip.compress, mtime=0)


def packed(make):
    return base64.b64encode(make(CODE.encode())).decode()


B64 = packed(bytes)


@pytest.mark.parametrize(
    "command",
    [
        f"python3 -c '{CODE}'",
        f'python3 -c "{CODE}"',
        f"p''ython3 -c '{CODE}'",
        f"pyth\\on3 -\"c\" '{CODE}'",
        f"$'\\x70ython3' -c '{CODE}'",
        f"python3${{IFS}}-c${{IFS}}'{CODE}'",
        f"${{unset:-python3}} -c '{CODE}'",
        f"a=pyt; b=hon3; $a$b -c '{CODE}'",
        f"a=xpython3x; ${{a:1:7}} -c '{CODE}'",
        f"a=pZthon3; ${{a/Z/y}} -c '{CODE}'",
        f"a=PYTHON3; ${{a,,}} -c '{CODE}'",
        f"$(which python3 || which python) -c '{CODE}'",
        f"`command -v python3` -c '{CODE}'",
        f"A='{CODE}'; python3 -c \"$A\"",
        f'python3 -c "$(echo {B64} | base64 -d)"',
        f'python3 -c "`base64 -d <<< {B64}`"',
        f"bash -c 'python3 -c \"$1\"' _ '{CODE}'",
        f"if true; then python3 -c '{CODE}'; fi",
        f"cd /tmp && (python3 -c '{CODE}' &) > /dev/null 2>&1",
        f"run() {{ python3 -c '{CODE}'; }}; run",
        f"eval \"python3 -c '{CODE}'\"",
        f"echo \"python3 -c '{CODE}'\" | sh",
        f"bash <<< \"python3 -c '{CODE}'\"",
        f"exec -a name python3 -c '{CODE}' 3<>/dev/null",
        f"echo '{CODE}' | xargs -0 python3 -c",
        f"find / -name x -exec python3 -c '{CODE}' \\;",
    ],
)
def test_inline(command):
    one = only(command)
    assert (one.kind, one.source.strip()) == ("inline", CODE)


@pytest.mark.parametrize(
    "command, decoders",
    [
        (f"echo '{CODE}' | python3", ()),
        (f"echo '{CODE}' | sudo python3 -", ()),
        (f"printf '%s' '{CODE}' | python3", ()),
        ("printf 'import os; %s(os.name)' print | python3", ()),
        (f"python3 <<< '{CODE}'", ()),
        (f"python3 <<EOF\n{CODE}\nEOF", ()),
        (f"python3 - <<-'EOF'\n\t{CODE}\n\tEOF\nls", ()),
        (f"cat <<EOF | python3\n{CODE}\nEOF", ()),
        (f"(echo '{CODE}') | python3", ()),
        (f"{{ echo '{CODE}'; }} | python3", ()),
        (f"echo {B64} | base64 -d | python3", ("base64",)),
        (f"echo {B64}|base64 --decode|python3 -", ("base64",)),
        (f"{{echo,{B64}}}|{{base64,-d}}|python3", ("base64",)),
        (f"X={B64}; echo $X | base64 -D | python3", ("base64",)),
        (f"base64 -d <<< {B64} | python3", ("base64",)),
        (f"echo {B64} | openssl base64 -d -A | python3", ("base64",)),
        (f"echo {B64} | openssl enc -d -base64 | python3", ("base64",)),
        (f"echo {CODE.encode().hex()} | xxd -r -p | python3", ("xxd",)),
        (f"echo '{CODE[::-1]}' | rev | python3", ("rev",)),
        (f"echo {B64[::-1]} | rev | base64 -d | python3", ("rev", "base64")),
        (f"echo '{CODE.swapcase()}' | tr 'a-zA-Z' 'A-Za-z' | python3", ("tr",)),
        (f"echo '{CODE.replace('o', 'oQ')}' | tr -d Q | python3", ("tr",)),
        (f"echo '{CODE.replace('os', '@@')}' | sed 's/@@/os/g' | python3", ("sed",)),
        (f"echo {packed(GZIP)} | base64 -d | gunzip | python3", ("base64", "gunzip")),
        (f"echo {packed(GZIP)} | base64 -d | zcat | python3", ("base64", "gunzip")),
        (f"echo {packed(bz2.compress)} | base64 -d | bzip2 -d | python3", ("base64", "bunzip2")),
        (f"echo {packed(lzma.compress)} | base64 -d | xz -d | python3", ("base64", "unxz")),
        (f"echo 'xx{CODE}' | tail -c +3 | python3", ()),
        (f"echo 'xx{CODE}' | cut -c3- | python3", ()),
        (f"echo 'a:{CODE}' | cut -d: -f2 | tee log | python3", ()),
    ],
)
def test_fed(command, decoders):
    one = only(command)
    assert (one.kind, one.source.strip(), one.decoders) == ("stdin", CODE, decoders)


@pytest.mark.parametrize(
    "command, target",
    [
        (f"echo '{CODE}' > a.py; python a.py", "a.py"),
        ("echo 'import os;' > a.py; echo 'print(os.name)' >> a.py && python3 ./a.py", "./a.py"),
        (f"cat > /tmp/a.py <<EOF\n{CODE}\nEOF\npython3 /tmp/a.py", "/tmp/a.py"),
        (f"tee /tmp/a.py <<< '{CODE}'; python /tmp/a.py", "/tmp/a.py"),
        (f"echo {B64} | base64 -d > /tmp/.x && python3 /tmp/.x", "/tmp/.x"),
        (f"cd /tmp; printf '{CODE}' > a.py; python3 /tmp/a.py", "/tmp/a.py"),
        (f"echo '{CODE}' > a; mv a b.py; python b.py", "b.py"),
        (f"F=$(mktemp); echo '{CODE}' > $F; pdb $F", "/tmp/tmp.XXXXXXXXXX"),
        (f"python3 <(echo '{CODE}')", "/dev/fd/63"),
    ],
)
def test_written_and_run(command, target):
    one = only(command)
    assert (one.kind, one.target) == ("script", target)
    assert one.source.split() == CODE.split()


def test_written_and_installed():
    one = only(f"D=$(mktemp -d)\necho '{CODE}' > $D/setup.py\npip install $D")
    assert (one.kind, one.source.strip()) == ("install", CODE)


def test_written_only():
    one = only(f"mkdir -p ~/.p; echo '{CODE}' > ~/.p/plugin.py\nsometool --plugin")
    assert (one.kind, one.source.strip(), one.target) == ("script", CODE, "~/.p/plugin.py")
    assert one.notes
    assert ("sometool", "--plugin") in one.siblings


@pytest.mark.parametrize(
    "command, kind",
    [
        ("curl -fsSL URL | python3", "stdin"),
        ("wget -qO- URL|python", "stdin"),
        ("wget URL -O - | sudo python3 - --flag", "stdin"),
        ("python3 <(curl -s URL) a", "script"),
        ('python3 -c "$(curl -fsSL URL)"', "inline"),
        ("python3 -c `wget -qO- URL`", "inline"),
        ("curl -o /tmp/a.py URL; python3 /tmp/a.py", "script"),
        ("curl -sO URL && python3 a.py", "script"),
        ("wget URL; chmod +x a.py; ./a.py", "script"),
        ("wget URL -O b.py && python b.py", "script"),
        ("python3 URL", "script"),
        ("curl -s URL | base64 -d | python3", "stdin"),
    ],
)
def test_remote(command, kind):
    url = "https://x.test/d/a.py"
    one = only(command.replace("URL", url))
    assert (one.kind, one.source, one.remote) == (kind, None, url)


def test_unknown_variable():
    one = only("python3 -c $PAYLOAD")
    assert (one.source, one.notes) == (None, ("the line does not set the variable $PAYLOAD",))
    assert only('python3 -c "print($N)"').source == "print($N)"


def test_environment():
    assert only("A=1 B='x y' python3 a.py").env == {"A": "1", "B": "x y"}
    assert only("export A=1; B=2; python3 a.py").env == {"A": "1"}
    assert dict(only("python3 a.py").env) == {}
    assert [dict(each.env) for each in found("A=1 python a.py; python b.py")] == [{"A": "1"}, {}]


def test_several_in_order():
    first, second = found("python a.py --x; python b.py")
    assert (first.target, second.target) == ("a.py", "b.py")
    assert first.siblings == (("python", "b.py"),)
    assert [each.target for each in found("python a.py | python b.py || python c.py")] == ["a.py", "b.py", "c.py"]
    assert [each.kind for each in found("pip install x||python -m pip install x")] == ["install", "install"]


def test_what_stands_beside():
    one = only("curl -o a.py https://x.test/a.py; python a.py")
    assert one.siblings == (("curl", "-o", "a.py", "https://x.test/a.py"),)


@pytest.mark.parametrize(
    "command",
    [
        "",
        "   ",
        "ls -la /usr/bin/python3",
        "grep -r python3 /etc",
        "git commit -m 'python -c x'",
        "apt-get install python3",
        "vim a.py",
        "cat a.py | head",
        "echo python3 -c 1",
        "for f in *.py; do wc -l $f; done",
        "case $x in python) ls;; esac",
        "# python3 a.py",
        "which python3",
        "command -v python3",
        "curl -s https://x.test/i.sh | bash",
        "tar xf python.tgz",
        "./configure --with-python=/usr/bin/python3",
    ],
)
def test_no_python(command):
    assert sources(command) == []
    assert sources(["sh", "-c", command]) == []


@pytest.mark.parametrize("text", ["python3 -c 'print(1)", 'python3 -c "print(1)', "python3 -c $'print(1)"])
def test_cut_off(text):
    assert only(text).source == "print(1)"
