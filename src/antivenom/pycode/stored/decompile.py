"""Code objects into Python statements that do the same, as far as a straight reading of the instructions shows it.

Branches and loops are written one after the other: every statement that could run is there, the conditions stand as
statements of their own, and a loop's body is there once. What an evaluator asks is what the code can do.
"""

from __future__ import annotations

from typing import Callable

from antivenom.pycode.budget import Budget
from antivenom.pycode.stored.objects import Code
from antivenom.pycode.stored.opcodes import BINARY, NAMED_BINARY, UNARY, Targets, Version, instructions
from antivenom.pycode.stored.written import MOST_TEXT, NULL, UNKNOWN, Value, constant, dotted, identifier, is_dotted, old_text

_COMPARE = ("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not")
_DEEPEST = 12
_ENDS_WAY = frozenset(("JUMP_FORWARD", "JUMP_ABSOLUTE", "RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS"))
_JUMPS = frozenset(("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE"))


class Written:
    """What the code objects of one stored program were written as; shared by the functions inside it."""

    def __init__(self, version: Version, budget: Budget) -> None:
        self.version = version
        self.budget = budget
        self.calls: list[tuple[str, tuple[object, ...]]] = []
        self.unknown: dict[str, None] = {}
        self.branches = False
        self.made = 0


class Loop:
    """A loop that is being read, for when it turns out to be a comprehension."""

    __slots__ = ("conditions", "lines", "over", "target")

    def __init__(self, target: str, over: str) -> None:
        self.target = target
        self.over = over
        self.conditions: list[str] = []
        self.lines: list[int] = []  # statements that a comprehension makes needless


class Walk:
    """One code object being written: the symbolic stack, and the statements so far."""

    def __init__(self, code: Code, whole: Written, depth: int) -> None:
        self.code = code
        self.whole = whole
        self.depth = depth
        self.lines: list[str] = []
        self.stack: list[Value] = []
        self.keywords: tuple[object, ...] = ()
        self.loops: list[Loop] = []

    def run(self) -> list[str]:
        """Write every instruction; the statements."""
        steps = instructions(self.code.code, self.whole.version)
        targets = Targets(steps, self.whole.version)
        joins: dict[int, int] = {}  # offset, height of the stack there
        before = ""
        for step in steps:
            self.whole.budget.step(2)
            if step.at in joins:
                self.join(joins[step.at], before)
            self.step(step.name, step.argument)
            if step.name in _JUMPS or step.name == "FOR_ITER":
                height = len(self.stack) - (2 if step.name == "FOR_ITER" else 0)
                joins.setdefault(targets.of(step), height)
            before = step.name
        return [line for line in self.lines if line]

    def step(self, name: str, argument: int) -> None:
        """Write one instruction."""
        rule = _RULES.get(name)
        if rule is not None:
            rule(self, argument)
        elif name.startswith(("BINARY_", "INPLACE_")) and name.partition("_")[2] in NAMED_BINARY:
            self.binary(NAMED_BINARY[name.partition("_")[2]])
        elif name in UNARY:
            self.push(f"({UNARY[name]}{self.pop().text})")
        elif name in _JUMPS:
            self.condition(name, self.pop())
        elif name not in _NOTHING:
            self.whole.unknown[name] = None

    def join(self, height: int, before: str) -> None:
        """Come to where a jump leads: what the other way has left on the stack is said and dropped."""
        if before in _ENDS_WAY and len(self.stack) > height >= 0:
            left = self.stack[height:]
            del self.stack[height:]
            if before == "JUMP_FORWARD":
                for value in left:
                    self.say(value)

    def pop(self) -> Value:
        """Take the top of the stack; on an empty one, which branches can leave, a value that is not known."""
        return self.expression(self.stack.pop()) if self.stack else UNKNOWN

    def raw(self) -> Value:
        """Take the top as it is, be it an expression or not."""
        return self.stack.pop() if self.stack else UNKNOWN

    def many(self, count: int) -> list[Value]:
        """Take that many values, in the order they were pushed."""
        taken = [self.pop() for _ in range(min(count, len(self.stack)))]
        return taken[::-1]

    def push(self, text: str) -> None:
        """Put an expression on the stack."""
        self.whole.budget.take(len(text))
        self.stack.append(Value(text) if len(text) <= MOST_TEXT else UNKNOWN)

    def expression(self, value: Value) -> Value:
        """Give a value that can be written: modules, functions and classes become expressions."""
        if value.kind == "module":
            return Value(f"__import__({value.text!r})")
        if value.kind == "from":
            return Value(f"__import__({value.text!r}).{value.extra}")
        if value.kind == "next":
            return Value(value.text)
        if value.kind == "called" and isinstance(value.extra, Value):
            return Value(self.expression(value.extra).text + "()")
        if value.kind in ("function", "class"):
            self.whole.made += 1
            name = f"_{'class' if value.kind == 'class' else 'function'}{self.whole.made}"
            self.define(name, value)
            return Value(name)
        return value

    def say(self, value: Value) -> None:
        """Write an expression statement when it does something."""
        value = self.expression(value)
        if value.kind == "" and value.const is ... and not is_dotted(value.text) and value.text[:1] not in "\"'":
            self.lines.append(value.text)

    def condition(self, name: str, value: Value) -> None:
        """Say a condition, and note it for the loop it stands in."""
        self.whole.branches = True
        before = len(self.lines)
        self.say(value)
        if self.loops:
            late = self.whole.version.name in ("3.12", "3.13")  # they jump over the jump back
            wanted = name.endswith("TRUE") == late
            self.loops[-1].conditions.append(value.text if wanted else f"not {value.text}")
            self.loops[-1].lines += range(before, len(self.lines))

    def comprehension(self, first: int, value: str) -> str:
        """Write what the loops from `first` on make of a value, without the brackets."""
        parts = [value]
        for loop in self.loops[first:]:
            parts.append(f"for {loop.target} in {loop.over}")
            parts += [f"if {condition}" for condition in loop.conditions]
            for line in loop.lines:
                self.lines[line] = ""
        del self.loops[first:]
        return " ".join(parts)

    def binary(self, operator: str) -> None:
        """Apply an operator to the two on top."""
        right, left = self.pop(), self.pop()
        self.push(f"({left.text} {operator} {right.text})")

    def define(self, name: str, value: Value) -> None:
        """Write a function or class definition; its body is read now."""
        code = value.extra
        if not isinstance(code, Code) or self.depth >= _DEEPEST:
            self.lines.append(f"{name} = None")
            return
        body = Walk(code, self.whole, self.depth + 1).run() or ["pass"]
        if value.kind == "class":
            head = f"class {name}{value.text}:"
        else:
            arguments = [identifier(local) for local in code.locals[: min(code.arguments, 255)]]
            defaults = value.text.split("\0") if value.text else []
            first = len(arguments) - len(defaults)
            for at, default in enumerate(defaults):
                if first + at >= 0:
                    arguments[first + at] += "=" + default
            head = f"def {name}({', '.join(arguments)}):"
        self.lines += [head, *("    " + line for line in body)]
        self.whole.budget.take(sum(map(len, body)))

    def store(self, target: str, value: Value) -> None:
        """Write an assignment, import or definition."""
        plain = target if target.isidentifier() else ""
        if value.kind == "module":
            top = dotted(value.text)
            self.lines.append(f"import {top}" if plain == top.split(".")[0] else f"import {top} as {target}")
        elif value.kind == "from" and plain:
            origin, _, name = str(value.text).rpartition("\0")
            renamed = "" if name == plain else f" as {plain}"
            self.lines.append(f"from {origin or '.'} import {name}{renamed}")
        elif value.kind in ("function", "class") and plain:
            self.define(plain, value)
        else:
            if value.kind == "next":
                self.loops.append(Loop(target, str(value.extra)))
                self.loops[-1].lines.append(len(self.lines))
            self.lines.append(f"{target} = {self.expression(value).text}")

    def call(self, function: Value, positional: list[Value], named: list[tuple[str, Value]]) -> None:
        """Put a call on the stack, and note it."""
        if function.kind == "build_class":
            self._class(positional)
            return
        if function.kind == "function" and self.whole.version.name == "2.7" and not positional:
            self.stack.append(Value("", kind="called", extra=function))
            return
        function = self.expression(function)
        if function.kind == "unknown":
            self.stack.append(UNKNOWN)
            return
        arguments = [value.text for value in positional] + [f"{name}={value.text}" for name, value in named]
        if is_dotted(function.text):
            self.whole.calls.append((function.text, tuple([value.const for value in positional])))
        text = function.text if function.text[:1] not in "0123456789\"'" else f"({function.text})"
        self.push(f"{text}({', '.join(arguments)})")

    def _class(self, positional: list[Value]) -> None:
        body = positional[0].extra if positional else None
        bases = ", ".join([self.expression(value).text for value in positional[2:]])
        self.stack.append(Value(f"({bases})", kind="class", extra=body))

    def call_pair(self, positional: list[Value], named: list[tuple[str, Value]]) -> None:
        """Call what lies below the arguments: a callable beside NULL, in either order, or a callable under its first one."""
        one, two = self.raw(), self.raw()
        if one is not NULL and two is not NULL and two is not UNKNOWN:
            self.call(two, [self.expression(one), *positional], named)
        else:
            self.call(two if one is NULL else one, positional, named)


def _name(walk: Walk, names: tuple[str, ...], at: int) -> str:
    if not 0 <= at < len(names):
        return "_unknown"
    return names[at] if names[at] in ("None", "True", "False") else identifier(names[at])


def _const(walk: Walk, at: int) -> object:
    return walk.code.consts[at] if 0 <= at < len(walk.code.consts) else ...


def _load_const(walk: Walk, at: int) -> None:
    value = _const(walk, at)
    if isinstance(value, Code):
        walk.stack.append(Value("", kind="code", extra=value))
        return
    made = constant(old_text(value) if walk.code.layout == "2.7" else value)
    walk.whole.budget.take(len(made.text))
    walk.stack.append(made)


def _load_name(walk: Walk, at: int) -> None:
    walk.push(_name(walk, walk.code.names, at))


def _load_global(walk: Walk, at: int) -> None:
    version = walk.whole.version.name
    if version not in ("3.11", "3.12", "3.13"):
        _load_name(walk, at)
        return
    if at & 1 and version != "3.13":
        walk.stack.append(NULL)
    _load_name(walk, at >> 1)
    if at & 1 and version == "3.13":
        walk.stack.append(NULL)


def _load_attr(walk: Walk, at: int) -> None:
    method = walk.whole.version.name in ("3.12", "3.13")
    owner = walk.raw()
    name = _name(walk, walk.code.names, at >> 1 if method else at)
    if owner.kind == "module" and "." in owner.text:  # import a.b as c walks from a to b before 3.7
        walk.stack.append(owner)
        return
    if method and at & 1:
        walk.stack.append(NULL)
    text = walk.expression(owner).text
    walk.push(f"({text}).{name}" if text[:1] in "0123456789-" else f"{text}.{name}")


def _load_method(walk: Walk, at: int) -> None:
    owner = walk.pop().text
    walk.stack.append(NULL)
    walk.push(f"{owner}.{_name(walk, walk.code.names, at)}")


def _load_fast(walk: Walk, at: int) -> None:
    walk.push(_name(walk, walk.code.locals, at))


def _load_cell(walk: Walk, at: int) -> None:
    names = walk.code.locals if walk.code.layout == "3.11" else walk.code.cells
    walk.push(_name(walk, names, at))


def _store_cell(walk: Walk, at: int) -> None:
    names = walk.code.locals if walk.code.layout == "3.11" else walk.code.cells
    walk.store(_name(walk, names, at), walk.raw())


def _import_name(walk: Walk, at: int) -> None:
    wanted, level = walk.pop(), walk.pop()
    name = dotted(walk.code.names[at]) if 0 <= at < len(walk.code.names) and walk.code.names[at] else ""
    dots = "." * level.const if isinstance(level.const, int) and 0 < level.const < 20 else ""
    kind = "package" if wanted.const not in (None, ...) else "module"
    walk.stack.append(Value(dots + name, kind=kind))


def _import_from(walk: Walk, at: int) -> None:
    owner = walk.stack[-1] if walk.stack else UNKNOWN
    name = _name(walk, walk.code.names, at)
    if owner.kind == "module":  # import a.b as c
        walk.stack.append(Value(owner.text, kind="module"))
        return
    walk.stack.append(Value(f"{owner.text}\0{name}", kind="from", extra=name))


def _import_star(walk: Walk, at: int) -> None:
    walk.lines.append(f"from {walk.raw().text or '.'} import *")


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
    names = _const(walk, at)
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
    named = [(identifier(str(name)), value) for name, value in zip(keywords, positional[first:])]  # noqa: B905
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
        function = Value("\0".join([constant(item).text for item in value.const]), kind="function", extra=function.extra)
    walk.stack.append(function)


def _build(opening: str, closing: str) -> Callable[[Walk, int], None]:
    def build(walk: Walk, count: int) -> None:
        values = walk.many(count)
        comma = "," if opening == "(" and len(values) == 1 else ""
        inside = ", ".join([value.text for value in values]) + comma
        constants = tuple([value.const for value in values])
        text = opening + inside + closing if values or opening != "{" else "set()"
        walk.whole.budget.take(len(text))
        known = opening == "(" and all(value is not ... for value in constants)
        walk.stack.append(Value(text, constants if known else ..., extra=len(walk.loops)))

    return build


def _build_map(walk: Walk, count: int) -> None:
    if walk.whole.version.name in ("2.7", "3.0 to 3.5"):
        walk.push("{}")
        return
    pairs = walk.many(2 * count)
    walk.push("{" + ", ".join([f"{pairs[n].text}: {pairs[n + 1].text}" for n in range(0, len(pairs) - 1, 2)]) + "}")


def _build_const_key_map(walk: Walk, count: int) -> None:
    keys = walk.pop().const
    values = walk.many(count)
    names = keys if isinstance(keys, tuple) else ()
    walk.push("{" + ", ".join([f"{constant(key).text}: {value.text}" for key, value in zip(names, values)]) + "}")  # noqa: B905


def _store_map(walk: Walk, at: int) -> None:
    key, value, owner = walk.pop(), walk.pop(), walk.pop()
    inside = owner.text[1:-1]
    walk.push("{" + (inside + ", " if inside else "") + f"{key.text}: {value.text}" + "}")


def _extend(walk: Walk, at: int) -> None:
    """LIST_EXTEND and its kin: onto an empty display it is the display of the other."""
    value = walk.pop()
    place = len(walk.stack) - at
    if not 0 <= place < len(walk.stack):
        return
    owner = walk.expression(walk.stack[place])
    if owner.text == "[]":
        inside = value.text[1:-1] if value.text[:1] == "(" and isinstance(value.const, tuple) else "*" + value.text
        owner = Value(f"[{inside}]")
    elif owner.text in ("{}", "set()"):
        owner = Value("{**" + value.text + "}" if owner.text == "{}" else "{*" + value.text + "}")
    elif owner.text[-1:] in "]}":
        owner = Value(f"{owner.text[:-1]}, {'**' if ':' in owner.text else '*'}{value.text}{owner.text[-1]}")
    walk.whole.budget.take(len(owner.text))
    walk.stack[place] = owner if len(owner.text) < MOST_TEXT else UNKNOWN


def _append(walk: Walk, at: int) -> None:
    """LIST_APPEND and SET_ADD: onto an empty display, with a loop between, it is a comprehension."""
    value = walk.pop()
    place = len(walk.stack) - at
    first = walk.stack[place].extra if 0 <= place < len(walk.stack) else None
    if isinstance(first, int) and first < len(walk.loops) and walk.stack[place].text in ("[]", "set()"):
        opening, closing = "{}" if walk.stack[place].text == "set()" else "[]"
        text = opening + walk.comprehension(first, value.text) + closing
        walk.whole.budget.take(len(text))
        walk.stack[place] = Value(text)
    else:
        walk.say(value)


def _map_add(walk: Walk, at: int) -> None:
    one, two = walk.pop(), walk.pop()
    walk.say(one)
    walk.say(two)


def _format(walk: Walk, flags: int) -> None:
    if walk.whole.version.name != "3.13" and flags & 4:
        walk.pop()
    value = walk.pop()
    walk.push(f"format({value.text})")


def _format_with_spec(walk: Walk, at: int) -> None:
    walk.pop()
    walk.push(f"format({walk.pop().text})")


def _build_string(walk: Walk, count: int) -> None:
    walk.push("''.join([" + ", ".join([value.text for value in walk.many(count)]) + "])")


def _subscript(walk: Walk, at: int) -> None:
    index, owner = walk.pop(), walk.pop()
    inside = index.text if index.kind != "slice" else str(index.extra)
    walk.push(f"{owner.text}[{inside}]")


def _build_slice(walk: Walk, count: int) -> None:
    parts = [value.text for value in walk.many(count)]
    walk.push("slice(" + ", ".join(parts) + ")")
    walk.stack[-1].kind = "slice"
    walk.stack[-1].extra = ":".join(["" if part == "None" else part for part in parts])


def _binary_slice(walk: Walk, at: int) -> None:
    stop, start, owner = walk.pop(), walk.pop(), walk.pop()
    walk.push(f"{owner.text}[{start.text}:{stop.text}]")


def _old_slice(start: bool, stop: bool) -> Callable[[Walk, int], None]:
    def cut(walk: Walk, at: int) -> None:
        last = walk.pop().text if stop else ""
        first = walk.pop().text if start else ""
        walk.push(f"{walk.pop().text}[{first}:{last}]")

    return cut


def _compare(walk: Walk, at: int) -> None:
    shift = {"3.12": 4, "3.13": 5}.get(walk.whole.version.name, 0)
    at >>= shift
    walk.binary(_COMPARE[at] if at < len(_COMPARE) else "==")


def _binary_op(walk: Walk, at: int) -> None:
    walk.binary(BINARY[at % 13])


def _store_name(walk: Walk, at: int) -> None:
    walk.store(_name(walk, walk.code.names, at), walk.raw())


def _store_fast(walk: Walk, at: int) -> None:
    walk.store(_name(walk, walk.code.locals, at), walk.raw())


def _store_attr(walk: Walk, at: int) -> None:
    owner = walk.pop()
    walk.store(f"{owner.text}.{_name(walk, walk.code.names, at)}", walk.raw())


def _store_subscript(walk: Walk, at: int) -> None:
    index, owner = walk.pop(), walk.pop()
    walk.store(f"{owner.text}[{index.text}]", walk.raw())


def _store_slice(walk: Walk, at: int) -> None:
    stop, start, owner = walk.pop(), walk.pop(), walk.pop()
    walk.store(f"{owner.text}[{start.text}:{stop.text}]", walk.raw())


def _unpack(walk: Walk, count: int) -> None:
    value = walk.pop()
    if count > 64:
        walk.whole.unknown["UNPACK_SEQUENCE"] = None
        return
    walk.whole.made += 1
    name = f"_unpacked{walk.whole.made}"
    walk.lines.append(f"{name} = {value.text}")
    for at in reversed(range(count)):
        walk.push(f"{name}[{at}]")


def _swap(distance: int | None) -> Callable[[Walk, int], None]:
    def swap(walk: Walk, at: int) -> None:
        depth = distance or at
        if 1 < depth <= len(walk.stack):
            walk.stack[-1], walk.stack[-depth] = walk.stack[-depth], walk.stack[-1]

    return swap


def _rotate(distance: int | None) -> Callable[[Walk, int], None]:
    def rotate(walk: Walk, at: int) -> None:
        depth = distance or at
        if 1 < depth <= len(walk.stack):
            walk.stack.insert(len(walk.stack) - depth + 1 - 1, walk.stack.pop())

    return rotate


def _copy(walk: Walk, at: int) -> None:
    depth = at or 1
    value = walk.stack[-depth] if depth <= len(walk.stack) else UNKNOWN
    if value.kind in ("function", "class"):
        value = walk.expression(value)
        walk.stack[-depth] = value
    walk.stack.append(value)


def _copy_two(walk: Walk, at: int) -> None:
    _copy(walk, 2)
    _copy(walk, 2)


def _get_iter(walk: Walk, at: int) -> None:
    walk.push(f"iter({walk.pop().text})")


def _for_iter(walk: Walk, at: int) -> None:
    walk.whole.branches = True
    owner = walk.stack[-1] if walk.stack else UNKNOWN
    text = walk.expression(owner).text
    over = text[5:-1] if text.startswith("iter(") else text
    walk.stack.append(Value(f"next({text})", kind="next", extra=over))


def _intrinsic(walk: Walk, at: int) -> None:
    if at == 2:
        _import_star(walk, at)
        walk.stack.append(UNKNOWN)
    elif at == 5:
        walk.push(f"(+{walk.pop().text})")
    elif at == 6:
        walk.push(f"tuple({walk.pop().text})")


def _print_item(walk: Walk, at: int) -> None:
    walk.lines.append(f"print({walk.pop().text})")


def _print_item_to(walk: Walk, at: int) -> None:
    target = walk.pop()
    walk.lines.append(f"print({walk.pop().text}, file={target.text})")


def _exec_statement(walk: Walk, at: int) -> None:
    scope, names, code = walk.pop(), walk.pop(), walk.pop()
    spaces = "" if names.const is None else f", {names.text}" + ("" if scope.text == names.text else f", {scope.text}")
    walk.whole.calls.append(("exec", (code.const,)))
    walk.lines.append(f"exec({code.text}{spaces})")


def _raise(walk: Walk, count: int) -> None:
    values = walk.many(count)
    walk.lines.append(f"raise {values[0].text}" if values else "raise")


def _with(walk: Walk, at: int) -> None:
    walk.whole.branches = True
    owner = walk.pop()
    walk.stack.append(UNKNOWN)
    walk.push(f"{owner.text}.__enter__()")


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


def _branch(walk: Walk, at: int) -> None:
    walk.whole.branches = True


def _either(walk: Walk, at: int) -> None:
    """`and` and `or` of old: the first operand is said, the second stands for both."""
    walk.whole.branches = True
    walk.say(walk.pop())


def _fast_fast(walk: Walk, at: int) -> None:
    _load_fast(walk, at >> 4)
    _load_fast(walk, at & 15)


def _store_fast_load_fast(walk: Walk, at: int) -> None:
    _store_fast(walk, at >> 4)
    _load_fast(walk, at & 15)


def _store_fast_store_fast(walk: Walk, at: int) -> None:
    _store_fast(walk, at >> 4)
    _store_fast(walk, at & 15)


def _return_const(walk: Walk, at: int) -> None:
    _load_const(walk, at)
    _return(walk, 0)


def _drop(walk: Walk, at: int) -> None:
    walk.raw()


def _put(value: Value) -> Callable[[Walk, int], None]:
    return lambda walk, at: walk.stack.append(value)


def _delete(walk: Walk, at: int) -> None:
    """Deleting changes nothing that is asked here."""


_RULES: dict[str, Callable[[Walk, int], None]] = {
    "LOAD_CONST": _load_const,
    "LOAD_NAME": _load_name,
    "LOAD_GLOBAL": _load_global,
    "LOAD_ATTR": _load_attr,
    "LOAD_METHOD": _load_method,
    "LOAD_FAST": _load_fast,
    "LOAD_FAST_CHECK": _load_fast,
    "LOAD_FAST_AND_CLEAR": _load_fast,
    "LOAD_FAST_LOAD_FAST": _fast_fast,
    "LOAD_DEREF": _load_cell,
    "LOAD_CLASSDEREF": _load_cell,
    "LOAD_CLOSURE": _load_cell,
    "LOAD_BUILD_CLASS": _put(Value("None", kind="build_class")),
    "LOAD_ASSERTION_ERROR": _put(Value("AssertionError")),
    "LOAD_LOCALS": _put(Value("locals()")),
    "STORE_NAME": _store_name,
    "STORE_GLOBAL": _store_name,
    "STORE_FAST": _store_fast,
    "STORE_DEREF": _store_cell,
    "STORE_FAST_LOAD_FAST": _store_fast_load_fast,
    "STORE_FAST_STORE_FAST": _store_fast_store_fast,
    "STORE_ATTR": _store_attr,
    "STORE_SUBSCR": _store_subscript,
    "STORE_SLICE": _store_slice,
    "STORE_MAP": _store_map,
    "DELETE_SUBSCR": lambda walk, at: (walk.raw(), walk.raw(), None)[2],
    "DELETE_ATTR": _drop,
    "IMPORT_NAME": _import_name,
    "IMPORT_FROM": _import_from,
    "IMPORT_STAR": _import_star,
    "POP_TOP": _pop_top,
    "POP_EXCEPT": _branch,
    "RETURN_VALUE": _return,
    "RETURN_CONST": _return_const,
    "PUSH_NULL": _put(NULL),
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
    "BUILD_TUPLE": _build("(", ")"),
    "BUILD_LIST": _build("[", "]"),
    "BUILD_SET": _build("{", "}"),
    "BUILD_MAP": _build_map,
    "BUILD_CONST_KEY_MAP": _build_const_key_map,
    "BUILD_STRING": _build_string,
    "BUILD_SLICE": _build_slice,
    "LIST_EXTEND": _extend,
    "SET_UPDATE": _extend,
    "DICT_MERGE": _extend,
    "DICT_UPDATE": _extend,
    "LIST_APPEND": _append,
    "SET_ADD": _append,
    "MAP_ADD": _map_add,
    "LIST_TO_TUPLE": lambda walk, at: walk.push(f"tuple({walk.pop().text})"),
    "FORMAT_VALUE": _format,
    "FORMAT_SIMPLE": _format,
    "FORMAT_WITH_SPEC": _format_with_spec,
    "BINARY_SUBSCR": _subscript,
    "BINARY_SLICE": _binary_slice,
    "BINARY_OP": _binary_op,
    "SLICE+0": _old_slice(False, False),
    "SLICE+1": _old_slice(True, False),
    "SLICE+2": _old_slice(False, True),
    "SLICE+3": _old_slice(True, True),
    "COMPARE_OP": _compare,
    "IS_OP": lambda walk, at: walk.binary("is not" if at else "is"),
    "CONTAINS_OP": lambda walk, at: walk.binary("not in" if at else "in"),
    "UNPACK_SEQUENCE": _unpack,
    "ROT_TWO": _swap(2),
    "SWAP": _swap(None),
    "ROT_THREE": _rotate(3),
    "ROT_FOUR": _rotate(4),
    "ROT_N": _rotate(None),
    "DUP_TOP": lambda walk, at: _copy(walk, 1),
    "DUP_TOP_TWO": _copy_two,
    "COPY": _copy,
    "GET_ITER": _get_iter,
    "FOR_ITER": _for_iter,
    "END_FOR": lambda walk, at: _drop(walk, at) if walk.whole.version.name == "3.12" else None,
    "PRINT_ITEM": _print_item,
    "PRINT_ITEM_TO": _print_item_to,
    "PRINT_NEWLINE_TO": _drop,
    "PRINT_EXPR": lambda walk, at: walk.say(walk.pop()),
    "EXEC_STMT": _exec_statement,
    "RAISE_VARARGS": _raise,
    "BUILD_CLASS": _build_class,
    "SETUP_WITH": _with,
    "BEFORE_WITH": _with,
    "YIELD_VALUE": _yield,
    "UNARY_CONVERT": lambda walk, at: walk.push(f"repr({walk.pop().text})"),
    "JUMP_IF_FALSE_OR_POP": _either,
    "JUMP_IF_TRUE_OR_POP": _either,
    "PUSH_EXC_INFO": _branch,
    "JUMP_BACKWARD": _branch,
    "SETUP_FINALLY": _branch,
    "SETUP_EXCEPT": _branch,
    "SETUP_LOOP": _branch,
}
_NOTHING = frozenset(
    "NOP CACHE RESUME PRECALL JUMP_FORWARD JUMP_ABSOLUTE POP_BLOCK END_FINALLY BREAK_LOOP CONTINUE_LOOP PRINT_NEWLINE "
    "SETUP_ANNOTATIONS MAKE_CELL COPY_FREE_VARS RETURN_GENERATOR TO_BOOL CONVERT_VALUE DELETE_NAME DELETE_FAST "
    "DELETE_GLOBAL GEN_START BEGIN_FINALLY WITH_CLEANUP_START WITH_CLEANUP GET_AWAITABLE SEND END_SEND RERAISE "
    "WITH_EXCEPT_START CHECK_EXC_MATCH JUMP_IF_NOT_EXC_MATCH".split()
)


def decompile(code: Code, version: Version, budget: Budget) -> tuple[str, Written]:
    """Write a module's code object as statements; the text, and the calls and gaps met."""
    whole = Written(version, budget)
    return "\n".join(Walk(code, whole, 0).run()), whole
