"""The arguments of every command that is neither search, where, eval nor stats."""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.expressions import parse_condition
from antivenom.languages.spl.parsing.field_commands import FIELD_COMMANDS
from antivenom.languages.spl.parsing.lexer import Kind, Token, unescaped
from antivenom.languages.spl.parsing.makeresults import makeresults
from antivenom.languages.spl.parsing.reports import REPORTS
from antivenom.languages.spl.syntax import (
    Command,
    Dedup,
    Expression,
    Fields,
    FillNull,
    Head,
    MakeMv,
    MvCombine,
    MvExpand,
    Name,
    NoMv,
    Regex,
    Rename,
    Reverse,
    Sort,
    SortBy,
    StrCat,
    Table,
    Tail,
    Text,
    Untable,
)
from antivenom.source import Span

SORT_LIMIT = 10_000
"""Results `sort` returns when nothing else is said (S23)."""


def _table(args: Arguments) -> Command:
    return Table(args.names(), args.span)


def _fields(args: Arguments) -> Command:
    remove = False
    if args.token.is_word("-", "+"):
        remove = args.take().text == "-"
    elif args.token.kind is Kind.WORD and args.token.text[0] in "+-" and len(args.token.text) > 1:
        token = args.take()
        remove = token.text[0] == "-"
        args.at -= 1
        args.tokens[args.at] = Token(Kind.WORD, token.text[1:], Span(token.span.start + 1, token.span.end))
    return Fields(args.names(), remove, args.span)


def _rename(args: Arguments) -> Command:
    pairs: list[tuple[Name, Name]] = []
    while True:
        old = args.name()
        if not args.accept_word("as"):
            raise args.error("expected AS between the old and the new name")
        new = args.name()
        if old.text.count("*") != new.text.count("*"):
            raise QueryError("both names of a rename need the same wildcards", span=old.span.to(new.span))
        pairs.append((old, new))
        args.accept(",")
        if args.done():
            return Rename(tuple(pairs), args.span)


def _sort(args: Arguments) -> Command:
    limit = SORT_LIMIT
    option = args.option()
    if option is not None:
        if option[0] != "limit":
            raise args.refuse(*option)
        limit = args.whole(option[1], "limit")
    elif args.token.kind is Kind.WORD and args.token.text.isdigit():
        limit = args.count("limit")
    keys: list[SortBy] = []
    lone_sign: Token | None = None
    while not args.done():
        if args.accept(","):
            continue
        if keys and args.token.is_word("d", "desc") and args.following.kind is Kind.END:
            args.take()
            keys = [SortBy(k.name, not k.descending, k.how) for k in keys]
            break
        key, signed, alone = _sort_key(args)
        if lone_sign is not None and not signed:
            raise Unsupported(
                "SPL sort sign that may stand for several fields",
                span=lone_sign.span.to(args.previous.span),
                hint="write the sign at every field",
            )
        lone_sign = lone_sign or alone
        keys.append(key)
    if not keys:
        raise args.error("expected a field to sort by")
    return Sort(tuple(keys), limit, args.span)


def _sort_key(args: Arguments) -> tuple[SortBy, bool, Token | None]:
    token = args.token
    descending = signed = False
    alone: Token | None = None
    if token.kind is Kind.WORD and token.text[0] in "+-":
        signed, descending = True, token.text[0] == "-"
        if len(token.text) == 1:
            alone = args.take()
        else:
            args.tokens[args.at] = Token(Kind.WORD, token.text[1:], Span(token.span.start + 1, token.span.end))
    how = "auto"
    if args.token.is_word("auto", "num", "str", "ip") and args.following.is_mark("("):
        how = args.take().text.lower()
        args.take()
        name = args.name()
        args.expect(")", f"to close {how}(")
    else:
        name = args.name()
    return SortBy(name, descending, how), signed, alone


def _head(args: Arguments) -> Command:
    count, flags = None, {"null": False, "keeplast": False}
    condition: Expression | None = None
    while not args.done():
        option = args.option() if args.token.text.lower() in ("limit", *flags) else None
        if option is not None:
            if option[0] == "limit":
                count = args.whole(option[1], "limit")
            else:
                flags[option[0]] = args.flag(option[1], option[0])
        elif args.token.kind is Kind.WORD and args.token.text.isdigit() and count is None:
            count = args.count("the number of results")
        elif args.token.is_mark("(") and condition is None:
            condition = _parenthesised(args)
        elif condition is None and (args.following.is_mark("=", "!=", "(") or re.search("[<>]", args.token.text)):
            condition = _unparenthesised(args)
        else:
            raise args.error("head takes a number, or a condition in parentheses")
    if condition is None and flags["keeplast"]:
        raise QueryError("keeplast of head needs a condition", span=args.span)
    if count is None and condition is None:
        count = 10
    return Head(count, args.span, condition, flags["null"], flags["keeplast"])


def _parenthesised(args: Arguments) -> Expression:
    """The condition in the parentheses that open next."""
    opening, depth = args.take().span, 1
    while depth:
        token = args.take()
        if token.kind is Kind.END:
            raise QueryError("this parenthesis is never closed", span=opening)
        depth += token.is_mark("(") - token.is_mark(")")
    return parse_condition(args.text, opening.end, args.previous.span.start)


def _unparenthesised(args: Arguments) -> Expression:
    """A condition without parentheses, up to an option of head (head page, extended example)."""
    start = args.token.span.start
    while not args.done() and not (args.token.is_word("limit", "null", "keeplast") and args.following.is_mark("=")):
        args.take()
    return parse_condition(args.text, start, args.previous.span.end)


def _tail(args: Arguments) -> Command:
    return Tail(_count(args), args.span)


def _count(args: Arguments) -> int:
    if args.done():
        return 10
    option = args.option()
    if option is not None:
        if option[0] not in ("limit", "count"):
            raise args.refuse(*option)
        found = args.whole(option[1], option[0])
    elif args.token.kind is Kind.WORD and args.token.text.isdigit():
        found = args.count("the number of results")
    else:
        raise Unsupported(f"SPL {args.command} by an expression", span=args.span)
    args.end()
    return found


def _reverse(args: Arguments) -> Command:
    args.end()
    return Reverse(args.span)


def _dedup(args: Arguments) -> Command:
    count, flags = 1, {"keepempty": False, "keepevents": False, "consecutive": False}
    sort: tuple[SortBy, ...] = ()
    names: list[Name] = []
    if args.token.kind is Kind.WORD and args.token.text.isdigit():
        at = args.token
        count = args.count("the number of results kept")
        if not count:
            raise QueryError("dedup keeps at least 1 result", span=at.span)
    while not args.done():
        if args.accept(","):
            continue
        if args.accept_word("sortby"):
            sort = _sortby(args)
            break
        option = args.option()
        if option is None:
            names.append(args.name())
        elif option[0] in flags:
            flags[option[0]] = args.flag(option[1], option[0])
        else:
            raise args.refuse(*option)
    if not names:
        raise args.error("expected a field name")
    keep_empty, keep_events, consecutive = flags.values()
    return Dedup(tuple(names), count, keep_empty, args.span, keep_events, consecutive, sort)


def _sortby(args: Arguments) -> tuple[SortBy, ...]:
    """Each field with a sign (dedup page, sort-by-clause)."""
    keys: list[SortBy] = []
    while not args.done():
        if args.accept(","):
            continue
        at = args.token
        key, signed, _ = _sort_key(args)
        if not signed:
            raise QueryError("sortby needs + or - before every field", span=at.span)
        keys.append(key)
    if not keys:
        raise args.error("expected a field to sort by")
    return tuple(keys)


def _regex(args: Arguments) -> Command:
    field = Name("_raw", args.span)
    negated = False
    if args.following.is_mark("=", "!="):
        field = args.name()
        negated = args.take().text == "!="
    pattern = _pattern(args)
    args.end()
    return Regex(field, pattern, negated, args.span)


def _pattern(args: Arguments) -> Text:
    token = args.token
    if token.kind is not Kind.QUOTED:
        raise args.error("expected a regular expression in quotes")
    args.take()
    return Text(token.text, token.span)


def _fillnull(args: Arguments) -> Command:
    value = "0"
    names: list[Name] = []
    while not args.done():
        option = args.option()
        if option is not None:
            if option[0] != "value":
                raise args.refuse(*option)
            value = unescaped(option[1].text) if option[1].kind is Kind.QUOTED else option[1].text
        elif not args.accept(","):
            names.append(args.name())
    return FillNull(value, tuple(names), args.span)


def _makemv(args: Arguments) -> Command:
    delimiter, allow_empty = " ", False
    tokenizer: Text | None = None
    name: Name | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if name is not None:
                raise args.error("makemv takes one field")
            name = args.name()
        elif option[0] == "delim":
            delimiter = unescaped(option[1].text)
        elif option[0] == "tokenizer":
            tokenizer = Text(option[1].text, option[1].span)
        elif option[0] == "allowempty":
            allow_empty = args.flag(option[1], "allowempty")
        elif option[0] == "setsv" and not args.flag(option[1], "setsv"):
            continue
        else:
            raise args.refuse(*option)
    if name is None:
        raise args.error("expected a field name")
    if not delimiter:
        raise QueryError("makemv needs a delimiter", span=args.span)
    return MakeMv(name, delimiter, tokenizer, allow_empty, args.span)


def _mvexpand(args: Arguments) -> Command:
    name = args.name()
    limit = 0
    option = args.option()
    if option is not None:
        if option[0] != "limit":
            raise args.refuse(*option)
        limit = args.whole(option[1], "limit")
    args.end()
    return MvExpand(name, limit, args.span)


def _nomv(args: Arguments) -> Command:
    name = args.name()
    args.end()
    return NoMv(name, "\n", args.span)


def _mvcombine(args: Arguments) -> Command:
    delimiter = " "
    option = args.option()
    if option is not None:
        if option[0] != "delim":
            raise args.refuse(*option)
        delimiter = unescaped(option[1].text)
    name = args.name()
    args.end()
    return MvCombine(name, delimiter, args.span)


def _untable(args: Arguments) -> Command:
    names = args.names()
    if len(names) != 3:
        raise QueryError("untable takes three fields", span=args.span)
    return Untable(*names, args.span)


def _strcat(args: Arguments) -> Command:
    required = False
    parts: list[Name | Text] = []
    while not args.done():
        option = args.option()
        if option is not None:
            if option[0] != "allrequired":
                raise args.refuse(*option)
            required = args.flag(option[1], "allrequired")
        elif args.token.kind is Kind.QUOTED:
            token = args.take()
            parts.append(Text(token.text, token.span))
        else:
            parts.append(args.name())
    if len(parts) < 3 or not isinstance(parts[-1], Name):
        raise QueryError("strcat needs two parts and a target field", span=args.span)
    return StrCat(tuple(parts[:-1]), parts[-1].text, required, args.span)


COMMANDS: dict[str, Callable[[Arguments], Command]] = {
    "table": _table,
    "fields": _fields,
    "rename": _rename,
    "sort": _sort,
    "head": _head,
    "tail": _tail,
    "reverse": _reverse,
    "dedup": _dedup,
    "regex": _regex,
    "fillnull": _fillnull,
    "makemv": _makemv,
    "mvexpand": _mvexpand,
    "nomv": _nomv,
    "mvcombine": _mvcombine,
    "untable": _untable,
    "strcat": _strcat,
    "makeresults": makeresults,
    **REPORTS,
    **FIELD_COMMANDS,
}
"""Command -> how its arguments are read."""
