"""Search terms: a field against text with wildcards, case ignored, and words in the raw event."""

from __future__ import annotations

from sqlglot import exp

from antivenom.engine.functions.shapes import once
from antivenom.engine.functions.splunk_shapes import NUMBER, literal_text
from antivenom.engine.functions.table import Row, Sql, expand, template
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal

MAJOR = "[]<>(){}|!;,'\"*\n\r \t&?+"
"""Splunk's major breakers of one character (segmenters.conf, as shipped)."""

MINOR = "/:=@.-$#%\\_"
"""Its minor breakers."""

_CODED = "21|26|2526|3B|7C|20|2B|3D|2520|5D|5B|3A|0A|2C|28|29"
"""Its major breakers that are percent codes, without the percent sign."""


def _field_test(op: str, sql: str) -> tuple[Row, Row]:
    """A test of a value against text, case ignored, and its twin `_case` that minds it. MULTI: any value."""

    def build(call: Call, args: list[Sql], shape: str) -> Sql:
        if call.args[0].type is not Type.MULTI:
            return expand(shape, *args)
        inner = shape.replace("@0", "element")
        return expand(f"list_bool_or(list_transform(@0, lambda element: {inner}))", *args)

    def folded(call: Call) -> str:
        shape = sql.replace("@0", "lower(@0)")
        return shape if is_lower(call) else shape.replace("@1", "lower(@1)")

    return (
        Row(op, lambda call, args: build(call, args, folded(call))),
        Row(f"{op}_case", lambda call, args: build(call, args, sql)),
    )


def is_lower(call: Call) -> bool:
    """Whether what is looked for is written in small ASCII letters, so that no row needs to make it so."""
    text = call.args[1].value if isinstance(call.args[1], Literal) else None
    return isinstance(text, str) and text.isascii() and text == text.lower()


def _bound(chars: str) -> str:
    return "[" + "".join(f"\\x{ord(c):02x}" for c in chars) + "]"


_BEFORE = f"(?:^|{_bound(MAJOR + MINOR)}|%(?:{_CODED}))"
_AFTER = f"(?:$|{_bound(MAJOR + MINOR)})"
_BEFORE_MAJOR = f"(?:^|{_bound(MAJOR)}|%(?:{_CODED})|--)"
_AFTER_MAJOR = f"(?:$|{_bound(MAJOR)}|%(?:{_CODED})|--)"
_INSIDE = "[^" + _bound(MAJOR)[1:] + "*"


def term_pattern(term: str, *, whole: bool = False) -> str:
    """RE2 for a bare term: its ends lie at breakers (`whole`: major ones), unless open by a wildcard."""
    body = term.strip("*")
    before, after = (_BEFORE_MAJOR, _AFTER_MAJOR) if whole else (_BEFORE, _AFTER)
    breakers = MAJOR if whole else MAJOR + MINOR
    made = "".join(_INSIDE if char == "*" else _escaped(char) for char in body)
    if not term.startswith("*") and body[0] not in breakers:
        made = before + made
    if not term.endswith("*") and body[-1] not in breakers:
        made += after
    return made


def _escaped(char: str) -> str:
    return char if char.isalnum() or ord(char) > 127 else f"\\x{ord(char):02x}"


def _term(call: Call, args: list[Sql]) -> Sql:
    case, whole = call.op.endswith("_case"), call.op.endswith("_whole")
    text = literal_text(call, 1)
    pattern = exp.Literal.string(f"(?{'s' if case else 'is'}){term_pattern(text, whole=whole)}")
    found = exp.Anonymous(this="regexp_matches", expressions=[args[0], pattern])
    if "*" in text or case:
        return found
    # most events do not hold the text at all, which is cheaper to see
    return expand("contains(lower(@0), lower(@1)) AND @2", *args, found)


def _among(call: Call, args: list[Sql]) -> Sql:
    """Whether fields are, case aside, the values of one of many rows: lists, one a field, and then the fields."""
    half = len(args) // 2
    lists, fields = args[:half], args[half:]
    names = [f"v{n}" for n in range(half)]
    rows = ", ".join(f"unnest(@{n}) AS {name}" for n, name in enumerate(names))
    query = f"@{2 * half} IN (SELECT {_key(names)} FROM (SELECT {rows}) AS given)"  # noqa: S608 - numbered names only
    key = expand(_key([f"@{n}" for n in range(half)]), *fields)
    return expand(query, *lists, *fields, key)


def _key(values: list[str]) -> str:
    """Several texts as one, from which they can be told again."""
    *others, last = [f"lower({value})" for value in values]
    return " || ".join([*(f"length({one}) || ':' || {one}" for one in others), last])


def _ordering(name: str, sign: str) -> Row:
    return once(
        f"splunk.search_{name}",
        f"CASE WHEN {NUMBER} IS NOT NULL THEN {NUMBER} {sign} CAST(@1 AS DOUBLE) ELSE @0 {sign} @1 END",
    )


ROWS = (
    *_field_test("splunk.search_eq", "@0 = @1"),
    *_field_test("splunk.search_starts", "starts_with(@0, @1)"),
    *_field_test("splunk.search_ends", "suffix(@0, @1)"),
    *_field_test("splunk.search_contains", "contains(@0, @1)"),
    *_field_test("splunk.search_like", "@0 LIKE @1 ESCAPE '!'"),
    # a pattern that stands in a field, as in a look-up file
    template("splunk.fits", "@0 LIKE replace(regexp_replace(@1, '([!%_])', '!\\1', 'g'), '*', '%') ESCAPE '!'"),
    template("splunk.search_cidr", "antivenom_cidr_match(@0, @1)"),
    _ordering("lt", "<"),
    _ordering("le", "<="),
    _ordering("gt", ">"),
    _ordering("ge", ">="),
    Row("splunk.search_among", _among),
    Row("splunk.term", _term),
    Row("splunk.term_case", _term),
    Row("splunk.term_whole", _term),
)
