"""The arguments of commands that reshape a table of results: top, xyseries, addtotals and their like."""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.parsing.arguments import Arguments
from antivenom.languages.spl.parsing.bins import BIN_OPTIONS, BinsSaid
from antivenom.languages.spl.parsing.lexer import Kind, Token, unescaped
from antivenom.languages.spl.syntax import Command, Name
from antivenom.languages.spl.syntax_reports import (
    Accum,
    AddTotals,
    Autoregress,
    Bin,
    Bins,
    Contingency,
    Delta,
    MakeContinuous,
    RangeMap,
    Top,
    Transpose,
    Trend,
    TrendLine,
    XySeries,
)

_TREND = re.compile(r"(sma|wma|ema)(\d+)", re.IGNORECASE)
_RANGE = re.compile(r"(-?\d+(?:\.\d+)?)-(-?\d+(?:\.\d+)?)")
_BACK = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
_MOST_BACK = 1000


def _text(token: Token) -> str:
    return unescaped(token.text) if token.kind is Kind.QUOTED else token.text


def _field(token: Token) -> str:
    text = _text(token)
    return text[1:-1] if token.kind is Kind.WORD and len(text) > 1 and text[0] == text[-1] == "'" else text


def _bin(args: Arguments) -> Command:
    name, target, said = _binned(args)
    if name is None:
        raise args.error("expected a field name")
    return Bin(span=args.span, name=name, bins=said.bins, target=target or name.text)


def _binned(args: Arguments) -> tuple[Name | None, str | None, BinsSaid]:
    said = BinsSaid(Bins())
    name: Name | None = None
    target: str | None = None
    while not args.done():
        option = args.option()
        if option is not None:
            if option[0] not in BIN_OPTIONS:
                raise args.refuse(*option)
            said.take(option[0], _text(option[1]), option[1].span)
        elif name is not None and args.accept_word("as"):
            target = args.name().text
        elif name is None:
            name = args.name()
        else:
            raise args.error(f"{args.command} takes one field")
    return name, target, said


def _makecontinuous(args: Arguments) -> Command:
    name, target, said = _binned(args)
    if target is not None:
        raise QueryError("makecontinuous takes no AS", span=args.span)
    return MakeContinuous(span=args.span, name=name or Name("_time", args.span), bins=said.bins)


def _top(args: Arguments) -> Command:
    return _ranking(args, rare=False)


def _rare(args: Arguments) -> Command:
    return _ranking(args, rare=True)


def _ranking(args: Arguments, *, rare: bool) -> Command:
    limit, shown, fields = 10, {"showcount": True, "showperc": True}, {"countfield": "count", "percentfield": "percent"}
    use_other, other = False, "OTHER"
    names: list[Name] = []
    by: list[Name] = []
    grouped = False
    while not args.done():
        option = args.option()
        if option is not None:
            key, token = option
            if key == "limit":
                limit = args.whole(token, key)
            elif key in shown:
                shown[key] = args.flag(token, key)
            elif key in fields:
                fields[key] = _text(token)
            elif key == "useother":
                use_other = args.flag(token, key)
            elif key == "otherstr":
                other = _text(token)
            else:
                raise args.refuse(key, token)
        elif args.accept(","):
            continue
        elif not names and not grouped and args.token.kind is Kind.WORD and args.token.text.isdigit():
            limit = args.count("the number of results")
        elif args.token.is_word("by") and names and not grouped:
            args.take()
            grouped = True
        else:
            (by if grouped else names).append(args.name())
    if not names or (grouped and not by):
        raise args.error("expected a field name")
    return Top(
        span=args.span, rare=rare, names=tuple(names), by=tuple(by), limit=limit,
        count_field=fields["countfield"] if shown["showcount"] else None,
        percent_field=fields["percentfield"] if shown["showperc"] else None,
        other=other if use_other else None,
    )  # fmt: skip


def _contingency(args: Arguments) -> Command:
    most = {"maxrows": 1000, "maxcols": 1000}
    total, use_total = "TOTAL", True
    names: list[Name] = []
    while not args.done():
        option = args.option()
        if option is None:
            if not args.accept(","):
                names.append(args.name())
            continue
        key, token = option
        if key in most:
            # 0 is the most there can be
            most[key] = min(args.whole(token, key) or 1000, 1000)
        elif key == "usetotal":
            use_total = args.flag(token, key)
        elif key == "totalstr":
            total = _text(token)
        elif key not in ("mincolcover", "minrowcover") or float(_decimal(args, token)) != 1:
            raise args.refuse(key, token)
    if len(names) != 2 or any(name.wild for name in names):
        raise QueryError("contingency takes two fields", span=args.span)
    return Contingency(
        span=args.span, row=names[0], column=names[1], most_rows=most["maxrows"], most_columns=most["maxcols"],
        total=total if use_total else None,
    )  # fmt: skip


def _decimal(args: Arguments, token: Token) -> str:
    if not re.fullmatch(r"\d+(\.\d+)?", token.text):
        raise QueryError("expected a number", span=token.span)
    return token.text


def _xyseries(args: Arguments) -> Command:
    names: list[Name] = []
    format, separator = None, ": "
    while not args.done():
        option = args.option()
        if option is None:
            if not args.accept(","):
                names.append(args.name())
        elif option[0] == "sep":
            separator = _text(option[1])
        elif option[0] == "format":
            format = _text(option[1])
        elif option[0] != "grouped":
            raise args.refuse(*option)
        else:
            # it only says that the results come sorted
            args.flag(option[1], "grouped")
    if len(names) < 3:
        raise QueryError("xyseries takes at least three fields", span=args.span)
    made = format if format is not None else f"$AGG${separator}$VAL$"
    return XySeries(span=args.span, row=names[0], column=names[1], values=tuple(names[2:]), format=made)


def _transpose(args: Arguments) -> Command:
    most, column, header, empty = 5, "column", None, True
    while not args.done():
        option = args.option()
        if option is None:
            most = args.count("the number of results")
        elif option[0] == "column_name":
            column = _text(option[1])
        elif option[0] == "header_field":
            header = Name(_field(option[1]), option[1].span)
        elif option[0] == "include_empty":
            empty = args.flag(option[1], "include_empty")
        else:
            raise args.refuse(*option)
    return Transpose(span=args.span, most=most, column_name=column, header=header, include_empty=empty)


def _addtotals(args: Arguments) -> Command:
    return _totals(args, row=True, column=False)


def _addcoltotals(args: Arguments) -> Command:
    return _totals(args, row=False, column=True)


def _totals(args: Arguments, *, row: bool, column: bool) -> Command:
    texts: dict[str, str | None] = {"fieldname": "Total", "labelfield": None, "label": "Total"}
    flags = {"row": row, "col": column}
    names: list[Name] = []
    while not args.done():
        option = args.option()
        if option is None:
            if not args.accept(","):
                names.append(args.name())
        elif option[0] in texts and (option[0] != "fieldname" or args.command == "addtotals"):
            texts[option[0]] = _field(option[1])
        elif option[0] in flags and args.command == "addtotals":
            flags[option[0]] = args.flag(option[1], option[0])
        else:
            raise args.refuse(*option)
    return AddTotals(
        span=args.span, row=flags["row"], column=flags["col"], field=texts["fieldname"] or "Total",
        label_field=texts["labelfield"], label=texts["label"] or "", names=tuple(names),
    )  # fmt: skip


def _rangemap(args: Arguments) -> Command:
    name: Name | None = None
    default = "None"
    ranges: list[tuple[str, float, float]] = []
    while not args.done():
        label = args.token.text
        option = args.option()
        if option is None:
            raise args.error("rangemap takes options only")
        if option[0] == "field" and name is None:
            name = Name(_field(option[1]), option[1].span)
        elif option[0] == "default":
            default = _text(option[1])
        else:
            ranges.append((label, *_range(option[1])))
    if name is None:
        raise QueryError("rangemap needs field=", span=args.span)
    return RangeMap(span=args.span, name=name, ranges=tuple(ranges), default=default)


def _range(token: Token) -> tuple[float, float]:
    match = _RANGE.fullmatch(_text(token))
    if match is None:
        raise QueryError("expected a range of numbers", span=token.span, hint="such as 1-30")
    low, high = float(match[1]), float(match[2])
    if low > high:
        raise QueryError("the first number of a range must be the lower one", span=token.span)
    return low, high


def _accum(args: Arguments) -> Command:
    name, target = _renamed(args)
    args.end()
    return Accum(span=args.span, name=name, target=target or name.text)


def _renamed(args: Arguments) -> tuple[Name, str | None]:
    name = args.name()
    return name, args.name().text if args.accept_word("as") else None


def _autoregress(args: Arguments) -> Command:
    name, target = _renamed(args)
    first, last = _steps(args)
    if target is not None and first != last:
        raise QueryError("autoregress takes AS for one step only", span=args.span)
    targets = tuple((step, target or f"{name.text}_p{step}") for step in range(first, last + 1))
    return Autoregress(span=args.span, name=name, targets=targets)


def _delta(args: Arguments) -> Command:
    name, target = _renamed(args)
    first, last = _steps(args)
    if first != last:
        raise QueryError("delta takes one step", span=args.span)
    return Delta(span=args.span, name=name, target=target or f"delta({name.text})", back=first)


def _steps(args: Arguments) -> tuple[int, int]:
    """`p=2` or `p=2-4`; 1 if nothing is said."""
    option = args.option()
    args.end()
    if option is None:
        return 1, 1
    if option[0] != "p":
        raise args.refuse(*option)
    match = _BACK.fullmatch(option[1].text)
    first = int(match[1]) if match else 0
    last = int(match[2]) if match and match[2] else first
    if not 1 <= first <= last or last - first >= _MOST_BACK:
        raise QueryError("p takes a whole number from 1, or a range of them", span=option[1].span)
    return first, last


def _trendline(args: Arguments) -> Command:
    trends: list[Trend] = []
    while not args.done():
        if args.accept(","):
            continue
        token = args.take()
        match = _TREND.fullmatch(token.text)
        if match is None or not args.token.is_mark("("):
            raise QueryError("expected a trend such as sma5(field)", span=token.span)
        args.take()
        name = args.name()
        args.expect(")", "to close the parentheses")
        kind, period = match[1].lower(), int(match[2])
        if not 2 <= period <= 10_000:
            raise QueryError("the period of a trend is from 2 to 10000", span=token.span)
        if kind == "ema":
            # where the average begins is not documented
            raise Unsupported("SPL trendline ema", span=token.span)
        target = args.name().text if args.accept_word("as") else f"{kind}{period}({name.text})"
        trends.append(Trend(kind, period, name, target))
    if not trends:
        raise args.error("expected a trend such as sma5(field)")
    return TrendLine(span=args.span, trends=tuple(trends))


REPORTS: dict[str, Callable[[Arguments], Command]] = {
    "bin": _bin,
    "bucket": _bin,
    "discretize": _bin,
    "makecontinuous": _makecontinuous,
    "top": _top,
    "rare": _rare,
    "contingency": _contingency,
    "counttable": _contingency,
    "ctable": _contingency,
    "xyseries": _xyseries,
    "maketable": _xyseries,
    "transpose": _transpose,
    "addtotals": _addtotals,
    "addcoltotals": _addcoltotals,
    "rangemap": _rangemap,
    "accum": _accum,
    "autoregress": _autoregress,
    "delta": _delta,
    "trendline": _trendline,
}
"""Command -> how its arguments are read."""
