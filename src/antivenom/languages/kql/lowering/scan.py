"""scan: a fold over rows in order, its steps tried from the last to the first, as Kusto's page tells it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.context import Lowering
from antivenom.languages.kql.lowering.expressions import Row, Values
from antivenom.languages.kql.lowering.rows import in_place, numbered
from antivenom.languages.kql.lowering.scan_names import check, members, nodes, renamed
from antivenom.languages.kql.lowering.scope import Bound, Scope
from antivenom.languages.kql.syntax import Expression, Name, Scan, ScanStep
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.relations import Assign, Filter, Fold, Project, Relation, State, Union, same
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column
from antivenom.source import Span

_FALSE = Literal(False, Type.BOOL)
_NONE = Literal(None, Type.LONG)
Cell = tuple[str, str]
"""A step and a column of it: s1.col."""


@dataclass(slots=True)
class _Sequence:
    """The state of one step as the stages so far leave it: whether it is active, its match, its cells."""

    active: Value
    match: Value
    cells: dict[Cell, Value]


@dataclass(slots=True)
class _Output:
    """What a step gives of a row: whether it matched, the declared columns, the match."""

    hit: Column
    declared: list[Value]
    match: Value


def scan(lowering: Lowering, node: Scan, input: Relation, scope: Scope) -> Relation:
    """The rows that match a step, once for each step, with the declared columns and the match."""
    if scope.serialized is False:
        raise QueryError("scan needs rows that are in order", span=node.span, hint="put sort by, or serialize, before")
    if scope.serialized is None:
        raise Unsupported("KQL scan where rows may be in order or not", span=node.span)
    check(node, input)
    return _Scan(lowering, node, input, scope).relation()


class _Scan:
    def __init__(self, lowering: Lowering, node: Scan, input: Relation, scope: Scope) -> None:
        self.lowering = lowering
        self.node = node
        self.input = input
        self.scope = scope
        self.states: list[tuple[Column, Literal]] = []
        self.stages: list[tuple[Assign, ...]] = []
        below, self.place = numbered(input)
        self.row = Row(below)
        self.defaults: dict[str, Literal] = {}

    def relation(self) -> Relation:
        self.defaults = {name: self._default(type_, value) for name, type_, value in self.node.declared}
        held = [self._sequence(index) for index in range(len(self.node.steps))]
        count: Value = self._state("matches", Literal(0, Type.LONG))
        outputs: dict[int, _Output] = {}
        for index in reversed(range(len(held))):
            outputs[index], count = self._step(index, held, count)
        folded = self._folded(held, count, outputs)
        return self._shown(folded, outputs)

    # --- states

    def _default(self, type: Type, node: Expression | None) -> Literal:
        if node is None:
            return Literal("" if type is Type.STRING else None, type)
        value = Values(self.lowering, self.scope.with_columns(None), None).value(node)
        value = to.widened(value, type) if value.type.integral and type in (Type.LONG, Type.REAL) else value
        if isinstance(value, Literal) and type is Type.INT and value.type is Type.LONG:
            value = Literal(value.value, Type.INT)
        if not isinstance(value, Literal) or value.type is not type:
            raise Unsupported(f"KQL scan default that is no {type.value} literal", span=node.span)
        return value

    def _state(self, name: str, first: Literal) -> Column:
        column = new_column(name, first.type)
        self.states.append((column, first))
        return column

    def _sequence(self, index: int) -> _Sequence:
        """The state a step starts a row with: cells of all steps up to it that anything reads."""
        step = self.node.steps[index].name
        before = {s.name for s in self.node.steps[: index + 1]}
        cells = {cell: self._empty(cell) for cell in self._read() if cell[0] in before}
        made = {cell: self._state(f"{step}_{cell[0]}_{cell[1]}", first) for cell, first in cells.items()}
        active = self._state(f"{step}_active", _FALSE)
        return _Sequence(active, self._state(f"{step}_match", _NONE), dict(made))

    def _empty(self, cell: Cell) -> Literal:
        """What a step's column is before the step matches."""
        if cell[1] in self.defaults:
            return self.defaults[cell[1]]
        column = next(column for column in self.input.columns if column.name == cell[1])
        return Literal("" if column.type is Type.STRING else None, column.type)

    def _read(self) -> list[Cell]:
        """Every step.column of the scan, each once."""
        steps = {step.name for step in self.node.steps}
        known = {column.name for column in self.input.columns} | set(self.defaults)
        found: dict[Cell, None] = {}
        for member in members(self.node.steps):
            if isinstance(member.base, Name) and member.base.name in steps:
                if member.name not in known:
                    raise QueryError(f"there is no column {member.name} in a step", span=member.span)
                found[member.base.name, member.name] = None
        return list(found)

    # --- steps

    def _step(self, index: int, held: list[_Sequence], count: Value) -> tuple[_Output, Value]:
        """Match one step: from the step before (which it takes over), or going on with its own sequence."""
        step, own = self.node.steps[index], held[index]
        taken = held[index - 1] if index else None
        given = self._values(index, taken.cells) if taken else None
        going = self._values(index, own.cells)
        promoted = self._hit(step, taken.active, given) if taken and given else None
        goes_on = self._hit(step, own.active if index else None, going)
        if promoted is not None:
            goes_on = _and(Call("bool.not", (promoted,), Type.BOOL), goes_on)
        first = self._stage({"promoted": promoted or _FALSE, "goes_on": goes_on}, step)
        made = self._assigned(step, first, given, going)
        hit = self._stage({"hit": Call("bool.or", tuple(first), Type.BOOL), **made}, step)
        begins = _and(hit[0], Call("bool.not", (own.active,), Type.BOOL)) if index == 0 else None
        count = self._next(index, held, first[0], hit[0], begins, dict(zip(made, hit[1:], strict=True)), count)
        columns = dict(zip(made, hit[1:], strict=True))
        declared: list[Value] = [columns.get(f"c_{name}", default) for name, default in self.defaults.items()]
        return _Output(hit[0], declared, held[index].match), count

    def _stage(self, values: dict[str, Value], step: ScanStep) -> list[Column]:
        """One more stage of the fold; the columns it makes."""
        assigns = tuple(Assign(new_column(f"{step.name}_{name}", v.type), v) for name, v in values.items())
        self.stages.append(assigns)
        return [assign.column for assign in assigns]

    def _hit(self, step: ScanStep, active: Value | None, values: Values) -> Value:
        held = Call("bool.is_true", (values.condition(renamed(step.condition, self._steps())),), Type.BOOL)
        return held if active is None else _and(active, held)

    def _steps(self) -> frozenset[str]:
        return frozenset(step.name for step in self.node.steps)

    def _values(self, index: int, cells: dict[Cell, Value]) -> Values:
        """Expressions of a step: the row, declared columns at their defaults, and the cells of a state."""
        inner = replace(self.scope.with_columns(self.input.columns), serialized=None)
        for name, default in self.defaults.items():
            inner = inner.bind(name, Bound(default), local=True)
        for step in self.node.steps[: index + 1]:
            for cell in self._read():
                if cell[0] == step.name:
                    inner = inner.bind(".".join(cell), Bound(cells.get(cell, self._empty(cell))), local=True)
        return Values(self.lowering, inner, self.row)

    def _assigned(self, step: ScanStep, hits: list[Column], given: Values | None, going: Values) -> dict[str, Value]:
        """The declared columns a step assigns, by name."""
        made: dict[str, Value] = {}
        for name, node, span in step.assigns:
            if name not in self.defaults:
                raise _no_declared(name, span, self.input)
            if f"c_{name}" in made:
                raise QueryError(f"{name} is assigned twice", span=span)
            if any(isinstance(n, Name) and f"c_{n.name}" in made for n in nodes(node)):
                raise Unsupported("KQL scan that reads a column assigned in the same step", span=node.span)
            node = renamed(node, self._steps())
            value = self._fitting(going.value(node), name, span)
            if given is not None:
                other = self._fitting(given.value(node), name, span)
                value = Call("case.when", (hits[0], other, value), value.type)
            made[f"c_{name}"] = value
        return made

    def _fitting(self, value: Value, name: str, span: Span) -> Value:
        wanted = self.defaults[name].type
        if value.type.integral and wanted in (Type.LONG, Type.REAL):
            return to.widened(value, wanted)
        if isinstance(value, Literal) and value.type is Type.LONG and wanted is Type.INT:
            return Literal(value.value, Type.INT)
        if value.type is not wanted:
            raise Unsupported(f"KQL scan that assigns a {value.type.value} to a {wanted.value}", span=span)
        return value

    def _next(
        self,
        index: int,
        held: list[_Sequence],
        promoted: Column,
        hit: Column,
        begins: Value | None,
        made: dict[str, Column],
        count: Value,
    ) -> Value:
        """The states after a step: its own, and that of the step before, which is empty when taken over."""
        step, own = self.node.steps[index].name, held[index]
        taken = held[index - 1] if index else None
        new: dict[str, Value] = {"active": Call("bool.or", (own.active, hit), Type.BOOL)}
        for cell, old in own.cells.items():
            if cell[0] == step:
                after: Value = made.get(f"c_{cell[1]}") or self._cell(cell[1])
                new[".".join(cell)] = _when(hit, after, old)
            else:
                assert taken is not None
                new[".".join(cell)] = _when(promoted, taken.cells[cell], old)
        new["match"] = _when(begins, count, own.match) if begins else own.match
        if taken is not None:
            new["match"] = _when(promoted, taken.match, own.match)
            new |= {f"left {'.'.join(cell)}": _when(promoted, self._empty(cell), v) for cell, v in taken.cells.items()}
            new["left active"] = _and(taken.active, Call("bool.not", (promoted,), Type.BOOL))
        if begins is not None:
            one = Call("case.when", (begins, Literal(1, Type.LONG), Literal(0, Type.LONG)), Type.LONG)
            new["count"] = Call("kusto.add", (count, one), Type.LONG)
        columns = dict(zip(new, self._stage(new, self.node.steps[index]), strict=True))
        held[index] = _Sequence(columns["active"], columns["match"], {c: columns[".".join(c)] for c in own.cells})
        if taken is not None:
            left = {cell: columns[f"left {'.'.join(cell)}"] for cell in taken.cells}
            held[index - 1] = _Sequence(columns["left active"], taken.match, dict(left))
        return columns.get("count", count)

    def _cell(self, name: str) -> Value:
        """A column of the row as a step keeps it: its own, or a declared one nobody assigned."""
        return self.defaults.get(name) or next(c for c in self.input.columns if c.name == name)

    # --- rows

    def _folded(self, held: list[_Sequence], count: Value, outputs: dict[int, _Output]) -> Fold:
        after: list[Value] = []
        for sequence in held:
            after += [*sequence.cells.values(), sequence.active, sequence.match]
        last = [Assign(new_column("after", value.type), value) for value in [*after, count]]
        self.stages.append(tuple(last))
        states = tuple(
            State(before, first, assign.column) for (before, first), assign in zip(self.states, last, strict=True)
        )
        shown: dict[Column, None] = {}
        for output in outputs.values():
            for value in (output.hit, *output.declared, output.match):
                if isinstance(value, Column):
                    shown[value] = None
        return Fold(self.row.relation, (), states, tuple(self.stages), tuple(shown), self.node.span)

    def _shown(self, folded: Fold, outputs: dict[int, _Output]) -> Relation:
        """The rows of every step that gives rows, in their order; of one row the last step's first."""
        columns = [new_column(name, self.defaults[name].type) for name in self.defaults]
        match = new_column(self.node.match_id or "match", Type.LONG)
        kept = [index for index in outputs if self.node.steps[index].output == "all"]
        if not kept:
            raise Unsupported("KQL scan in which no step gives rows", span=self.node.span)
        branches: list[Relation] = []
        takes: list[tuple[Value, ...]] = []
        for index in kept:
            branches.append(Filter(folded, outputs[index].hit, self.node.span))
            given = (*self.input.columns, *outputs[index].declared, outputs[index].match, self.place)
            takes.append((*given, Literal(-index, Type.LONG)))
        fresh = [new_column(column.name, column.type) for column in self.input.columns]
        final = [*fresh, *columns, *([match] if self.node.match_id else [])]
        made = (*fresh, *columns, match, new_column("place", Type.LONG), new_column("step", Type.LONG))
        every = Union(tuple(branches), made, tuple(takes), self.node.span)
        ordered = in_place(every, made[-2], made[-1])
        return Project(ordered, same(final), self.node.span)


def _and(left: Value, right: Value) -> Value:
    return Call("bool.and", (left, right), Type.BOOL)


def _when(condition: Value, yes: Value, no: Value) -> Value:
    return Call("case.when", (condition, yes, no), yes.type)


def _no_declared(name: str, span: Span, input: Relation) -> QueryError | Unsupported:
    if any(column.name == name for column in input.columns):
        return Unsupported("KQL scan that assigns a column of its input", span=span)
    return QueryError(f"scan declares no column {name}", span=span)
