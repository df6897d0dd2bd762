"""What Splunk's rows share: what counts as a number, how one is printed, and patterns that are checked."""

from __future__ import annotations

import re

from antivenom.engine import pcre
from antivenom.errors import AntivenomError, EngineError
from antivenom.plan.values import Call, Literal

_PATTERN = r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?"

# the first character settles most texts without the pattern
IS_NUMBER = f"ord(@0) BETWEEN 43 AND 57 AND regexp_full_match(@0, '{_PATTERN}')"
"""SQL: whether the text @0 looks like a number (digits, a point, an exponent)."""

NUMBER = f"CASE WHEN {IS_NUMBER} THEN TRY_CAST(@0 AS DOUBLE) END"
"""SQL: the number the text @0 looks like, else null."""

TEXT = (
    "CASE WHEN @0 = trunc(@0) AND abs(@0) < 9e18 THEN CAST(TRY_CAST(@0 AS BIGINT) AS VARCHAR) "
    "ELSE CAST(@0 AS VARCHAR) END"
)
"""SQL: the number @0 as Splunk prints it, whole numbers without a point."""


def numeric_literal(literal: Literal) -> bool:
    """Whether a literal is a number or a text that looks like one."""
    return not isinstance(literal.value, str) or re.fullmatch(_PATTERN, literal.value) is not None


def literal_text(call: Call, index: int) -> str:
    """The text of an argument that the front end promises to be a literal."""
    argument = call.args[index]
    if not isinstance(argument, Literal) or not isinstance(argument.value, str):
        raise EngineError(f"{call.op} needs its argument {index} as a literal text", span=call.span)
    return argument.value


def checked(call: Call, index: int) -> str:
    """A literal regular expression, known to be one. Raises QueryError or Unsupported at the call's place."""
    pattern = literal_text(call, index)
    try:
        pcre.check(pattern)
    except AntivenomError as error:
        error.span = call.span
        raise
    return pattern
