"""Names, attributes and items: what they lead to, inside the program and outside it."""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING, Any

from antivenom.pycode.evaluate import arithmetic, bounds, pure
from antivenom.pycode.evaluate.names import MODULES, RENAMED, canonical
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Bound,
    Choice,
    Class,
    Cycle,
    Func,
    Instance,
    Iter,
    Made,
    Method,
    Ref,
    Scope,
    Symbol,
    Unknown,
    choice,
    ref,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

_PYTHON2 = "unicode raw_input xrange file reduce unichr execfile basestring long apply intern get_ipython"
BUILTINS = frozenset(dir(builtins)) | frozenset(_PYTHON2.split())
"""Names that need no import."""
_UNBOUND_MODULES = MODULES | frozenset(
    "pty requests urllib urllib2 zlib shutil json re marshal pickle codecs http ssl".split()
)


def name(ev: Evaluator, node: ast.Name) -> Any:
    """What a name holds: in the frames from inside out, else a builtin, a star import, a well-known module."""
    id = node.id
    for frame in ev.frames:
        if id in frame:
            return frame[id]
    return unbound(ev, id)


def unbound(ev: Evaluator, id: str) -> Any:
    """A name that the program does not bind."""
    if id == "except":
        return ev.raised
    if id in BUILTINS:
        return lookup(ev, RENAMED.get(id, id))
    if id == "__name__":
        return "__main__"
    if id in ("__builtins__", "__builtin__"):
        return ref("builtins")
    if id == "__file__" and ev.argv:
        return ev.argv[0]
    for star in ev.stars:
        full = canonical(f"{star}.{id}")
        if ev.known(full):
            return lookup(ev, full)
    if id in _UNBOUND_MODULES and id not in ev.names:
        return ref(canonical(id))
    return NOTHING


_REQUESTS = frozenset(
    "flask.request bottle.request sanic.request cherrypy.request web.input django.http.request quart.request".split()
)
"""Names that hold what a web framework's client sent."""


def lookup(ev: Evaluator, full: str) -> Any:
    """What a canonical name of the world outside stands for: a constant, a rebound value, or itself."""
    if full in pure.CONSTANTS:
        return pure.CONSTANTS[full]
    if ev.rebound and full in ev.rebound:
        return ev.rebound[full]
    if full == "sys.argv" and ev.argv is not None:
        return ev.argv
    if full in _REQUESTS:
        return ev.served(full, "data", "receive", "received")
    return ref(full)


def attribute(ev: Evaluator, node: ast.Attribute) -> Any:
    """value.name"""
    value = ev.value(node.value)
    if type(value) is Ref:
        return of_ref(ev, value, node.attr)
    return attr(ev, value, node.attr, node)


_CLIMBING = frozenset(
    "__subclasses__ __bases__ __base__ __mro__ __globals__ func_globals __code__ gi_frame f_globals".split()
)


def of_ref(ev: Evaluator, value: Ref, attr: str) -> Any:
    """An attribute of something outside."""
    if attr.startswith("__"):
        special = _dunder(ev, value, attr)
        if special is not None:
            return special
    return lookup(ev, canonical(f"{value.name}.{attr}"))


def _dunder(ev: Evaluator, value: Any, attr: str) -> Any:
    """Attributes that lead out of an object into the interpreter; None for the others."""
    if attr == "__dict__":
        return Scope({}, value if type(value) is Ref else None)
    if attr == "__builtins__":
        return ref("builtins")
    if attr in ("__globals__", "func_globals", "f_globals"):
        return ref("<globals>")
    if attr == "__call__":
        return value
    if attr == "__self__" and type(value) is Ref and value.name in BUILTINS:
        return ref("builtins")
    if attr == "__class__" and isinstance(value, (str, bytes, int, list, dict, tuple)):
        return Bound(value, attr)
    return None


def attr(ev: Evaluator, value: Any, name: str, node: ast.AST | None = None) -> Any:
    """An attribute of any value."""
    kind = type(value)
    if kind is Ref:
        return of_ref(ev, value, name)
    if name in _CLIMBING and node is not None:
        ev.note("climb", name, node)
    if name.startswith("__"):
        special = _dunder(ev, value, name)
        if special is not None:
            return special
    if kind is Instance:
        return _of_instance(ev, value, name)
    if name == "__doc__" and kind in (Func, Class):
        return ast.get_docstring(value.node, clean=False) if hasattr(value.node, "name") else None
    if name == "value" and kind in (str, bytes, int):
        return value  # of an Enum's member, of a ctypes value
    if name == "args" and kind is Made and type(value.value) is tuple:
        return value.value
    if kind is Class:
        found = value.find(name)
        if type(found) is Instance:
            return _through_descriptor(ev, found, NOTHING, value)
        return found if found is not None else Bound(value, name)
    if kind is Choice:
        made = attr(ev, value.values[0], name)
        for other in value.values[1:]:
            made = choice(made, attr(ev, other, name))
        return made
    if kind is Made and value.type == "subprocess.Popen" and name in ("stdout", "stderr"):
        return Made("pipe", value.taint, value.fact)
    if kind is Made and value.type == "os.environ":
        return ref(f"os.environ.{name}")
    return Bound(value, name)


def _through_descriptor(ev: Evaluator, found: Instance, owner: Any, cls: Any) -> Any:
    """A member that is an object with __get__ answers for itself."""
    getter = found.cls.find("__get__")
    return ev.call(getter, [found, owner, cls], {}, found.cls.node) if type(getter) is Func else found


def _of_instance(ev: Evaluator, value: Instance, name: str) -> Any:
    if name in value.names:
        return value.names[name]
    found = value.cls.find(name)
    if type(found) is Func:
        return Method(found, value)
    if type(found) is Instance:
        return _through_descriptor(ev, found, value, value.cls)
    if found is None:
        last = value.cls.find("__getattr__") or value.cls.find("__getattribute__")
        if type(last) is Func and not last.running:
            return ev.call(last, [value, name], {}, value.cls.node)
    if found is not None:
        return found
    bases = [base for base in value.cls.bases if type(base) is Ref]
    for base in bases:
        given = _SERVED.get(name) if base.name.endswith(("Handler", "Protocol")) else None
        if given is not None:
            return ev.served(base.name, name, *given)
    return Bound(Made(bases[0].name), name) if bases else Bound(value, name)


_SERVED = {
    "request": ("accept", "socket.socket"),
    "rfile": ("receive", "received"),
    "path": ("receive", "received"),
    "headers": ("receive", "received"),
    "data": ("receive", "received"),
    "wfile": ("accept", "asyncio.writer"),
}
"""What servers give their handlers: the attribute, the kind of fact it comes from, what kind of thing it is."""


def subscript(ev: Evaluator, node: ast.Subscript) -> Any:
    """value[key]"""
    value = ev.value(node.value)
    key = slice_of(ev, node.slice)
    return item(ev, value, key, node)


def slice_of(ev: Evaluator, node: ast.expr) -> Any:
    """The key of a subscript: a value, or a slice of known bounds."""
    if node.__class__ is not ast.Slice:
        return ev.value(node)
    parts = [ev.value(part) if part is not None else None for part in (node.lower, node.upper, node.step)]
    return ev.unknown(*parts) if any(isinstance(part, Symbol) for part in parts) else slice(*parts)


def item(ev: Evaluator, value: Any, key: Any, node: ast.AST) -> Any:
    """An item of any value."""
    if not isinstance(value, Symbol):
        return _item_of_constant(ev, value, key)
    if type(value) is Ref:
        return _item_of_ref(ev, value, key, node)
    if type(value) is Scope:
        return _item_of_scope(ev, value, key)
    if type(value) is Made:
        return item_of_made(value, key)
    if type(value) is Choice:
        made = item(ev, value.values[0], key, node)
        for other in value.values[1:]:
            made = choice(made, item(ev, other, key, node))
        return made
    if type(value) is Class:
        getter = value.find("__class_getitem__")
        return ev.call(getter, [value, key], {}, node) if type(getter) is Func else value
    if type(value) is Instance:
        return ev.call(_of_instance(ev, value, "__getitem__"), [key], {}, node)
    return ev.unknown(value, key)


def _item_of_constant(ev: Evaluator, value: Any, key: Any) -> Any:
    if isinstance(key, Symbol):
        if type(value) in (dict, list, tuple) and 0 < len(value) <= 4:
            made: Any = None
            for one in value.values() if type(value) is dict else value:
                made = one if made is None else choice(made, one)
            return made
        return ev.unknown(value, key)
    try:
        made = arithmetic.subscript(value, key)
    except bounds.Refused:
        return NOTHING
    if type(key) is slice and (type(made) is str or type(made) is bytes):
        ev.budget.take(len(made))
        return ev.decoded(made, value, by="reverse" if key.step == -1 else None)
    return made


def _item_of_ref(ev: Evaluator, value: Ref, key: Any, node: ast.AST) -> Any:
    full = value.name
    if full == "os.environ":
        return ev.environ(key, node)
    if full == "sys.modules" and isinstance(key, str):
        return ref(canonical(key))
    if full == "<globals>" and isinstance(key, str):
        return from_globals(ev, key)
    if full.endswith("__dict__") and isinstance(key, str):
        return lookup(ev, canonical(f"{full[:-9]}.{key}"))
    if full == "sys.argv":
        return _argument(ev, node)
    return Bound(value, "[]") if not isinstance(key, str) else Unknown(value.taint)


def _argument(ev: Evaluator, node: ast.AST) -> Any:
    fact = ev.note("argument", "sys.argv", node)
    return Made("text", frozenset([fact]), fact)


def from_globals(ev: Evaluator, key: str) -> Any:
    """A name found in the globals of some function of the interpreter."""
    if key == "__builtins__":
        return ref("builtins")
    if key in _UNBOUND_MODULES:
        return ref(canonical(key))
    if key in BUILTINS:
        return ref(key)
    full = f"os.{key}"
    return ref(full) if ev.known(full) else NOTHING


def _item_of_scope(ev: Evaluator, value: Scope, key: Any) -> Any:
    if not isinstance(key, str):
        return NOTHING
    if value.of is not None:
        return of_ref(ev, value.of, key)
    if key in value.names:
        return value.names[key]
    return unbound(ev, key)


_PAIRS = {
    "accepted": ("socket.socket", "address"),
    "asyncio.connection": ("asyncio.reader", "asyncio.writer"),
    "socket pair": ("socket.socket", "socket.socket"),
}


def item_of_made(value: Made, key: Any) -> Any:
    """An item of what a call gave; some calls give pairs of known kinds."""
    if value.type == "paths":
        return Made("pathlib.Path", value.taint)
    pair = _PAIRS.get(value.type)
    if pair is not None and isinstance(key, int) and -2 <= key < 2:
        return Made(pair[key], value.taint, value.fact)
    return Made(f"{value.type}[]" if len(value.type) < 80 else "item", value.taint, value.fact)


def element(ev: Evaluator, iterable: Any) -> Any:
    """One item of something that is not known item by item."""
    kind = type(iterable)
    if kind is Cycle and iterable.items:
        return iterable.items[0]
    if kind is Made:
        return iterable.value if iterable.value is not None else item_of_made(iterable, None)
    if kind is Iter and iterable.items:
        return iterable.items[0]
    return ev.unknown(iterable)
