"""Kusto's dynamic values: JSON text, null where there is nothing (a JSON null included)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call


def _joined(pieces: Iterator[Sql], start: str, end: str) -> Sql:
    """Texts with commas between them and brackets around, all by ||."""
    made: Sql = exp.Literal.string(start)
    for index, piece in enumerate(pieces):
        if index:
            made = exp.DPipe(this=made, expression=exp.Literal.string(","))
        made = exp.DPipe(this=made, expression=exp.paren(piece))
    return exp.DPipe(this=made, expression=exp.Literal.string(end))


def _array(call: Call, args: list[Sql]) -> Sql:
    return _joined(iter(args), "[", "]")


def _bag(call: Call, args: list[Sql]) -> Sql:
    """Keys and values in turn; keys are JSON text of strings."""
    pairs = (expand("@0 || ':' || @1", key, value) for key, value in zip(args[::2], args[1::2], strict=True))
    return _joined(pairs, "{", "}")


_ELEMENTS = """from_json(@0, '["JSON"]')"""

_PIECES = f"list_transform({_ELEMENTS}, lambda element: coalesce(CAST(element AS VARCHAR), 'null'))"
# from @1 to @2, both included, counted from 0, or from the end when negative
_SLICE = f"""list_slice({_PIECES},
  CASE WHEN @1 < 0 THEN greatest(json_array_length(@0) + @1, 0) ELSE least(@1, 4000000000) END + 1,
  CASE WHEN @2 < 0 THEN greatest(json_array_length(@0) + @2, -1) ELSE least(@2, 4000000000) END + 1)"""


def _shown(texts: str) -> str:
    """JSON texts in an array."""
    return f"'[' || array_to_string({texts}, ',') || ']'"


def _concatenated(call: Call, args: list[Sql]) -> Sql:
    """Arrays one after the other."""
    other = refusing("KQL array_concat of what is no array")
    lists = [expand(f"CASE WHEN json_type(@0) = 'ARRAY' THEN {_PIECES} ELSE {other} END", arg) for arg in args]
    every = exp.Anonymous(this="flatten", expressions=[exp.Array(expressions=lists)])
    return expand(_shown("@0"), every)


_STRING = r'"(?:[^"\\]|\\.)*"'
_LOOSE = r"(?i),\s*[\]}]|nan|inf"
_TEXTS = """list_transform(list_filter(
  CASE WHEN json_type(@1) = 'ARRAY' THEN from_json(@1, '["JSON"]') ELSE [] END,
  lambda element: json_type(element) = 'VARCHAR'), lambda element: json_extract_string(element, '$'))"""
_LOWER = "lambda element: lower(element)"
_HAS = r"""lambda needle: contains(lower(@0), lower(needle)) AND regexp_matches(@0, '(?is)'
  || CASE WHEN regexp_matches(needle, '^[\pL\pN]') THEN '(?:^|[^\pL\pN])' ELSE '' END
  || regexp_escape(needle)
  || CASE WHEN regexp_matches(needle, '[\pL\pN]$') THEN '(?:$|[^\pL\pN])' ELSE '' END)"""

ROWS: tuple[Row, ...] = (
    template("kusto.path", "nullif(CAST(json_extract(@0, @1) AS VARCHAR), 'null')"),  # @1: a constant JSON path
    once(
        "kusto.parse_json",
        f"""CASE WHEN trim(@0) = '' THEN NULL
           WHEN json_valid(@0) AND regexp_matches(regexp_replace(@0, '{_STRING}', '""', 'g'), '{_LOOSE}')
           THEN {refusing("KQL parse_json of JSON with a trailing comma, NaN or infinity")}
           WHEN json_valid(@0) THEN nullif(TRY(CAST(json(@0) AS VARCHAR)), 'null')
           ELSE CAST(to_json(@0) AS VARCHAR) END""",
    ),
    Row("kusto.array", _array),  # of JSON texts
    Row("kusto.bag", _bag),
    once(
        "kusto.array_length",
        "CASE WHEN json_type(@0) = 'ARRAY' THEN CAST(json_array_length(@0) AS BIGINT) END",
    ),
    once(
        "kusto.strcat_array",
        f"""CASE WHEN json_type(@0) = 'ARRAY' THEN array_to_string(list_transform({_ELEMENTS},
           lambda element: coalesce(json_extract_string(element, '$'), '')), @1) ELSE '' END""",
    ),
    Row("kusto.array_concat", _concatenated),
    once(
        "kusto.array_reverse",
        f"CASE WHEN json_type(@0) = 'ARRAY' THEN {_shown(f'list_reverse({_PIECES})')} END",
    ),
    once("kusto.array_slice", f"CASE WHEN json_type(@0) = 'ARRAY' THEN {_shown(_SLICE)} END"),
    once(
        "kusto.bag_keys",
        "CASE WHEN json_type(@0) = 'OBJECT' THEN CAST(to_json(json_keys(@0)) AS VARCHAR) END",
    ),
    once(
        "kusto.set_has_element",  # array, element as JSON text
        f"""CASE WHEN json_type(@0) = 'ARRAY' THEN
           list_contains(list_transform({_ELEMENTS}, lambda element: CAST(element AS VARCHAR)), @1) END""",
    ),
    # text among the strings of an array that is known only when the query runs
    template("kusto.in_array", f"coalesce(list_contains({_TEXTS}, @0), FALSE)"),
    template(  # only of whole numbers is it known what equals a whole number
        "kusto.in_array_long",
        f"""coalesce(list_contains(list_transform(from_json(@1, '["JSON"]'), lambda element:
          CASE WHEN json_type(element) IN ('BIGINT', 'UBIGINT') THEN TRY_CAST(CAST(element AS VARCHAR) AS BIGINT)
          WHEN json_type(element) <> 'NULL' THEN {refusing("KQL in of a whole number and an array of other types")}
          END), @0), FALSE)""",
    ),
    template(
        "kusto.in_array_nocase",
        f"coalesce(list_contains(list_transform({_TEXTS}, {_LOWER}), lower(@0)), FALSE)",
    ),
    template("kusto.has_any_array", f"coalesce(list_bool_or(list_transform({_TEXTS}, {_HAS})), FALSE)"),
    template("kusto.has_all_array", f"coalesce(list_bool_and(list_transform({_TEXTS}, {_HAS})), TRUE)"),
    once(
        "kusto.gettype",
        """CASE coalesce(json_type(@0), 'NULL') WHEN 'NULL' THEN 'null' WHEN 'ARRAY' THEN 'array'
           WHEN 'OBJECT' THEN 'dictionary' WHEN 'BOOLEAN' THEN 'bool' WHEN 'VARCHAR' THEN 'string'
           WHEN 'DOUBLE' THEN 'double' ELSE 'long' END""",
    ),
)
