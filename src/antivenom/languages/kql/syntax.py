"""What a KQL query says: one small immutable node per construct, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from antivenom.plan.types import Type
from antivenom.source import Span

# --- expressions


@dataclass(frozen=True, slots=True)
class Constant:
    """A literal. `value` is what a plan Literal of the type holds; a dynamic is its JSON text."""

    value: bool | int | float | str | None
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """A column, a let, a parameter or a table; `quoted` when written ['so']."""

    name: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """`base.name`."""

    base: Expression
    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Index:
    """`base[index]`."""

    base: Expression
    index: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class FunctionCall:
    """`name(arguments)`; what it means is decided later. `named` has the x of `x = value` or None."""

    name: str
    args: tuple[Expression, ...]
    name_span: Span
    span: Span
    named: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Negative:
    """`-operand`."""

    operand: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Binary:
    """`left operator right` for arithmetic, comparison and string operators."""

    operator: str
    left: Expression
    right: Expression
    span: Span
    operator_span: Span


@dataclass(frozen=True, slots=True)
class Logical:
    """Two or more operands joined by `and` or by `or`."""

    operator: str
    operands: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Between:
    """`value between (low .. high)`, or its negation."""

    value: Expression
    low: Expression
    high: Expression
    negated: bool
    span: Span


@dataclass(frozen=True, slots=True)
class OneOf:
    """`value in (items)` and its kin, has_any and has_all among them; an item may be a pipeline."""

    operator: str
    value: Expression
    items: tuple[Expression, ...]
    span: Span
    operator_span: Span


@dataclass(frozen=True, slots=True)
class Star:
    """`*`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Subquery:
    """A pipeline where an expression stands: in parentheses, or as an argument."""

    pipeline: Pipeline
    span: Span


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A table of another workspace, cluster or database; `written` is the whole reference, in one spelling."""

    table: str
    written: str
    span: Span


Expression: TypeAlias = (
    Constant
    | Name
    | Member
    | Index
    | FunctionCall
    | Negative
    | Binary
    | Logical
    | Between
    | OneOf
    | Star
    | Subquery
    | Elsewhere
)


@dataclass(frozen=True, slots=True)
class Target:
    """`name = value`, `(a, b) = value`, or a bare value with no names."""

    names: tuple[str, ...]
    value: Expression
    span: Span


# --- sources


@dataclass(frozen=True, slots=True)
class Datatable:
    """`datatable (name: type, ...) [cells]`."""

    columns: tuple[tuple[str, Type], ...]
    cells: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Print:
    """`print targets`."""

    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Range:
    """`range name from start to stop step step`."""

    name: str
    start: Expression
    stop: Expression
    step: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class External:
    """`externaldata (name: type, ...) [addresses] with (option = value, ...)`; options in lower case."""

    columns: tuple[tuple[str, Type], ...]
    addresses: tuple[Expression, ...]
    options: tuple[tuple[str, str, Span], ...]
    span: Span


# --- operators


@dataclass(frozen=True, slots=True)
class Where:
    """`where condition`."""

    condition: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Extend:
    """`extend targets`."""

    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Serialize:
    """`serialize targets`: as extend, the rows from there on being in order."""

    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Project:
    """`project targets`."""

    targets: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ProjectSome:
    """`project-away` or `project-keep` with name patterns."""

    keep: bool
    patterns: tuple[tuple[str, Span], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ProjectRename:
    """`project-rename new = old, ...`."""

    pairs: tuple[tuple[str, str, Span], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ProjectReorder:
    """`project-reorder patterns`, each with its order: None, "asc" or "desc"."""

    patterns: tuple[tuple[str, Span, str | None], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ProjectByNames:
    """`project-by-names items`: columns, strings with `*` perhaps, arrays of them, column_names_of(table)."""

    items: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Summarize:
    """`summarize aggregates by keys`."""

    aggregates: tuple[Target, ...]
    keys: tuple[Target, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Distinct:
    """`distinct targets`, or every column when `all_columns`."""

    targets: tuple[Target, ...]
    all_columns: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Ordering:
    """One sort key as written; None where the default holds."""

    value: Expression
    descending: bool | None
    nulls_first: bool | None


@dataclass(frozen=True, slots=True)
class SortBy:
    """`sort by keys`."""

    keys: tuple[Ordering, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Top:
    """`top count by keys`."""

    count: Expression
    keys: tuple[Ordering, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Take:
    """`take count` (and `limit`)."""

    count: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Count:
    """`count`, or `count as Name`."""

    span: Span
    name: str = "Count"


@dataclass(frozen=True, slots=True)
class GetSchema:
    """`getschema`."""

    span: Span


@dataclass(frozen=True, slots=True)
class Render:
    """`render ...`: a wish about drawing, which changes no row."""

    span: Span


@dataclass(frozen=True, slots=True)
class JoinWith:
    """`join` or `lookup` with a right side; each key is an expression of names or of $left and $right."""

    lookup: bool
    kind: str | None
    kind_span: Span | None
    right: Pipeline
    keys: tuple[Expression, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class UnionWith:
    """`union` as an operator or, with no input, as a source."""

    kind: str
    fuzzy: bool
    source_column: str | None
    branches: tuple[Pipeline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ScanStep:
    """`step name output=kept: condition => column = value, ...` of a scan."""

    name: str
    output: str
    condition: Expression
    assigns: tuple[tuple[str, Expression, Span], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Scan:
    """`scan with_match_id=name declare (columns) with (steps)`; a declared column has its default or None."""

    match_id: str | None
    declared: tuple[tuple[str, Type, Expression | None], ...]
    steps: tuple[ScanStep, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class MakeSeries:
    """`make-series aggregates on axis from start to stop step step by keys`; `inclusive` with `in range(...)`.

    Each aggregate stands with the value of a bin without rows, None where none was written.
    """

    aggregates: tuple[tuple[Target, Expression | None], ...]
    axis: Target
    start: Expression | None
    stop: Expression | None
    step: Expression
    inclusive: bool
    keys: tuple[Target, ...]
    nonempty: bool
    span: Span


@dataclass(frozen=True, slots=True)
class OutputSchema:
    """`: (*, name: type, ...)` behind a plugin; `star` when it begins with every column of the input."""

    star: bool
    columns: tuple[tuple[str, Type], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Expanded:
    """One value of mv-expand: `name = value to typeof(type)`."""

    target: Target
    type: Type


@dataclass(frozen=True, slots=True)
class MvExpand:
    """`mv-expand targets`. `pairs`: bags become [key, value]; `legacy`: the old spelling, with its own limit."""

    targets: tuple[Expanded, ...]
    index: str | None
    pairs: bool
    limit: Expression | None
    legacy: bool
    span: Span


@dataclass(frozen=True, slots=True)
class MvApply:
    """`mv-apply expansion on (subquery)`."""

    expansion: MvExpand
    subquery: tuple[Operator, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Partition:
    """`partition by column (subquery)`."""

    column: str
    column_span: Span
    subquery: tuple[Operator, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TopLevel:
    """A level of top-nested; `count` is None for all values, `others` the label of what is left out."""

    count: Expression | None
    of: Target
    others: Expression | None
    by: Target
    descending: bool
    span: Span


@dataclass(frozen=True, slots=True)
class TopNested:
    """`top-nested level, top-nested level, ...`."""

    levels: tuple[TopLevel, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TopHitters:
    """`top-hitters count of column by value`."""

    count: Expression
    column: tuple[str, Span]
    by: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class Sample:
    """`sample count`."""

    count: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class SampleDistinct:
    """`sample-distinct count of column`."""

    count: Expression
    column: tuple[str, Span]
    span: Span


@dataclass(frozen=True, slots=True)
class AssertSchema:
    """`assert-schema (name: type, ...)`."""

    columns: tuple[tuple[str, Type], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Evaluate:
    """`evaluate plugin(arguments) : schema`."""

    plugin: FunctionCall
    schema: OutputSchema | None
    span: Span


@dataclass(frozen=True, slots=True)
class Invoke:
    """`invoke function(arguments)`: the function gets the rows as its first argument."""

    call: FunctionCall
    span: Span


@dataclass(frozen=True, slots=True)
class ParsedColumn:
    """One column of a parse pattern, with the type its text is taken to."""

    name: str
    type: Type
    span: Span


@dataclass(frozen=True, slots=True)
class Parse:
    """`parse kind=kind flags=flags value with parts`, or `parse-where`: texts, columns and stars in order."""

    filters: bool
    kind: str
    flags: str
    value: Expression
    parts: tuple[str | ParsedColumn | Star, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ParseKv:
    """`parse-kv value as (columns) with (options)`; an option may be given several times."""

    value: Expression
    columns: tuple[ParsedColumn, ...]
    options: tuple[tuple[str, str, Span], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Search:
    """`search kind=kind in (tables) condition`, behind a pipe or as a source; no tables: all of them."""

    cased: bool
    tables: tuple[Pipeline, ...]
    condition: Expression
    span: Span


@dataclass(frozen=True, slots=True)
class Find:
    """`find withsource=source in (tables) where condition project columns, pack_all()`.

    No tables: all of them; no columns and no bag asked for: project-smart. A column is its name, the type it is
    given if one is, and its place.
    """

    source: str
    tables: tuple[Pipeline, ...]
    condition: Expression
    columns: tuple[tuple[str, Type | None, Span], ...]
    packed: Span | None
    span: Span


@dataclass(frozen=True, slots=True)
class As:
    """`as name`: the rows so far, under a name for what follows."""

    name: str
    span: Span


Operator: TypeAlias = (
    Where
    | Extend
    | Serialize
    | Scan
    | MakeSeries
    | Project
    | ProjectSome
    | ProjectRename
    | ProjectReorder
    | ProjectByNames
    | Summarize
    | Distinct
    | SortBy
    | Top
    | Take
    | Count
    | GetSchema
    | Render
    | JoinWith
    | UnionWith
    | Evaluate
    | Invoke
    | Parse
    | ParseKv
    | Search
    | As
    | MvExpand
    | MvApply
    | Partition
    | TopNested
    | TopHitters
    | Sample
    | SampleDistinct
    | AssertSchema
)


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A source and the operators its rows pass through. `origin` may be any expression until lowered."""

    origin: Datatable | External | Print | Range | UnionWith | Search | Find | Expression
    operators: tuple[Operator, ...]
    span: Span


def as_pipeline(node: Expression) -> Pipeline:
    """A table where an expression stands, as a pipeline."""
    return node.pipeline if isinstance(node, Subquery) else Pipeline(node, (), node.span)


# --- statements


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a let function; `columns` is None for a scalar, () for a table of any columns."""

    name: str
    type: Type | None
    columns: tuple[tuple[str, Type], ...] | None
    default: Expression | None
    span: Span


@dataclass(frozen=True, slots=True)
class Function:
    """`(parameters) { lets; body }`; a `view` is among the tables that patterns match."""

    parameters: tuple[Parameter, ...]
    lets: tuple[Let, ...]
    body: Pipeline
    span: Span
    view: bool = False


@dataclass(frozen=True, slots=True)
class Let:
    """`let name = value`."""

    name: str
    value: Pipeline | Function
    span: Span


@dataclass(frozen=True, slots=True)
class Query:
    """The lets of a query, in order, the pipeline whose rows it gives, and the parameters it declares."""

    lets: tuple[Let, ...]
    body: Pipeline
    parameters: tuple[Parameter, ...] = ()
