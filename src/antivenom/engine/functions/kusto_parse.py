"""The groups of Kusto's parse and parse-kv: several readings of a pattern, which must agree in every row."""

from __future__ import annotations

from collections.abc import Sequence

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, template
from antivenom.plan.values import Call, Literal

_OPEN = refusing("KQL parse of this text, which its pattern may read in two ways")


def _groups(pattern: str, count: int) -> str:
    """SQL of the groups of a match, as one structure."""
    names = ", ".join(f"'g{index}'" for index in range(count))
    return f"regexp_extract(@0, {pattern}, [{names}])"


def _listed(pattern: str, count: int) -> str:
    if not count:
        return "['']"
    fields = ", ".join(f"found.g{index}" for index in range(count))
    return f"list_extract(list_transform([{_groups(pattern, count)}], lambda found: [{fields}]), 1)"


def _agree(first: str, other: str, count: int) -> str:
    same = f" AND {_groups(first, count)} = {_groups(other, count)}" if count else ""
    return f"(regexp_matches(@0, {other}){same})"


def _count(call: Call) -> int:
    count = call.args[1]
    assert isinstance(count, Literal)
    return int(str(count.value))


def _strict(call: Call, args: list[Sql]) -> Sql:
    """@2: the widest pattern; where it matches, the others must match alike."""
    count, patterns = _count(call), [f"@{index}" for index in range(2, len(args))]
    others = [_agree(patterns[0], other, count) for other in patterns[1:]]
    return _built(call, args, patterns[0], others, count)


def _relaxed(call: Call, args: list[Sql]) -> Sql:
    """@2 and @3 must match alike; @4 must, where it matches."""
    count = _count(call)
    others = [_agree("@2", "@3", count), f"(NOT regexp_matches(@0, @4) OR {_agree('@2', '@4', count)})"]
    return _built(call, args, "@2", others, count)


def _built(call: Call, args: list[Sql], main: str, others: Sequence[str], count: int) -> Sql:
    found = _listed(main, count)
    agreed = f"CASE WHEN {' AND '.join(others)} THEN {found} ELSE {_OPEN} END" if others else found
    return once(call.op, f"CASE WHEN regexp_matches(@0, {main}) THEN {agreed} END").build(call, args)


_WORDS = r"[\pL\p{Nl}\pM\p{Nd}\p{Pc}\x{24B6}-\x{24E9}\x{1F130}-\x{1F189}\x{200C}\x{200D}]"
_REGEX_KEYS = """list_transform(from_json(@2, '["VARCHAR"]'), lambda key: list_extract(
  regexp_extract_all(@0, @1, 2),
  list_position(list_transform(regexp_extract_all(@0, @1, 1), lambda each: trim(each)), key)))"""

ROWS: tuple[Row, ...] = (
    # a text without letters or digits beyond ASCII
    once(
        "kusto.ascii_words",
        f"""CASE WHEN strlen(@0) = length(@0)
            OR NOT regexp_matches(regexp_replace(@0, '[\\x00-\\x7f]+', '', 'g'), '{_WORDS}') THEN @0
          ELSE {refusing("KQL word boundary in a text with letters beyond ASCII")} END""",
    ),
    # @0: true in every reading; @1: true in another one
    once(
        "kusto.either_reading",
        f"""CASE WHEN @0 THEN TRUE
          WHEN @1 THEN {refusing("KQL * over columns that are no text, one of which shows the term")} ELSE FALSE END""",
    ),
    once(
        "kusto.none_or_not_all",
        f"""CASE WHEN @0 THEN TRUE
          WHEN @1 THEN {refusing("KQL negated operator over * where some columns have the term")} ELSE FALSE END""",
    ),
    Row("kusto.groups_strict", _strict),
    Row("kusto.groups_relaxed", _relaxed),
    template("kusto.part", "coalesce(list_extract(@0, @1 + 1), '')"),
    # @1: text that surely is what it shows; @2: text that may be; other text is nothing
    once(
        "kusto.plainly",
        f"""CASE WHEN @0 = '' OR regexp_matches(@0, @1) THEN @0
          WHEN regexp_matches(@0, @2) THEN {refusing("KQL parse of a number written like this")} ELSE '' END""",
    ),
    once("kusto.kv_by_regex", f"list_transform({_REGEX_KEYS}, lambda each: trim(each))"),
)
