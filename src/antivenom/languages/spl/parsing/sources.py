"""Commands that read or write files, make times, or turn results into a search.

Search Reference, inputlookup, inputcsv, lookup, outputlookup, outputcsv, collect, from, selfjoin, format, return and
gentimes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.cursor import Inner
from antivenom.languages.spl.parsing.lexer import Kind, Segment, Token, unescaped, word_at
from antivenom.languages.spl.parsing.search import MadeByRows, parse_terms
from antivenom.languages.spl.syntax import (
    Command,
    Format,
    GenTimes,
    InputLookup,
    Lookup,
    Name,
    Return,
    Returned,
    SearchTerm,
    SelfJoin,
    Written,
)
from antivenom.plan.catalog import meant
from antivenom.source import Span

_MARKS = ("(", "(", "AND", ")", "OR", ")")
"""What format writes between fields and results where nothing else is said."""
_INCREMENT = re.compile(r"(\d{1,6})([smhd])")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_DATASET = re.compile(r'(?P<kind>\w+)\s*:\s*(?:"(?P<quoted>(?:[^"\\]|\\.)+)"|(?P<plain>[^\s"]+))\s*')
_WRITES = {
    "outputlookup": (
        *("append", "create_empty", "override_if_empty", "max", "key_field", "allow_updates", "createinapp"),
        *("create_context", "output_format"),
    ),
    "outputcsv": ("append", "create_empty", "override_if_empty", "dispatch", "usexml", "singlefile"),
    "collect": (
        *("index", "addinfo", "addtime", "file", "spool", "marker", "output_format", "testmode", "run_in_preview"),
        *("host", "source", "sourcetype", "uselb"),
    ),
}
"""Command -> the options its page names."""

_NEEDS_SPLUNK = "it asks a running Splunk, which there is none of here"
_WRITES_OUTSIDE = "it sends or writes results outside of the search, which nothing here does"

OWN = (
    "search", "where", "eval", "fieldformat", "foreach", "stats", "eventstats", "streamstats", "chart", "timechart",
    "transaction", "tstats", "datamodel", "from",
)  # fmt: skip
"""Commands that no table has: the parser reads them itself."""

OTHERS = frozenset({"bucketdir", "erex", "geostats", "searchtxn"})
"""Commands of Splunk whose names are near to those of others, and no misspellings."""

NOT_RUN: dict[str, str] = {
    **dict.fromkeys(
        (
            *("rest", "metadata", "metasearch", "eventcount", "dbinspect", "typeahead", "walklex", "history", "audit"),
            *("loadjob", "mstats", "mpreview", "mcatalog", "savedsearch", "rtorder", "redistribute", "noop"),
        ),
        _NEEDS_SPLUNK,
    ),
    **dict.fromkeys(
        (
            "sendemail",
            "sendalert",
            "dump",
            "outputtext",
            "mcollect",
            "meventcollect",
            "tscollect",
            "delete",
            "runshellscript",
        ),
        _WRITES_OUTSIDE,
    ),
    **dict.fromkeys(("script", "run"), "it runs a program of the Splunk server"),
    **dict.fromkeys(
        ("dbxquery", "dbxlookup", "dbxoutput"), "it asks a database; export the rows and read them by inputlookup"
    ),
    **dict.fromkeys(
        ("apply", "fit", "summary", "score"), "it needs the machine learning toolkit and its trained models"
    ),
}
"""Commands that are refused -> why."""


def _inputlookup(text: str, name: Span, part: Segment, inner: Inner | None) -> Command:
    command = text[name.start : name.end].lower()
    at = word_at(text, name.end, part.end, "where")
    args = Arguments(command, text, name.end, part.end if at is None else at, part.span)
    append, start, most = False, 0, None
    found: Name | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if found is not None:
                raise args.error(f"{command} takes one file")
            found = args.name()
            continue
        key, token = option
        if key in ("append", "strict") or (command == "inputcsv" and key in ("dispatch", "events")):
            chosen = args.flag(token, key)
            append = chosen if key == "append" else append
            if chosen and key in ("dispatch", "events"):
                raise args.refuse(key, token)
        elif key == "start":
            start = args.whole(token, key)
        elif key == "max":
            most = _bounded(args, token)
        else:
            raise args.refuse(key, token)
    if found is None:
        raise args.error(f"{command} needs a look-up" if command == "inputlookup" else "inputcsv needs a file")
    where = None if at is None else _where(text, at + len("where"), part, inner)
    return InputLookup(command, found, append, start, most, where, part.span)


def _bounded(args: Arguments, token: Token) -> int:
    if not re.fullmatch(r"\d{1,18}", token.text):
        raise QueryError("expected a whole number for max", span=token.span)
    return min(int(token.text), 2**31)


def _where(text: str, at: int, part: Segment, inner: Inner | None) -> SearchTerm:
    try:
        terms = parse_terms(text, at, part.end, inner)
    except MadeByRows:
        raise Unsupported("SPL subsearch as a value of inputlookup", span=part.span) from None
    if terms is None:
        raise QueryError("expected a search term after where", span=Span(at - len("where"), at))
    return terms


def _lookup(args: Arguments) -> Command:
    while (option := args.option()) is not None:
        if option[0] not in ("local", "update", "event_time_field"):
            raise args.refuse(*option)
        if option[0] == "event_time_field":
            raise args.refuse(*option)
        args.flag(option[1], option[0])  # they say where and when Splunk reads the file
    if args.done():
        raise args.error("lookup needs a look-up")
    name = args.name()
    matches = _pairs(args)
    if not matches:
        raise args.error("lookup needs a field to look up")
    outputs: tuple[tuple[Name, Name], ...] = ()
    word = args.token
    if not args.done():
        args.take()
        outputs = _pairs(args)
        if not outputs:
            raise args.error(f"expected a field behind {word.text}")
    args.end()
    return Lookup(name, matches, outputs, word.is_word("outputnew"), args.span)


def _pairs(args: Arguments) -> tuple[tuple[Name, Name], ...]:
    """`field AS other, ...` up to OUTPUT or the end."""
    found: list[tuple[Name, Name]] = []
    while not (args.done() or args.token.is_word("output", "outputnew")):
        if args.accept(","):
            continue
        own = args.name()
        found.append((own, args.name() if args.accept_word("as") else own))
    return tuple(found)


def _written(args: Arguments) -> Command:
    options: dict[str, str] = {}
    name: Name | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if name is not None or args.command == "collect":
                raise args.error(f"{args.command} takes options{'' if args.command == 'collect' else ' and one name'}")
            name = args.name()
            continue
        key, token = option
        if key not in _WRITES[args.command]:
            hint = meant(key, _WRITES[args.command])
            raise QueryError(f"{args.command} has no option {key}", span=token.span, hint=hint)
        options[key] = unescaped(token.text) if token.kind is Kind.QUOTED else token.text
    if args.command == "collect":
        name = Name(options.get("index", "summary"), args.span)
    if name is None:
        raise args.error(f"{args.command} needs a name to write under")
    return Written(args.command, name, tuple(options.items()), args.span)


def reads_file(text: str, start: int, end: int) -> bool:
    """Whether the arguments of from name a look-up."""
    return re.match(r"\s*(?:input)?lookup\s*:", text[start:end], re.IGNORECASE) is not None


def _from(text: str, name: Span, part: Segment, inner: Inner | None) -> Command:
    match = _DATASET.fullmatch(text, name.end + len(text[name.end :]) - len(text[name.end :].lstrip()), part.end)
    if match is None:
        raise QueryError("from needs a dataset", span=part.span, hint="such as lookup:NAME")
    kind = match["kind"].lower()
    if kind not in ("lookup", "inputlookup"):
        raise Unsupported(f"SPL from {kind}", span=part.span)
    named = unescaped(match["quoted"]) if match["quoted"] else match["plain"]
    return InputLookup("inputlookup", Name(named, part.span), False, 0, None, None, part.span)


def _selfjoin(args: Arguments) -> Command:
    overwrite, keep_single = True, False
    names: list[Name] = []
    while not args.done():
        option = args.option()
        if option is None:
            if not args.accept(","):
                names.append(args.name())
            continue
        key, token = option
        if key == "overwrite":
            overwrite = args.flag(token, key)
        elif key == "keepsingle":
            keep_single = args.flag(token, key)
        elif key != "max" or args.whole(token, key) != 1:
            raise args.refuse(key, token)
    if not names:
        raise args.error("expected a field name")
    return SelfJoin(tuple(names), overwrite, keep_single, args.span)


def _format(args: Arguments) -> Command:
    separator, most, empty = "OR", 0, "NOT ( )"
    marks: list[str] = []
    while not args.done():
        option = args.option()
        if option is None:
            if args.token.kind is not Kind.QUOTED:
                raise args.error("format takes options and six pieces in quotation marks")
            marks.append(unescaped(args.take().text))
            continue
        key, token = option
        if key == "mvsep":
            separator = unescaped(token.text)
        elif key == "emptystr":
            empty = unescaped(token.text)
        elif key == "maxresults":
            most = args.whole(token, key)
        else:
            raise args.refuse(key, token)
    if len(marks) not in (0, 6):
        raise QueryError("format takes all six pieces, or none", span=args.span)
    return Format(separator, most, tuple(marks) or _MARKS, empty, args.span)


def _return(args: Arguments) -> Command:
    count = 1
    if args.token.kind is Kind.WORD and args.token.text.isdigit():
        count = args.count("the number of results")
    found: list[Returned] = []
    while not args.done():
        if args.accept(","):
            continue
        name = args.name()
        if args.accept("="):
            found.append(Returned(name.text, args.name()))
        elif name.text.startswith("$"):
            found.append(Returned(None, Name(name.text[1:], name.span)))
        else:
            found.append(Returned(name.text, name))
    if not found:
        raise args.error("expected a field name")
    return Return(count, tuple(found), args.span)


def _gentimes(args: Arguments) -> Command:
    given: dict[str, str] = {}
    increment = 86400
    while not args.done():
        option = args.option()
        if option is None or option[0] not in ("start", "end", "increment"):
            raise args.error("gentimes takes start=, end= and increment=") if option is None else args.refuse(*option)
        key, token = option
        match = _INCREMENT.fullmatch(token.text)
        if key != "increment":
            given[key] = token.text
        elif match is None or not int(match[1]):
            raise QueryError("expected an increment such as 1d or 12h", span=token.span)
        else:
            increment = int(match[1]) * _SECONDS[match[2]]
    if "start" not in given:
        raise QueryError("gentimes needs start=", span=args.span)
    return GenTimes(given["start"], given.get("end"), increment, args.span)


Source = Callable[[str, Span, Segment, Inner | None], Command]
"""Reads a command: the text, where its name stands, the command, and what reads subsearches."""


def _plain(read: Callable[[Arguments], Command]) -> Source:
    def source(text: str, name: Span, part: Segment, inner: Inner | None) -> Command:
        command = text[name.start : name.end].lower()
        return read(Arguments(command, text, name.end, part.end, part.span))

    return source


SOURCES: dict[str, Source] = {
    "inputlookup": _inputlookup,
    "inputcsv": _inputlookup,
    "lookup": _plain(_lookup),
    "outputlookup": _plain(_written),
    "outputcsv": _plain(_written),
    "collect": _plain(_written),
    "from": _from,
    "selfjoin": _plain(_selfjoin),
    "format": _plain(_format),
    "return": _plain(_return),
    "gentimes": _plain(_gentimes),
}
"""Command -> how it is read."""
