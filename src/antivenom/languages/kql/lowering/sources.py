"""Sources that carry their own rows: datatable, print and range."""

from __future__ import annotations

from decimal import Decimal

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.lowering.spread import spread
from antivenom.languages.kql.parsing import literals
from antivenom.languages.kql.parsing.constants import json_of, typed_value
from antivenom.languages.kql.syntax import Constant, Datatable, Expression, Print, Range
from antivenom.languages.kql.values import names
from antivenom.languages.kql.values.conversions import widened
from antivenom.languages.kql.values.ranges import range_type
from antivenom.plan import decimals
from antivenom.plan.relations import Assign, Expand, Project, Relation, Sort, SortKey, ordered
from antivenom.plan.relations import Values as Rows
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span

_MOST_ROWS = 20_000


def datatable(lowering: Lowering, node: Datatable, scope: Scope) -> Relation:
    """The rows of a datatable, each cell a literal of its column's type."""
    seen = [name for name, _ in node.columns]
    if len(set(seen)) < len(seen):
        raise QueryError("a datatable names a column twice", span=node.span)
    values = Values(lowering, scope.with_columns(None), None)
    types = [type_ for _, type_ in node.columns]
    cells = [_cell(values, cell, types[i % len(types)]) for i, cell in enumerate(node.cells)]
    width = len(types)
    rows = tuple(tuple(cells[i : i + width]) for i in range(0, len(cells), width))
    columns = tuple(new_column(name, type_) for name, type_ in node.columns)
    return Rows(rows, columns, node.span)


def _cell(values: Values, node: Expression, type: Type) -> Literal:
    if not isinstance(node, Constant):
        made = values.value(node)
        if not isinstance(made, Literal):
            raise QueryError("a cell of a datatable must be a literal", span=node.span)
        node = Constant(made.value, made.type, node.span)  # type: ignore[arg-type]
    value, given = node.value, node.type
    if value is None:
        return Literal("" if type is Type.STRING else None, type, node.span)
    if given is type:
        return Literal(value, type, node.span)
    match given, type:
        case ((Type.LONG | Type.INT), Type.REAL):
            return Literal(float(value), type, node.span)
        case Type.LONG, Type.INT if isinstance(value, int) and -(2**31) <= value < 2**31:
            return Literal(value, type, node.span)
        case Type.INT, Type.LONG:
            return Literal(value, type, node.span)
        case Type.STRING, Type.DYNAMIC:
            return Literal(literals.compact(value), type, node.span)
        case ((Type.LONG | Type.INT | Type.REAL | Type.BOOL | Type.DATETIME), Type.DYNAMIC):
            return Literal(json_of(node), type, node.span)
        case ((Type.LONG | Type.INT), Type.DECIMAL):
            return Literal(str(value), type, node.span)
        case Type.REAL, Type.DECIMAL if Decimal(f"{value:.17g}") == Decimal(repr(value)):
            return Literal(decimals.read(f"{value:.17g}"), type, node.span)
        case Type.STRING, Type.DATETIME | Type.TIMESPAN | Type.GUID | Type.LONG | Type.INT | Type.REAL | Type.DECIMAL:
            read = typed_value(type, str(value))
            if read is not None:
                return Literal(read, type, node.span)
    raise Unsupported(f"KQL datatable cell of {given.value} in a column of {type.value}", span=node.span)


def printed(lowering: Lowering, node: Print, scope: Scope) -> Relation:
    """One row; what nobody named is print_0, print_1, ..."""
    row = _one_row(node.span)
    values = Values(lowering, scope.with_columns(()), row)
    wanted: list[tuple[str | None, bool]] = []
    made = []
    written = [(index, one) for index, target in enumerate(node.targets) for one in spread([target])]
    for index, target in written:
        if len(target.names) > 1:
            raise Unsupported("KQL assignment to several columns", span=target.span)
        if target.names and (target.names[0], True) in wanted:
            raise QueryError(f"{target.names[0]} is assigned twice", span=target.span)
        several = len(spread([node.targets[index]])) > 1
        unnamed = names.of(target.value) if several else f"print_{index}"
        wanted.append((target.names[0], True) if target.names else (unnamed, False))
        made.append(values.value(target.value))
    final = names.settle(wanted)
    assigns = tuple(Assign(new_column(name, value.type), value) for name, value in zip(final, made, strict=True))
    for assign in assigns:
        if isinstance(assign.value, Literal) and assign.value.type is Type.DYNAMIC:
            lowering.constants[assign.column.id] = assign.value
    return Project(row.relation, assigns, node.span)


def _one_row(span: Span) -> Row:
    """A row to hang single values on."""
    return Row(Rows(((Literal(True, Type.BOOL),),), (new_column("print", Type.BOOL),), span))


def ranged(lowering: Lowering, node: Range, scope: Scope) -> Relation:
    """The rows from start to stop, both included where the steps meet them."""
    row = _one_row(node.span)
    values = Values(lowering, scope.with_columns(None), row)
    bounds = [values.value(part) for part in (node.start, node.stop, node.step)]
    type_ = range_type([bound.type for bound in bounds], node.span)
    if isinstance(bounds[2], Literal) and bounds[2].value == 0:
        raise QueryError("the step of a range must not be zero", span=node.step.span)
    column = new_column(node.name, type_)
    numbers = [bound.value for bound in bounds if isinstance(bound, Literal) and isinstance(bound.value, int | float)]
    if len(numbers) == 3 and type_ is not Type.REAL:
        start, stop, step = (int(number) for number in numbers)
        count = max(0, (stop - start) // step + 1)
        if count <= _MOST_ROWS:
            return Rows(tuple((Literal(start + i * step, type_),) for i in range(count)), (column,), node.span)
    return _walked(column, bounds, row.relation, node.span)


def _walked(column: Column, bounds: list[Value], row: Relation, span: Span) -> Relation:
    """The rows of a range that the engine counts through."""
    real = column.type is Type.REAL
    parts = tuple(widened(bound, Type.REAL) if real else bound for bound in bounds)
    counted = new_column(column.name, Type.REAL if real else Type.LONG)
    numbers = Call("range.reals" if real else "range.longs", parts, Type.MULTI, span)
    rows = Expand(row, (Assign(counted, numbers),), span, keep_empty=False)
    kept = Call("kusto.int_of_long", (counted,), Type.INT) if column.type is Type.INT else counted
    if column.type in (Type.DATETIME, Type.TIMESPAN):
        kept = Call("kusto.same_ticks", (counted,), column.type)
    shown = (Assign(column, kept),)
    if ordered(rows):
        return Project(rows, shown, span)
    way = Call("kusto.along", (counted, parts[2]), counted.type)
    return Project(Sort(rows, (SortKey(way, False, False),)), shown, span)
