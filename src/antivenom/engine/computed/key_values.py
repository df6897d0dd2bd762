"""Kusto's parse-kv by delimiters: the values of given keys in one text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from antivenom.engine.computed.table import Computed


@dataclass(frozen=True, slots=True)
class _Shape:
    """The options of one parse-kv; no delimiters: every sign that is no letter or digit is one."""

    pair: str
    kv: str
    quotes: dict[str, str] = field(default_factory=dict)
    escapes: frozenset[str] = frozenset()
    greedy: bool = False


@lru_cache(maxsize=256)
def _shape(options: str) -> _Shape:
    given: dict[str, list[str]] = json.loads(options)
    quotes = {quote[0]: quote[-1] for quote in given.get("quote", [])}
    pair, kv = (given.get(name, [""])[0] for name in ("pair_delimiter", "kv_delimiter"))
    return _Shape(pair, kv, quotes, frozenset(given.get("escape", [])), "greedy" in given)


@lru_cache(maxsize=256)
def _keys(keys: str) -> tuple[str, ...]:
    return tuple(json.loads(keys))


def _quoted(text: str, at: int, shape: _Shape) -> tuple[str, int] | None:
    """The text in the quotes that open at a place, and where they end (where the text does, if nothing closes them);
    None where none open."""
    close = shape.quotes.get(text[at : at + 1])
    if close is None:
        return None
    made: list[str] = []
    at += 1
    while at < len(text):
        char = text[at]
        if char in shape.escapes and at + 1 < len(text):
            made.append(text[at + 1])
            at += 2
        elif char == close:
            return "".join(made), at + 1
        else:
            made.append(char)
            at += 1
    return "".join(made), at


def _blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _values(text: str, options: str, keys: str) -> list[str | None]:
    """The first value of each key, None where it is missing."""
    shape, wanted = _shape(options), _keys(keys)
    pairs = _loose(text, shape, wanted) if not shape.pair else _pairs(text, shape)
    found: dict[str, str] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return [found.get(key) for key in wanted]


def _pairs(text: str, shape: _Shape) -> Iterator[tuple[str, str]]:
    at = 0
    while at < len(text):
        at = _blank(text, at)
        key, after = _token(text, at, shape)
        start = after if text.startswith(shape.kv, after) else _blank(text, after)
        if not text.startswith(shape.kv, start):
            at = after + len(shape.pair) if text.startswith(shape.pair, after) else max(after, at + 1)
            continue
        value, at = _value(text, start + len(shape.kv), shape)
        yield key.strip(), value.strip()


def _token(text: str, at: int, shape: _Shape) -> tuple[str, int]:
    """What may be a key: quoted, or up to a delimiter."""
    quoted = _quoted(text, at, shape)
    if quoted is not None:
        return quoted
    ends = [end for end in (text.find(shape.pair, at), text.find(shape.kv, at)) if end >= 0]
    end = min(ends, default=len(text))
    return text[at:end], end


def _value(text: str, at: int, shape: _Shape) -> tuple[str, int]:
    start = _blank(text, at)
    quoted = _quoted(text, start, shape)
    end = text.find(shape.pair, start)
    end = len(text) if end < 0 else end
    if quoted is not None:
        value, after = quoted
        end = text.find(shape.pair, after)
        return value, len(text) if end < 0 else end
    if shape.pair.isspace() and start > at and shape.kv in text[start:end]:
        return "", at
    return _greedy(text, start, shape) if shape.greedy else (text[start:end], end)


def _greedy(text: str, start: int, shape: _Shape) -> tuple[str, int]:
    """Up to the next key, whether it is asked for or not."""
    at = start
    while True:
        end = text.find(shape.pair, at)
        if end < 0:
            return text[start:], len(text)
        _, after = _token(text, _blank(text, end + len(shape.pair)), shape)
        if text.startswith(shape.kv, _blank(text, after)):
            return text[start:end], end
        at = end + len(shape.pair)


def _loose(text: str, shape: _Shape, wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """A key's first word is followed by its value."""
    words = list(_words(text, shape))
    for key in wanted:
        places = [at for at, word in enumerate(words[:-1]) if word == key]
        if places:
            yield key, words[places[0] + 1]


def _words(text: str, shape: _Shape) -> Iterator[str]:
    at = 0
    while at < len(text):
        quoted = _quoted(text, at, shape)
        if quoted is not None:
            yield quoted[0]
            at = quoted[1]
            continue
        end = at
        while end < len(text) and text[end].isalnum():
            end += 1
        if end > at:
            yield text[at:end]
        at = max(end, at + 1)


ROWS = (Computed("kusto.kv", _values, ("VARCHAR", "VARCHAR", "VARCHAR"), "VARCHAR[]"),)
