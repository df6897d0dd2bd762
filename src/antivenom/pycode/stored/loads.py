"""Instructions that load, store and import, as what they write."""

from __future__ import annotations

from typing import Callable

from antivenom.pycode.stored.objects import Code
from antivenom.pycode.stored.walk import Walk
from antivenom.pycode.stored.written import NULL, UNKNOWN, Value, constant, dotted, identifier, old_text


def _name(walk: Walk, names: tuple[str, ...], at: int) -> str:
    if not 0 <= at < len(names):
        return "_unknown"
    return names[at] if names[at] in ("None", "True", "False") else identifier(names[at])


def const_at(walk: Walk, at: int) -> object:
    """Give a constant of the code object, `...` where it has none."""
    return walk.code.consts[at] if 0 <= at < len(walk.code.consts) else ...


def load_const(walk: Walk, at: int) -> None:
    """Put a constant on the stack; code objects wait there for MAKE_FUNCTION."""
    value = const_at(walk, at)
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


def import_star(walk: Walk, at: int) -> None:
    """Write `from module import *`."""
    origin = walk.raw()
    if origin.kind in ("module", "package"):
        walk.lines.append(f"from {origin.text or '.'} import *")


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


def _fast_fast(walk: Walk, at: int) -> None:
    _load_fast(walk, at >> 4)
    _load_fast(walk, at & 15)


def _store_fast_load_fast(walk: Walk, at: int) -> None:
    _store_fast(walk, at >> 4)
    _load_fast(walk, at & 15)


def _store_fast_store_fast(walk: Walk, at: int) -> None:
    _store_fast(walk, at >> 4)
    _store_fast(walk, at & 15)


RULES: dict[str, Callable[[Walk, int], None]] = {
    "LOAD_CONST": load_const,
    "LOAD_NAME": _load_name,
    "LOAD_GLOBAL": _load_global,
    "LOAD_ATTR": _load_attr,
    "LOAD_METHOD": _load_method,
    "LOAD_FAST": _load_fast,
    "LOAD_FAST_CHECK": _load_fast,
    "LOAD_FAST_LOAD_FAST": _fast_fast,
    "LOAD_DEREF": _load_cell,
    "LOAD_CLASSDEREF": _load_cell,
    "LOAD_CLOSURE": _load_cell,
    "STORE_NAME": _store_name,
    "STORE_GLOBAL": _store_name,
    "STORE_FAST": _store_fast,
    "STORE_DEREF": _store_cell,
    "STORE_FAST_LOAD_FAST": _store_fast_load_fast,
    "STORE_FAST_STORE_FAST": _store_fast_store_fast,
    "STORE_ATTR": _store_attr,
    "STORE_SUBSCR": _store_subscript,
    "STORE_SLICE": _store_slice,
    "IMPORT_NAME": _import_name,
    "IMPORT_FROM": _import_from,
    "IMPORT_STAR": import_star,
    "UNPACK_SEQUENCE": _unpack,
}
