"""Names reached by text: __import__, getattr, globals, and hooks that are set."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from antivenom.pycode.effects import EFFECTS
from antivenom.pycode.evaluate.lookups import attr, lookup
from antivenom.pycode.evaluate.names import canonical
from antivenom.pycode.evaluate.special.kit import Args, Handler, at
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Instance,
    Partial,
    Ref,
    Scope,
    Symbol,
    alternatives,
    choice,
    ref,
    text_of,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator


def _hidden(ev: Evaluator, node: ast.AST, position: int, name: str) -> None:
    """Note a name of a module or attribute that was put together instead of written."""
    args = node.args if isinstance(node, ast.Call) else []
    if position < len(args) and _is_put_together(args[position]):
        ev.note("hidden name", name, node, {"name": name})


def _is_put_together(node: ast.expr) -> bool:
    """A text from pieces, calls or slices; not one that is looked up by the Python version."""
    if isinstance(node, ast.BinOp):
        return all(isinstance(part, (ast.Constant, ast.BinOp, ast.Call)) for part in (node.left, node.right))
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Slice)
    return isinstance(node, (ast.Call, ast.JoinedStr))


def _import(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """__import__(name) gives the top module unless fromlist is given."""
    made: Any = None
    for name in alternatives(at(args, 0, kwargs, "name")):
        text = text_of(name)
        if text is None:
            ev.note("unknown import", "__import__", node, {"name": name})
            return ev.unknown(name)
        _hidden(ev, node, 0, text)
        ev.imports.setdefault(text, node)
        fromlist = at(args, 3, kwargs, "fromlist")
        full = text if fromlist else text.split(".", 1)[0]
        value = ref(canonical(full))
        made = value if made is None else choice(made, value)
    return made


def _import_module(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return _import(ev, [*args[:1], None, None, True], {}, node)


def _getattr(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    name = text_of(at(args, 1, kwargs))
    if name is None or len(name) > 200:
        return ev.unknown(*args)
    _hidden(ev, node, 1, name)
    return attr(ev, args[0], name, node)


def _setattr(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    if len(args) == 3 and isinstance(args[1], str):
        owner = args[0]
        if type(owner) is Ref:
            ev.rebound[canonical(f"{owner.name}.{args[1]}")] = args[2]
        elif type(owner) is Instance:
            owner.names[args[1]] = args[2]


def _attrgetter(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Partial(ref("<attrgetter>"), tuple(args[:1]), {})


def _attrgot(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    value = at(args, 1, kwargs)
    for part in (text_of(args[0]) or "").split(".")[:10]:
        value = attr(ev, value, part, node)
    return value


def _methodcaller(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Partial(ref("<methodcaller>"), (tuple(args), dict(kwargs)), {})


def _methodcalled(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    given, named = args[0], args[1]
    name = text_of(given[0]) if given else None
    if name is None or len(args) < 3:
        return NOTHING
    return ev.call(attr(ev, args[2], name, node), list(given[1:]), named, node)


def _globals(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Scope(ev.frames[-1])


def _locals(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Scope(ev.frames[0])


def _vars(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    if not args:
        return Scope(ev.frames[0])
    value = args[0]
    if type(value) is Ref:
        return Scope({}, value)
    return Scope(value.names) if type(value) is Instance else ev.unknown(value)


def _dir(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """The names of a module, as far as they matter: a way to name one without writing it."""
    if len(args) == 1 and type(args[0]) is Ref:
        start = canonical(args[0].name) + "."
        return sorted({name[len(start) :].split(".")[0] for name in EFFECTS if name.startswith(start)})
    return ev.unknown(*args)


def _type(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return ref(type(args[0]).__name__) if len(args) == 1 and not isinstance(args[0], Symbol) else ev.unknown(*args)


def _breakpoint(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """breakpoint() calls sys.breakpointhook, or what PYTHONBREAKPOINT names."""
    hook = ev.rebound.get("sys.breakpointhook")
    if hook is None and ev.env.get("PYTHONBREAKPOINT"):
        hook = lookup(ev, canonical(ev.env["PYTHONBREAKPOINT"]))
    if hook is None:
        return NOTHING
    ev.note("hidden name", "breakpoint", node, {"name": "breakpoint"})
    return ev.call(hook, args, kwargs, node)


TABLE: dict[str, Handler] = {
    "__import__": _import,
    "importlib.import_module": _import_module,
    "importlib.__import__": _import,
    "pydoc.locate": _import_module,
    "pkgutil.resolve_name": _import_module,
    "getattr": _getattr,
    "setattr": _setattr,
    "object.__getattribute__": _getattr,
    "operator.attrgetter": _attrgetter,
    "<attrgetter>": _attrgot,
    "operator.methodcaller": _methodcaller,
    "<methodcaller>": _methodcalled,
    "globals": _globals,
    "locals": _locals,
    "vars": _vars,
    "dir": _dir,
    "type": _type,
    "breakpoint": _breakpoint,
}
"""Qualified name -> what calling it does."""
