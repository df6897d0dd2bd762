"""Macros: `name` and `name(a, b)` in backticks, put in as text before anything is parsed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.known_macros import KNOWN_MACROS
from antivenom.languages.spl.parsing.lexer import quoted_end, unescaped
from antivenom.source import SourceText, Span

_MOST_NESTED = 20
_LONGEST = 1_000_000
_CALL = re.compile(r"\s*(?P<name>[^\s(`]+)\s*(?:\((?P<args>.*)\))?\s*", re.DOTALL)


def expand_macros(text: str, macros: Mapping[str, Mapping[str, Any]]) -> str:
    """The query with every macro replaced by its definition, nested ones too.

    `macros` maps a name, or "name(2)" for one of two arguments, to {"definition": str, "args": [names]}; those of
    KNOWN_MACROS need not be among them.
    Raises QueryError for an unknown macro, wrong arguments, or macros that nest without end.
    """
    if len(text) > _LONGEST:
        raise QueryError(f"the query is longer than {_LONGEST:,} characters")
    return _expand(text, macros, 0)


def _expand(text: str, macros: Mapping[str, Mapping[str, Any]], depth: int) -> str:
    made: list[str] = []
    at = length = 0
    while at < len(text):
        if text.startswith("```", at):
            end = text.find("```", at + 3)
            end = len(text) if end < 0 else end + 3
            piece = " "
        elif text[at] == '"':
            end = _behind_quotes(text, at)
            piece = text[at:end]
        elif text[at] == "\\":
            # an escaped quotation mark opens no quotes
            end = at + 2
            piece = text[at:end]
        elif text[at] == "`":
            end = _macro_end(text, at)
            piece = _definition(text, Span(at, end), macros, depth)
        else:
            end = at + 1
            piece = text[at]
        made.append(piece)
        length += len(piece)
        if length > _LONGEST:
            raise QueryError(f"the query grows past {_LONGEST} characters by its macros")
        at = end
    return "".join(made)


def _behind_quotes(text: str, at: int) -> int:
    try:
        return quoted_end(text, at, len(text))
    except QueryError as error:
        raise error.at(SourceText(text)) from None


def _macro_end(text: str, at: int) -> int:
    here = at + 1
    while here < len(text):
        if text[here] == '"':
            here = _behind_quotes(text, here)
        elif text[here] == "`":
            return here + 1
        else:
            here += 1
    raise QueryError("this macro is never closed", span=Span(at, at + 1), source=SourceText(text))


def _definition(text: str, span: Span, macros: Mapping[str, Mapping[str, Any]], depth: int) -> str:
    source = SourceText(text)
    if depth >= _MOST_NESTED:
        raise QueryError(f"macros nest more than {_MOST_NESTED} deep", span=span, source=source)
    match = _CALL.fullmatch(text[span.start + 1 : span.end - 1])
    if match is None:
        raise QueryError("a macro has no name", span=span, source=source)
    given = [] if match["args"] is None or not match["args"].strip() else _arguments(match["args"])
    key = f"{match['name']}({len(given)})" if given else match["name"]
    macro = macros.get(key, KNOWN_MACROS.get(key))
    if macro is None:
        raise QueryError(f"macro {key} is not defined", span=span, source=source, hint="give its definition")
    if macro.get("iseval") in (True, 1, "1", "true"):
        raise Unsupported("SPL macro made by an eval expression", span=span, source=source)
    return _expand(_filled(macro, given, key, span, source), macros, depth + 1)


def _filled(macro: Mapping[str, Any], given: list[str], key: str, span: Span, source: SourceText) -> str:
    names = macro.get("args") or []
    if isinstance(names, str):
        names = [name.strip() for name in names.split(",") if name.strip()]
    if len(names) != len(given):
        raise QueryError(f"macro {key} takes {len(names)} arguments, {len(given)} were given", span=span, source=source)
    values = dict(zip(names, given, strict=True))
    if not values:
        return str(macro["definition"])
    pattern = re.compile("|".join(re.escape(f"${name}$") for name in values))
    return pattern.sub(lambda m: values[m[0][1:-1]], str(macro["definition"]))


def _arguments(text: str) -> list[str]:
    found: list[str] = []
    at = start = 0
    while at < len(text):
        if text[at] == '"':
            at = _behind_quotes(text, at)
        elif text[at] == ",":
            found.append(text[start:at])
            start = at = at + 1
        else:
            at += 1
    found.append(text[start:])
    return [_unquoted(argument.strip()) for argument in found]


def _unquoted(argument: str) -> str:
    if len(argument) >= 2 and argument[0] == argument[-1] == '"':
        return unescaped(argument[1:-1])
    return argument
