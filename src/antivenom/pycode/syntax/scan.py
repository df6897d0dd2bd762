"""Text into tokens that join to the same text again. Never raises: what no rule knows is one character of junk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.budget import Budget

# kind, text. Kinds: space, newline, comment, string, broken (a string without its end), number, name, op, junk
Token = tuple[str, str]
Tokens = list[Token]

_TOKEN = re.compile(
    r"""(?P<space>[ \t\f]+|\\\r?\n)
    |(?P<newline>\r\n?|\n)
    |(?P<comment>\#[^\r\n]*)
    |(?P<string>(?:[bB][rR]?|[rR][bBfFtT]?|[uU][rR]?|[fFtT][rR]?)?(?:
        \"\"\"[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*\"\"\"|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*'''
        |"(?!"")[^"\\\r\n]*(?:\\(?:\r\n|.)[^"\\\r\n]*)*"|'(?!'')[^'\\\r\n]*(?:\\(?:\r\n|.)[^'\\\r\n]*)*'))
    |(?P<broken>(?:[bB][rR]?|[rR][bBfFtT]?|[uU][rR]?|[fFtT][rR]?)?(?:
        (?:\"\"\"|''').*|"[^"\\\r\n]*(?:\\(?:\r\n|.)[^"\\\r\n]*)*\\?|'[^'\\\r\n]*(?:\\(?:\r\n|.)[^'\\\r\n]*)*\\?))
    |(?P<number>0[xX][0-9a-fA-F_]+[lL]?|0[oObB][0-7_]+[lL]?
        |(?:[0-9][0-9_]*\.?[0-9_]*|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?[jJlL]?)
    |(?P<name>[^\W\d]\w*)
    |(?P<op>\*\*=?|//=?|>>=?|<<=?|<>|!=|->|:=|\.\.\.|[<>=+\-*/%&|^@]=?|[()\[\]{}.,:;~])
    |(?P<junk>.)""",
    re.VERBOSE | re.DOTALL,
)

BLANK = frozenset(("space", "newline", "comment"))
OPERATOR_WORDS = frozenset("in is and or not if else for as".split())
KEYWORDS = frozenset(
    "and as assert async await break class continue def del elif else except finally for from global if import in is "
    "lambda nonlocal not or pass raise return try while with yield".split()
)
COMPOUND = frozenset("if elif else for while try except finally with def class async match case".split())
CONTINUES = frozenset(("else", "elif", "except", "finally"))


def scan(text: str, budget: Budget) -> Tokens:
    """Give all tokens of a text, blanks too; about a step for each."""
    tokens = [(found.lastgroup or "junk", found.group()) for found in _TOKEN.finditer(text)]
    budget.step(len(tokens))
    return tokens


def join(tokens: Tokens) -> str:
    """Write tokens out again."""
    return "".join([token[1] for token in tokens])


def statements(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Spans [start, end) of simple statements and of compound headers (without their colon) that are not empty."""
    start, depth, word, lambdas = 0, 0, "", 0
    for at, (kind, text) in enumerate(tokens):
        if kind == "op":
            if text in "([{":
                depth += 1
            elif text in ")]}":
                depth = max(0, depth - 1)
        elif kind == "name" and not depth:
            lambdas += text == "lambda"
        if not word and kind not in BLANK and text != ";":
            word = text
        if depth or kind not in ("op", "newline") or (kind == "op" and text not in (";", ":")):
            continue
        if text == ":" and (lambdas or word not in COMPOUND):
            lambdas -= bool(lambdas)
            continue
        if word:
            yield start, at
        start, word, lambdas = at + 1, "", 0
    if word:
        yield start, len(tokens)


def solid(tokens: Tokens, start: int, end: int) -> list[int]:
    """Places between start and end of the tokens that are not blank."""
    return [at for at in range(start, end) if tokens[at][0] not in BLANK]


def matching(tokens: Tokens, opened: int, end: int) -> int:
    """Place of the bracket that closes the one at `opened`, or `end` when none does."""
    depth = 0
    for at in range(opened, end):
        kind, text = tokens[at]
        if kind == "op":
            if text in "([{":
                depth += 1
            elif text in ")]}":
                depth -= 1
                if not depth:
                    return at
    return end


def still_open(tokens: Tokens) -> list[str]:
    """Opening brackets that nothing closes, outermost first."""
    stack: list[str] = []
    for kind, text in tokens:
        if kind == "op":
            if text in "([{":
                stack.append(text)
            elif text in ")]}" and stack:
                stack.pop()
    return stack


def closes_too_much(tokens: Tokens) -> bool:
    """Whether a bracket closes that nothing opened, which no cut at the end explains."""
    depth = 0
    for kind, text in tokens:
        if kind == "op":
            depth += (text in "([{") - (text in ")]}")
            if depth < 0:
                return True
    return False
