"""make-series: aggregates per bin of an axis, then one array of all bins for each of them and for the axis."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.scope import Scope
from antivenom.languages.kql.lowering.summaries import summarize
from antivenom.languages.kql.syntax import Expression, MakeSeries, Name, Summarize, Target
from antivenom.languages.kql.values import arithmetic, names
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.relations import Aggregate, Assign, Filter, Measure, Project, Relation, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, columns_of, new_column

_BIN = "\0bin"
_BOUND = "\0bound"
_SPANS = (Type.DATETIME, Type.TIMESPAN)


def make_series(lowering: Lowering, node: MakeSeries, input: Relation, scope: Scope) -> Relation:
    """One row per distinct keys; a series has a cell for every bin from its first to its last."""
    return _Series(lowering, node, input, scope).relation()


class _Series:
    def __init__(self, lowering: Lowering, node: MakeSeries, input: Relation, scope: Scope) -> None:
        self.lowering = lowering
        self.node = node
        self.input = input
        self.scope = scope
        self.row = Row(input)
        self.values = Values(lowering, scope.with_columns(input.columns), self.row)
        self.axis = self._axis()
        self.step = self._bound(node.step, span=True)
        self.low = self._bound(node.start) if node.start else None
        self.high = self._bound(node.stop) if node.stop else None
        self.base = self._base()

    def relation(self) -> Relation:
        if self.node.nonempty and (self.low is None or self.high is None or self.node.keys):
            raise Unsupported("KQL make-series kind=nonempty of this form", span=self.node.span)
        binned = self._binned()
        aggregated = self._aggregated(binned)
        return self._arrays(aggregated)

    # --- the axis

    def _axis(self) -> Value:
        axis = self.values.value(self.node.axis.value)
        if axis.type is Type.INT:
            axis = to.widened(axis, Type.LONG)
        if axis.type not in (Type.LONG, Type.REAL, *_SPANS):
            if axis.type is Type.DECIMAL:
                raise Unsupported("KQL make-series on a decimal", span=self.node.axis.value.span)
            raise to.wrong_type(axis, "a number, a datetime or a timespan", self.node.axis.value.span)
        return axis

    def _bound(self, node: Expression, *, span: bool = False) -> Value:
        """A bound of the axis's type, or the step's; columns of the input do not reach it."""
        wanted = Type.TIMESPAN if span and self.axis.type in _SPANS else self.axis.type
        value = Values(self.lowering, self.scope.with_columns(None), self.row).value(node)
        if value.type.integral and wanted in (Type.LONG, Type.REAL):
            value = to.widened(value, wanted)
        if value.type is not wanted:
            raise to.wrong_type(value, f"a {wanted.value}", node.span)
        if span and isinstance(value, Literal) and (not isinstance(value.value, int | float) or value.value <= 0):
            raise QueryError("the step of make-series must be above zero", span=node.span)
        return value

    def _binned(self) -> Relation:
        """The input with the number of each row's bin (null outside the bounds), and bounds that are columns."""
        parts = (self.axis, self.base, self.step, self._or_null(self.low), self._or_null(self.high))
        op = "series.bin_real" if self.axis.type is Type.REAL else "series.bin"
        flags = (Literal(self.node.inclusive, Type.BOOL),)
        assigns = [Assign(column, column) for column in self.input.columns]
        assigns.append(Assign(new_column(_BIN, Type.LONG), Call(op, (*parts, *flags), Type.LONG)))
        for index, bound in enumerate((self.step, self.base, self.high)):
            if bound is not None and columns_of(bound):
                assigns.append(Assign(new_column(f"{_BOUND}{index}", bound.type), bound))
        return Project(self.row.relation, tuple(assigns), self.node.span)

    def _base(self) -> Value:
        """Where bins are counted from: the start, or the bin it is in where the stop is included (documented)."""
        if self.low is None:
            return Literal(0.0 if self.axis.type is Type.REAL else 0, self.axis.type)
        return arithmetic.bin(self.low, self.step, self.node.span) if self.node.inclusive else self.low

    def _or_null(self, bound: Value | None) -> Value:
        return bound if bound is not None else Literal(None, self.axis.type)

    # --- per bin

    def _aggregated(self, binned: Relation) -> Relation:
        """One row per keys and bin; the hidden bounds are keys that change nothing."""
        hidden = [column.name for column in binned.columns if column.name.startswith("\0")]
        span = self.node.span
        keys = self.node.keys + tuple(Target((name,), Name(name, span, quoted=True), span) for name in hidden)
        targets = tuple(target for target, _ in self.node.aggregates)
        made = summarize(self.lowering, Summarize(targets, keys, span), binned, self.scope)
        if len(made.columns) != len(keys) + len(targets):
            raise Unsupported("KQL make-series of an aggregate of several columns", span=span)
        return made

    # --- per series

    def _arrays(self, binned: Relation) -> Relation:
        width = len(self.node.keys)
        hidden = {column.name: column for column in binned.columns if column.name.startswith("\0")}
        values = binned.columns[width + len(hidden) :]
        bin_ = hidden.pop(_BIN)
        keys = [Assign(new_column(c.name, c.type), c) for c in (*binned.columns[:width], *hidden.values())]
        bounds = {assign.column.name: assign.column for assign in keys[width:]}
        cells = [self._cells(value, bin_, index) for index, value in enumerate(values)]
        first = self._measure("first", "aggregate.min", bin_, Type.LONG)
        last = self._measure("last", "aggregate.max", bin_, Type.LONG)
        made: Relation = Aggregate(binned, tuple(keys), (*cells, first, last), self.node.span)
        if not self.node.nonempty:  # what has no row in the range makes no series
            made = Filter(made, Call("null.is_not_null", (first.column,), Type.BOOL))
        made, span = self._ranged(made, bounds, first.column, last.column)
        return self._shown(made, keys[:width], cells, values, bounds, span)

    def _measure(self, name: str, op: str, value: Value, type: Type) -> Measure:
        return Measure(new_column(name, type), Call(op, (value,), type))

    def _cells(self, value: Column, bin_: Column, index: int) -> Measure:
        if not value.type.numeric:
            at = self.node.aggregates[index][0].span
            raise Unsupported(f"KQL make-series of {value.type.value}", span=at)
        json = to.to_json(value)
        return Measure(new_column(value.name, Type.MULTI), Call("series.cells", (bin_, json), Type.MULTI))

    def _given(self, index: int, bound: Value | None, bounds: dict[str, Column]) -> Value | None:
        """A bound as it stands above the aggregates: in its column, or itself where it reads none."""
        return bounds.get(f"{_BOUND}{index}", bound)

    def _ranged(
        self, input: Relation, bounds: dict[str, Column], first: Column, last: Column
    ) -> tuple[Relation, tuple[Column, Column]]:
        """The number of the first bin of each series, and the one after its last."""
        step = self._given(0, self.step, bounds)
        base, high = self._given(1, self.base, bounds), self._given(2, self.high, bounds)
        assert step is not None
        assert base is not None
        begin = first if self.low is None else Literal(0, Type.LONG)
        end: Value = Call("kusto.add", (last, Literal(1, Type.LONG)), Type.LONG)
        if high is not None:
            inclusive = Literal(self.node.inclusive, Type.BOOL)
            op = "series.count_real" if self.axis.type is Type.REAL else "series.count"
            end = Call(op, (base, high, step, inclusive), Type.LONG)
        checked = Call("series.checked", (begin, end), Type.LONG)
        columns = (new_column("begin", Type.LONG), new_column("end", Type.LONG))
        kept = same(input.columns)
        return Project(input, (*kept, Assign(columns[0], checked), Assign(columns[1], end))), columns

    def _shown(
        self,
        input: Relation,
        keys: list[Assign],
        cells: list[Measure],
        values: tuple[Column, ...],
        bounds: dict[str, Column],
        span: tuple[Column, Column],
    ) -> Relation:
        assigns = [Assign(key.column, key.column) for key in keys]
        for index, (measure, value) in enumerate(zip(cells, values, strict=True)):
            parts = (measure.column, *span, to.to_json(self._default(index, value.type)))
            assigns.append(Assign(new_column(value.name, Type.DYNAMIC), Call("series.array", parts, Type.DYNAMIC)))
        name = self._axis_name([assign.column.name for assign in assigns])
        step, low = self._given(0, self.step, bounds), self._given(1, self.base, bounds)
        assert step is not None
        assert low is not None
        axis = Call(f"series.axis_{self.axis.type.value}", (*span, low, step), Type.DYNAMIC)
        return Project(input, (*assigns, Assign(new_column(name, Type.DYNAMIC), axis)), self.node.span)

    def _default(self, index: int, wanted: Type) -> Literal:
        """What a bin without rows holds: 0, or the literal after default=."""
        node = self.node.aggregates[index][1]
        if node is None:
            return Literal(0.0 if wanted is Type.REAL else 0, wanted)
        value = Values(self.lowering, self.scope.with_columns(None), None).value(node)
        if isinstance(value, Literal) and value.value is None:
            return Literal(None, wanted)
        if value.type.integral and wanted in (Type.LONG, Type.REAL):
            value = to.widened(value, wanted)
        if not isinstance(value, Literal) or value.type is not wanted:
            raise Unsupported(f"KQL make-series of {wanted.value} with a default of {value.type.value}", span=node.span)
        return value

    def _axis_name(self, taken: list[str]) -> str:
        axis = self.node.axis
        name = axis.names[0] if axis.names else names.of(axis.value)
        if name is None:
            raise Unsupported("KQL make-series on an expression without a name", span=axis.span)
        if name in taken:
            raise QueryError(f"there would be two columns {name}", span=axis.span)
        return name
