"""The length of a time bin, as in `span=5m`."""

from __future__ import annotations

import re

from antivenom.errors import Unsupported
from antivenom.languages.spl.parsing.lexer import Token

_SPAN = re.compile(r"(\d+)?(s|sec|secs|second|seconds|m|min|mins|minute|minutes|h|hr|hrs|hour|hours|d|day|days)")
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def span_seconds(command: str, token: Token) -> int:
    """The seconds of a span. Raises Unsupported, naming the command, for one whose bins begin nobody says when."""
    match = _SPAN.fullmatch(token.text.lower())
    if match is None:
        raise Unsupported(f"SPL {command} span {token.text}", span=token.span)
    seconds = int(match[1] or 1) * _SECONDS[match[2][0]]
    if not 0 < seconds <= 86400 or 86400 % seconds:
        # other spans begin at a day of Splunk's choice, which is not documented
        raise Unsupported(f"SPL {command} span {token.text}", span=token.span)
    return seconds
