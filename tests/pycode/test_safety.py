"""Hostile programs end within their budgets, raise nothing, and touch nothing: no file, process, socket or exec."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.pycode import Program, explain, explain_source
from antivenom.pycode.budget import Budget
from antivenom.pycode.effects import EFFECTS
from antivenom.pycode.evaluate.decoders import DECODERS
from antivenom.pycode.evaluate.pure import FUNCTIONS
from antivenom.pycode.evaluate.special import SPECIAL
from antivenom.pycode.reading import BROKE_OFF

COMMAND = "import os;os.system('id')"


def test_methods_without_their_objects_are_read() -> None:
    """Every row of the tables called with nothing, with a text and with nonsense."""
    for name in sorted((*SPECIAL, *EFFECTS, *FUNCTIONS, *DECODERS)):
        if re.fullmatch(r"[A-Za-z_][\w.]*", name):
            top = name.split(".")[0]
            code = f"import {top}\n" if "." in name else ""
            calls = ("", "'x'", "b'x',1", "None,None", "[],{}", "1,2,3", "x=1", "*[1,2]", "lambda: 1")
            whole(explain(["python3", "-c", code + "\n".join(f"{name}({given})" for given in calls)]))


def wrapped(times: int) -> str:
    code = COMMAND
    for _ in range(times):
        code = f"exec(__import__('base64').b64decode('{base64.b64encode(code.encode()).decode()}'))"
    return code


BOMB = base64.b64encode(zlib.compress(b"\0" * 200_000_000, 9)).decode()

HOSTILE = {
    "parentheses": "(" * 10_000 + ")" * 10_000,
    "brackets": "[" * 10_000 + "]" * 10_000,
    "minus signs": "-" * 100_000 + "1",
    "attributes": "a" + ".b" * 100_000,
    "sums": "+".join(["1"] * 100_000),
    "calls": "f" + "()" * 50_000,
    "one long string": "x='" + "A" * 10_000_000 + "'",
    "two million statements": "a=1;" * 2_000_000,
    "a bomb": f"import zlib,base64;exec(zlib.decompress(base64.b64decode('{BOMB}')))",
    "exponential join": "a='x'*100\nfor i in range(100): a=a.join([a,a,a])\nexec(a)",
    "exponential sum": "a='x'\nfor i in range(100): a=a+a\nexec(a)",
    "exponential list": "a=[1]\nfor i in range(100): a=a+a",
    "nested list": "a=[]\nfor i in range(100000): a=[a]\nprint(str(a))",
    "a list in itself": "a=[];a.append(a);print(str(a),''.join(a));exec(a);a==a;sorted(a);a*5",
    "a dictionary in itself": "d={};d['d']=d;print(str(d));exec(d)",
    "recursion": "f=lambda n:f(n+1)\nf(0)",
    "two by two": "def a(x): return b(x)+b(x)\ndef b(x): return a(x)+a(x)\na(1)",
    "many functions": "".join(f"def f{i}(a): return f{i + 1}(a)+f{i + 1}(a)\n" for i in range(300)),
    "surrogates": "exec('\\ud800\\udfff')\nx='\ud800'",
    "huge numbers": "x=10**10**10;y=1<<10**9;z='%1000000000d'%1;w='{:>1000000000}'.format(1)",
    "huge texts": "v='a'*10**12;bytes(10**12);'a'.ljust(10**12);'a'.zfill(10**12);list(range(10**18))",
    "long number": "x=" + "9" * 100_000,
    "endless loop": "i=0\nwhile i<10**9: i+=1",
    "nested loops": "[[[[a for a in range(999)] for b in range(999)] for c in range(999)] for d in range(999)]",
    "a slow pattern": "import re;re.sub('(a+)+$','b','a'*10000+'b')",
    "format of everything": "'{0.__class__.__mro__}'.format(1);'%'+'s'*1000;f'{1:{10**9}}'",
    "deep lambdas": "x=" + "(lambda a:" * 150 + "a" + ")(1)" * 150,
    "pickle": "import pickle;pickle.loads(b'" + "(" * 5_000 + "')",
    "marshal": "import marshal;exec(marshal.loads(b'" + "(" * 5_000 + "'))",
    "bidirectional": "# \u202e\u2066\nimport os",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_ends(name: str) -> None:
    program = explain(["python3", "-c", HOSTILE[name]])
    assert program.verdict in ("benign", "notable", "suspicious")
    assert program.as_dict()["command"]
    whole(program)


def test_two_hundred_layers_are_opened_as_far_as_the_budget_goes() -> None:
    program = explain(["python3", "-c", "exec(" * 3 + repr(wrapped(12)) + ")" * 3])
    assert "layered_code" in program.behaviours
    deep = "import os;os.system('id')"
    for _ in range(200):
        deep = f"exec({deep!r})" if len(deep) < 100_000 else deep
    assert explain(["python3", "-c", deep]).verdict in ("benign", "notable", "suspicious")


def test_the_budget_that_ended_it_is_named() -> None:
    program = explain(["python3", "-c", "x=[a*2 for a in range(100000)]"], budget=Budget(steps=1_000))
    assert any("budget of steps" in note for note in program.notes)


def whole(program: Program) -> None:
    """A reading without a fault of its own."""
    assert not [note for note in program.notes if note.startswith(BROKE_OFF)]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    whole(explain(["python3", "-c", text]))
    whole(explain(text))
    whole(explain_source(text))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read(data: bytes) -> None:
    whole(explain_source(data))


PIECES = st.sampled_from(
    "import os;|exec(|eval(|)|'id'|os.system|__import__('os')|.system|base64.b64decode(|lambda x:|[x for x in |b'aa'"
    "|getattr(os,'s')|\n def f(a):|\n  return |(|]|[|{|}|,|=|+|%|for x in y:|while 1:|class A:|a.b|*|**|:=|if x:|else|"
    "'{}'.format|''.join|map(|chr|0x41|yield|await |async |try:|except:|with a as b:|global x|del x|@a|\\|\t|;".split(
        "|"
    )
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=30))
def test_any_heap_of_python_is_read(pieces: list[str]) -> None:
    whole(explain(["python3", "-c", "".join(pieces)]))


WATCH = """
import os, sys
sys.path[:0] = {path!r}
from antivenom.pycode import explain, explain_source
import antivenom.pycode.rules
import html.entities, encodings.idna, encodings.punycode, encodings.utf_16, encodings.rot_13, encodings.hex_codec
import encodings.cp437, encodings.utf_32, encodings.utf_7, encodings.unicode_escape, encodings.raw_unicode_escape
import stringprep, unicodedata
allowed = ("compile", "object.__getattr__", "import", "sys._getframe", "gc.", "code.__new__", "builtins.id")
seen = []
def hook(event, args):
    if event == "open" and args[0] == os.devnull + "/<python>":
        return  # where the compiler looks for the line of a syntax error: a file that cannot be
    if active and not event.startswith(allowed):
        seen.append((event, repr(args)[:200]))
active = False
sys.addaudithook(hook)
programs = {programs!r}
for code in programs:
    active = True
    explain(["python3", "-c", code])
    explain(code)
    explain_source(code).as_dict()
    active = False
imported = [name for name in ("socket", "subprocess", "ctypes", "pickle", "multiprocessing") if name in sys.modules]
print(seen[:20], imported)
sys.exit(bool(seen or imported))
"""


def test_nothing_is_touched() -> None:
    """Under an audit hook no event but compiling a tree is raised, whatever the program says it does."""
    from tests.pycode.test_evaluation import PROGRAMS

    programs = [code for code in (*PROGRAMS.values(), *HOSTILE.values()) if len(code) < 50_000]
    programs += [
        "open('/tmp/antivenom-was-here','w').write('x')",
        "import socket;socket.create_connection(('192.0.2.1',1))",
        "import shutil;shutil.rmtree('/nowhere')",
        "import urllib.request as u;exec(u.urlopen('http://192.0.2.1/').read())",
        "import pickle;pickle.loads(b\"cos\\nsystem\\n(S'id'\\ntR.\")",
        "import ctypes;ctypes.CDLL('/nowhere.so').f()",
        "import os;os.remove('/nowhere');os.fork();os.execv('/bin/true',['true'])",
        "'{0.__init__.__globals__}'.format(print)",
        "import importlib;importlib.import_module('antivenom_no_such_module')",
    ]
    text = WATCH.format(path=[entry for entry in sys.path if entry], programs=programs)
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
