"""Kusto's string functions and operators. A Kusto string is never null, so none of these may give null."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.kusto_shapes import may_be_null
from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.types import Type
from antivenom.plan.values import Call

_TERM = r"[\pL\pN]"


_EACH_LOWER = """unnest(list_transform(from_json(@1, '["VARCHAR"]'), lambda each: lower(each)))"""
_EACH = """unnest(from_json(@1, '["VARCHAR"]'))"""


_JOINED = r"[\pM\x{200D}\x{1100}-\x{11FF}\x{1F1E6}-\x{1F1FF}\x{1F3FB}-\x{1F3FF}]"
"""Letters that DuckDB keeps with their neighbours when it reverses a text."""


def _groups(count: int) -> Row:
    """Every match of the pattern @1 in the text @0 as an array of so many groups; their numbers are @2 and on."""
    lists = ", ".join(f"g{n}: regexp_extract_all(@0, @1, CAST(@{n + 2} AS INTEGER))" for n in range(count))
    each = ", ".join(f"coalesce(list_extract(found.g{n}, place), '')" for n in range(count))
    return once(
        f"kusto.extract_groups_{count}",
        f"""list_extract(list_transform([{{{lists}}}], lambda found: CASE WHEN len(found.g0) > 0 THEN CAST(to_json(
          list_transform(range(1, len(found.g0) + 1), lambda place: [{each}])) AS VARCHAR) END), 1)""",
    )


def _in(call: Call, args: list[Sql]) -> Sql:
    value = exp.paren(args[0]) if isinstance(args[0], exp.Predicate | exp.Connector | exp.Not) else args[0]
    found: Sql = exp.In(this=value, expressions=args[1:])
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
           ELSE substring(@0, CASE WHEN @1 < 0 THEN length(@0) + @1 ELSE least(@1, 4000000000) END + 1,
             least(@2, 4000000000)) END""",
    ),
    once(
        "kusto.rest",
        """CASE WHEN @0 = '' OR (@1 < 0 AND length(@0) + @1 < 0) THEN ''
           ELSE substring(@0, CASE WHEN @1 < 0 THEN length(@0) + @1 ELSE least(@1, 4000000000) END + 1) END""",
    ),
    template("kusto.replace_string", "replace(@0, @1, @2)"),
    once(  # letter by letter, those too that DuckDB would keep with their neighbours
        "kusto.reverse",
        f"CASE WHEN regexp_matches(@0, '{_JOINED}') THEN antivenom_kusto_reversed(@0) ELSE reverse(@0) END",
    ),
    once("kusto.strcmp", "CAST(CASE WHEN @0 = @1 THEN 0 WHEN @0 < @1 THEN -1 ELSE 1 END AS BIGINT)"),
    once("kusto.is_ascii", "strlen(@0) = length(@0)"),
    # @0: a whole number, of 32 bits with those above cleared; @1: the fewest digits, 16 at most
    once(
        "kusto.to_hex",
        "coalesce(lpad(lower(hex(@0)), CAST(greatest(length(hex(@0)), least(@1, 16)) AS INTEGER), '0'), '')",
    ),
    template("kusto.repeat", "repeat(@0, @1)"),
    once(
        "kusto.repeat_with",
        "CASE WHEN @1 > 0 THEN repeat(@0 || @2, least(@1, 1024) - 1) || @0 ELSE '' END",
    ),
    template("kusto.low_bits", "@0 & 4294967295"),
    once(
        "kusto.indexof",
        """CASE WHEN strpos(@0, @1) = 0 THEN -1 ELSE CAST(strpos(@0, @1) AS BIGINT) - 1 END""",
    ),
    template("kusto.split", "CAST(to_json(string_split(@0, @1)) AS VARCHAR)"),
    template("kusto.split_by", "CASE WHEN @1 <> '' THEN CAST(to_json(string_split(@0, @1)) AS VARCHAR) END"),
    # one part alone in an array, null where there is none
    once(
        "kusto.split_part",
        """CASE WHEN @1 <> '' AND @2 >= 0 AND @2 < len(string_split(@0, @1))
           THEN CAST(to_json([list_extract(string_split(@0, @1), @2 + 1)]) AS VARCHAR) END""",
    ),
    *map(_groups, range(2, 10)),
    template(  # a group that took no part is empty
        "kusto.extract_all",
        """CAST(to_json(list_transform(regexp_extract_all(@0, @1, CAST(@2 AS INTEGER)),
          lambda group_text: coalesce(group_text, ''))) AS VARCHAR)""",
    ),
    template("kusto.md5", "CASE WHEN @0 = '' THEN '' ELSE md5(@0) END"),
    template("kusto.sha1", "CASE WHEN @0 = '' THEN '' ELSE sha1(@0) END"),
    template("kusto.sha256", "CASE WHEN @0 = '' THEN '' ELSE sha256(@0) END"),
)
