"""Functions, methods and operators that only compute: what they give for constants, with a bound on how much."""

from __future__ import annotations

import ast
import binascii
import functools
import ipaddress
import itertools
import math
import operator
import posixpath
import re
import string
import struct
import zlib
from collections.abc import Callable
from typing import Any
from urllib import parse

from antivenom.pycode.budget import Budget
from antivenom.pycode.evaluate.values import Choice, Cycle, Iter, Symbol, is_known

MOST_ITEMS = 200_000
"""Items of one sequence, characters of one repetition."""

_MOST_BITS = 40_000
_WIDTH = re.compile(r"\d{5,}")


class Refused(Exception):
    """Not computed: too big, of the wrong kind, or an error in Python too."""


_Errors = (
    ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, LookupError, RecursionError,
    MemoryError, struct.error, re.error, UnicodeError, binascii.Error, StopIteration,
)  # fmt: skip


def _range(*args: Any) -> list[int]:
    made = range(*args)
    if len(made) > MOST_ITEMS:
        raise Refused
    return list(made)


def items_of(value: Any) -> list[Any] | None:
    """The items a known sequence gives when iterated; None when they are not known."""
    kind = type(value)
    if kind is list:
        return value  # type: ignore[no-any-return]
    if kind in (tuple, str, bytes, bytearray, dict, set, frozenset):
        return sorted(value, key=repr) if kind in (set, frozenset) else list(value)
    if kind is Iter:
        return value.items[value.at :]  # type: ignore[no-any-return]
    if kind is Choice:
        return next((items for items in map(items_of, value.values) if items is not None), None)
    return None


def _need(value: Any) -> list[Any]:
    items = items_of(value)
    if items is None or len(items) > MOST_ITEMS:
        raise Refused
    return items


def _zip(*sequences: Any, strict: Any = False) -> list[Any]:
    finite = [len(_need(s)) for s in sequences if type(s) is not Cycle]
    if not finite:
        raise Refused
    short = min(finite)
    columns = [
        list(itertools.islice(itertools.cycle(s.items), short)) if type(s) is Cycle else _need(s)[:short]
        for s in sequences
    ]
    return list(zip(*columns))


def _int(value: Any = 0, base: Any = None) -> int:
    if isinstance(value, (str, bytes, bytearray)):
        if len(value) > 4000:
            raise Refused
        return int(value, 10 if base is None else base)
    return int(value)


def _bytes_of(*args: Any) -> bytes:
    if not args:
        return b""
    if isinstance(args[0], int):
        if args[0] > MOST_ITEMS:
            raise Refused
        return bytes(args[0])
    if isinstance(args[0], str):
        return args[0].encode(*args[1:2]) if len(args) > 1 else args[0].encode("latin-1")
    return bytes(args[0]) if isinstance(args[0], (bytes, bytearray)) else bytes(_need(args[0]))


def _str_of(value: Any = "", encoding: Any = None, errors: Any = "replace") -> str:
    if encoding is not None and isinstance(value, (bytes, bytearray)):
        return bytes(value).decode(str(encoding), "replace")
    if isinstance(value, int) and value.bit_length() > 14_000:
        raise Refused
    return str(value)


def _sorted(value: Any, key: Any = None, reverse: Any = False) -> list[Any]:
    if key is not None:
        raise Refused
    return sorted(_need(value), reverse=bool(reverse))


def _sum(value: Any, start: Any = 0) -> Any:
    items = _need(value)
    if any(isinstance(item, Symbol) for item in items):
        raise Refused
    if isinstance(start, list) or (items and isinstance(items[0], (list, tuple))):
        return list(itertools.islice(itertools.chain.from_iterable(items), MOST_ITEMS))
    return sum(items, start)


def _pow(base: Any, power: Any, modulus: Any = None) -> Any:
    if modulus is not None:
        return pow(base, power, modulus)
    return power_of(base, power)


def power_of(base: Any, power: Any) -> Any:
    """base ** power, refused where it would be a huge number."""
    if isinstance(base, int) and isinstance(power, int) and base.bit_length() * abs(power) > _MOST_BITS:
        raise Refused
    return base**power


def repeat(one: Any, other: Any) -> Any:
    """one * other, refused where it would be a huge sequence or number."""
    for many, count in ((one, other), (other, one)):
        if isinstance(count, int) and isinstance(many, (str, bytes, bytearray, list, tuple)):
            if len(many) * count > MOST_ITEMS:
                raise Refused
            return many * count
    if isinstance(one, int) and isinstance(other, int) and one.bit_length() + other.bit_length() > _MOST_BITS:
        raise Refused
    return one * other


def _shift(one: Any, other: Any) -> Any:
    if isinstance(other, int) and other > _MOST_BITS:
        raise Refused
    return one << other


def add(one: Any, other: Any) -> Any:
    """one + other, as Python 2 too: text and bytes join."""
    if isinstance(one, (str, bytes, bytearray)) and isinstance(other, (str, bytes, bytearray)):
        if len(one) + len(other) > 2_000_000:
            raise Refused
        if isinstance(one, str) and not isinstance(other, str):
            return one + bytes(other).decode("latin-1")
        if isinstance(other, str) and not isinstance(one, str):
            return bytes(one).decode("latin-1") + other
    elif isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) + len(other) > MOST_ITEMS:
        raise Refused
    return one + other


def modulo(one: Any, other: Any) -> Any:
    """one % other: arithmetic, or text formatting without wide fields."""
    if isinstance(one, (str, bytes)):
        shown = one if isinstance(one, str) else one.decode("latin-1")
        if _WIDTH.search(shown) or "*" in shown or len(shown) > MOST_ITEMS:
            raise Refused
    return one % other


OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: add,
    ast.Sub: operator.sub,
    ast.Mult: repeat,
    ast.Mod: modulo,
    ast.Pow: power_of,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.BitXor: operator.xor,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.LShift: _shift,
    ast.RShift: operator.rshift,
}
"""Binary operators on constants."""

COMPARISONS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: lambda a, b: a is b or (a == b and isinstance(a, (int, str))),
    ast.IsNot: lambda a, b: not (a is b or (a == b and isinstance(a, (int, str)))),
    ast.In: lambda a, b: a in b,
    ast.NotIn: lambda a, b: a not in b,
}
"""Comparisons on constants."""


def _format_spec(value: Any, spec: Any = "") -> str:
    if _WIDTH.search(spec):
        raise Refused
    return format(value, spec)


def _struct_pack(form: Any, *values: Any) -> bytes:
    if _WIDTH.search(_str_of(form, "latin-1") if isinstance(form, bytes) else str(form)):
        raise Refused
    return struct.pack(form, *values)


def _sub(pattern: Any, new: Any, text: Any, count: Any = 0, flags: Any = 0) -> Any:
    """re.sub with plain patterns only: a pattern that can run away is refused."""
    if not isinstance(new, (str, bytes)) or len(text) > 20_000 or not _tame(pattern):
        raise Refused
    return re.sub(pattern, new, text, count=count, flags=flags)


def _findall(pattern: Any, text: Any, flags: Any = 0) -> list[Any]:
    if len(text) > 20_000 or not _tame(pattern):
        raise Refused
    return re.findall(pattern, text, flags)


def _split(pattern: Any, text: Any, maxsplit: Any = 0, flags: Any = 0) -> list[Any]:
    if len(text) > 20_000 or not _tame(pattern):
        raise Refused
    return re.split(pattern, text, maxsplit=maxsplit, flags=flags)


def _tame(pattern: Any) -> bool:
    """A pattern that cannot backtrack without end: short, with at most one repetition and no group under one."""
    shown = pattern if isinstance(pattern, str) else bytes(pattern).decode("latin-1")
    return len(shown) < 100 and sum(shown.count(sign) for sign in "*+{") <= 1 and ")*" not in shown


def _fromkeys(keys: Any, value: Any = None) -> dict[Any, Any]:
    return dict.fromkeys(_need(keys), value)


def _dict(*args: Any, **kwargs: Any) -> dict[Any, Any]:
    if not args:
        return dict(kwargs)
    first = args[0]
    return {**(first if isinstance(first, dict) else dict(_need(first))), **kwargs}


def _join_path(*parts: Any) -> str:
    return functools.reduce(posixpath.join, [str(part) for part in parts])


def _ip(value: Any) -> str:
    return str(ipaddress.ip_address(value))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "all": lambda value: all(_need(value)),
    "any": lambda value: any(_need(value)),
    "ascii": ascii,
    "bin": bin,
    "bool": bool,
    "bytearray": lambda *a: bytearray(_bytes_of(*a)),
    "bytes": _bytes_of,
    "chr": lambda code: chr(code) if not isinstance(code, (str, bytes)) else chr(int(code)),
    "dict": _dict,
    "divmod": divmod,
    "enumerate": lambda value, start=0: list(enumerate(_need(value), start)),
    "filter": lambda function, value: [item for item in _need(value) if item] if function is None else _refuse(),
    "float": float,
    "format": _format_spec,
    "frozenset": lambda *a: frozenset(_need(a[0])) if a else frozenset(),
    "hex": hex,
    "int": _int,
    "iter": lambda value: Iter(list(_need(value))),
    "len": lambda value: len(value) if not isinstance(value, Symbol) else _refuse(),
    "list": lambda *a: list(_need(a[0])) if a else [],
    "max": lambda *a, **k: max(*a) if len(a) > 1 else max(_need(a[0])),
    "memoryview": bytes,
    "min": lambda *a, **k: min(*a) if len(a) > 1 else min(_need(a[0])),
    "oct": oct,
    "ord": lambda value: ord(value) if not isinstance(value, int) else value,
    "pow": _pow,
    "range": _range,
    "repr": lambda value: repr(value)[:MOST_ITEMS],
    "reversed": lambda value: list(reversed(_need(value))),
    "round": round,
    "set": lambda *a: set(_need(a[0])) if a else set(),
    "slice": slice,
    "sorted": _sorted,
    "str": _str_of,
    "sum": _sum,
    "tuple": lambda *a: tuple(_need(a[0])) if a else (),
    "zip": _zip,
    "ast.literal_eval": lambda text: (
        ast.literal_eval(text) if len(text) < 5_000 and text.count("(") < 50 else _refuse()
    ),
    "base64.b64encode": lambda data, *_: binascii.b2a_base64(data.encode() if isinstance(data, str) else data)[:-1],
    "binascii.hexlify": lambda data, *_: binascii.hexlify(bytes(data)),
    "binascii.b2a_hex": lambda data, *_: binascii.hexlify(bytes(data)),
    "binascii.crc32": zlib.crc32,
    "bytes.maketrans": bytes.maketrans,
    "str.maketrans": str.maketrans,
    "string.maketrans": str.maketrans,
    "dict.fromkeys": _fromkeys,
    "codecs.BOM_UTF8": lambda: b"",
    "int.from_bytes": lambda data, byteorder="big", signed=False: int.from_bytes(data[:4000], byteorder, signed=signed),
    "int.to_bytes": lambda number, length=1, byteorder="big", signed=False: (
        number.to_bytes(length, byteorder, signed=signed) if length <= MOST_ITEMS else _refuse()
    ),
    "itertools.chain": lambda *a: list(itertools.chain.from_iterable(_need(one) for one in a)),
    "itertools.chain.from_iterable": lambda value: list(
        itertools.chain.from_iterable(_need(one) for one in _need(value))
    ),
    "itertools.cycle": lambda value: Cycle(list(_need(value))),
    "itertools.islice": lambda value, *a: list(itertools.islice(_need(value), *a)),
    "itertools.repeat": lambda value, times: [value] * min(times, MOST_ITEMS),
    "itertools.zip_longest": lambda *a, **k: list(itertools.zip_longest(*[_need(one) for one in a], **k)),
    "ipaddress.ip_address": _ip,
    "ipaddress.IPv4Address": _ip,
    "socket.inet_ntoa": lambda data: str(ipaddress.IPv4Address(bytes(data))),
    "socket.inet_aton": lambda text: ipaddress.IPv4Address(text).packed,
    "math.floor": math.floor,
    "math.ceil": math.ceil,
    "math.sqrt": math.sqrt,
    "math.log": math.log,
    "operator.add": add,
    "operator.xor": operator.xor,
    "operator.concat": add,
    "operator.mul": repeat,
    "operator.sub": operator.sub,
    "operator.getitem": operator.getitem,
    "operator.mod": modulo,
    "os.path.join": _join_path,
    "os.path.basename": posixpath.basename,
    "os.path.dirname": posixpath.dirname,
    "os.path.normpath": posixpath.normpath,
    "posixpath.join": _join_path,
    "ntpath.join": lambda *a: "\\".join(str(part).rstrip("\\") for part in a),
    "os.fsdecode": lambda data: data if isinstance(data, str) else bytes(data).decode("utf-8", "surrogateescape"),
    "os.fsencode": lambda data: data.encode("utf-8", "surrogateescape") if isinstance(data, str) else bytes(data),
    "re.escape": re.escape,
    "re.findall": _findall,
    "re.split": _split,
    "re.sub": _sub,
    "shlex.quote": lambda text: text,
    "string.capwords": string.capwords,
    "struct.pack": _struct_pack,
    "struct.unpack": struct.unpack,
    "struct.calcsize": struct.calcsize,
    "textwrap.dedent": lambda text: text,
    "urllib.parse.quote": parse.quote,
    "urllib.parse.quote_plus": parse.quote_plus,
    "urllib.parse.urljoin": parse.urljoin,
    "urllib.parse.urlencode": lambda value, *_, **__: parse.urlencode(value),
    "zlib.crc32": zlib.crc32,
    "zlib.adler32": zlib.adler32,
}
"""Qualified name -> what the function gives for constants. Adding one is a row."""


def _refuse() -> Any:
    raise Refused


CONSTANTS: dict[str, Any] = {
    "string.ascii_letters": string.ascii_letters,
    "string.ascii_lowercase": string.ascii_lowercase,
    "string.ascii_uppercase": string.ascii_uppercase,
    "string.digits": string.digits,
    "string.hexdigits": string.hexdigits,
    "string.octdigits": string.octdigits,
    "string.punctuation": string.punctuation,
    "string.printable": string.printable,
    "string.whitespace": string.whitespace,
    "string.letters": string.ascii_letters,
    "string.lowercase": string.ascii_lowercase,
    "string.uppercase": string.ascii_uppercase,
    "os.sep": "/",
    "os.linesep": "\n",
    "os.pathsep": ":",
    "zlib.MAX_WBITS": 15,
    "math.pi": math.pi,
    "math.e": math.e,
    "signal.SIGKILL": 9,
    "signal.SIGTERM": 15,
    "signal.SIGINT": 2,
    "socket.AF_UNIX": 1,
    "socket.AF_INET": 2,
    "socket.AF_INET6": 10,
    "socket.SOCK_STREAM": 1,
    "socket.SOCK_DGRAM": 2,
    "socket.SOCK_RAW": 3,
    "socket.AF_PACKET": 17,
    "None": None,
}
"""Values of the standard library that programs build texts from, and numbers rules look for."""

_STR = (
    "capitalize casefold count decode encode endswith find format format_map index isalnum isalpha isdigit islower "
    "isnumeric isspace isupper join lower lstrip partition removeprefix removesuffix replace rfind rindex rpartition "
    "rsplit rstrip split splitlines startswith strip swapcase title translate upper maketrans isidentifier isascii"
)
METHODS: dict[type, frozenset[str]] = {
    str: frozenset(_STR.split()),
    bytes: frozenset((_STR + " hex fromhex").split()) - {"format", "format_map", "encode"},
    bytearray: frozenset((_STR + " hex fromhex append extend reverse pop").split())
    - {"format", "format_map", "encode"},
    int: frozenset(["to_bytes", "bit_length", "from_bytes"]),
    list: frozenset("append extend insert pop reverse index count copy remove clear sort".split()),
    dict: frozenset("get keys values items copy pop update setdefault clear".split()),
    tuple: frozenset(["index", "count"]),
    set: frozenset("add update discard remove union copy pop".split()),
    frozenset: frozenset(["union", "copy"]),
    float: frozenset(["hex", "is_integer"]),
}
"""The methods of constants that may be called, by type; none of them grows what it works on without bound."""

_MUTATING = frozenset("append extend insert pop reverse remove clear sort update setdefault add discard".split())


def method(budget: Budget, value: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a method of a constant gives; Refused where it is not known."""
    kind = type(value)
    if name not in METHODS.get(kind, ()):
        raise Refused
    try:
        if kind in (list, dict, set):
            return _container(budget, value, name, args, kwargs)
        return _text_method(budget, value, name, args, kwargs)
    except _Errors:
        raise Refused from None


def _container(budget: Budget, value: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if name in ("keys", "values", "items"):
        return list(getattr(value, name)())
    if name == "extend" and type(value) is list:
        more = _need(args[0])
        budget.take(len(more))
        value.extend(more[:MOST_ITEMS])
        return None
    if len(value) > MOST_ITEMS and name in _MUTATING:
        raise Refused
    if name == "sort":
        if kwargs.get("key") is not None:
            raise Refused
        value.sort(reverse=bool(kwargs.get("reverse")))
        return None
    if name == "update":
        value.update(*[dict(_need(a)) if type(a) is list else a for a in args], **kwargs)
        return None
    return getattr(value, name)(*args, **kwargs)


def _text_method(budget: Budget, value: Any, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if isinstance(value, (str, bytes, bytearray)):
        budget.take(len(value))
        if name == "join":
            return _join(budget, value, args)
        if name in ("format", "format_map"):
            return _format(str(value), args, kwargs)
        if name == "replace" and len(value) * (1 + len(args[1])) > 4_000_000:
            raise Refused
        if name == "translate" and args and isinstance(args[0], dict) and _grows(args[0]):
            raise Refused
    if name == "to_bytes":
        return FUNCTIONS["int.to_bytes"](value, *args, **kwargs)
    return getattr(value, name)(*args, **kwargs)


def _grows(table: dict[Any, Any]) -> bool:
    return any(isinstance(one, str) and len(one) > 64 for one in table.values())


def _join(budget: Budget, glue: Any, args: tuple[Any, ...]) -> Any:
    items = _need(args[0])
    budget.take(sum(len(item) for item in items) + len(glue) * len(items))
    if items and isinstance(glue, str) and isinstance(items[0], (bytes, bytearray)):
        return glue.join(bytes(item).decode("latin-1") for item in items)
    return glue.join(items)


def _format(value: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str:
    if _WIDTH.search(value) or len(value) > MOST_ITEMS or "{" in "".join(_specs(value)):
        raise Refused
    for _, field, _, _ in string.Formatter().parse(value):
        if field and ("." in field or "[" in field):
            raise Refused
    if not all(is_known(one) for one in (*args, *kwargs.values())):
        raise Refused
    return value.format(*args, **kwargs)


def _specs(value: str) -> list[str]:
    return [spec or "" for _, _, spec, _ in string.Formatter().parse(value)]


def call(budget: Budget, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a function of FUNCTIONS gives; Refused where it is not known."""
    try:
        made = FUNCTIONS[name](*args, **kwargs)
    except _Errors:
        raise Refused from None
    if type(made) in (str, bytes, list, bytearray):
        budget.take(len(made))
    return made


def binary(budget: Budget, kind: type, one: Any, other: Any) -> Any:
    """A binary operator on constants; Refused where Python would raise."""
    function = OPERATORS.get(kind)
    if function is None:
        raise Refused
    try:
        made = function(one, other)
    except _Errors:
        raise Refused from None
    if type(made) in (str, bytes, list, bytearray):
        budget.take(len(made))
    return made


def compare(kind: type, one: Any, other: Any) -> bool:
    """A comparison of constants; Refused where Python would raise."""
    function = COMPARISONS.get(kind)
    if function is None:
        raise Refused
    try:
        return bool(function(one, other))
    except _Errors:
        raise Refused from None


def subscript(value: Any, key: Any) -> Any:
    """value[key] of constants; Refused where Python would raise."""
    try:
        return value[key]
    except _Errors:
        raise Refused from None
