"""Plan -> SQL: the only place that writes SQL. Trees, never text; every string constant is a bound parameter.

Each relation becomes one named subquery (r1, r2, ...), each column one alias of its own, so that a query's
names can repeat, differ in case only or be hostile without meaning anything to the engine.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from sqlglot import exp

from antivenom.engine.functions import AGGREGATES, SCALARS
from antivenom.engine.functions.table import Row, Sql, expand
from antivenom.errors import EngineError, QueryError
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    Filter,
    FirstPer,
    Fold,
    Join,
    JoinKind,
    Limit,
    Project,
    Relation,
    Sort,
    Source,
    Union,
    Values,
    Walk,
    Window,
    inputs_of,
    ordered,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value

SQL_TYPES = {
    Type.BOOL: "BOOLEAN",
    Type.INT: "INTEGER",
    Type.LONG: "BIGINT",
    Type.REAL: "DOUBLE",
    Type.DECIMAL: "VARCHAR",
    Type.STRING: "VARCHAR",
    Type.DATETIME: "BIGINT",
    Type.TIMESPAN: "BIGINT",
    Type.DYNAMIC: "VARCHAR",
    Type.GUID: "VARCHAR",
    Type.MULTI: "VARCHAR[]",
    Type.ROWS: "BIGINT[]",
}
"""How the engine holds each type."""

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,40}")
_POSITION = "row_position"
_GROUP = "row_group"
_PLACE = "row_place"
_MOST_ROWS = 200
"""More rows of constants are bound as lists."""
_MOST_BRANCHES = 100
_MOST_STEPS = 900
"""DuckDB nests its subqueries, and refuses to go below a thousand levels."""
_JOINS = {
    JoinKind.INNER: ("INNER", ""),
    JoinKind.FIRST_LEFT: ("INNER", ""),
    JoinKind.LEFT_OUTER: ("OUTER", "LEFT"),
    JoinKind.RIGHT_OUTER: ("OUTER", "RIGHT"),
    JoinKind.FULL_OUTER: ("OUTER", "FULL"),
    JoinKind.LEFT_SEMI: ("SEMI", ""),
    JoinKind.RIGHT_SEMI: ("SEMI", ""),
    JoinKind.LEFT_ANTI: ("ANTI", ""),
    JoinKind.RIGHT_ANTI: ("ANTI", ""),
}


@dataclass(slots=True)
class Scan:
    """One table the SQL reads, under the name it uses for it: which columns, under which aliases."""

    name: str
    source: Source
    aliases: list[str]


@dataclass(slots=True)
class Compiled:
    """A plan as SQL: its tree, its bound parameters, the scans it needs, and its output columns."""

    tree: Sql
    parameters: dict[str, str]
    scans: list[Scan]
    columns: tuple[Column, ...]
    functions: frozenset[str]
    """Names of the functions sqlglot does not know; those DuckDB does not have itself must be registered."""

    def text(self, *, pretty: bool = False) -> str:
        """The SQL in DuckDB's dialect."""
        return self.tree.sql(dialect="duckdb", pretty=pretty, copy=pretty)


def compile_relation(relation: Relation) -> Compiled:
    """SQL for a relation, its rows in the relation's order, or by value where it has none."""
    compiler = _Compiler()
    return compiler.finish(relation)


@dataclass(slots=True)
class _Compiler:
    parameters: dict[str, str] = field(default_factory=dict)
    scans: list[Scan] = field(default_factory=list)
    _texts: dict[str, str] = field(default_factory=dict)
    _aliases: dict[int, str] = field(default_factory=dict)
    _names: dict[int, str] = field(default_factory=dict)
    _ctes: list[tuple[str, exp.Query]] = field(default_factory=list)
    _keep: list[Relation] = field(default_factory=list)
    _materialized: set[str] = field(default_factory=set)
    _recursive: set[str] = field(default_factory=set)

    def finish(self, relation: Relation) -> Compiled:
        name = self.relation(relation)
        if len(self._ctes) > _MOST_STEPS:
            raise QueryError(f"the query takes {len(self._ctes)} steps, and the engine no more than {_MOST_STEPS}")
        select = _select(*(exp.column(self.alias(c)) for c in relation.columns)).from_(_named(name), copy=False)
        if not relation.columns:
            select = _select(exp.true().as_("nothing")).from_(_named(name), copy=False)
        if not ordered(relation):
            select = select.order_by(*(exp.column(self.alias(c)) for c in relation.columns), copy=False)
        for cte, query in self._ctes:
            kept = True if cte in self._materialized else None if cte in self._recursive else False
            select = select.with_(cte, as_=query, materialized=kept, copy=False)
        if self._recursive:
            select.args["with_"].set("recursive", True)
        # a row may have turned a text into something else, and DuckDB refuses a parameter nobody reads
        used: dict[type[Sql], set[str]] = {exp.Placeholder: set(), exp.Anonymous: set()}
        for node in select.find_all(*used):
            used[type(node)].add(node.name)
        parameters = {name: text for name, text in self.parameters.items() if name in used[exp.Placeholder]}
        return Compiled(select, parameters, self.scans, relation.columns, frozenset(used[exp.Anonymous]))

    # --- names

    def alias(self, column: Column) -> str:
        """The one SQL name of a column, readable and unique."""
        if column.id not in self._aliases:
            stem = column.name if _PLAIN.fullmatch(column.name) else "c"
            self._aliases[column.id] = f"{stem}_{len(self._aliases) + 1}"
        return self._aliases[column.id]

    def _define(self, relation: Relation | None, query: exp.Query) -> str:
        name = f"r{len(self._ctes) + 1}"
        self._ctes.append((name, query))
        if relation is not None:
            self._names[id(relation)] = name
            self._keep.append(relation)
        return name

    def _shown(self, columns: Iterable[Column], table: str | None = None) -> list[Sql]:
        return [exp.column(self.alias(c), table=table) for c in columns]

    # --- relations

    def relation(self, relation: Relation) -> str:
        """Define the relation (once) after everything below it, without recursion; its SQL name."""
        stack = [relation]
        while stack:
            node = stack[-1]
            todo = [child for child in inputs_of(node) if id(child) not in self._names]
            if todo:
                stack.extend(reversed(todo))
                continue
            stack.pop()
            if id(node) not in self._names:
                self._define(node, self._query(node))
        return self._names[id(relation)]

    def _input(self, relation: Relation) -> str:
        return self._names[id(relation)]

    def _query(self, relation: Relation) -> exp.Query:
        match relation:
            case Source():
                return self._source(relation)
            case Values():
                return self._values(relation)
            case Filter(input, condition):
                return self._all(input).where(self.value(condition), copy=False)
            case Project(input, assigns):
                return _select(*self._assigned(assigns)).from_(_named(self._input(input)), copy=False)
            case Aggregate():
                return self._aggregate(relation)
            case Sort():
                return self._sort(relation)
            case Limit(input, count):
                select = self._all(input)
                if not ordered(input):
                    select = select.order_by(*self._shown(input.columns), copy=False)
                return select.limit(count, copy=False)
            case FirstPer():
                return self._first_per(relation)
            case Expand():
                return self._expand(relation)
            case Window():
                return self._window(relation)
            case Walk():
                return self._walk(relation)
            case Fold():
                return self._fold(relation)
            case Join():
                return self._join(relation)
            case Union():
                return self._union(relation)

    def _all(self, relation: Relation) -> exp.Select:
        columns = self._shown(relation.columns) or [exp.true().as_("nothing")]
        return _select(*columns).from_(_named(self._input(relation)), copy=False)

    def _assigned(self, assigns: Iterable[Assign]) -> list[Sql]:
        made: list[Sql] = []
        for assign in assigns:
            value = self.value(assign.value)
            made.append(value if assign.value == assign.column else _alias(value, self.alias(assign.column)))
        return made or [exp.true().as_("nothing")]

    def _source(self, source: Source) -> exp.Query:
        name = f"table{len(self.scans) + 1}"
        aliases = [self.alias(column) for column in source.columns]
        self.scans.append(Scan(name, source, aliases))
        columns: list[Sql] = [exp.column(alias) for alias in aliases]
        return _select(*(columns or [exp.true().as_("nothing")])).from_(_named(name), copy=False)

    def _values(self, values: Values) -> exp.Query:
        if not values.rows:
            nulls = (_null(c.type).as_(self.alias(c)) for c in values.columns)
            return _select(*(list(nulls) or [exp.true().as_("nothing")])).where(exp.false())
        if not values.columns:
            rows = exp.values([(True,)] * len(values.rows), alias="given", columns=["nothing"])
            return _select("nothing").from_(rows, copy=False)
        names = [self.alias(column) for column in values.columns]
        if len(values.rows) > _MOST_ROWS and (lists := self._lists(values)):
            given = _select(*(_alias(one, name) for one, name in zip(lists, names, strict=True))).subquery("given")
            return self._typed(names, values, given)
        made = [exp.Tuple(expressions=[self.value(v) for v in row]) for row in values.rows]
        table = exp.Values(
            expressions=made,
            alias=exp.TableAlias(this=exp.to_identifier("given"), columns=[exp.to_identifier(n) for n in names]),
        )
        return self._typed(names, values, table)

    def _typed(self, names: list[str], values: Values, given: Sql) -> exp.Query:
        typed = [_cast(exp.column(n), c.type).as_(n) for n, c in zip(names, values.columns, strict=True)]
        return _select(*typed).from_(given, copy=False)

    def _lists(self, values: Values) -> list[Sql] | None:
        """Many rows of constants as one bound list of texts for each column; None where one is no constant."""
        if not all(_listable(cell) for row in values.rows for cell in row):
            return None
        made = []
        for at in range(len(values.columns)):
            texts = [_shown(row[at].value) for row in values.rows]  # type: ignore[union-attr]
            made.append(expand("unnest(from_json(@0, '[\"VARCHAR\"]'))", self._parameter(json.dumps(texts))))
        return made

    def _aggregate(self, relation: Aggregate) -> exp.Query:
        measures = [_alias(self._measure(m.call), self.alias(m.column)) for m in relation.measures]
        keys = [_alias(self.value(k.value), self.alias(k.column)) for k in relation.keys]
        made: list[Sql] = [*keys, *measures]
        source = self._input(relation.input)
        if any(AGGREGATES[m.call.op].ordered for m in relation.measures):
            source = self._numbered(relation.input)
        select = _select(*(made or [exp.true().as_("nothing")])).from_(_named(source), copy=False)
        if keys:
            select = select.group_by(*(exp.Literal.number(i + 1) for i in range(len(keys))), copy=False)
        return select

    def _measure(self, call: Call) -> Sql:
        """An aggregate; one that depends on the order of rows also gets their position."""
        row = AGGREGATES.get(call.op)
        if row is None or not row.ordered:
            return self.call(call, AGGREGATES)
        return row.build(call, [*(self.value(arg) for arg in call.args), exp.column(_POSITION)])

    def _sort(self, relation: Sort) -> exp.Query:
        keys: list[Sql] = [
            exp.Ordered(this=self.value(k.value), desc=k.descending, nulls_first=k.nulls_first)
            for k in relation.keys
            if not _constant(k.value)  # it orders nothing, and DuckDB refuses it
        ]
        columns = self._shown(relation.columns) or [exp.true().as_("nothing")]
        if not ordered(relation.input):
            shown = () if _told_apart(relation) else relation.columns
            ties = [exp.Ordered(this=c, nulls_first=True) for c in self._shown(shown)]
            return (
                _select(*columns)
                .from_(_named(self._input(relation.input)), copy=False)
                .order_by(*keys, *ties, copy=False)
            )
        numbered = self._numbered(relation.input)
        return _select(*columns).from_(_named(numbered), copy=False).order_by(*keys, exp.column(_POSITION), copy=False)

    def _numbered(self, relation: Relation) -> str:
        """The relation with its row positions as one more column, in the order it has."""
        name = self._input(relation)
        columns = self._shown(relation.columns)
        number = expand("row_number() OVER ()").as_(_POSITION)
        if not ordered(relation):
            window = exp.Window(this=exp.RowNumber(), order=exp.Order(expressions=[c.copy() for c in columns]))
            number = window.as_(_POSITION)
        return self._define(None, _select(*columns, number).from_(_named(name), copy=False))

    def _first_per(self, relation: FirstPer) -> exp.Query:
        numbered = self._numbered(relation.input)
        rank = exp.Window(
            this=exp.RowNumber(),
            partition_by=[self.value(key) for key in relation.keys],
            order=exp.Order(expressions=[exp.column(_POSITION)]),
        )
        columns = self._shown(relation.columns)
        ranked = self._define(
            None,
            _select(*columns, exp.column(_POSITION), rank.as_("rank_in_group")).from_(_named(numbered), copy=False),
        )
        return (
            _select(*(self._shown(relation.columns) or [exp.true().as_("nothing")]))
            .from_(_named(ranked), copy=False)
            .where(exp.column("rank_in_group") <= exp.Literal.number(relation.count))
            .order_by(exp.column(_POSITION), copy=False)
        )

    def _expand(self, relation: Expand) -> exp.Query:
        """DuckDB walks lists that stand in one SELECT together, as the plan does."""
        shape = "unnest(CASE WHEN len(@0) > 0 THEN @0 ELSE [NULL] END)" if relation.keep_empty else "unnest(@0)"
        elements = [expand(shape, self.value(e.value)).as_(self.alias(e.column)) for e in relation.elements]
        columns = self._shown(relation.input.columns)
        return _select(*columns, *elements).from_(_named(self._input(relation.input)), copy=False)

    def _window(self, relation: Window) -> exp.Query:
        columns = self._shown(relation.input.columns)
        made = [self._over(relation, self._measure(m.call)).as_(self.alias(m.column)) for m in relation.measures]
        windowed = _select(*columns, *made, exp.column(_POSITION)).from_(
            _named(self._numbered(relation.input)), copy=False
        )
        name = self._define(None, windowed)
        shown = self._shown(relation.columns) or [exp.true().as_("nothing")]
        return _select(*shown).from_(_named(name), copy=False).order_by(exp.column(_POSITION), copy=False)

    def _over(self, relation: Window, aggregate: Sql) -> Sql:
        """An aggregate over the rows of its group; in a calculation with several of them, each."""
        if isinstance(aggregate, exp.Case | exp.Sqrt):
            return aggregate.transform(lambda n: self._over(relation, n) if isinstance(n, exp.AggFunc) else n)
        frame = {"kind": "ROWS", "start": "UNBOUNDED", "start_side": "PRECEDING", "end": "CURRENT ROW"}
        running = relation.running
        return exp.Window(
            this=aggregate,
            partition_by=[self.value(key) for key in relation.keys],
            order=exp.Order(expressions=[exp.column(_POSITION)]) if running else None,
            spec=exp.WindowSpec(**frame) if running else None,
        )

    def _walk(self, relation: Walk) -> exp.Query:
        """The measures over lists of all rows, and each element of theirs beside the row it belongs to."""
        if not relation.measures:
            return self._all(relation.input)
        numbered = self._numbered(relation.input)
        self._materialized.add(numbered)
        made = [_alias(self._listed(m.call), self.alias(m.column)) for m in relation.measures]
        places = expand("list(@0 ORDER BY @0)", exp.column(_POSITION)).as_(_PLACE)
        together = self._define(None, _select(places, *made).from_(_named(numbered), copy=False))
        self._materialized.add(together)
        names = [_PLACE, *(self.alias(m.column) for m in relation.measures)]
        apart = [_alias(expand("unnest(@0)", exp.column(name)), name) for name in names]
        walked = self._define(None, _select(*apart).from_(_named(together), copy=False))
        shown = [*self._shown(relation.input.columns, "placed"), *(exp.column(n, table="walked") for n in names[1:])]
        query = _select(*shown).from_(_named(numbered).as_("placed"), copy=False)
        on = expand(f"placed.{_POSITION} = walked.{_PLACE}")
        return query.join(_named(walked).as_("walked"), on=on).order_by(exp.column(_POSITION, table="placed"))

    def _listed(self, call: Call) -> Sql:
        """A call whose arguments are lists of the values of all rows; constants stay what they are."""
        row = SCALARS.get(call.op)
        if row is None:
            raise EngineError(f"the engine has no operation {call.op}")
        place = exp.column(_POSITION)
        return row.build(
            call,
            [
                self.value(arg) if isinstance(arg, Literal) else expand("list(@0 ORDER BY @1)", self.value(arg), place)
                for arg in call.args
            ],
        )

    def _fold(self, relation: Fold) -> exp.Query:
        """A recursive subquery that goes one row further in every group at a time."""
        columns = self._shown(relation.input.columns)
        placed = self._placed(relation, columns)
        states = [self.alias(state.before) for state in relation.states]
        shown = [self.alias(column) for column in relation.shown]
        start = [self.literal(state.first).as_(name) for state, name in zip(relation.states, states, strict=True)]
        start += [_null(column.type).as_(name) for column, name in zip(relation.shown, shown, strict=True)]
        number = expand("CAST(0 AS BIGINT)").as_(_PLACE)
        first = exp.select(exp.column(_GROUP), number, *start).distinct().from_(_named(placed))
        after = [exp.column(self.alias(s.after)).as_(name) for s, name in zip(relation.states, states, strict=True)]
        kept: list[Sql] = [exp.column(_GROUP), exp.column(_PLACE), *after, *(exp.column(name) for name in shown)]
        walked = f"r{len(self._ctes) + 1}"
        step = exp.select(*kept).from_(self._stages(relation, placed, walked).subquery("staged"))
        self._recursive.add(self._define(None, exp.Union(this=first, expression=step, distinct=False)))
        both: list[Sql] = [exp.column(c.name, table="placed") for c in columns]
        both += [exp.column(n, table="walked") for n in shown]
        on = expand(f"placed.{_GROUP} = walked.{_GROUP} AND placed.{_PLACE} = walked.{_PLACE}")
        query = exp.select(*(both or [exp.true().as_("nothing")])).from_(_named(placed).as_("placed"))
        return query.join(_named(walked).as_("walked"), on=on).order_by(exp.column(_POSITION, table="placed"))

    def _placed(self, relation: Fold, columns: list[Sql]) -> str:
        """The input with the group of each row, named by its first row, and the row's place in it."""
        keys = [self.value(key) for key in relation.keys]
        position = exp.column(_POSITION)
        group = exp.Window(this=exp.Min(this=position.copy()), partition_by=keys)
        order = exp.Order(expressions=[position.copy()])
        place = exp.Window(this=exp.RowNumber(), partition_by=[key.copy() for key in keys], order=order)
        made = exp.select(*columns, position, group.as_(_GROUP), place.as_(_PLACE))
        name = self._define(None, made.from_(_named(self._numbered(relation.input))))
        self._materialized.add(name)
        return name

    def _stages(self, relation: Fold, placed: str, walked: str) -> exp.Select:
        """The next row of each group beside the states before it, and what the stages make of them."""
        given = [exp.column(c.name, table="placed") for c in self._shown(relation.input.columns)]
        given += [exp.column(name, table="placed") for name in (_GROUP, _PLACE)]
        given += [exp.column(self.alias(state.before), table="walked") for state in relation.states]
        on = expand(f"placed.{_GROUP} = walked.{_GROUP} AND placed.{_PLACE} = walked.{_PLACE} + 1")
        made = exp.select(*given).from_(_named(walked).as_("walked")).join(_named(placed).as_("placed"), on=on)
        for index, stage in enumerate(relation.stages):
            assigned = [self.value(assign.value).as_(self.alias(assign.column)) for assign in stage]
            made = exp.select(exp.Star(), *assigned).from_(made.subquery(f"stage{index}"))
        return made

    def _join(self, relation: Join) -> exp.Query:
        left, right = relation.left, relation.right
        keys = list(relation.keys)
        if relation.kind in (JoinKind.RIGHT_SEMI, JoinKind.RIGHT_ANTI):
            left, right = right, left
            keys = [(b, a) for a, b in keys]
        left_name, right_name = self._input(left), self._input(right)
        if relation.kind is JoinKind.FIRST_LEFT:
            first = FirstPer(left, tuple(a for a, _ in keys))
            self._keep.append(first)
            left_name = self._define(first, self._first_per(first))
        on = [exp.NullSafeEQ(this=self.value(a), expression=self.value(b)) for a, b in keys]
        kind, side = _JOINS[relation.kind]
        join = exp.Join(
            this=_named(right_name),
            kind=kind,
            side=side or None,
            on=exp.and_(*on, copy=False) if on else exp.true(),
        )
        select = _select(*self._assigned(relation.assigns)).from_(_named(left_name), copy=False)
        select.append("joins", join)
        return select

    def _union(self, relation: Union) -> exp.Query:
        branches: list[exp.Query] = []
        for child, take in zip(relation.inputs, relation.takes, strict=True):
            made: list[Sql] = [
                _alias(_cast(self.value(value), column.type), self.alias(column))
                for column, value in zip(relation.columns, take, strict=True)
            ]
            branches.append(
                _select(*(made or [exp.true().as_("nothing")])).from_(_named(self._input(child)), copy=False)
            )
        while len(branches) > _MOST_BRANCHES:  # DuckDB reads a long chain as a deep one
            groups = [branches[at : at + _MOST_BRANCHES] for at in range(0, len(branches), _MOST_BRANCHES)]
            shown = self._shown(relation.columns) or [exp.column("nothing")]
            named = (self._define(None, _together(group)) for group in groups)
            branches = [_select(*(one.copy() for one in shown)).from_(_named(name), copy=False) for name in named]
        return _together(branches)

    # --- values

    def value(self, value: Value) -> Sql:
        """SQL for one value."""
        match value:
            case Column():
                return exp.column(self.alias(value))
            case Literal():
                return self.literal(value)
            case Call():
                return self.call(value, SCALARS)

    def call(self, call: Call, table: dict[str, Row]) -> Sql:
        """SQL for an operation of the given function table."""
        row = table.get(call.op)
        if row is None:
            raise EngineError(f"the engine has no operation {call.op}")
        return row.build(call, [self.value(arg) for arg in call.args])

    def literal(self, literal: Literal) -> Sql:
        """SQL for a constant: text is bound as a parameter, the rest cannot carry anything but itself."""
        value = literal.value
        if value is None:
            return _null(literal.type)
        if isinstance(value, str):
            return _cast(self._parameter(value), Type.STRING)
        if isinstance(value, tuple):
            return exp.Array(expressions=[self.literal(Literal(v, Type.STRING)) for v in value])
        if isinstance(value, bool):
            return exp.true() if value else exp.false()
        if literal.type is Type.REAL:
            return _real(float(value))
        return _cast(exp.Literal.number(str(value)), literal.type)

    def _parameter(self, text: str) -> Sql:
        name = self._texts.get(text)
        if name is None:
            name = f"p{len(self._texts) + 1}"
            self._texts[text] = name
            self.parameters[name] = text
        return exp.Placeholder(this=name)


def _told_apart(relation: Sort) -> bool:
    """Whether a sort's keys tell any two rows apart: those of groups, by all that they are grouped by."""
    by = {key.value.id for key in relation.keys if isinstance(key.value, Column)}
    return isinstance(relation.input, Aggregate) and all(key.column.id in by for key in relation.input.keys)


def _together(branches: list[exp.Query]) -> exp.Query:
    """The rows of all of them."""
    query = branches[0]
    for branch in branches[1:]:
        query = exp.Union(this=query, expression=branch, distinct=False)
    return query


def _alias(value: Sql, name: str) -> Sql:
    """The value, which belongs to nobody else, under a name."""
    return exp.Alias(this=value, alias=exp.to_identifier(name))


def _listable(value: Value) -> bool:
    """Whether it is a constant that a JSON list of texts holds."""
    if not isinstance(value, Literal) or isinstance(value.value, tuple):
        return False
    return not isinstance(value.value, str) or "\0" not in value.value


def _shown(value: object) -> str | None:
    """A constant as a text that DuckDB casts back."""
    return None if value is None else str(value)


def _constant(value: Value) -> bool:
    return isinstance(value, Literal) or (isinstance(value, Call) and all(_constant(arg) for arg in value.args))


def _select(*columns: Sql | str) -> exp.Select:
    """SELECT of columns that belong to nobody else: sqlglot's own would copy every tree each time."""
    return exp.Select().select(*columns, copy=False)


def _named(name: str) -> exp.Table:
    """A subquery or scan by name; sqlglot would parse a bare string, which takes its time."""
    return exp.Table(this=exp.to_identifier(name))


@cache
def _data_type(type: Type) -> exp.DataType:
    return exp.DataType.build(SQL_TYPES[type], dialect="duckdb")


def _cast(value: Sql, type: Type) -> Sql:
    if isinstance(value, exp.Cast) and value.to == _data_type(type):
        return value
    return exp.Cast(this=value, to=_data_type(type).copy())


def _null(type: Type) -> Sql:
    return _cast(exp.null(), type)


def _real(value: float) -> Sql:
    if math.isnan(value) or math.isinf(value):
        return _cast(exp.Literal.string(str(value)), Type.REAL)
    shown = repr(abs(value))
    number = exp.Literal.number(shown if "e" in shown else f"{shown}e0")
    return exp.paren(exp.Neg(this=number)) if math.copysign(1, value) < 0 else number
