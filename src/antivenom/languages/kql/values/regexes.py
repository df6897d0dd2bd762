"""Kusto's regular expressions as RE2 runs them, and the patterns of `has` and its kin.

Kusto's flavour is the Rust regex crate's: \\d, \\w and \\s know all of Unicode, where RE2's know ASCII. What
cannot be said in RE2 with the same meaning has no translation: Python finds it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.errors import QueryError, Unsupported
from antivenom.plan.rust import Parsed, WrongPattern, parse
from antivenom.source import Span

_DIGIT = r"\p{Nd}"
_WORD = (
    r"\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F149}\x{1F150}-\x{1F169}\x{1F170}-\x{1F189}"
    r"\x{200C}\x{200D}"
)
_SPACE = r"\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"
_NO_SPACE = (
    r"\x{0}-\x{8}\x{E}-\x{1F}!-\x{84}\x{86}-\x{9F}\x{A1}-\x{167F}\x{1681}-\x{1FFF}\x{200B}-\x{2027}"
    r"\x{202A}-\x{202E}\x{2030}-\x{205E}\x{2060}-\x{2FFF}\x{3001}-\x{10FFFF}"
)
_CLASSES = {"d": _DIGIT, "w": _WORD, "s": _SPACE}
_SAME = frozenset("tnrfvaAz")
_CODE = re.compile(r"x([0-9a-fA-F]{2})|[xuU]\{([0-9a-fA-F]{1,8})\}|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})")
_PROPERTY = re.compile(r"[pP](?:[CLMNPSZ]|\{(?:[CLMNPSZ][a-z]?|Arabic|Cyrillic|Greek|Han|Hebrew|Latin)\})")
_COUNT = re.compile(r"\{(\d{1,4})(?:(,)(\d{0,4}))?\}")
_GROUP = re.compile(r"\?(?:P?<([A-Za-z_]\w*)>|([a-zA-Z-]*)([:)]))")
_POSIX = re.compile(r"\[:\^?[a-z]+:\]")
_OCTAL = re.compile(r"[0-7]{1,3}")
_LARGEST_COUNT = 1000
_LONGEST = 50_000
_BOUND = r"[^\pL\pN]"


class _NotInRe2(Exception):
    """The pattern has something that RE2 has not, or that means something else there."""


class _Translation:
    """Of a pattern that was read already: its signs are where they belong."""

    def __init__(self, pattern: str) -> None:
        self.pattern, self.at = pattern, 0
        self.bounded = False

    def run(self) -> str:
        out: list[str] = []
        while self.at < len(self.pattern):
            out.append(self.step())
        return "".join(out)

    def step(self) -> str:
        char = self.pattern[self.at]
        self.at += 1
        match char:
            case "\\":
                return self.escape(inside=False)
            case "[":
                return self.characters()
            case "(":
                return self.group()
            case "{":
                return self.count()
            case _:
                return char

    def escape(self, *, inside: bool) -> str:
        rest = self.pattern[self.at :]
        char = rest[0]
        if code := _CODE.match(rest):
            self.at += code.end()
            return f"\\x{{{code[1] or code[2] or code[3] or code[4]}}}"
        if prop := _PROPERTY.match(rest):
            self.at += prop.end()
            return "\\" + prop[0]
        if octal := _OCTAL.match(rest):
            self.at += octal.end()
            return f"\\x{{{int(octal[0], 8):x}}}"
        self.at += 1
        if char.lower() in _CLASSES:
            return self.perl(char, inside=inside)
        if char in _SAME:
            return "\\" + char
        if char == "b" and not rest[1:].startswith("{"):
            self.bounded = True
            return r"\b"
        if char.isalnum() or char in "<>":  # RE2's \\B stands inside of characters
            raise _NotInRe2
        return f"\\x{{{ord(char):x}}}"

    def perl(self, char: str, *, inside: bool) -> str:
        if not inside:
            return f"[{'^' if char.isupper() else ''}{_CLASSES[char.lower()]}]"
        return {"D": r"\P{Nd}", "S": _NO_SPACE}.get(char) or (_no_word() if char == "W" else _CLASSES[char])

    def characters(self) -> str:
        """A class in brackets, up to its closing one."""
        made = ["["]
        if self.pattern.startswith("^", self.at):
            made.append("^")
            self.at += 1
        while self.pattern.startswith("-", self.at):
            made.append("\\-")
            self.at += 1
        first = len(made[-1]) == 1
        while True:
            char = self.pattern[self.at]
            if char == "]" and not first:
                self.at += 1
                return "".join(made) + "]"
            made.append(self.class_item(char))
            first = False

    def class_item(self, char: str) -> str:
        if self.pattern[self.at : self.at + 2] in ("&&", "--", "~~"):
            raise _NotInRe2
        self.at += 1
        if char == "[":
            posix = _POSIX.match(self.pattern, self.at - 1)
            if posix is None:
                raise _NotInRe2
            self.at = posix.end()
            return posix[0]
        if char == "\\":
            return self.escape(inside=True)
        return "\\]" if char == "]" else char

    def group(self) -> str:
        if not self.pattern.startswith("?", self.at):
            return "("
        found = _GROUP.match(self.pattern, self.at)
        if found is None or set(found[2] or "") - set("imsU-"):
            raise _NotInRe2
        if "i" in (found[2] or "") and (self.at > 1 or found[3] == ":"):
            raise _NotInRe2  # beside cased letters RE2 loses it: (?:b|(?i)B) does not find B there
        self.at = found.end()
        return f"(?P<{found[1]}>" if found[1] else f"(?{found[2]}{found[3]}"

    def count(self) -> str:
        found = _COUNT.match(self.pattern, self.at - 1)
        if found is None or max(int(found[1]), int(found[3] or 0)) > _LARGEST_COUNT:
            raise _NotInRe2
        self.at = found.end()
        return found[0]


@cache
def _no_word() -> str:
    """The characters that \\w has not, as ranges."""
    more = re.compile("[\u24b6-\u24e9\u200c\u200d\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]")
    others, start = [], None
    for code in range(0x110001):
        word = code == 0x110000 or 0xD800 <= code < 0xE000 or _word(chr(code)) or more.match(chr(code))
        if word and start is not None:
            others.append(f"\\x{{{start:x}}}-\\x{{{code - 1:x}}}")
        start = None if word else code if start is None else start
    return "".join(others)


def _word(char: str) -> bool:
    kind = unicodedata.category(char)
    return kind[0] in "LM" or kind in ("Nl", "Nd", "Pc")


@dataclass(frozen=True, slots=True)
class Translated:
    """A pattern in RE2's words (None: RE2 cannot say it), and whether these have \\b or \\B, which are ASCII there."""

    text: str | None
    bounded: bool
    parsed: Parsed


def translate(pattern: str, span: Span) -> Translated:
    """The pattern as RE2 runs it. Raises QueryError where it is no pattern."""
    if len(pattern) > _LONGEST:
        raise Unsupported("KQL regex longer than 50,000 characters", span=span)
    try:
        parsed = parse(pattern)
    except WrongPattern as error:
        raise QueryError(f"this regular expression is wrong: {error}", span=span) from None
    translation = _Translation(pattern)
    try:
        made = translation.run()
        pc.match_substring_regex(pa.array([""]), made)
    except (_NotInRe2, pa.ArrowInvalid):
        return Translated(None, False, parsed)
    return Translated(made, translation.bounded, parsed)


def literal(text: str) -> str:
    """An RE2 pattern that matches exactly this text."""
    return "".join(
        char if char == "_" or char.isalnum() or (ord(char) > 127) else f"\\x{{{ord(char):x}}}" for char in text
    )


def _term(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN"


def has(needles: Iterable[str], *, cased: bool, left: bool = True, right: bool = True) -> str:
    """The pattern that finds any of the needles as terms (K3): a boundary stands only at an edge where the
    needle's own character is a letter or digit, and where `left` or `right` asks for one."""
    edges: dict[tuple[bool, bool], list[str]] = {}
    for needle in needles:
        edge = (left and needle != "" and _term(needle[0]), right and needle != "" and _term(needle[-1]))
        edges.setdefault(edge, []).append(literal(needle))
    parts = []
    for (before, after), texts in edges.items():
        inner = texts[0] if len(texts) == 1 else f"(?:{'|'.join(texts)})"
        parts.append((f"(?:^|{_BOUND})" if before else "") + inner + (f"(?:$|{_BOUND})" if after else ""))
    return ("(?s)" if cased else "(?is)") + "|".join(parts)
