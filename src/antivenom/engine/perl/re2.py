"""A Perl regular expression for RE2, which the engine has built in, where an exact translation exists."""

from __future__ import annotations

import re
from functools import lru_cache

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.engine.perl.plain import plain
from antivenom.engine.perl.tokens import follow, kind, scan

_FAR = 200
"""From how many counted repeats on RE2 is no longer fast."""

_MOST_REPEATS = 1000
_SAME_ESCAPES = set("dDwWbAznrtfa")
"""Not \\B, which RE2 finds between the bytes of a character too."""
_SPACE = r"\t\n\x0b\f\r "


@lru_cache(maxsize=8192)
def to_re2(pattern: str) -> str | None:
    """The same pattern for RE2, true of the same values; None where RE2 has no such thing.

    RE2 has no lookaround, backreference, atomic group or possessive repeat; its \\s lacks the vertical tab,
    and its `$` does not stand before a last line break.
    """
    if "\0" in pattern:
        return None
    made: list[str] = []
    matches = scan(plain(pattern))
    names: set[str] = set()
    ignoring = [False]
    for index, match in enumerate(matches):
        follow(match, ignoring)
        piece = _re2_piece(match, names, ignoring[-1])
        if match[0] == "$" and piece is not None:
            piece = r"\n?\z" if _ends(matches, index) else None
        if piece is None:
            return None
        made.append(piece)
    translated = "".join(made)
    return translated if _compiles(translated) else None


@lru_cache(maxsize=8192)
def to_search(pattern: str) -> str | None:
    """A pattern for RE2 that is found in the same values; what it matches there may be longer. None as for `to_re2`.

    A pattern that begins with any number of any characters is tied to the start of a line, so that it is not tried
    at every place of it. Counted repeats of hundreds cost RE2 all its speed, and have no time limit there: None.
    """
    translated = to_re2(pattern)
    if translated is None:
        return None
    matches = scan(plain(pattern))
    first = _after_flags(matches)
    tied = _begins_with_any(matches, first)
    if any(_counts_far(match) for match in matches[first + 2 * tied :]):
        return None
    return f"(?m:^){translated}" if tied else translated


def _after_flags(matches: list[re.Match[str]]) -> int:
    """The number of the first token that is no setting of flags."""
    return next((i for i, match in enumerate(matches) if not (match["flags"] and match["scope"] == ")")), len(matches))


def _begins_with_any(matches: list[re.Match[str]], first: int) -> bool:
    """Whether a pattern without alternatives at its top begins with `.*`, `.+` or `.{n,}`."""
    if len(matches) < first + 2 or matches[first][0] != "." or kind(matches[first + 1]) != "repeat":
        return False
    repeat = matches[first + 1][0].rstrip("?")
    if repeat not in ("*", "+") and not repeat.endswith(",}"):
        return False
    depth = 0
    for match in matches[first:]:
        depth += (kind(match) == "open" and match["scope"] != ")") - (kind(match) == "close")
        if match[0] == "|" and not depth:
            return False
    return True


def _counts_far(match: re.Match[str]) -> bool:
    return kind(match) == "repeat" and any(int(number) >= _FAR for number in re.findall(r"\d+", match[0]))


def _compiles(pattern: str) -> bool:
    try:
        pc.match_substring_regex(pa.array([""]), pattern)
    except pa.ArrowInvalid:
        return False
    return True


def _re2_piece(match: re.Match[str], names: set[str], ignoring: bool) -> str | None:
    text = match[0]
    of = kind(match)
    if of == "escape":
        return _re2_escape(text, ignoring)
    if of == "class":
        return _re2_class(text, ignoring)
    if of == "open":
        return _re2_open(match, names)
    if of == "repeat":
        if (len(text) > 1 and text[-1] == "+") or any(int(n) > _MOST_REPEATS for n in re.findall(r"\d+", text)):
            return None
        return text
    return "\\" + text if text in ("{", "}", "]") else text


def _re2_escape(text: str, ignoring: bool) -> str | None:
    char = text[1:2]
    if char in "wW" and ignoring:
        # the letters that a k and an s of Unicode fold to are none of \\w
        return f"(?-i:{text})"
    if char == "s":
        return f"[{_SPACE}]"
    if char == "S":
        return f"[^{_SPACE}]"
    if char in _SAME_ESCAPES or (char == "x" and len(text) > 2) or not (char.isalnum() or char == "_"):
        return text if char.isascii() else None
    return None


_PART = re.compile(r"\\x[0-9A-Fa-f]{2}|\[:\^?\w+:\]|\\.|[^\\]", re.DOTALL)


def _re2_class(text: str, ignoring: bool) -> str | None:
    made, letters, sets = [], False, False
    for match in _PART.finditer(text):
        part = match[0]
        if part == r"\s":
            part = _SPACE
        elif part.startswith("[:"):
            sets = True
            part = re.sub("upper|lower", "alpha", part) if ignoring else part
        elif len(part) == 2 and part[1].isalnum():
            if part[1] not in "dDwWnrtf":
                return None
            sets = sets or part[1] in "wW"
        elif part.isalpha() or not part.isascii() or len(part) > 1:
            letters = True
        made.append(part)
    if ignoring and sets:
        # case is ignored in the letters of a class, and not in \\w
        return None if letters else f"(?-i:{''.join(made)})"
    return "".join(made)


def _re2_open(match: re.Match[str], names: set[str]) -> str | None:
    text = match[0]
    if text == "(":
        return text
    name = match["name"] or match["quoted"]
    if name is not None:
        if name in names or not name.isascii():
            return None
        names.add(name)
        return f"(?P<{name}>"
    flags = match["flags"]
    if flags is not None and set(flags) <= set("is-"):
        return text if flags or match["scope"] == ":" else None
    return None


def _ends(matches: list[re.Match[str]], index: int) -> bool:
    """Whether nothing can be matched behind the token at `index`, in any group around it."""
    depth = 0
    skipping = False
    for match in matches[index + 1 :]:
        of = kind(match)
        if of == "open" and match["scope"] != ")":
            if not skipping:
                return False
            depth += 1
        elif of == "close":
            if depth:
                depth -= 1
            else:
                skipping = False
        elif match[0] == "|" and not depth:
            skipping = True
        elif not skipping:
            return False
    return True
