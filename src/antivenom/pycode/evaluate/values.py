"""Values of the abstract evaluation.

A known constant is itself: a str, bytes, int, float, bool, None, or a list, tuple, dict, set of values. All else is a
`Symbol`: something of the world outside (`Ref`), what a call gave (`Made`), a text with holes (`Text`), one of several
(`Choice`), a function or class of the program, or nothing known (`Unknown`).
"""

from __future__ import annotations

import ast
from typing import Any

from antivenom.pycode.facts import CLEAN, Fact, Taint


class Symbol:
    """A value that is not a constant; `taint` says which facts it came from."""

    __slots__ = ("taint",)

    def __init__(self, taint: Taint = CLEAN) -> None:
        self.taint = taint


class Unknown(Symbol):
    """Nothing is known but where it came from."""

    __slots__ = ()


NOTHING = Unknown()
"""Unknown, from nowhere."""


class Ref(Symbol):
    """A module, function, class or value outside the program, by its qualified name; builtins without a prefix."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.taint = CLEAN
        self.name = name

    def __repr__(self) -> str:
        return f"Ref({self.name})"


_REFS: dict[str, Ref] = {}
_MOST_REFS = 20_000


def ref(name: str) -> Ref:
    """The one Ref of a name."""
    found = _REFS.get(name)
    if found is None:
        found = Ref(name)
        if len(_REFS) < _MOST_REFS:
            _REFS[name] = found
    return found


class Made(Symbol):
    """What a call gave: `type` names what kind of thing it is for its methods, `fact` the call."""

    __slots__ = ("fact", "type", "value")

    def __init__(self, type: str, taint: Taint = CLEAN, fact: Fact | None = None, value: Any = None) -> None:
        self.taint = taint
        self.type = type
        self.fact = fact
        self.value = value

    def __repr__(self) -> str:
        return f"Made({self.type})"


class Bound(Symbol):
    """An attribute of a value: `owner.name`, to be called or looked into further."""

    __slots__ = ("name", "owner")

    def __init__(self, owner: Any, name: str) -> None:
        self.taint = owner.taint if isinstance(owner, Symbol) else CLEAN
        self.owner = owner
        self.name = name


class Text(Symbol):
    """A text of which parts are known: str pieces and symbols, in order."""

    __slots__ = ("parts",)

    def __init__(self, parts: list[Any], taint: Taint) -> None:
        self.taint = taint
        self.parts = parts

    def known(self, hole: str = "\N{HORIZONTAL ELLIPSIS}") -> str:
        """The text with its holes shown as `hole`."""
        return "".join(part if isinstance(part, str) else _word(part, hole) for part in self.parts)


class Choice(Symbol):
    """One of a few values: what a name holds after branches that were both followed."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[Any, ...]) -> None:
        self.values = values
        self.taint = taint_of(values)


MOST_CHOICES = 4


def choice(one: Any, other: Any) -> Any:
    """Either of two values, flattened and bounded."""
    values: list[Any] = []
    for value in (*alternatives(one), *alternatives(other)):
        if not any(value is seen or (type(value) is type(seen) and _equal(value, seen)) for seen in values):
            values.append(value)
    if len(values) == 1:
        return values[0]
    return Choice(tuple(values[:MOST_CHOICES]))


def _equal(one: Any, other: Any) -> bool:
    return isinstance(one, (str, bytes, int, float)) and bool(one == other)


def alternatives(value: Any) -> tuple[Any, ...]:
    """What a value may be: itself, or the members of a Choice."""
    return value.values if type(value) is Choice else (value,)


class Scope(Symbol):
    """A namespace as a value: globals(), vars(), __dict__; `names` is the dictionary itself."""

    __slots__ = ("names", "of")

    def __init__(self, names: dict[str, Any], of: Ref | None = None) -> None:
        self.taint = CLEAN
        self.names = names
        self.of = of


class Func(Symbol):
    """A function or lambda of the program with the namespaces it closes over and its evaluated defaults."""

    __slots__ = ("called", "defaults", "frames", "kw_defaults", "layer", "name", "node", "owner", "running")

    def __init__(self, node: Any, frames: tuple[dict[str, Any], ...], layer: int) -> None:
        self.taint = CLEAN
        self.node = node
        self.frames = frames
        self.layer = layer
        self.name: str = getattr(node, "name", "<lambda>")
        self.defaults: list[Any] = []
        self.kw_defaults: list[Any] = []
        self.called = 0
        self.running = 0
        self.owner: Class | None = None


class Class(Symbol):
    """A class of the program."""

    __slots__ = ("bases", "instance", "name", "names", "node")

    def __init__(self, node: ast.ClassDef, names: dict[str, Any], bases: list[Any]) -> None:
        self.taint = CLEAN
        self.node = node
        self.name = node.name
        self.names = names
        self.bases = bases
        self.instance: Instance | None = None

    def find(self, name: str, depth: int = 0) -> Any:
        """A member by name, looked up through the bases; None where there is none."""
        if name in self.names:
            return self.names[name]
        for base in self.bases:
            if isinstance(base, Class) and depth < 8:
                found = base.find(name, depth + 1)
                if found is not None:
                    return found
        return None


class Instance(Symbol):
    """An object of a class of the program. One per class: its attributes are those of any of them."""

    __slots__ = ("cls", "names")

    def __init__(self, cls: Class) -> None:
        self.taint = CLEAN
        self.cls = cls
        self.names: dict[str, Any] = {}


class Method(Symbol):
    """A function of the program bound to the first of its arguments."""

    __slots__ = ("func", "self_")

    def __init__(self, func: Any, self_: Any) -> None:
        self.taint = CLEAN
        self.func = func
        self.self_ = self_


class Partial(Symbol):
    """functools.partial and its kin: a callable with some of its arguments."""

    __slots__ = ("args", "func", "kwargs")

    def __init__(self, func: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self.taint = taint_of(args)
        self.func = func
        self.args = args
        self.kwargs = kwargs


class Cycle(Symbol):
    """itertools.cycle over known items."""

    __slots__ = ("items",)

    def __init__(self, items: list[Any]) -> None:
        self.taint = taint_of(items)
        self.items = items


class Iter(Symbol):
    """An iterator over known items; `at` is the next one."""

    __slots__ = ("at", "items")

    def __init__(self, items: list[Any]) -> None:
        self.taint = taint_of(items)
        self.items = items
        self.at = 0


_SCALARS = (str, bytes, int, float, bool, type(None), complex, bytearray, type(Ellipsis))
_MOST_LOOKED_AT = 64


def is_known(value: Any, depth: int = 0) -> bool:
    """Whether a value is constant all through."""
    kind = type(value)
    if kind in _SCALARS:
        return True
    if isinstance(value, Symbol) or depth > 6:
        return False
    if kind is dict:
        return all(is_known(item, depth + 1) for item in value.values())
    if kind in (list, tuple, set, frozenset):
        return all(type(item) in _SCALARS or is_known(item, depth + 1) for item in value)
    return False


def taint_of(value: Any, depth: int = 0) -> Taint:
    """What a value came from, looked up in the first members of containers too."""
    if isinstance(value, Symbol):
        return value.taint
    kind = type(value)
    if kind in _SCALARS or depth > 4:
        return CLEAN
    if kind is dict:
        value = value.values()
    elif kind not in (list, tuple, set, frozenset, map, type({}.values())):
        return CLEAN
    found: Taint = CLEAN
    for count, item in enumerate(value):
        if count >= _MOST_LOOKED_AT:
            break
        if type(item) in _SCALARS:
            continue
        more = taint_of(item, depth + 1)
        if more:
            found = found | more if found else more
    return found


def text_of(value: Any, hole: str = "\N{HORIZONTAL ELLIPSIS}") -> str | None:
    """A value as text for people and patterns, None where nothing of it is known."""
    kind = type(value)
    if kind is str:
        return str(value)
    if kind is bytes or kind is bytearray:
        return bytes(value).decode("utf-8", "backslashreplace")
    if kind is Text:
        return str(value.known(hole))
    if kind is Choice:
        for one in value.values:
            found = text_of(one, hole)
            if found is not None:
                return found
        return None
    if kind is int or kind is float:
        return str(value)
    if kind is Ref:
        return _WORDS.get(value.name)
    if kind is Made and value.value is not None:
        return text_of(value.value, hole)
    return None


def _word(part: Any, hole: str) -> str:
    return _WORDS.get(part.name, hole) if type(part) is Ref else hole


_WORDS = {"sys.executable": "python", "os.sep": "/", "os.devnull": "/dev/null"}
"""What some names stand for when they are part of a text."""
