"""Kusto's functions that look for text in text, count it, or put other text in its place."""

from __future__ import annotations

import re

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql import conversions as to
from antivenom.languages.kql import regexes
from antivenom.languages.kql.comparisons import constant_pattern
from antivenom.languages.kql.function_table import Args, Function
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_S = Type.STRING


def _replace_strings(args: Args) -> Value:
    lists = (args.typed(index, Type.DYNAMIC) for index in (1, 2))
    return args.call("kusto.replace_strings", args.only_text(0), *lists, type=_S)


def _has_any_index(args: Args) -> Value:
    return args.call("kusto.has_any_index", args.text(0), args.typed(1, Type.DYNAMIC), type=Type.LONG)


def _indexof(args: Args) -> Value:
    text, wanted = to.to_text(args.values[0]), to.to_text(args.values[1])
    for index in range(2, len(args)):
        args.not_null(index)
    offset = args.whole(2) if len(args) > 2 else Literal(0, Type.LONG)
    start = offset.value if isinstance(offset, Literal) else None
    if len(args) > 3 or not isinstance(start, int) or start < 0:
        length = args.whole(3) if len(args) > 3 else Literal(-1, Type.LONG)
        occurrence = args.whole(4) if len(args) > 4 else Literal(1, Type.LONG)
        return args.call("kusto.indexof_within", text, wanted, offset, length, occurrence, type=Type.LONG)
    return _indexof_from(args, text, wanted, start)


def _indexof_from(args: Args, text: Value, wanted: Value, start: int) -> Value:
    """indexof of the rest of the text from a constant start."""
    if start:
        text = Call("kusto.rest", (text, Literal(start, Type.LONG)), _S)
    found = args.call("kusto.indexof", text, wanted, type=Type.LONG)
    if start:
        missing = Call("compare.lt", (found, Literal(0, Type.LONG)), Type.BOOL)
        moved = Call("number.add", (found, Literal(start, Type.LONG)), Type.LONG)
        found = args.call("case.when", missing, found, moved, type=Type.LONG)
    nothing = Call("compare.eq", (wanted, Literal("", _S)), Type.BOOL)
    return args.call("case.when", nothing, Literal(None, Type.LONG), found, type=Type.LONG)


_EDGES = re.compile(r"\^|\\[bBA]")
"""Signs of a pattern that look at what stands before."""


def _indexof_regex(args: Args) -> Value:
    """Where the match of a constant pattern begins from a start on, matches counted without overlap."""
    found = constant_pattern(args.only_text(1), args.spans[1])
    start = args.constant_whole(2, "the start") if len(args) > 2 else 0
    length = args.whole(3) if len(args) > 3 else Literal(-1, Type.LONG)
    occurrence = args.constant_whole(4, "the occurrence") if len(args) > 4 else 1
    if start < 0 or occurrence < 0:
        return Literal(None, Type.LONG, args.span)
    if occurrence == 0 or (start and _EDGES.search(str(found.literal.value))):
        raise Unsupported("KQL indexof_regex with the occurrence 0 or with an anchor and a start", span=args.span)
    for index in range(3, len(args)):
        args.not_null(index)
    text = found.over(args.only_text(0))
    rest = args.call("kusto.rest", text, Literal(start, Type.LONG), type=_S) if start else text
    numbers = (Literal(occurrence, Type.LONG), Literal(start, Type.LONG), length)
    return args.call("kusto.indexof_regex", rest, found.literal, *numbers, type=Type.LONG)


def _countof(args: Args) -> Value:
    kind = args.constant_text(2, "the kind") if len(args) > 2 else "normal"
    text = args.only_text(0)
    if kind == "regex":
        given = constant_pattern(args.only_text(1), args.spans[1])
        text, pattern = given.over(text), given.literal
    elif kind == "normal":
        needle = args.constant_text(1, "what to count")
        if not needle or any(needle.startswith(needle[i:]) for i in range(1, len(needle))):
            return args.call("kusto.countof", args.only_text(0), Literal(needle, _S), type=Type.LONG)
        pattern = Literal(regexes.literal(needle), _S)
    else:
        raise QueryError(f"countof has no kind {kind}", span=args.spans[2], hint="normal or regex")
    found = Call("kusto.extract_all", (text, pattern, Literal(0, Type.LONG)), Type.DYNAMIC)
    return args.call("kusto.array_length", found, type=Type.LONG)


FUNCTIONS = (
    Function("translate", 3, 3, lambda a: a.call("kusto.translate", *(a.only_text(i) for i in range(3)), type=_S)),
    Function("replace_strings", 3, 3, _replace_strings),
    Function("has_any_index", 2, 2, _has_any_index),
    Function("indexof", 2, 5, _indexof),
    Function("indexof_regex", 2, 5, _indexof_regex),
    Function("countof", 2, 3, _countof),
)
