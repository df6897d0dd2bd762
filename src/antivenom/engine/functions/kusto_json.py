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


def _bag_filled(call: Call, args: list[Sql]) -> Sql:
    """As `_bag`, the members whose value is null left out."""
    pairs = [expand("@0 || ':' || @1", key, value) for key, value in zip(args[::2], args[1::2], strict=True)]
    every = exp.Array(expressions=pairs)
    return expand("'{' || array_to_string(list_filter(@0, lambda one: one IS NOT NULL), ',') || '}'", every)


def _concatenated(call: Call, args: list[Sql]) -> Sql:
    """Arrays one after the other."""
    other = refusing("KQL array_concat of what is no array")
    lists = [expand(f"CASE WHEN json_type(@0) = 'ARRAY' THEN {_PIECES} ELSE {other} END", arg) for arg in args]
    every = exp.Anonymous(this="flatten", expressions=[exp.Array(expressions=lists)])
    return expand(_shown("@0"), every)


_HELD_TEXT = "coalesce(json_extract_string(@0, '$'), '')"
_STRING = r'"(?:[^"\\]|\\.)*"'
_TYPED_TEXT = r'^"([0-9]{4}-[0-9]{1,2}-[0-9]|-?([0-9]+[.])?[0-9]{1,2}:[0-9]{2}|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-)'
"""A text in JSON that Kusto may hold as a datetime, timespan or guid."""
_LOOSE = r"(?i),\s*[\]}]|nan|inf|(?:^|[^0-9.])-?(?:[0-9]{20,}|9[3-9][0-9]{17}|92[3-9][0-9]{16})(?:$|[^0-9.e])"
"""JSON that Kusto may read in its own way: loose commas, numbers that are none, whole numbers beyond 64 bits."""
_GIVEN = """CASE WHEN json_type(@1) = 'ARRAY' THEN from_json(@1, '["JSON"]') ELSE [] END"""
_TEXTS = f"""list_transform(list_filter({_GIVEN}, lambda element: json_type(element) = 'VARCHAR'),
  lambda element: json_extract_string(element, '$'))"""
_OTHERS = f"""list_transform(list_filter({_GIVEN}, lambda element: json_type(element) <> 'VARCHAR'),
  lambda element: json_extract_string(element, '$'))"""
# what has_any looks for: texts and whole numbers; a null is found in every text
_NEEDLES = f"""list_transform({_GIVEN}, lambda element: CASE coalesce(json_type(element), 'NULL')
  WHEN 'NULL' THEN '' WHEN 'VARCHAR' THEN json_extract_string(element, '$')
  WHEN 'BIGINT' THEN json_extract_string(element, '$') WHEN 'UBIGINT' THEN json_extract_string(element, '$')
  ELSE {refusing("KQL has_any or has_all of an array with bools, reals, arrays or bags")} END)"""
_LOWER = "lambda element: lower(element)"
_HAS = r"""lambda needle: contains(lower(@0), lower(needle)) AND regexp_matches(@0, '(?is)'
  || CASE WHEN regexp_matches(needle, '^[\pL\pN]') THEN '(?:^|[^\pL\pN])' ELSE '' END
  || regexp_escape(needle)
  || CASE WHEN regexp_matches(needle, '[\pL\pN]$') THEN '(?:$|[^\pL\pN])' ELSE '' END)"""

_ANY_TEXTS = f"""CASE WHEN json_type(@1) = 'ARRAY' THEN list_transform(from_json(@1, '["JSON"]'),
  lambda element: CASE WHEN json_type(element) IN ('VARCHAR', 'BIGINT', 'UBIGINT')
    THEN json_extract_string(element, '$')
    ELSE {refusing("KQL has_any_index with more than texts and whole numbers")} END)
  ELSE {refusing("KQL has_any_index with what is no array")} END"""


def _in_texts(text: str, texts: str, others: str) -> str:
    """Whether a text is among texts; refused where only a number, bool, array or bag is written like it."""
    return f"""CASE WHEN list_contains({texts}, {text}) THEN TRUE WHEN list_contains({others}, {text})
      THEN {refusing("KQL in of a text and an array with a number, bool, array or bag written like it")}
      ELSE FALSE END"""


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
           THEN {refusing("KQL extract_json of JSON with a trailing comma, NaN, infinity or a number beyond 64 bits")}
           WHEN json_valid(@0) THEN nullif(TRY(CAST(json(@0) AS VARCHAR)), 'null') END""",
    ),
    once(  # extract_json's text of what it finds
        "kusto.json_text",
        f"""CASE WHEN @0 IN ('true', 'false') THEN {refusing("KQL extract_json of a bool as text")}
           ELSE {_HELD_TEXT} END""",
    ),
    once(  # null where a dynamic has nothing in it
        "kusto.filled",
        f"""CASE WHEN @0 IN ('[]', '{{}}', '""') THEN {refusing("KQL pack_all(true) of an empty dynamic")}
           ELSE @0 END""",
    ),
    Row("kusto.bag_filled", _bag_filled),
    once(
        "kusto.parse_json",
        f"""CASE WHEN trim(@0) = '' THEN NULL
           WHEN json_valid(@0) AND regexp_matches(regexp_replace(@0, '{_STRING}', '""', 'g'), '{_LOOSE}')
           THEN {refusing("KQL parse_json of JSON with a trailing comma, NaN, infinity or a number beyond 64 bits")}
           WHEN json_valid(@0) THEN nullif(TRY(CAST(json(@0) AS VARCHAR)), 'null')
           ELSE CAST(to_json(@0) AS VARCHAR) END""",
    ),
    Row("kusto.pieces", lambda call, args: exp.Array(expressions=args)),  # several dynamics as a list of texts
    template("kusto.known_text", f"CASE WHEN @0 IS NULL THEN {refusing('KQL dynamic_to_json of null')} ELSE @0 END"),
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
    template("kusto.in_array", _in_texts("@0", _TEXTS, _OTHERS)),
    template(
        "kusto.in_array_nocase",
        _in_texts("lower(@0)", f"list_transform({_TEXTS}, {_LOWER})", f"list_transform({_OTHERS}, {_LOWER})"),
    ),
    template("kusto.has_any_array", f"coalesce(list_bool_or(list_transform({_NEEDLES}, {_HAS})), FALSE)"),
    once(
        "kusto.has_any_index",  # the place of the first of the array's texts that the text has as a term
        f"CAST(coalesce(list_position(list_transform({_ANY_TEXTS}, {_HAS}), TRUE), 0) - 1 AS BIGINT)",
    ),
    template("kusto.has_all_array", f"coalesce(list_bool_and(list_transform({_NEEDLES}, {_HAS})), TRUE)"),
    once(
        "kusto.gettype",
        f"""CASE coalesce(json_type(@0), 'NULL') WHEN 'NULL' THEN 'null' WHEN 'ARRAY' THEN 'array'
           WHEN 'OBJECT' THEN 'dictionary' WHEN 'BOOLEAN' THEN 'bool' WHEN 'VARCHAR' THEN CASE
             WHEN regexp_matches(@0, '{_TYPED_TEXT}')
             THEN {refusing("KQL gettype of a text that looks like a date, duration or guid")} ELSE 'string' END
           WHEN 'DOUBLE' THEN 'double' ELSE 'long' END""",
    ),
)
