"""Regular expressions: by RE2, and in Python for the texts of which RE2 does not give Kusto's answer."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, template

_WORDS = r"[\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F189}\x{200C}\x{200D}]"
_ASCII = f"""strlen(@0) = length(@0)
  OR NOT regexp_matches(regexp_replace(@0, '[\\x00-\\x7f]+', '', 'g'), '{_WORDS}')"""
"""A text without letters or digits beyond ASCII: there RE2's word boundaries are Kusto's."""


def _often(op: str, quick: str, rest: str = "") -> Row:
    """@0: the text, @1: the pattern for RE2, @2: the pattern as Kusto writes it."""
    return once(f"rust.{op}_often_ascii", f"CASE WHEN {_ASCII} THEN {quick} ELSE antivenom_rust_{op}(@0, @2{rest}) END")


ROWS: tuple[Row, ...] = (
    template("kusto.matches", "regexp_matches(@0, @1)"),  # @1 is a constant RE2 pattern
    template("kusto.replace_regex", "regexp_replace(@0, @1, @2, 'g')"),
    template("kusto.extract", "coalesce(regexp_extract(@0, @1, CAST(@2 AS INTEGER)), '')"),
    _often("matches", "regexp_matches(@0, @1)"),
    _often("replace", "regexp_replace(@0, @1, @3, 'g')", ", @3"),
    _often("extract", "coalesce(regexp_extract(@0, @1, CAST(@3 AS INTEGER)), '')", ", @3"),
)
