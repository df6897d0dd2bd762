"""Kusto's functions that look for text in text, count it, or put other text in its place."""

from __future__ import annotations

from antivenom.errors import QueryError
from antivenom.languages.kql.functions.table import Args, Function
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values import regexes
from antivenom.languages.kql.values.patterns import constant_pattern
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


def _indexof_regex(args: Args) -> Value:
    """Where the match of a constant pattern begins from a start on, matches counted without overlap."""
    found = constant_pattern(args.only_text(1), args.spans[1])
    for index in range(2, len(args)):
        args.not_null(index)
    given = [args.whole(index) for index in range(2, len(args))]
    numbers = [*given, *(Literal(number, Type.LONG) for number in (0, -1, 1)[len(given) :])]
    return found.call("indexof", args.only_text(0), *numbers, type=Type.LONG, span=args.span)


def _countof(args: Args) -> Value:
    kind = args.constant_text(2, "the kind") if len(args) > 2 else "normal"
    text, needle = args.only_text(0), args.only_text(1)
    if kind == "regex":
        return _count_matches(args, text, needle)
    if kind != "normal":
        raise QueryError(f"countof has no kind {kind}", span=args.spans[2], hint="normal or regex")
    wanted = str(needle.value) if isinstance(needle, Literal) else ""
    if not wanted or any(wanted.startswith(wanted[i:]) for i in range(1, len(wanted))):
        return args.call("kusto.countof", text, needle, type=Type.LONG)
    return _listed(args, text, Literal(regexes.literal(wanted), _S))


def _count_matches(args: Args, text: Value, needle: Value) -> Value:
    if not isinstance(needle, Literal):
        return args.call("rust.count", text, needle, type=Type.LONG)
    found = constant_pattern(needle, args.spans[1])
    if found.re2 is not None and found.exact("count"):
        return _listed(args, text, found.re2)
    return found.call("count", text, type=Type.LONG, span=args.span)


def _listed(args: Args, text: Value, pattern: Literal) -> Value:
    """How many matches RE2 finds."""
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
