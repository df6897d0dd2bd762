"""A Perl regular expression for the `regex` module, which has what RE2 lacks, and a time limit.

The module differs from PCRE in ways that are written around here (measured against PCRE2 10.42): alternatives of
classes that leave out one character, a pattern whose parts mind case and ignore it, classes of Unicode, and letters
outside of ASCII where case is ignored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

import regex

from antivenom.engine.perl.plain import plain
from antivenom.engine.perl.tokens import follow, kind, scan, shown
from antivenom.errors import QueryError, Unsupported

_SETS = {
    "alpha": "A-Za-z", "digit": "0-9", "alnum": "0-9A-Za-z", "upper": "A-Z", "lower": "a-z", "xdigit": "0-9A-Fa-f",
    "space": r"\t-\r ", "blank": r"\t ", "cntrl": r"\x00-\x1f\x7f", "graph": "!-~", "print": " -~",
    "punct": r"!-/:-@\[-`{-~", "word": "0-9A-Za-z_", "ascii": r"\x00-\x7f",
}  # fmt: skip
"""Classes by name, as PCRE has them without its UCP option."""

_OTHERS = {
    "alpha": r"\x00-@\[-`{-\U0010ffff", "digit": r"\x00-/:-\U0010ffff", "alnum": r"\x00-/:-@\[-`{-\U0010ffff",
    "upper": r"\x00-@\[-\U0010ffff", "lower": r"\x00-`{-\U0010ffff", "xdigit": r"\x00-/:-@G-`g-\U0010ffff",
    "space": r"\x00-\x08\x0e-\x1f!-\U0010ffff", "blank": r"\x00-\x08\n-\x1f!-\U0010ffff",
    "cntrl": r" -~\x80-\U0010ffff", "graph": r"\x00- \x7f-\U0010ffff", "print": r"\x00-\x1f\x7f-\U0010ffff",
    "punct": r"\x00- 0-9A-Za-z\x7f-\U0010ffff", "word": r"\x00-/:-@\[-^`{-\U0010ffff", "ascii": r"\x80-\U0010ffff",
}  # fmt: skip
"""All that is not in them."""

_HORIZONTAL = r"\t \xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000"
_VERTICAL = r"\n\x0b\f\r\x85\u2028\u2029"
_LETTERS = {"d": "digit", "w": "word", "s": "space"}
_EDGE = "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))"
_INSIDE = "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))"
_PART = re.compile(r"\\x\{[0-9A-Fa-f]+\}|\\x[0-9A-Fa-f]{2}|\\[pP](?:\{\^?\w+\}|[A-Za-z])|\[:\^?\w+:\]|\\.|.", re.DOTALL)
_ONE_LEFT_OUT = re.compile(r"\[\^(\\x[0-9A-Fa-f]{2}|\\[^\w]|\\[nrtf]|[^\\\[\]])\]", re.DOTALL)
_REFUSED = set("CEGLQUOlmMu")
_TURKISH = re.compile("[\u0130\u0131]")
"""Letters that the module takes for an i where case is ignored, and PCRE does not."""


@dataclass(frozen=True)
class Program:
    """A pattern ready to search texts, each with what is right for it."""

    pattern: str

    @cached_property
    def ascii(self) -> regex.Pattern[str]:
        """For texts of ASCII: the module reads classes so by itself."""
        return _module(self.pattern, wide=False)

    @cached_property
    def wide(self) -> regex.Pattern[str]:
        """For other texts, where case and properties go by Unicode."""
        return _module(self.pattern, wide=True)

    @cached_property
    def _narrow(self) -> bool:
        """Whether it makes no difference."""
        flags = (match["flags"] or "" for match in scan(plain(self.pattern)))
        return not any("i" in each for each in flags) and re.search(r"\\[pPX]", self.pattern) is None

    def for_text(self, text: str) -> regex.Pattern[str]:
        """What to search this text with."""
        if self._narrow or _TURKISH.search(text) or _TURKISH.search(self.pattern):
            return self.ascii
        if text.isascii() and self.pattern.isascii():
            return self.ascii
        return self.wide


@lru_cache(maxsize=8192)
def compiled(pattern: str) -> Program:
    """The pattern for the `regex` module. Raises QueryError when it is no regular expression."""
    program = Program(pattern)
    assert program.ascii is not None
    return program


def _module(pattern: str, *, wide: bool) -> regex.Pattern[str]:
    try:
        return regex.compile(_translated(pattern, wide), (0 if wide else regex.ASCII) | regex.VERSION0)
    except (regex.error, RecursionError, OverflowError, MemoryError) as error:
        if "open group" in str(error):
            raise Unsupported("regular expression with a reference to the group it stands in") from None
        raise QueryError(f"{shown(pattern)} is no regular expression: {error}") from None


def _translated(pattern: str, wide: bool) -> str:
    made: list[str] = []
    cases = [False]
    seen: set[bool] = set()
    for match in scan(plain(pattern)):
        text, of = match[0], kind(match)
        follow(match, cases)
        if of == "open":
            text = f"(?<{match['quoted']}>" if match["quoted"] else text
        elif of == "escape":
            text = _escape(text, pattern, cases[-1], wide)
        elif of == "class":
            text = _class(text, cases[-1])
        elif text in ("{", "}"):
            # the regex module reads some braces as fuzzy matching
            text = "\\" + text
        if of in ("escape", "class", "other"):
            seen.add(cases[-1])
        made.append(text)
    # the module guesses first characters wrongly where case is minded in one part only; this keeps it from guessing
    return _begun("".join(made)) if len(seen) > 1 or (wide and True in seen) else "".join(made)


def _begun(pattern: str) -> str:
    flags = re.match(r"(?:\(\?[a-z-]+\))*", pattern)
    at = flags.end() if flags else 0
    return f"{pattern[:at]}(?:.{{0}})(?:{pattern[at:]})"


def _escape(text: str, pattern: str, ignoring: bool, wide: bool) -> str:
    char = text[1:2]
    if char == "":
        raise QueryError(f"the regular expression {shown(pattern)} ends in a backslash")
    if char in _REFUSED:
        raise Unsupported(f"regular expression with {text[:2]}")
    if text.startswith(r"\x{"):
        return _by_number(text)
    simple = {
        "Z": r"(?=\n?\Z)", "z": r"\Z", "h": f"[{_HORIZONTAL}]", "H": f"[^{_HORIZONTAL}]", "v": f"[{_VERTICAL}]",
        "V": f"[^{_VERTICAL}]",
    }  # fmt: skip
    if char in simple:
        return simple[char]
    if not wide or char not in "dDwWsSbB":
        return text
    if char in "bB":
        made = _EDGE if char == "b" else _INSIDE
    else:
        made = f"[{_SETS[_LETTERS[char.lower()]]}]" if char.islower() else f"[{_OTHERS[_LETTERS[char.lower()]]}]"
    return f"(?-i:{made})" if ignoring else made


def _by_number(text: str) -> str:
    number = int(text[3:-1], 16)
    if number > 0x10FFFF:
        raise QueryError(f"there is no character {text}")
    return f"\\U{number:08x}"


def _class(text: str, ignoring: bool) -> str:
    r"""A class, its names and \d \w \s as ASCII; what of it ignores no case stands apart where case is ignored."""
    one = _ONE_LEFT_OUT.fullmatch(text)
    if one:
        # the module loses alternatives of classes that leave out one character
        return f"[^{one[1]}{one[1]}]"
    negated = text.startswith("[^")
    body = text[2 if negated else 1 : -1]
    fixed, folded = _parts(body, ignoring)
    sign = "^" if negated else ""
    if not fixed or not ignoring:
        return f"[{sign}{fixed}{folded}]"
    inside = f"(?-i:[{fixed}])" + (f"|[{folded}]" if folded else "")
    return f"(?:(?!{inside})(?s:.))" if negated else f"(?:{inside})"


def _parts(body: str, ignoring: bool) -> tuple[str, str]:
    """What of a class is the same whatever the case, and the rest, each as written in a class."""
    fixed, folded = [], []
    parts = [match[0] for match in _PART.finditer(body)]
    sets = [_set(text, ignoring) for text in parts]
    for index, (text, found) in enumerate(zip(parts, sets, strict=True)):
        if found is not None:
            fixed.append(found)
        elif text == "-" and (index in (0, len(parts) - 1) or sets[index - 1] or sets[index + 1]):
            folded.append(r"\-")
        elif text.startswith(r"\x{"):
            folded.append(_by_number(text))
        elif text[0] == "\\" and text[1:2] in _NOT_IN_CLASSES:
            raise Unsupported(f"regular expression with {text} in a class")
        else:
            folded.append("\\" + text if text == "[" or (text == "]" and not index) else text)
    return "".join(fixed), "".join(folded)


_NOT_IN_CLASSES = set("HVRXEQcoNgkLlUuGKZzAB")


def _set(text: str, ignoring: bool) -> str | None:
    """The characters of a part of a class that is a class itself; None where it is none."""
    if text.startswith("[:"):
        name = text.strip("[:]").lstrip("^")
        if name not in _SETS:
            raise QueryError(f"there is no class [:{name}:]")
        name = "alpha" if ignoring and name in ("upper", "lower") else name
        return (_OTHERS if "^" in text else _SETS)[name]
    if text in (r"\h", r"\v"):
        return _HORIZONTAL if text == r"\h" else _VERTICAL
    if len(text) == 2 and text[0] == "\\" and text[1] in "dDwWsS":
        return (_SETS if text[1].islower() else _OTHERS)[_LETTERS[text[1].lower()]]
    return None
