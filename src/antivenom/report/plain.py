"""Making attacker-written text safe to show: nothing of it may drive a terminal or hide from the eye."""

from __future__ import annotations

_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def printable(text: str) -> str:
    """The text with control, format and direction characters and odd spaces written as escapes."""
    if text.isprintable():
        return text
    return "".join(_shown(char) for char in text)


def printable_lines(text: str) -> str:
    """The same line by line: line breaks stay."""
    return text if text.isprintable() else "\n".join(map(printable, text.split("\n")))


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    code = ord(char)
    return _SHORT.get(char) or (f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}")


def shortened(text: str, width: int) -> str:
    """The text cut to `width` characters, the cut shown by an ellipsis."""
    return text if len(text) <= width else text[: width - 1] + "…"
