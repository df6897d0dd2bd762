"""Multivalues: lists of text, null where the field is missing; an empty list does not occur."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine import pcre
from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.splunk_shapes import NUMBER, checked
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.values import Call, Literal

_ELEMENT = NUMBER.replace("@0", "element")
_OTHER = NUMBER.replace("@0", "@1")
_SAME = f"CASE WHEN {_ELEMENT} IS NOT NULL AND {_OTHER} IS NOT NULL THEN {_ELEMENT} = {_OTHER} ELSE element = @1 END"
_START = "CASE WHEN @1 < 0 THEN len(@0) + TRY_CAST(trunc(@1) AS BIGINT) ELSE TRY_CAST(trunc(@1) AS BIGINT) END"
_END = "CASE WHEN @2 < 0 THEN len(@0) + TRY_CAST(trunc(@2) AS BIGINT) ELSE TRY_CAST(trunc(@2) AS BIGINT) END"


def _append(call: Call, args: list[Sql]) -> Sql:
    made = args[0]
    for arg in args[1:]:
        made = expand("list_concat(@0, @1)", made, arg)
    return made


def _find(call: Call, args: list[Sql]) -> Sql:
    translated = pcre.to_search(checked(call, 1)) if isinstance(call.args[1], Literal) else None
    if translated is None:
        return exp.Anonymous(this="antivenom_pcre_find", expressions=args)
    found = "list_transform(@0, lambda element: regexp_matches(element, @1))"
    return expand(
        f"CAST(nullif(list_position({found}, TRUE), 0) - 1 AS DOUBLE)",
        args[0],
        exp.Literal.string(translated),
    )


_INFERRED = "CASE WHEN json_valid(element) THEN CAST(json(element) AS VARCHAR) ELSE 'null' END"
"""An element as the JSON it is, or null where it is none."""


def _each(function: str) -> Row:
    """A function over the elements of a list; the second argument is the element's column, the third its value."""

    def build(call: Call, args: list[Sql]) -> Sql:
        values, element, value = args
        bound = exp.Lambda(this=value, expressions=[exp.to_identifier(element.name)])
        made = exp.Anonymous(this=f"list_{function}", expressions=[values, bound])
        return once("", "CASE WHEN len(@0) > 0 THEN @0 END").build(call, [made])

    return Row(f"splunk.mv_{function}", build)


def _any(call: Call, args: list[Sql]) -> Sql:
    values, element, value = args
    bound = exp.Lambda(this=value, expressions=[exp.to_identifier(element.name)])
    made = exp.Anonymous(this="list_transform", expressions=[values, bound])
    return exp.Anonymous(this="list_bool_or", expressions=[made])


_SIZE = "CASE WHEN @2 <> 0 THEN (@1 - @0) / @2 ELSE 0 END"

ROWS = (
    Row("splunk.mv_any", _any),
    once(
        "splunk.mv_only",
        f"CASE WHEN len(@0) > 1 THEN {refusing('SPL multivalue where one text is needed')} "
        "ELSE list_extract(@0, 1) END",
    ),
    once("splunk.mv_range_size", _SIZE),
    template(
        "splunk.mv_bounded",
        f"CASE WHEN @1 > @2 THEN {refusing('SPL mvrange of more than 10,000 values')} ELSE @0 END",
    ),
    once(
        "splunk.mv_some",
        "CASE WHEN len(list_filter(@0, lambda element: element IS NOT NULL)) > 0 "
        "THEN list_filter(@0, lambda element: element IS NOT NULL) END",
    ),
    Row("splunk.texts", lambda call, args: exp.cast(exp.Array(expressions=args), "VARCHAR[]")),
    _each("filter"),
    _each("transform"),
    template("splunk.mv_present", "list_filter(@0, lambda element: element IS NOT NULL)"),
    once("splunk.is_several", "coalesce(len(@0) > 1, FALSE)"),
    template("splunk.mv_blanks", "list_resize([''], CAST(@0 AS BIGINT), '')"),
    once("splunk.mv_of", "CASE WHEN @0 IS NOT NULL THEN [@0] END"),
    once("splunk.mv_any_eq", f"list_bool_or(list_transform(@0, lambda element: {_SAME}))"),
    template("splunk.mv_lower", "list_transform(@0, lambda element: lower(element))"),
    template("splunk.mv_upper", "list_transform(@0, lambda element: upper(element))"),
    template("splunk.mv_count", "CAST(nullif(len(@0), 0) AS DOUBLE)"),
    once(
        "splunk.mv_at",
        "list_extract(@0, CASE WHEN @1 < 0 THEN TRY_CAST(trunc(@1) AS BIGINT) "
        "ELSE TRY_CAST(trunc(@1) AS BIGINT) + 1 END)",
    ),
    # an index out of range makes the whole result null (Search Reference, mvindex)
    once(
        "splunk.mv_slice",
        f"CASE WHEN {_START} >= 0 AND {_START} <= {_END} AND {_END} < len(@0) "
        f"THEN list_slice(@0, {_START} + 1, {_END} + 1) END",
    ),
    template("splunk.mv_first", "list_slice(@0, 1, TRY_CAST(trunc(@1) AS BIGINT))"),
    template("splunk.mv_join", "array_to_string(@0, @1)"),
    Row("splunk.mv_append", _append),
    once(
        "splunk.mv_zip",
        "list_transform(list_slice(@0, 1, len(@1)), lambda element, place: element || @2 || list_extract(@1, place))",
    ),
    once("splunk.mv_dedup", "list_filter(@0, lambda element, place: list_position(@0, element) = place)"),
    template("splunk.mv_sort", "list_sort(@0)"),
    template("splunk.mv_reverse", "list_reverse(@0)"),
    Row("splunk.mv_find", _find),
    once("splunk.mv_json", "CASE WHEN @0 IS NOT NULL THEN CAST(to_json(@0) AS VARCHAR) END"),
    template(
        "splunk.mv_json_inferred",
        f"'[' || array_to_string(list_transform(@0, lambda element: {_INFERRED}), ',') || ']'",
    ),
    template("splunk.split", "string_split(@0, @1)"),
    once(
        "splunk.split_filled",
        "CASE WHEN len(list_filter(string_split(@0, @1), lambda piece: piece <> '')) > 0 "
        "THEN list_filter(string_split(@0, @1), lambda piece: piece <> '') END",
    ),
)
