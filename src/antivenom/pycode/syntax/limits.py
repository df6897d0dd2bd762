"""What text ast.parse may be given: measured bounds on length, number of marks, depth of chains and size of integers.

CPython's parser mostly answers deep nesting with RecursionError or MemoryError, but ends the process on 3.9 at 300,000
attributes in a row, and on 3.9 to 3.13 at 3,000 to 6,000 nested operators in a thread with half a megabyte of stack.
A text of 2,000 characters is safe everywhere; a longer one is measured here first.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from antivenom.pycode.budget import Budget
from antivenom.pycode.syntax.scan import BLANK, Tokens, join, scan

SHORT = 2_000  # characters of any text that is safe unmeasured
MOST_MARKS = 60_000  # operators, brackets, separators: about 0.2 s of ast.parse
MOST_BARE = 1_000_000  # characters outside string literals
DEEPEST = 1_500  # operators that may stand inside one another

# A literal without its end runs to the end of its line, or of the text: nothing is looked at twice. Every branch starts
# with a plain character, which lets `re` leap to the next one.
_SKIPPED = (
    r"\#[^\n]*|\"\"\"[^\"\\]*(?:(?:\\.|\"(?!\"\"))[^\"\\]*)*(?:\"\"\"|\\?\Z)|'''[^'\\]*(?:(?:\\.|'(?!''))[^'\\]*)*(?:'''|\\?\Z)"
    r"|\"[^\"\\\n]*(?:\\.[^\"\\\n]*)*\"?|'[^'\\\n]*(?:\\.[^'\\\n]*)*'?"
)
_BARE = re.compile(_SKIPPED, re.DOTALL)
_MARK = re.compile(r"[()\[\]{},;\n]|[-+~.*/%@^|&<>!=:]|(?<!\w)(?:not|lambda|if|elif|await|in|is|and|or)(?!\w)")
_MARKED = re.compile(_SKIPPED + "|(?P<mark>" + _MARK.pattern + ")", re.DOTALL)
_QUICK = re.compile(r"[()\[\]{},;\n\-+~.*/%@^|&<>!=:]")
_OF_WORDS = bytes(code for code in range(256) if code > 127 or chr(code).isalnum() or code == 95)
_DIGITS = frozenset("0123456789_")
_FEW = 300  # keywords that may nest without a mark, which the quick look does not place
_LONG_NUMBER = re.compile(r"(?<![\w.])[0-9][0-9_]{4300,}(?![\w.])")
_LONGEST_NUMBER = 60_000  # digits; longer ones are read as 0
_GROUP = 48  # operands put into one pair of parentheses


class Measured(NamedTuple):
    """How far a text may be given to ast.parse: characters that are safe, and the spans of statements that are not."""

    safe: int
    deep: list[tuple[int, int]]


def fit(text: str, budget: Budget) -> tuple[str, tuple[str, ...]]:
    """Make a text safe for ast.parse: cut at a statement boundary, chains regrouped, deep statements left out."""
    if len(text) <= SHORT:
        return text, ()
    if _sparse(text):
        budget.take(len(text))
        return text, ()
    notes: list[str] = []
    room = max(budget.bytes // 2, SHORT)
    bare = _BARE.sub(_kept, text) if len(text) <= room else ""
    if bare and (len(bare) <= SHORT or _calm(bare, budget)):
        budget.take(len(text))
        return text, ()
    if _LONG_NUMBER.search(text):
        text = _LONG_NUMBER.sub(_hexadecimal, text)
        notes.append("integers of thousands of digits rewritten")
    measured = measure(text[:room], budget)
    if measured.safe < len(text):
        notes.append(f"only the first {measured.safe} of {len(text)} characters were read")
        text = text[: measured.safe] + _tail(text[measured.safe :], budget, notes)
    if measured.deep:
        text = _shallow(text, measured.deep, budget, notes)
    budget.take(len(text))
    return text, tuple(notes)


_TAIL = 8_000
_STATEMENT = re.compile(r"\n(?=[^\s#)\]}])|;\s*(?=import\b|from\b|exec\b)")


def _tail(rest: str, budget: Budget, notes: list[str]) -> str:
    """The end of a text that was cut, from the start of a statement: what padding is put in front of."""
    start = _STATEMENT.search(rest, max(0, len(rest) - _TAIL))
    tail = rest[start.end() :] if start is not None else ""
    if not tail or _LONG_NUMBER.search(tail):
        return ""
    measured = measure(tail, budget)
    if measured.deep or measured.safe < len(tail):
        return ""
    notes[-1] = f"{len(rest) - len(tail)} characters before the last {len(tail)} were not read"
    return "\n" + tail


def _sparse(text: str) -> bool:
    """Whether a text has too few characters between its words to be deep; what a call of a long literal passes.

    A keyword that nests is followed by a blank, a quote or a mark, so these bound it too.
    """
    between = text.encode("utf-8", "surrogatepass").translate(None, _OF_WORDS)
    return len(between) <= DEEPEST and not _may_have_long_number(text)


def _may_have_long_number(text: str) -> bool:
    """Whether digits stand at two probes in a row, as they must in 4,300 digits; probes are 2,000 characters apart."""
    probes = text[::2000]
    near = any(probes[at] in _DIGITS and probes[at - 1] in _DIGITS for at in range(1, len(probes)))
    return near and _LONG_NUMBER.search(text) is not None


def _calm(bare: str, budget: Budget) -> bool:
    """Whether a text without its literals is surely within the limits; the quick look that most texts pass."""
    words = bare.count("not") + bare.count("if")
    if words > _FEW or len(bare) > MOST_BARE or _may_have_long_number(bare):
        return False
    marks = _QUICK.findall(bare)
    budget.step(len(marks) // 8)
    stack: list[int] = []
    depth = 0
    for mark in marks:
        if mark in "([{":
            stack.append(depth)
            depth += 1
        elif mark in ")]}":
            depth = (stack.pop() if stack else depth) + 1
        elif mark == ",":
            depth = stack[-1] + 1 if stack else 0
        elif mark in ";\n":
            depth = depth if stack else 0
        else:
            depth += 1
        if depth > DEEPEST - _FEW:
            return False
    return len(marks) <= MOST_MARKS


def _kept(found: re.Match[str]) -> str:
    """Format strings are code as well; all other literals and comments go."""
    return found.group() if _is_format(found) else ""


def _is_format(found: re.Match[str]) -> bool:
    """Whether f or t stands in the two characters before a literal, be it a prefix or not."""
    before = found.string[max(0, found.start() - 2) : found.start()].lower()
    return "f" in before or "t" in before


def measure(text: str, budget: Budget) -> Measured:
    """Walk over the marks of a text once."""
    stack: list[int] = []
    deep: list[tuple[int, int]] = []
    depth = start = boundary = comma = marks = bare = last = elifs = 0
    too_deep = False
    for found in _MARKED.finditer(text):
        mark = found.group("mark")
        bare += found.start() - last
        last = found.end()
        if mark is not None:
            marks += 1
        elif _is_format(found):
            bare += len(found.group())
            depth += found.group().count("{")
            marks += 4 * found.group().count("{")  # what they cost from 3.12 on
        if marks > MOST_MARKS or bare > MOST_BARE:
            break
        if mark is None:
            continue
        if mark in "([{":
            stack.append(depth)
            depth += 1
        elif mark in ")]}":
            depth = (stack.pop() if stack else depth) + 1
        elif mark == ",":
            depth = stack[-1] + 1 if stack else 0
            comma = found.start()
        elif mark in ";\n":
            if not stack:
                if too_deep:
                    deep.append((start, found.start()))
                start = boundary = last
                too_deep, depth = False, elifs
        else:
            depth += 1
            elifs += mark == "elif"
        too_deep = too_deep or depth > DEEPEST
    else:
        boundary = len(text)
        if too_deep:
            deep.append((start, len(text)))
    budget.step(marks)
    return Measured(boundary or comma or min(len(text), SHORT), deep)


def _shallow(text: str, deep: list[tuple[int, int]], budget: Budget, notes: list[str]) -> str:
    """Regroup the long sums among statements that are too deep, and leave out those that stay so."""
    parts, last, dropped = [], 0, 0
    for start, end in deep:
        parts.append(text[last:start])
        grouped = join(_grouped(scan(text[start:end], budget)))
        if measure(grouped, budget).deep:
            grouped, dropped = "pass", dropped + 1
        parts.append(grouped)
        last = end
    parts.append(text[last:])
    if dropped < len(deep):
        notes.append("long sums put into groups")
    if dropped:
        notes.append(f"{dropped} statements nested too deep were left out")
    return "".join(parts)


class _Chain:
    """A sum that is being read: its first operand, its plus signs, its last token."""

    __slots__ = ("first", "last", "plus")

    def __init__(self) -> None:
        self.first = self.last = -1
        self.plus: list[int] = []


_ENDS_CHAIN = frozenset(", ; : = == != <= >= < > <> := | & ^ << >> -> += -=".split())
_ENDING_WORDS = frozenset("if else for in and or not is lambda return import print exec yield await assert del".split())


def _grouped(tokens: Tokens) -> Tokens:
    """Put every 48 operands of a long sum into parentheses: a + b + c + d is (a + b) + (c + d)."""
    out = list(tokens)
    stack = [_Chain()]
    for at, (kind, text) in enumerate(tokens):
        if kind in BLANK:
            continue
        chain = stack[-1]
        if kind == "op" and text in ")]}" and len(stack) > 1:
            _close(stack.pop(), out)
            stack[-1].last = at
            continue
        if (kind == "op" and text in _ENDS_CHAIN) or (kind == "name" and text in _ENDING_WORDS):
            _close(chain, out)
            stack[-1] = _Chain()
            continue
        if chain.first < 0:
            chain.first = at
        elif text == "+" and kind == "op":
            chain.plus.append(at)
        chain.last = at
        if kind == "op" and text in "([{":
            stack.append(_Chain())
    while stack:
        _close(stack.pop(), out)
    return out


def _close(chain: _Chain, out: Tokens) -> None:
    if len(chain.plus) <= _GROUP:
        return
    edges = chain.plus[_GROUP - 1 :: _GROUP]
    out[chain.first] = ("op", "(" + out[chain.first][1])
    for edge in edges:
        out[edge] = ("op", ")" + out[edge][1] + "(")
    out[chain.last] = ("op", out[chain.last][1] + ")")


def _hexadecimal(found: re.Match[str]) -> str:
    """Write a long decimal number in base 16, which has no limit of digits and costs no square."""
    digits = found.group().replace("_", "")
    if len(digits) > _LONGEST_NUMBER:
        return "0"
    value = 0
    for at in range(0, len(digits), 4000):
        piece = digits[at : at + 4000]
        value = value * 10 ** len(piece) + int(piece)
    return hex(value)
