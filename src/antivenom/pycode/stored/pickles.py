"""Pickles of protocols 0 to 5: what each opcode does to the machine, as rows."""

from __future__ import annotations

import struct
from typing import Callable

from antivenom.pycode.budget import Budget
from antivenom.pycode.stored.machine import MARK, Machine, Node
from antivenom.pycode.stored.objects import Damaged, Stored
from antivenom.pycode.stored.written import dotted


def read_pickle(data: bytes, budget: Budget) -> Stored | None:
    """Read a pickle of any protocol; None when the data is no pickle."""
    if not data or (chr(data[0]) not in _OPCODES and data[:1] != b"."):
        return None
    machine = Machine(bytes(data), budget, _OPCODES)
    try:
        machine.run()
    except (Damaged, ValueError, OverflowError):
        if not machine.globals:
            return None
        machine.notes.append("the pickle ends early or is damaged; what was read until then")
    else:
        if not machine.protocol and machine.at != len(data) and not machine.globals:
            return None
        if not machine.protocol and not machine.globals and not machine.constants:
            return None
    strings = tuple([value for value in machine.constants if isinstance(value, str)])
    blobs = tuple([value for value in machine.constants if isinstance(value, bytes)])
    source = "\n".join(machine.lines) if machine.lines else None
    return Stored(
        "pickle",
        tuple(machine.globals),
        strings,
        blobs,
        tuple(machine.calls),
        tuple(dict.fromkeys(machine.notes)),
        source,
        f"protocol {machine.protocol}",
    )


def _proto(machine: Machine) -> None:
    machine.protocol = machine.take(1)[0]
    if machine.protocol > 5:
        raise Damaged


def _text_of(machine: Machine) -> str:
    node = machine.pop()
    if not isinstance(node.value, str):
        raise Damaged
    return node.value


def _stack_global(machine: Machine) -> None:
    name, module = _text_of(machine), _text_of(machine)
    machine.find(module, name)


def _global(machine: Machine) -> None:
    module, name = machine.line().decode("utf-8"), machine.line().decode("utf-8")
    machine.find(module, name)


def _inst(machine: Machine) -> None:
    _global(machine)
    function = machine.pop()
    machine.call(function, machine.marked())


def _obj(machine: Machine) -> None:
    taken = machine.marked()
    if not taken:
        raise Damaged
    machine.call(taken[0], taken[1:])


def _reduce(machine: Machine) -> None:
    arguments, function = machine.pop(), machine.pop()
    machine.call(function, _items(arguments))


def _items(node: Node) -> list[Node]:
    if node.kind == "tuple":
        return node.items
    return [] if node.value == () else [node]


def _newobj_ex(machine: Machine) -> None:
    machine.pop()
    _reduce(machine)


def _build(machine: Machine) -> None:
    """BUILD calls __setstate__, or updates __dict__: noted, since it can run code of the class."""
    state, owner = machine.pop(), machine.top()
    if owner.kind in ("call", "global"):
        machine.nodes = 0
        machine.calls.append((f"{owner.value}.__setstate__", (machine.plain(state, 0),)))
        machine.lines.append(f"{dotted(str(owner.value))}.__setstate__({machine.text(state, 0)})")
        machine.budget.take(len(machine.lines[-1]))


def _extension(size: int) -> Callable[[Machine], None]:
    def extension(machine: Machine) -> None:
        machine.notes.append("globals by number, from the extension registry")
        machine.find("copyreg", f"_extension_{machine.number(size)}")

    return extension


def _persistent(machine: Machine) -> None:
    machine.line()
    machine.stack.append(Node("persistent"))


def _persistent_on_stack(machine: Machine) -> None:
    machine.pop()
    machine.stack.append(Node("persistent"))


def _empty(kind: str) -> Callable[[Machine], None]:
    return lambda machine: machine.stack.append(Node(kind))


def _tuple(count: int) -> Callable[[Machine], None]:
    def make(machine: Machine) -> None:
        taken = [machine.pop() for _ in range(count)][::-1]
        machine.stack.append(Node("tuple", None, taken))

    return make


def _marked_as(kind: str) -> Callable[[Machine], None]:
    return lambda machine: machine.stack.append(Node(kind, None, machine.marked()))


def _append(machine: Machine) -> None:
    item = machine.pop()
    machine.top().items.append(item)


def _appends(machine: Machine) -> None:
    items = machine.marked()
    machine.top().items.extend(items)


def _setitem(machine: Machine) -> None:
    value, key = machine.pop(), machine.pop()
    machine.top().items.extend((key, value))


def _put(place: Callable[[Machine], int]) -> Callable[[Machine], None]:
    def put(machine: Machine) -> None:
        machine.memo[place(machine)] = machine.top()

    return put


def _get(place: Callable[[Machine], int]) -> Callable[[Machine], None]:
    def get(machine: Machine) -> None:
        node = machine.memo.get(place(machine))
        if node is None:
            raise Damaged
        machine.stack.append(node)

    return get


def _line_number(machine: Machine) -> int:
    digits = machine.line()
    if len(digits) > 20:
        raise Damaged
    return int(digits)


def _quoted(machine: Machine) -> None:
    """STRING of protocol 0: a Python 2 str written as repr."""
    text = machine.line().strip()
    if len(text) < 2 or text[:1] not in b"'\"" or text[-1:] != text[:1]:
        raise Damaged
    machine.push(_unescaped(text[1:-1]))


def _unescaped(text: bytes) -> str:
    if b"\\" not in text:
        return text.decode("latin-1")
    return text.decode("latin-1").encode("latin-1").decode("unicode_escape")


def _line_integer(machine: Machine) -> None:
    text = machine.line()
    if text in (b"00", b"01"):
        machine.push(text == b"01")
        return
    digits = text.rstrip(b"L")
    if len(digits) > 4000:
        machine.push(None)
        return
    machine.push(int(digits))


def _long(size: int) -> Callable[[Machine], None]:
    def long(machine: Machine) -> None:
        digits = machine.take(machine.number(size))
        machine.push(int.from_bytes(digits, "little", signed=True) if len(digits) < 8_000 else None)

    return long


def _signed(machine: Machine) -> None:
    machine.push(int.from_bytes(machine.take(4), "little", signed=True))


def _unicode(size: int) -> Callable[[Machine], None]:
    return lambda machine: machine.push(machine.take(machine.number(size)).decode("utf-8", "replace"))


def _bytes(size: int) -> Callable[[Machine], None]:
    return lambda machine: machine.push(machine.take(machine.number(size)))


def _old_string(size: int) -> Callable[[Machine], None]:
    """A Python 2 str: text for those that asked for it, which attackers' strings mostly are."""
    return lambda machine: machine.push(machine.take(machine.number(size)).decode("latin-1"))


def _single(value: object) -> Callable[[Machine], None]:
    return lambda machine: machine.push(value)


_OPCODES: dict[str, Callable[[Machine], None]] = {
    "\x80": _proto,
    "\x95": lambda machine: (machine.take(8), None)[1],
    "(": lambda machine: machine.stack.append(MARK),
    "0": lambda machine: (machine.pop(), None)[1],
    "1": lambda machine: (machine.marked(), None)[1],
    "2": lambda machine: machine.stack.append(machine.top()),
    "N": _single(None),
    "\x88": _single(True),
    "\x89": _single(False),
    "I": _line_integer,
    "L": _line_integer,
    "J": _signed,
    "K": lambda machine: machine.push(machine.number(1)),
    "M": lambda machine: machine.push(machine.number(2)),
    "\x8a": _long(1),
    "\x8b": _long(4),
    "F": lambda machine: machine.push(float(machine.line()[:100])),
    "G": lambda machine: machine.push(struct.unpack(">d", machine.take(8))[0]),
    "S": _quoted,
    "T": _old_string(4),
    "U": _old_string(1),
    "V": lambda machine: machine.push(machine.line().decode("raw_unicode_escape")),
    "X": _unicode(4),
    "\x8c": _unicode(1),
    "\x8d": _unicode(8),
    "B": _bytes(4),
    "C": _bytes(1),
    "\x8e": _bytes(8),
    "\x96": _bytes(8),
    "\x97": lambda machine: machine.stack.append(Node("persistent")),
    "\x98": lambda machine: None,
    ")": _empty("tuple"),
    "]": _empty("list"),
    "}": _empty("dict"),
    "\x8f": _empty("set"),
    "t": _marked_as("tuple"),
    "l": _marked_as("list"),
    "d": _marked_as("dict"),
    "\x91": _marked_as("set"),
    "\x85": _tuple(1),
    "\x86": _tuple(2),
    "\x87": _tuple(3),
    "a": _append,
    "e": _appends,
    "\x90": _appends,
    "s": _setitem,
    "u": _appends,
    "p": _put(_line_number),
    "q": _put(lambda machine: machine.number(1)),
    "r": _put(lambda machine: machine.number(4)),
    "\x94": _put(lambda machine: len(machine.memo)),
    "g": _get(_line_number),
    "h": _get(lambda machine: machine.number(1)),
    "j": _get(lambda machine: machine.number(4)),
    "c": _global,
    "\x93": _stack_global,
    "R": _reduce,
    "i": _inst,
    "o": _obj,
    "\x81": _reduce,
    "\x92": _newobj_ex,
    "b": _build,
    "P": _persistent,
    "Q": _persistent_on_stack,
    "\x82": _extension(1),
    "\x83": _extension(2),
    "\x84": _extension(4),
}
