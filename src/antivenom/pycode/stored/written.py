"""Values on the symbolic stacks of this room: the expression that makes each, and its constant where it has one."""

from __future__ import annotations

import re
from keyword import iskeyword

MOST_TEXT = 200_000  # characters of one written expression that is no constant
_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*\Z")


class Value:
    """An expression as text; `const` is `...` when it is no constant; `kind` marks the few that are no expressions."""

    __slots__ = ("const", "extra", "kind", "text")

    def __init__(self, text: str, const: object = ..., kind: str = "", extra: object = None) -> None:
        self.text = text
        self.const = const
        self.kind = kind
        self.extra = extra


NULL = Value("None", kind="null")
UNKNOWN = Value("None", kind="unknown")


def constant(value: object) -> Value:
    """Write a constant; those that have no literal are None."""
    return Value(literal(value), value)


def literal(value: object, depth: int = 0) -> str:
    """Write a constant as Python does, nested tuples included."""
    if isinstance(value, tuple):
        if depth > 20:
            return "None"
        inside = ", ".join([literal(item, depth + 1) for item in value])
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return f"float('{value}')"
    if value is ...:
        return "..."
    if isinstance(value, (str, bytes, bool, float, complex)) or value is None:
        return repr(value)
    if isinstance(value, int):
        return hex(value) if abs(value) >> 64 else repr(value)
    return "None"


def old_text(value: object, depth: int = 0) -> object:
    """Make text of a Python 2 str that reads as text, also inside tuples; one that does not stays bytes."""
    if isinstance(value, bytes):
        text = value.decode("latin-1")
        return text if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable() else value
    if isinstance(value, tuple) and depth < 20:
        return tuple([old_text(item, depth + 1) for item in value])
    return value


def identifier(name: str) -> str:
    """Make a name that is safe to write: what is no identifier becomes one."""
    if name.isidentifier() and not iskeyword(name):
        return name
    cleaned = re.sub(r"[^0-9A-Za-z_]", "_", name)[:100]
    return cleaned + "_" if iskeyword(cleaned) else "_" + cleaned


def dotted(name: str) -> str:
    """The same for each part of a dotted name."""
    return ".".join([identifier(part) for part in name.split(".")])


def is_dotted(text: str) -> bool:
    """Whether an expression is a dotted name."""
    return len(text) < 500 and _DOTTED.match(text) is not None
