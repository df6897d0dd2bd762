"""What an SPL query looks like once parsed: frozen nodes, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from antivenom.source import Span

# --- search terms


@dataclass(frozen=True, slots=True)
class Term:
    """A bare word or quoted phrase, looked for in `_raw`. Escapes are expanded; `*` is a wildcard."""

    text: str
    span: Span
    case: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Compare:
    """`field op value` in a search. `value` is text with `*` as wildcard; `case` for CASE()."""

    field: str
    op: str
    value: str
    span: Span
    case: bool = False


@dataclass(frozen=True, slots=True)
class OneOf:
    """`field IN (a, b*)` in a search."""

    field: str
    values: tuple[Compare, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TimeBound:
    """`earliest=`, `latest=` or one of their kin: `field op time`, the time as written, which `format` reads."""

    which: str
    time: str
    span: Span
    field: str = "_time"
    op: str = ">="
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A term about event types, tags or saved searches, with the terms it stands for; None where nobody said."""

    compare: Compare
    terms: SearchTerm | None
    span: Span


@dataclass(frozen=True, slots=True)
class Subsearch:
    """`[search ...]` among terms: its results become terms."""

    search: Search
    span: Span


@dataclass(frozen=True, slots=True)
class Not:
    """NOT in a search."""

    term: SearchTerm
    span: Span


@dataclass(frozen=True, slots=True)
class All:
    """Terms that must all hold (AND, or nothing between them)."""

    terms: tuple[SearchTerm, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Any:
    """Terms of which one must hold (OR)."""

    terms: tuple[SearchTerm, ...]
    span: Span


SearchTerm: TypeAlias = Term | Compare | OneOf | TimeBound | Known | Subsearch | Not | All | Any

# --- expressions


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """A string in double quotes, escapes still in it (a regular expression expands them differently)."""

    raw: str
    span: Span


@dataclass(frozen=True, slots=True)
class Field:
    """A field named in an expression."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Function:
    """A function call; the name in lower case."""

    name: str
    args: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Unary:
    """`-`, `+` or `not` before an operand."""

    op: str
    arg: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator between two operands: + - * / % . = != < <= > >= like xor."""

    op: str
    left: Expression
    right: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Logic:
    """`and` or `or` over two or more operands."""

    op: str
    args: tuple[Expression, ...]
    span: Span


Expression: TypeAlias = Number | Text | Field | Function | Unary | Binary | Logic

# --- commands


@dataclass(frozen=True, slots=True)
class Name:
    """A field name in a command's arguments; may hold `*`."""

    text: str
    span: Span

    @property
    def wild(self) -> bool:
        """Whether the name has a wildcard."""
        return "*" in self.text


@dataclass(frozen=True, slots=True)
class SearchCommand:
    """`search`, also the one that a query begins with unsaid."""

    terms: SearchTerm | None
    span: Span
    base: bool = False


@dataclass(frozen=True, slots=True)
class Where:
    """`where expression`."""

    condition: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Assignment:
    """One `field = expression` of eval."""

    name: Name
    value: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Eval:
    """`eval a=..., b=...`."""

    assignments: tuple[Assignment, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class StatsTerm:
    """One aggregate of stats: `function(argument) AS name`; `argument` None for a bare count."""

    function: str
    argument: Expression | Name | None
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Stats:
    """`stats`, `eventstats` or `streamstats` (`command`).

    `window` rows (0: all) and `seconds` bound a stream, for each group of its own unless `shared`; it begins anew
    where the by fields change (`reset_on_change`), before or after a result for which a condition holds. `between`
    are the bounds of the search's time, said where a sparkline is among the terms.
    """

    command: str
    terms: tuple[StatsTerm, ...]
    by: tuple[Name, ...]
    span: Span
    reset_on_change: bool = False
    window: int = 0
    seconds: float | None = None
    shared: bool = True
    current: bool = True
    reset_before: Expression | None = None
    reset_after: Expression | None = None
    all_numeric: bool = False
    dedup_by: bool = False
    delimiter: str | None = None
    between: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True)
class TStats:
    """`tstats terms from datamodel=model where ... by ...`; names are as written, "Processes.dest".

    `model` is None for indexed fields of the events, `node` the dataset that nodename= names in the where, `seconds`
    the span of _time in the by, `fill` the value of fillnull_value. With `prestats` the command behind it aggregates,
    with `append` the results before it stay.
    """

    terms: tuple[StatsTerm, ...]
    model: Name | None
    node: Name | None
    where: SearchTerm | None
    by: tuple[Name, ...]
    seconds: int | None
    fill: str | None
    span: Span
    prestats: bool = False
    append: bool = False


@dataclass(frozen=True, slots=True)
class DataModel:
    """`datamodel M D search`, `datamodel M D flat` or `from datamodel:M.D`; `model` is "M.D".

    `flat` says that fields are named without their dataset.
    """

    model: Name
    flat: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """`table a b*`."""

    names: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Fields:
    """`fields a b` or, with `remove`, `fields - a b`."""

    names: tuple[Name, ...]
    remove: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Rename:
    """`rename a AS b, c* AS d*`."""

    pairs: tuple[tuple[Name, Name], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class SortBy:
    """One sort field; `how` is auto, num, str or ip."""

    name: Name
    descending: bool
    how: str


@dataclass(frozen=True, slots=True)
class Sort:
    """`sort`; `limit` 0 is no limit."""

    keys: tuple[SortBy, ...]
    limit: int
    span: Span


@dataclass(frozen=True, slots=True)
class Head:
    """`head n`, or as long as a condition holds: null counts as `null` says, `keep_last` keeps the first that fails."""

    count: int | None
    span: Span
    condition: Expression | None = None
    null: bool = False
    keep_last: bool = False


@dataclass(frozen=True, slots=True)
class Tail:
    """`tail n`: the last n results, last first."""

    count: int
    span: Span


@dataclass(frozen=True, slots=True)
class Reverse:
    """`reverse`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Dedup:
    """`dedup n fields keepempty= keepevents= consecutive= sortby ...`."""

    names: tuple[Name, ...]
    count: int
    keep_empty: bool
    span: Span
    keep_events: bool = False
    consecutive: bool = False
    sort: tuple[SortBy, ...] = ()


@dataclass(frozen=True, slots=True)
class Regex:
    """`regex field=pattern`; `negated` for `!=`."""

    field: Name
    pattern: Text
    negated: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Rex:
    """`rex field=f "pattern" max_match=n`; `most` 0 is every match."""

    field: Name
    pattern: Text
    most: int
    span: Span
    offset: str | None = None


@dataclass(frozen=True, slots=True)
class FillNull:
    """`fillnull value=v fields`; no fields means every field that exists."""

    value: str
    names: tuple[Name, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MakeMv:
    """`makemv delim= field`, or by a `tokenizer` pattern."""

    name: Name
    delimiter: str
    tokenizer: Text | None
    allow_empty: bool
    span: Span


@dataclass(frozen=True, slots=True)
class MvExpand:
    """`mvexpand field limit=n`; 0 is no limit."""

    name: Name
    limit: int
    span: Span


@dataclass(frozen=True, slots=True)
class NoMv:
    """`nomv field`: its values as one text; `delimiter` between them."""

    name: Name
    delimiter: str
    span: Span


@dataclass(frozen=True, slots=True)
class MvCombine:
    """`mvcombine delim=, field`; the delimiter only shows in a nomv right behind."""

    name: Name
    delimiter: str
    span: Span


@dataclass(frozen=True, slots=True)
class Untable:
    """`untable x name value`: one result for each other field's value."""

    keep: Name
    label: Name
    value: Name
    span: Span


@dataclass(frozen=True, slots=True)
class Conversion:
    """One `function(field) AS name` of convert; without a name the field itself is converted."""

    function: str
    field: Name
    target: str | None


@dataclass(frozen=True, slots=True)
class Convert:
    """`convert timeformat=f ctime(field) AS name ...`."""

    format: str
    conversions: tuple[Conversion, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class StrCat:
    """`strcat [allrequired=] a "/" b target`."""

    parts: tuple[Name | Text, ...]
    target: str
    all_required: bool
    span: Span


@dataclass(frozen=True, slots=True)
class MakeResults:
    """`makeresults`: `count` empty results, or the rows of inline csv or json data."""

    count: int
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    inline: bool = False
    span: Span = field(default=Span(0, 0))


@dataclass(frozen=True, slots=True)
class Join:
    """`join fields [search]`: `left` keeps results that match none, `most` 0 is every match.

    Without names the fields that both sides have.
    """

    names: tuple[Name, ...]
    left: bool
    most: int
    overwrite: bool
    search: Search
    span: Span


@dataclass(frozen=True, slots=True)
class Append:
    """`append [search]`; `most` results of it, 0 being all."""

    search: Search
    span: Span
    most: int = 0


@dataclass(frozen=True, slots=True)
class AppendCols:
    """`appendcols [search]`: its results beside the others, one by one."""

    search: Search
    override: bool
    most: int
    span: Span


@dataclass(frozen=True, slots=True)
class AppendPipe:
    """`appendpipe [commands]`: what the commands make of the results, behind them."""

    search: Search
    span: Span


@dataclass(frozen=True, slots=True)
class Multi:
    """`multisearch` or `union` (`command`): the results of several searches together."""

    command: str
    searches: tuple[Search, ...]
    most: int
    span: Span
    first: bool = False


@dataclass(frozen=True, slots=True)
class SetOf:
    """`set union`, `diff` or `intersect` of two searches' results."""

    op: str
    searches: tuple[Search, Search]
    span: Span


@dataclass(frozen=True, slots=True)
class SelfJoin:
    """`selfjoin fields`: each result with the next one that has the same fields."""

    names: tuple[Name, ...]
    overwrite: bool
    keep_single: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Map:
    """`map search="..."`: the search for each result, $field$ in it being the result's; `template` reads it without."""

    text: str
    most: int
    template: Search
    span: Span


@dataclass(frozen=True, slots=True)
class Format:
    """`format`: all results as one search; `marks` are the six pieces between which fields and results stand."""

    separator: str
    most: int
    marks: tuple[str, ...]
    empty: str
    span: Span


@dataclass(frozen=True, slots=True)
class Returned:
    """One field of return: `alias=field`, or `$field` without a name."""

    alias: str | None
    name: Name


@dataclass(frozen=True, slots=True)
class Return:
    """`return count fields`."""

    count: int
    fields: tuple[Returned, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class InputLookup:
    """`inputlookup` or `inputcsv` (`command`): the rows of a file from `start` on; `most` None is all of them."""

    command: str
    name: Name
    append: bool
    start: int
    most: int | None
    where: SearchTerm | None
    span: Span


@dataclass(frozen=True, slots=True)
class Lookup:
    """`lookup name field AS f OUTPUT field AS g`: pairs are (field of the file, field of the results).

    Without `outputs` the file's other fields; `only_new` for OUTPUTNEW.
    """

    name: Name
    matches: tuple[tuple[Name, Name], ...]
    outputs: tuple[tuple[Name, Name], ...]
    only_new: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Written:
    """`outputlookup`, `outputcsv` or `collect`: results written under a name, and passed on."""

    command: str
    name: Name
    options: tuple[tuple[str, str], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class GenTimes:
    """`gentimes`: times as written, the increment in seconds."""

    start: str
    end: str | None
    increment: int
    span: Span


@dataclass(frozen=True, slots=True)
class Deferred:
    """A command some of whose text is made by subsearches, so that it can only be read once those ran.

    `base` for the one a search begins with; `subsearches` with their places, brackets and all.
    """

    text: str
    subsearches: tuple[Subsearch, ...]
    base: bool
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A command whose node stands in syntax_reports.py: charts, totals, transactions and their like."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCommand:
    """A command whose node stands in syntax_fields.py: those that take fields out of text, set or change them."""

    span: Span


Command: TypeAlias = (
    SearchCommand
    | Where
    | Eval
    | Stats
    | TStats
    | DataModel
    | Table
    | Fields
    | Rename
    | Sort
    | Head
    | Tail
    | Reverse
    | Dedup
    | Regex
    | Rex
    | FillNull
    | MakeMv
    | MvExpand
    | NoMv
    | MvCombine
    | Untable
    | Convert
    | StrCat
    | MakeResults
    | Join
    | Append
    | Report
    | FieldCommand
    | AppendCols
    | AppendPipe
    | Multi
    | SetOf
    | SelfJoin
    | Map
    | Format
    | Return
    | InputLookup
    | Lookup
    | Written
    | GenTimes
    | Deferred
)


@dataclass(frozen=True, slots=True)
class Search:
    """A whole query, or a subsearch: its commands in order, and notes a user should see."""

    commands: tuple[Command, ...]
    notes: tuple[str, ...] = ()


GENERATING = (SearchCommand, MakeResults, TStats, DataModel, Multi, SetOf, InputLookup, GenTimes)
"""The commands a search can begin with."""


def generates(command: Command) -> bool:
    """Whether a search can begin with the command, as it stands."""
    match command:
        case SearchCommand(base=base) | Deferred(base=base):
            return base
        case Multi(first=first):
            return first
        case InputLookup(append=append):
            return not append
        case _:
            return isinstance(command, GENERATING)
