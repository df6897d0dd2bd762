"""Sigma's wildcard patterns: `*` is any run of characters, `?` exactly one, a backslash escapes them and itself."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

_PIECE = re.compile(r"\\([*?\\])|(\*)|(\?)|([^*?\\]+|\\)", re.DOTALL)


class Wild(Enum):
    """The two wildcards."""

    RUN = "*"
    ONE = "?"


@lru_cache(maxsize=4096)
def pieces(pattern: str) -> tuple[str | Wild, ...]:
    """The pattern as texts and wildcards in turn; texts next to each other are one, and so are runs."""
    made: list[str | Wild] = []
    for match in _PIECE.finditer(pattern):
        if match[2] or match[3]:
            piece: str | Wild = Wild(match[0])
        else:
            piece = match[1] or match[4]
        last = made[-1] if made else None
        if isinstance(piece, str) and isinstance(last, str):
            made[-1] = last + piece
        elif piece is not Wild.RUN or last is not Wild.RUN:
            made.append(piece)
    return tuple(made)


def to_re2(pattern: str) -> str:
    """RE2 that finds the values the whole pattern fits; no character of it can end a SQL text."""
    made = "".join(_PUT[piece] if isinstance(piece, Wild) else quoted(piece) for piece in pieces(pattern))
    return rf"(?s)\A{made}\z"


_PUT = {Wild.RUN: ".*", Wild.ONE: "."}


def quoted(text: str) -> str:
    """RE2 that finds the text as it stands."""
    return "".join(c if c.isalnum() and c.isascii() else f"\\x{{{ord(c):x}}}" for c in text)
