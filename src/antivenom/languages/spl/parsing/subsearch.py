"""Commands that take other searches in brackets: join, append and their kin.

Search Reference, join, append, appendcols, appendpipe, multisearch, union, set and map. The searches
themselves are read by the parser of whole searches, which is handed in.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.cursor import Inner
from antivenom.languages.spl.parsing.lexer import Kind, Segment, Token, brackets_in, unescaped
from antivenom.languages.spl.syntax import (
    Append,
    AppendCols,
    AppendPipe,
    Command,
    Join,
    Map,
    Multi,
    Name,
    Search,
    SetOf,
)
from antivenom.source import Span

_KINDS = {"inner": False, "left": True, "outer": True}
_ALIASES = ("left", "right")
_UNFELT = ("maxtime", "timeout")
"""Options that end a subsearch early, which no search here is."""
_SETS = ("union", "diff", "intersect")
_MOST_MAPPED = 1_000
_MAPPED = 10
"""Searches that map runs where nothing else is said (Search Reference, map)."""


@dataclass(frozen=True, slots=True)
class Readers:
    """Reads what stands in brackets: a search of its own, commands that go on with the results, the text of a map."""

    inner: Inner
    pipeline: Inner
    template: Callable[[str, Span], Search]


def parse_join(text: str, name: Span, part: Segment, readers: Readers) -> Join:
    """The join whose name stands at `name`."""
    args, (within,) = _divided("join", text, name, part)
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
    return Join(tuple(names), left, most, overwrite, readers.inner(within), part.span)


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


def parse_append(text: str, name: Span, part: Segment, readers: Readers) -> Append:
    """The append whose name stands at `name`."""
    args, (within,) = _divided("append", text, name, part)
    _, most = _cut(args, "extendtimerange")
    return Append(readers.inner(within), part.span, most)


def parse_appendcols(text: str, name: Span, part: Segment, readers: Readers) -> AppendCols:
    """The appendcols whose name stands at `name`."""
    args, (within,) = _divided("appendcols", text, name, part)
    override, most = _cut(args, "override")
    return AppendCols(readers.inner(within), override, most, part.span)


def parse_appendpipe(text: str, name: Span, part: Segment, readers: Readers) -> AppendPipe:
    """The appendpipe whose name stands at `name`; its preview is none here."""
    args, (within,) = _divided("appendpipe", text, name, part)
    while not args.done():
        option = args.option()
        if option is None or option[0] != "run_in_preview":
            raise args.error("appendpipe takes commands in brackets") if option is None else args.refuse(*option)
        args.flag(option[1], option[0])
    return AppendPipe(readers.pipeline(within), part.span)


def parse_multisearch(text: str, name: Span, part: Segment, readers: Readers) -> Multi:
    """The multisearch whose name stands at `name`."""
    args, withins = _divided("multisearch", text, name, part, most=None)
    args.end()
    if len(withins) < 2:
        raise QueryError("multisearch needs at least two searches", span=part.span)
    return Multi("multisearch", tuple(map(readers.inner, withins)), 0, part.span)


def parse_union(text: str, name: Span, part: Segment, readers: Readers) -> Multi:
    """The union whose name stands at `name`."""
    args, withins = _divided("union", text, name, part, most=None)
    _, most = _cut(args, None)
    return Multi("union", tuple(map(readers.inner, withins)), most, part.span)


def parse_set(text: str, name: Span, part: Segment, readers: Readers) -> SetOf:
    """The set whose name stands at `name`."""
    args, withins = _divided("set", text, name, part, most=None)
    op = args.take()
    if op.text.lower() not in _SETS:
        raise QueryError("set needs union, diff or intersect", span=op.span if op.text else name)
    args.end()
    if len(withins) != 2:
        raise QueryError("set takes two searches", span=part.span)
    first, second = map(readers.inner, withins)
    return SetOf(op.text.lower(), (first, second), part.span)


def parse_map(text: str, name: Span, part: Segment, readers: Readers) -> Map:
    """The map whose name stands at `name`, its search in brackets or in quotation marks."""
    withins = brackets_in(text, name.end, part.end) if not _quoted_first(text, name.end, part.end) else []
    if withins:
        args, (within,) = _divided("map", text, name, part)
        found: str | None = text[within.start : within.end]
    else:
        args, found = Arguments("map", text, name.end, part.end, part.span), None
    most = _MAPPED
    while not args.done():
        option = args.option()
        if option is None:
            raise Unsupported("SPL map of a saved search", span=args.token.span, hint='write its text: search="..."')
        key, token = option
        if key == "search" and found is None:
            found = unescaped(token.text)
        elif key == "maxsearches":
            most = _mapped(args, token)
        else:
            raise args.refuse(key, token)
    if found is None or not found.strip():
        raise QueryError("map needs a search", span=part.span, hint='write search="..."')
    return Map(found, most, readers.template(found, part.span), part.span)


def _quoted_first(text: str, start: int, end: int) -> bool:
    quote, bracket = text.find('"', start, end), text.find("[", start, end)
    return quote >= 0 and (bracket < 0 or quote < bracket)


def _mapped(args: Arguments, token: Token) -> int:
    most = args.whole(token, "maxsearches")
    if not 0 < most <= _MOST_MAPPED:
        raise Unsupported(f"SPL map maxsearches={most}", span=token.span, hint=f"1 to {_MOST_MAPPED:,} are run")
    return most


def _cut(args: Arguments, flag: str | None) -> tuple[bool, int]:
    """The options that the commands share: one of their own that is true or false, and how many results at most."""
    chosen, most = False, 0
    while not args.done():
        option = args.option()
        if option is None:
            raise args.error(f"{args.command} takes options and a subsearch")
        key, token = option
        if key == flag:
            chosen = args.flag(token, key)
        elif key == "maxout":
            most = args.whole(token, key)
        elif key in _UNFELT:
            args.whole(token, key)
        else:
            raise args.refuse(key, token)
    return chosen, most


def _divided(
    command: str, text: str, name: Span, part: Segment, most: int | None = 1
) -> tuple[Arguments, list[Segment]]:
    """The arguments before the subsearches, and what stands between the brackets of each; nothing comes behind."""
    withins = brackets_in(text, name.end, part.end)
    if not withins:
        raise QueryError(
            f"{command} needs a subsearch", span=name, hint=f"write it in brackets: {command} ... [search ...]"
        )
    for before, after in zip(withins, [*withins[1:], None], strict=True):
        rest = Arguments(command, text, before.end + 1, after.start - 1 if after else part.end, part.span)
        rest.accept(",")
        if rest.token.kind is not Kind.END or (after and most == 1):
            raise rest.error(f"{command} takes nothing behind its subsearch")
    return Arguments(command, text, name.end, withins[0].start - 1, part.span), withins


COMBINING: dict[str, Callable[[str, Span, Segment, Readers], Command]] = {
    "join": parse_join,
    "append": parse_append,
    "appendcols": parse_appendcols,
    "appendpipe": parse_appendpipe,
    "multisearch": parse_multisearch,
    "union": parse_union,
    "set": parse_set,
    "map": parse_map,
}
"""Commands that take searches in brackets -> how they are read."""
