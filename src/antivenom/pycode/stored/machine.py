"""The pickle machine without its powers: a symbolic stack and memo, nothing imported, called or built."""

from __future__ import annotations

from typing import Callable

from antivenom.pycode.budget import Budget
from antivenom.pycode.stored.objects import Damaged
from antivenom.pycode.stored.written import dotted, literal

_DEEPEST = 20
_MOST_NODES = 5_000
_RENAMED = {"__builtin__": "builtins", "exceptions": "builtins", "copy_reg": "copyreg", "cPickle": "pickle"}


class Node:
    """A value being built: a constant, a global, a call, or a container whose items may still grow."""

    __slots__ = ("items", "kind", "value")

    def __init__(self, kind: str, value: object = None, items: list[Node] | None = None) -> None:
        self.kind = kind
        self.value = value
        self.items = [] if items is None else items


MARK = Node("mark")
_BRACKETS = {"tuple": ("(", ")"), "list": ("[", "]"), "set": ("{", "}"), "dict": ("{", "}")}


class Machine:
    """The pickle machine without its powers."""

    def __init__(self, data: bytes, budget: Budget, opcodes: dict[str, Callable[[Machine], None]]) -> None:
        self.data = data
        self.opcodes = opcodes
        self.budget = budget
        self.at = 0
        self.protocol = 0
        self.stack: list[Node] = []
        self.memo: dict[int, Node] = {}
        self.globals: dict[str, None] = {}
        self.constants: dict[object, None] = {}
        self.calls: list[tuple[str, tuple[object, ...]]] = []
        self.lines: list[str] = []
        self.notes: list[str] = []
        self.nodes = 0

    def run(self) -> bool:
        """Walk the opcodes; whether STOP was reached."""
        while True:
            self.budget.step()
            code = chr(self.take(1)[0])
            if code == ".":
                return True
            rule = self.opcodes.get(code)
            if rule is None:
                raise Damaged
            rule(self)

    def take(self, count: int) -> bytes:
        """Give the next bytes."""
        end = self.at + count
        if count < 0 or end > len(self.data):
            raise Damaged
        taken = self.data[self.at : end]
        self.at = end
        return taken

    def line(self) -> bytes:
        """Give the rest of a line."""
        end = self.data.find(b"\n", self.at)
        if end < 0:
            raise Damaged
        taken = self.data[self.at : end]
        self.at = end + 1
        return taken

    def number(self, size: int) -> int:
        """Give an unsigned little-endian number."""
        return int.from_bytes(self.take(size), "little")

    def push(self, value: object) -> None:
        """Put a constant on the stack; texts and bytes are noted."""
        if isinstance(value, (str, bytes)):
            self.constants[value] = None
        self.stack.append(Node("const", value))

    def pop(self) -> Node:
        """Take the top of the stack."""
        if not self.stack:
            raise Damaged
        return self.stack.pop()

    def top(self) -> Node:
        """Look at the top of the stack."""
        if not self.stack:
            raise Damaged
        return self.stack[-1]

    def marked(self) -> list[Node]:
        """Take everything above the last mark, and the mark."""
        at = len(self.stack) - 1
        while at >= 0 and self.stack[at] is not MARK:
            at -= 1
        if at < 0:
            raise Damaged
        taken = self.stack[at + 1 :]
        self.budget.step(len(taken))
        del self.stack[at:]
        return taken

    def find(self, module: str, name: str) -> None:
        """Put a global on the stack."""
        module = _RENAMED.get(module, module)
        qualified = f"{module}.{name}"
        if qualified not in self.globals:
            self.globals[qualified] = None
            self.lines.append(f"import {dotted(module)}")
        self.stack.append(Node("global", qualified))

    def call(self, function: Node, arguments: list[Node]) -> None:
        """Put the result of a call on the stack."""
        name = str(function.value) if function.kind in ("global", "call") else "?"
        self.nodes = 0
        self.calls.append((name, tuple([self.plain(node, 0) for node in arguments])))
        made = f"_result{len(self.calls)}"
        callee = dotted(name) if function.kind in ("global", "call") else "None"
        self.lines.append(f"{made} = {callee}({', '.join([self.text(node, 0) for node in arguments])})")
        self.budget.take(len(self.lines[-1]))
        self.stack.append(Node("call", made))

    def plain(self, node: Node, depth: int) -> object:
        """Give a node as a constant: globals as their names, `...` for what is none."""
        self.nodes += 1
        if depth > _DEEPEST or self.nodes > _MOST_NODES:
            return ...
        if node.kind in ("const", "global"):
            return node.value
        if node.kind in _BRACKETS:
            return tuple([self.plain(item, depth + 1) for item in node.items])
        return ...

    def text(self, node: Node, depth: int) -> str:
        """Give a node as an expression."""
        self.nodes += 1
        if depth > _DEEPEST or self.nodes > _MOST_NODES:
            return "None"
        if node.kind == "const":
            return literal(node.value)
        if node.kind in ("global", "call"):
            return dotted(str(node.value))
        if node.kind not in _BRACKETS:
            return "None"
        parts = [self.text(item, depth + 1) for item in node.items]
        opening, closing = _BRACKETS[node.kind]
        if node.kind == "dict":
            parts = [f"{parts[at]}: {parts[at + 1]}" for at in range(0, len(parts) - 1, 2)]
        if node.kind == "set" and not parts:
            return "set()"
        return opening + ", ".join(parts) + ("," if node.kind == "tuple" and len(parts) == 1 else "") + closing
