"""Kusto's string functions and operators. A Kusto string is never null, so none of these may give null."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.kusto_shapes import may_be_null
from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.types import Type
from antivenom.plan.values import Call

_TERM = r"[\pL\pN]"


_EACH_LOWER = """unnest(list_transform(from_json(@1, '["VARCHAR"]'), lambda each: lower(each)))"""
_EACH = """unnest(from_json(@1, '["VARCHAR"]'))"""


_BYTE = r"(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = rf"{_BYTE}(\.{_BYTE}){{3}}(/(3[0-2]|2[4-9]))?"


def _in(call: Call, args: list[Sql]) -> Sql:
    found: Sql = exp.In(this=args[0], expressions=args[1:])
    if call.args[0].type is Type.REAL:
        found = expand("@0 AND NOT isnan(@1)", found, args[0])
    return expand("coalesce(@0, FALSE)", found) if may_be_null(call.args[0]) else found


def _in_nocase(call: Call, args: list[Sql]) -> Sql:
    lowered = [expand("lower(@0)", arg) for arg in args]
    return exp.In(this=lowered[0], expressions=lowered[1:])


ROWS: tuple[Row, ...] = (
    template("kusto.contains", "contains(lower(@0), lower(@1))"),
    template("kusto.contains_cs", "contains(@0, @1)"),
    template("kusto.starts", "starts_with(lower(@0), lower(@1))"),
    template("kusto.starts_cs", "starts_with(@0, @1)"),
    template("kusto.ends", "ends_with(lower(@0), lower(@1))"),
    template("kusto.ends_cs", "ends_with(@0, @1)"),
    template("kusto.same_text", "lower(@0) = lower(@1)"),
    template("kusto.matches", "regexp_matches(@0, @1)"),  # @1 is a constant RE2 pattern
    # a needle that is not constant: the pattern's edges depend on it (@2: flags; @3, @4: which edges count)
    once(
        "kusto.term",
        f"""regexp_matches(@0, @2
          || CASE WHEN @3 AND regexp_matches(@1, '^{_TERM}') THEN '(?:^|[^\\pL\\pN])' ELSE '' END
          || regexp_escape(@1)
          || CASE WHEN @4 AND regexp_matches(@1, '{_TERM}$') THEN '(?:$|[^\\pL\\pN])' ELSE '' END)""",
    ),
    Row("kusto.in", _in),  # value, then constants that are not null
    Row("kusto.in_nocase", _in_nocase),
    template("kusto.in_many", f"@0 IN (SELECT {_EACH})"),  # @1: a JSON array of texts
    template("kusto.in_nocase_many", f"lower(@0) IN (SELECT {_EACH_LOWER})"),
    once(
        "kusto.upper",  # DuckDB makes one letter of sharp s; Kusto leaves it alone
        """CASE WHEN contains(@0, 'ß')
           THEN array_to_string(list_transform(string_split(@0, 'ß'), lambda part: upper(part)), 'ß')
           ELSE upper(@0) END""",
    ),
    template("kusto.length", "CAST(length(@0) AS BIGINT)"),
    template("kusto.bytes", "CAST(strlen(@0) AS BIGINT)"),
    once(
        "kusto.substring",  # text, start from 0 (negative: from the end), length or null for the rest
        """CASE WHEN @0 = '' OR (@1 < 0 AND length(@0) + @1 < 0) OR @2 < 0 THEN ''
           ELSE substring(@0, CASE WHEN @1 < 0 THEN length(@0) + @1 ELSE least(@1, 4000000000) END + 1, @2) END""",
    ),
    once(
        "kusto.rest",
        """CASE WHEN @0 = '' OR (@1 < 0 AND length(@0) + @1 < 0) THEN ''
           ELSE substring(@0, CASE WHEN @1 < 0 THEN length(@0) + @1 ELSE least(@1, 4000000000) END + 1) END""",
    ),
    template("kusto.replace_string", "replace(@0, @1, @2)"),
    template("kusto.replace_regex", "regexp_replace(@0, @1, @2, 'g')"),
    template("kusto.extract", "coalesce(regexp_extract(@0, @1, CAST(@2 AS INTEGER)), '')"),
    template("kusto.reverse", "reverse(@0)"),
    template("kusto.repeat", "repeat(@0, @1)"),
    once(
        "kusto.indexof",
        """CASE WHEN strpos(@0, @1) = 0 THEN -1 ELSE CAST(strpos(@0, @1) AS BIGINT) - 1 END""",
    ),
    template("kusto.split", "CAST(to_json(string_split(@0, @1)) AS VARCHAR)"),
    template("kusto.extract_all", "CAST(to_json(regexp_extract_all(@0, @1, CAST(@2 AS INTEGER))) AS VARCHAR)"),
    # text that is not UTF-8 inside gives nothing; what is not proper base64 is not known
    once(
        "kusto.base64_text",
        f"""CASE WHEN length(@0) % 4 = 0 AND regexp_full_match(@0, '[A-Za-z0-9+/]*={{0,2}}')
           THEN coalesce(TRY(decode(from_base64(@0))), '')
           ELSE {refusing("KQL base64_decode_tostring of text that is not base64")} END""",
    ),
    once(
        "kusto.is_private",  # null where it is no IPv4 address
        rf"""CASE WHEN regexp_full_match(@0, '{_IPV4}') THEN
             regexp_matches(@0, '^(10\.|192\.168\.|172\.(1[6-9]|2[0-9]|3[01])\.)')
           WHEN NOT regexp_matches(@0, '^[0-9./\s]+$') THEN NULL
           ELSE {refusing("KQL ipv4_is_private of this form of address")} END""",
    ),
    template("kusto.md5", "CASE WHEN @0 = '' THEN '' ELSE md5(@0) END"),
    template("kusto.sha256", "CASE WHEN @0 = '' THEN '' ELSE sha256(@0) END"),
)
