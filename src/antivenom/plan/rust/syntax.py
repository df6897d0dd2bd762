"""From the text of a regular expression to its tree, by the syntax that Kusto documents."""

from __future__ import annotations

import re

from antivenom.plan.rust.classes import Reader
from antivenom.plan.rust.nodes import (
    Assertion,
    Bracket,
    Choice,
    Group,
    Look,
    Node,
    One,
    Parsed,
    Range,
    Repeat,
    Sequence,
    WrongPattern,
)

_COUNT = re.compile(r"\{\s*([0-9]{1,9})\s*(?:(,)\s*([0-9]{1,9})?\s*)?\}")
_NAME = re.compile(r"\?P?<([^\W\d][\w.\[\]]*)>")
_FLAGS = re.compile(r"\?([a-zA-Z]*)(-[a-zA-Z]*)?([:)])")
_WORD = re.compile(r"\{\s*([A-Za-z-]+)\s*\}")
_WORDS = {
    "start": Look.WORD_START,
    "end": Look.WORD_END,
    "start-half": Look.BEFORE_WORD,
    "end-half": Look.AFTER_WORD,
}
_PLACES = {
    "A": Look.TEXT_START,
    "z": Look.TEXT_END,
    "b": Look.BOUNDARY,
    "B": Look.INSIDE,
    "<": Look.WORD_START,
    ">": Look.WORD_END,
}
_KNOWN = frozenset("imsRUux")
_SIGNS = re.compile(r"[\\.+*?()|\[\]{}^$#&\-~]")
_DEEPEST = 200


class _Parser(Reader):
    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.groups = 0
        self.names: dict[str, int] = {}
        self.depth = 0

    def whole(self) -> Parsed:
        node = self.choice()
        if self.char:
            raise WrongPattern("a group is closed that was not opened")
        return Parsed(node, self.groups, self.names)

    def choice(self) -> Node:
        """Alternatives up to the end or a closing parenthesis; flags set in them hold to their end."""
        outer = self.flags
        options = [self.sequence()]
        while self.take("|"):
            options.append(self.sequence())
        self.flags = outer
        return options[0] if len(options) == 1 else Choice(tuple(options))

    def sequence(self) -> Node:
        parts: list[Node] = []
        while True:
            self.skip()
            if self.char in ("", "|", ")"):
                return parts[0] if len(parts) == 1 else Sequence(tuple(parts))
            if self.char in "*+?{":
                raise WrongPattern(f"{self.char} repeats nothing; a sign that stands for itself needs a backslash")
            made = self.single()
            if made is not None:
                parts.append(self.repeated(made))

    def repeated(self, node: Node) -> Node:
        while True:
            self.skip()
            if not self.char or self.char not in "*+?{":
                return node
            fewest, most = self.count()
            lazy = self.take("?")
            node = Repeat(node, fewest, most, greedy=lazy is self.on("U"))

    def count(self) -> tuple[int, int | None]:
        if self.take("*"):
            return 0, None
        if self.take("+"):
            return 1, None
        if self.take("?"):
            return 0, 1
        found = _COUNT.match(self.pattern, self.at)
        if found is None:
            raise WrongPattern("a brace that is no repetition needs a backslash")
        self.at = found.end()
        fewest = int(found[1])
        most = int(found[3]) if found[3] else None if found[2] else fewest
        if most is not None and most < fewest:
            raise WrongPattern("a repetition runs backwards")
        return fewest, most

    def single(self) -> Node | None:
        """A character, class, place or group; None where flags are set."""
        char = self.char
        self.at += 1
        match char:
            case "\\":
                return self.escape()
            case "[":
                return One(self.bracket(), self.on("i"), not self.on("u"))
            case "(":
                return self.group()
            case ".":
                return self.dot()
            case "^":
                return Assertion(self._line(Look.TEXT_START, Look.LINE_START, Look.CRLF_START))
            case "$":
                return Assertion(self._line(Look.TEXT_END, Look.LINE_END, Look.CRLF_END))
            case _:
                return One(Range(ord(char), ord(char)), self.on("i"), not self.on("u"))

    def _line(self, text: Look, line: Look, crlf: Look) -> Look:
        return (crlf if self.on("R") else line) if self.on("m") else text

    def dot(self) -> Node:
        if not self.on("u"):
            raise WrongPattern(". without the flag u may match a part of a character")
        if self.on("s"):
            return One(Range(0, 0x10FFFF))
        ends = (Range(10, 10), Range(13, 13)) if self.on("R") else (Range(10, 10),)
        return One(Bracket(ends, negated=True))

    def escape(self) -> Node:
        found = self.class_escape()
        if found is not None:
            return One(found, self.on("i"), not self.on("u"))
        char = self.char
        self.at += 1
        if char == "b" and (word := _WORD.match(self.pattern, self.at)):
            if word[1] not in _WORDS:
                raise WrongPattern(f"\\b{{{word[1]}}} means nothing")
            self.at = word.end()
            return Assertion(_WORDS[word[1]], not self.on("u"))
        if char in _PLACES:
            return Assertion(_PLACES[char], char in "bB<>" and not self.on("u"))
        if char.isdigit():
            raise WrongPattern(f"\\{char} refers to a group, which this flavour has not")
        raise WrongPattern(f"\\{char} means nothing")

    def group(self) -> Node | None:
        number: int | None = None
        outer = self.flags
        if not self.ahead("?"):
            self.groups += 1
            number = self.groups
        elif found := _NAME.match(self.pattern, self.at):
            self.groups += 1
            number = self.named(found)
        elif found := _FLAGS.match(self.pattern, self.at):
            self.set_flags(found)
            if found[3] == ")":
                return None
        else:
            look = self.pattern[self.at + 1 : self.at + 3]
            kind = "look-around" if look[:1] in ("=", "!") or look in ("<=", "<!") else "this kind of group"
            raise WrongPattern(f"{kind} is not in this flavour")
        return self.inside(number, outer)

    def inside(self, number: int | None, outer: frozenset[str]) -> Node:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise WrongPattern("its groups nest too deeply")
        made = self.choice()
        self.depth -= 1
        if not self.take(")"):
            raise WrongPattern("a group is not closed")
        self.flags = outer
        return Group(made, number)

    def named(self, found: re.Match[str]) -> int:
        if found[1] in self.names:
            raise WrongPattern(f"two groups are named {found[1]}")
        self.at = found.end()
        self.names[found[1]] = self.groups
        return self.groups

    def set_flags(self, found: re.Match[str]) -> None:
        on, off = found[1], (found[2] or "")[1:]
        every = on + off
        if set(every) - _KNOWN:
            raise WrongPattern(f"there is no flag {min(set(every) - _KNOWN)}")
        if len(set(every)) < len(every) or found[2] == "-" or (not every and found[3] == ")"):
            raise WrongPattern(f"({found[0]} sets no flags, or one twice")
        self.at = found.end()
        self.flags = (self.flags | set(on)) - set(off)


def parse(pattern: str) -> Parsed:
    """The tree of a pattern. Raises WrongPattern where it is none."""
    return _Parser(pattern).whole()


def quoted(text: str) -> str:
    """A pattern that matches exactly this text."""
    return _SIGNS.sub(lambda found: f"\\{found[0]}", text)
