"""join and append: `join [options] [fields] [subsearch]` and `append [options] [subsearch]`.

Search Reference, join and append. The subsearch itself is read by the parser of whole searches, which is handed in.
"""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.lexer import Kind, Segment, Token, bracketed
from antivenom.languages.spl.syntax import Append, Join, Name, Search
from antivenom.source import Span

Inner = Callable[[Segment], Search]
"""Reads what stands between the brackets of a subsearch."""

_KINDS = {"inner": False, "left": True, "outer": True}
_ALIASES = ("left", "right")
_UNFELT = ("maxtime", "timeout")
"""Options of append that end a subsearch early, which no search here is."""


def parse_join(text: str, name: Span, part: Segment, inner: Inner) -> Join:
    """The join whose name stands at `name`."""
    args, within = _divided("join", text, name, part)
    left, most, overwrite = False, 1, True
    names: list[Name] = []
    while not args.done():
        option = args.option()
        if option is None:
            if not args.accept(","):
                names.append(_key(args))
            continue
        key, token = option
        if key == "type":
            left = _keeps_unmatched(token)
        elif key == "max":
            most = args.whole(token, key)
        elif key == "overwrite":
            overwrite = args.flag(token, key)
        else:
            _check_join_option(args, key, token)
    return Join(tuple(names), left, most, overwrite, inner(within), part.span)


def _key(args: Arguments) -> Name:
    name = args.name()
    if name.wild:
        raise Unsupported("SPL wildcard in the fields of join", span=name.span)
    return name


def _keeps_unmatched(token: Token) -> bool:
    kind = token.text.lower()
    if kind not in _KINDS:
        raise QueryError(f"join has no type {token.text}", span=token.span, hint=f"there are {', '.join(_KINDS)}")
    return _KINDS[kind]


def _check_join_option(args: Arguments, key: str, token: Token) -> None:
    """Pass over an option that changes no result; refuse any other."""
    if key in _ALIASES:
        raise Unsupported(
            "SPL join with left=, right= and where", span=token.span, hint="rename the fields and join by their names"
        )
    if key == "earlier":
        args.flag(token, key)  # it says something of usetime alone
    elif key != "usetime" or args.flag(token, key):
        raise args.refuse(key, token)


def parse_append(text: str, name: Span, part: Segment, inner: Inner) -> Append:
    """The append whose name stands at `name`."""
    args, within = _divided("append", text, name, part)
    while not args.done():
        option = args.option()
        if option is None:
            raise args.error("append takes options and a subsearch")
        key, token = option
        if key == "extendtimerange":
            args.flag(token, key)
        elif key in _UNFELT:
            args.whole(token, key)
        else:
            raise args.refuse(key, token)
    return Append(inner(within), part.span)


def _divided(command: str, text: str, name: Span, part: Segment) -> tuple[Arguments, Segment]:
    """The arguments before the subsearch, and what stands between its brackets."""
    within = bracketed(text, name.end, part.end)
    if within is None:
        raise QueryError(
            f"{command} needs a subsearch", span=name, hint=f"write it in brackets: {command} ... [search ...]"
        )
    rest = Arguments(command, text, within.end + 1, part.end, part.span)
    if rest.token.kind is not Kind.END:
        raise rest.error(f"{command} takes nothing behind its subsearch")
    return Arguments(command, text, name.end, within.start - 1, part.span), within


COMBINING: dict[str, Callable[[str, Span, Segment, Inner], Append | Join]] = {
    "join": parse_join,
    "append": parse_append,
}
"""Commands that take a subsearch -> how they are read."""
