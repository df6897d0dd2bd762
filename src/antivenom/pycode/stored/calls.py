"""Instructions that call, define and end, as what they write."""

from __future__ import annotations

from typing import Callable

from antivenom.pycode.stored.loads import const_at, import_star, load_const
from antivenom.pycode.stored.walk import Walk
from antivenom.pycode.stored.written import UNKNOWN, Value, constant, identifier


def _pop_top(walk: Walk, at: int) -> None:
    value = walk.raw()
    if value.kind == "module" and not (walk.stack and walk.stack[-1].kind == "module"):
        return
    if value.kind == "":
        walk.say(value)


def _return(walk: Walk, at: int) -> None:
    value = walk.pop()
    if walk.depth and value.const is not None:
        walk.lines.append(f"return {value.text}")
    elif not walk.depth:
        walk.say(value)


def _return_const(walk: Walk, at: int) -> None:
    load_const(walk, at)
    _return(walk, 0)


def _call_function(walk: Walk, at: int) -> None:
    """Positional count in the low byte and, before 3.6, named pairs in the next."""
    named = []
    if not walk.whole.version.words:
        pairs = walk.many(2 * (at >> 8 & 0xFF))
        named = [(identifier(str(pairs[n].const)), pairs[n + 1]) for n in range(0, len(pairs) - 1, 2)]
        at &= 0xFF
    positional = _positional(walk, at)
    walk.call(walk.raw(), positional, named)


def _positional(walk: Walk, count: int) -> list[Value]:
    """Take arguments; the body of a class stays as it is."""
    taken = [walk.raw() for _ in range(min(count, len(walk.stack)))][::-1]
    if len(taken) > 1 and len(walk.stack) and any(value.kind == "build_class" for value in walk.stack[-2:]):
        return taken
    return [walk.expression(value) for value in taken]


def _call_method(walk: Walk, at: int) -> None:
    positional = _positional(walk, at)
    walk.call_pair(positional, [])


def _call(walk: Walk, at: int) -> None:
    """3.11 and later: names of the last arguments come from KW_NAMES."""
    positional = _positional(walk, at)
    names, walk.keywords = walk.keywords, ()
    first = len(positional) - len(names)
    named = [(identifier(str(name)), positional[first + n]) for n, name in enumerate(names) if first + n >= 0]
    walk.call_pair(positional[: max(0, first)] if names else positional, named)


def _kw_names(walk: Walk, at: int) -> None:
    names = const_at(walk, at)
    walk.keywords = names if isinstance(names, tuple) else ()


def _call_kw(walk: Walk, at: int) -> None:
    names = walk.pop().const
    if walk.whole.version.name == "2.7":
        _call_spread(walk, at, starred=False, named=True)
        return
    keywords = names if isinstance(names, tuple) else ()
    if walk.whole.version.name == "3.13":
        walk.keywords = keywords
        _call(walk, at)
        return
    positional = _positional(walk, at)
    first = max(0, len(positional) - len(keywords))
    named = [(identifier(str(name)), value) for name, value in zip(keywords, positional[first:])]
    walk.call(walk.raw(), positional[:first], named)


def _call_ex(walk: Walk, flags: int) -> None:
    if walk.whole.version.name in ("2.7", "3.0 to 3.5"):
        _call_spread(walk, flags, starred=True, named=True)
        return
    named = [Value("**" + walk.pop().text)] if flags & 1 else []
    starred = Value("*" + walk.pop().text)
    if walk.code.layout == "3.11":
        walk.call_pair([starred, *named], [])
    else:
        walk.call(walk.raw(), [starred, *named], [])


def _call_spread(walk: Walk, at: int, *, starred: bool, named: bool) -> None:
    """CALL_FUNCTION_VAR and its kin: counts as in CALL_FUNCTION, then *args and **kwargs on top."""
    spread = [Value("**" + walk.pop().text)] if named else []
    if starred:
        spread.insert(0, Value("*" + walk.pop().text))
    walk.many(2 * (at >> 8 & 0xFF))
    positional = _positional(walk, at & 0xFF)
    walk.call(walk.raw(), positional + spread, [])


def _call_var(walk: Walk, at: int) -> None:
    _call_spread(walk, at, starred=True, named=False)


def _make_function(walk: Walk, flags: int) -> None:
    """The code is on top, before 3.11 under its qualified name; defaults below it."""
    top = walk.raw()
    if top.kind != "code":
        top = walk.raw()
    version = walk.whole.version
    defaults: list[str] = []
    if version.name in ("2.7", "3.0 to 3.5"):
        defaults = [value.text for value in walk.many(flags & 0xFF)]
    elif version.name != "3.13":
        extras = [walk.raw() for bit in (8, 4, 2, 1) if flags & bit]
        if flags & 1 and extras and isinstance(extras[-1].const, tuple):
            defaults = [constant(value).text for value in extras[-1].const]
    walk.stack.append(Value("\0".join(defaults), kind="function", extra=top.extra))


def _make_closure(walk: Walk, flags: int) -> None:
    code = walk.raw()
    if code.kind != "code":
        code = walk.raw()
    walk.raw()
    walk.many(flags & 0xFF)
    walk.stack.append(Value("", kind="function", extra=code.extra))


def _set_function_attribute(walk: Walk, flag: int) -> None:
    function, value = walk.raw(), walk.raw()
    if flag == 1 and function.kind == "function" and isinstance(value.const, tuple):
        function = Value(
            "\0".join([constant(item).text for item in value.const]), kind="function", extra=function.extra
        )
    walk.stack.append(function)


def _exec_statement(walk: Walk, at: int) -> None:
    scope, names, code = walk.pop(), walk.pop(), walk.pop()
    spaces = "" if names.const is None else f", {names.text}" + ("" if scope.text == names.text else f", {scope.text}")
    walk.whole.calls.append(("exec", (code.const,)))
    walk.lines.append(f"exec({code.text}{spaces})")


def _print_item(walk: Walk, at: int) -> None:
    walk.lines.append(f"print({walk.pop().text})")


def _print_item_to(walk: Walk, at: int) -> None:
    target = walk.pop()
    walk.lines.append(f"print({walk.pop().text}, file={target.text})")


def _raise(walk: Walk, count: int) -> None:
    values = walk.many(count)
    walk.lines.append(f"raise {values[0].text}" if values else "raise")


def _build_class(walk: Walk, at: int) -> None:
    """Python 2: the function that was called for the body is on top, the bases and the name below it."""
    body, bases = walk.raw(), walk.pop()
    walk.raw()
    code = body.extra.extra if isinstance(body.extra, Value) else None
    walk.stack.append(Value(f"({bases.text.strip('(),')})", kind="class", extra=code))


def _yield(walk: Walk, at: int) -> None:
    if walk.code.name == "<genexpr>" and walk.loops:
        walk.lines.append(f"return ({walk.comprehension(0, walk.pop().text)})")
        walk.stack.append(UNKNOWN)
    else:
        walk.push(f"(yield {walk.pop().text})" if walk.depth else walk.pop().text)


def _with(walk: Walk, at: int) -> None:
    walk.whole.branches = True
    owner = walk.pop()
    walk.stack.append(UNKNOWN)
    walk.push(f"{owner.text}.__enter__()")


def _intrinsic(walk: Walk, at: int) -> None:
    if at == 2:
        import_star(walk, at)
        walk.stack.append(UNKNOWN)
    elif at == 5:
        walk.push(f"(+{walk.pop().text})")
    elif at == 6:
        walk.push(f"tuple({walk.pop().text})")


RULES: dict[str, Callable[[Walk, int], None]] = {
    "POP_TOP": _pop_top,
    "RETURN_VALUE": _return,
    "RETURN_CONST": _return_const,
    "CALL_FUNCTION": _call_function,
    "CALL_FUNCTION_VAR": _call_var,
    "CALL_FUNCTION_KW": _call_kw,
    "CALL_FUNCTION_EX": _call_ex,
    "CALL_FUNCTION_VAR_KW": _call_ex,
    "CALL_METHOD": _call_method,
    "CALL": _call,
    "CALL_KW": _call_kw,
    "KW_NAMES": _kw_names,
    "CALL_INTRINSIC_1": _intrinsic,
    "MAKE_FUNCTION": _make_function,
    "MAKE_CLOSURE": _make_closure,
    "SET_FUNCTION_ATTRIBUTE": _set_function_attribute,
    "PRINT_ITEM": _print_item,
    "PRINT_ITEM_TO": _print_item_to,
    "EXEC_STMT": _exec_statement,
    "RAISE_VARARGS": _raise,
    "BUILD_CLASS": _build_class,
    "SETUP_WITH": _with,
    "BEFORE_WITH": _with,
    "YIELD_VALUE": _yield,
}
