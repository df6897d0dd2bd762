"""The walk over one code object's instructions: the symbolic stack, and the statements so far."""

from __future__ import annotations

from typing import Callable

from antivenom.pycode.budget import Budget
from antivenom.pycode.stored.objects import Code
from antivenom.pycode.stored.opcodes import NAMED_BINARY, UNARY, Targets, Version, instructions
from antivenom.pycode.stored.written import MOST_TEXT, NULL, UNKNOWN, Value, dotted, identifier, is_dotted

_DEEPEST = 12
_ENDS_WAY = frozenset(
    ("JUMP_FORWARD", "JUMP_ABSOLUTE", "JUMP_BACKWARD", "RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS")
)
_JUMPS = frozenset(("POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE"))
_NOTHING = frozenset(
    "NOP CACHE RESUME PRECALL JUMP_FORWARD JUMP_ABSOLUTE POP_BLOCK END_FINALLY BREAK_LOOP CONTINUE_LOOP PRINT_NEWLINE "
    "SETUP_ANNOTATIONS MAKE_CELL COPY_FREE_VARS RETURN_GENERATOR TO_BOOL CONVERT_VALUE DELETE_NAME DELETE_FAST "
    "DELETE_GLOBAL GEN_START BEGIN_FINALLY WITH_CLEANUP_START WITH_CLEANUP GET_AWAITABLE SEND END_SEND RERAISE "
    "WITH_EXCEPT_START CHECK_EXC_MATCH JUMP_IF_NOT_EXC_MATCH".split()
)


class Written:
    """What the code objects of one stored program were written as; shared by the functions inside it."""

    def __init__(self, version: Version, budget: Budget, rules: dict[str, Callable[[Walk, int], None]]) -> None:
        self.version = version
        self.budget = budget
        self.rules = rules
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
        rule = self.whole.rules.get(name)
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
        return UNKNOWN if value.kind in ("code", "null", "build_class", "package") else value

    def say(self, value: Value) -> None:
        """Write an expression statement when it does something."""
        value = self.expression(value)
        if value.kind == "" and value.const is ... and "(" in value.text and not value.text.startswith("iter("):
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
        if plain and value.kind == "unknown":
            return
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
        positional = [self.expression(value) for value in positional]
        if function.kind == "function" and self.whole.version.name == "2.7" and not positional:
            self.stack.append(Value("", kind="called", extra=function))
            return
        function = self.expression(function)
        if function.text == "None":
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
        """Call what lies below the arguments: a callable and NULL, or a callable and its first argument."""
        one, two = self.raw(), self.raw()
        if one is not NULL and two is not NULL and two is not UNKNOWN:
            self.call(two, [self.expression(one), *positional], named)
        else:
            self.call(two if one is NULL else one, positional, named)
