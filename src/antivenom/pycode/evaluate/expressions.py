"""What each kind of expression gives. One function a kind; VALUE is the table."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from antivenom.pycode.evaluate import pure
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
    Text,
    Unknown,
    alternatives,
    choice,
    is_known,
    ref,
    taint_of,
    text_of,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

_PYTHON2 = "unicode raw_input xrange file reduce unichr execfile basestring long apply intern get_ipython"
BUILTINS = frozenset(dir(builtins)) | frozenset(_PYTHON2.split())
"""Names that need no import."""

_UNBOUND_MODULES = MODULES | frozenset(
    "pty requests urllib urllib2 zlib shutil json re marshal pickle codecs http ssl".split()
)
_ONE_ITERATION = 1
_ENVIRON = ref("os.environ")
_PERCENT = re.compile(r"%(?:\(\w*\))?[-#0 +]*\d*(?:\.\d+)?[hlL]?[sdrxXicofgu]")
_BRACES = re.compile(r"\{[^{}]{0,40}\}")


def constant(ev: Evaluator, node: ast.Constant) -> Any:
    """A literal is itself."""
    return node.value


def name(ev: Evaluator, node: ast.Name) -> Any:
    """What a name holds: in the frames from inside out, else a builtin, a star import, a well-known module."""
    id = node.id
    for frame in ev.frames:
        if id in frame:
            return frame[id]
    return unbound(ev, id)


def unbound(ev: Evaluator, id: str) -> Any:
    """A name that the program does not bind."""
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


def lookup(ev: Evaluator, full: str) -> Any:
    """What a canonical name of the world outside stands for: a constant, a rebound value, or itself."""
    if full in pure.CONSTANTS:
        return pure.CONSTANTS[full]
    if ev.rebound and full in ev.rebound:
        return ev.rebound[full]
    if full == "sys.argv" and ev.argv is not None:
        return ev.argv
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
    if kind is Class:
        found = value.find(name)
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


def _of_instance(ev: Evaluator, value: Instance, name: str) -> Any:
    if name in value.names:
        return value.names[name]
    found = value.cls.find(name)
    if type(found) is Func:
        return Method(found, value)
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


def call(ev: Evaluator, node: ast.Call) -> Any:
    """func(args): the arguments are evaluated first, as Python does."""
    func = ev.value(node.func)
    args: list[Any] = []
    for arg in node.args:
        if arg.__class__ is ast.Starred:
            args.extend(pure.items_of(ev.value(arg.value)) or [NOTHING])
        else:
            value = ev.value(arg)
            args.append(ev.environment(node) if value is _ENVIRON else value)
    kwargs: dict[str, Any] = {}
    for keyword in node.keywords:
        value = ev.value(keyword.value)
        if value is _ENVIRON:
            value = ev.environment(node)
        if keyword.arg is not None:
            kwargs[keyword.arg] = value
        elif type(value) is dict:
            kwargs.update({key: item for key, item in value.items() if isinstance(key, str)})
    return ev.call(func, args, kwargs, node)


def bin_op(ev: Evaluator, node: ast.BinOp) -> Any:
    """left op right; long chains of one operator are walked flat, not deep."""
    chain = []
    left: ast.expr = node
    while left.__class__ is ast.BinOp:
        chain.append(left)
        left = left.left
    value = ev.value(left)
    for step in reversed(chain):
        value = operate(ev, step.op.__class__, value, ev.value(step.right))
    return value


def operate(ev: Evaluator, op: type, left: Any, right: Any) -> Any:
    """A binary operator on any two values."""
    if not isinstance(left, Symbol) and not isinstance(right, Symbol):
        try:
            made = pure.binary(ev.budget, op, left, right)
        except pure.Refused:
            return _format_unknown(ev, left, right) if op is ast.Mod and type(left) is str else ev.unknown(left, right)
        if op is ast.Mod and type(made) is str and not is_known(right):
            return _format_unknown(ev, left, right)
        return ev.decoded(made, left, right) if ev.made else made
    if type(left) is Choice or type(right) is Choice:
        return _choices(ev, op, left, right)
    if op is ast.Add:
        if _is_text(left) or _is_text(right):
            return ev.text([_as_piece(left), _as_piece(right)])
        return ev.unknown(left, right)
    if op is ast.Mod and type(left) is str:
        return _format_unknown(ev, left, right)
    if op is ast.Div:  # pathlib's operator
        return _path(ev, left, right)
    return ev.unknown(left, right)


def _is_text(value: Any) -> bool:
    return type(value) is str or type(value) is Text or type(value) is bytes


def _as_piece(value: Any) -> Any:
    if isinstance(value, (bytes, bytearray)):
        return bytes(value).decode("latin-1")
    return value


def _path(ev: Evaluator, left: Any, right: Any) -> Any:
    """A pathlib path and what is added to it."""
    if type(left) is Made and left.type == "pathlib.Path" and isinstance(right, (str, Text)):
        made = Made("pathlib.Path", left.taint, left.fact)
        made.value = ev.text([left.value if left.value is not None else NOTHING, "/", right])
        return made
    return ev.unknown(left, right)


def _choices(ev: Evaluator, op: type, left: Any, right: Any) -> Any:
    made: Any = None
    for one in alternatives(left):
        for other in alternatives(right):
            value = operate(ev, op, one, other)
            made = value if made is None else choice(made, value)
    return made


def _format_unknown(ev: Evaluator, form: str, values: Any) -> Any:
    """'...%s...' % values where some value is not known: a text with holes."""
    given = list(values) if type(values) is tuple else [values]
    if type(values) is dict:
        given = list(values.values())
    return _filled(ev, form.replace("%%", "%"), _PERCENT, given)


def _filled(ev: Evaluator, form: str, holes: re.Pattern[str], given: list[Any]) -> Any:
    parts: list[Any] = []
    end = 0
    if len(form) > 100_000:
        return ev.unknown(given)
    for count, match in enumerate(holes.finditer(form)):
        parts.append(form[end : match.start()])
        value = given[count] if count < len(given) else NOTHING
        shown = text_of(value) if not isinstance(value, Symbol) else None
        parts.append(shown if shown is not None else value if isinstance(value, Symbol) else ev.unknown(value))
        end = match.end()
    parts.append(form[end:])
    return ev.text(parts)


def format_braces(ev: Evaluator, form: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
    """'...{}...'.format(...) where some value is not known: a text with holes."""
    return _filled(ev, form, _BRACES, [*args, *kwargs.values()])


def bool_op(ev: Evaluator, node: ast.BoolOp) -> Any:
    """and / or: the deciding value where tests are known, else any of them; every part is looked at."""
    stops = isinstance(node.op, ast.Or)
    open_: list[Any] = []
    last: Any = NOTHING
    for part in node.values:
        last = ev.value(part)
        if isinstance(last, Symbol):
            open_.append(last)
        elif bool(last) is stops:
            break
    if not isinstance(last, Symbol):
        open_.append(last)
    made = open_[0]
    for value in open_[1:]:
        made = choice(made, value)
    return made


def unary(ev: Evaluator, node: ast.UnaryOp) -> Any:
    """not, -, +, ~"""
    value = ev.value(node.operand)
    if isinstance(value, Symbol):
        return ev.unknown(value)
    try:
        if isinstance(node.op, ast.Not):
            return not value
        if isinstance(node.op, ast.USub):
            return -value
        return ~value if isinstance(node.op, ast.Invert) else +value
    except TypeError:
        return NOTHING


def compare(ev: Evaluator, node: ast.Compare) -> Any:
    """Comparisons of constants; of anything else, unknown."""
    left = ev.value(node.left)
    result: Any = True
    for op, part in zip(node.ops, node.comparators):
        right = ev.value(part)
        if result is True:
            result = _compared(ev, op.__class__, left, right)
        left = right
    return result


def _compared(ev: Evaluator, op: type, left: Any, right: Any) -> Any:
    if isinstance(left, Symbol) or isinstance(right, Symbol) or not is_known(left) or not is_known(right):
        return ev.unknown(left, right)
    try:
        return pure.compare(op, left, right)
    except pure.Refused:
        return NOTHING


def if_exp(ev: Evaluator, node: ast.IfExp) -> Any:
    """a if test else b: the one the test chooses, or either."""
    test = ev.value(node.test)
    if not isinstance(test, Symbol):
        return ev.value(node.body if test else node.orelse)
    return choice(ev.value(node.body), ev.value(node.orelse))


def subscript(ev: Evaluator, node: ast.Subscript) -> Any:
    """value[key]"""
    value = ev.value(node.value)
    key = _slice(ev, node.slice)
    return item(ev, value, key, node)


def _slice(ev: Evaluator, node: ast.expr) -> Any:
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
        made = pure.subscript(value, key)
    except pure.Refused:
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
    pair = _PAIRS.get(value.type)
    if pair is not None and isinstance(key, int) and -2 <= key < 2:
        return Made(pair[key], value.taint, value.fact)
    return Made(f"{value.type}[]" if len(value.type) < 80 else "item", value.taint, value.fact)


def sequence(ev: Evaluator, node: Any) -> Any:
    """A list, tuple or set display."""
    made: list[Any] = []
    for part in node.elts:
        if part.__class__ is ast.Starred:
            made.extend(pure.items_of(ev.value(part.value)) or [NOTHING])
        else:
            made.append(ev.value(part))
    if node.__class__ is ast.List:
        return made
    if node.__class__ is ast.Tuple:
        return tuple(made)
    try:
        return set(made)
    except TypeError:
        return made


def dictionary(ev: Evaluator, node: ast.Dict) -> Any:
    """A dict display; keys that are not known are left out, their values looked at."""
    made: dict[Any, Any] = {}
    for key, part in zip(node.keys, node.values):
        value = ev.value(part)
        if key is None:
            made.update(value if type(value) is dict else {})
            continue
        known = ev.value(key)
        try:
            made[known] = value
        except TypeError:
            continue
    return made


def joined(ev: Evaluator, node: ast.JoinedStr) -> Any:
    """An f-string."""
    parts: list[Any] = []
    for part in node.values:
        if part.__class__ is ast.Constant:
            parts.append(part.value)
        else:
            parts.append(formatted(ev, part))
    return ev.text([part for part in parts if part is not None])


def formatted(ev: Evaluator, node: Any) -> Any:
    """One {value:spec} of an f-string."""
    value = ev.value(node.value)
    if not is_known(value):
        if type(value) is Ref or type(value) is Made:
            return text_of(value) or value
        return value if isinstance(value, Symbol) else ev.unknown(value)
    if node.conversion in (114, 97):
        value = repr(value)
    spec = ev.value(node.format_spec) if getattr(node, "format_spec", None) is not None else ""
    if isinstance(spec, Symbol):
        return ev.unknown(value)
    try:
        return pure.call(ev.budget, "format", (value, spec), {})
    except pure.Refused:
        return NOTHING


def lambda_(ev: Evaluator, node: ast.Lambda) -> Any:
    """A lambda, with its defaults evaluated where it stands."""
    return ev.function(node)


def named(ev: Evaluator, node: ast.NamedExpr) -> Any:
    """target := value"""
    value = ev.value(node.value)
    ev.frames[0][node.target.id] = value
    return value


def comprehension(ev: Evaluator, node: Any) -> Any:
    """A comprehension or generator: run as written over known items, once over others."""
    made: list[Any] = []
    unknown: list[Any] = []
    pairs = node.__class__ is ast.DictComp

    def turn(level: int) -> None:
        if level == len(node.generators):
            made.append((ev.value(node.key), ev.value(node.value)) if pairs else ev.value(node.elt))
            return
        generator = node.generators[level]
        iterable = ev.value(generator.iter)
        items = pure.items_of(iterable)
        if items is None:
            unknown.append(iterable)
            items = [element(ev, iterable)]
        elif len(items) > pure.MOST_ITEMS:
            items = items[:_ONE_ITERATION]
        simple = generator.target.id if generator.target.__class__ is ast.Name else None
        frame = ev.frames[0]
        ev.looping += 1
        for one in items:
            if simple is not None:
                frame[simple] = one
            else:
                ev.assign(generator.target, one)
            if all(_passes(ev, test) for test in generator.ifs):
                turn(level + 1)
        ev.looping -= 1

    turn(0)
    if unknown:
        taint = taint_of(unknown) | taint_of(made)
        return Made("sequence", taint, value=made[0] if made else None)
    if pairs:
        return {key: value for key, value in made if not isinstance(key, (list, dict, set))}
    if node.__class__ is ast.SetComp:
        return set(made) if all(is_known(one) and not isinstance(one, (list, dict)) for one in made) else made
    return made


def _passes(ev: Evaluator, test: ast.expr) -> bool:
    value = ev.value(test)
    return True if isinstance(value, Symbol) else bool(value)


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


def inner(ev: Evaluator, node: Any) -> Any:
    """await x, yield from x, *x: the value inside."""
    return ev.value(node.value) if node.value is not None else None


def yield_(ev: Evaluator, node: ast.Yield) -> Any:
    """yield x: one of the values the function gives."""
    value = ev.value(node.value) if node.value is not None else None
    if ev.returns:
        ev.returns[-1].append(("yield", value))
    return NOTHING


def other(ev: Evaluator, node: ast.AST) -> Any:
    """Kinds of expression of newer Pythons: their parts are looked at."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr):
            ev.value(child)
    return NOTHING


class _Table(dict[type, Callable[..., Any]]):
    def __missing__(self, kind: type) -> Callable[..., Any]:
        return other


VALUE: dict[type, Callable[..., Any]] = _Table(
    {
        ast.Constant: constant,
        ast.Name: name,
        ast.Attribute: attribute,
        ast.Call: call,
        ast.BinOp: bin_op,
        ast.BoolOp: bool_op,
        ast.UnaryOp: unary,
        ast.Compare: compare,
        ast.IfExp: if_exp,
        ast.Subscript: subscript,
        ast.List: sequence,
        ast.Tuple: sequence,
        ast.Set: sequence,
        ast.Dict: dictionary,
        ast.JoinedStr: joined,
        ast.FormattedValue: formatted,
        ast.Lambda: lambda_,
        ast.NamedExpr: named,
        ast.ListComp: comprehension,
        ast.SetComp: comprehension,
        ast.GeneratorExp: comprehension,
        ast.DictComp: comprehension,
        ast.Await: inner,
        ast.YieldFrom: inner,
        ast.Starred: inner,
        ast.Yield: yield_,
        ast.Slice: _slice,
    }
)
"""Kind of expression -> the function that gives its value."""
