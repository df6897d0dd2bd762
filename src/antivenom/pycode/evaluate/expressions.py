"""What each kind of expression gives. One function a kind; VALUE is the table."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, Callable

from antivenom.pycode.evaluate import bounds, lookups, operations, pure
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Func,
    Instance,
    Made,
    Ref,
    Symbol,
    is_known,
    ref,
    taint_of,
    text_of,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

_ONE_ITERATION = 1
_ENVIRON = ref("os.environ")


def constant(ev: Evaluator, node: ast.Constant) -> Any:
    """A literal is itself."""
    return node.value


def call(ev: Evaluator, node: ast.Call) -> Any:
    """func(args): the arguments are evaluated first, as Python does."""
    func = ev.value(node.func)
    args: list[Any] = []
    for arg in node.args:
        if arg.__class__ is ast.Starred:
            args.extend(bounds.items_of(ev.value(arg.value)) or [NOTHING])
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


def sequence(ev: Evaluator, node: Any) -> Any:
    """A list, tuple or set display."""
    made: list[Any] = []
    for part in node.elts:
        if part.__class__ is ast.Starred:
            made.extend(bounds.items_of(ev.value(part.value)) or [NOTHING])
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


def _formatted_instance(ev: Evaluator, value: Instance, node: Any) -> Any:
    """An object of the program in an f-string: its own __format__, __str__ or __repr__ answers."""
    for name in ("__format__", "__str__", "__repr__"):
        maker = value.cls.find(name)
        if type(maker) is Func:
            spec = ev.value(node.format_spec) if node.format_spec is not None else ""
            return ev.call(maker, [value, spec][: 2 if name == "__format__" else 1], {}, node)
    return ev.unknown(value)


def formatted(ev: Evaluator, node: Any) -> Any:
    """One {value:spec} of an f-string."""
    value = ev.value(node.value)
    if type(value) is Instance:
        return _formatted_instance(ev, value, node)
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
    except bounds.Refused:
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
        items = bounds.items_of(iterable)
        if items is None:
            unknown.append(iterable)
            items = [lookups.element(ev, iterable)]
        elif len(items) > bounds.MOST_ITEMS:
            items = [*items[:_ONE_ITERATION], NOTHING]
        simple = generator.target.id if generator.target.__class__ is ast.Name else None
        frame = ev.frames[0]
        ev.looping += 1
        try:
            for one in [NOTHING] if ev.budget.hurried else items:
                if simple is not None:
                    frame[simple] = one
                else:
                    ev.assign(generator.target, one)
                if all(_passes(ev, test) for test in generator.ifs):
                    turn(level + 1)
        finally:
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
        ast.Name: lookups.name,
        ast.Attribute: lookups.attribute,
        ast.Call: call,
        ast.BinOp: operations.bin_op,
        ast.BoolOp: operations.bool_op,
        ast.UnaryOp: operations.unary,
        ast.Compare: operations.compare,
        ast.IfExp: operations.if_exp,
        ast.Subscript: lookups.subscript,
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
        ast.Slice: lookups.slice_of,
    }
)
"""Kind of expression -> the function that gives its value."""
