"""The groups of Kusto's parse and parse-kv, and the two readings of *."""

from __future__ import annotations

from antivenom.engine.functions.shapes import once, refusing
from antivenom.engine.functions.table import Row, Sql, template
from antivenom.plan.values import Call, Literal


def _groups(call: Call, args: list[Sql]) -> Sql:
    """The first @2 groups of the first match of the pattern @1 in the text @0 as a list; null without a match."""
    wanted = call.args[2]
    assert isinstance(wanted, Literal)
    count = int(str(wanted.value))
    listed = "['']"
    if count:
        names = ", ".join(f"'g{index}'" for index in range(count))
        fields = ", ".join(f"found.g{index}" for index in range(count))
        caught = f"regexp_extract(@0, @1, [{names}])"
        listed = f"list_extract(list_transform([{caught}], lambda found: [{fields}]), 1)"
    return once(call.op, f"CASE WHEN regexp_matches(@0, @1) THEN {listed} END").build(call, args)


_REGEX_KEYS = """list_transform(from_json(@2, '["VARCHAR"]'), lambda key: list_extract(
  regexp_extract_all(@0, @1, 2),
  list_position(list_transform(regexp_extract_all(@0, @1, 1), lambda each: trim(each)), key)))"""

ROWS: tuple[Row, ...] = (
    once(
        "kusto.none_or_not_all",
        f"""CASE WHEN @0 THEN TRUE
          WHEN @1 THEN {refusing("KQL negated operator over * where some columns have the term")} ELSE FALSE END""",
    ),
    Row("kusto.groups", _groups),
    template("kusto.part", "coalesce(list_extract(@0, @1 + 1), '')"),
    once("kusto.kv_by_regex", f"list_transform({_REGEX_KEYS}, lambda each: trim(each))"),
)
