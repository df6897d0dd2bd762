"""Names and values are followed to what they are: each program runs the same command, however it is written."""

from __future__ import annotations

import base64
import bz2
import codecs
import gzip
import lzma
import zlib

import pytest

from antivenom.pycode import explain, explain_source

CODE = "import os;os.system('id')"
B64 = base64.b64encode(CODE.encode()).decode()
XOR = [byte ^ 42 for byte in CODE.encode()]

PROGRAMS = {
    "plain": CODE,
    "alias": "import os as o;o.system('id')",
    "from import": "from os import system as s;s('id')",
    "star import": "from os import *;system('id')",
    "import of a name": "__import__('os').system('id')",
    "importlib": "import importlib;importlib.import_module('o'+'s').system('id')",
    "getattr": "import os;getattr(os,'sys'+'tem')('id')",
    "module of a module": "import shutil;shutil.os.system('id')",
    "private module": "import random;random._os.system('id')",
    "sys.modules": "import os,sys;sys.modules['os'].system('id')",
    "builtins dict": "__builtins__.__dict__['__import__']('os').system('id')",
    "vars of a module": "import os;vars(os)['system']('id')",
    "globals": "import os;globals()['os'].system('id')",
    "walrus": "(o:=__import__('os')).system('id')",
    "lambda": "(lambda m,c:m.system(c))(__import__('os'),'id')",
    "default argument": "import os\ndef f(c,s=os.system): s(c)\nf('id')",
    "decorator": "import os\n@os.system\ndef f(): pass\n@(lambda f:os.system('id'))\ndef g(): pass",
    "map": "import os;list(map(os.system,['id']))",
    "partial": "import os,functools;functools.partial(os.system,'id')()",
    "thread": "import os,threading;threading.Thread(target=os.system,args=('id',)).start()",
    "atexit": "import os,atexit;atexit.register(os.system,'id')",
    "container": "import os;t=(print,os.system);t[1]('id')",
    "dictionary": "import os;{'a':os.system}['a']('id')",
    "ternary on the unknown": "import os,sys;(os.system if sys.argv else print)('id')",
    "branch on the unknown": "import os,sys\nif sys.platform: f=os.system\nelse: f=print\nf('id')",
    "class": "import os\nclass A:\n def run(self,c): os.system(c)\nA().run('id')",
    "attribute": "import os\nclass A:\n def __init__(self): self.f=os.system\nA().f('id')",
    "metaclass": "import os\nclass M(type):\n def __init__(c,n,b,d): os.system(d['x'])\nclass A(metaclass=M): x='id'",
    "generator": "import os;[f for f in (g('id') for g in [os.system])]",
    "nothing calls it": "import os\ndef f(): os.system('id')",
    "hook": "import os,sys;sys.breakpointhook=os.system;breakpoint('id')",
    "climbing": "[c for c in ().__class__.__base__.__subclasses__() if 'wrap' in c.__name__][0]"
    ".__init__.__globals__['system']('id')",
    "full-width letters": "import os;ｏｓ.ｓｙｓｔｅｍ('id')",
    "ctypes": "import ctypes;ctypes.CDLL(None).system(b'id')",
    "exec": f"exec({CODE!r})",
    "exec alias": f"e=exec;e({CODE!r})",
    "compile": f"exec(compile({CODE!r},'','exec'))",
    "function of code": f"import types;types.FunctionType(compile({CODE!r},'','exec'),{{}})()",
    "interpreter": f"import code;code.InteractiveInterpreter().runsource({CODE!r})",
    "timeit": f"import timeit;timeit.timeit({CODE!r},number=1)",
    "hex escapes": "exec('" + "".join(f"\\x{ord(c):02x}" for c in CODE) + "')",
    "characters": f"exec(''.join(map(chr,{[ord(c) for c in CODE]})))",
    "bytes": f"exec(bytes({[ord(c) for c in CODE]}))",
    "xor": f"exec(''.join(chr(x^42) for x in {XOR}))",
    "xor loop": f"s=''\nfor x in {XOR}: s+=chr(x^42)\nexec(s)",
    "while loop": f"d={XOR};s='';i=0\nwhile i<len(d):\n s+=chr(d[i]^42);i+=1\nexec(s)",
    "reverse": f"exec({CODE[::-1]!r}[::-1])",
    "replace": f"exec({CODE.replace('o', '@')!r}.replace('@','o'))",
    "translate": f"exec({CODE.replace('s', '~')!r}.translate({{126:'s'}}))",
    "format": "exec('import {0};{0}.system(%r)'.format('os')%'id')",
    "f-string": "m='os';exec(f'import {m};{m}.system(\"id\")')",
    "join": "exec(';'.join(['import os','os.system(\"id\")']))",
    "base64": f"import base64;exec(base64.b64decode('{B64}'))",
    "base64 twice": f"from base64 import b64decode as d;exec(d(d('{base64.b64encode(B64.encode()).decode()}')))",
    "base32": f"import base64;exec(base64.b32decode('{base64.b32encode(CODE.encode()).decode()}'))",
    "base85": f"import base64;exec(base64.b85decode({base64.b85encode(CODE.encode()).decode()!r}))",
    "hex": f"exec(bytes.fromhex('{CODE.encode().hex()}'))",
    "binascii": f"import binascii;exec(binascii.unhexlify('{CODE.encode().hex()}'))",
    "rot13": f"import codecs;exec(codecs.decode({codecs.encode(CODE, 'rot13')!r},'rot13'))",
    "zlib": f"import zlib;exec(zlib.decompress({zlib.compress(CODE.encode())!r}))",
    "raw deflate": f"import zlib;exec(zlib.decompress({zlib.compress(CODE.encode())[2:-4]!r},-15))",
    "gzip": f"import gzip;exec(gzip.decompress({gzip.compress(CODE.encode())!r}))",
    "gzip file": f"import gzip,io;exec(gzip.GzipFile(fileobj=io.BytesIO({gzip.compress(CODE.encode())!r})).read())",
    "bz2": f"import bz2;exec(bz2.decompress({bz2.compress(CODE.encode())!r}))",
    "lzma": f"import lzma;exec(lzma.decompress({lzma.compress(CODE.encode())!r}))",
    "integer": f"n={int.from_bytes(CODE.encode(), 'big')};exec(n.to_bytes({len(CODE)},'big'))",
    "percent": "import urllib.parse as p;exec(p.unquote('" + "".join(f"%{ord(c):02x}" for c in CODE) + "'))",
    "python 2 codec": f"exec('{B64}'.decode('base64'))",
    "python 2 statement": f"exec {CODE!r}",
    "cycle key": "import itertools as i;exec(''.join(chr(a^b) for a,b in zip("
    + repr([byte ^ b"ab"[n % 2] for n, byte in enumerate(CODE.encode())])
    + ",i.cycle(b'ab'))))",
    "after a decoy": "while True:\n pass\nimport os;os.system('id')",
    "after a costly loop": "x=0\nfor i in range(10**9): x=x+i\nimport os;os.system('id')",
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_the_command_is_found(name: str) -> None:
    program = explain(["python3", "-c", PROGRAMS[name]])
    assert "shell_command" in program.behaviours
    assert program.verdict in ("suspicious", "malicious")
    assert any(one.kind == "command" and one.value == "id" for one in program.indicators)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_file_reads_like_a_line(name: str) -> None:
    assert "shell_command" in explain_source(PROGRAMS[name]).behaviours


def test_arguments_are_bound_to_sys_argv() -> None:
    program = explain(["python3", "-c", "import sys;exec(' '.join(sys.argv[1:]))", "import", "os;os.system('id')"])
    assert "shell_command" in program.behaviours


def test_the_environment_of_the_line_is_known() -> None:
    program = explain(["env", f"X={CODE}", "python3", "-c", "import os;exec(os.environ['X'])"])
    assert "shell_command" in program.behaviours


def test_layers_say_how_they_were_hidden() -> None:
    packed = base64.b64encode(zlib.compress(CODE.encode())).decode()
    program = explain(["python3", "-c", f"import zlib,base64;exec(zlib.decompress(base64.b64decode('{packed}')))"])
    assert [(layer.how, layer.decodings, layer.text) for layer in program.layers[1:]] == [
        ("exec", ("base64", "zlib"), CODE)
    ]


def test_a_known_branch_is_taken_and_the_other_is_not() -> None:
    assert explain(["python3", "-c", "import os\nif 1 == 2: os.system('id')"]).verdict == "benign"


def test_places_name_the_layer_and_the_code() -> None:
    program = explain(["python3", "-c", f"x = 1\nexec({CODE!r})"])
    place = next(s for s in program.sightings if s.rule == "shell_command").places[0]
    assert (place.layer, place.line, place.column, place.code) == (1, 1, 11, "os.system('id')")
