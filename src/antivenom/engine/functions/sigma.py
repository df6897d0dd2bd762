"""Conditions of Sigma rules: a field against text, patterns, networks, numbers, times or another field.

All are two-valued: a missing field makes them false.
"""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine import pcre
from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.engine.together import scalars, wildcards
from antivenom.errors import EngineError
from antivenom.plan.values import Call, Literal

_FOLDED = "CASE WHEN strlen({0}) = length({0}) THEN lower({0}) ELSE antivenom_fold({0}) END"
"""A text of ASCII alone needs no table of letters; for others DuckDB's may be of another year than Arrow's."""


def _folded(which: str) -> str:
    return _FOLDED.format(which)


def _twins(op: str, sql: str) -> tuple[Row, Row]:
    """A test of two texts, case ignored, and its twin `_cased` that minds it."""
    folded = sql.replace("@0", _folded("@0"))
    ignoring = once(op, f"coalesce({folded.replace('@1', _folded('@1'))}, FALSE)")
    plain = once(op, f"coalesce({folded.replace('@1', 'lower(@1)')}, FALSE)")

    def build(call: Call, args: list[Sql]) -> Sql:
        other = call.args[1]
        simple = isinstance(other, Literal) and str(other.value).isascii()
        return (plain if simple else ignoring).build(call, args)

    return Row(op, build), once(f"{op}_cased", f"coalesce({sql}, FALSE)")


def _literal(call: Call) -> str:
    given = call.args[1]
    if not isinstance(given, Literal) or not isinstance(given.value, str):
        raise EngineError(f"{call.op} takes a constant text")
    return given.value


def _like(call: Call, args: list[Sql]) -> Sql:
    cased = call.op.endswith("_cased")
    pattern = _literal(call) if cased else scalars.fold(_literal(call))
    subject = args[0] if cased else expand(_folded("@0"), args[0])
    return expand("coalesce(regexp_matches(@0, @1), FALSE)", subject, _constant(wildcards.to_re2(pattern)))


def _regex(call: Call, args: list[Sql]) -> Sql:
    pattern = _literal(call)
    translated = pcre.to_search(pattern)
    if translated is None:
        pcre.check(pattern)
        return expand("coalesce(antivenom_pcre_search(@0, @1), FALSE)", *args)
    return expand("coalesce(regexp_matches(@0, @1), FALSE)", args[0], _constant(translated))


def _constant(pattern: str) -> Sql:
    return exp.Literal.string(pattern)


def _ordering(name: str, sign: str) -> Row:
    return template(f"sigma.{name}", f"coalesce(antivenom_sigma_number(@0) {sign} @1, FALSE)")


ROWS = (
    *_twins("sigma.eq", "@0 = @1"),
    *_twins("sigma.contains", "contains(@0, @1)"),
    *_twins("sigma.starts", "starts_with(@0, @1)"),
    *_twins("sigma.ends", "suffix(@0, @1)"),
    *_twins("sigma.same", "@0 = @1"),
    *_twins("sigma.same_contains", "contains(@0, @1)"),
    *_twins("sigma.same_starts", "starts_with(@0, @1)"),
    *_twins("sigma.same_ends", "suffix(@0, @1)"),
    Row("sigma.like", _like),
    Row("sigma.like_cased", _like),
    Row("sigma.regex", _regex),
    template("sigma.cidr", "coalesce(antivenom_sigma_within(@0, @1), FALSE)"),
    _ordering("lt", "<"),
    _ordering("le", "<="),
    _ordering("gt", ">"),
    _ordering("ge", ">="),
    template("sigma.part", "coalesce(antivenom_sigma_part(@0, @1) = @2, FALSE)"),
)
