"""What the commands that make tables of results look like once parsed: charts, bins, totals, series, transactions."""

from __future__ import annotations

from dataclasses import dataclass, field

from antivenom.languages.spl.syntax import Expression, Name, Report, SearchTerm, StatsTerm
from antivenom.source import Span


@dataclass(frozen=True, slots=True)
class Length:
    """`span=10`, `span=5m`, `span=w@w1`: `count` of `unit`, which is "" for a plain number.

    Units are us, ms, cs, ds, second, minute, hour, day, week, month, quarter and year; `snap` is the unit behind
    the @, with the weekday of a week ("week1").
    """

    count: float
    unit: str
    snap: str | None
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class LogLength:
    """`span=2log10`: bins begin at the coefficient times a power of the base."""

    coefficient: float
    base: float
    span: Span


@dataclass(frozen=True, slots=True)
class Bins:
    """How values are put into bins; nothing said is all None."""

    length: Length | LogLength | None = None
    most: int | None = None
    least: Length | None = None
    start: float | None = None
    end: float | None = None
    align: str | None = None
    span: Span = field(default=Span(0, 0))

    @property
    def said(self) -> bool:
        """Whether any option was given."""
        return any(
            value is not None for value in (self.length, self.most, self.least, self.start, self.end, self.align)
        )


@dataclass(frozen=True, slots=True)
class Sparkline(StatsTerm):
    """`sparkline(count, 1h) AS name`: how many results each span of time has; `length` None: Splunk chooses it."""

    length: Length | LogLength | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin(Report):
    """`bin options field AS name`."""

    name: Name
    bins: Bins
    target: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """`top5` or `bottom5`."""

    bottom: bool
    count: int


@dataclass(frozen=True, slots=True)
class SeriesWhere:
    """`where max in top5` or `where sum > 10` behind the field that makes the columns; `op` is in, notin, < or >."""

    function: str
    op: str
    rank: Ranked | None
    number: float
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Report):
    """`chart` and, with `over` None, `timechart`.

    `over` makes the rows and `by` the columns. `score` is agg=, which ranks the columns; `between` the bounds of the
    search's time, as its terms have them.
    """

    terms: tuple[StatsTerm, ...]
    timed: bool
    over: Name | None
    over_bins: Bins
    by: Name | None
    by_bins: Bins
    limit: Ranked = field(default=Ranked(False, 10))
    score: StatsTerm | None = None
    where: SeriesWhere | None = None
    format: str = "$AGG$: $VAL$"
    use_other: bool = True
    other: str = "OTHER"
    use_null: bool = True
    null: str = "NULL"
    continuous: bool = True
    fixed_range: bool = True
    partial: bool = True
    dedup_by: bool = False
    between: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Top(Report):
    """`top` or, with `rare`, `rare`; `limit` 0 is no limit."""

    rare: bool
    names: tuple[Name, ...]
    by: tuple[Name, ...]
    limit: int
    count_field: str | None
    percent_field: str | None
    other: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency(Report):
    """`contingency row column`: how often values stand together; `total` None leaves the totals out."""

    row: Name
    column: Name
    most_rows: int
    most_columns: int
    total: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class XySeries(Report):
    """`xyseries x name value...`."""

    row: Name
    column: Name
    values: tuple[Name, ...]
    format: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transpose(Report):
    """`transpose n column_name= header_field= include_empty=`; 0 is every row."""

    most: int
    column_name: str
    header: Name | None
    include_empty: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeContinuous(Report):
    """`makecontinuous field span=`."""

    name: Name
    bins: Bins


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTotals(Report):
    """`addtotals`, and `addcoltotals` with `row` False and `column` True; no names are all fields."""

    row: bool
    column: bool
    field: str
    label_field: str | None
    label: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeMap(Report):
    """`rangemap field= name=low-high ... default=`."""

    name: Name
    ranges: tuple[tuple[str, float, float], ...]
    default: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Accum(Report):
    """`accum field AS name`."""

    name: Name
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Autoregress(Report):
    """`autoregress field AS name p=first-last`."""

    name: Name
    targets: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delta(Report):
    """`delta field AS name p=n`."""

    name: Name
    target: str
    back: int


@dataclass(frozen=True, slots=True)
class Trend:
    """One `sma5(field) AS name`; `kind` is sma or wma."""

    kind: str
    period: int
    name: Name
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine(Report):
    """`trendline sma5(a) AS b wma3(c)`."""

    trends: tuple[Trend, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """`startswith=` or `endswith=`: search terms, or the condition of an eval(...)."""

    terms: SearchTerm | None
    condition: Expression | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction(Report):
    """`transaction fields options`; spans and counts are None without a bound."""

    names: tuple[Name, ...]
    max_span: float | None = None
    max_pause: float | None = None
    max_events: int | None = 1000
    starts: Edge | None = None
    ends: Edge | None = None
    keep_orphans: bool = False
    keep_evicted: bool = False
    lists: tuple[str, ...] | None = ()
    """Fields shown as lists; None is every field."""
    null: str = "NULL"
    raw_list: bool = False
