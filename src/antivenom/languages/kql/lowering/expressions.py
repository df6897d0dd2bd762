"""Expressions -> plan values, at one place of a query: a row of columns, or no row at all."""

from __future__ import annotations

import json
from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions import dynamic as functions_dynamic
from antivenom.languages.kql.functions import every as functions
from antivenom.languages.kql.functions.series import part
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.lowering import windows
from antivenom.languages.kql.lowering.calls import column_names
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.open_schema import UnknownName
from antivenom.languages.kql.lowering.places import GEO_INFO, placed
from antivenom.languages.kql.lowering.rows import Row
from antivenom.languages.kql.lowering.scope import Bound, Scope, Written
from antivenom.languages.kql.lowering.spread import MARK
from antivenom.languages.kql.parsing import words
from antivenom.languages.kql.syntax import (
    Between,
    Binary,
    Constant,
    Elsewhere,
    Expression,
    Function,
    FunctionCall,
    Index,
    Logical,
    Member,
    Name,
    Negative,
    OneOf,
    Pipeline,
    Star,
    Subquery,
    as_pipeline,
)
from antivenom.languages.kql.values import arithmetic, comparisons, paths, star
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values.packs import PACKS, all_packed, columns_packed, starred
from antivenom.languages.kql.values.several import width
from antivenom.languages.kql.values.terms import together
from antivenom.plan.catalog import meant
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, columns_of
from antivenom.source import Span

__all__ = ["Row", "Values"]

_ARITHMETIC = frozenset("+-*/%")
_COMPARISON = frozenset({"==", "!=", "<", "<=", ">", ">="})
_TYPED = {"extract": 3, "extract_json": 2, "extractjson": 2}
"""Functions that take a typeof(...), and where."""


Aggregates = Callable[[FunctionCall], Value | None]
"""Given a call, the value of the aggregate it is, or None when it is none."""


class Values:
    """Lowers the expressions of one operator. `row` is None where no rows are at hand."""

    def __init__(self, lowering: Lowering, scope: Scope, row: Row | None, aggregates: Aggregates | None = None) -> None:
        self.lowering = lowering
        self.scope = scope
        self.row = row
        self._aggregates = aggregates

    def value(self, node: Expression) -> Value:
        """The plan value of an expression. Raises QueryError and Unsupported with its span."""
        with self.lowering.step(node.span):
            return self._value(node)

    def condition(self, node: Expression) -> Value:
        """An expression that must be a bool."""
        return to.boolean(self.value(node), node.span)

    def _value(self, node: Expression) -> Value:
        match node:
            case Constant(value, type_, span):
                return Literal("" if type_ is Type.STRING and value is None else value, type_, span)
            case Name():
                return self._name(node)
            case FunctionCall():
                return self._call(node)
            case Binary(_, Star(), right):
                return star.predicate(node, self.scope.columns or (), self.value(right))
            case Binary(operator, left, right):
                return self._binary(node, operator, self.value(left), self.value(right))
            case Logical(operator, operands, span):
                if operator == "and":
                    return Call("bool.and", tuple(self.condition(o) for o in operands), Type.BOOL, span)
                return self._any(operands, span)
            case OneOf():
                return self._one_of(node)
            case Between():
                return self._between(node)
            case Negative(operand, span):
                return arithmetic.negative(self.value(operand), span)
            case Member() | Index():
                return self._path(node)
            case Subquery(span=span) | Elsewhere(span=span):
                raise QueryError("a table stands where a single value must", span=span, hint="use toscalar(...)")
            case Star(span):
                raise Unsupported("KQL * as a value", span=span, hint="count() takes none")

    def _any(self, operands: tuple[Expression, ...], span: Span) -> Value:
        columns = self.scope.columns or ()
        texts = [c.name for c in columns if c.type is Type.STRING and self.scope.column(c.name) is c]
        conditions = [self.condition(operand) for operand in together(operands, texts)]
        return conditions[0] if len(conditions) == 1 else Call("bool.or", tuple(conditions), Type.BOOL, span)

    # --- names

    def _name(self, node: Name) -> Value:
        if node.name in words.READ and not node.quoted:
            raise words.bracketed(node.name, node.span)
        column = self.scope.column(node.name)
        if column is not None:
            return column
        binding = self.scope.bindings.get(node.name)
        if isinstance(binding, Bound):
            return self._bound(node, binding)
        if isinstance(binding, Written):
            return self._let(node, binding)
        if self.lowering.catalog.find(node.name) is not None:
            raise QueryError(f"{node.name} is a table, not a single value", span=node.span)
        raise self._unknown(node)

    def _bound(self, node: Name, binding: Bound) -> Value:
        """A parameter's value: one that hangs on a row is not to be had where a function reads another table."""
        at_hand = set(self.row.relation.columns if self.row else ())
        if binding.argument and not columns_of(binding.value) <= at_hand:
            what = f"{node.name} is of the row the function is called for, and no other table can see it"
            raise QueryError(what, span=node.span)
        return binding.value

    def _let(self, node: Name, binding: Written) -> Value:
        if isinstance(binding.value, Function):
            if any(parameter.default is None for parameter in binding.value.parameters):
                raise QueryError(f"{node.name} is a function", span=node.span, hint=f"write {node.name}(...)")
            return self._let_function(FunctionCall(node.name, (), node.span, node.span), binding.value, binding.scope)
        if self.lowering.is_table(binding.value, binding.scope):
            raise QueryError(f"{node.name} is a table, not a single value", span=node.span)
        return Values(self.lowering, binding.scope.with_columns(None), self.row).scalar(binding.value)

    def scalar(self, pipeline: Pipeline) -> Value:
        """The value of a pipeline that is one expression."""
        assert not pipeline.operators
        return self.value(pipeline.origin)  # type: ignore[arg-type]

    def _unknown(self, node: Name) -> QueryError:
        columns = self.row.relation.columns if self._aggregates and self.row else ()
        if any(column.name == node.name for column in columns):
            return QueryError(
                f"{node.name} must stand inside an aggregate here",
                span=node.span,
                hint="or after by, as a key",
            )
        hint = meant(node.name, self.scope.names())
        if node.name in functions.AGGREGATES or node.name in functions.FUNCTIONS or node.name in windows.WINDOWS:
            hint = f"write {node.name}(...)"
        if node.name.lower() == "null":
            hint = "isnull(...) asks for null, isempty(...) for an empty string"
        if hint is None and self.scope.columns:
            names = [column.name for column in self.scope.columns]
            hint = f"the columns here are {', '.join(names[:12])}{', ...' if len(names) > 12 else ''}"
        return UnknownName(node.name, f"there is no column {node.name}", span=node.span, hint=hint)

    # --- operators

    def _binary(self, node: Binary, operator: str, left: Value, right: Value) -> Value:
        if operator in _ARITHMETIC:
            return arithmetic.binary(operator, left, right, node.span)
        if operator in _COMPARISON:
            return comparisons.compare(operator, left, right, node.span)
        return comparisons.string_operator(operator, left, right, node.span, node.right.span)

    def _between(self, node: Between) -> Value:
        value, low, high = self.value(node.value), self.value(node.low), self.value(node.high)
        if value.type is Type.DATETIME and high.type is Type.TIMESPAN:
            high = arithmetic.binary("+", low, high, node.span)
        parts = (
            comparisons.compare(">=", value, low, node.span),
            comparisons.compare("<=", value, high, node.span),
        )
        made = Call("bool.and", parts, Type.BOOL, node.span)
        return Call("bool.not", (made,), Type.BOOL, node.span) if node.negated else made

    def _one_of(self, node: OneOf) -> Value:
        table = self.lowering.table_item(node, self.scope)
        if table is not None:
            return self._one_of_table(node, table)
        items = [self.value(item) for item in node.items]
        left = self.value(node.value)
        if len(items) == 1 and items[0].type is Type.DYNAMIC and not isinstance(items[0], Literal):
            return comparisons.in_array(node.operator, left, items[0], node.span)
        if not all(isinstance(item, Literal) for item in items):
            return comparisons.one_of_values(node.operator, left, items, node.span)
        terms = node.operator in ("has_any", "has_all")
        literals = comparisons.list_items(items, [item.span for item in node.items], terms=terms)
        return comparisons.one_of(node.operator, left, literals, node.span)

    def _one_of_table(self, node: OneOf, table: Pipeline) -> Value:
        """Membership in a table's first column, which stands as one array beside every row."""
        if self.row is None:
            raise Unsupported(f"KQL {node.operator} a table, here", span=node.operator_span)
        value = self.value(node.value)
        if value.type is Type.DYNAMIC and node.operator in ("in", "!in"):
            raise Unsupported(f"KQL {node.operator} of dynamic and a table", span=node.span)
        values, type_ = self.lowering.distinct(table, self.scope.with_columns(None))
        array = self.row.attach(values)
        if type_ is Type.STRING and value.type not in (Type.STRING, Type.DYNAMIC):
            raise Unsupported(f"KQL {node.operator} of {value.type.value} and string", span=node.span)
        if type_ in (Type.STRING, Type.DYNAMIC):
            return comparisons.in_array(node.operator, value, array, node.span)
        return comparisons.in_values(node.operator, value, array, type_, node.span)

    def _path(self, node: Member | Index) -> Value:
        steps: list[paths.Step] = []
        base: Expression = node
        while isinstance(base, Member | Index):
            steps.insert(0, self._step(base))
            base = base.base
        if width(base) > 1 and isinstance(base, FunctionCall):
            return self._one_of_several(base, steps, node.span)
        value = self.value(base)
        if value.type is not Type.DYNAMIC:
            raise to.wrong_type(value, "a dynamic before the path", base.span)
        self._foldable(value, node)
        return paths.follow(value, steps, node.span)

    def _one_of_several(self, call: FunctionCall, steps: list[paths.Step], span: Span) -> Value:
        """A step into a call of several values takes one of them; further steps go into that one."""
        which = steps[0]
        found = functions_dynamic.sorted_arrays(self._args(call))
        if not isinstance(which, int) or not 0 <= which < len(found):
            raise QueryError(f"{call.name}() gives {len(found)} arrays here", span=span, hint="[0] is the first")
        return paths.follow(found[which], steps[1:], span)

    def _foldable(self, value: Value, node: Member | Index) -> None:
        """A path into a constant must fit it: Kusto rejects an index into a single value (measured)."""
        known = self.lowering.constants.get(value.id) if isinstance(value, Column) else value
        if not isinstance(known, Literal) or not isinstance(known.value, str):
            return
        held = json.loads(known.value)
        chain: list[Member | Index] = []
        at: Expression = node
        while isinstance(at, Member | Index):
            chain.append(at)
            at = at.base
        for step in reversed(chain):
            if isinstance(held, bool | int | float | str):
                raise QueryError("a path goes into a single value", span=step.span)
            key = step.name if isinstance(step, Member) else getattr(step.index, "value", None)
            try:
                held = held[key]
            except (KeyError, IndexError, TypeError):
                return

    def _step(self, node: Member | Index) -> paths.Step:
        if isinstance(node, Member):
            return node.name
        return paths.step_of(self.value(node.index), node.index.span)

    # --- calls

    def _call(self, node: FunctionCall) -> Value:
        if self._aggregates is not None:
            made = self._aggregates(node)
            if made is not None:
                return made
        binding = self.scope.bindings.get(node.name)
        if isinstance(binding, Written) and isinstance(binding.value, Function):
            return self._let_function(node, binding.value, binding.scope)
        if node.name == "toscalar":
            return self._toscalar(node)
        if node.name in ("column_ifexists", "columnifexists"):
            return self._column_if_exists(node)
        if node.name in PACKS:
            return self._pack(node)
        if node.name == GEO_INFO:
            return self._place(node)
        if node.name == "ingestion_time" and not node.args:
            return self._ingestion_time(node)
        if node.name == "column_names_of":
            return column_names(self.lowering, node, self.scope)
        if node.name == "typeof":
            raise QueryError("typeof() stands only where a type is asked for", span=node.span)
        return self._row_function(node)

    def _row_function(self, node: FunctionCall) -> Value:
        if MARK in node.name:
            return part(self._args(node), *node.name.split(MARK))
        if node.name in windows.WINDOWS:
            return windows.build(node, self._args(node), self.row, self.scope.serialized)
        if node.name not in functions.FUNCTIONS:
            raise functions.unknown(node.name, node.name_span, list(self.scope.bindings))
        return functions.build(self._args(node), node.name_span, list(self.scope.bindings))

    def _args(self, node: FunctionCall) -> Args:
        values: list[Value] = []
        spans: list[Span] = []
        for index, arg in enumerate(node.args):
            given = starred(node, self.scope.columns, arg) if isinstance(arg, Star) else [self._argument(node, index)]
            values += given
            spans += [arg.span] * len(given)
        return Args(node.name, values, spans, node.span)

    def _argument(self, node: FunctionCall, index: int) -> Value:
        arg = node.args[index]
        if _TYPED.get(node.name) == index and isinstance(arg, FunctionCall) and arg.name == "typeof":
            inner = arg.args[0] if arg.args else None
            return Literal(inner.name if isinstance(inner, Name) else "", Type.STRING, arg.span)
        return self.value(arg)

    def _pack(self, node: FunctionCall) -> Value:
        values = [self.value(arg) for arg in node.args]
        if node.name == "pack_all":
            return all_packed(node, self.scope.columns, values)
        return columns_packed(node, values)

    def _let_function(self, node: FunctionCall, function: Function, scope: Scope) -> Value:
        if self.lowering.is_table(function.body, self.lowering.inside(function, scope)):
            raise QueryError(f"{node.name}() gives a table, not a single value", span=node.span)
        inner = self.lowering.called(node, function, scope, self)
        return Values(self.lowering, inner.with_columns(None), self.row).scalar(function.body)

    def _place(self, node: FunctionCall) -> Value:
        if len(node.args) != 1:
            raise QueryError(f"{node.name}() takes 1 argument, not {len(node.args)}", span=node.span)
        address = to.only_text(self.value(node.args[0]), node.args[0].span)
        if self.row is None:
            raise Unsupported(f"KQL function {node.name} here", span=node.span)
        self.row.relation, column = placed(self.lowering, self.row.relation, address, node.span)
        return column

    def _toscalar(self, node: FunctionCall) -> Value:
        if len(node.args) != 1:
            raise QueryError("toscalar() takes one table", span=node.span)
        arg = node.args[0]
        pipeline = as_pipeline(arg)
        if not self.lowering.is_table(pipeline, self.scope):
            return self.value(arg)
        if self.row is None:
            raise Unsupported("KQL toscalar here", span=node.span)
        return self.row.attach(self.lowering.single(pipeline, self.scope.with_columns(None)))

    def _ingestion_time(self, node: FunctionCall) -> Value:
        """Logs have no time of ingestion: the event's own time stands for it, and a note says so."""
        for name in ("TimeGenerated", "Timestamp"):
            column = self.scope.column(name)
            if column is not None and column.type is Type.DATETIME:
                self.lowering.notes.append(f"ingestion_time() is the event's own {name}: logs keep no other")
                return column
        raise Unsupported("KQL ingestion_time of rows without TimeGenerated or Timestamp", span=node.name_span)

    def _column_if_exists(self, node: FunctionCall) -> Value:
        if len(node.args) != 2:
            raise QueryError(f"{node.name}() takes a column name and a default", span=node.span)
        name = self.value(node.args[0])
        if not isinstance(name, Literal) or name.type is not Type.STRING:
            raise QueryError("the column name must be constant", span=node.args[0].span)
        column, otherwise = self.scope.column(str(name.value)), self.value(node.args[1])
        if column is not None and column.type is not otherwise.type:
            raise Unsupported(f"KQL {node.name} with a default of another type", span=node.args[1].span)
        return column or otherwise
