"""Window functions: row_number, prev, next, row_cumsum and the ranks, each a column that a Window adds below."""

from __future__ import annotations

from collections.abc import Callable

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions.table import Args
from antivenom.languages.kql.lowering.rows import Row
from antivenom.languages.kql.syntax import FunctionCall, Name
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.relations import Assign, State
from antivenom.plan.types import Type
from antivenom.plan.values import Call, Column, Literal, Value, new_column

_ONE = Literal(1, Type.LONG)


def build(node: FunctionCall, args: Args, row: Row | None, serialized: bool | None) -> Value:
    """The value of a window function, its helper columns put below the row.

    Raises QueryError where the rows have no order, and Unsupported where that is not known.
    """
    fewest, most, made = WINDOWS[node.name]
    if not fewest <= len(args) <= most:
        raise QueryError(f"{node.name}() takes {fewest} to {most} arguments, not {len(args)}", span=node.span)
    if row is None or serialized is False:
        raise QueryError(
            f"{node.name}() needs rows that are in order",
            span=node.name_span,
            hint="put sort by, or serialize, before it",
        )
    if serialized is None:
        raise Unsupported(f"KQL {node.name} where rows may be in order or not", span=node.name_span)
    if node.name in ("prev", "next") and not isinstance(node.args[0], Name):
        raise QueryError(f"{node.name}() takes the name of a column", span=node.args[0].span)
    return made(row, args)


def _running(row: Row, op: str, type: Type, *args: Value, keys: tuple[Value, ...] = ()) -> Column:
    return row.window(Call(op, args, type), keys)


def _groups(row: Row, args: Args, index: int) -> tuple[Value, ...]:
    """The key of Windows that start anew at each row where the restart argument is true."""
    if len(args) <= index:
        return ()
    restart = to.boolean(args.values[index], args.spans[index])
    if isinstance(restart, Literal) and restart.value is not True:
        return ()
    return (_running(row, "window.count_true", Type.LONG, restart),)


def _row_number(row: Row, args: Args) -> Value:
    start = args.constant_whole(0, "the first number") if len(args) else 1
    number = _running(row, "window.row_number", Type.LONG, keys=_groups(row, args, 1))
    if start == 1:
        return number
    return args.call("kusto.add", number, Literal(start - 1, Type.LONG), type=Type.LONG)


def _neighbour(op: str) -> Callable[[Row, Args], Value]:
    def made(row: Row, args: Args) -> Value:
        value = args.values[0]
        offset = args.constant_whole(1, "the offset") if len(args) > 1 else 1
        if offset < 0:
            raise Unsupported(f"KQL {args.name} with an offset below zero", span=args.spans[1])
        default = _default(args, value.type)
        return _running(row, op, value.type, value, Literal(offset, Type.LONG), default)

    return made


def _default(args: Args, wanted: Type) -> Value:
    """What stands where there is no such row: null (of a string, nothing), or the third argument."""
    if len(args) < 3:
        return Literal("" if wanted is Type.STRING else None, wanted)
    if not to.constant(args.values[2]):
        raise QueryError(f"the default of {args.name}() must be constant", span=args.spans[2])
    given = to.widened(args.values[2], wanted) if wanted in (Type.LONG, Type.REAL) else args.values[2]
    if wanted is Type.INT and isinstance(given, Literal) and given.type is Type.LONG:
        given = Literal(given.value, Type.INT)
    if given.type is not wanted:
        what = f"KQL {args.name} of {wanted.value} with a default of {given.type.value}"
        raise Unsupported(what, span=args.spans[2])
    return given


def _cumsum(row: Row, args: Args) -> Value:
    value = args.values[0]
    if not value.type.numeric:
        raise to.wrong_type(value, "a number", args.spans[0])
    keys = _groups(row, args, 1)
    nulls = _running(row, "window.count_true", Type.LONG, Call("null.is_null", (value,), Type.BOOL), keys=keys)
    if value.type is Type.REAL:
        total = _running(row, "window.sum_real", Type.REAL, value, keys=keys)
    else:
        total = _running(row, "window.sum_long", Type.LONG, value, keys=keys)
    op = {Type.REAL: "window.known_real", Type.INT: "window.known_int"}.get(value.type, "window.known_long")
    return args.call(op, total, nulls, type=value.type)


def _changed(row: Row, args: Args, keys: tuple[Value, ...]) -> tuple[Column, Value]:
    """The row's number in its group, and whether the term differs from that of the row before."""
    term = args.values[0]
    if term.type is Type.DYNAMIC:
        raise to.wrong_type(term, "no dynamic", args.spans[0])
    number = _running(row, "window.row_number", Type.LONG, keys=keys)
    before = _running(row, "window.prev", term.type, term, _ONE, Literal(None, term.type))
    first = Call("compare.eq", (number, _ONE), Type.BOOL)
    return number, Call("bool.or", (first, Call("window.differs", (term, before), Type.BOOL)), Type.BOOL)


def _rank_dense(row: Row, args: Args) -> Value:
    keys = _groups(row, args, 1)
    _, changed = _changed(row, args, keys)
    return _running(row, "window.count_true", Type.LONG, changed, keys=keys)


def _rank_min(row: Row, args: Args) -> Value:
    keys = _groups(row, args, 1)
    number, changed = _changed(row, args, keys)
    at_change = Call("case.when", (changed, number, Literal(None, Type.LONG)), Type.LONG)
    return _running(row, "window.max", Type.LONG, at_change, keys=keys)


def _session(row: Row, args: Args) -> Value:
    """The first time of the session of each row; a session is new after a gap, a length, or where told so."""
    time = args.typed(0, Type.DATETIME)
    longest, widest = args.typed(1, Type.TIMESPAN), args.typed(2, Type.TIMESPAN)
    restart = to.boolean(args.values[3], args.spans[3]) if len(args) > 3 else Literal(False, Type.BOOL)
    start, before = new_column("session", Type.DATETIME), new_column("before", Type.DATETIME)
    parts = (time, start, before, longest, widest, restart)
    made = Assign(new_column("session", Type.DATETIME), Call("window.session", parts, Type.DATETIME))
    seen = Assign(new_column("before", Type.DATETIME), time)
    none = Literal(None, Type.DATETIME)
    row.fold((State(start, none, made.column), State(before, none, seen.column)), ((made, seen),))
    return made.column


WINDOWS: dict[str, tuple[int, int, Callable[[Row, Args], Value]]] = {
    "row_number": (0, 2, _row_number),
    "prev": (1, 3, _neighbour("window.prev")),
    "next": (1, 3, _neighbour("window.next")),
    "row_cumsum": (1, 2, _cumsum),
    "row_rank_dense": (1, 2, _rank_dense),
    "row_rank_min": (1, 2, _rank_min),
    "row_window_session": (3, 4, _session),
}
"""The window functions: fewest and most arguments, and what makes the value."""
