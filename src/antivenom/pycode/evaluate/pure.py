"""Functions that only compute: what they give for constants, with a bound on how much."""

from __future__ import annotations

import ast
import binascii
import functools
import ipaddress
import itertools
import json
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
from antivenom.pycode.evaluate.arithmetic import add, modulo, power_of, repeat
from antivenom.pycode.evaluate.bounds import ERRORS, MOST_ITEMS, WIDTH, Refused, need
from antivenom.pycode.evaluate.values import Cycle, Iter, Symbol


def _range(*args: Any) -> list[int]:
    made = range(*args)
    if len(made) > MOST_ITEMS:
        raise Refused
    return list(made)


def _zip(*sequences: Any, strict: Any = False) -> list[Any]:
    finite = [len(need(s)) for s in sequences if type(s) is not Cycle]
    if not finite:
        raise Refused
    short = min(finite)
    columns = [
        list(itertools.islice(itertools.cycle(s.items), short)) if type(s) is Cycle else need(s)[:short]
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
    return bytes(args[0]) if isinstance(args[0], (bytes, bytearray)) else bytes(need(args[0]))


def _str_of(value: Any = "", encoding: Any = None, errors: Any = "replace") -> str:
    if encoding is not None and isinstance(value, (bytes, bytearray)):
        return bytes(value).decode(str(encoding), "replace")
    if isinstance(value, int) and value.bit_length() > 14_000:
        raise Refused
    return str(value)


def _sorted(value: Any, key: Any = None, reverse: Any = False) -> list[Any]:
    if key is not None:
        raise Refused
    return sorted(need(value), reverse=bool(reverse))


def _sum(value: Any, start: Any = 0) -> Any:
    items = need(value)
    if any(isinstance(item, Symbol) for item in items):
        raise Refused
    if isinstance(start, list) or (items and isinstance(items[0], (list, tuple))):
        return list(itertools.islice(itertools.chain.from_iterable(items), MOST_ITEMS))
    return sum(items, start)


def _pow(base: Any, power: Any, modulus: Any = None) -> Any:
    if modulus is not None:
        return pow(base, power, modulus)
    return power_of(base, power)


def _format_spec(value: Any, spec: Any = "") -> str:
    if WIDTH.search(spec):
        raise Refused
    return format(value, spec)


def _struct_pack(form: Any, *values: Any) -> bytes:
    if WIDTH.search(_str_of(form, "latin-1") if isinstance(form, bytes) else str(form)):
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
    return dict.fromkeys(need(keys), value)


def _dict(*args: Any, **kwargs: Any) -> dict[Any, Any]:
    if not args:
        return dict(kwargs)
    first = args[0]
    return {**(first if isinstance(first, dict) else dict(need(first))), **kwargs}


def _join_path(*parts: Any) -> str:
    return functools.reduce(posixpath.join, [str(part) for part in parts])


def _ip(value: Any) -> str:
    return str(ipaddress.ip_address(value))


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "abs": abs,
    "all": lambda value: all(need(value)),
    "any": lambda value: any(need(value)),
    "ascii": ascii,
    "bin": bin,
    "bool": bool,
    "bytearray": lambda *a: bytearray(_bytes_of(*a)),
    "bytes": _bytes_of,
    "chr": lambda code: chr(code) if not isinstance(code, (str, bytes)) else chr(int(code)),
    "dict": _dict,
    "divmod": divmod,
    "enumerate": lambda value, start=0: list(enumerate(need(value), start)),
    "filter": lambda function, value: [item for item in need(value) if item] if function is None else _refuse(),
    "float": float,
    "format": _format_spec,
    "frozenset": lambda *a: frozenset(need(a[0])) if a else frozenset(),
    "hex": hex,
    "int": _int,
    "iter": lambda value: Iter(list(need(value))),
    "len": lambda value: len(value) if not isinstance(value, Symbol) else _refuse(),
    "list": lambda *a: list(need(a[0])) if a else [],
    "max": lambda *a, **k: max(*a) if len(a) > 1 else max(need(a[0])),
    "memoryview": bytes,
    "min": lambda *a, **k: min(*a) if len(a) > 1 else min(need(a[0])),
    "oct": oct,
    "ord": lambda value: ord(value) if not isinstance(value, int) else value,
    "pow": _pow,
    "range": _range,
    "repr": lambda value: repr(value)[:MOST_ITEMS],
    "reversed": lambda value: list(reversed(need(value))),
    "round": round,
    "set": lambda *a: set(need(a[0])) if a else set(),
    "slice": slice,
    "sorted": _sorted,
    "str": _str_of,
    "sum": _sum,
    "tuple": lambda *a: tuple(need(a[0])) if a else (),
    "zip": _zip,
    "json.loads": lambda text, **_: json.loads(text) if len(text) < 500_000 and text.count("[") < 5_000 else _refuse(),
    "json.dumps": lambda value, **_: json.dumps(value),
    "array.array": lambda kind, items=b"": _bytes_of(items) if kind in ("B", "b") else list(need(items)),
    "uuid.UUID": lambda text=None, **_: bytes.fromhex(str(text).strip("{}").replace("-", "")),
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
    "itertools.chain": lambda *a: list(itertools.chain.from_iterable(need(one) for one in a)),
    "itertools.chain.from_iterable": lambda value: list(
        itertools.chain.from_iterable(need(one) for one in need(value))
    ),
    "itertools.cycle": lambda value: Cycle(list(need(value))),
    "itertools.islice": lambda value, *a: list(itertools.islice(need(value), *a)),
    "itertools.repeat": lambda value, times: [value] * min(times, MOST_ITEMS),
    "itertools.zip_longest": lambda *a, **k: list(itertools.zip_longest(*[need(one) for one in a], **k)),
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
    "os.O_RDONLY": 0,
    "os.O_WRONLY": 1,
    "os.O_RDWR": 2,
    "os.O_CREAT": 64,
    "os.O_EXCL": 128,
    "os.O_TRUNC": 512,
    "os.O_APPEND": 1024,
    "os.O_NONBLOCK": 2048,
    "os.O_SYNC": 1052672,
    "os.O_DIRECT": 16384,
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


def call(budget: Budget, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """What a function of FUNCTIONS gives; Refused where it is not known."""
    try:
        made = FUNCTIONS[name](*args, **kwargs)
    except ERRORS:
        raise Refused from None
    if type(made) in (str, bytes, list, bytearray):
        budget.take(len(made))
    return made
