"""parse and parse-where: a pattern becomes a regular expression, its columns groups of it.

Kusto's pages leave some corners of the pattern open; docs/semantics-kql.md says how they are read here: a simple
pattern begins where the text does, text may follow its end, and a number reaches as far as it is one.
"""

from __future__ import annotations

from collections.abc import Sequence

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Parse, ParsedColumn, Star
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values import regexes
from antivenom.languages.kql.values.patterns import Pattern, constant_pattern
from antivenom.plan.relations import Assign, Filter, Project, Relation
from antivenom.plan.rust.nodes import Choice
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_WHOLE = "[-+]?(?:0[xX][0-9a-fA-F]+|[0-9]+)"
_REAL = r"(?:[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?|(?i:nan|[-+]?inf(?:inity)?))"
_NUMBERS = {Type.INT: _WHOLE, Type.LONG: _WHOLE, Type.REAL: _REAL}
"""Text that is a number of the type."""
_REGEX_NUMBERS = {
    Type.INT: "-?[0-9]+",
    Type.LONG: "-?[0-9]+",
    Type.REAL: r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?",
}
_TYPED = frozenset({*_NUMBERS, Type.BOOL, Type.GUID, Type.DATETIME, Type.TIMESPAN})
_MOST_COLUMNS = 200


def parse(lowering: Lowering, node: Parse, input: Relation, scope: Scope) -> Relation:
    """The input with the pattern's columns; null, or empty text, in rows that do not match."""
    columns = [part for part in node.parts if isinstance(part, ParsedColumn)]
    _checked(node, columns, input, scope)
    row = Row(input)
    text = to.to_text(Values(lowering, scope.with_columns(input.columns), row).value(node.value))
    found = new_column("parsed", Type.MULTI)
    groups, numbers = _groups(node, text)
    relation: Relation = Project(row.relation, (*_kept(input.columns), Assign(found, groups)), node.span)
    matched = Call("null.is_not_null", (found,), Type.BOOL)
    raw = [_converted(found, number, column) for number, column in zip(numbers, columns, strict=True)]
    relation = Project(relation, (*_kept(relation.columns), *raw), node.span)
    typed = [a.column for a in raw if a.column.type is not Type.STRING]
    strict = [] if node.kind == "relaxed" else [Call("null.is_not_null", (c,), Type.BOOL) for c in typed]
    whole: Value = Call("bool.and", (matched, *strict), Type.BOOL) if strict else matched
    if node.filters:
        relation = Filter(relation, whole, node.span)
    final = [_final(a.column, whole if strict and not node.filters else None) for a in raw]
    return Project(relation, placed(input.columns, final), node.span)


def _checked(node: Parse, columns: list[ParsedColumn], input: Relation, scope: Scope) -> None:
    if node.filters and node.kind == "relaxed":
        raise Unsupported("KQL parse-where kind=relaxed", span=node.span)
    if node.flags and node.kind != "regex":
        raise Unsupported("KQL parse flags without kind=regex", span=node.span)
    if len(columns) > _MOST_COLUMNS:
        raise Unsupported(f"KQL parse into more than {_MOST_COLUMNS} columns", span=node.span)
    no_clash(columns, input, scope, "parse")
    for column in columns:
        if column.type is not Type.STRING and column.type not in _TYPED:
            raise Unsupported(f"KQL parse into a {column.type.value}", span=column.span)


def no_clash(columns: Sequence[ParsedColumn], input: Relation, scope: Scope, operator: str) -> None:
    """Refuses a name twice, and a column that is there already where the order of columns shows."""
    there = {column.name for column in input.columns}
    made: set[str] = set()
    for column in columns:
        if column.name in made:
            raise QueryError(f"{operator} has two columns {column.name}", span=column.span)
        if column.name in there and not scope.arranged:
            hint = "name it anew, or project the columns you want"
            raise Unsupported(f"KQL {operator} into a column that is there", span=column.span, hint=hint)
        made.add(column.name)


def placed(columns: Sequence[Column], made: Sequence[Assign]) -> tuple[Assign, ...]:
    """The columns, those that are made anew in their old places, and then the new ones."""
    anew = {assign.column.name: assign for assign in made}
    kept = [anew.pop(column.name, Assign(column, column)) for column in columns]
    return (*kept, *anew.values())


def _kept(columns: tuple[Column, ...]) -> list[Assign]:
    return [Assign(column, column) for column in columns]


def _converted(found: Column, number: int, column: ParsedColumn) -> Assign:
    """One group as a value of its column's type; null where its text is no such value."""
    part = Call("kusto.part", (found, Literal(number, Type.LONG)), Type.STRING)
    return Assign(new_column(column.name, column.type), to.from_text(part, column.type, column.span))


def _final(raw: Column, whole: Value | None) -> Assign:
    if whole is None:
        return Assign(new_column(raw.name, raw.type), raw)
    nothing = Literal("" if raw.type is Type.STRING else None, raw.type)
    return Assign(new_column(raw.name, raw.type), Call("case.when", (whole, raw, nothing), raw.type))


# --- patterns


def _groups(node: Parse, text: Value) -> tuple[Call, list[int]]:
    """The groups of a row's match, null where there is none, and the places of the columns among them."""
    if node.kind == "regex":
        pattern, numbers = _regex_pattern(node)
        count = Literal(max(numbers, default=-1) + 1, Type.LONG)
        return pattern.call("groups", text, count, type=Type.MULTI, span=node.span), numbers
    numbers = list(range(sum(isinstance(part, ParsedColumn) for part in node.parts)))
    args = (text, Literal(_shape(node), Type.STRING), Literal(len(numbers), Type.LONG))
    return Call("kusto.groups", args, Type.MULTI, node.span), numbers


def _shape(node: Parse) -> str:
    """A simple pattern as a regular expression: each string at its first place after the one before."""
    made = ["(?s)^"]
    for at, part in enumerate(node.parts):
        after = node.parts[at + 1] if at + 1 < len(node.parts) else None
        if isinstance(part, Star):
            made.append(".*?" if after is not None else "")
        elif isinstance(part, str):
            made.append(regexes.literal(part))
        else:
            made.append(_column_shape(part, after, relaxed=node.kind == "relaxed"))
    return "".join(made)


def _column_shape(column: ParsedColumn, after: str | ParsedColumn | Star | None, *, relaxed: bool) -> str:
    """Strictly a column of numbers is a number and nothing else; else it is text, converted later."""
    number = _NUMBERS.get(column.type)
    if isinstance(after, Star):
        if number is None:
            raise Unsupported(f"KQL parse of a {column.type.value} before *", span=column.span)
        return f"(?:({number}))?" if relaxed else rf"\s*({number})"
    if number is not None and not relaxed:
        return rf"\s*({number})\s*"
    return r"(.*)\z" if after is None else "(.*?)"


def _regex_pattern(node: Parse) -> tuple[Pattern, list[int]]:
    """The pattern as Kusto writes it, * being any text and as little of it as possible (documented)."""
    made, numbers, groups = [f"(?{node.flags})" if node.flags else ""], [], 0
    for at, part in enumerate(node.parts):
        if isinstance(part, Star):
            made.append(".*?")
        elif isinstance(part, str):
            parsed = regexes.translate(part, node.span).parsed
            made.append(f"(?:{part})" if isinstance(parsed.node, Choice) else part)
            groups += parsed.groups
        else:
            made.append(_regex_column(part, node, last=at + 1 == len(node.parts)))
            numbers.append(groups)
            groups += 1
    return constant_pattern(Literal("".join(made), Type.STRING), node.span), numbers


def _regex_column(column: ParsedColumn, node: Parse, *, last: bool) -> str:
    if "U" in node.flags and (last or column.type is not Type.STRING):
        raise Unsupported("KQL parse flags=U with this column", span=column.span)
    return f"({_REGEX_NUMBERS.get(column.type, '.*')})"
