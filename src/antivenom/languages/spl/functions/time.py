"""Functions about times: now, relative_time, strftime, strptime. Times are UTC."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.spl.functions.table import Context, Row, literal_text
from antivenom.languages.spl.parsing.lexer import unescaped
from antivenom.languages.spl.syntax import Function
from antivenom.languages.spl.values.conversions import null, number, rounded_text, text_of
from antivenom.languages.spl.values.times import can_read, can_show, lacks_day, relative, shown, strftime_format
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value, call
from antivenom.source import Span


def _now(context: Context, f: Function) -> Value:
    return call("clock.now_epoch", type=Type.REAL, span=f.span)


def relative_time(time: Value, text: str, span: Span) -> Value:
    """A time moved by a relative time such as -1d@d. Raises QueryError when the text is none."""
    steps = relative(text)
    if steps is None:
        raise QueryError(f"{text} is no relative time", span=span, hint="such as -24h, -1d@d or @h")
    if not steps:
        return time
    return call("splunk.relative_time", time, Literal(shown(steps), Type.STRING, span), type=Type.REAL, span=span)


def _relative_time(context: Context, f: Function) -> Value:
    text = unescaped(literal_text(f, 1, "relative time").raw)
    return relative_time(number(context.value(f.args[0]), f.args[0].span), text, f.span)


def time_text(time: Value, format: str, span: Span) -> Value:
    """A time as text in a Splunk time format, UTC."""
    engine_format = strftime_format(format, subseconds=True)
    if engine_format is not None:
        return call("splunk.strftime", time, Literal(engine_format, Type.STRING, span), type=Type.STRING, span=span)
    if not can_show(format):
        raise Unsupported(f"SPL time format {format}", span=span)
    return call("splunk.time_shown", time, Literal(format, Type.STRING, span), type=Type.STRING, span=span)


def time_of_text(text: Value, format: str, span: Span) -> Value:
    """The seconds since 1970 of a text in a Splunk time format, UTC."""
    if lacks_day(format):
        return null(Type.REAL, span)
    if not can_read(format):
        raise Unsupported(f"SPL time format {format} in strptime", span=span)
    now = call("clock.now_epoch", type=Type.REAL, span=span)
    return call("splunk.time_read", text, Literal(format, Type.STRING), now, type=Type.REAL, span=span)


def _strftime(context: Context, f: Function) -> Value:
    format = unescaped(literal_text(f, 1, "time format").raw)
    return time_text(number(context.exactly(f.args[0]), f.args[0].span), format, f.span)


def _strptime(context: Context, f: Function) -> Value:
    format = unescaped(literal_text(f, 1, "time format").raw)
    text = text_of(context.value(f.args[0]), f.args[0].span)
    # shown with six digits behind the point (Date and Time functions, strptime)
    return rounded_text(time_of_text(text, format, f.span), 6, f.span)


TIME_FUNCTIONS: dict[str, Row] = {
    "now": Row(0, 0, _now),
    "time": Row(0, 0, _now),
    "relative_time": Row(2, 2, _relative_time),
    "strftime": Row(2, 2, _strftime),
    "strptime": Row(2, 2, _strptime),
}
"""Rows of the function table."""
