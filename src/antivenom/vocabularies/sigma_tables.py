"""The tables of Sigma's log sources, collected while events pass.

Every column is text, named as asked; `antivenom.time` and the number of the event follow. Rows keep the order of the
events: those that are events as they stand, and those made of activities when all events are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.tables import EVENT_COLUMN, ColumnType, Event
from antivenom.vocabularies.columns import ARROW, TAKEN, Plan, Sink
from antivenom.vocabularies.mapping import time_of
from antivenom.vocabularies.sigma import SYSTEMS, TIME_COLUMN, Stream, named
from antivenom.vocabularies.sigma_rows import Rows
from antivenom.vocabularies.sigma_views import ALWAYS, View
from antivenom.vocabularies.sigma_windows import channel_of

_MOST_KNOWN = 4096

Taker = Callable[[pa.Table], None]
"""Is given rows of a stream's table."""


class Sigma:
    """Streams, by name, each with the columns to collect. Raises UsageError for a name that no stream has.

    takers  stream -> who is given its rows in batches, as they come; then its table stays empty.
    """

    def __init__(self, wanted: Mapping[str, frozenset[str]], takers: Mapping[str, Taker]) -> None:
        self._streams = [_Collected(named(name), columns, takers.get(name)) for name, columns in wanted.items()]
        self._known: dict[tuple[str, str, str], tuple[tuple[Sink, Plan, Rows], ...]] = {}

    def reads(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The activity tables, and the columns of them, that the streams show."""
        for one in self._streams:
            if one.stream.view is not None:
                yield one.stream.view.activity, one.reads(one.stream.view)

    def add(self, number: int, event: Event) -> None:
        """Add the rows an event is as it stands."""
        channel = (channel_of(event) or "").casefold() if event.product == "windows" else ""
        key = (event.product, event.kind, channel)
        takers = self._known.get(key)
        if takers is None:
            takers = self._find(key)
        for sink, plan, rows in takers:
            for row in rows.of(event):
                sink.add(plan, row, number)

    def _find(self, key: tuple[str, str, str]) -> tuple[tuple[Sink, Plan, Rows], ...]:
        if len(self._known) >= _MOST_KNOWN:
            self._known.clear()
        takers = tuple(taker for one in self._streams for taker in one.takers(*key))
        self._known[key] = takers
        return takers

    def finish(self, activities: Mapping[str, pa.Table]) -> dict[str, pa.Table]:
        """The tables by the streams' names."""
        return {one.stream.name: one.table(activities) for one in self._streams}


class _Collected:
    """One stream's table."""

    def __init__(self, stream: Stream, columns: frozenset[str], taker: Taker | None) -> None:
        self.stream = stream
        self.columns = sorted(columns - {TIME_COLUMN, EVENT_COLUMN})
        self.sink = Sink(taker)
        self._taker = taker
        for name in self.columns:
            self.sink.column(name, ColumnType.STRING)
        self.sink.column(TIME_COLUMN, ColumnType.DATETIME)
        self._plans: dict[Rows, Plan] = {}

    def takers(self, product: str, kind: str, channel: str) -> Iterator[tuple[Sink, Plan, Rows]]:
        """How events of this kind become rows."""
        for native in self.stream.natives:
            if native.takes(product, kind, channel):
                yield self.sink, self._plan(native.rows), native.rows

    def _plan(self, rows: Rows) -> Plan:
        plan = self._plans.get(rows)
        if plan is None:
            getters = [(self.sink.column(name, ColumnType.STRING), rows.getter(name)) for name in self.columns]
            time = self.sink.column(TIME_COLUMN, ColumnType.DATETIME)
            plan = self._plans[rows] = Plan([*getters, (time, time_of)])
        return plan

    def reads(self, view: View) -> frozenset[str]:
        """The activity columns that the columns of this table are made of."""
        shown = (view.columns[name].reads for name in self.columns if name in view.columns)
        return ALWAYS.union({"time"}, *shown)

    def table(self, activities: Mapping[str, pa.Table]) -> pa.Table:
        """All rows, in the order of the events."""
        own = self.sink.table()
        view = self.stream.view
        if view is None:
            return own
        shown = self._shown(view, activities[view.activity], own.schema)
        if self._taker is not None:
            for begin in range(0, shown.num_rows, TAKEN):
                self._taker(shown.slice(begin, TAKEN))
            return own
        if not own.num_rows or not shown.num_rows:
            return shown if shown.num_rows else own
        table = pa.concat_tables([own, shown])
        return table.take(pc.sort_indices(table[EVENT_COLUMN]))

    def _shown(self, view: View, rows: pa.Table, schema: pa.Schema) -> pa.Table:
        if rows.num_rows:
            rows = rows.filter(self._mask(view, rows))
        if not rows.num_rows:
            return schema.empty_table()
        made = [
            view.columns[name].make(rows) if name in view.columns else pa.nulls(rows.num_rows, pa.string())
            for name in self.columns
        ]
        time = rows["time"].cast(ARROW[ColumnType.DATETIME])
        return pa.table([*made, time, rows[EVENT_COLUMN]], schema=schema)

    def _mask(self, view: View, rows: pa.Table) -> pa.ChunkedArray:
        """Rows of this activity that count for the view, on such a system, and that Sysmon did not record."""
        mask = pc.is_in(rows["activity_name"], pa.array(list(view.activities), pa.string()))
        if not view.attempts:
            mask = pc.and_(mask, pc.fill_null(pc.not_equal(rows["status"], "Failure"), True))
        mask = pc.and_(mask, pc.not_equal(rows["metadata.product"], "Sysmon"))
        if self.stream.products is not None:
            products = pa.array(sorted(self.stream.products), pa.string())
            mask = pc.and_(mask, pc.is_in(rows["metadata.product"], products))
        system = SYSTEMS.get(self.stream.source.product or "")
        if system is None:
            return mask
        # where no path tells the system, it is taken for Windows, as in the other vocabularies
        return pc.and_(mask, pc.equal(pc.fill_null(rows["device.os.type"], "Windows"), system))
