"""Kusto's functions that find by regular expression and give what they found."""

from __future__ import annotations

import json

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args, Function
from antivenom.languages.kql.parsing.reader import TYPES
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values.patterns import Pattern, constant_pattern
from antivenom.plan.rust import quoted
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value

_S = Type.STRING
_MOST_GROUPS = 16
_MOST_OF_RE2 = 9


def pattern(args: Args, index: int) -> Pattern:
    """A regular expression among the arguments."""
    return constant_pattern(args.only_text(index), args.spans[index])


def _extract(args: Args) -> Value:
    found = pattern(args, 0)
    text = _extracted(args, found)
    if len(args) == 3:
        return text
    wanted = args.values[3]
    assert isinstance(wanted, Literal)
    type_ = TYPES.get(str(wanted.value))
    if type_ is None:
        hint = f"one of {', '.join(sorted(TYPES))}"
        raise QueryError(f"typeof({wanted.value}) is no type", span=args.spans[3], hint=hint)
    return to.from_text(text, type_, args.span)


def _extracted(args: Args, found: Pattern) -> Value:
    """The text of a group; one there is not is empty."""
    which = args.whole(1)
    if not isinstance(which, Literal) or which.value is None:
        return args.call("rust.extract", args.only_text(2), found.source, which, type=_S)
    if not 0 <= int(str(which.value)) <= found.groups:
        return Literal("", _S, args.span)
    return found.call("extract", args.only_text(2), which, type=_S, span=args.span)


def _extract_all(args: Args) -> Value:
    """One group gives a list of texts, several give a list of lists; no match gives null."""
    found = pattern(args, 0)
    if not 1 <= found.groups <= _MOST_GROUPS:
        raise Unsupported(f"KQL extract_all of {found.groups} groups", span=args.spans[0], hint="Kusto wants 1 to 16")
    groups = _wanted_groups(args, found) if len(args) == 3 else list(range(1, found.groups + 1))
    numbers = tuple(Literal(group, Type.LONG) for group in groups)
    text = args.only_text(len(args) - 1)
    if found.re2 is None or not found.exact("extract_all") or len(groups) > _MOST_OF_RE2:
        listed = Literal(json.dumps(groups), _S)
        return found.call("extract_all", text, listed, type=Type.DYNAMIC, span=args.span)
    if len(groups) > 1:
        return args.call(f"kusto.extract_groups_{len(groups)}", text, found.re2, *numbers, type=Type.DYNAMIC)
    matches = args.call("kusto.extract_all", text, found.re2, *numbers, type=Type.DYNAMIC)
    none = Call("compare.eq", (matches, Literal("[]", Type.DYNAMIC)), Type.BOOL)
    return args.call("case.when", none, Literal(None, Type.DYNAMIC), matches, type=Type.DYNAMIC)


def _wanted_groups(args: Args, found: Pattern) -> list[int]:
    """The groups a constant array names; one there is not is passed over, and no group means all (measured)."""
    given = args.typed(1, Type.DYNAMIC)
    wanted = json.loads(str(given.value)) if isinstance(given, Literal) and given.value is not None else None
    if not isinstance(wanted, list):
        raise Unsupported("KQL extract_all of groups that are no constant array", span=args.spans[1])
    numbers = [_group(args, found, item) for item in wanted]
    return [number for number in numbers if number <= found.groups] or list(range(1, found.groups + 1))


def _group(args: Args, found: Pattern, item: object) -> int:
    number = found.names.get(item) if isinstance(item, str) else item
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise Unsupported(f"KQL extract_all of the group {item}", span=args.spans[1])
    return number


def _quote(args: Args) -> Value:
    value = args.only_text(0)
    if not isinstance(value, Literal):
        return args.call("rust.quote", value, type=_S)
    return Literal(quoted(str(value.value)), _S, args.span)


FUNCTIONS = (
    Function("extract", 3, 4, _extract),
    Function("extract_all", 2, 3, _extract_all),
    Function("extractall", 2, 3, _extract_all),
    Function("regex_quote", 1, 1, _quote),
)
