"""Operators and formatting on any values: computed where they are known, else texts with holes or choices."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any

from antivenom.pycode.evaluate import arithmetic, bounds
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Choice,
    Func,
    Instance,
    Made,
    Symbol,
    Text,
    alternatives,
    choice,
    is_known,
    ref,
    text_of,
)

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator

_PERCENT = re.compile(r"%(?:\(\w*\))?[-#0 +]*\d*(?:\.\d+)?[hlL]?[sdrxXicofgu]")
_BRACES = re.compile(r"\{[^{}]{0,40}\}")


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
    if len(chain) > 8 and type(value) is str and any(step.right.__class__ is ast.Call for step in chain[:4]):
        return ev.decoded(value, by="characters")
    return value


_METHODS: dict[type, str] = {
    ast.Add: "__add__",
    ast.Sub: "__sub__",
    ast.Mult: "__mul__",
    ast.Mod: "__mod__",
    ast.BitOr: "__or__",
    ast.BitAnd: "__and__",
    ast.BitXor: "__xor__",
    ast.LShift: "__lshift__",
    ast.RShift: "__rshift__",
    ast.Div: "__truediv__",
    ast.MatMult: "__matmul__",
    ast.Pow: "__pow__",
}


def operate(ev: Evaluator, op: type, left: Any, right: Any) -> Any:
    """A binary operator on any two values."""
    if not isinstance(left, Symbol) and not isinstance(right, Symbol):
        try:
            made = arithmetic.binary(ev.budget, op, left, right)
        except bounds.Refused:
            return _format_unknown(ev, left, right) if op is ast.Mod and type(left) is str else ev.unknown(left, right)
        if op is ast.Mod and type(made) is str and not is_known(right):
            return _format_unknown(ev, left, right)
        return ev.decoded(made, left, right) if ev.made else made
    if type(left) is Instance:
        method = left.cls.find(_METHODS.get(op, ""))
        if type(method) is Func:
            return ev.call(method, [left, right], {}, left.cls.node)
    if type(left) is Choice or type(right) is Choice:
        return _choices(ev, op, left, right)
    if op is ast.Add:
        if _is_text(left) or _is_text(right) or left is _OWN or right is _OWN:
            return ev.text([_as_piece(left), _as_piece(right)])
        return ev.unknown(left, right)
    if op is ast.Mod and type(left) is str:
        return _format_unknown(ev, left, right)
    if op is ast.Div:  # pathlib's operator
        return _path(ev, left, right)
    return ev.unknown(left, right)


_OWN = ref("sys.executable")


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
        return arithmetic.compare(op, left, right)
    except bounds.Refused:
        return NOTHING


def if_exp(ev: Evaluator, node: ast.IfExp) -> Any:
    """a if test else b: the one the test chooses, or either."""
    test = ev.value(node.test)
    if not isinstance(test, Symbol):
        return ev.value(node.body if test else node.orelse)
    return choice(ev.value(node.body), ev.value(node.orelse))
