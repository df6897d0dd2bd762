"""A query -> a plan: names resolved, types checked, implicit rules said openly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from antivenom.errors import AntivenomError, MissingInput, QueryError, Unsupported
from antivenom.languages.kql.functions.aggregates import json_or_null
from antivenom.languages.kql.functions.every import FUNCTIONS, unknown
from antivenom.languages.kql.lowering import operators as lower_operators
from antivenom.languages.kql.lowering import serialized
from antivenom.languages.kql.lowering.calls import arguments, invoked, scalar_argument, table_argument
from antivenom.languages.kql.lowering.context import Caller
from antivenom.languages.kql.lowering.expressions import Values
from antivenom.languages.kql.lowering.find import find
from antivenom.languages.kql.lowering.open_schema import Opened, UnknownName
from antivenom.languages.kql.lowering.outside import OUTSIDE, elsewhere, external
from antivenom.languages.kql.lowering.parameters import declared
from antivenom.languages.kql.lowering.scope import Bound, Rows, Scope, Written
from antivenom.languages.kql.lowering.search import search_tables
from antivenom.languages.kql.lowering.sources import datatable, printed, ranged
from antivenom.languages.kql.lowering.stored import Stored
from antivenom.languages.kql.parsing.expressions import ELSEWHERE
from antivenom.languages.kql.syntax import (
    As,
    Datatable,
    Elsewhere,
    Expression,
    External,
    Find,
    Function,
    FunctionCall,
    Invoke,
    Let,
    Name,
    OneOf,
    Operator,
    Parse,
    ParseKv,
    Pipeline,
    Print,
    Query,
    Range,
    Search,
    Subquery,
    UnionWith,
    as_pipeline,
)
from antivenom.languages.kql.values.arranged import arranged
from antivenom.languages.kql.values.conversions import constant, widened
from antivenom.languages.kql.values.folding import whole
from antivenom.plan.catalog import Catalog, meant
from antivenom.plan.inputs import Input
from antivenom.plan.open_schemas import Discover
from antivenom.plan.relations import Aggregate, Assign, Limit, Measure, Plan, Project, Relation, Source, fresh
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Literal, new_column
from antivenom.source import SourceText, Span
from antivenom.tables import ColumnType

_DEEPEST = 150
_MOST_STEPS = 60_000
_MOST_STAGES = 1500
_LISTED = (Type.STRING, Type.INT, Type.LONG, Type.DATETIME, Type.TIMESPAN, Type.BOOL, Type.GUID)
_TYPES: dict[ColumnType, Type] = {
    type_: Type(type_.value) for type_ in ColumnType if type_ is not ColumnType.MULTIVALUE
}


def lower(
    query: Query,
    catalog: Catalog,
    source: SourceText,
    discover: Discover | None = None,
    params: Mapping[str, object] | None = None,
) -> Plan:
    """The plan of a query. Raises QueryError or Unsupported, each at its place in the source.

    `discover` runs a relation over the rows at hand, for columns that depend on them; `params` are the values of
    declared query parameters.
    """
    functions = Stored({}, "")
    try:
        lowering = _Lowering(catalog, discover)
        functions = Stored(catalog.functions, source.text)
        scope = lowering.with_lets(query.lets, declared(query, params or {}, functions.scope))
        relation = lowering.relation(query.body, scope, result=True)
        return Plan(relation, source, "kql", tuple(dict.fromkeys(lowering.notes)), tuple(lowering.inputs))
    except AntivenomError as error:
        told = functions.told(error.plain() if isinstance(error, UnknownName) else error)
        raise told.at(source) from None
    except RecursionError:
        raise QueryError("the query nests too deeply", source=source) from None


class _Lowering:
    """The state of one lowering: the catalog, notes for the user, and bounds on what a query may grow to."""

    def __init__(self, catalog: Catalog, discover: Discover | None = None) -> None:
        self.catalog = catalog
        self.notes: list[str] = []
        self.opened = Opened(discover, self.notes)
        self.inputs: list[Input] = []
        self.constants: dict[int, Literal] = {}
        """Columns of print that hold one dynamic literal: Kusto folds paths into it before it runs."""
        self._depth = 0
        self._steps = 0
        self._stages = 0

    @contextmanager
    def step(self, span: Span) -> Iterator[None]:
        """Count one value; QueryError when lets and functions make the query too deep or too large."""
        self._depth += 1
        self._steps += 1
        if self._depth > _DEEPEST:
            raise QueryError(f"with its lets put in, this is more than {_DEEPEST} levels deep", span=span)
        if self._steps > _MOST_STEPS:
            raise QueryError("with its lets put in, the query grows too large", span=span)
        try:
            yield
        finally:
            self._depth -= 1

    def with_lets(self, lets: tuple[Let, ...], scope: Scope) -> Scope:
        """The scope with lets bound in order, each seeing those before it."""
        seen: set[str] = set()
        for let in lets:
            if let.name in seen:
                raise QueryError(f"{let.name} is bound twice", span=let.span)
            seen.add(let.name)
            scope = scope.bind(let.name, Written(let.value, scope), local=False)
        return scope

    # --- tables

    def relation(self, pipeline: Pipeline, scope: Scope, *, result: bool = False) -> Relation:
        """The rows of a pipeline. With `result`, a lone value becomes a table of one cell."""
        with self.step(pipeline.span):
            if result and not self.is_table(pipeline, scope) and not self._names_nothing(pipeline.origin, scope):
                raise QueryError("the query is a single value, not rows", span=pipeline.span, hint="print it")
            self._stage(pipeline.span)
            scope = replace(scope, groups=None)
            relation, rest = self._begun(pipeline, scope)
            state = serialized.at_start(pipeline, scope) if rest is pipeline.operators else None
            return self.through(rest, relation, scope, state)

    def through(self, operators: Sequence[Operator], relation: Relation, scope: Scope, state: bool | None) -> Relation:
        """The rows after operators; `state` says whether they are in order before them."""
        for index, operator in enumerate(operators):
            self._stage(operator.span)
            later = arranged(operators[index + 1 :]) if isinstance(operator, Parse | ParseKv) else False
            lower = partial(self._applied, replace(scope, serialized=state, arranged=later))
            relation = self.opened.apply(operator, relation, lower)
            state = serialized.after(operator, state)
            if isinstance(operator, As):
                scope = scope.bind(operator.name, Rows(relation), local=False)
        return relation

    def _names_nothing(self, origin: object, scope: Scope) -> bool:
        """Whether a source is a name nobody knows, of which its own error is to be told."""
        if not isinstance(origin, Name | FunctionCall) or origin.name in scope.bindings:
            return False
        return isinstance(origin, Name) or origin.name not in FUNCTIONS

    def _begun(self, pipeline: Pipeline, scope: Scope) -> tuple[Relation, Sequence[Operator]]:
        """The rows to begin with, and the operators after them: what the last invoke gives, or the source."""
        last = max((i for i, operator in enumerate(pipeline.operators) if isinstance(operator, Invoke)), default=None)
        if last is not None:
            return self._called_table(invoked(pipeline, last), scope), pipeline.operators[last + 1 :]
        before = self.opened.count
        relation = self._origin(pipeline, scope)
        if isinstance(pipeline.origin, UnionWith) and self.opened.count > before:
            self.opened.mark(relation)
        return relation, pipeline.operators

    def _applied(self, scope: Scope, operator: Operator, input: Relation) -> Relation:
        return lower_operators.apply(self, operator, input, scope)

    def _stage(self, span: Span) -> None:
        self._stages += 1
        if self._stages > _MOST_STAGES:
            raise QueryError("with its lets put in, the query has too many stages", span=span)

    def _origin(self, pipeline: Pipeline, scope: Scope) -> Relation:
        origin = pipeline.origin
        match origin:
            case Datatable():
                return datatable(self, origin, scope)
            case External():
                return external(self, origin, scope)
            case Print():
                return printed(self, origin, scope)
            case Range():
                return ranged(self, origin, scope)
            case UnionWith():
                return lower_operators.union(self, origin, None, scope)
            case Search():
                return search_tables(self, origin, scope)
            case Find():
                return find(self, origin, scope)
            case Subquery(inner):
                return self.relation(inner, scope)
            case Name():
                return self._named(origin, scope)
            case FunctionCall():
                return self._called_table(origin, scope)
            case Elsewhere():
                return elsewhere(self, origin)
            case _:
                raise QueryError("this is no table", span=pipeline.origin.span)

    def _named(self, node: Name, scope: Scope) -> Relation:
        binding = scope.bindings.get(node.name)
        if isinstance(binding, Written):
            if isinstance(binding.value, Function):
                call = FunctionCall(node.name, (), node.span, node.span)
                return self._let_table(call, binding.value, binding.scope, scope)
            if not self.is_table(binding.value, binding.scope):
                raise QueryError(f"{node.name} is a single value, not a table", span=node.span)
            return self.relation(binding.value, binding.scope.with_columns(None))
        if isinstance(binding, Bound):
            raise QueryError(f"{node.name} is a single value, not a table", span=node.span)
        if isinstance(binding, Rows):
            return Project(binding.relation, fresh(binding.relation.columns), node.span)
        return self._source(node, scope)

    def _by_name(self, node: FunctionCall, scope: Scope) -> Relation:
        """`table("name")`: a let of that name or a table; a second argument, about caches, changes no row."""
        if not 1 <= len(node.args) <= 2:
            raise QueryError(f"table() takes the name of a table, not {len(node.args)} arguments", span=node.span)
        name = Values(self, scope.with_columns(None), None).value(node.args[0])
        if not isinstance(name, Literal) or name.type is not Type.STRING:
            raise QueryError("the name of a table is a constant string", span=node.args[0].span)
        return self._named(Name(str(name.value), node.args[0].span), scope)

    def _source(self, node: Name, scope: Scope) -> Relation:
        schema = self.catalog.find(node.name)
        if schema is None and node.name in OUTSIDE:
            return OUTSIDE[node.name](self, FunctionCall(node.name, (), node.span, node.span), scope)
        if schema is None:
            hint = meant(node.name, [*self.catalog.tables, *scope.bindings])
            raise QueryError(f"there is no table {node.name}", span=node.span, hint=hint)
        for column in schema.columns:
            if column.type not in _TYPES:
                raise Unsupported(f"KQL column of type {column.type.value}", span=node.span)
        columns = tuple(new_column(column.name, _TYPES[column.type]) for column in schema.columns)
        return Source(node.name, columns, node.span)

    def _called_table(self, node: FunctionCall, scope: Scope) -> Relation:
        binding = scope.bindings.get(node.name)
        if isinstance(binding, Written) and isinstance(binding.value, Function):
            return self._let_table(node, binding.value, binding.scope, scope)
        if node.name == "materialize" and len(node.args) == 1:
            return self.relation(as_pipeline(node.args[0]), scope)
        if node.name == "table":
            return self._by_name(node, scope)
        if node.name in ELSEWHERE:
            raise QueryError(f"{node.name}() needs a dot and a table behind it", span=node.span)
        if self.catalog.find(node.name) is not None and not node.args:
            return self._source(Name(node.name, node.name_span), scope)
        if node.name in OUTSIDE:
            return OUTSIDE[node.name](self, node, scope)
        if node.name.startswith("_") or node.name[:1].isupper():
            hint = f"--functions DIR, a folder that holds {node.name}.kql, or functions= in Python"
            raise MissingInput(f"the function {node.name} was not given", span=node.name_span, hint=hint)
        if node.name not in FUNCTIONS:
            raise unknown(node.name, node.name_span, list(scope.bindings))
        raise QueryError(f"{node.name}() gives no table", span=node.name_span)

    def _let_table(self, node: FunctionCall, function: Function, scope: Scope, caller: Scope) -> Relation:
        inner = self.called(node, function, scope, Values(self, caller.with_columns(None), None))
        if not self.is_table(function.body, inner):
            raise QueryError(f"{node.name}() gives a single value, not a table", span=node.span)
        return self.relation(function.body, inner)

    def single(self, pipeline: Pipeline, scope: Scope) -> Relation:
        """toscalar(): one row with the first column's first value, null where there is no row."""
        relation = self.relation(pipeline, scope)
        column = relation.columns[0]
        op = "kusto.any_text" if column.type is Type.STRING else "kusto.first"
        call = Call(op, (column,), column.type, pipeline.span)
        return Aggregate(Limit(relation, 1), (), (Measure(new_column(column.name, column.type), call),))

    def distinct(self, pipeline: Pipeline, scope: Scope) -> tuple[Relation, Type]:
        """One row with the distinct values of a table's first column as a dynamic array, and the column's type; of
        dynamics, what their arrays hold."""
        relation = self.relation(pipeline, scope)
        column = relation.columns[0]
        if column.type is Type.DYNAMIC:
            call = Call("kusto.list_of_dynamic", (column,), Type.DYNAMIC, pipeline.span)
            return Aggregate(relation, (), (Measure(new_column(column.name, Type.DYNAMIC), call),)), Type.DYNAMIC
        if column.type not in _LISTED:
            raise Unsupported(f"KQL list from a table of {column.type.value}", span=pipeline.span)
        value = widened(column, Type.LONG) if column.type is Type.INT else column
        key = new_column(column.name, value.type)
        every = Aggregate(relation, (Assign(key, value),), ())
        call = Call("kusto.list", (json_or_null(key),), Type.DYNAMIC, pipeline.span)
        made = Aggregate(every, (), (Measure(new_column(column.name, Type.DYNAMIC), call),))
        return made, value.type

    # --- what is a table

    def is_table(self, pipeline: Pipeline, scope: Scope) -> bool:
        """Whether a pipeline gives rows rather than one value."""
        return bool(pipeline.operators) or self._gives_rows(pipeline.origin, scope)

    def _gives_rows(self, node: object, scope: Scope) -> bool:
        """Follows names through their lets, which only ever lead to earlier ones."""
        while True:
            match node:
                case Datatable() | External() | Print() | Range() | UnionWith() | Search() | Find():
                    return True
                case Subquery() | Elsewhere():
                    return True
                case Name(name):
                    if scope.column(name) is not None:
                        return False
                    binding = scope.bindings.get(name)
                    if not isinstance(binding, Written):
                        known = binding is None and (name in OUTSIDE or self.catalog.find(name) is not None)
                        return known or isinstance(binding, Rows)
                case FunctionCall(name):
                    if name in ("materialize", "table"):
                        return True
                    binding = scope.bindings.get(name)
                    if not isinstance(binding, Written):
                        return binding is None and (name in OUTSIDE or self.catalog.find(name) is not None)
                case _:
                    return False
            value, scope = binding.value, binding.scope
            if isinstance(value, Function):
                scope = self.inside(value, scope)
                value = value.body
            if value.operators:
                return True
            scope = scope.with_columns(None)
            node = value.origin

    def table_item(self, node: OneOf, scope: Scope) -> Pipeline | None:
        """The table on the right of an `in`, if it is one."""
        if len(node.items) != 1:
            return None
        pipeline = as_pipeline(node.items[0])
        return pipeline if self.is_table(pipeline, scope) else None

    # --- functions

    def inside(self, function: Function, scope: Scope) -> Scope:
        """The scope of a function's body as far as its shape goes: lets bound, parameters not yet values."""
        for parameter in function.parameters:
            scope = scope.bind(parameter.name, Bound(Literal(None, parameter.type or Type.STRING)), local=True)
            if parameter.columns is not None:
                empty = Pipeline(
                    Subquery(Pipeline(Name(parameter.name, parameter.span), (), parameter.span), parameter.span),
                    (),
                    parameter.span,
                )
                scope = scope.bind(parameter.name, Written(empty, scope))
        return self.with_lets(function.lets, scope)

    def called(self, node: FunctionCall, function: Function, scope: Scope, caller: Caller) -> Scope:
        """The scope of a function's body for one call: its parameters bound to the arguments."""
        with self.step(node.span):
            given = arguments(node, function)
            for parameter in function.parameters:
                arg = given.get(parameter.name)
                if parameter.columns is not None:
                    scope = scope.bind(parameter.name, table_argument(self, node, parameter, arg, caller))
                else:
                    value = scalar_argument(node, parameter, arg, caller)
                    scope = scope.bind(parameter.name, Bound(value, argument=True), local=True)
            return self.with_lets(function.lets, scope.with_columns(None))

    def constant_whole(self, node: Expression, scope: Scope, what: str) -> int:
        """A whole number that must be constant, such as take's."""
        value = Values(self, scope.with_columns(None), None).value(node)
        number = whole(value)
        if number is None:
            if value.type.integral and constant(value):
                raise Unsupported(f"KQL {what} that is computed", span=node.span)
            raise QueryError(f"{what} must be a constant whole number", span=node.span)
        return number
