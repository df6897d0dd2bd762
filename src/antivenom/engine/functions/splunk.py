"""Operations of Splunk's search language alone: eval and stats here, the rest by subject beside it."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine import pcre
from antivenom.engine.functions import (
    splunk_lists,
    splunk_numbers,
    splunk_search,
    splunk_sort,
    splunk_statistics,
    splunk_time,
)
from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.splunk_shapes import NUMBER, TEXT, checked, numeric_literal
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal


def _number(which: int) -> str:
    return NUMBER.replace("@0", f"@{which}")


def _text(which: int) -> str:
    return TEXT.replace("@0", f"@{which}")


_EQUALS = once("", f"CASE WHEN @0 IS NOT NULL THEN coalesce({_number(0)} = CAST(@1 AS DOUBLE), FALSE) END")
"""Text against a literal that looks like a number: what is no number cannot be equal to it."""


def _equality(name: str, negated: bool) -> Row:
    general = _comparison(name, "<>" if negated else "=")

    def build(call: Call, args: list[Sql]) -> Sql:
        for subject, literal in ((0, 1), (1, 0)):
            given = call.args[literal]
            if call.args[subject].type is Type.STRING and isinstance(given, Literal) and numeric_literal(given):
                found = _EQUALS.build(call, [args[subject], args[literal]])
                return exp.Not(this=exp.paren(found)) if negated else found
        return general.build(call, args)

    return Row(f"splunk.{name}", build)


def _comparison(name: str, sign: str) -> Row:
    """Numbers where both sides are numbers or look like one, else texts; null if either is null (S21)."""
    left, right = _number(0), _number(1)
    mirrored = once("", f"CASE WHEN {right} IS NOT NULL THEN @0 {sign} {right} ELSE {_text(0)} {sign} @1 END")
    straight = once("", f"CASE WHEN {left} IS NOT NULL THEN {left} {sign} @1 ELSE @0 {sign} {_text(1)} END")
    texts = once(
        "",
        f"CASE WHEN {left} IS NOT NULL AND {right} IS NOT NULL THEN {left} {sign} {right} ELSE @0 {sign} @1 END",
    )
    against = once("", f"CASE WHEN {left} IS NOT NULL THEN {left} {sign} CAST(@1 AS DOUBLE) ELSE @0 {sign} @1 END")
    plain = template("", f"@0 {sign} @1")

    def build(call: Call, args: list[Sql]) -> Sql:
        first, second = call.args
        if first.type is Type.REAL:
            return mirrored.build(call, args)
        if second.type is Type.REAL:
            return straight.build(call, args)
        if _mere_text(first) or _mere_text(second):
            return plain.build(call, args)
        return (against if isinstance(second, Literal) else texts).build(call, args)

    return Row(f"splunk.{name}", build)


def _mere_text(value: object) -> bool:
    """Whether the value is a literal that looks like no number, so that only texts can be compared."""
    return isinstance(value, Literal) and not numeric_literal(value)


def _match(call: Call, args: list[Sql]) -> Sql:
    """Whether the pattern is found in the text: RE2 where the pattern has an exact translation, else PCRE."""
    pattern = checked(call, 1)
    translated = pcre.to_search(pattern)
    if translated is None:
        return exp.Anonymous(this="antivenom_pcre_search", expressions=args)
    return exp.Anonymous(this="regexp_matches", expressions=[args[0], exp.Literal.string(translated)])


def _pcre(name: str) -> Row:
    def build(call: Call, args: list[Sql]) -> Sql:
        checked(call, 1)
        return exp.Anonymous(this=f"antivenom_{name}", expressions=args)

    return Row(f"splunk.{name.removeprefix('pcre_')}", build)


def _offsets(call: Call, args: list[Sql]) -> Sql:
    checked(call, 1)
    return exp.Anonymous(this="antivenom_pcre_offsets", expressions=args)


def _least(function: str) -> Row:
    return Row(f"splunk.{function}", lambda call, args: exp.Anonymous(this=function, expressions=args))


_PLACE = "TRY_CAST(trunc(greatest(least(@1, 2e9), -2e9)) AS BIGINT)"
_LENGTH = "TRY_CAST(trunc(greatest(least(@2, 2e9), -2e9)) AS BIGINT)"
_REST = once("", f"CASE WHEN {_PLACE} = 0 THEN @0 ELSE substring(@0, {_PLACE}) END")
_PART = once(
    "",
    f"CASE WHEN {_PLACE} = 0 THEN substring(@0, 1, greatest({_LENGTH} - 1, 0)) "
    f"WHEN {_PLACE} < -length(@0) THEN substring(@0, 1, greatest({_LENGTH} + {_PLACE} + length(@0), 0)) "
    f"ELSE substring(@0, {_PLACE}, greatest({_LENGTH}, 0)) END",
)


def _substr(call: Call, args: list[Sql]) -> Sql:
    """SQLite's substr: places from 1, negative ones from the end; place 0 is before the first."""
    return (_REST if len(args) == 2 else _PART).build(call, args)


def _round_text(call: Call, args: list[Sql]) -> Sql:
    """A number rounded to a literal count of digits, printed with every one of them (makeresults page: 0.8050)."""
    digits = call.args[1]
    places = int(digits.value) if isinstance(digits, Literal) and isinstance(digits.value, int) else 0
    return _ROUNDED[places].build(call, [args[0]])


_ROUNDED = [once("", f"CASE WHEN @0 IS NOT NULL THEN format('{{:.{n}f}}', round(@0, {n})) END") for n in range(16)]

_WHOLE = "@0 = trunc(@0) AND abs(@0) < 9e18"
_MICROS = "CAST(round(@0 * 1000000) AS BIGINT)"
_COUNT = "@0 = trunc(@0) AND @0 >= 0 AND @0 < 9007199254740992"

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _number_base(call: Call, args: list[Sql]) -> Sql:
    """Digits of a base as a number; text that is none, or needs more than 53 bits, is null."""
    given = call.args[1]
    base = int(given.value) if isinstance(given, Literal) and isinstance(given.value, int) else 10
    digits = "".join(c for c in _DIGITS[:base] + _DIGITS[10:base].upper())
    most = max(n for n in range(1, 54) if base**n <= 2**53)
    value = f"list_transform(string_split(lower(@0), ''), lambda each: strpos('{_DIGITS}', each) - 1)"
    sql = (
        f"CASE WHEN regexp_full_match(@0, '[{digits}]{{1,{most}}}') THEN "
        f"CAST(list_reduce({value}, lambda made, each: made * {base} + each) AS DOUBLE) END"
    )
    return once("", sql).build(call, [args[0]])


_SOME = refusing("SPL transaction by several fields of which a result lacks some")


def _transaction_key(call: Call, args: list[Sql]) -> Sql:
    """The fields that a transaction's results share as one text; null where a result has none of them."""
    sql = (
        f"CASE WHEN len(list_filter(@0, lambda one: one IS NULL)) = 0 THEN CAST(to_json(@0) AS VARCHAR) "
        f"WHEN len(list_filter(@0, lambda one: one IS NOT NULL)) > 0 THEN {_SOME} END"
    )
    return once("", sql).build(call, [exp.Array(expressions=args)])


def _known_or(call: Call, args: list[Sql]) -> Sql:
    """Those of the texts that are not null, or the first one alone where all others are."""
    known = expand("list_filter(@0, lambda one: one IS NOT NULL)", exp.Array(expressions=args[1:]))
    return once("", "CASE WHEN len(@0) > 0 THEN @0 ELSE [@1] END").build(call, [known, args[0]])


ROWS = (
    template("splunk.each", "@0"),  # a constant as a value of every row
    Row("splunk.group_key", lambda call, args: expand("CAST(to_json(@0) AS VARCHAR)", exp.Array(expressions=args))),
    Row("splunk.transaction_key", _transaction_key),
    once("splunk.few_numbers", f"CASE WHEN @0 > @1 THEN {refusing('SPL bins that chart would choose')} ELSE TRUE END"),
    template("splunk.lines", "CAST(coalesce(length(@0) - length(replace(@0, chr(10), '')) + 1, @1) AS DOUBLE)"),
    Row("splunk.known_or", _known_or),
    once("splunk.number", NUMBER),
    once("splunk.text", TEXT),
    once("splunk.double_text", rf"regexp_replace({TEXT}, '^-?\d+$', '\0.0')"),
    _equality("eq", negated=False),
    _equality("ne", negated=True),
    _comparison("lt", "<"),
    _comparison("le", "<="),
    _comparison("gt", ">"),
    _comparison("ge", ">="),
    template("splunk.xor", "@0 <> @1"),
    template("splunk.divide", "@0 / nullif(@1, 0)"),  # division by zero is null (S3)
    template("splunk.modulo", "@0 % nullif(@1, 0)"),
    once(
        "splunk.plus",
        f"CASE WHEN {_number(0)} IS NOT NULL AND {_number(1)} IS NOT NULL "
        f"THEN {TEXT.replace('@0', f'({_number(0)} + {_number(1)})')} ELSE @0 || @1 END",
    ),
    template("splunk.like", "@0 LIKE @1"),
    Row("splunk.match", _match),
    _pcre("pcre_replace"),
    _pcre("pcre_replace_nth"),
    Row("splunk.group_offsets", _offsets),
    template("splunk.translate", "translate(@0, @1, @2)"),
    _pcre("pcre_group"),
    _pcre("pcre_groups"),
    template("splunk.cidr_match", "antivenom_cidr_match(@0, @1)"),
    template("splunk.len", "CAST(length(@0) AS DOUBLE)"),
    Row("splunk.substr", _substr),
    template("splunk.trim", "trim(@0, @1)"),
    template("splunk.ltrim", "ltrim(@0, @1)"),
    template("splunk.rtrim", "rtrim(@0, @1)"),
    template("splunk.md5", "md5(@0)"),
    template("splunk.sha1", "sha1(@0)"),
    template("splunk.sha256", "sha256(@0)"),
    Row("splunk.number_base", _number_base),
    once("splunk.tostring", f"CASE WHEN @0 IS NULL THEN {refusing('SPL tostring of nothing')} ELSE @0 END"),
    once("splunk.tostring_bool", "CASE WHEN @0 THEN 'True' WHEN NOT @0 THEN 'False' END"),
    once(
        "splunk.tostring_commas",
        f"CASE WHEN {_WHOLE} THEN format('{{:,}}', CAST(@0 AS BIGINT)) "
        "WHEN @0 IS NOT NULL THEN format('{:,.2f}', @0) END",
    ),
    once("splunk.tostring_hex", f"CASE WHEN {_COUNT} THEN '0x' || upper(to_hex(CAST(@0 AS BIGINT))) END"),
    once("splunk.tostring_binary", f"CASE WHEN {_COUNT} THEN to_binary(CAST(@0 AS BIGINT)) END"),
    once(
        "splunk.tostring_duration",
        "CASE WHEN @0 >= 0 AND @0 < 9e12 "
        f"THEN CASE WHEN {_MICROS} >= 86400000000 THEN CAST({_MICROS} // 86400000000 AS VARCHAR) || '+' ELSE '' END "
        f"|| strftime(make_timestamp({_MICROS} % 86400000000), '%H:%M:%S') "
        f"|| rtrim(rtrim(printf('.%06d', {_MICROS} % 1000000), '0'), '.') "
        f"WHEN @0 IS NOT NULL THEN {refusing('SPL tostring of a duration that is no count of seconds')} END",
    ),
    Row("splunk.add_up", lambda call, args: expand("list_sum(@0)", exp.Array(expressions=args))),
    Row("splunk.mean", lambda call, args: expand("list_avg(@0)", exp.Array(expressions=args))),
    once("splunk.is_whole", "@0 IS NOT NULL AND @0 = trunc(@0)"),
    template("splunk.round", "round(@0, @1)"),
    Row("splunk.round_text", _round_text),
    template("splunk.floor", "floor(@0)"),
    template("splunk.ceil", "ceil(@0)"),
    template("splunk.abs", "abs(@0)"),
    once("splunk.sqrt", "CASE WHEN @0 >= 0 THEN sqrt(@0) END"),
    template("splunk.pow", "pow(@0, @1)"),
    _least("least"),
    _least("greatest"),
    once(
        "splunk.bool_of",
        "CASE WHEN lower(@0) = 'true' THEN TRUE WHEN lower(@0) = 'false' THEN FALSE "
        f"WHEN {_number(0)} IS NOT NULL THEN {_number(0)} <> 0 END",
    ),
    once(
        "splunk.reltime",
        "CASE WHEN @0 >= 1 AND @0 < 604800 THEN antivenom_splunk_reltime_words(@0) "
        f"WHEN @0 IS NOT NULL THEN {refusing('SPL reltime of a time to come or of a week ago and more')} END",
    ),
    template("splunk.same_text", "coalesce(@0 = @1, FALSE)"),
    once("splunk.json_bool", "CASE WHEN @0 THEN 'true' WHEN NOT @0 THEN 'false' ELSE 'null' END"),
    *splunk_numbers.ROWS,
    *splunk_search.ROWS,
    *splunk_lists.ROWS,
    *splunk_time.ROWS,
    *splunk_sort.ROWS,
)

AGGREGATES = splunk_statistics.AGGREGATES
