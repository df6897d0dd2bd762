"""Texts that an allow-entry asks for: globs that stay within a part, and regular expressions of the whole value.

A glob fits the whole value. `*` and `?` stay within one part: they cross no path separator, no blank, no quote and no
operator of a shell, and never stand for `..`. `**` crosses everything. `{python}` is the name of an interpreter (in
a command line with its folder and quotes), `{version}` is 3.12.1, `{number}` digits, `{id}` letters, digits, _ and -.
A blank in the glob of a command line fits several. Paths of Windows are compared without regard to case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from antivenom.engine import pcre
from antivenom.engine.pcre import Patience

MOST_PATTERN = 2_000
"""Characters of a pattern."""
MOST_CROSSING = 4
"""How many `**` a glob may have: each may stand anywhere, and all of them are tried."""
MOST_VALUE = 32_767
"""The longest value that is compared (the longest command line of Windows); a longer one fits no pattern."""

_INTERPRETER = r"(?:python|pypy)w?(?:\d(?:\.\d{1,2})?)?w?(?:\.exe)?"
_PART = r"[^\s/\\;&|<>`$\x22']"
_WORD = r"[^\s;&|<>`$\x22']"
_TOKENS = {"{version}": r"\d+(?:\.\d+)*", "{number}": r"\d+", "{id}": r"[0-9A-Za-z_-]+"}
_PYTHON_WORD = rf"(?:\x22(?:[^\x22]*[/\\])?(?i:{_INTERPRETER})\x22|(?:{_WORD}*[/\\])?(?i:{_INTERPRETER}))"
_PIECE = re.compile(r"\*\*|\*|\?|\{(?:python|version|number|id)\}| +|.", re.DOTALL)
_FLAGS = re.compile(r"\(\?([a-z]+)\)")
_ANYTHING = re.compile(r"\{(?:version|number|id)\}|[^0-9A-Za-z]")
_PROBES = ("", "x", "/opt/any/thing", r"C:\any\thing.exe", "any text -c 'whatever'\nat all")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One text an entry asks for: as it was written, whether it is a regular expression, and what is searched."""

    written: str
    is_regex: bool
    expression: str
    patience: Patience = field(default_factory=Patience, compare=False, repr=False)

    def fits(self, value: str, *, windows: bool) -> bool:
        """Whether the whole value fits; a value that is too long, or takes too long, does not."""
        if len(value) > MOST_VALUE:
            return False
        flags = "(?si)" if windows else "(?s)"
        found, _ = pcre.attempted([value], rf"{flags}\A(?:{self.expression})\z", self.patience)
        return bool(found[0])


def glob(written: str, *, line: bool = False) -> Pattern:
    """A glob; `line` where it is for a command line."""
    made, begins = [], True
    for match in _PIECE.finditer(written):
        piece = match[0]
        made.append(_put(piece, begins, line))
        begins = piece in ("/", "\\") or piece.isspace()
    return Pattern(written, False, "".join(made))


def expression(written: str) -> Pattern:
    """A regular expression that the whole value must fit. Raises QueryError or Unsupported where it is none."""
    flags = _FLAGS.match(written)
    body = f"(?{flags[1]}:{written[flags.end() :]})" if flags else written
    pcre.compiled(written)
    pcre.compiled(rf"(?s)\A(?:{body})\z")
    return Pattern(written, True, body)


def lets_all_through(pattern: Pattern) -> bool:
    """Whether a pattern says nothing: a glob of wildcards alone, an expression that fits texts without anything
    in common."""
    if not pattern.is_regex:
        return not _ANYTHING.sub("", pattern.written)
    return sum(pattern.fits(probe, windows=False) for probe in _PROBES) > 1


def _put(piece: str, begins: bool, line: bool) -> str:
    if piece == "**":
        return ".*"
    if piece in ("*", "?"):
        guard = r"(?!\.\.(?:[/\\]|\z))" if begins else ""
        return f"{guard}{_PART}{'*' if piece == '*' else ''}"
    if piece == "{python}":
        return _PYTHON_WORD if line else f"(?i:{_INTERPRETER})"
    if line and piece.isspace() and piece.strip("\n") == piece:
        return "[ ]+"
    return _TOKENS.get(piece) or "".join(map(_literal, piece))


def _literal(char: str) -> str:
    return r"\n" if char == "\n" else re.escape(char)
