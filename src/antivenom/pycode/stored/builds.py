"""Instructions that build values and compute with them, as what they write."""

from __future__ import annotations

from typing import Callable

from antivenom.pycode.stored.opcodes import BINARY
from antivenom.pycode.stored.walk import Walk
from antivenom.pycode.stored.written import MOST_TEXT, NULL, UNKNOWN, Value, constant

_COMPARE = ("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not")


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
    walk.push("{" + ", ".join([f"{constant(key).text}: {value.text}" for key, value in zip(names, values)]) + "}")


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


def _branch(walk: Walk, at: int) -> None:
    walk.whole.branches = True


def _either(walk: Walk, at: int) -> None:
    """`and` and `or` of old: the first operand is said, the second stands for both."""
    walk.whole.branches = True
    walk.say(walk.pop())


def _drop(walk: Walk, at: int) -> None:
    walk.raw()


def _put(value: Value) -> Callable[[Walk, int], None]:
    return lambda walk, at: walk.stack.append(value)


RULES: dict[str, Callable[[Walk, int], None]] = {
    "LOAD_FAST_AND_CLEAR": _put(UNKNOWN),
    "LOAD_BUILD_CLASS": _put(Value("None", kind="build_class")),
    "LOAD_ASSERTION_ERROR": _put(Value("AssertionError")),
    "LOAD_LOCALS": _put(Value("locals()")),
    "STORE_MAP": _store_map,
    "DELETE_SUBSCR": lambda walk, at: (walk.raw(), walk.raw(), None)[2],
    "DELETE_ATTR": _drop,
    "POP_EXCEPT": _branch,
    "PUSH_NULL": _put(NULL),
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
    "PRINT_NEWLINE_TO": _drop,
    "PRINT_EXPR": lambda walk, at: walk.say(walk.pop()),
    "UNARY_CONVERT": lambda walk, at: walk.push(f"repr({walk.pop().text})"),
    "JUMP_IF_FALSE_OR_POP": _either,
    "JUMP_IF_TRUE_OR_POP": _either,
    "PUSH_EXC_INFO": _branch,
    "JUMP_BACKWARD": _branch,
    "SETUP_FINALLY": _branch,
    "SETUP_EXCEPT": _branch,
    "SETUP_LOOP": _branch,
}
