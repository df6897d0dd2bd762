"""project-away, -keep, -rename, -reorder and -by-names: columns chosen, named or put in order by their names."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Values
from antivenom.languages.kql.lowering.groups import passed
from antivenom.languages.kql.lowering.open_schema import UnknownName
from antivenom.languages.kql.lowering.rows import shown
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Expression, Name, ProjectByNames, ProjectRename, ProjectReorder, ProjectSome
from antivenom.plan.catalog import meant
from antivenom.plan.relations import Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal
from antivenom.source import Span


def _matching(pattern: str, span: Span, columns: tuple[Column, ...]) -> list[Column]:
    found = _fitting(pattern, columns)
    if not found and "*" not in pattern:
        raise _no_column(pattern, span, columns)
    return found


def _fitting(pattern: str, columns: tuple[Column, ...]) -> list[Column]:
    """The columns of a name, or of a pattern with `*`; none where there are none."""
    if "*" not in pattern:
        return [column for column in columns if column.name == pattern]
    shape = pattern.replace("[", "[[]").replace("?", "[?]")
    return [column for column in columns if fnmatchcase(column.name, shape)]


def _no_column(name: str, span: Span, columns: tuple[Column, ...]) -> QueryError:
    hint = meant(name, [column.name for column in columns])
    return UnknownName(name, f"there is no column {name}", span=span, hint=hint)


def _kept(input: Relation, columns: list[Column], scope: Scope, span: Span) -> Relation:
    if not columns:
        raise QueryError("no column is left", span=span)
    return Project(input, (*same(columns), *passed(scope)), span)


def some(node: ProjectSome, input: Relation, scope: Scope) -> Relation:
    """project-away and project-keep."""
    columns = scope.shown(input.columns)
    named = {column.id for pattern, span in node.patterns for column in _matching(pattern, span, columns)}
    return _kept(input, [c for c in columns if (c.id in named) is node.keep], scope, node.span)


def renamed(node: ProjectRename, input: Relation, scope: Scope) -> Relation:
    """project-rename."""
    new_names: dict[int, str] = {}
    columns = scope.shown(input.columns)
    for new, old, span in node.pairs:
        column = _matching(old, span, columns)[0]
        if column.id in new_names:
            raise QueryError(f"{old} is renamed twice", span=span)
        if new != old and any(column.name == new for column in columns):
            raise QueryError(f"there is a column {new} already", span=span)
        new_names[column.id] = new
    final = [new_names.get(column.id, column.name) for column in input.columns]
    for new, _, span in node.pairs:
        if final.count(new) > 1:
            raise QueryError(f"there would be two columns {new}", span=span)
    assigns = tuple(shown(name, column) for name, column in zip(final, input.columns, strict=True))
    return Project(input, assigns, node.span)


def reordered(node: ProjectReorder, input: Relation, scope: Scope) -> Relation:
    """project-reorder."""
    order: list[Column] = []
    columns = scope.shown(input.columns)
    for pattern, span, direction in node.patterns:
        found = [column for column in _matching(pattern, span, columns) if column not in order]
        order += _directed(found, direction, span)
    return _kept(input, order + [column for column in columns if column not in order], scope, node.span)


def _directed(columns: list[Column], direction: str | None, span: Span) -> list[Column]:
    """Columns by their names; the granny forms only where numbers in the names make no difference."""
    if direction is None:
        return columns
    plain = sorted(columns, key=lambda column: column.name)
    if direction.startswith("granny"):
        counted = sorted(columns, key=lambda column: _parts(column.name))
        if counted != plain:
            raise Unsupported(f"KQL project-reorder {direction} of names with numbers", span=span)
    return plain[::-1] if direction.endswith("desc") else plain


def _parts(name: str) -> list[tuple[str, int]]:
    """The text and number parts of a name."""
    return [(text, int(number or 0)) for text, number in re.findall(r"(\D*)(\d*)", name)]


# --- project-by-names


def by_names(lowering: Lowering, node: ProjectByNames, input: Relation, scope: Scope) -> Relation:
    """project-by-names: columns in the order they are asked for; names that no column has are passed over."""
    if lowering.opened.is_open(input):
        raise Unsupported("KQL project-by-names over columns that are not all known", span=node.span)
    columns = scope.shown(input.columns)
    order: list[Column] = []
    for item in node.items:
        for name in _names(lowering, item, columns, scope):
            order += [column for column in _fitting(name, columns) if column not in order]
    if not order:
        raise Unsupported("KQL project-by-names that leaves no column", span=node.span)
    return _kept(input, order, scope, node.span)


def _names(lowering: Lowering, item: Expression, columns: tuple[Column, ...], scope: Scope) -> list[str]:
    """What one item asks for: a string, or an array of strings, such as column_names_of(table) gives."""
    if isinstance(item, Name) and any(column.name == item.name for column in columns):
        raise Unsupported(
            "KQL project-by-names of a column outside quotes", span=item.span, hint=f'write "{item.name}"'
        )
    value = Values(lowering, scope.with_columns(None), None).value(item)
    if not isinstance(value, Literal) or value.type not in (Type.STRING, Type.DYNAMIC):
        raise QueryError("a constant string or array of names goes here", span=item.span)
    if value.type is Type.STRING:
        return [str(value.value)]
    held = json.loads(str(value.value)) if value.value is not None else []
    names = held if isinstance(held, list) else [held]
    if not all(isinstance(name, str) for name in names):
        raise Unsupported("KQL project-by-names with names that are no strings", span=item.span)
    return names
