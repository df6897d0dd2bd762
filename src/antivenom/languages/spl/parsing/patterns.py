"""What a front end must know of a regular expression: which named groups it has."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|\[:\^?\w+:\]|[^\]\\])*\]|\(\?P?<(?P<angle>[A-Za-z_]\w*)>|\(\?'(?P<quote>[A-Za-z_]\w*)'|.",
    re.DOTALL,
)


def named_groups(pattern: str) -> tuple[str, ...]:
    """The names of the groups (?<name>...) in order, each once."""
    names = (m["angle"] or m["quote"] for m in _PIECE.finditer(pattern))
    return tuple(dict.fromkeys(name for name in names if name))
