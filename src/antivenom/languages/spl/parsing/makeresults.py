"""makeresults: a query that brings its own data, as a count of empty results or as inline csv or json."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.lexer import Token, unescaped
from antivenom.languages.spl.syntax import Command, MakeResults
from antivenom.source import Span

_MOST_RESULTS = 1_000_000


def makeresults(args: Arguments) -> Command:
    """Read the arguments of makeresults."""
    count, format = 1, None
    data: Token | None = None
    while not args.done():
        option = args.option()
        if option is None:
            if args.token.text.isdigit() and data is None:
                option = "count", args.take()
            else:
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
        elif key == "splunk_server" and token.text.lower() in ("local", "*"):
            continue
        elif key != "annotate" or args.flag(token, key):
            raise args.refuse(key, token)
    if data is None:
        return MakeResults(count, span=args.span)
    readers: dict[str, Callable[[str, Span], MakeResults]] = {"csv": _csv_rows, "json": _json_rows}
    if format not in readers:
        raise QueryError("makeresults data needs format=csv or format=json", span=args.span)
    return readers[format](unescaped(data.text), data.span)


def _csv_rows(text: str, span: Span) -> MakeResults:
    try:
        lines = [row for row in csv.reader(io.StringIO(text), skipinitialspace=True) if row]
    except csv.Error as error:
        raise QueryError(f"the csv data cannot be read: {error}", span=span) from None
    if not lines:
        raise QueryError("the csv data has no header", span=span)
    header = [name.strip() for name in lines[0]]
    rows = tuple(
        tuple(line[i] if i < len(line) and line[i] != "" else None for i in range(len(header))) for line in lines[1:]
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
