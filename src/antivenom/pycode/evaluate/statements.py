"""What each kind of statement does to names and facts. One function a kind; RUN is the table."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from antivenom.pycode.evaluate import bounds, lookups, operations
from antivenom.pycode.evaluate.names import canonical
from antivenom.pycode.evaluate.values import NOTHING, Class, Func, Instance, Made, Ref, Scope, Symbol, choice, ref

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

OUTER = "global"
"""Where a frame keeps the names it declared global or nonlocal: a keyword, so no name of the program."""

RAISED = "except"
"""The name under which the last exception is looked up: a keyword, so no name of the program."""

_MOST_TURNS = 20_000
"""How often a loop whose test stays known runs."""


def expression(ev: Evaluator, node: ast.Expr) -> None:
    """A value that is computed and dropped."""
    ev.last = ev.value(node.value)


def assign(ev: Evaluator, node: ast.Assign) -> None:
    """a = b = value"""
    value = ev.value(node.value)
    for target in node.targets:
        if target.__class__ is ast.Name:
            ev.frames[0][target.id] = value
        else:
            bind(ev, target, value)


def bind(ev: Evaluator, target: ast.expr, value: Any) -> None:
    """Let a target hold a value: a name, an attribute, an item, or several at once."""
    kind = target.__class__
    if kind is ast.Name:
        ev.frames[0][target.id] = value  # type: ignore[attr-defined]
    elif kind is ast.Tuple or kind is ast.List:
        _unpack(ev, target.elts, value)  # type: ignore[attr-defined]
    elif kind is ast.Attribute:
        _set_attribute(ev, ev.value(target.value), target.attr, value)  # type: ignore[attr-defined]
    elif kind is ast.Subscript:
        _set_item(ev, target, value)  # type: ignore[arg-type]
    elif kind is ast.Starred:
        bind(ev, target.value, value)  # type: ignore[attr-defined]


def _unpack(ev: Evaluator, targets: Sequence[ast.expr], value: Any) -> None:
    items = bounds.items_of(value)
    star = next((i for i, target in enumerate(targets) if target.__class__ is ast.Starred), None)
    if items is not None and star is not None:
        after = len(targets) - star - 1
        middle = items[star : len(items) - after]
        items = [*items[:star], middle, *items[len(items) - after :]]
    for position, target in enumerate(targets):
        if items is not None:
            one = items[position] if position < len(items) else NOTHING
        else:
            one = lookups.item(ev, value, position, target) if type(value) is Made else ev.unknown(value)
        bind(ev, target, one)


def _set_attribute(ev: Evaluator, owner: Any, name: str, value: Any) -> None:
    kind = type(owner)
    if kind is Ref:
        full = canonical(f"{owner.name}.{name}")
        ev.rebound[full] = value
        ev.note("rebind", full, None, {"value": value})
    elif kind is Instance or kind is Class:
        owner.names[name] = value
    elif kind is Made and type(value) is Func and name.startswith("on_"):
        ev.handlers.append(value)


def _set_item(ev: Evaluator, target: ast.Subscript, value: Any) -> None:
    owner = ev.value(target.value)
    key = lookups.slice_of(ev, target.slice)
    kind = type(owner)
    if kind is Scope and isinstance(key, str):
        owner.names[key] = value
    elif kind is Ref and owner.name == "os.environ" and isinstance(key, str):
        ev.note("set environment", "os.environ", target, {"name": key, "value": value})
        if isinstance(value, str):
            ev.env = {**ev.env, key: value}
    elif kind in (dict, list, bytearray) and not isinstance(key, Symbol):
        try:
            owner[key] = value
        except (TypeError, IndexError, ValueError, OverflowError):
            return
        if len(owner) > bounds.MOST_ITEMS:
            ev.budget.spent("bytes")
    elif kind is Made and owner.value is None:
        owner.value = value


def aug_assign(ev: Evaluator, node: ast.AugAssign) -> None:
    """target op= value"""
    target = node.target
    before = ev.value(target)  # the same kinds of node name a place and read it
    value = ev.value(node.value)
    if type(before) is list and isinstance(node.op, ast.Add):
        before.extend(bounds.items_of(value) or [value])
        if len(before) > bounds.MOST_ITEMS:
            ev.budget.spent("bytes")
        return
    bind(ev, target, operations.operate(ev, node.op.__class__, before, value))


def ann_assign(ev: Evaluator, node: ast.AnnAssign) -> None:
    """target: type = value"""
    if node.annotation.__class__ is ast.Call:
        ev.value(node.annotation)
    if node.value is not None:
        bind(ev, node.target, ev.value(node.value))


def import_(ev: Evaluator, node: ast.Import) -> None:
    """import a.b as c"""
    for alias in node.names:
        name = alias.name
        ev.imports.setdefault(name, node)
        if alias.asname is not None:
            ev.frames[0][alias.asname] = ref(canonical(name))
        else:
            top = name.split(".", 1)[0]
            ev.frames[0][top] = ref(canonical(top))


def import_from(ev: Evaluator, node: ast.ImportFrom) -> None:
    """from a import b as c, from a import *"""
    module = "." * node.level + (node.module or "")
    ev.imports.setdefault(module, node)
    for alias in node.names:
        if alias.name == "*":
            ev.stars.insert(0, canonical(module))
            continue
        full = canonical(f"{module}.{alias.name}")
        ev.frames[0][alias.asname or alias.name] = lookups.lookup(ev, full)


def if_(ev: Evaluator, node: ast.If) -> str | None:
    """The branch its test chooses, or both."""
    test = ev.value(node.test)
    if not isinstance(test, Symbol):
        return ev.block(node.body if test else node.orelse)
    return branches(ev, node.body, node.orelse)


def branches(ev: Evaluator, *bodies: Sequence[ast.stmt]) -> str | None:
    """Follow every body from the same start; afterwards a name holds any of what they left in it."""
    frame = ev.frames[0]
    before = dict(frame)
    ends: list[str | None] = []
    merged: dict[str, Any] | None = None
    for body in bodies:
        if merged is not None:
            frame.clear()
            frame.update(before)
        ended = ev.block(body)
        ends.append(ended)
        if ended in ("return", "raise") and body is not bodies[-1]:
            merged = merged if merged is not None else dict(before)
            continue
        if merged is None:
            merged = dict(frame)
        else:
            for key, value in frame.items():
                held = merged.get(key, value)
                if key == OUTER:
                    merged[key] = (*held, *value) if held is not value else held
                    continue
                merged[key] = held if held is value else choice(held, value)
    if merged is not None:
        frame.clear()
        frame.update(merged)
    return ends[0] if len(set(ends)) == 1 and all(bodies) else None


def for_(ev: Evaluator, node: ast.For) -> str | None:
    """A loop over known items as it is written; over others, once."""
    iterable = ev.value(node.iter)
    items = bounds.items_of(iterable)
    if items is None:
        items = [lookups.element(ev, iterable)]
    ended: str | None = None
    frame = ev.frames[0]
    state: list[tuple[Any, int]] | None = None
    built = dict(frame) if len(items) > 8 and items[0].__class__ is int else frame
    settles = len(items) > 64 and _settles(ev, node)
    ev.looping += 1
    try:
        for turn, one in enumerate(list(items[:_MOST_TURNS])):
            bind(ev, node.target, one)
            ended = ev.block(node.body)
            if ended in ("break", "return", "raise"):
                break
            if ev.budget.hurried:
                _any_turn(ev, node)
                break
            if settles and turn & 63 == 63:
                before, state = state, _state(frame, node.target)
                if before is not None and _same(before, state):
                    break
        if len(items) > _MOST_TURNS and ended is None:
            _any_turn(ev, node)
    finally:
        _leave(ev)
    if len(items) > 8 and items[0].__class__ is int:
        _mark_built(ev, frame, built)
    if node.orelse and ended != "break":
        ev.block(node.orelse)
    return ended if ended == "return" else None


def _mark_built(ev: Evaluator, frame: dict[str, Any], before: dict[str, Any]) -> None:
    """Texts that a loop over numbers has put together, character by character."""
    for name, value in frame.items():
        if (type(value) is str or type(value) is bytes) and len(value) > 8 and before.get(name) is not value:
            ev.decoded(value, by="characters")


def _any_turn(ev: Evaluator, node: ast.For | ast.While) -> None:
    """One turn of a loop that is not followed to its end, with nothing known of the names it changes."""
    frame = ev.frames[0]
    before = dict(frame)
    for part in ast.walk(node):
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            frame[part.id] = NOTHING
    try:
        ev.block(node.body)
    finally:
        frame.update(before)


def _leave(ev: Evaluator) -> None:
    ev.looping -= 1
    if not ev.looping:
        ev.budget.leave_loop()


_DECIDES = (ast.If, ast.IfExp, ast.While, ast.BoolOp, getattr(ast, "Match", ast.If))


def _settles(ev: Evaluator, node: ast.For) -> bool:
    """Whether what a loop does later shows in the names it changes: no item, attribute or test depends on its turn."""
    own = {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
    for part in ast.walk(node):
        if isinstance(part, (ast.Subscript, ast.Attribute)) and isinstance(part.ctx, ast.Store):
            return False
        if isinstance(part, ast.Attribute) and (ev.classes or part.attr in ("write", "update", "feed")):
            return False
        if isinstance(part, _DECIDES) and own & {one.id for one in ast.walk(part) if isinstance(one, ast.Name)}:
            return False
    return True


def _state(frame: dict[str, Any], target: ast.expr) -> list[tuple[Any, int]]:
    """What a loop has changed so far; a loop that stops changing anything has shown all it does."""
    own = target.id if target.__class__ is ast.Name else None
    return [
        (value, len(value) if isinstance(value, (list, dict, set, bytearray)) else 0)
        for name, value in frame.items()
        if name != own
    ]


def _same(before: list[tuple[Any, int]], after: list[tuple[Any, int]]) -> bool:
    return len(before) == len(after) and all(
        one[0] is other[0] and one[1] == other[1] for one, other in zip(before, after)
    )


def while_(ev: Evaluator, node: ast.While) -> str | None:
    """A loop whose test stays known as it is written; with a literal test or an unknown one, once."""
    ev.looping += 1
    ended: str | None = None
    turns = 0
    try:
        while turns < _MOST_TURNS:
            test = ev.value(node.test)
            if not isinstance(test, Symbol) and not test:
                break
            turns += 1
            ended = ev.block(node.body)
            if ended in ("break", "return", "raise") or isinstance(test, Symbol):
                break
            if ev.budget.hurried or turns == _MOST_TURNS:
                _any_turn(ev, node)
                break
            if node.test.__class__ is ast.Constant and turns >= _endless_turns(node):
                break
    finally:
        _leave(ev)
    if node.orelse:
        ev.block(node.orelse)
    return ended if ended == "return" and turns == 1 and node.test.__class__ is ast.Constant else None


def _endless_turns(node: ast.While) -> int:
    """How often `while True` is followed: further only where nothing but a break on known values ends it."""
    small = len(node.body) <= 6 and any(isinstance(part, ast.If) for part in node.body)
    return 300 if small and not any(isinstance(part, ast.Call) for part in ast.walk(node)) else 2


def with_(ev: Evaluator, node: ast.With) -> str | None:
    """with value as target: the value itself stands for what it gives."""
    for part in node.items:
        value = ev.value(part.context_expr)
        if part.optional_vars is not None:
            bind(ev, part.optional_vars, value)
    return ev.block(node.body)


def _handler(handler: ast.ExceptHandler) -> list[ast.stmt]:
    """A handler's body, with the exception bound to its name first."""
    if handler.name is None:
        return handler.body
    caught = ast.copy_location(ast.Name(RAISED, ast.Load()), handler)
    target = ast.copy_location(ast.Name(handler.name, ast.Store()), handler)
    return [ast.copy_location(ast.Assign([target], caught), handler), *handler.body]


def try_(ev: Evaluator, node: ast.Try) -> str | None:
    """The body, then every handler as another way it may have gone, then the rest."""
    bodies = [node.body + node.orelse, *(_handler(handler) for handler in node.handlers)]
    ended = branches(ev, *bodies) if len(bodies) > 1 else ev.block(bodies[0])
    last = ev.block(node.finalbody) if node.finalbody else None
    return last or (ended if ended == "return" else None)


def function_def(ev: Evaluator, node: Any) -> None:
    """def: the function, as its decorators leave it."""
    made: Any = ev.function(node)
    for part in (*node.args.args, *node.args.kwonlyargs):
        if part.annotation is not None and part.annotation.__class__ is ast.Call:
            ev.value(part.annotation)
    if node.returns is not None and node.returns.__class__ is ast.Call:
        ev.value(node.returns)
    for decorator in reversed(node.decorator_list):
        made = _decorated(ev, ev.value(decorator), made, node)
    ev.frames[0][node.name] = made


_HARMLESS = frozenset(
    "staticmethod classmethod property functools.wraps functools.lru_cache functools.cache contextlib.contextmanager "
    "abc.abstractmethod dataclasses.dataclass typing.overload asyncio.coroutine".split()
)


def _decorated(ev: Evaluator, decorator: Any, made: Any, node: ast.AST) -> Any:
    if type(decorator) is Ref and decorator.name in _HARMLESS:
        return made
    value = ev.call(decorator, [made], {}, node)
    return made if isinstance(value, Symbol) and not value.taint and type(value) not in _CALLABLE else value


_CALLABLE = (Ref, Class)


def class_def(ev: Evaluator, node: ast.ClassDef) -> None:
    """class: its body runs in a namespace of its own."""
    bases = [ev.value(base) for base in node.bases]
    names: dict[str, Any] = {}
    frames = ev.frames
    ev.frames = (names, *frames)
    try:
        ev.block(node.body)
    finally:
        ev.frames = frames
    made: Any = Class(node, names, bases)
    given: dict[str, Any] = {}
    for keyword in node.keywords:
        meta = ev.value(keyword.value)
        if keyword.arg == "metaclass" and type(meta) is Class:
            for name in ("__new__", "__init__"):
                maker = meta.find(name)
                if type(maker) is Func:
                    ev.call(maker, [made, node.name, tuple(bases), names], {}, node)
        elif keyword.arg is not None:
            given[keyword.arg] = meta
    for base in bases:
        hook = base.find("__init_subclass__") if type(base) is Class else None
        if type(hook) is Func:
            ev.call(hook, [made], given, node)
    ev.classes.append(made)
    for value in names.values():
        if type(value) is Func:
            value.owner = made
    for decorator in reversed(node.decorator_list):
        made = _decorated(ev, ev.value(decorator), made, node)
    ev.frames[0][node.name] = made


def return_(ev: Evaluator, node: ast.Return) -> str:
    """return value"""
    value = ev.value(node.value) if node.value is not None else None
    if ev.returns:
        ev.returns[-1].append(value)
    return "return"


def raise_(ev: Evaluator, node: ast.Raise) -> str:
    """raise: its value is looked at."""
    if node.exc is not None:
        ev.raised = ev.value(node.exc)
    return "raise"


def delete(ev: Evaluator, node: ast.Delete) -> None:
    """del: names go."""
    for target in node.targets:
        if target.__class__ is ast.Name:
            ev.frames[0].pop(target.id, None)


def assert_(ev: Evaluator, node: ast.Assert) -> None:
    """assert: its test is looked at."""
    ev.value(node.test)


def scope_names(ev: Evaluator, node: Any) -> None:
    """global, nonlocal: the names live in an outer frame; the inner one follows it."""
    frame = ev.frames[0]
    for name in node.names:
        for outer in ev.frames[1:]:
            if name in outer:
                frame[name] = outer[name]
                break
    frame[OUTER] = (*frame.get(OUTER, ()), *node.names)


def match(ev: Evaluator, node: Any) -> str | None:
    """match: every case is followed."""
    ev.value(node.subject)
    return branches(ev, *(case.body for case in node.cases))


def nothing(ev: Evaluator, node: ast.stmt) -> None:
    """pass, and kinds of statement of newer Pythons, whose parts are looked at."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            ev.value(child)
        elif isinstance(child, ast.stmt):
            RUN[child.__class__](ev, child)


def _break(ev: Evaluator, node: ast.stmt) -> str:
    """break"""
    return "break"


def _continue(ev: Evaluator, node: ast.stmt) -> str:
    """continue"""
    return "continue"


class _Table(dict[type, Callable[..., Any]]):
    def __missing__(self, kind: type) -> Callable[..., Any]:
        return nothing


RUN: dict[type, Callable[..., Any]] = _Table(
    {
        ast.Expr: expression,
        ast.Assign: assign,
        ast.AugAssign: aug_assign,
        ast.AnnAssign: ann_assign,
        ast.Import: import_,
        ast.ImportFrom: import_from,
        ast.If: if_,
        ast.For: for_,
        ast.AsyncFor: for_,
        ast.While: while_,
        ast.With: with_,
        ast.AsyncWith: with_,
        ast.Try: try_,
        ast.FunctionDef: function_def,
        ast.AsyncFunctionDef: function_def,
        ast.ClassDef: class_def,
        ast.Return: return_,
        ast.Raise: raise_,
        ast.Delete: delete,
        ast.Assert: assert_,
        ast.Global: scope_names,
        ast.Nonlocal: scope_names,
        ast.Break: _break,
        ast.Continue: _continue,
    }
)
"""Kind of statement -> the function that runs it."""
for _name, _run in (("TryStar", try_), ("Match", match)):
    if hasattr(ast, _name):
        RUN[getattr(ast, _name)] = _run
