"""Kusto's string functions."""

from __future__ import annotations

import re

from antivenom.errors import Unsupported
from antivenom.languages.kql.functions.regex import pattern as _pattern
from antivenom.languages.kql.functions.table import Args, Function, of_text
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values.patterns import constant_pattern
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_S = Type.STRING
_MOST_GROUPS = 9
_MOST_REPEATS = 1024


def _strcat(args: Args) -> Value:
    return _joined(args, [to.to_text(value) for value in args.values])


def _joined(args: Args, parts: list[Value]) -> Value:
    if all(isinstance(part, Literal) for part in parts):
        return Literal("".join(str(part.value) for part in parts if isinstance(part, Literal)), _S, args.span)
    return args.call("kusto.concat", *parts, type=_S)


def _strcat_delim(args: Args) -> Value:
    delimiter = args.text(0)
    parts: list[Value] = []
    for value in args.values[1:]:
        parts += [delimiter, to.to_text(value)]
    return _joined(args, parts[1:])


def _substring(args: Args) -> Value:
    source, start = to.to_text(args.values[0]), args.whole(1)
    args.not_null(1)
    if len(args) == 2:
        return args.call("kusto.rest", source, start, type=_S)
    args.not_null(2)
    return args.call("kusto.substring", source, start, args.whole(2), type=_S)


def _replace_string(args: Args) -> Value:
    return args.call("kusto.replace_string", *(args.only_text(i) for i in range(3)), type=_S)


def _rewrite(args: Args, index: int, groups: int) -> Literal:
    """The replacement: `\\1` is a group, `\\\\` a backslash; a backslash before any other sign stays."""
    text = args.constant_text(index, "the replacement")
    made: list[str] = []
    for found in re.finditer(r"\\(\d)|\\\\|\\|[^\\]+", text):
        if found[1] and int(found[1]) > groups:
            raise Unsupported("KQL regex replacement with a group that is not there", span=args.spans[index])
        made.append("\\\\" if found[0] == "\\" else found[0])
    return Literal("".join(made), _S, args.spans[index])


def _replace_regex(args: Args) -> Value:
    found = _pattern(args, 1)
    rewrite = _rewrite(args, 2, found.groups)
    return found.call("replace", args.only_text(0), rewrite, type=_S, span=args.span)


def _replace(args: Args) -> Value:
    """The old order: regex, replacement, text."""
    found = _pattern(args, 0)
    rewrite = _rewrite(args, 1, found.groups)
    return found.call("replace", args.only_text(2), rewrite, type=_S, span=args.span)


def _trim(*, start: bool, end: bool) -> Function:
    """One match of the pattern is taken off an end, not all of them (measured)."""
    name = "trim" if start and end else "trim_start" if start else "trim_end"

    def build(args: Args) -> Value:
        found = _pattern(args, 0)
        made = args.only_text(1)
        for wanted, shape in ((start, "^(?:{})"), (end, "(?:{})$")):
            if wanted:
                anchored = Literal(shape.format(found.source.value), _S, args.spans[0])
                pattern = constant_pattern(anchored, args.spans[0])
                made = pattern.call("replace", made, Literal("", _S), type=_S, span=args.span)
        return made

    return Function(name, 2, 2, build)


def converted(value: Value, type_name: str, args: Args) -> Value:
    """A string as the type that typeof(...) names."""
    match type_name:
        case "string":
            return value
        case "int":
            return to.to_number(value, Type.INT, args.span)
        case "long":
            return to.to_number(value, Type.LONG, args.span)
        case "real" | "double":
            return to.to_number(value, Type.REAL, args.span)
        case "datetime":
            return to.to_datetime(value, args.span)
        case _:
            raise Unsupported(f"KQL {args.name} to typeof({type_name})", span=args.spans[-1])


def _split(args: Args) -> Value:
    text, delimiter = to.to_text(args.values[0]), args.only_text(1)
    if not (isinstance(delimiter, Literal) and delimiter.value):
        op = "kusto.split_by" if len(args) == 2 else "kusto.split_part"
        return args.call(op, text, delimiter, *(args.whole(i) for i in range(2, len(args))), type=Type.DYNAMIC)
    if len(args) == 2:
        return args.call("kusto.split", text, delimiter, type=Type.DYNAMIC)
    index = args.whole(2)
    if not isinstance(index, Literal) or not isinstance(index.value, int):
        return args.call("kusto.split_part", text, delimiter, index, type=Type.DYNAMIC)
    if index.value < 0:
        return Literal(None, Type.DYNAMIC, args.span)
    parts = args.call("kusto.split", text, delimiter, type=Type.DYNAMIC)
    part = Call("kusto.path", (parts, Literal(f"$[{index.value}]", _S)), Type.DYNAMIC)
    alone = Call("kusto.array", (to.to_json(part),), Type.DYNAMIC)
    missing = Call("null.is_null", (part,), Type.BOOL)
    return args.call("case.when", missing, Literal(None, Type.DYNAMIC), alone, type=Type.DYNAMIC)


def _isempty(args: Args) -> Value:
    value = args.values[0]
    if value.type in (_S, Type.DYNAMIC):
        return args.call("compare.eq", args.text(0), Literal("", _S), type=Type.BOOL)
    return args.call("null.is_null", value, type=Type.BOOL)


def _isnotempty(args: Args) -> Value:
    return args.call("bool.not", _isempty(args), type=Type.BOOL)


def _strrep(args: Args) -> Value:
    """A value so many times, at most 1024, with a delimiter between."""
    text, count = to.to_text(args.values[0]), args.whole(1)
    fixed = isinstance(count, Literal) and isinstance(count.value, int) and 0 <= count.value <= _MOST_REPEATS
    if len(args) == 2 and fixed:
        return args.call("kusto.repeat", text, count, type=_S)
    delimiter = to.to_text(args.values[2]) if len(args) > 2 else Literal("", _S)
    return args.call("kusto.repeat_with", text, count, delimiter, type=_S)


def _hashed(args: Args) -> Value:
    if args.values[0].type in (Type.DYNAMIC, Type.DECIMAL):
        kind = args.values[0].type.value
        raise Unsupported(f"KQL {args.name} of {kind}", span=args.spans[0], hint="use tostring(...)")
    return to.to_text(args.values[0])


FUNCTIONS = (
    Function("tolower", 1, 1, lambda a: a.call("text.lower", to.to_text(a.values[0]), type=_S)),
    Function("toupper", 1, 1, lambda a: a.call("kusto.upper", to.to_text(a.values[0]), type=_S)),
    Function("reverse", 1, 1, lambda a: a.call("kusto.reverse", to.to_text(a.values[0]), type=_S)),
    of_text("strlen", "kusto.length", Type.LONG),
    of_text("string_size", "kusto.bytes", Type.LONG),
    Function("hash_md5", 1, 1, lambda a: a.call("kusto.md5", _hashed(a), type=_S)),
    Function("hash_sha1", 1, 1, lambda a: a.call("kusto.sha1", _hashed(a), type=_S)),
    Function("hash_sha256", 1, 1, lambda a: a.call("kusto.sha256", _hashed(a), type=_S)),
    Function("strcmp", 2, 2, lambda a: a.call("kusto.strcmp", a.text(0), a.text(1), type=Type.LONG)),
    Function("strcat", 1, 64, _strcat),
    Function("strcat_delim", 3, 65, _strcat_delim),
    Function("substring", 2, 3, _substring),
    Function("replace_string", 3, 3, _replace_string),
    Function("replace_regex", 3, 3, _replace_regex),
    Function("replace", 3, 3, _replace),
    _trim(start=True, end=True),
    _trim(start=True, end=False),
    _trim(start=False, end=True),
    Function("split", 2, 3, _split),
    Function("isempty", 1, 1, _isempty),
    Function("isnotempty", 1, 1, _isnotempty),
    Function("notempty", 1, 1, _isnotempty),
    Function("strrep", 2, 3, _strrep),
    Function(
        "strcat_array",
        2,
        2,
        lambda a: a.call("kusto.strcat_array", a.typed(0, Type.DYNAMIC), a.only_text(1), type=_S),
    ),
)
