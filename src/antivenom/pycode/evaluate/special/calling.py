"""Calls that call what they are given: map, threads, callbacks, and those that only pass a value on."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Callable, Sequence

from antivenom.pycode.evaluate import bounds, pure
from antivenom.pycode.evaluate.names import canonical
from antivenom.pycode.evaluate.special.kit import Args, Handler, any_of, at
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Cycle,
    Iter,
    Made,
    Partial,
    Ref,
    Symbol,
    is_known,
    ref,
    taint_of,
)
from antivenom.pycode.facts import CLEAN

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator


def _map(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    func, sequences = args[0] if args else NOTHING, args[1:]
    columns = [one.items * 200 if type(one) is Cycle else bounds.items_of(one) for one in sequences]
    if not columns or any(column is None for column in columns):
        value = ev.call(func, [ev.unknown(one) for one in sequences], {}, node)
        return Made("sequence", taint_of([*sequences, value]), value=value)
    rows = list(zip(*columns))[: bounds.MOST_ITEMS]
    ev.budget.step(len(rows))
    fast = _fast(func)
    if fast is not None:
        made = _all_fast(fast, rows)
        if made is not None:
            return made
    return [ev.call(func, list(row), {}, node) for row in rows]


def _fast(func: Any) -> Any:
    """A plain function that a table of pure ones has, for maps over long sequences."""
    return (
        pure.FUNCTIONS.get(func.name)
        if type(func) is Ref and func.name in ("chr", "ord", "int", "str", "hex")
        else None
    )


def _all_fast(function: Callable[..., Any], rows: Sequence[tuple[Any, ...]]) -> list[Any] | None:
    try:
        return [function(*row) for row in rows]
    except (ValueError, TypeError, OverflowError, bounds.Refused):
        return None


def _filter(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    func, items = at(args, 0, kwargs), bounds.items_of(at(args, 1, kwargs))
    if items is None:
        return ev.unknown(*args)
    if func is None:
        return [item for item in items if isinstance(item, Symbol) or item]
    kept = []
    for item in items[:20_000]:
        passes = ev.call(func, [item], {}, node)
        if isinstance(passes, Symbol) or passes:
            kept.append(item)
    return kept


def _reduce(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    items = bounds.items_of(at(args, 1, kwargs))
    if items is None or len(items) > 20_000:
        return ev.unknown(*args)
    values = [*args[2:3], *items]
    made = values[0] if values else NOTHING
    for item in values[1:]:
        made = ev.call(args[0], [made, item], {}, node)
    return made


def _sorted(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    items = bounds.items_of(at(args, 0, kwargs))
    if items is None:
        return ev.unknown(*args)
    key = kwargs.get("key")
    keys = [ev.call(key, [item], {}, node) for item in items[:20_000]] if key is not None else items
    if not all(is_known(one) for one in keys):
        return list(items)
    try:
        order = sorted(range(len(keys)), key=keys.__getitem__, reverse=bool(kwargs.get("reverse")))
    except TypeError:
        return list(items)
    return [items[position] for position in order]


def _partial(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Partial(args[0], tuple(args[1:]), dict(kwargs)) if args else NOTHING


def _thread(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """Thread(target=f, args=(...)), Process(...), start_new_thread(f, args): f is called."""
    target = kwargs.get("target", args[0] if args else None)
    if target is None and len(args) > 1:
        target = args[1]
    given = kwargs.get("args", args[1] if len(args) == 2 else ())
    ev.call(target, list(bounds.items_of(given) or []), {}, node)
    return Made("thread")


def _timer(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    func = at(args, 1, kwargs, "function")
    given = bounds.items_of(at(args, 2, kwargs, "args") or ()) or []
    ev.call(func, list(given), {}, node)
    return Made("thread")


def _called_with_rest(skip: int) -> Handler:
    """A function that calls one of its arguments with those after it: atexit.register(f, *args)."""

    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        if len(args) <= skip:
            return NOTHING
        rest = args[skip + 1 :]
        if len(rest) == 1 and isinstance(rest[0], (list, tuple)) and skip == 1:
            rest = list(rest[0])
        return ev.call(args[skip], rest, kwargs, node)

    return handler


def _pool_map(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """pool.map(f, items): f for each, as a loop would."""
    ev.looping += 1
    try:
        return _map(ev, args[1:], kwargs, node)
    finally:
        ev.looping -= 1


def _offered(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """A function that a server offers: clients call it with what they like."""
    return ev.call(at(args, 1, kwargs), [ev.served("server", "argument", "receive", "received")], {}, node)


def _configured(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """logging.config.dictConfig: '()' names a factory, the keys beside it are its arguments."""
    stack: list[Any] = [at(args, 0, kwargs)]
    for _ in range(200):
        if not stack:
            break
        held = stack.pop()
        if type(held) is not dict:
            continue
        if isinstance(held.get("()"), str):
            given = {key: value for key, value in held.items() if key != "()" and isinstance(key, str)}
            ev.call(ref(canonical(held["()"])), [], given, node)
        stack.extend(held.values())
    return NOTHING


def _identity(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return args[0] if args else NOTHING


def _identity_of_method(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return args[1] if len(args) > 1 else NOTHING


def _nothing(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return NOTHING


def _next(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    value = at(args, 0, kwargs)
    items = value.items if type(value) is Iter else bounds.items_of(value)
    if items is None:
        return ev.unknown(value)
    position = value.at if type(value) is Iter else 0
    if position >= len(items):
        return at(args, 1, kwargs) if len(args) > 1 else NOTHING
    if type(value) is Iter:
        value.at = position + 1
    return items[position]


def _print(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """print() shows; to a file it writes."""
    if any(isinstance(arg, Symbol) and arg.taint for arg in args):
        ev.note("show", "print", node, {}, None, args)
    return None


def _hasattr(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return NOTHING


def _choose(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    items = bounds.items_of(at(args, 0, kwargs))
    return any_of(items) if items else NOTHING


TABLE: dict[str, Handler] = {
    "importlib.reload": _identity,
    "hasattr": _hasattr,
    "doctest.run_docstring_examples": _nothing,
    "map": _map,
    "filter": _filter,
    "functools.reduce": _reduce,
    "sorted": _sorted,
    "functools.partial": _partial,
    "itertools.starmap": lambda ev, args, kwargs, node: [
        ev.call(args[0], list(row), {}, node)
        for row in (bounds.items_of(at(args, 1, kwargs)) or [])[:20_000]
        if isinstance(row, tuple)
    ],
    "threading.Thread": _thread,
    "threading.Timer": _timer,
    "multiprocessing.Process": _thread,
    "_thread.start_new_thread": _thread,
    "concurrent.futures.ThreadPoolExecutor.map": _pool_map,
    "concurrent.futures.ProcessPoolExecutor.map": _pool_map,
    "multiprocessing.Pool.imap": _pool_map,
    "multiprocessing.Pool.imap_unordered": _pool_map,
    "multiprocessing.Pool.starmap": _pool_map,
    "xmlrpc server.register_function": _offered,
    "logging.config.dictConfig": _configured,
    "multiprocessing.Pool.map": _called_with_rest(1),
    "multiprocessing.Pool.apply": _called_with_rest(1),
    "multiprocessing.Pool.apply_async": _called_with_rest(1),
    "concurrent.futures.ThreadPoolExecutor.submit": _called_with_rest(1),
    "concurrent.futures.ProcessPoolExecutor.submit": _called_with_rest(1),
    "atexit.register": _called_with_rest(0),
    "weakref.finalize": _called_with_rest(1),
    "apply": _called_with_rest(0),
    "sys.addaudithook": _called_with_rest(0),
    "asyncio.to_thread": _called_with_rest(0),
    "sys.settrace": _nothing,
    "asyncio.run": _identity,
    "asyncio.run_until_complete": _identity,
    "asyncio.get_event_loop.run_until_complete": _identity_of_method,
    "asyncio.new_event_loop.run_until_complete": _identity_of_method,
    "asyncio.wait_for": _identity,
    "asyncio.ensure_future": _identity,
    "asyncio.create_task": _identity,
    "contextlib.suppress": _nothing,
    "staticmethod": _identity,
    "classmethod": _identity,
    "property": _identity,
    "functools.wraps": _nothing,
    "iter": lambda ev, args, kwargs, node: (
        pure.FUNCTIONS["iter"](args[0]) if args and bounds.items_of(args[0]) is not None else ev.unknown(*args)
    ),
    "next": _next,
    "print": _print,
    "isinstance": _hasattr,
    "issubclass": _hasattr,
    "callable": _hasattr,
    "super": lambda ev, args, kwargs, node: NOTHING,
    "random.choice": _choose,
    "random.choices": lambda ev, args, kwargs, node: [_choose(ev, args, kwargs, node)],
    "secrets.choice": _choose,
    "codecs.lookup": lambda ev, args, kwargs, node: Made("<codec>", CLEAN, None, args[0] if args else None),
    "pathlib.Path.expanduser": _identity,
    "pathlib.Path.resolve": _identity,
    "pathlib.Path.absolute": _identity,
    "socket.socket.makefile": _identity,
    "socket.socket.dup": _identity,
    "socket.socket.__enter__": _identity,
    "get_ipython": lambda ev, args, kwargs, node: ref("get_ipython"),
    "urllib.request.install_opener": _nothing,
    "http.client.HTTPConnection.close": _nothing,
}
"""Qualified name -> what calling it does."""
