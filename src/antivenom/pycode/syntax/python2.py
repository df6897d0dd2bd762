"""Python 2 into Python 3, on tokens: what the two grammars disagree on, and nothing that only behaves differently."""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.pycode.syntax.scan import BLANK, OPERATOR_WORDS, Tokens, matching, solid, statements

_OPENS_EXPRESSION = frozenset(("(", "[", "{", "-", "+", "~", ">>"))
_OCTAL = re.compile(r"0[0-7]+\Z")
_LONGEST_HEAD = 200  # tokens of a lambda's parameters
_MOST_TUPLES = 100  # tuple parameters that are rewritten in one text
_UR = re.compile(r"[uU][rR]")


class _Rewrite:
    """One text being rewritten: `out` holds what each token becomes."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.out = [token[1] for token in tokens]
        self.notes: dict[str, None] = {}
        self.made = 0

    def name(self) -> str:
        """Give a name that no source has."""
        self.made += 1
        return f"_tuple{self.made}"

    def text(self, start: int, end: int) -> str:
        """Give what stands between two places now."""
        return "".join(self.out[start:end]).strip()

    def put(self, start: int, end: int, text: str) -> None:
        """Replace the tokens between two places."""
        self.out[start:end] = [text] + [""] * (end - start - 1)

    def commas(self, places: list[int]) -> list[int]:
        """Places of commas outside any bracket."""
        found, depth = [], 0
        for at in places:
            kind, text = self.tokens[at]
            if kind == "op":
                depth += (text in "([{") - (text in ")]}")
                if text == "," and not depth:
                    found.append(at)
        return found


def to_python3(tokens: Tokens) -> tuple[str, tuple[str, ...]] | None:
    """Rewrite what only Python 2 accepts; the text and what was met, or None when there was nothing."""
    work = _Rewrite(tokens)
    for at in range(len(tokens) - 1, -1, -1):
        _TOKEN_RULES.get(tokens[at][0], _nothing)(work, at)
    for start, end in statements(tokens):
        places = solid(tokens, start, end)
        rule = _STATEMENT_RULES.get(tokens[places[0]][1]) if places else None
        if rule is not None and tokens[places[0]][0] == "name":
            rule(work, places)
    return ("".join(work.out), tuple(work.notes)) if work.notes else None


def _nothing(work: _Rewrite, at: int) -> None:
    """Most tokens are the same in both."""


def _number(work: _Rewrite, at: int) -> None:
    text = work.out[at]
    short = text.rstrip("lL")
    if _OCTAL.match(short) and short.strip("0"):
        short = "0o" + short.lstrip("0")
    if short != text:
        work.out[at] = short
        work.notes["Python 2 numbers"] = None


def _string(work: _Rewrite, at: int) -> None:
    text = work.out[at]
    if _UR.match(text):
        work.out[at] = text[1:]
        work.notes["Python 2 ur string"] = None


def _operator(work: _Rewrite, at: int) -> None:
    if work.out[at] == "<>":
        work.out[at] = "!="
        work.notes["Python 2 <>"] = None


def _backticks(work: _Rewrite, at: int) -> None:
    """Backticks from the right: the first that is met closes, the next opens."""
    if work.out[at] != "`":
        return
    closing = at
    for before in range(at - 1, -1, -1):
        kind, text = work.tokens[before]
        if kind == "newline":
            return
        if text == "`" and kind == "junk":
            work.out[before], work.out[closing] = "repr(", ")"
            work.notes["Python 2 backticks"] = None
            return


def _lambda(work: _Rewrite, at: int) -> None:
    """`lambda (a, b): body` becomes `lambda t: [body for (a, b) in [t]][0]`."""
    tokens = work.tokens
    if tokens[at][1] != "lambda":
        return
    patterns, place, end = [], at + 1, min(len(tokens), at + _LONGEST_HEAD)
    expected = True
    while place < end and tokens[place][1] != ":":
        text = tokens[place][1]
        if text == "(":
            close = matching(tokens, place, end)
            if expected:
                if close >= end:
                    return
                patterns.append((place, close + 1))
            place = close
        expected = text == "," or (expected and tokens[place][0] in BLANK)
        place += 1
    if not patterns or place >= end or work.made > _MOST_TUPLES:
        return
    last = _body_end(tokens, place + 1)
    written = [work.text(*pattern) for pattern in patterns]
    names = []
    for pattern in patterns:
        names.append(work.name())
        work.put(*pattern, names[-1])
    work.out[place] += "["
    work.out[last] += f" for {', '.join(written)}, in [({', '.join(names)},)]][0]"
    work.notes["Python 2 tuple parameters"] = None


def _body_end(tokens: Tokens, start: int) -> int:
    """Place of the last token of the lambda body that starts here."""
    depth, last = 0, start - 1
    for at in range(start, len(tokens)):
        kind, text = tokens[at]
        if kind == "op":
            if text in "([{":
                depth += 1
            elif text in ")]}":
                depth -= 1
            if depth < 0 or (not depth and text in (",", ";", "=", ":")):
                break
        elif not depth and (kind == "newline" or (kind == "name" and text == "for")):
            break
        if kind not in BLANK:
            last = at
    return last


def _print(work: _Rewrite, places: list[int]) -> None:
    tokens = work.tokens
    if len(places) == 1:
        work.out[places[0]] = "print()"
    else:
        kind, text = tokens[places[1]]
        if kind == "op" and text not in _OPENS_EXPRESSION:
            return
        if kind == "name" and text in OPERATOR_WORDS and text != "not":
            return
        if text == "(" and matching(tokens, places[1], places[-1] + 1) >= places[-1]:
            return
        _print_call(work, places)
    work.notes["Python 2 print statement"] = None


def _print_call(work: _Rewrite, places: list[int]) -> None:
    """`print >>file, a, b,` becomes `print(a, b, end=" ", file=file)`; a string without an end stays open."""
    start, last, tail = places[1], places[-1], ""
    if work.tokens[last][1] == ",":
        work.out[last], tail = "", ', end=" "'
        last = places[-2]
    if work.tokens[start][1] == ">>":
        commas = work.commas(places[1:])
        stop = commas[0] if commas else last + 1
        target = work.text(start + 1, stop)
        tail = (tail + f", file={target}") if stop <= last else f"file={target}"
        work.put(start, min(stop + 1, last + 1), "")
    for at in range(places[0] + 1, start):
        work.out[at] = ""
    work.out[places[0]] = "print("
    if work.tokens[last][0] != "broken":
        work.out[last] += tail + ")"


def _exec(work: _Rewrite, places: list[int]) -> None:
    """`exec code in globals, locals` becomes `exec(code, globals, locals)`."""
    tokens = work.tokens
    if len(places) == 1 or (tokens[places[1]][0] == "op" and tokens[places[1]][1] not in ("[", "-", "~")):
        return
    work.out[places[0]] = "exec("
    depth = 0
    for at in places[1:]:
        kind, text = tokens[at]
        if kind == "op":
            depth += (text in "([{") - (text in ")]}")
        elif kind == "name" and text == "in" and not depth:
            work.out[at] = ","
    if tokens[places[-1]][0] != "broken":
        work.out[places[-1]] += ")"
    work.notes["Python 2 exec statement"] = None


def _except(work: _Rewrite, places: list[int]) -> None:
    commas = work.commas(places[1:])
    if not commas:
        return
    work.out[commas[0]] = " as"
    if work.tokens[places[-1]][1] in ")]":
        work.put(commas[0] + 1, places[-1] + 1, " " + work.name())
    work.notes["Python 2 except clause"] = None


def _raise(work: _Rewrite, places: list[int]) -> None:
    """`raise E, "text", traceback` becomes `raise E("text")`."""
    commas = work.commas(places[1:])
    if not commas:
        return
    value = work.text(commas[0] + 1, commas[1] if len(commas) > 1 else places[-1] + 1)
    work.put(commas[0], places[-1] + 1, f"({value})")
    work.notes["Python 2 raise statement"] = None


def _def(work: _Rewrite, places: list[int]) -> None:
    """`def f(a, (b, c)): body` becomes `def f(a, t): (b, c) = t; body`."""
    tokens = work.tokens
    opened = next((at for at in places if tokens[at][1] == "("), None)
    if opened is None:
        return
    opens = []
    for nth, at in enumerate(places[1:]):
        if tokens[at][1] == "(" and at > opened and tokens[places[nth]][1] in ("(", ","):
            opens.append(at)
    unpacked = ""
    done = opened
    for at in opens:
        close = matching(tokens, at, places[-1] + 1)
        if close > places[-1] or work.made > _MOST_TUPLES:
            break
        if at < done:
            continue
        name, done = work.name(), close
        unpacked += f"{work.text(at, close + 1)} = {name}; "
        work.put(at, close + 1, name)
    if unpacked:
        _into_body(work, places[-1] + 1, unpacked)
        work.notes["Python 2 tuple parameters"] = None


def _into_body(work: _Rewrite, colon: int, text: str) -> None:
    """Put statements at the start of the suite after a header, on the header's line or on the first of its block."""
    after = colon + 1
    while after < len(work.tokens) and work.tokens[after][0] in BLANK:
        after += 1
    if after < len(work.tokens):
        work.out[after] = text + work.out[after]
    elif colon < len(work.tokens):
        work.out[colon] += text


_TOKEN_RULES: dict[str, Callable[[_Rewrite, int], None]] = {
    "number": _number,
    "string": _string,
    "broken": _string,
    "op": _operator,
    "junk": _backticks,
    "name": _lambda,
}
_STATEMENT_RULES: dict[str, Callable[[_Rewrite, list[int]], None]] = {
    "print": _print,
    "exec": _exec,
    "except": _except,
    "raise": _raise,
    "def": _def,
}
