"""Perl regular expressions as Splunk runs them (PCRE), over Arrow arrays.

Two ways: an exact translation to RE2, which the engine has built in, where one exists; else the `regex`
module with a time limit for each value. Both read \\d \\w \\s as ASCII, as PCRE does without its UCP option.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from time import monotonic

import pyarrow as pa
import pyarrow.compute as pc
import regex

from antivenom.errors import EngineError, QueryError, Unsupported

SECONDS_PER_VALUE = 1.0
"""How long one pattern may search one value."""

SECONDS_PER_COLUMN = 60.0
"""How long one pattern may search all values of a column, where it has to be asked value by value."""

_FAR = 200
"""From how many counted repeats on RE2 is no longer fast."""

_LOOKED_AFTER = 16
"""After how many values the clock is looked at."""

_MOST_REPEATS = 1000
_LARGEST = 20_000
"""Items a pattern may hold once its counted repeats are written out."""

_TOKEN = re.compile(
    r"""
    (?P<escape>\\(?:
        x\{[0-9A-Fa-f]{1,6}\} | x[0-9A-Fa-f]{2} | [pP](?:\{\^?\w+\}|[A-Za-z])
      | [gk](?:\{[^}]*\}|<[^>]*>|'[^']*'|-?\d+) | .
    ))
  | (?P<class>\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\])
  | (?P<open>\((?:\?(?:
        P?<(?![=!])(?P<name>\w+)> | '(?P<quoted>\w+)'
      | (?P<flags>[a-zA-Z]*(?:-[a-zA-Z]+)?)(?P<scope>[:)]) | <[=!] | [=!>|\#&(RP]
    ))?)
  | (?P<close>\))
  | (?P<repeat>(?:[*+?]|\{\d+(?:,\d*)?\})[?+]?)
  | (?P<mark>[|^$.])
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


def _scan(pattern: str) -> list[re.Match[str]]:
    found = []
    at = 0
    while at < len(pattern):
        match = _TOKEN.match(pattern, at)
        if match is None:
            raise QueryError(f"the regular expression {_shown(pattern)} cannot be read")
        found.append(match)
        at = match.end()
    return found


def _kind(match: re.Match[str]) -> str:
    for kind in ("escape", "class", "open", "close", "repeat", "mark", "other"):
        if match[kind] is not None:
            return kind
    raise AssertionError("every alternative is named")


def _scanned(pattern: str) -> list[re.Match[str]]:
    """The pattern's tokens. Raises QueryError when its counted repeats multiply past all use of memory."""
    matches = _scan(pattern)
    sizes, last = [0], 0
    for match in matches:
        kind = _kind(match)
        if kind == "open" and match["scope"] != ")":
            sizes.append(0)
            last = 0
            continue
        if kind == "close" and len(sizes) > 1:
            last = sizes.pop()
        elif kind == "repeat":
            counts = [int(number) for number in re.findall(r"\d+", match[0])]
            last *= max(counts, default=1) - 1
        else:
            last = 1
        sizes[-1] += last
        if sizes[-1] > _LARGEST:
            raise QueryError(f"the regular expression {_shown(pattern)} is too large")
        if kind == "repeat":
            last = 0
    return matches


# --- to RE2

_SAME_ESCAPES = set("dDwWbBAznrtfa")
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
    matches = _scanned(pattern)
    names: set[str] = set()
    for index, match in enumerate(matches):
        piece = _re2_piece(match, names)
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
    matches = _scanned(pattern)
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
    if len(matches) < first + 2 or matches[first][0] != "." or _kind(matches[first + 1]) != "repeat":
        return False
    repeat = matches[first + 1][0].rstrip("?")
    if repeat not in ("*", "+") and not repeat.endswith(",}"):
        return False
    depth = 0
    for match in matches[first:]:
        depth += (_kind(match) == "open" and match["scope"] != ")") - (_kind(match) == "close")
        if match[0] == "|" and not depth:
            return False
    return True


def _counts_far(match: re.Match[str]) -> bool:
    return _kind(match) == "repeat" and any(int(number) >= _FAR for number in re.findall(r"\d+", match[0]))


def _compiles(pattern: str) -> bool:
    try:
        pc.match_substring_regex(pa.array([""]), pattern)
    except pa.ArrowInvalid:
        return False
    return True


def _re2_piece(match: re.Match[str], names: set[str]) -> str | None:
    text = match[0]
    kind = _kind(match)
    if kind == "escape":
        return _re2_escape(text)
    if kind == "class":
        return _re2_class(text)
    if kind == "open":
        return _re2_open(match, names)
    if kind == "repeat":
        if (len(text) > 1 and text[-1] == "+") or any(int(n) > _MOST_REPEATS for n in re.findall(r"\d+", text)):
            return None
        return text
    return "\\" + text if text in ("{", "}", "]") else text


def _re2_escape(text: str) -> str | None:
    char = text[1:2]
    if char == "s":
        return f"[{_SPACE}]"
    if char == "S":
        return f"[^{_SPACE}]"
    if char == "e":
        return r"\x1b"
    if char in _SAME_ESCAPES or (char == "x" and len(text) > 2) or not (char.isalnum() or char == "_"):
        return text if char.isascii() else None
    return None


def _re2_class(text: str) -> str | None:
    made: list[str] = []
    for part in re.findall(r"\\x[0-9A-Fa-f]{2}|\\.|[^\\]", text, re.DOTALL):
        if part == r"\s":
            part = _SPACE
        elif len(part) > 1 and part[1].isalnum() and part[1] not in "dDwWnrtf" and len(part) == 2:
            return None
        made.append(part)
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
        kind = _kind(match)
        if kind == "open" and match["scope"] != ")":
            if not skipping:
                return False
            depth += 1
        elif kind == "close":
            if depth:
                depth -= 1
            else:
                skipping = False
        elif match[0] == "|" and not depth:
            skipping = True
        elif not skipping:
            return False
    return True


# --- the regex module


@lru_cache(maxsize=8192)
def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern for the `regex` module. Raises QueryError when it is no regular expression."""
    made: list[str] = []
    for match in _scanned(pattern):
        text = match[0]
        kind = _kind(match)
        if kind == "open" and match["flags"] and match["scope"] == ")" and match.start():
            raise Unsupported(f"regular expression with {text} inside")
        if kind == "open" and match["quoted"]:
            text = f"(?<{match['quoted']}>"
        elif kind == "escape":
            text = _regex_escape(text, pattern)
        elif text in ("{", "}"):
            # the regex module reads some braces as fuzzy matching
            text = "\\" + text
        made.append(text)
    try:
        return regex.compile("".join(made), regex.ASCII | regex.VERSION0)
    except (regex.error, RecursionError, OverflowError) as error:
        raise QueryError(f"{_shown(pattern)} is no regular expression: {error}") from None


def _regex_escape(text: str, pattern: str) -> str:
    char = text[1:2]
    if char == "Z":
        return r"(?=\n?\Z)"
    if char == "z":
        return r"\Z"
    if char == "e":
        return r"\x1b"
    if char == "h":
        return r"[ \t\xa0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]"
    if char == "v":
        return r"[\n\x0b\f\r\x85\u2028\u2029]"
    if char == "":
        raise QueryError(f"the regular expression {_shown(pattern)} ends in a backslash")
    if char == "g" or char in "mMLGQEcNoUuClO":
        raise Unsupported(f"regular expression with {text[:2]}")
    return text


def check(pattern: str) -> None:
    """Raises QueryError when this is no regular expression, Unsupported when it cannot be run exactly."""
    if to_re2(pattern) is None:
        compiled(pattern)


def _shown(pattern: str) -> str:
    return pattern if len(pattern) <= 80 else pattern[:77] + "..."


def _late(pattern: str) -> EngineError:
    return EngineError(
        f"the regular expression {_shown(pattern)} took longer than {SECONDS_PER_VALUE:g} s on one value"
    )


def search(subjects: pa.Array, pattern: str) -> pa.BooleanArray:
    """Whether the pattern is found in each subject; null stays null. Raises EngineError when too slow."""
    codes = pc.dictionary_encode(subjects)
    codes = codes.combine_chunks() if isinstance(codes, pa.ChunkedArray) else codes
    found, late = attempted(codes.dictionary.to_pylist(), pattern)
    if late:
        raise _late(pattern)
    return pa.array(found, pa.bool_()).take(codes.indices)


@dataclass(slots=True)
class Patience:
    """What one pattern has cost so far, table after table.

    seconds  how long it has searched.
    late     texts it took too long on; they are not searched again.
    untried  how many texts were not searched at all, because its time was over.
    """

    seconds: float = 0.0
    late: set[str] = field(default_factory=set)
    untried: int = 0


def attempted(
    texts: Sequence[str | None], pattern: str, patience: Patience | None = None
) -> tuple[list[bool | None], list[int]]:
    """Whether the pattern is found in each text, null for null, and the numbers of texts it took too long on.

    On these it counts as not found, and so it does on what is left when SECONDS_PER_COLUMN are over.
    """
    program = compiled(pattern)
    patience = patience or Patience()
    found: list[bool | None] = []
    late: list[int] = []
    begin = monotonic()
    for number, text in enumerate(texts):
        if number % _LOOKED_AFTER == 0 and patience.seconds + monotonic() - begin > SECONDS_PER_COLUMN:
            patience.untried += len(texts) - number
            late.extend(range(number, len(texts)))
            found.extend([False] * (len(texts) - number))
            break
        try:
            asked = text is not None and text not in patience.late
            hit = asked and program.search(text or "", timeout=SECONDS_PER_VALUE) is not None
            found.append(None if text is None else hit)
            late.extend([] if asked or text is None else [number])
        except TimeoutError:
            found.append(False)
            late.append(number)
            patience.late.add(text or "")
    patience.seconds += monotonic() - begin
    return found, late


def replace(subjects: pa.Array, pattern: str, replacement: str) -> pa.StringArray:
    r"""Each subject with every match replaced; \1 to \9 in the replacement are groups, null stays null."""
    program = compiled(pattern)
    parts = _replacement(replacement)

    def put(match: regex.Match[str]) -> str:
        return "".join(part if isinstance(part, str) else _group(match, part) for part in parts)

    made: list[str | None] = []
    try:
        for text in subjects.to_pylist():
            made.append(None if text is None else program.sub(put, text, timeout=SECONDS_PER_VALUE))
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.string())


def _group(match: regex.Match[str], number: int) -> str:
    return (match.group(number) or "") if number <= match.re.groups else ""


def _replacement(text: str) -> list[str | int]:
    return [
        int(piece[1]) if len(piece) == 2 and piece[0] == "\\" and piece[1].isdigit() else piece.replace("\\\\", "\\")
        for piece in re.findall(r"\\\d|\\\\|[^\\]+|\\", text)
    ]


def group(subjects: pa.Array, pattern: str, name: str) -> pa.StringArray:
    """What the named group caught in the first match of each subject; null without match or capture."""
    program = compiled(pattern)
    made: list[str | None] = []
    try:
        for text in subjects.to_pylist():
            match = None if text is None else program.search(text, timeout=SECONDS_PER_VALUE)
            made.append(None if match is None else match.group(name))
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.string())


def groups(subjects: pa.Array, pattern: str, name: str, most: int) -> pa.ListArray:
    """What a group (by name, or "1") caught in each of the first `most` matches (0: of all)."""
    program = compiled(pattern)
    key: str | int = int(name) if name.isdigit() else name
    made: list[list[str] | None] = []
    try:
        for text in subjects.to_pylist():
            made.append(None if text is None else _caught(program, text, key, most))
    except TimeoutError:
        raise _late(pattern) from None
    return pa.array(made, pa.list_(pa.string()))


def _caught(program: regex.Pattern[str], text: str, key: str | int, most: int) -> list[str] | None:
    found: list[str] = []
    for count, match in enumerate(program.finditer(text, timeout=SECONDS_PER_VALUE), 1):
        if match.group(key) is not None:
            found.append(match.group(key))
        if count == most:
            break
    return found or None
