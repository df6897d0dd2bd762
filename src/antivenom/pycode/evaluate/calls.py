"""What calling a value gives: functions of the program are entered, those outside have rows in tables."""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from antivenom.pycode.budget import Spent
from antivenom.pycode.effects import EFFECTS
from antivenom.pycode.evaluate import bounds, decoders, methods, pure, special, statements
from antivenom.pycode.evaluate.names import canonical
from antivenom.pycode.evaluate.operations import format_braces
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Bound,
    Choice,
    Class,
    Func,
    Instance,
    Made,
    Method,
    Partial,
    Ref,
    Symbol,
    Text,
    choice,
    is_known,
    taint_of,
    text_of,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

_MOST_ENTERED = 400
"""How often one function is entered; a decoder may call its helper for each character."""
_MOST_DEEP = 24

_CONTAINERS = frozenset(
    "list tuple zip enumerate reversed iter dict set len max min itertools.chain itertools.cycle itertools.islice "
    "itertools.repeat itertools.zip_longest itertools.chain.from_iterable dict.fromkeys slice sum".split()
)
"""Functions that take containers whose items are not known."""


_TYPES = frozenset(
    "http.server.BaseHTTPRequestHandler http.server.SimpleHTTPRequestHandler socketserver.BaseRequestHandler "
    "socketserver.StreamRequestHandler socketserver.ThreadingMixIn asyncio.Protocol socket.AF_INET socket.SOCK_STREAM "
    "threading.Thread scapy.all.ARP scapy.all.Ether scapy.all.IP scapy.all.TCP".split()
)
"""Names without an effect that programs import with a star."""


_CTYPES = frozenset(
    "windll cdll oledll pydll CDLL WinDLL OleDLL PyDLL c_void_p c_char_p c_wchar_p c_int c_uint c_ulong c_long "
    "c_size_t c_char "
    "c_ubyte c_byte c_uint64 c_int64 c_uint32 c_bool byref pointer POINTER cast addressof memmove memset sizeof "
    "Structure "
    "create_string_buffer create_unicode_buffer c_buffer CFUNCTYPE WINFUNCTYPE PYFUNCTYPE string_at wstring_at "
    "GetLastError FormatError WinError get_errno py_object pythonapi".split()
)
"""What `from ctypes import *` brings."""


def means(name: str) -> bool:
    """Whether a qualified name is one that calls know, besides those with effects."""
    return (
        name in _TYPES
        or (name.startswith("ctypes.") and name[7:] in _CTYPES)
        or name in special.SPECIAL
        or name in pure.FUNCTIONS
        or name in decoders.DECODERS
        or name in pure.CONSTANTS
    )


def call(ev: Evaluator, func: Any, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    """What func(*args, **kwargs) gives."""
    kind = type(func)
    if kind is Ref:
        return of_ref(ev, func.name, args, kwargs, node)
    if kind is Bound:
        return of_bound(ev, func, args, kwargs, node)
    handler = _CALLS.get(kind)
    if handler is not None:
        return handler(ev, func, args, kwargs, node)
    callbacks(ev, args, kwargs, node)
    return ev.unknown(func, *args, *kwargs.values())


def of_ref(ev: Evaluator, name: str, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    """A call of something outside, by its qualified name."""
    handler = special.SPECIAL.get(name)
    if handler is not None and (name not in special.OF_OBJECTS or (args and type(args[0]) is Made)):
        return handler(ev, args, kwargs, node)
    row = EFFECTS.get(name)
    if row is not None:
        made = ev.effect(row, name, None, args, kwargs, node)
        return special.after(ev, name, made, args, kwargs, node)
    if name in decoders.DECODERS:
        return _decode(ev, name, args, kwargs, node)
    if name in pure.FUNCTIONS:
        return _compute(ev, name, args, kwargs)
    if name.startswith("ctypes."):
        return special.foreign(ev, name, None, args, kwargs, node)
    callbacks(ev, args, kwargs, node)
    if name.endswith(("Exception", "Error", "SystemExit", "StopIteration")):
        return Made(name, taint_of(args), None, tuple(args))
    return Made(name, taint_of(args) | taint_of(kwargs) if args or kwargs else NOTHING.taint)


def _decode(ev: Evaluator, name: str, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    args, kwargs = [_flat(arg) for arg in args], {key: _flat(value) for key, value in kwargs.items()}
    label = decoders.DECODERS[name][0]
    if not all(is_known(arg) for arg in args) or not args or not all(is_known(v) for v in kwargs.values()):
        ev.note("decode", name, node, {"by": label}, None, args)
        return Made("decoded", taint_of(args))
    try:
        made = decoders.run(name, ev.budget, tuple(args), kwargs)
    except decoders.Undecodable:
        ev.note("decode", name, node, {"by": label, "failed": True, "data": args[0]}, None, args)
        return Made("decoded", frozenset([ev.note("undecodable", name, node, {"data": args[0]})]))
    ev.note("decode", name, node, {"by": label, "data": args[0], "result": made})
    return ev.decoded(made, args[0], by=label)


def _flat(value: Any) -> Any:
    """Of several values the first that is known."""
    if type(value) is Choice:
        return next((one for one in value.values if is_known(one)), value)
    if type(value) is Made and value.value is not None and is_known(value.value):
        return value.value
    return value


def _compute(ev: Evaluator, name: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
    for arg in args:
        if isinstance(arg, Symbol):
            if name == "str" and type(arg) is Text:
                return arg
            if type(arg) is Choice and len(args) == 1:
                return _over(arg, lambda one: _compute(ev, name, [one], kwargs))
            if name in _CONTAINERS:
                continue
            if name == "os.path.join" or name == "ntpath.join":
                return ev.text([piece for arg in args for piece in (arg, "/")][:-1])
            return _unknown(ev, arg, args, kwargs)
        if name not in _CONTAINERS and not is_known(arg):
            return ev.unknown(*args)
    try:
        made = pure.call(ev.budget, name, tuple(args), kwargs)
    except bounds.Refused:
        return ev.unknown(*args, *kwargs.values())
    if name == "struct.pack" and len(made) > 8:
        return ev.decoded(made, by="integers")
    if name in _FROM_CODES and args and type(args[0]) is list and len(made) > 8:
        return ev.decoded(made, by="characters")
    return ev.decoded(made, *args) if ev.made else made


_FROM_CODES = frozenset({"bytes", "bytearray", "array.array"})


def _unknown(ev: Evaluator, arg: Any, args: list[Any], kwargs: dict[str, Any]) -> Any:
    """str(x), bytes(x) of something a call gave is still that thing's."""
    if type(arg) is Made:
        return Made(arg.type, arg.taint, arg.fact, arg.value)
    return ev.unknown(*args, *kwargs.values())


def _over(value: Choice, function: Callable[[Any], Any]) -> Any:
    made = function(value.values[0])
    for other in value.values[1:]:
        made = choice(made, function(other))
    return made


def path_of(bound: Bound) -> tuple[Any, str]:
    """The value at the root of a chain of attributes, and the dotted chain."""
    names = [bound.name]
    owner = bound.owner
    while type(owner) is Bound and len(names) < 20:
        names.append(owner.name)
        owner = owner.owner
    return owner, ".".join(reversed(names))


def of_bound(ev: Evaluator, func: Bound, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    """A call of a method."""
    owner, path = path_of(func)
    if type(owner) is Made:
        return _method_of_made(ev, owner, path, args, kwargs, node)
    if isinstance(owner, Symbol):
        return _method_of_symbol(ev, owner, path, args, kwargs, node)
    if path in ("decode", "encode") and isinstance(owner, (str, bytes, bytearray)):
        return special.convert(ev, path, owner, args, kwargs, node)
    return _method_of_constant(ev, owner, path, args, kwargs, node)


def _method_of_constant(
    ev: Evaluator, owner: Any, name: str, args: list[Any], kwargs: dict[str, Any], node: ast.AST
) -> Any:
    container = isinstance(owner, (list, dict, set))
    if type(owner) is dict and name in ("get", "pop", "setdefault") and args and isinstance(args[0], Symbol):
        return special.any_of([*owner.values(), *args[1:2]])
    if not container and not all(is_known(arg) for arg in args):
        if name == "join" and len(args) == 1:
            return _joined(ev, owner, args[0])
        if name == "format" and isinstance(owner, str):
            return format_braces(ev, owner, args, kwargs)
        return ev.unknown(*args, *kwargs.values())
    try:
        made = methods.method(ev.budget, owner, name, tuple(args), kwargs)
    except bounds.Refused:
        if name == "format" and isinstance(owner, str):
            return format_braces(ev, owner, args, kwargs)
        return ev.unknown(*args, *kwargs.values())
    if (type(made) is str or type(made) is bytes) and made != owner:
        return _marked(ev, made, owner, name, args)
    return made


_SEPARATORS = frozenset({"", "-", "_", "/", ".", ",", b"", b"-", b"_", b"/", b".", b","})
"""What programs replace for other reasons than hiding a text."""


def _marked(ev: Evaluator, made: Any, owner: Any, name: str, args: list[Any]) -> Any:
    """Note how a text was put together, where that hides what it says."""
    if name == "join" and args and type(args[0]) is not str:
        items = bounds.items_of(args[0]) or []
        if len(items) > 3 and all(len(item) <= 1 for item in items[:50]):
            return ev.decoded(made, by="characters")
        return ev.decoded(made, *items[:20])
    if name == "to_bytes" and len(made) > 8:
        return ev.decoded(made, by="integer")
    if name == "replace" and args and isinstance(args[0], (str, bytes)) and args[0].strip() in _SEPARATORS:
        return ev.decoded(made, owner) if ev.made else made
    if name in ("replace", "translate") and len(made) > 8:
        return ev.decoded(made, owner, by=name)
    return ev.decoded(made, owner, *args) if ev.made else made


def _joined(ev: Evaluator, glue: Any, items: Any) -> Any:
    known = bounds.items_of(items)
    if known is None or len(known) > 200 or not isinstance(glue, str):
        return Made("text", taint_of(items)) if taint_of(items) else ev.unknown(items)
    parts: list[Any] = []
    for item in known:
        parts.extend((item if isinstance(item, Symbol) else text_of(item) or "", glue))
    return ev.text(parts[:-1])


_KEEPS = ("add", "append", "attach", "update", "write", "put", "set", "insert", "extend", "send")
"""How methods are named that keep what they are given."""


def _method_of_made(
    ev: Evaluator, owner: Made, path: str, args: list[Any], kwargs: dict[str, Any], node: ast.AST
) -> Any:
    full = f"{owner.type}.{path}"
    handler = special.SPECIAL.get(full)
    if handler is not None:
        return handler(ev, [owner, *args], kwargs, node)
    row = EFFECTS.get(full)
    if row is not None:
        made = ev.effect(row, full, owner, args, kwargs, node)
        return special.after(ev, full, made, [owner, *args], kwargs, node)
    if owner.type.startswith("ctypes."):
        return special.foreign(ev, full, owner, args, kwargs, node)
    guessed = special.guess(ev, owner, path, args, kwargs, node)
    if guessed is not None:
        return guessed
    if owner.value is not None and isinstance(owner.value, (str, Text)) and path in ("encode", "decode", "strip"):
        return owner
    canonical_name = canonical(full) if len(full) < 120 else "result"
    if canonical_name != full and canonical_name in EFFECTS:
        return of_ref(ev, canonical_name, args, kwargs, node)
    callbacks(ev, args, kwargs, node)
    taint = owner.taint | taint_of(args) | taint_of(kwargs) if args or kwargs else owner.taint
    if taint is not owner.taint and path.startswith(_KEEPS):
        owner.taint = taint
    return Made(full if len(full) < 120 else "result", taint, owner.fact)


def _method_of_symbol(
    ev: Evaluator, owner: Any, path: str, args: list[Any], kwargs: dict[str, Any], node: ast.AST
) -> Any:
    if type(owner) is Text and path in ("encode", "decode", "strip", "format", "rstrip", "lstrip"):
        return owner
    if type(owner) is Choice:
        return _over(owner, lambda one: call(ev, special.attr(ev, one, path), args, kwargs, node))
    guessed = special.guess(ev, owner, path, args, kwargs, node)
    if guessed is not None:
        return guessed
    callbacks(ev, args, kwargs, node)
    return ev.unknown(owner, *args, *kwargs.values())


# functions and classes of the program


def _func(ev: Evaluator, func: Func, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    return enter(ev, func, args, kwargs)


def enter(ev: Evaluator, func: Func, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
    """Run a function of the program with these arguments; what it returns, or any of what it may return."""
    func.called += 1
    most = _MOST_DEEP if func.running and all(is_known(arg) for arg in args) else 3
    if func.running >= most or func.called > _MOST_ENTERED or ev.deep >= _MOST_DEEP:
        if ev.deep >= _MOST_DEEP and "depth" not in ev.budget.ended:
            ev.budget.ended.append("depth")
        return ev.unknown(*args)
    frame = bound_arguments(ev, func, args, kwargs)
    frames, layer = ev.frames, ev.layer
    ev.frames, ev.layer = (frame, *func.frames), func.layer
    ev.deep += 1
    func.running += 1
    ev.returns.append([])
    try:
        if isinstance(func.node, ast.Lambda):
            return ev.value(func.node.body)
        ev.block(func.node.body)
        return _returned(ev.returns[-1])
    finally:
        ev.returns.pop()
        func.running -= 1
        ev.deep -= 1
        _export(frame, func.frames)
        ev.frames, ev.layer = frames, layer


def _export(frame: dict[str, Any], outer: Sequence[dict[str, Any]]) -> None:
    """Names that a function declared global or nonlocal go back to where they live."""
    for name in frame.get(statements.OUTER, ()):
        if name in frame:
            home = next((one for one in outer if name in one), outer[-1] if outer else None)
            if home is not None:
                home[name] = frame[name]


def _returned(values: list[Any]) -> Any:
    given = [value[1] for value in values if type(value) is tuple and len(value) == 2 and value[0] == "yield"]
    if given:
        return given
    if not values:
        return None
    made = values[0]
    for other in values[1:]:
        made = choice(made, other)
    return made


def bound_arguments(ev: Evaluator, func: Func, args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[str, Any]:
    """The frame a call starts with: parameters by position, by name, by default, else unknown."""
    spec = func.node.args
    names = [arg.arg for arg in (*spec.posonlyargs, *spec.args)]
    frame: dict[str, Any] = {}
    for position, name in enumerate(names):
        if position < len(args):
            frame[name] = args[position]
        elif name in kwargs:
            frame[name] = kwargs[name]
        else:
            at = position - len(names) + len(func.defaults)
            frame[name] = func.defaults[at] if 0 <= at < len(func.defaults) else NOTHING
    for position, arg in enumerate(spec.kwonlyargs):
        frame[arg.arg] = kwargs.get(
            arg.arg, func.kw_defaults[position] if position < len(func.kw_defaults) else NOTHING
        )
    if spec.vararg is not None:
        frame[spec.vararg.arg] = tuple(args[len(names) :])
    if spec.kwarg is not None:
        frame[spec.kwarg.arg] = {key: value for key, value in kwargs.items() if key not in frame}
    return frame


def _method(ev: Evaluator, func: Method, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    return call(ev, func.func, [func.self_, *args], kwargs, node)


def _partial(ev: Evaluator, func: Partial, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    return call(ev, func.func, [*func.args, *args], {**func.kwargs, **kwargs}, node)


def instance(cls: Class) -> Instance:
    """The object that stands for all of a class."""
    if cls.instance is None:
        cls.instance = Instance(cls)
    return cls.instance


def _class(ev: Evaluator, cls: Class, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    made = instance(cls)
    first = cls.find("__init__")
    if type(first) is Func:
        enter(ev, first, [made, *args], kwargs)
    else:
        fields = [
            part.target.id
            for part in cls.node.body
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
        ]
        made.names.update(zip(fields, args))
        made.names.update({key: value for key, value in kwargs.items() if key in fields})
        callbacks(ev, args, kwargs, node)
        after = cls.find("__post_init__")
        if type(after) is Func:
            enter(ev, after, [made], {})
    return made


def _instance(ev: Evaluator, func: Instance, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    found = func.cls.find("__call__")
    return enter(ev, found, [func, *args], kwargs) if type(found) is Func else ev.unknown(*args)


def _choice(ev: Evaluator, func: Choice, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    return _over(func, lambda one: call(ev, one, args, kwargs, node))


def _made(ev: Evaluator, func: Made, args: list[Any], kwargs: dict[str, Any], node: ast.AST) -> Any:
    if func.type in special.SPECIAL:
        return special.SPECIAL[func.type](ev, [func, *args], kwargs, node)
    row = EFFECTS.get(func.type)
    if row is not None:
        return ev.effect(row, func.type, func, args, kwargs, node)
    if func.type.startswith("ctypes."):
        return special.foreign(ev, func.type, func, args, kwargs, node)
    callbacks(ev, args, kwargs, node)
    return ev.unknown(func, *args, *kwargs.values())


_CALLS: dict[type, Callable[..., Any]] = {
    Func: _func,
    Method: _method,
    Partial: _partial,
    Class: _class,
    Instance: _instance,
    Choice: _choice,
    Made: _made,
}


_WORTH_CALLING = frozenset(
    name for name, row in EFFECTS.items() if row.kind in ("process", "foreign", "delete tree")
) | {"exec", "eval", "execfile"}
"""Functions outside whose being handed to something is as good as a call."""


def _hand_over(ev: Evaluator, func: Ref, args: Sequence[Any], position: int, node: ast.AST) -> None:
    """A function outside is handed over with its arguments behind it, alone or as one sequence."""
    given = list(args[position + 1 :])
    if len(given) == 1 and isinstance(given[0], (list, tuple)):
        given = list(given[0])
    if given and (is_known(given[0]) or taint_of(given[0])):
        try:
            call(ev, func, given[:3], {}, node)
        except Spent as spent:
            if spent.what != "depth":
                raise


def callbacks(
    ev: Evaluator, args: Sequence[Any], kwargs: Mapping[str, Any], node: ast.AST, served: bool = False
) -> None:
    """Functions of the program that are handed to something outside: it may call them, with anything."""
    for position, value in enumerate((*args, *kwargs.values()) if kwargs else args):
        if type(value) is Ref:
            if value.name in _WORTH_CALLING:
                _hand_over(ev, value, args, position, node)
        elif type(value) in (Func, Method, Partial):
            inner = value.func if type(value) is not Func else value
            if type(inner) is Func and inner.called:
                continue
            given = [ev.served("server", "request", "receive", "received") for _ in range(4)] if served else []
            try:
                call(ev, value, given, {}, node)
            except Spent as spent:
                if spent.what != "depth":
                    raise
