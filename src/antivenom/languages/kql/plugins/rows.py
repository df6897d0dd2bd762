"""Plugins over rows in their order, or windows of bins: narrow, rows_near, rolling_percentile, schema_merge."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.lowering.expressions import Row
from antivenom.languages.kql.lowering.rows import numbered
from antivenom.languages.kql.plugins.bins import bins_after, whole_bin
from antivenom.languages.kql.plugins.calls import PluginCall, PluginRow
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.relations import (
    Aggregate,
    Assign,
    Expand,
    Filter,
    Join,
    JoinKind,
    Measure,
    Project,
    Relation,
    Sort,
    SortKey,
    fresh,
    same,
)
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_SHOWN = (Type.STRING, Type.INT, Type.LONG, Type.BOOL)


def _narrow(call: PluginCall) -> Relation:
    """One row for every cell: the row's number from 0, the column's name, and the cell as text."""
    for column in call.input.columns:
        if column.type not in _SHOWN:
            raise Unsupported(f"KQL narrow of a column of {column.type.value}", span=call.span)
    rows, number = numbered(call.input)
    columns = call.input.columns
    names = Call("kusto.texts", tuple(Literal(c.name, Type.STRING) for c in columns), Type.MULTI)
    cells = Call("kusto.texts", tuple(to.to_text(column) for column in columns), Type.MULTI)
    column, value = new_column("Column", Type.STRING), new_column("Value", Type.STRING)
    each = Expand(rows, (Assign(column, names), Assign(value, cells)), call.span)
    row = Call("kusto.minus_one", (number,), Type.LONG)
    return Project(each, (Assign(new_column("Row", Type.LONG), row), Assign(column, column), Assign(value, value)))


def _rows_near(call: PluginCall) -> Relation:
    """The rows that stand near one for which the condition is true."""
    before = call.whole("NumRows")
    after = call.whole("RowsAfter") if "RowsAfter" in call.args else before
    if before < 0 or after < 0:
        raise QueryError("rows_near takes a number of rows", span=call.at("NumRows"))
    if call.scope.serialized is None:
        raise Unsupported("KQL rows_near over rows that may not be in order", span=call.span, hint="sort them before")
    if not call.scope.serialized:
        raise QueryError("rows_near needs rows in an order", span=call.span, hint="sort them before, or serialize")
    condition, rows = call.value("Condition")
    condition = to.boolean(condition, call.at("Condition"))
    rows, number = numbered(rows)
    near = new_column("near", Type.STRING)
    hits = Project(Filter(rows, condition), (Assign(hit := new_column("hit", Type.LONG), number),))
    bounds = (Literal(before, Type.LONG), Literal(after, Type.LONG))
    around = Call("kusto.numbers_around", (hit, *bounds), Type.MULTI)
    close = Expand(hits, (Assign(near, around),), keep_empty=False)
    places = Aggregate(close, (Assign(new_column("near", Type.STRING), near),), ())
    at = Call("kusto.text_of_long", (number,), Type.STRING)
    kept = Join(rows, places, JoinKind.LEFT_SEMI, ((at, places.columns[0]),), same(rows.columns))
    in_order = Sort(kept, (SortKey(number, False, False),), call.span)
    made = Project(in_order, same(call.input.columns), call.span)
    return call.lowering.opened.mark(made) if call.lowering.opened.is_open(call.input) else made


def _rolling_percentile(call: PluginCall) -> Relation:
    """For every bin the percentile over the values in it and in the bins before it."""
    value, index = call.column("ValueColumn"), call.column("IndexColumn")
    share = call.required("Percentile", Type.INT, Type.LONG, Type.REAL)
    count, dims = call.whole("BinsPerWindow"), call.columns(call.rest)
    if not isinstance(share.value, int | float) or not 0 <= share.value <= 100:
        raise QueryError("a percentile lies between 0 and 100", span=call.at("Percentile"))
    if value.type not in (Type.LONG, Type.REAL, Type.DATETIME, Type.TIMESPAN):
        raise Unsupported(f"KQL rolling_percentile of {value.type.value}", span=call.at("ValueColumn"))
    size = whole_bin(call, "BinSize", index)
    if not 1 <= count <= 1000:
        raise Unsupported(f"KQL rolling_percentile over {count} bins", span=call.at("BinsPerWindow"))
    start = new_column("bin", index.type)
    row = Row(Project(call.input, (*same(call.input.columns), Assign(start, size.of(index)))))
    wide, at = bins_after(row.relation, start, size, count)
    bins = Aggregate(row.relation, fresh((start, *dims)), ())
    pairs = tuple(zip((at, *dims), bins.columns, strict=True))
    held = Join(wide, bins, JoinKind.LEFT_SEMI, pairs, same(wide.columns))
    shown = f"{share.value}".replace(".", "_")
    name = f"rolling_{count}_percentile_{value.name}_{shown}"
    rank = Call("kusto.percentile", (value, Literal(share.value / 100, Type.REAL)), value.type, call.span)
    keys = tuple(Assign(new_column(name, c.type), c) for name, c in ((index.name, at), *((d.name, d) for d in dims)))
    return Aggregate(held, keys, (Measure(new_column(name, value.type), rank),), call.span)


def _schema_merge(call: PluginCall) -> Relation:
    """One row per column name of several schemas."""
    wanted = {"ColumnName": Type.STRING, "ColumnOrdinal": None, "DataType": Type.STRING, "ColumnType": Type.STRING}
    found = {column.name: column for column in call.input.columns}
    if set(found) != set(wanted) or not found["ColumnOrdinal"].type.integral:
        raise QueryError("schema_merge takes rows of getschema", span=call.span)
    keep = call.constant("PreserveOrder", Type.BOOL)
    name, data, kind = found["ColumnName"], found["DataType"], found["ColumnType"]
    ordinal = to.widened(found["ColumnOrdinal"], Type.LONG)
    key = Assign(new_column("ColumnName", Type.STRING), name)
    low, high = (new_column(w, Type.LONG) for w in ("low", "high"))
    types = new_column("types", Type.LONG)
    first, clr = new_column("ColumnType", Type.STRING), new_column("DataType", Type.STRING)
    measures = (
        Measure(low, Call("aggregate.min", (ordinal,), Type.LONG)),
        Measure(high, Call("aggregate.max", (ordinal,), Type.LONG)),
        Measure(types, Call("kusto.dcount", (kind,), Type.LONG)),
        Measure(clr, Call("kusto.any_text", (data,), Type.STRING)),
        Measure(first, Call("kusto.any_text", (kind,), Type.STRING)),
    )
    merged = Aggregate(call.input, (key,), measures, call.span)
    one_type = Call("kusto.one_type", (types,), Type.BOOL)
    checked = Filter(merged, one_type, call.span)
    if keep is not None and keep.value is False:
        return _by_largest(checked, high)
    return _in_place(checked, low, high)


def _by_largest(merged: Relation, high: Column) -> Relation:
    """Ordinals counted anew, in the order of the last place each column had."""
    rows, number = numbered(Sort(merged, (SortKey(high, False, False),)))
    name, _, _, _, clr, kind = merged.columns
    place = Call("kusto.same_place", (number, rows.columns[2]), Type.LONG)
    ordinal = Assign(new_column("ColumnOrdinal", Type.LONG), place)
    return Project(rows, (Assign(name, name), ordinal, Assign(clr, clr), Assign(kind, kind)))


def _in_place(merged: Relation, low: Column, high: Column) -> Relation:
    """A column that stands in several places is an error, written where its type would be."""
    name, _, _, _, clr, kind = merged.columns
    moved = Call("compare.ne", (low, high), Type.BOOL)
    what = "ERROR(columns are out of order)"

    def unless(value: Value, otherwise: Value, type: Type, shown: str) -> Assign:
        return Assign(new_column(shown, type), Call("case.when", (moved, otherwise, value), type))

    outputs = (
        Assign(name, name),
        unless(low, Literal(-1, Type.LONG), Type.LONG, "ColumnOrdinal"),
        unless(clr, Literal(f"ERROR(unknown CSL type:{what})", Type.STRING), Type.STRING, "DataType"),
        unless(kind, Literal(what, Type.STRING), Type.STRING, "ColumnType"),
    )
    return Project(merged, outputs)


ROWS = (
    PluginRow("narrow", (), _narrow),
    PluginRow("rows_near", ("Condition", "NumRows", "RowsAfter"), _rows_near),
    PluginRow(
        "rolling_percentile",
        ("ValueColumn", "Percentile", "IndexColumn", "BinSize", "BinsPerWindow"),
        _rolling_percentile,
        more=True,
    ),
    PluginRow("schema_merge", ("PreserveOrder",), _schema_merge),
)
