"""Characters, escapes and classes in brackets of a regular expression."""

from __future__ import annotations

import re

from antivenom.plan.rust.nodes import Bracket, Combined, Perl, Posix, Property, Range, Set, WrongPattern

_HEX = re.compile(
    r"x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[xuU]\{([0-9A-Fa-f]+)\}",
)
_PROPERTY = re.compile(r"([pP])(?:([A-Za-z])|\{([A-Za-z0-9_ \-=:!]+)\})")
_OCTAL = re.compile(r"[0-7]{1,3}")
_POSIX = re.compile(r"\[:(\^?)(alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word|xdigit):\]")
_SIGNS = {"a": 7, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11}
_LAST = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)
SPACES = " \t\n\x0b\x0c\r\x85\u200e\u200f\u2028\u2029"
"""What verbose mode passes over (Unicode's Pattern_White_Space)."""


class Reader:
    """A place in the pattern, and the flags that hold there."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0
        self.flags = frozenset("u")

    def on(self, flag: str) -> bool:
        """Whether a flag holds here."""
        return flag in self.flags

    @property
    def char(self) -> str:
        """The character here; empty at the end."""
        return self.pattern[self.at : self.at + 1]

    def ahead(self, text: str) -> bool:
        """Whether this text stands here."""
        return self.pattern.startswith(text, self.at)

    def take(self, text: str) -> bool:
        """Passes over a text that stands here."""
        found = self.ahead(text)
        self.at += len(text) * found
        return found

    def skip(self) -> None:
        """In verbose mode, passes over spaces and comments."""
        while self.on("x") and self.char:
            if self.char in SPACES:
                self.at += 1
            elif self.char == "#":
                end = self.pattern.find("\n", self.at)
                self.at = len(self.pattern) if end < 0 else end + 1
            else:
                return

    def class_escape(self) -> Set | None:
        """The class or character of the escape here, behind its backslash; None for one that is no character."""
        if not self.char:
            raise WrongPattern("it ends in a backslash")
        if found := _HEX.match(self.pattern, self.at):
            return self._code(found)
        if found := _PROPERTY.match(self.pattern, self.at):
            return self._property(found)
        if found := _OCTAL.match(self.pattern, self.at):
            self.at = found.end()
            return Range(int(found[0], 8), int(found[0], 8))
        char = self.char
        if char in "dDwWsS":
            self.at += 1
            return self._perl(char)
        if char in _SIGNS:
            self.at += 1
            return Range(_SIGNS[char], _SIGNS[char])
        if char.isascii() and not char.isalnum() and char not in "<>":
            self.at += 1
            return Range(ord(char), ord(char))
        return None

    def _code(self, found: re.Match[str]) -> Range:
        self.at = found.end()
        code = int(found[1] or found[2] or found[3] or found[4], 16)
        if code > _LAST or code in _SURROGATES:
            raise WrongPattern(f"\\{found[0]} is no character")
        return Range(code, code)

    def _property(self, found: re.Match[str]) -> Property:
        if not self.on("u"):
            raise WrongPattern("a Unicode class needs the flag u")
        self.at = found.end()
        name, negated = found[2] or found[3], found[1] == "P"
        if "!=" in name:
            name, negated = name.replace("!=", "="), not negated
        return Property(name.replace(" ", "").replace(":", "="), negated)

    def _perl(self, char: str) -> Perl:
        if char.isupper() and not self.on("u"):
            raise WrongPattern(f"\\{char} without the flag u may match a part of a character")
        return Perl(char.lower(), char.isupper(), not self.on("u"))

    # --- brackets

    def bracket(self) -> Set:
        """A class, behind its opening bracket."""
        negated = self.take("^")
        if negated and not self.on("u"):
            raise WrongPattern("a negated class without the flag u may match a part of a character")
        self.skip()
        items: list[Set] = []
        while self.take("-"):
            items.append(Range(45, 45))
            self.skip()
        if not items and self.take("]"):
            items.append(Range(93, 93))
        return Bracket((self._combined(items),), negated)

    def _combined(self, items: list[Set]) -> Set:
        """Unions and the signs between them, from left to right, up to the closing bracket."""
        left: Set | None = None
        sign = ""
        while True:
            self.skip()
            if not self.char:
                raise WrongPattern("a class is not closed")
            found = next((s for s in ("&&", "--", "~~") if self.ahead(s)), "")
            if not found and not self.take("]"):
                items.append(self._item())
                continue
            union = Bracket(tuple(items), False)
            left = union if left is None else Combined(sign, left, union)
            if not found:
                return left
            self.at += 2
            sign, items = found, []

    def _item(self) -> Set:
        posix = _POSIX.match(self.pattern, self.at)
        if posix:
            self.at = posix.end()
            return Posix(posix[2], bool(posix[1]))
        if self.take("["):
            return self.bracket()
        first = self._literal()
        self.skip()
        if not self.ahead("-") or self.pattern[self.at + 1 : self.at + 2] in ("]", "-", ""):
            return first
        self.at += 1
        self.skip()
        last = self._literal()
        if not isinstance(first, Range) or not isinstance(last, Range):
            raise WrongPattern("a range in a class goes from one character to another")
        if last.first < first.first:
            raise WrongPattern("a range in a class runs backwards")
        return Range(first.first, last.first)

    def _literal(self) -> Set:
        if self.take("\\"):
            found = self.class_escape()
            if found is None:
                raise WrongPattern(f"\\{self.char} means nothing in a class")
            return found
        char = self.char
        if not char:
            raise WrongPattern("a class is not closed")
        self.at += 1
        return Range(ord(char), ord(char))
