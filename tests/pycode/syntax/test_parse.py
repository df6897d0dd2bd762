"""Texts that parse come back untouched, and cost one parse; limits hold for those that would hurt."""

from __future__ import annotations

import ast
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antivenom.pycode.budget import Budget, Spent
from antivenom.pycode.syntax import parse

SOUND = [
    "",
    "import os",
    "import os;os.system('id')",
    "def f(x):\n\treturn x\n",
    "x = '\\d'",
    "1if 1else 2",
    "async def f():\n    await g()",
    "# only a comment",
]


def reference(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)


@pytest.mark.parametrize("text", SOUND)
def test_sound_text_is_left_alone(text: str) -> None:
    parsed = parse(text, Budget())
    assert parsed.repairs == ()
    assert parsed.text == text
    assert ast.dump(parsed.tree) == ast.dump(reference(text))


EVAL = [
    ("1 + 1", "1 + 1"),
    ("  \tos.system('a')", "os.system('a')"),
    ('f("x', "f('x')"),
    ("import os", "import os"),
]


@pytest.mark.parametrize("text,expected", EVAL)
def test_an_operand_of_eval_is_one_expression(text: str, expected: str) -> None:
    tree = parse(text, Budget(), mode="eval").tree
    assert ast.unparse(tree) == expected
    assert len(tree.body) == 1


BYTES = [
    (b"import os", "import os"),
    (b"\xef\xbb\xbfimport os", "import os"),
    (b"# coding: latin-1\nx = '\xe9'", "x = 'é'"),
    (b"#!/usr/bin/python\n# -*- coding: cp1251 -*-\nx = '\xe9'", "x = 'й'"),
    ("import os".encode("utf-16"), "import os"),
    ("import os".encode("utf-16-le"), "import os"),
    ("import os".encode("utf-16-be"), "import os"),
    ("import os".encode("utf-32"), "import os"),
    (b"x = '\xff'", "x = 'ÿ'"),
    (b"# coding: idna\nx = 1", "x = 1"),
    (b"# coding: rot13\nx = 1", "x = 1"),
    (b"# coding: no-such-coding\nx = 1", "x = 1"),
]


@pytest.mark.parametrize("data,expected", BYTES)
def test_bytes_are_decoded_as_python_does(data: bytes, expected: str) -> None:
    assert ast.unparse(parse(data, Budget()).tree) == expected


HOSTILE = {
    "minus signs": "-" * 100_000 + "1",
    "not": "not " * 50_000 + "1",
    "attributes": "a" + ".b" * 400_000,
    "calls": "f" + "()" * 50_000,
    "subscripts": "f" + "[0]" * 50_000,
    "parentheses": "(" * 10_000,
    "brackets": "[" * 5_000 + "]" * 5_000,
    "lambdas": "lambda:" * 20_000 + "1",
    "conditionals": "1 if 1 else " * 20_000 + "1",
    "elif": "if 1:\n a()\n" + "elif 1:\n a()\n" * 20_000,
    "format strings": 'f"{a}" ' * 30_000,
    "nested format strings": 'f"{' * 20_000,
    "digits": "x=" + "7" * 50_000,
    "a million digits": "1" * 1_000_000,
    "statements": "a();" * 200_000,
    "open triple quote": '"""' + "a" * 500_000,
    "escaped quotes": '\\"' * 200_000,
    "backticks": "`" * 200_000,
    "tuple lambdas": "lambda (a,b):" * 10_000,
    "NUL": "\0" * 500_000,
    "surrogates": "\ud800" * 100_000,
    "words": "foo bar " * 50_000,
    "prints": "print x\n" * 20_000,
    "closing brackets": ")]}" * 100_000,
    "placeholders": "${" * 100_000 + "{{ a" * 50_000 + "<a " * 50_000,
    "indentation": "".join(" " * (line % 90) + "x\n" for line in range(20_000)),
    "deeper and deeper": "".join(" " * line + "if 1:\n" for line in range(1_000)),
    "arguments": "f(" * 25 + "x y," * 20_000,
    "carriage returns": "\r" * 300_000,
    "a slow codec": "# coding: punycode\n" + "a" * 300_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_ends_within_its_budget(name: str) -> None:
    budget = Budget(seconds=10.0)
    try:
        parsed = parse(HOSTILE[name], budget)
    except Spent:
        return
    assert isinstance(parsed.tree, ast.Module)


def test_a_long_sum_is_read_in_groups() -> None:
    text = "exec(" + "+".join(f"chr({code % 90 + 33})" for code in range(6_000)) + ")"
    parsed = parse(text, Budget(steps=2_000_000))
    assert parsed.repairs == ("long sums put into groups",)
    calls = [node for node in ast.walk(parsed.tree) if isinstance(node, ast.Call)]
    assert len(calls) == 6_001


def test_groups_keep_the_value_of_a_sum() -> None:
    text = "x = " + "+".join(str(number) if number % 7 else f"{number}*2-3" for number in range(4_000))
    grouped = parse(text, Budget(steps=2_000_000))
    assert grouped.repairs
    value = sum(number if number % 7 else number * 2 - 3 for number in range(4_000))
    assert eval(grouped.text.partition("=")[2]) == value


def test_an_integer_too_long_for_the_parser_keeps_its_value() -> None:
    number = 7 * 10**6_000 + 123
    digits = "7" + "0" * 5_997 + "123"
    parsed = parse(f"x = {digits}\ny = '{'a' * 3_000}'", Budget())
    constants = [node.value for node in ast.walk(parsed.tree) if isinstance(node, ast.Constant)]
    assert number in constants


def test_a_long_literal_needs_no_repair() -> None:
    text = "import base64;exec(base64.b64decode('" + "QUJD" * 100_000 + "'))"
    assert parse(text, Budget()).repairs == ()


def test_warnings_about_a_text_are_not_shown(recwarn: pytest.WarningsRecorder) -> None:
    parse("x = '\\d' if 1is 2else '\\q'", Budget())
    parse("print '\\d' if 1is 2else '\\q'", Budget())
    assert not recwarn.list


def test_text_over_the_budget_is_cut_at_a_statement() -> None:
    parsed = parse("call();" * 100_000, Budget(steps=2_000_000))
    assert "characters were read" in parsed.repairs[0]
    assert parsed.tree.body


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_a_tree(text: str) -> None:
    assert isinstance(parse(text, Budget()).tree, ast.Module)


PIECES = st.sampled_from(
    "import os|exec(|'|\"|\\|\n|\n  |;|print |x=|(a,b)|lambda (a,b): |`|$X|<IP>|{|}|[|]|)|:|if x:|else:|try:|f'{|#|, "
    "|except A, e:|def f(a,(b,c)):|for x in y:|&quot;|\u201c|%s|!ls|'''|0777|10L|raise A, 'b'|exec a in b|x?".split("|")
)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=20), st.sampled_from(("exec", "eval")))
def test_any_heap_of_pieces_gives_a_tree_of_its_text(pieces: list[str], mode: str) -> None:
    parsed = parse("".join(pieces), Budget(), mode=mode)
    if parsed.tree.body and mode == "exec":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's, on escapes it does not know
            again = ast.parse(parsed.text)
        assert ast.dump(parsed.tree) == ast.dump(again)
