"""The arguments of every command that is neither search, where, eval nor stats."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.cursor import Cursor
from antivenom.languages.spl.lexer import Kind, Token, argument_tokens, unescaped
from antivenom.languages.spl.syntax import (
    Bin,
    Command,
    Convert,
    Dedup,
    Fields,
    FillNull,
    Head,
    MakeMv,
    MakeResults,
    MvExpand,
    Name,
    Regex,
    Rename,
    Reverse,
    Rex,
    Sort,
    SortBy,
    StrCat,
    Table,
    Tail,
    Text,
)
from antivenom.source import Span

SORT_LIMIT = 10_000
"""Results `sort` returns when nothing else is said (S23)."""

_MOST_RESULTS = 1_000_000
_SPAN = re.compile(
    r"(\d+)?(s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days)"
)
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class Arguments(Cursor):
    """A cursor over a command's arguments that knows options and field names."""

    def __init__(self, command: str, text: str, start: int, end: int, span: Span) -> None:
        super().__init__(argument_tokens(text, start, end))
        self.command, self.span = command, span

    def name(self) -> Name:
        """One field name, quoted or not."""
        token = self.token
        if token.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error("expected a field name")
        self.take()
        text = token.text
        if token.kind is Kind.QUOTED:
            text = unescaped(text)
        elif len(text) > 1 and text[0] == text[-1] == "'":
            text = text[1:-1]
        return Name(text, token.span)

    def names(self) -> tuple[Name, ...]:
        """Field names to the end, commas or spaces between them."""
        found: list[Name] = []
        while not self.done():
            if not self.accept(","):
                found.append(self.name())
        if not found:
            raise self.error("expected a field name")
        return tuple(found)

    def option(self) -> tuple[str, Token] | None:
        """`name=value` if that comes next; the value as its token."""
        if self.token.kind is not Kind.WORD or not self.following.is_mark("="):
            return None
        key = self.take().text.lower()
        self.take()
        if self.token.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error(f"expected a value for {key}")
        return key, self.take()

    def refuse(self, key: str, token: Token) -> Unsupported:
        """The error for an option that is not supported."""
        return Unsupported(f"SPL {self.command} option {key}", span=token.span)

    def count(self, what: str) -> int:
        """A whole number."""
        return self.whole(self.take(), what)

    def whole(self, token: Token, what: str) -> int:
        """The whole number a token holds."""
        if not re.fullmatch(r"\d{1,9}", token.text):
            raise QueryError(f"expected a whole number for {what}", span=token.span)
        return int(token.text)

    def flag(self, token: Token, what: str) -> bool:
        """The truth value a token holds."""
        text = token.text.lower()
        if text not in ("t", "true", "1", "f", "false", "0"):
            raise QueryError(f"expected true or false for {what}", span=token.span)
        return text in ("t", "true", "1")

    def end(self) -> None:
        """Nothing more may come."""
        if not self.done():
            raise self.error(f"{self.command} takes no more arguments")


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
            args.tokens[args.at] = Token(
                Kind.WORD, token.text[1:], Span(token.span.start + 1, token.span.end)
            )
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
    return Head(_count(args), args.span)


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
    count, keep_empty = 1, False
    names: list[Name] = []
    if args.token.kind is Kind.WORD and args.token.text.isdigit():
        at = args.token
        count = args.count("the number of results kept")
        if not count:
            raise QueryError("dedup keeps at least 1 result", span=at.span)
    while not args.done():
        if args.accept(","):
            continue
        if args.token.is_word("sortby"):
            raise Unsupported("SPL dedup sortby", span=args.token.span)
        option = args.option()
        if option is None:
            names.append(args.name())
        elif option[0] == "keepempty":
            keep_empty = args.flag(option[1], "keepempty")
        elif option[0] in ("consecutive", "keepevents") and not args.flag(option[1], option[0]):
            continue
        else:
            raise args.refuse(*option)
    if not names:
        raise args.error("expected a field name")
    return Dedup(tuple(names), count, keep_empty, args.span)


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


def _rex(args: Arguments) -> Command:
    field, most = Name("_raw", args.span), 1
    pattern: Text | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if pattern is not None:
                raise args.error("rex takes one regular expression")
            pattern = _pattern(args)
        elif option[0] == "field":
            text = option[1].text
            field = Name(text.strip("'") if option[1].kind is Kind.WORD else unescaped(text), option[1].span)
        elif option[0] == "max_match":
            most = args.whole(option[1], "max_match")
        else:
            raise args.refuse(*option)
    if pattern is None:
        raise args.error("expected a regular expression in quotes")
    return Rex(field, pattern, most, args.span)


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


def _bin(args: Arguments) -> Command:
    name: Name | None = None
    seconds: int | None = None
    target: str | None = None
    while not args.done():
        option = args.option()
        if option is not None:
            if option[0] != "span":
                raise args.refuse(*option)
            seconds = _span(args, option[1])
        elif name is not None and args.accept_word("as"):
            target = args.name().text
        elif name is None:
            name = args.name()
        else:
            raise args.error("bin takes one field")
    if name is None:
        raise args.error("expected a field name")
    if seconds is None:
        raise Unsupported(f"SPL {args.command} without span", span=args.span)
    return Bin(name, seconds, target or name.text, args.span)


def _span(args: Arguments, token: Token) -> int:
    match = _SPAN.fullmatch(token.text.lower())
    if match is None:
        raise Unsupported(f"SPL {args.command} span {token.text}", span=token.span)
    seconds = int(match[1] or 1) * _SECONDS[match[2][0]]
    if not 0 < seconds <= 86400 or 86400 % seconds:
        # other spans begin at a day of Splunk's choice, which is not documented
        raise Unsupported(f"SPL {args.command} span {token.text}", span=token.span)
    return seconds


def _convert(args: Arguments) -> Command:
    format = "%m/%d/%Y %H:%M:%S"
    pairs: list[tuple[Name, str]] = []
    while not args.done():
        option = args.option()
        if option is not None:
            if option[0] != "timeformat":
                raise args.refuse(*option)
            format = unescaped(option[1].text)
            continue
        if args.accept(","):
            continue
        function = args.take()
        if not args.token.is_mark("("):
            raise args.error("expected ( after the function of convert")
        if function.text.lower() != "ctime":
            raise Unsupported(f"SPL convert function {function.text.lower()}", span=function.span)
        args.take()
        name = args.name()
        args.expect(")", "to close ctime(")
        target = args.name().text if args.accept_word("as") else name.text
        pairs.append((name, target))
    if not pairs:
        raise args.error("expected a function of convert")
    return Convert(format, tuple(pairs), args.span)


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


def _makeresults(args: Arguments) -> Command:
    count, format = 1, None
    data: Token | None = None
    while not args.done():
        option = args.option()
        if option is None:
            raise args.error("makeresults takes options only")
        key, token = option
        if key == "count":
            count = args.whole(token, "count")
            if count > _MOST_RESULTS:
                raise QueryError(f"makeresults makes at most {_MOST_RESULTS} results", span=token.span)
        elif key == "format":
            format = token.text.lower()
        elif key == "data":
            data = token
        elif key != "annotate" or args.flag(token, key):
            raise args.refuse(key, token)
    if data is None:
        return MakeResults(count, span=args.span)
    readers: dict[str, Callable[[str, Span], MakeResults]] = {"csv": _csv_rows, "json": _json_rows}
    if format not in readers:
        raise QueryError("makeresults data needs format=csv or format=json", span=args.span)
    return readers[format](unescaped(data.text), data.span)


def _csv_rows(text: str, span: Span) -> MakeResults:
    lines = [row for row in csv.reader(io.StringIO(text), skipinitialspace=True) if row]
    if not lines:
        raise QueryError("the csv data has no header", span=span)
    header = [name.strip() for name in lines[0]]
    rows = tuple(
        tuple(line[i] if i < len(line) and line[i] != "" else None for i in range(len(header)))
        for line in lines[1:]
    )
    return MakeResults(len(rows), tuple(header), rows, True, span)


def _json_rows(text: str, span: Span) -> MakeResults:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise QueryError(f"the json data cannot be read: {error}", span=span) from None
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise QueryError("the json data must be a list of objects", span=span)
    names: dict[str, None] = {}
    for item in data:
        names.update(dict.fromkeys(item))
    rows = tuple(tuple(_json_text(item.get(name), span) for name in names) for item in data)
    return MakeResults(len(rows), tuple(names), rows, True, span)


def _json_text(value: object, span: Span) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    raise Unsupported("SPL makeresults json with nested values", span=span)


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
    "rex": _rex,
    "fillnull": _fillnull,
    "makemv": _makemv,
    "mvexpand": _mvexpand,
    "bin": _bin,
    "bucket": _bin,
    "convert": _convert,
    "strcat": _strcat,
    "makeresults": _makeresults,
}
"""Command -> how its arguments are read."""
