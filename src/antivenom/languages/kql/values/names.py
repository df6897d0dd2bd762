"""The names Kusto gives to columns nobody named, as measured on the engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from antivenom.errors import Unsupported
from antivenom.languages.kql.syntax import Constant, Expression, FunctionCall, Index, Member, Name
from antivenom.languages.kql.values.several import SORTS, width
from antivenom.plan.types import Type
from antivenom.plan.values import Column

_KEEP = frozenset(
    "tostring toint tolong todouble toreal tobool toboolean todatetime totimespan totime timespan toguid"
    " todecimal tohex todynamic toobject parse_json parsejson split bin bin_at bin_auto floor ceiling round"
    " startofday abs pow rand sqrt log log10 log2 exp exp2 exp10 gamma loggamma erf erfc bitset_count_ones"
    " sin cos tan asin acos atan atan2 binary_and binary_or binary_xor"
    " binary_not binary_shift_left"
    " binary_shift_right format_datetime format_timespan parse_xml parse_csv format_bytes series_fill_const"
    " series_fill_forward"
    " series_fill_backward series_fill_linear series_fir series_iir".split()
)
"""Functions whose result keeps the name of their argument; every other function's result is ColumnN."""

_KEEP_ONLY = frozenset({"make_datetime", "make_timespan"})
"""Functions whose result keeps the name of their argument where they have no other."""

_IF_COLUMN = frozenset({"column_ifexists", "columnifexists"})
"""Functions whose result has the name their first argument spells, where the row has such a column."""

_UNSURE = frozenset({"toscalar"})
"""Functions whose unnamed column has a random name."""

_NAME_IT = "write a name and = before it"
_PREFIXED = {
    "strlen": "strlen_",
    "string_size": "string_size_",
    "gettype": "type_",
    "treepath": "tree_",
    "ingestion_time": "$IngestionTime",
    "repeat": "repeat_",
}
_AGGREGATES = {
    "count": "count_",
    "countif": "countif_",
    "dcount": "dcount_",
    "dcountif": "dcountif_",
    "count_distinct": "count_distinct_",
    "count_distinctif": "count_distinctif_",
    "sum": "sum_",
    "sumif": "sumif_",
    "avg": "avg_",
    "avgif": "avgif_",
    "min": "min_",
    "minif": "minif_",
    "max": "max_",
    "maxif": "maxif_",
    "any": "any_",
    "anyif": "anyif_",
    "stdev": "stdev_",
    "stdevif": "stdevif_",
    "stdevp": "stdevp_",
    "variance": "variance_",
    "varianceif": "varianceif_",
    "variancep": "variancep_",
    "make_list": "list_",
    "makelist": "list_",
    "make_list_if": "list_",
    "make_list_with_nulls": "list_",
    "make_set": "set_",
    "makeset": "set_",
    "make_set_if": "set_",
    "make_bag": "bag_",
    "make_bag_if": "bag_",
    "make_dictionary": "dictionary_",
    "buildschema": "schema_",
    "variancepif": "variancepif_",
    "covariance": "covariance_",
    "covariancep": "covariancep_",
    "covarianceif": "covarianceif_",
    "covariancepif": "covariancepif_",
    "binary_all_and": "",
    "binary_all_or": "",
    "binary_all_xor": "",
    "percentile": "percentile_",
    "percentilew": "percentile_",
    "percentiles_array": "percentiles_",
    "percentilesw_array": "percentiles_",
    "take_any": "",
    "take_anyif": "",
}


def of(expression: Expression, columns: Iterable[Column] = ()) -> str | None:
    """The name an expression lends to its column, or None where it becomes ColumnN. `columns` are the row's."""
    match expression:
        case Name(name):
            return name
        case Member() | Index():
            return _path(expression)
        case FunctionCall(name, (Constant(str(spelled)), *_)) if name in _IF_COLUMN:
            return spelled if any(column.name == spelled for column in columns) else None
        case FunctionCall(name) if name in _IF_COLUMN:
            raise Unsupported(f"KQL name of a column made by {name}", span=expression.name_span, hint=_NAME_IT)
        case FunctionCall(name, args, named=named):
            if named and named[0] is not None:
                # an argument may be given a name, which then stands for the expression it names
                args = (Name(named[0], expression.name_span), *args[1:])
            return _called(expression, name, args)
        case _:
            return None


def _path(expression: Expression) -> str | None:
    """The name of what a path begins with and its steps, joined by underscores."""
    steps: list[str] = []
    while isinstance(expression, Member | Index):
        if isinstance(expression, Member):
            steps.append(expression.name)
        elif isinstance(expression.index, Constant) and expression.index.type in (Type.LONG, Type.STRING):
            steps.append(_step(expression.index))
        else:
            raise Unsupported("KQL name of a path with a computed step", span=expression.span, hint=_NAME_IT)
        below, expression = expression, expression.base
    if width(expression) > 1 and isinstance(expression, FunctionCall):
        return _one_of_several(expression, steps)
    base = of(expression)
    if base is not None:
        return "_".join([base, *reversed(steps)])
    if steps[-1].startswith("_") and isinstance(below, Index):
        raise Unsupported("KQL name of an unnamed value's element from the end", span=expression.span, hint=_NAME_IT)
    return "_".join(reversed(steps))


def _one_of_several(call: FunctionCall, steps: Sequence[str]) -> str:
    """`array_sort_asc(a, b)[1]` is b_sorted."""
    if len(steps) > 1 or not steps[0].isdigit() or int(steps[0]) >= width(call):
        raise Unsupported(f"KQL name of an array of {call.name}", span=call.span, hint=_NAME_IT)
    return f"{of(call.args[int(steps[0])]) or f'array{steps[0]}'}_sorted"


def _step(index: Constant) -> str:
    """A step in a name: an index below zero has its sign written as one more underscore (measured)."""
    text = str(index.value)
    return text.replace("-", "_") if index.type is Type.LONG else text


def _called(expression: FunctionCall, name: str, args: Sequence[Expression]) -> str | None:
    if name in _AGGREGATES:
        return aggregate(name, args)
    if name in _UNSURE:
        raise Unsupported(f"KQL name of a column made by {name}", span=expression.name_span, hint=_NAME_IT)
    inner = of(args[0]) if args else None
    if name in SORTS and args:
        return f"{inner or 'array0'}_sorted"
    if name in _PREFIXED:
        return _PREFIXED[name] + (inner or "")
    if name in _KEEP_ONLY and len(args) == 1:
        return inner
    return inner if name in _KEEP else None


def aggregate(name: str, args: Sequence[Expression]) -> str | None:
    """The name of an aggregate's column: its prefix and its first argument's name."""
    if name not in _AGGREGATES:
        return None
    made = _AGGREGATES[name] + ((of(args[0]) or "") if args else "")
    share = {"percentile": 1, "percentilew": 2}.get(name)
    if share is not None and len(args) > share and isinstance(last := args[share], Constant):
        made += f"_{last.value}".replace(".", "_")
    if name.startswith("covariance") and len(args) > 1:
        made += f"_{of(args[1]) or ''}"
    if name == "take_any" and args and not made:
        made = "any_arg0"
    return made or None


def prefixed(call: FunctionCall, name: str, index: int) -> str:
    """The name of a column that a call shows: any(), argmax() and argmin(), the older names of take_any(), arg_max()
    and arg_min(), put the kind of the call before it, and what they compare by before the columns they return."""
    if call.name == "any":
        return f"any_{name}"
    if call.name not in ("argmax", "argmin"):
        return name
    word = call.name.removeprefix("arg")
    return f"{word}_{of(call.args[0]) or ''}_{name}" if index else f"{word}_{name}"


def numbered(wanted: Sequence[str], taken: Sequence[str]) -> list[str]:
    """Final names of a join's right columns: one that is taken gets the first number that no column of either
    side has."""
    used, own = set(taken), set(wanted)
    found: list[str] = []
    for name in wanted:
        made, number = name, 0
        while made in used or (number and made in own):
            number += 1
            made = f"{name}{number}"
        used.add(made)
        found.append(made)
    return found


def settle(
    wanted: Iterable[tuple[str | None, bool]], taken: Iterable[str] = (), avoid: Iterable[str] = ()
) -> list[str]:
    """Final names for targets (name or None, whether spelled out), left to right.

    A name that is taken gets the first free of name1, name2, ...; a missing one is ColumnN, counted over
    the missing ones only and stepping past `avoid`. `taken` are names that stand already.
    """
    targets = list(wanted)
    spelled = {name for name, explicit in targets if explicit and name is not None}
    used, avoided = set(taken), set(avoid)
    found: list[str] = []
    unnamed = 0
    for name, _ in targets:
        if name is None:
            unnamed += 1
            while f"Column{unnamed}" in avoided:
                unnamed += 1
            name = f"Column{unnamed}"
        made, number = name, 0
        while made in used or (number and made in spelled):
            number += 1
            made = f"{name}{number}"
        used.add(made)
        found.append(made)
    return found
