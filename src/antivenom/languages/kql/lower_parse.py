"""parse and parse-where: a pattern becomes regular expressions, its columns their groups.

Kusto's pages leave some corners of the pattern open: whether text may follow its last string, how far a number
reaches. Every reading becomes a regular expression of its own; rows on which they differ end the run.
"""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.kql import conversions as to
from antivenom.languages.kql import regexes
from antivenom.languages.kql.context import Lowering
from antivenom.languages.kql.lower_values import Row, Values
from antivenom.languages.kql.scope import Scope
from antivenom.languages.kql.syntax import Parse, ParsedColumn, Star
from antivenom.plan.relations import Assign, Filter, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_WHOLE = "[-+]?(?:0[xX][0-9a-fA-F]+|[0-9]+)"
_REAL = r"(?:[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|(?i:nan|[-+]?inf(?:inity)?))"
_NUMBERS = {Type.INT: _WHOLE, Type.LONG: _WHOLE, Type.REAL: _REAL}
"""Text that some reading of Kusto's rule takes as a number of the type."""
_PLAIN_WHOLE = "-?[0-9]+"
_PLAIN = {
    Type.INT: _PLAIN_WHOLE,
    Type.LONG: _PLAIN_WHOLE,
    Type.REAL: r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?",
    Type.BOOL: "(?i:true|false)",
    Type.GUID: "(?i:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})",
}
"""Text that every reading takes as the value it shows."""
_WIDE = {
    Type.INT: rf"\s*{_WHOLE}\s*",
    Type.LONG: rf"\s*{_WHOLE}\s*",
    Type.REAL: rf"\s*{_REAL}\s*",
    Type.BOOL: rf"\s*(?:(?i:true|false)|{_WHOLE})\s*",
    Type.GUID: r"[0-9a-fA-F(){}\s-]{32,}",
}
_TYPED = frozenset({*_PLAIN, Type.DATETIME, Type.TIMESPAN})
_MOST_COLUMNS = 200


def parse(lowering: Lowering, node: Parse, input: Relation, scope: Scope) -> Relation:
    """The input with the pattern's columns; null, or empty text, in rows that do not match."""
    columns = [part for part in node.parts if isinstance(part, ParsedColumn)]
    _checked(node, columns, input)
    row = Row(input)
    text = to.to_text(Values(lowering, scope.with_columns(input.columns), row).value(node.value))
    found = new_column("parsed", Type.MULTI)
    groups = _groups(node, text)
    relation: Relation = Project(row.relation, (*_kept(input.columns), Assign(found, groups)), node.span)
    matched = Call("null.is_not_null", (found,), Type.BOOL)
    raw = [_converted(found, index, column) for index, column in enumerate(columns)]
    relation = Project(relation, (*_kept(relation.columns), *raw), node.span)
    typed = [a.column for a in raw if a.column.type is not Type.STRING]
    strict = [] if node.kind == "relaxed" else [Call("null.is_not_null", (c,), Type.BOOL) for c in typed]
    whole: Value = Call("bool.and", (matched, *strict), Type.BOOL) if strict else matched
    if node.filters:
        relation = Filter(relation, whole, node.span)
    final = [_final(a.column, whole if strict and not node.filters else None) for a in raw]
    return Project(relation, (*_kept(input.columns), *final), node.span)


def _checked(node: Parse, columns: list[ParsedColumn], input: Relation) -> None:
    if node.filters and node.kind == "relaxed":
        raise Unsupported("KQL parse-where kind=relaxed", span=node.span)
    if node.flags and node.kind != "regex":
        raise Unsupported("KQL parse flags without kind=regex", span=node.span)
    if len(columns) > _MOST_COLUMNS:
        raise Unsupported(f"KQL parse into more than {_MOST_COLUMNS} columns", span=node.span)
    there = {column.name for column in input.columns}
    for column in columns:
        no_clash(column, there, "parse")
        if column.type is not Type.STRING and column.type not in _TYPED:
            raise Unsupported(f"KQL parse into a {column.type.value}", span=column.span)


def no_clash(column: ParsedColumn, there: set[str], operator: str) -> None:
    """Refuses a column that is there already. Notes the name in `there`."""
    if column.name in there:
        raise Unsupported(f"KQL {operator} into a column that is there", span=column.span, hint="name it anew")
    there.add(column.name)


def _kept(columns: tuple[Column, ...]) -> list[Assign]:
    return [Assign(column, column) for column in columns]


def _converted(found: Column, index: int, column: ParsedColumn) -> Assign:
    """One group as a value of its column's type; null where its text is no such value."""
    part: Value = Call("kusto.part", (found, Literal(index, Type.LONG)), Type.STRING)
    if column.type in _PLAIN:
        patterns = tuple(Literal(f"^(?:{shapes[column.type]})$", Type.STRING) for shapes in (_PLAIN, _WIDE))
        part = Call("kusto.plainly", (part, *patterns), Type.STRING)
    return Assign(new_column(column.name, column.type), to.from_text(part, column.type, column.span))


def _final(raw: Column, whole: Value | None) -> Assign:
    if whole is None:
        return Assign(new_column(raw.name, raw.type), raw)
    nothing = Literal("" if raw.type is Type.STRING else None, raw.type)
    return Assign(new_column(raw.name, raw.type), Call("case.when", (whole, raw, nothing), raw.type))


# --- patterns


def _groups(node: Parse, text: Value) -> Call:
    """The texts of the columns in a row, or null where the row does not match."""
    count = Literal(sum(isinstance(part, ParsedColumn) for part in node.parts), Type.LONG)
    if node.kind == "regex":
        main, others = _regex_patterns(node)
        op = "kusto.groups_strict"
    elif node.kind == "relaxed":
        main, others = _shape(node, ended=False, numbers=False), [_shape(node, ended=True, numbers=False)]
        others.append(_shape(node, ended=False, numbers=True))
        op = "kusto.groups_relaxed"
    else:
        main = _shape(node, ended=False, numbers=True)
        others = [_shape(node, ended=True, numbers=True), _shape(node, ended=True, numbers=False)]
        op = "kusto.groups_strict"
    patterns = list(dict.fromkeys([main, *others])) if op == "kusto.groups_strict" else [main, *others]
    return Call(op, (text, count, *(Literal(p, Type.STRING) for p in patterns)), Type.MULTI, node.span)


def _shape(node: Parse, *, ended: bool, numbers: bool) -> str:
    """A simple pattern as a regular expression: each string at its first place after the one before.

    `ended`: nothing may follow the last string; `numbers`: a column of numbers is a number and nothing else.
    """
    made = ["(?s)^"]
    for at, part in enumerate(node.parts):
        after = node.parts[at + 1] if at + 1 < len(node.parts) else None
        if isinstance(part, Star):
            made.append(".*?" if after is not None else "")
        elif isinstance(part, str):
            made.append(regexes.literal(part))
        else:
            made.append(_column_shape(part, after, node, ended=ended, numbers=numbers))
    last = node.parts[-1]
    return "".join(made) + (r"\z" if ended and isinstance(last, str) else "")


def _column_shape(
    column: ParsedColumn, after: str | ParsedColumn | Star | None, node: Parse, *, ended: bool, numbers: bool
) -> str:
    number = _NUMBERS.get(column.type)
    if isinstance(after, Star):
        if number is None:
            raise Unsupported(f"KQL parse of a {column.type.value} before *", span=column.span)
        number = rf"\s*({number})" if numbers else f"({number})"
        return f"(?:{number})?" if node.kind == "relaxed" else number
    if number is not None and numbers:
        return rf"\s*({number})\s*" + (r"\z" if after is None and ended else "")
    return r"(.*)\z" if after is None else "(.*?)"


def _regex_patterns(node: Parse) -> tuple[str, list[str]]:
    """The pattern as documented, and once more with the other reading of * and of where a match begins."""
    if set(node.flags) - set("imsU"):
        raise Unsupported(f"KQL parse flags={node.flags}", span=node.span)
    lazy, greedy = (_regex_shape(node, star) for star in (".*?", ".*"))
    flags = f"(?{node.flags})" if node.flags else ""
    return flags + lazy, [f"{flags}^{greedy}"]


def _regex_shape(node: Parse, star: str) -> str:
    made: list[str] = []
    for at, part in enumerate(node.parts):
        if isinstance(part, Star):
            made.append(star)
        elif isinstance(part, str):
            made.append(regexes.without_groups(part, node.span))
        else:
            made.append(_regex_column(part, node, last=at + 1 == len(node.parts)))
    return "".join(made)


def _regex_column(column: ParsedColumn, node: Parse, *, last: bool) -> str:
    if "U" in node.flags and (last or column.type is not Type.STRING):
        raise Unsupported("KQL parse flags=U with this column", span=column.span)
    if column.type in (Type.INT, Type.LONG):
        return f"({_PLAIN_WHOLE})"
    if column.type is Type.REAL:
        return f"({_PLAIN[Type.REAL]})"
    return "(.*)"
