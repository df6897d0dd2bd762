r"""A Perl regular expression in fewer ways of writing: the same pattern without \Q..\E, comments, flags in the
middle of a group, the extended form, and the many spellings of references and of characters by their number.

Rules: the pcre2pattern page. A flag set in the middle of a group holds to the group's end, through its later
alternatives too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from antivenom.engine.perl.tokens import TOKEN, kind, shown
from antivenom.errors import QueryError, Unsupported

_UTF = re.compile(r"\(\*UTF8?\)")
_VERB = re.compile(r"\(\*[A-Z]")
_CONDITION = re.compile(r"\(\?\((?:<(\w+)>|'(\w+)'|([+-]?\d+|\w+))\)")
_SPACES = " \t\n\r\x0b\x0c"
_FLAGS = set("imsx-")


@dataclass(slots=True)
class _Level:
    """A group being read: whether white space is passed over, whether it looks behind, the flags set inside."""

    extended: bool
    behind: bool = False
    flags: list[str] = field(default_factory=list)


@lru_cache(maxsize=8192)
def plain(pattern: str) -> str:
    """The pattern in its plain form. Raises Unsupported where it has something else than that to say."""
    return _Plain(pattern).read()


class _Plain:
    """Reads a pattern from left to right and writes it again."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0
        self._made: list[str] = []
        self._levels = [_Level(False)]
        self._groups = 0

    def read(self) -> str:
        utf = _UTF.match(self._pattern)
        self._at = utf.end() if utf else 0
        while self._at < len(self._pattern):
            if not (self._quoted() or self._spaces() or self._special()):
                self._token()
        self._close_flags()
        return "".join(self._made)

    def _quoted(self) -> bool:
        r"""\Q...\E: what stands between is meant as it is."""
        if self._pattern.startswith(r"\E", self._at):
            self._at += 2
            return True
        if not self._pattern.startswith(r"\Q", self._at):
            return False
        end = self._pattern.find(r"\E", self._at)
        end = end if end >= 0 else len(self._pattern)
        self._made += [_literal(char) for char in self._pattern[self._at + 2 : end]]
        self._at = end + 2
        return True

    def _spaces(self) -> bool:
        if not self._levels[-1].extended:
            return False
        char = self._pattern[self._at]
        if char == "#":
            end = self._pattern.find("\n", self._at)
            self._at = end + 1 if end >= 0 else len(self._pattern)
        elif char in _SPACES:
            self._at += 1
        else:
            return False
        return True

    def _special(self) -> bool:
        """Verbs, comments, and groups that ask whether another group took part."""
        if _VERB.match(self._pattern, self._at):
            raise Unsupported("regular expression with (*VERB)")
        if self._pattern.startswith("(?#", self._at):
            end = self._pattern.find(")", self._at)
            if end < 0:
                raise QueryError(f"the comment in the regular expression {shown(self._pattern)} never ends")
            self._at = end + 1
            return True
        asked = _CONDITION.match(self._pattern, self._at)
        if asked is not None:
            name = asked[1] or asked[2] or asked[3]
            if name[0] in "+-" or re.fullmatch(r"R\d*", name):
                raise Unsupported(f"regular expression with (?({name})")
            self._made.append(f"(?({name})")
            self._push()
            self._at = asked.end()
            return True
        if self._pattern.startswith("(?(", self._at):
            self._made.append("(?")
            self._push()
            self._at += 2
            return True
        return False

    def _token(self) -> None:
        match = TOKEN.match(self._pattern, self._at)
        if match is None:
            raise QueryError(f"the regular expression {shown(self._pattern)} cannot be read")
        self._at = match.end()
        of = kind(match)
        if of == "escape":
            self._made.append(self._escape(match[0]))
        elif of == "class":
            self._made.append(re.sub(r"\\(?:c.|o\{[0-7]+\}|x(?!\{)[0-9A-Fa-f]{0,2}|.)", _class_escape, match[0]))
        elif of == "open":
            self._open(match)
        elif of == "close":
            self._close_flags()
            self._made.append(")")
            if len(self._levels) > 1:
                self._levels.pop()
        elif match[0] == "|":
            self._close_flags()
            self._made += ["|", *self._levels[-1].flags]
        else:
            if of == "repeat" and self._levels[-1].behind and re.match(r"[*+]|\{\d+,\}", match[0]):
                raise QueryError(f"what {shown(self._pattern)} looks behind for has no largest length")
            self._made.append(match[0])

    def _open(self, match: re.Match[str]) -> None:
        flags = match["flags"]
        if flags is None or (not flags and match["scope"] == ":"):
            self._groups += match[0] == "(" or match["name"] is not None or match["quoted"] is not None
            self._made.append(match[0])
            self._push()
            return
        if not set(flags) <= _FLAGS:
            raise Unsupported(f"regular expression with {match[0]}")
        on, _, off = flags.partition("-")
        extended = (self._levels[-1].extended or "x" in on) and "x" not in off
        kept = flags.replace("x", "").rstrip("-")
        if match["scope"] == ":":
            self._made.append(f"(?{kept}:")
            self._push(extended)
        else:
            self._set(kept, extended)

    def _set(self, flags: str, extended: bool) -> None:
        """Flags for what is left of the group."""
        level = self._levels[-1]
        level.extended = extended
        if not flags:
            return
        if not self._made or (len(self._levels) == 1 and all(m.startswith("(?") and m[-1] == ")" for m in self._made)):
            self._made.append(f"(?{flags})")
            return
        level.flags.append(f"(?{flags}:")
        self._made.append(level.flags[-1])

    def _push(self, extended: bool | None = None) -> None:
        behind = self._levels[-1].behind or self._made[-1] in ("(?<=", "(?<!")
        self._levels.append(_Level(self._levels[-1].extended if extended is None else extended, behind))

    def _close_flags(self) -> None:
        self._made.append(")" * len(self._levels[-1].flags))

    def _escape(self, text: str) -> str:
        char, rest = text[1:2], text[2:]
        if char == "k":
            return f"(?P={_inner(rest)})"
        if char == "g":
            return self._reference(rest)
        if char == "N":
            if self._pattern.startswith("{", self._at):
                raise Unsupported(r"regular expression with \N{")
            return r"[^\n]"
        if char in "cox" and len(text) == 2:
            return self._numbered(char)
        return r"\x1b" if char == "e" else text

    def _reference(self, rest: str) -> str:
        if rest[:1] in ("<", "'"):
            raise Unsupported(r"regular expression with \g<")
        name = _inner(rest)
        if re.fullmatch(r"-?\d+", name):
            number = int(name) if name[0] != "-" else self._groups + 1 + int(name)
            return rf"(?:\{number})"
        return f"(?P={name})"

    def _numbered(self, char: str) -> str:
        r"""\cA, \o{101} and \x with fewer than two digits, which the token ends before."""
        match = re.compile({"c": r".", "o": r"\{[0-7]+\}", "x": r"[0-9A-Fa-f]?"}[char], re.DOTALL).match(
            self._pattern, self._at
        )
        if match is None:
            raise QueryError(f"the regular expression {shown(self._pattern)} has a \\{char} without a character")
        self._at = match.end()
        return _class_escape(re.fullmatch(r"(?s).*", "\\" + char + match[0]))


def _inner(text: str) -> str:
    return text[1:-1] if text[:1] in "{<'" else text


def _literal(char: str) -> str:
    return char if char.isalnum() or not char.isascii() else "\\" + char


def _class_escape(match: re.Match[str] | None) -> str:
    r"""\cA, \o{101}, \x4 and \e as \x with two or more digits; any other escape as it is."""
    assert match is not None
    text = match[0]
    if text[1] == "c" and len(text) == 3:
        return f"\\x{ord(text[2].upper()) ^ 64:02x}"
    if text[1] == "o" and len(text) > 3:
        return f"\\x{{{int(text[3:-1], 8):x}}}"
    if text[1] == "x":
        return f"\\x{text[2:]:0>2}"
    return r"\x1b" if text == r"\e" else text
