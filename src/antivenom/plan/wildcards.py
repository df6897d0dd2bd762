"""Text with wildcards, as `sigma.like` takes it: `*` any run of characters, `?` one; a backslash makes either plain.

A backslash before another character is itself; two are one (Sigma specification 2.1.0, "Escaping").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from typing import TypeAlias

_PIECE = re.compile(r"\\([*?\\])|(\*)|(\?)|([^*?\\]+|\\)", re.DOTALL)
_ESCAPABLE = "\\*?"


class Wild(Enum):
    """A wildcard."""

    MANY = "*"
    ONE = "?"


Part: TypeAlias = str | Wild


def parts_of(text: str) -> tuple[Part, ...]:
    """The texts and wildcards a text is made of, in the form of `joined`."""
    if "*" not in text and "?" not in text and "\\\\" not in text:
        return (text,) if text else ()
    return joined(Wild(match[0]) if match[2] or match[3] else match[1] or match[4] for match in _PIECE.finditer(text))


def joined(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Parts put together: no text is empty, no two stand side by side, and no two MANY do."""
    made: list[Part] = []
    texts: list[str] = []
    for part in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        if texts and (text := "".join(texts)):
            made.append(text)
        texts.clear()
        if part is not Wild.MANY or not made or made[-1] is not Wild.MANY:
            made.append(part)
    if text := "".join(texts):
        made.append(text)
    return tuple(made)


def written(parts: Iterable[Part]) -> str:
    """Parts as text again, with a backslash before what is no wildcard."""
    return "".join(part.value if isinstance(part, Wild) else _escaped(part) for part in parts)


def _escaped(text: str) -> str:
    return "".join("\\" + char if char in _ESCAPABLE else char for char in text)
