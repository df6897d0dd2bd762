"""The pieces of a dynamic value: JSON text taken apart one level deep, each piece still JSON text."""

from __future__ import annotations

import json
from typing import Any

from antivenom.engine.computed.table import NoAnswer

_DECODER = json.JSONDecoder()
_SPACES = (" ", "\t", "\r", "\n")


def _decoded(text: str, at: int) -> tuple[Any, int]:
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError:
        raise NoAnswer("dynamic nested this deeply") from None
    except ValueError:
        raise NoAnswer("dynamic that holds no JSON") from None


def _skip(text: str, at: int) -> int:
    while text[at : at + 1] in _SPACES:
        at += 1
    return at


def _sign(text: str, at: int) -> str:
    """The sign after a piece; the end of the text is none."""
    if at >= len(text):
        raise NoAnswer("dynamic that holds no JSON")
    return text[at]


def value(text: str) -> Any:
    """The whole value in Python's types."""
    return _decoded(text, _skip(text, 0))[0]


def array(text: str | None) -> list[str] | None:
    """The elements of an array; None for anything else."""
    if text is None or text[:1] != "[":
        return None
    found: list[str] = []
    at = _skip(text, 1)
    while _sign(text, at) != "]":
        _, end = _decoded(text, at)
        found.append(text[at:end])
        at = _skip(text, end)
        if _sign(text, at) == ",":
            at = _skip(text, at + 1)
    return found


def bag(text: str | None) -> dict[str, str] | None:
    """The values of a bag by their keys, of a key that stands twice the first; None for anything else."""
    if text is None or text[:1] != "{":
        return None
    found: dict[str, str] = {}
    at = _skip(text, 1)
    while _sign(text, at) != "}":
        key, end = _decoded(text, at)
        at = _skip(text, _skip(text, end) + 1)
        _, end = _decoded(text, at)
        found.setdefault(key, text[at:end])
        at = _skip(text, end)
        if _sign(text, at) == ",":
            at = _skip(text, at + 1)
    return found


def arrays(texts: tuple[str | None, ...], what: str) -> list[list[str]]:
    """Several arrays; none are read where one is no array."""
    made = [array(text) for text in texts]
    found = [each for each in made if each is not None]
    if len(found) < len(made):
        raise NoAnswer(f"{what} of what is no array")
    return found


def bags(texts: tuple[str | None, ...], what: str) -> list[dict[str, str]]:
    """Several bags; none are read where one is no bag."""
    made = [bag(text) for text in texts]
    found = [each for each in made if each is not None]
    if len(found) < len(made):
        raise NoAnswer(f"{what} of what is no bag")
    return found


def shown(elements: list[str]) -> str:
    """The array of these elements."""
    return "[" + ",".join(elements) + "]"


def shown_bag(members: dict[str, str]) -> str:
    """The bag of these members."""
    return "{" + ",".join(f"{quoted(key)}:{text}" for key, text in members.items()) + "}"


def quoted(text: str) -> str:
    """A text as JSON."""
    return json.dumps(text, ensure_ascii=False)


def kind(text: str) -> str:
    """What a JSON text holds, by its first letter: number, string, bool, null, array or bag."""
    return _KINDS.get(text[:1], "number")


_KINDS = {'"': "string", "t": "bool", "f": "bool", "n": "null", "[": "array", "{": "bag"}
