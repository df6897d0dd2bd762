"""Methods of constants that only compute or change a container of the program, with a bound on how much they give."""

from __future__ import annotations

import string
from typing import Any

from antivenom.pycode.budget import Budget
from antivenom.pycode.evaluate.bounds import ERRORS, MOST_ITEMS, WIDTH, Refused, need
from antivenom.pycode.evaluate.pure import FUNCTIONS
from antivenom.pycode.evaluate.values import is_known

_STR = (
    "capitalize casefold count decode encode endswith find format format_map index isalnum isalpha isdigit islower "
    "isnumeric isspace isupper join lower lstrip partition removeprefix removesuffix replace rfind rindex rpartition "
    "rsplit rstrip split splitlines startswith strip swapcase title translate upper maketrans isidentifier isascii"
)
METHODS: dict[type, frozenset[str]] = {
    str: frozenset(_STR.split()),
    bytes: frozenset((_STR + " hex fromhex tobytes tostring").split()) - {"format", "format_map", "encode"},
    bytearray: frozenset((_STR + " hex fromhex append extend reverse pop").split())
    - {"format", "format_map", "encode"},
    int: frozenset(["to_bytes", "bit_length", "from_bytes"]),
    list: frozenset("append extend insert pop reverse index count copy remove clear sort".split()),
    dict: frozenset("get keys values items copy pop update setdefault clear".split()),
    tuple: frozenset(["index", "count"]),
    set: frozenset("add update discard remove union copy pop".split()),
    frozenset: frozenset(["union", "copy"]),
    float: frozenset(["hex", "is_integer"]),
}
"""The methods of constants that may be called, by type; none of them grows what it works on without bound."""
_MUTATING = frozenset("append extend insert pop reverse remove clear sort update setdefault add discard".split())


def method(budget: Budget, value: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a method of a constant gives; Refused where it is not known."""
    kind = type(value)
    if name not in METHODS.get(kind, ()):
        raise Refused
    try:
        if kind in (list, dict, set):
            return _container(budget, value, name, args, kwargs)
        return _text_method(budget, value, name, args, kwargs)
    except ERRORS:
        raise Refused from None


def _container(budget: Budget, value: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if name in ("keys", "values", "items"):
        return list(getattr(value, name)())
    if name == "extend" and type(value) is list:
        more = need(args[0])
        budget.take(len(more))
        value.extend(more[:MOST_ITEMS])
        return None
    if len(value) > MOST_ITEMS and name in _MUTATING:
        raise Refused
    if name == "sort":
        if kwargs.get("key") is not None:
            raise Refused
        value.sort(reverse=bool(kwargs.get("reverse")))
        return None
    if name == "update":
        value.update(*[dict(need(a)) if type(a) is list else a for a in args], **kwargs)
        return None
    return getattr(value, name)(*args, **kwargs)


def _text_method(budget: Budget, value: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if isinstance(value, (str, bytes, bytearray)):
        budget.take(len(value))
        if name in ("tobytes", "tostring"):
            return value
        if name == "join":
            return _join(budget, value, args)
        if name in ("format", "format_map"):
            return _format(str(value), args, kwargs)
        if name == "replace" and len(value) * (1 + len(args[1])) > 4_000_000:
            raise Refused
        if name == "translate" and args and isinstance(args[0], dict) and _grows(args[0]):
            raise Refused
    if name == "to_bytes":
        return FUNCTIONS["int.to_bytes"](value, *args, **kwargs)
    return getattr(value, name)(*args, **kwargs)


def _grows(table: dict[Any, Any]) -> bool:
    return any(isinstance(one, str) and len(one) > 64 for one in table.values())


def _join(budget: Budget, glue: Any, args: tuple[Any, ...]) -> Any:
    items = need(args[0])
    budget.take(sum(len(item) for item in items) + len(glue) * len(items))
    if items and isinstance(glue, str) and isinstance(items[0], (bytes, bytearray)):
        return glue.join(bytes(item).decode("latin-1") for item in items)
    return glue.join(items)


def _format(value: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    if WIDTH.search(value) or len(value) > MOST_ITEMS or "{" in "".join(_specs(value)):
        raise Refused
    for _, field, _, _ in string.Formatter().parse(value):
        if field and ("." in field or "[" in field):
            raise Refused
    if not all(is_known(one) for one in (*args, *kwargs.values())):
        raise Refused
    return value.format(*args, **kwargs)


def _specs(value: str) -> list[str]:
    return [spec or "" for _, _, spec, _ in string.Formatter().parse(value)]
