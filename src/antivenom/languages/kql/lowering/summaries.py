"""summarize: keys, aggregates, expressions over aggregates, and the names Kusto gives to them."""

from __future__ import annotations

from dataclasses import dataclass

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions import percentiles
from antivenom.languages.kql.functions.aggregates import AGGREGATES, REFUSED, measure
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.groups import passed
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.syntax import FunctionCall, Name, Star, Summarize, Target
from antivenom.languages.kql.values import conversions as to
from antivenom.languages.kql.values import decimals, names
from antivenom.plan.relations import Aggregate, Assign, Measure, Project, Relation
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span

_EXTREME = {"arg_max": True, "arg_min": False, "argmax": True, "argmin": False}
_ORDERED = frozenset(
    {Type.STRING, Type.INT, Type.LONG, Type.REAL, Type.DECIMAL, Type.DATETIME, Type.TIMESPAN, Type.BOOL}
)


@dataclass(slots=True)
class _Output:
    """A column of the result: the name wanted, whether it was spelled out, and its value."""

    name: str | None
    spelled: bool
    value: Value


def summarize(lowering: Lowering, node: Summarize, input: Relation, scope: Scope) -> Relation:
    """One row per distinct keys, keys first; without keys one row, even over no rows."""
    return _Summary(lowering, node, input, scope).relation()


class _Summary:
    def __init__(self, lowering: Lowering, node: Summarize, input: Relation, scope: Scope) -> None:
        self.node = node
        self.input = input
        self.scope = scope
        self.columns = scope.shown(input.columns)
        self.row = Row(input, scope.serialized, scope.keys)
        inner = scope.with_columns(input.columns)
        self.values = Values(lowering, inner, self.row)
        self.over = Values(lowering, scope.with_columns(()), self.row, self._aggregate)
        self.measures: list[Measure] = []

    def relation(self) -> Relation:
        keys = [self._key(target) for target in self.node.keys]
        _no_key_twice(self.node.keys)
        outputs = [output for target in self.node.aggregates for output in self._outputs(target, keys)]
        _no_twins([*keys, *outputs], self.node.span)
        existing = [column.name for column in self.columns]
        final = names.settle([(o.name, o.spelled) for o in [*keys, *outputs]], avoid=existing)
        assigns = tuple(
            Assign(new_column(name, key.value.type), key.value) for name, key in zip(final, keys, strict=False)
        )
        return self._shown((*assigns, *passed(self.scope)), outputs, final[len(keys) :])

    def _shown(self, keys: tuple[Assign, ...], outputs: list[_Output], final: list[str]) -> Relation:
        """The aggregate, and a projection above it where an output is more than a measure."""
        made = {m.column.id: m for m in self.measures}
        direct = [made.get(o.value.id) if isinstance(o.value, Column) else None for o in outputs]
        if all(direct) and len({m.column.id for m in direct if m}) == len(self.measures):
            renamed = tuple(
                Measure(new_column(name, m.column.type), m.call)
                for name, m in zip(final, direct, strict=True)
                if m is not None
            )
            return Aggregate(self.row.relation, keys, renamed, self.node.span)
        inner = Aggregate(self.row.relation, keys, tuple(self.measures), self.node.span)
        passed = [Assign(key.column, key.column) for key in keys]
        passed += [Assign(new_column(n, o.value.type), o.value) for n, o in zip(final, outputs, strict=True)]
        return Project(inner, tuple(passed), self.node.span)

    def _key(self, target: Target) -> _Output:
        if len(target.names) > 1:
            raise Unsupported("KQL assignment to several columns", span=target.span)
        value = self.values.value(target.value)
        if value.type is Type.DYNAMIC:
            raise QueryError("summarize groups by no dynamic value", span=target.span, hint="use tostring(...)")
        name = target.names[0] if target.names else names.of(target.value, self.values.scope.columns or ())
        return _Output(name, bool(target.names), value)

    # --- aggregates

    def _outputs(self, target: Target, keys: list[_Output]) -> list[_Output]:
        call = target.value
        if isinstance(call, FunctionCall) and call.name in _EXTREME:
            return self._extreme(target, call, keys)
        if isinstance(call, FunctionCall) and call.name in ("take_any", "any") and _several(call):
            return self._any_row(target, call, keys)
        if isinstance(call, FunctionCall) and call.name in percentiles.COLUMNS:
            return self._percentiles(target, call)
        if len(target.names) > 1:
            raise Unsupported("KQL assignment to several columns", span=target.span)
        value = self.over.value(call)
        name = target.names[0] if target.names else names.of(call)
        return [_Output(name, bool(target.names), value)]

    def _aggregate(self, node: FunctionCall) -> Value | None:
        if node.name in REFUSED or node.name in _EXTREME:
            raise Unsupported(f"KQL aggregate {node.name}", span=node.name_span)
        if node.name in percentiles.COLUMNS:
            raise Unsupported(f"KQL {node.name} inside an expression", span=node.span, hint="it gives several columns")
        if node.name in percentiles.ARRAYS:
            made = percentiles.measures(self._args(node), weighted=percentiles.ARRAYS[node.name])
            return percentiles.array([self._measured(one, node.name) for one in made], node.span)
        if node.name not in AGGREGATES:
            return None
        return self._measured(measure(self._args(node)), node.name)

    def _args(self, node: FunctionCall) -> Args:
        values = [self.values.value(arg) for arg in node.args]
        return Args(node.name, values, [arg.span for arg in node.args], node.span)

    def _percentiles(self, target: Target, call: FunctionCall) -> list[_Output]:
        """A column for each percentile."""
        weighted = percentiles.COLUMNS[call.name]
        made = percentiles.measures(self._args(call), weighted=weighted)
        found: list[str | None] = [*percentiles.column_names(call, weighted=weighted)]
        return _named(target, found, [self._measured(one, call.name) for one in made])

    def _measured(self, call: Call, name: str) -> Column:
        column = new_column(name, call.type)
        self.measures.append(Measure(column, call))
        return column

    # --- whole rows

    def _extreme(self, target: Target, call: FunctionCall, keys: list[_Output]) -> list[_Output]:
        """arg_max and arg_min: every column from one and the same row."""
        if not call.args:
            raise QueryError(f"{call.name}() needs an expression", span=call.span)
        compared = self.values.value(call.args[0])
        if compared.type not in _ORDERED:
            raise to.wrong_type(compared, "a value that has an order", call.args[0].span)
        shown = self._columns(call, keys)
        compared = decimals.rank(compared) if compared.type is Type.DECIMAL else compared
        op = "kusto.arg_max" if _EXTREME[call.name] else "kusto.arg_min"
        measured = [self._measured(Call(op, (value, compared), value.type, call.span), call.name) for _, value in shown]
        return _named(target, [name for name, _ in shown], list(measured))

    def _any_row(self, target: Target, call: FunctionCall, keys: list[_Output]) -> list[_Output]:
        """take_any of several columns: all from the first row."""
        shown = self._columns(call, keys)
        one = Literal(1, Type.LONG)
        measured = [
            self._measured(Call("kusto.arg_max", (value, one), value.type, call.span), call.name) for _, value in shown
        ]
        return _named(target, [name for name, _ in shown], list(measured))

    def _columns(self, call: FunctionCall, keys: list[_Output]) -> list[tuple[str | None, Value]]:
        """The columns a call shows, a star standing for all that are neither keys nor named before it."""
        found: list[tuple[str | None, Value]] = []
        grouped = {key.value.id for key in keys if isinstance(key.value, Column)}
        for index, arg in enumerate(call.args):
            if isinstance(arg, Star):
                named = {value.id for _, value in found if isinstance(value, Column)}
                found += [
                    (names.prefixed(call, column.name, len(found)), column)
                    for column in self.columns
                    if column.id not in named and column.id not in grouped
                ]
            else:
                found.append((self._name_of(index, call), self.values.value(arg)))
        return found

    def _name_of(self, index: int, call: FunctionCall) -> str:
        """The name of a shown column: as written, its expression's, or its place after that of the first."""
        given = call.named[index] if index < len(call.named) else None
        name = given or names.of(call.args[index])
        if name is not None:
            return names.prefixed(call, name, index)
        if call.name not in _EXTREME:
            return f"any_arg{index}"
        word = "max" if _EXTREME[call.name] else "min"
        if index == 0:
            return f"{word}_"
        first = names.of(call.args[0])
        if first is None:
            raise Unsupported(f"KQL {call.name} of an expression without a name", span=call.args[index].span)
        return f"{word}_{first}_arg{index}"


def _no_key_twice(keys: tuple[Target, ...]) -> None:
    seen: set[str] = set()
    for key in keys:
        name = key.names[0] if key.names else key.value.name if isinstance(key.value, Name) else None
        if name in seen:
            raise QueryError(f"{name} is a key twice", span=key.span, hint="name one")
        if name is not None:
            seen.add(name)


def _several(call: FunctionCall) -> bool:
    return len(call.args) > 1 or any(isinstance(arg, Star) for arg in call.args)


def _named(target: Target, found: list[str | None], values: list[Value]) -> list[_Output]:
    """Spelled names go to the first columns; the others keep their own."""
    given = len(target.names)
    if given > len(found):
        raise QueryError("more names than columns", span=target.span)
    pairs = [(name, True) for name in target.names] + [(name, False) for name in found[given:]]
    return [_Output(name, spelled, value) for (name, spelled), value in zip(pairs, values, strict=True)]


def _no_twins(outputs: list[_Output], span: Span) -> None:
    seen: set[str] = set()
    for output in outputs:
        if output.spelled and output.name is not None:
            if output.name in seen:
                raise QueryError(f"{output.name} is assigned twice", span=span)
            seen.add(output.name)
