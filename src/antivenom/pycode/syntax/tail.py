"""Texts that a sensor cut off: open strings and brackets closed, the last broken tokens dropped."""

from __future__ import annotations

import re

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.indent import lines
from antivenom.pycode.syntax.scan import (
    BLANK,
    COMPOUND,
    KEYWORDS,
    Tokens,
    closes_too_much,
    join,
    statements,
    still_open,
)
from antivenom.pycode.syntax.trees import attempt

_MOST_DROPPED = 12
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_DANGLING = KEYWORDS - {"pass", "break", "continue", "return", "try", "else"}
_QUOTE = re.compile(r"[a-zA-Z]{0,2}(\"\"\"|'''|\"|')")
_CUT_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\(?:x[0-9a-fA-F]?|u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7}|N(?:\{[^}]*)?)?\Z")


def close(tokens: Tokens, budget: Budget) -> tuple[str, str] | None:
    """Finish a text that was cut: text that parses and a sentence; None when closing and dropping do not help."""
    work = list(tokens)
    cut = "cut off; closed it"
    while work and work[-1][0] in BLANK:
        work.pop()
    if work and work[-1][0] == "broken":
        work[-1] = ("string", _closed(work[-1][1]))
        cut = "cut off inside a string; closed it"
    boundary = False  # the last statement is dropped whole, if at all; what is wrong before it is not mended here
    for _ in range(_MOST_DROPPED):
        if not work:
            return None
        text = _finished(work)
        budget.step(20 + len(text) // 64)
        if attempt(text) is not None:
            return text, cut
        if boundary:
            return None
        work.pop()
        cut = "cut off inside a statement; its broken end was dropped"
        while work and (work[-1][0] in BLANK or work[-1][1] == ";"):
            boundary = boundary or work[-1][0] == "newline" or work[-1][1] == ";"
            work.pop()
        boundary = boundary and not still_open(work)
    return None


def _closed(text: str) -> str:
    """Give a string its end, without an escape sequence that is only half there."""
    opened = _QUOTE.match(text)
    quote = opened.group(1) if opened else '"'
    if "r" in text[: text.index(quote)].lower():
        body = text if (len(text) - len(text.rstrip("\\"))) % 2 == 0 else text[:-1]
    else:
        body = _CUT_ESCAPE.sub(r"\1", text)
    if "f" in text[: text.index(quote)].lower() and body.rfind("{") > body.rfind("}"):
        body = body[: body.rfind("{")].rstrip("{")
    if len(quote) == 3 and body.endswith(quote[0]) and len(body) > len(quote) + text.index(quote):
        body = body.rstrip(quote[0])  # one or two quotes of the three that were to come
    return body + quote


def _finished(tokens: Tokens) -> str:
    """Add the brackets that are missing, a body for a header that has none, and the end of an unfinished try."""
    text = join(tokens) + "".join([_CLOSING[opening] for opening in reversed(still_open(tokens))])
    if tokens[-1][1] == ":":
        text += " pass"
    elif _headless(tokens[-400:]):
        text += ": pass"
    for column in _unfinished(tokens):
        text += "\n" + " " * column + "finally: pass"
    return text


def _headless(tokens: Tokens) -> bool:
    """Whether the text ends in a block header that has no colon yet."""
    spans = list(statements(tokens))
    if not spans:
        return False
    word = next(text for kind, text in tokens[spans[-1][0] :] if kind not in BLANK)
    return word in COMPOUND and not any(text == ":" and kind == "op" for kind, text in tokens[spans[-1][1] :])


def _unfinished(tokens: Tokens) -> list[int]:
    """Columns of the try statements that no except or finally has followed, innermost first."""
    if not any(text == "try" for _, text in tokens):
        return []
    stack: list[tuple[int, str]] = []
    for line in lines(tokens):
        while stack and stack[-1][0] >= line.column:
            stack.pop()
        stack.append((line.column, line.word))
    return [column for column, word in reversed(stack) if word == "try"]


def looks_cut(tokens: Tokens) -> bool:
    """Whether a text ends inside a string, a bracket, a block or an expression."""
    last = next((token for token in reversed(tokens) if token[0] not in BLANK), ("", ""))
    if last[0] == "broken":
        return True
    if closes_too_much(tokens):
        return False
    if last[0] == "op" and last[1] not in (")", "]", "}", ";", "..."):
        return True
    return last[1] in _DANGLING or bool(still_open(tokens)) or bool(_unfinished(tokens)) or _headless(tokens[-400:])
