"""Kusto's regular expressions as RE2 runs them, and the patterns of `has` and its kin.

Kusto's flavour is the Rust regex crate's: \\d, \\w and \\s know all of Unicode, where RE2's know ASCII. What
cannot be said in RE2 with the same meaning is refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.errors import QueryError, Unsupported
from antivenom.source import Span

_DIGIT = r"\p{Nd}"
_WORD = (
    r"\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F149}\x{1F150}-\x{1F169}\x{1F170}-\x{1F189}"
    r"\x{200C}\x{200D}"
)
_SPACE = r"\t-\r \x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}"
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


class _Translation:
    def __init__(self, pattern: str, span: Span, *, groups: bool = True) -> None:
        self.pattern, self.span, self.at = pattern, span, 0
        self.capturing = groups
        self.out: list[str] = []
        self.open = 0
        self.alternatives = False
        self.groups = 0
        self.names: dict[str, int] = {}
        self.bounded = False

    def refuse(self, what: str) -> Unsupported:
        return Unsupported(f"KQL regex {what}", span=self.span)

    def wrong(self, what: str) -> QueryError:
        return QueryError(f"this regular expression is wrong: {what}", span=self.span)

    def run(self) -> str:
        while self.at < len(self.pattern):
            self.out.append(self.step())
        if self.open:
            raise self.wrong("a group is not closed")
        return "".join(self.out)

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
            case ")":
                self.open -= 1
                if self.open < 0:
                    raise self.wrong("a group is closed that was not opened")
                return char
            case "{":
                return self.count()
            case "|":
                self.alternatives |= not self.open
                return char
            case _:
                return char

    def escape(self, *, inside: bool) -> str:
        rest = self.pattern[self.at :]
        if not rest:
            raise self.wrong("it ends in a backslash")
        char = rest[0]
        if code := _CODE.match(rest):
            self.at += code.end()
            return f"\\x{{{code[1] or code[2] or code[3] or code[4]}}}"
        if prop := _PROPERTY.match(rest):
            self.at += prop.end()
            return "\\" + prop[0]
        self.at += 1
        if char.lower() in _CLASSES:
            body = _CLASSES[char.lower()]
            if inside:
                if char.isupper() and char != "D":
                    raise self.refuse(f"\\{char} inside a class")
                return r"\P{Nd}" if char == "D" else body
            return f"[{'^' if char.isupper() else ''}{body}]"
        if char in _SAME:
            return "\\" + char
        if char in "bB" and not inside and not rest.startswith("b{"):
            self.bounded = True
            return "\\" + char
        if char in "bB":
            raise self.refuse(f"\\{rest[:2]}")
        if char.isdigit():
            return self.octal(rest)
        if char.isascii() and not char.isalnum() and char not in "<>" and char.isprintable():
            return f"\\x{{{ord(char):x}}}"
        raise self.wrong(f"\\{char} means nothing") if char.isascii() else self.refuse(f"\\{char}")

    def octal(self, rest: str) -> str:
        """Up to three digits from 0 to 7; RE2 writes them as hexadecimal."""
        found = _OCTAL.match(rest)
        if found is None:
            raise self.wrong(f"\\{rest[0]} refers to a group, which this flavour has not")
        self.at += found.end() - 1
        return f"\\x{{{int(found[0], 8):x}}}"

    def characters(self) -> str:
        """A class in brackets, up to its closing one."""
        made = ["["]
        if self.pattern.startswith("^", self.at):
            made.append("^")
            self.at += 1
        first = True
        while True:
            if self.at >= len(self.pattern):
                raise self.wrong("a class is not closed")
            char = self.pattern[self.at]
            if char == "]" and not first:
                self.at += 1
                return "".join(made) + "]"
            made.append(self.class_item(char))
            first = False

    def class_item(self, char: str) -> str:
        if self.pattern[self.at : self.at + 2] in ("&&", "--", "~~"):
            raise self.refuse("class operator")
        self.at += 1
        if char == "[":
            posix = _POSIX.match(self.pattern, self.at - 1)
            if posix is None:
                raise self.refuse("class inside a class")
            self.at = posix.end()
            return posix[0]
        if char == "\\":
            return self.escape(inside=True)
        return "\\]" if char == "]" else char

    def group(self) -> str:
        self.open += 1
        if not self.pattern.startswith("?", self.at):
            self.groups += 1
            return "(" if self.capturing else "(?:"
        found = _GROUP.match(self.pattern, self.at)
        if found is None:
            raise self.refuse("look-around or special group")
        self.at = found.end()
        if found[1]:
            self.groups += 1
            self.names[found[1]] = self.groups
            return f"(?P<{found[1]}>" if self.capturing else "(?:"
        if set(found[2]) - set("imsU-"):
            raise self.refuse(f"flag in (?{found[2]})")
        if found[3] == ")":
            self.open -= 1
        return f"(?{found[2]}{found[3]}"

    def count(self) -> str:
        found = _COUNT.match(self.pattern, self.at - 1)
        if found is None:
            raise self.refuse("brace that is no repetition")
        if max(int(found[1]), int(found[3] or 0)) > _LARGEST_COUNT:
            raise self.refuse("repetition above 1000")
        self.at = found.end()
        return found[0]


@dataclass(frozen=True, slots=True)
class Translated:
    """A pattern in RE2's words, how many groups it has and which have names, and whether it has \\b or \\B."""

    text: str
    groups: int
    names: Mapping[str, int]
    bounded: bool


def translate(pattern: str, span: Span) -> Translated:
    """The pattern as RE2 runs it. Raises Unsupported, or QueryError where it is no pattern."""
    if len(pattern) > _LONGEST:
        raise Unsupported("KQL regex longer than 50,000 characters", span=span)
    translation = _Translation(pattern, span)
    made = translation.run()
    try:
        pc.match_substring_regex(pa.array([""]), made)
    except pa.ArrowInvalid as error:
        raise Unsupported("KQL regex that RE2 does not take", span=span, hint=str(error)) from None
    return Translated(made, translation.groups, translation.names, translation.bounded)


def without_groups(pattern: str, span: Span) -> str:
    """A pattern that stands inside another: its groups capture nothing, its alternatives stay inside it."""
    translate(pattern, span)
    translation = _Translation(pattern, span, groups=False)
    made = translation.run()
    if translation.bounded:
        raise Unsupported("KQL parse pattern with \\\\b or \\\\B", span=span)
    if translation.alternatives:
        raise Unsupported("KQL parse pattern with | outside of a group", span=span, hint="put it in (?:...)")
    return made


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
