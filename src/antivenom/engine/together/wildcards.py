"""Patterns with wildcards as regular expressions."""

from __future__ import annotations

from antivenom.plan.wildcards import Wild, parts_of


def to_re2(pattern: str) -> str:
    """RE2 that finds the values the whole pattern fits; no character of it can end a SQL text."""
    made = "".join(_PUT[piece] if isinstance(piece, Wild) else quoted(piece) for piece in parts_of(pattern))
    return rf"(?s)\A{made}\z"


_PUT = {Wild.MANY: ".*", Wild.ONE: "."}


def quoted(text: str) -> str:
    """RE2 that finds the text as it stands."""
    return "".join(c if c.isalnum() and c.isascii() else f"\\x{{{ord(c):x}}}" for c in text)
