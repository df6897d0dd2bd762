"""Kusto's comparison and string operators, by the types of their sides."""

from __future__ import annotations

import json
from collections.abc import Sequence

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.values import decimals, mixtures, patterns, regexes
from antivenom.languages.kql.values.conversions import text, to_json, to_text, widened, wrong_type
from antivenom.languages.kql.values.mixtures import literal_beside
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, Value
from antivenom.source import Span

_OPS = {
    "==": "kusto.eq",
    "!=": "kusto.ne",
    "<": "kusto.lt",
    "<=": "kusto.le",
    ">": "kusto.gt",
    ">=": "kusto.ge",
}
_ORDERED = frozenset({Type.DATETIME, Type.TIMESPAN})
_PLAIN = {
    "contains": "kusto.contains",
    "contains_cs": "kusto.contains_cs",
    "startswith": "kusto.starts",
    "startswith_cs": "kusto.starts_cs",
    "endswith": "kusto.ends",
    "endswith_cs": "kusto.ends_cs",
    "=~": "kusto.same_text",
}
_ONE_REGEX = 500
_MANY = 100
"""A longer list of texts is bound as one JSON array and looked up by hash."""
_IN_ARRAY = {
    "in": "kusto.in_array",
    "in~": "kusto.in_array_nocase",
    "has_any": "kusto.has_any_array",
    "has_all": "kusto.has_all_array",
}
_EDGES = {"has": (True, True), "hasprefix": (True, False), "hassuffix": (False, True)}


def compare(operator: str, left: Value, right: Value, span: Span) -> Value:
    """`==` and its kin. Raises QueryError for types Kusto does not compare, Unsupported where unsure."""
    if operator in ("==", "!="):
        left, right = literal_beside(left, right), literal_beside(right, left)
        mixed = mixtures.equal(left, right, span) if left.type is not right.type else None
        if mixed is not None:
            return mixed if operator == "==" else _not(mixed, span)
    else:
        left, right = mixtures.ordered(left, right, span)
    left, right = _matched(operator, left, right, span)
    if operator not in ("==", "!=") and left.type not in _ORDERED and not left.type.numeric:
        hint = "Kusto orders no strings" if left.type is Type.STRING else None
        raise Unsupported(f"KQL {operator} of {left.type.value}", span=span, hint=hint)
    if left.type is Type.DECIMAL and operator not in ("==", "!="):
        left, right = decimals.rank(left), decimals.rank(right)
    return Call(_OPS[operator], (left, right), Type.BOOL, span)


def _matched(operator: str, left: Value, right: Value, span: Span) -> tuple[Value, Value]:
    types = {left.type, right.type}
    if len(types) == 1 and Type.DYNAMIC not in types:
        return left, right
    if types == {Type.INT, Type.LONG}:
        return widened(left, Type.LONG), widened(right, Type.LONG)
    if types <= {Type.INT, Type.LONG, Type.REAL}:
        return widened(left, Type.REAL), widened(right, Type.REAL)
    if Type.DECIMAL in types and left.type.numeric and right.type.numeric:
        return widened(left, Type.DECIMAL), widened(right, Type.DECIMAL)
    if types == {Type.DYNAMIC}:
        raise QueryError("two dynamic values cannot be compared", span=span, hint="convert them, as by tostring()")
    if types == {Type.DYNAMIC, Type.STRING}:
        return to_text(left), to_text(right)
    if types == {Type.TIMESPAN, Type.STRING} and operator in ("==", "!="):
        hint = "use timespan(...) or totimespan()"  # a text that is sure is a timespan already: literal_beside
        raise Unsupported("KQL comparison of timespan with text", span=span, hint=hint)
    if types == {Type.DATETIME, Type.STRING} and operator in ("==", "!="):
        return _as_time(left, span), _as_time(right, span)
    if types & {Type.DYNAMIC, Type.BOOL, Type.STRING}:
        shown = " with ".join((left.type.value, right.type.value))
        raise Unsupported(f"KQL comparison of {shown}", span=span, hint="convert one side, as by tostring()")
    raise Unsupported(f"KQL comparison of {left.type.value} with {right.type.value}", span=span)


def _as_time(value: Value, span: Span) -> Value:
    if value.type is Type.DATETIME:
        return value
    if isinstance(value, Literal):
        found = literals.point_in_time(str(value.value))
        if found is not None:
            return Literal(found, Type.DATETIME, value.span)
    raise Unsupported("KQL comparison of datetime with text", span=span, hint="use datetime(...) or todatetime()")


def string_operator(operator: str, left: Value, right: Value, span: Span, right_span: Span) -> Value:
    """`has`, `contains`, `=~`, `matches regex` and their kin, negated or not."""
    if operator == ":":
        raise Unsupported("KQL operator : outside of search", span=span, hint="use has")
    if operator == "!~":
        return _not(string_operator("=~", left, right, span, right_span), span)
    if operator.startswith("!"):
        return _not(string_operator(operator[1:], left, right, span, right_span), span)
    if left.type not in (Type.STRING, Type.DYNAMIC):
        raise wrong_type(left, f"a string on the left of {operator}", span)
    left = text(left, span)
    if isinstance(right, Literal) and right.type is Type.DYNAMIC:
        raise Unsupported(f"KQL {operator} a dynamic literal", span=right_span, hint="write a string")
    if operator == "matches regex":
        return patterns.matches(left, right, span, right_span)
    right = text(right, right_span)
    if operator in _PLAIN:
        return Call(_PLAIN[operator], (left, right), Type.BOOL, span)
    word, cased = operator.removesuffix("_cs"), operator.endswith("_cs")
    before, after = _EDGES[word]
    if isinstance(right, Literal):
        pattern = regexes.has([str(right.value)], cased=cased, left=before, right=after)
        return Call("kusto.matches", (left, Literal(pattern, Type.STRING, right_span)), Type.BOOL, span)
    flags = Literal("(?s)" if cased else "(?is)", Type.STRING)
    edges = (Literal(before, Type.BOOL), Literal(after, Type.BOOL))
    return Call("kusto.term", (left, right, flags, *edges), Type.BOOL, span)


def _not(value: Value, span: Span) -> Value:
    return Call("bool.not", (value,), Type.BOOL, span)


def list_items(items: Sequence[Value], spans: Sequence[Span], *, terms: bool = False) -> list[Literal]:
    """The constants of a list: literals, and the elements of dynamic arrays. With `terms` a null is an empty text,
    which has_any and has_all find everywhere (measured)."""
    found: list[Literal] = []
    for item, span in zip(items, spans, strict=True):
        assert isinstance(item, Literal)
        if item.type is Type.DYNAMIC:
            found += _elements(item, span, terms=terms)
        else:
            found.append(item)
    return found


def one_of_values(operator: str, left: Value, items: Sequence[Value], span: Span) -> Value:
    """A list whose items are known only when the query runs: texts as an array, other types one by one."""
    if operator.startswith("!"):
        return _not(one_of_values(operator[1:], left, items, span), span)
    if all(item.type is Type.STRING for item in items):
        array = Call("kusto.array", tuple(to_json(item) for item in items), Type.DYNAMIC, span)
        return in_array(operator, left, array, span)
    if operator != "in" or any(item.type is Type.DYNAMIC for item in items):
        raise Unsupported(f"KQL {operator} of several values that are not constant", span=span)
    return _any_equal(left, items, span)


def _elements(item: Literal, span: Span, *, terms: bool) -> list[Literal]:
    value = json.loads(item.value) if isinstance(item.value, str) else None
    elements = value if isinstance(value, list) else [value]
    return [_element("" if terms and element is None else element, span) for element in elements]


def _element(element: object, span: Span) -> Literal:
    match element:
        case bool():
            return Literal(element, Type.BOOL, span)
        case int() if -(2**63) <= element < 2**63:
            return Literal(element, Type.LONG, span)
        case float():
            return Literal(element, Type.REAL, span)
        case str():
            return Literal(element, Type.STRING, span)
        case _:
            raise Unsupported("KQL list with a null, array or bag in it", span=span)


def one_of(operator: str, left: Value, items: list[Literal], span: Span) -> Value:
    """`in`, `in~`, `has_any`, `has_all` and negations over constants."""
    if operator.startswith("!"):
        return _not(one_of(operator[1:], left, items, span), span)
    if operator in ("has_any", "has_all"):
        return _has_list(operator, left, items, span)
    if operator == "in~":
        texts = [text(item, item.span or span) for item in items]
        if left.type not in (Type.STRING, Type.DYNAMIC):
            raise wrong_type(left, "a string on the left of in~", span)
        left = text(left, span)
        return _in("kusto.in_nocase", left, texts, span)
    if any(item.value is None for item in items):
        raise Unsupported("KQL list with a null in it", span=span)
    left, typed = _typed_items(left, items)
    if typed is not None:
        return _in("kusto.in", left, typed, span)
    return _any_equal(left, items, span)


def _any_equal(left: Value, items: Sequence[Value], span: Span) -> Value:
    """Membership in a list of several types: equality with one of them; nothing equals null."""
    if len(items) > _MANY:
        raise Unsupported(f"KQL in of {left.type.value} and a long list of other types", span=span)
    tests = []
    for item in items:
        equal = compare("==", left, item, span)
        tests.append(Call("bool.is_true", (equal,), Type.BOOL, span))
    return tests[0] if len(tests) == 1 else Call("bool.or", tuple(tests), Type.BOOL, span)


def _in(op: str, left: Value, items: Sequence[Value], span: Span) -> Value:
    if not items:
        return Literal(False, Type.BOOL, span)
    if len(items) > _MANY and left.type is Type.STRING:
        texts = literals.compact([item.value for item in items if isinstance(item, Literal)])
        return Call(f"{op}_many", (left, Literal(texts, Type.DYNAMIC, span)), Type.BOOL, span)
    return Call(op, (left, *items), Type.BOOL, span)


def _typed_items(left: Value, items: list[Literal]) -> tuple[Value, list[Value] | None]:
    """The left side and the items in one type; no items where they have several."""
    if left.type is Type.DYNAMIC and all(item.type is Type.STRING for item in items):
        return to_text(left), list(items)
    wanted = Type.LONG if left.type is Type.INT else left.type
    reals = left.type.numeric and any(item.type is Type.REAL for item in items)
    wanted = Type.REAL if reals else wanted
    if left.type.numeric and Type.DECIMAL in (left.type, *(item.type for item in items)):
        wanted = Type.DECIMAL
    made: list[Value] = []
    for given in items:
        item = literal_beside(given, left)
        assert isinstance(item, Literal)
        if item.type is not wanted and not (item.type.numeric and wanted.numeric):
            return left, None
        made.append(widened(item, wanted))
    return widened(left, wanted), made


def _has_list(operator: str, left: Value, items: list[Literal], span: Span) -> Value:
    if left.type not in (Type.STRING, Type.DYNAMIC):
        raise wrong_type(left, f"a string on the left of {operator}", span)
    left = text(left, span)
    needles = []
    for item in items:
        if item.type is not Type.STRING and not item.type.integral:
            raise Unsupported(f"KQL {operator} of {item.type.value}", span=item.span or span)
        needles.append(str(item.value))
    if operator == "has_any":
        if not needles:
            return Literal(False, Type.BOOL, span)
        return _has(left, needles, span)
    tests = tuple(_has(left, [needle], span) for needle in needles)
    if not tests:
        return Literal(True, Type.BOOL, span)
    return tests[0] if len(tests) == 1 else Call("bool.and", tests, Type.BOOL, span)


def _has(left: Value, needles: list[str], span: Span) -> Value:
    tests = tuple(
        Call(
            "kusto.matches",
            (left, Literal(regexes.has(needles[at : at + _ONE_REGEX], cased=False), Type.STRING, span)),
            Type.BOOL,
            span,
        )
        for at in range(0, len(needles), _ONE_REGEX)
    )
    return tests[0] if len(tests) == 1 else Call("bool.or", tests, Type.BOOL, span)


def in_array(operator: str, left: Value, array: Value, span: Span) -> Value:
    """`in` and `has_any` with an array that is known only when the query runs."""
    if operator.startswith("!"):
        return _not(in_array(operator[1:], left, array, span), span)
    op = _IN_ARRAY.get(operator)
    if op is None:
        raise Unsupported(f"KQL {operator} with an array that is not constant", span=span)
    if operator == "in" and left.type is not Type.STRING:
        return _in_values(left, array, span)
    if left.type not in (Type.STRING, Type.DYNAMIC):
        raise wrong_type(left, f"a string on the left of {operator}", span)
    return Call(op, (text(left, span), array), Type.BOOL, span)


def _in_values(left: Value, array: Value, span: Span) -> Value:
    """Membership of a number, bool or dynamic, by what the elements hold."""
    if not left.type.numeric and left.type not in (Type.BOOL, Type.DYNAMIC):
        raise Unsupported(f"KQL in of {left.type.value} and an array that is not constant", span=span)
    return Call("kusto.in_values", (to_json(left), array), Type.BOOL, span)


def in_values(operator: str, left: Value, array: Value, type: Type, span: Span) -> Value:
    """`in` with an array of values of a type other than string; null is in none."""
    if operator not in ("in", "!in"):
        raise QueryError(f"{operator} compares strings", span=span)
    value = widened(left, Type.LONG) if left.type.integral else left
    if value.type is not type:
        raise Unsupported(f"KQL {operator} of {left.type.value} and {type.value}", span=span)
    found = Call("kusto.set_has_element", (array, to_json(value)), Type.BOOL, span)
    made = Call("null.coalesce", (found, Literal(False, Type.BOOL)), Type.BOOL, span)
    return _not(made, span) if operator.startswith("!") else made
