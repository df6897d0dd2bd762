"""The call of a plugin as its lowering reads it: arguments by name or place, columns, constants and tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.open_schema import UnknownName
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import Evaluate, Expression, Name, as_pipeline
from antivenom.plan.catalog import meant
from antivenom.plan.relations import Assign, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Column, Literal, Value
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class PluginCall:
    """One `evaluate`: its node, the rows before it, and its arguments by the names that the plugin gives them.

    `rest` are the arguments behind the named ones.
    """

    lowering: Lowering
    node: Evaluate
    input: Relation
    scope: Scope
    args: dict[str, Expression]
    rest: tuple[Expression, ...]

    @property
    def name(self) -> str:
        """The plugin."""
        return self.node.plugin.name

    @property
    def span(self) -> Span:
        """Where it is called."""
        return self.node.span

    def column(self, name: str) -> Column:
        """An argument that must be the name of a column of the rows."""
        return self.column_of(self.required_argument(name), self.input)

    def columns(self, given: Sequence[Expression]) -> list[Column]:
        """Arguments that must all be names of columns of the rows, each once."""
        found = [self.column_of(arg, self.input) for arg in given]
        if len({column.id for column in found}) < len(found):
            raise Unsupported(f"KQL {self.name} of one column twice", span=self.span)
        return found

    def column_of(self, arg: Expression, relation: Relation) -> Column:
        """The column of a relation that an argument names."""
        if not isinstance(arg, Name):
            raise QueryError(f"{self.name} takes the name of a column here", span=arg.span)
        for column in relation.columns:
            if column.name == arg.name:
                return column
        hint = meant(arg.name, [column.name for column in relation.columns])
        raise UnknownName(arg.name, f"there is no column {arg.name}", span=arg.span, hint=hint)

    def constant(self, name: str, *types: Type) -> Literal | None:
        """An argument that must be a literal of one of these types; None where it is not given."""
        if name not in self.args:
            return None
        arg = self.args[name]
        value = Values(self.lowering, self.scope.with_columns(None), None).value(arg)
        if not isinstance(value, Literal):
            raise Unsupported(f"KQL {self.name}: {name} that is not constant", span=arg.span)
        if value.type not in types or value.value is None:
            wanted = " or ".join(f"a {type_.value}" for type_ in types)
            raise QueryError(f"{name} must be {wanted}", span=arg.span)
        return value

    def text(self, name: str, default: str) -> str:
        """A constant string."""
        value = self.constant(name, Type.STRING)
        return default if value is None else str(value.value)

    def whole(self, name: str) -> int:
        """A constant whole number that must be given."""
        self.required_argument(name)
        value = self.constant(name, Type.INT, Type.LONG)
        assert value is not None
        assert isinstance(value.value, int)
        return value.value

    def flag(self, name: str) -> bool:
        """A constant bool, false where it is not given."""
        value = self.constant(name, Type.BOOL)
        return value is not None and bool(value.value)

    def required(self, name: str, *types: Type) -> Literal:
        """A constant that must be given."""
        self.required_argument(name)
        value = self.constant(name, *types)
        assert value is not None
        return value

    def value(self, name: str) -> tuple[Value, Relation]:
        """An expression over the rows, and the rows it reads."""
        row = Row(self.input)
        value = Values(self.lowering, self.scope.with_columns(self.input.columns), row).value(
            self.required_argument(name)
        )
        return value, row.relation

    def table(self, name: str) -> Relation:
        """An argument that must be a table."""
        arg = self.required_argument(name)
        pipeline = as_pipeline(arg)
        if not self.lowering.is_table(pipeline, self.scope.with_columns(None)):
            raise QueryError(f"{name} must be a table", span=arg.span)
        return self.lowering.relation(pipeline, self.scope.with_columns(None))

    def at(self, name: str) -> Span:
        """Where an argument stands; the call where it is not given."""
        return self.args[name].span if name in self.args else self.span

    def required_argument(self, name: str) -> Expression:
        """An argument as written, which must be given."""
        if name not in self.args:
            raise QueryError(f"{self.name} needs {name}", span=self.span)
        return self.args[name]


Plugin = Callable[[PluginCall], Relation]


@dataclass(frozen=True, slots=True)
class PluginRow:
    """One plugin: its name, the names of its arguments, and the relation it becomes.

    `more` plugins take any number of arguments behind these. `schema` plugins take an output schema.
    """

    name: str
    arguments: tuple[str, ...]
    lower: Plugin
    more: bool = False
    schema: bool = False
    options: tuple[str, ...] = ()
    """Arguments that are given by name only."""

    def call(self, lowering: Lowering, node: Evaluate, input: Relation, scope: Scope) -> PluginCall:
        """The call, its arguments sorted. Raises QueryError for one too many or a name it has not."""
        if node.schema is not None and not self.schema:
            raise Unsupported(f"KQL {self.name} with an output schema", span=node.schema.span)
        named = node.plugin.named or (None,) * len(node.plugin.args)
        args: dict[str, Expression] = {}
        rest: list[Expression] = []
        for index, (name, arg) in enumerate(zip(named, node.plugin.args, strict=True)):
            wanted = self._place(name, index, arg)
            if wanted is None:
                rest.append(arg)
            elif wanted in args:
                raise QueryError(f"{wanted} is given twice", span=arg.span)
            else:
                args[wanted] = arg
        return PluginCall(lowering, node, input, scope, args, tuple(rest))

    def _place(self, name: str | None, index: int, arg: Expression) -> str | None:
        if name is None:
            if index < len(self.arguments):
                return self.arguments[index]
            if self.more:
                return None
            raise QueryError(f"{self.name} takes {len(self.arguments)} arguments at most", span=arg.span)
        folded = {known.lower(): known for known in (*self.arguments, *self.options)}
        if name.lower() not in folded:
            hint = meant(name, folded.values())
            raise QueryError(f"{self.name} has no argument {name}", span=arg.span, hint=hint)
        return folded[name.lower()]


def shown(relation: Relation, assigns: Sequence[Assign], span: Span) -> Relation:
    """Some columns computed from a relation."""
    return Project(relation, tuple(assigns), span)
