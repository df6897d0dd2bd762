"""Kusto's dynamic values: JSON text, null where there is nothing (a JSON null included)."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from antivenom.engine.functions.shapes import once
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


def _bag_filled(call: Call, args: list[Sql]) -> Sql:
    """As `_bag`, the members whose value is null left out."""
    pairs = [expand("@0 || ':' || @1", key, value) for key, value in zip(args[::2], args[1::2], strict=True)]
    every = exp.Array(expressions=pairs)
    return expand("'{' || array_to_string(list_filter(@0, lambda one: one IS NOT NULL), ',') || '}'", every)


def _concatenated(call: Call, args: list[Sql]) -> Sql:
    """Arrays one after the other; null where one of them is no array."""
    lists = [expand(f"CASE WHEN json_type(@0) = 'ARRAY' THEN {_PIECES} END", arg) for arg in args]
    every = exp.Array(expressions=lists)
    joined = f"list_extract(list_transform([@0], lambda lists: {_shown('flatten(lists)')}), 1)"
    return expand(f"CASE WHEN list_bool_and(list_transform(@0, lambda one: one IS NOT NULL)) THEN {joined} END", every)


_HELD_TEXT = "coalesce(json_extract_string(@0, '$'), '')"
_STRING = r'"(?:[^"\\]|\\.)*"'
_LOOSE = r"(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])"
"""JSON that DuckDB reads and others do not: loose commas, numbers that are none, whole numbers beyond 64 bits."""
_GIVEN = """CASE WHEN json_type(@1) = 'ARRAY' THEN from_json(@1, '["JSON"]') ELSE [] END"""
_TEXTS = f"""list_transform(list_filter({_GIVEN}, lambda element: json_type(element) = 'VARCHAR'),
  lambda element: json_extract_string(element, '$'))"""
# what has_any looks for: elements as texts; a null is found in every text
_NEEDLES = f"list_transform({_GIVEN}, lambda element: coalesce(json_extract_string(element, '$'), ''))"
_LOWER = "lambda element: lower(element)"
_HAS = r"""lambda needle: contains(lower(@0), lower(needle)) AND regexp_matches(@0, '(?is)'
  || CASE WHEN regexp_matches(needle, '^[\pL\pN]') THEN '(?:^|[^\pL\pN])' ELSE '' END
  || regexp_escape(needle)
  || CASE WHEN regexp_matches(needle, '[\pL\pN]$') THEN '(?:$|[^\pL\pN])' ELSE '' END)"""


ROWS: tuple[Row, ...] = (
    template("kusto.path", "nullif(CAST(json_extract(@0, @1) AS VARCHAR), 'null')"),  # @1: a constant JSON path
    once(  # @1: a property name
        "kusto.property",
        """CASE WHEN json_type(@0) = 'OBJECT' THEN nullif(CAST(json_extract(@0,
           '/' || replace(replace(@1, '~', '~0'), '/', '~1')) AS VARCHAR), 'null') END""",
    ),
    once(  # @1: a place, from the end below zero
        "kusto.element",
        """CASE WHEN json_type(@0) = 'ARRAY' THEN nullif(CAST(json_extract(@0,
           '$[' || CASE WHEN @1 < 0 THEN '#' ELSE '' END || CAST(@1 AS VARCHAR) || ']') AS VARCHAR), 'null') END""",
    ),
    once(  # text that is no JSON: null
        "kusto.parse_strict",
        f"""CASE WHEN json_valid(@0) AND regexp_matches(regexp_replace(@0, '{_STRING}', '""', 'g'), '{_LOOSE}')
           THEN antivenom_kusto_strict_json(@0)
           WHEN json_valid(@0) THEN nullif(TRY(CAST(json(@0) AS VARCHAR)), 'null') END""",
    ),
    once(  # extract_json's text of what it finds
        "kusto.json_text",
        _HELD_TEXT,
    ),
    once(  # null where a dynamic has nothing in it
        "kusto.filled",
        """nullif(@0, '""')""",
    ),
    Row("kusto.bag_filled", _bag_filled),
    once(
        "kusto.parse_json",
        f"""CASE WHEN trim(@0) = '' THEN NULL
           WHEN json_valid(@0) AND regexp_matches(regexp_replace(@0, '{_STRING}', '""', 'g'), '{_LOOSE}')
           THEN coalesce(antivenom_kusto_strict_json(@0), CAST(to_json(@0) AS VARCHAR))
           WHEN json_valid(@0) THEN nullif(TRY(CAST(json(@0) AS VARCHAR)), 'null')
           ELSE CAST(to_json(@0) AS VARCHAR) END""",
    ),
    Row("kusto.pieces", lambda call, args: exp.Array(expressions=args)),  # several dynamics as a list of texts
    template("kusto.known_text", "coalesce(@0, '')"),
    Row("kusto.array", _array),  # of JSON texts
    Row("kusto.bag", _bag),
    once(
        "kusto.array_length",
        "CASE WHEN json_type(@0) = 'ARRAY' THEN CAST(json_array_length(@0) AS BIGINT) END",
    ),
    once(
        "kusto.strcat_array",
        # DuckDB joins with a constant only: the delimiter stands before every element, and the first is cut off
        f"""CASE WHEN json_type(@0) = 'ARRAY' THEN substr(array_to_string(list_transform({_ELEMENTS},
           lambda element: @1 || coalesce(json_extract_string(element, '$'), '')), ''), length(@1) + 1) ELSE '' END""",
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
    template("kusto.in_array", f"list_contains({_TEXTS}, @0)"),
    template("kusto.in_array_nocase", f"list_contains(list_transform({_TEXTS}, {_LOWER}), lower(@0))"),
    once(
        "kusto.has_any_index",  # the place of the first of the array's texts that the text has as a term
        f"CAST(coalesce(list_position(list_transform({_NEEDLES}, {_HAS}), TRUE), 0) - 1 AS BIGINT)",
    ),
    once(
        "kusto.gettype",
        """CASE coalesce(json_type(@0), 'NULL') WHEN 'NULL' THEN 'null' WHEN 'ARRAY' THEN 'array'
           WHEN 'OBJECT' THEN 'dictionary' WHEN 'BOOLEAN' THEN 'bool' WHEN 'VARCHAR' THEN 'string'
           WHEN 'DOUBLE' THEN 'double' ELSE 'long' END""",
    ),
)
