"""Values that are wrapped and unwrapped: streams, codecs, paths, the environment, templates."""

from __future__ import annotations

import ast
import operator
import re
from typing import TYPE_CHECKING, Any

from antivenom.pycode.effects import EFFECTS
from antivenom.pycode.evaluate import decoders
from antivenom.pycode.evaluate.operations import format_braces
from antivenom.pycode.evaluate.special.kit import Args, Handler, Kwargs, at
from antivenom.pycode.evaluate.values import (
    NOTHING,
    Bound,
    Made,
    Partial,
    Scope,
    Symbol,
    Text,
    is_known,
    ref,
    taint_of,
    text_of,
)
from antivenom.pycode.facts import CLEAN

if TYPE_CHECKING:
    from antivenom.pycode.evaluate.evaluator import Evaluator


def _bytes_io(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    value = at(args, 0, kwargs)
    return Made("io.BytesIO", taint_of([value]), None, value)


def _put(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """write() to a buffer: what it holds is known as long as all that was written is."""
    owner, data = args[0], at(args, 1, kwargs)
    if type(owner) is not Made:
        return NOTHING
    held = owner.value
    if type(data) in (str, bytes) and (held is None or type(held) is type(data)) and not owner.taint:
        whole = data if held is None else held + data
        ev.budget.take(len(whole))
        owner.value = ev.decoded(whole, by="characters") if held is not None else whole
    else:
        owner.value, owner.taint = None, owner.taint | taint_of([data])
    return NOTHING


def _held(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """read() of what wraps a value gives the value."""
    value = args[0].value if args and type(args[0]) is Made else None
    return value if value is not None else ev.unknown(*args[:1])


def _gzip_file(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    wrapped = kwargs.get("fileobj")
    if wrapped is None:
        return ev.effect(EFFECTS["gzip.GzipFile"], "gzip.GzipFile", None, args, kwargs, node)
    value = wrapped.value if type(wrapped) is Made else None
    if isinstance(value, (bytes, bytearray)):
        return Made("io.BytesIO", CLEAN, None, ev.call(ref("gzip.decompress"), [bytes(value)], {}, node))
    return Made("io.BytesIO", taint_of([wrapped]))


def _decompressor(name: str) -> Handler:
    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        return Made(f"<{name}>", CLEAN, None, args[0] if args else None)

    return handler


def _decompress(name: str, bits: bool = False) -> Handler:
    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        given = args[1:2]
        if bits and args[0].value is not None:
            given = [*given, args[0].value]
        return ev.call(ref(name), given, {}, node)

    return handler


def convert(ev: Evaluator, direction: str, value: Any, args: Args, kwargs: Kwargs, node: ast.AST) -> Any:
    """text.encode(codec), data.decode(codec): and the transforms that Python 2 reached the same way."""
    encoding = text_of(at(args, 0, kwargs, "encoding")) if args or kwargs else "utf-8"
    function = decoders.decode if direction == "decode" else decoders.encode
    ev.budget.take(len(value))
    try:
        made, label = function(ev.budget, value, encoding or "utf-8")
    except decoders.Undecodable:
        return NOTHING
    if label is not None:
        ev.note("decode", f"{type(value).__name__}.{direction}", node, {"by": label, "data": value, "result": made})
    if label is None and not ev.made:
        return made
    return ev.decoded(made, value, by=label)


def _codecs(direction: str) -> Handler:
    """codecs.decode(data, codec) and codecs.encode."""

    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        data = at(args, 0, kwargs, "obj")
        if not isinstance(data, (str, bytes, bytearray)):
            label = text_of(at(args, 1, kwargs, "encoding")) or "utf-8"
            if isinstance(data, Symbol) and label not in ("utf-8", "utf8", "ascii"):
                ev.note("decode", f"codecs.{direction}", node, {"by": label}, None, [data])
            return ev.unknown(data)
        return convert(ev, direction, data, args[1:], kwargs, node)

    return handler


def _codec_getter(direction: str) -> Handler:
    """codecs.getdecoder(codec)(data) gives (result, length)."""

    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        return Partial(ref(f"<codec {direction}>"), tuple(args[:1]), {})

    return handler


def _codec_got(direction: str) -> Handler:
    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        if len(args) < 2 or not isinstance(args[1], (str, bytes, bytearray)):
            return (ev.unknown(*args[1:]), NOTHING)
        made = convert(ev, direction, args[1], args[:1], {}, node)
        return (made, len(args[1]))

    return handler


def _environ_get(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return ev.environ(at(args, 0, kwargs, "key"), node)


def _environment(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """All of the environment."""
    return ev.environment(node)


_FED = frozenset({"process", "fork", "pty"})


def _os_write(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """os.write: to a child's descriptor it is the child's input, to any other a write."""
    fed = any(fact.kind in _FED for fact in taint_of(args[:1]))
    kind = "input" if fed else "write"
    fact = ev.note(kind, "os.write", node, {"fd": at(args, 0, kwargs), "data": at(args, 1, kwargs)}, None, args)
    return Made("number", fact.taint, fact)


def _file_write(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """file.write: what is written under a known name is known when it is read again."""
    owner: Any = args[0]
    data: Any = at(args, 1, kwargs)
    ev.effect(EFFECTS["file.write"], "file.write", owner, args[1:], kwargs, node)
    path = owner.fact.role("path") if owner.fact is not None else None
    if isinstance(path, str) and isinstance(data, (str, bytes)) and len(ev.written) < 100:
        before: Any = ev.written.get(path)
        ev.written[path] = operator.add(before, data) if type(before) is type(data) else data
    return NOTHING


def _file_read(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """file.read: the text that the program wrote there itself, else what a file holds."""
    owner = args[0]
    made = ev.effect(EFFECTS["file.read"], "file.read", owner, args[1:], kwargs, node)
    path = owner.fact.role("path") if owner.fact is not None else None
    return ev.written[path] if isinstance(path, str) and path in ev.written else made


def _zip_file(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """zipfile.ZipFile over bytes that are known."""
    inner = at(args, 0, kwargs, "file")
    data = inner.value if type(inner) is Made else None
    if not isinstance(data, (bytes, bytearray)):
        return ev.effect(EFFECTS["zipfile.ZipFile"], "zipfile.ZipFile", None, args, kwargs, node)
    return Made("<zip>", CLEAN, None, bytes(data))


def _zip_names(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return decoders.zip_names(args[0].value)


def _zip_read(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    name = text_of(at(args, 1, kwargs, "name"))
    try:
        made = decoders.zip_member(ev.budget, args[0].value, name or "")
    except decoders.Undecodable:
        return NOTHING
    ev.note("decode", "zipfile.ZipFile.read", node, {"by": "zip", "data": args[0].value, "result": made})
    return ev.decoded(made, args[0].value, by="zip")


def _namespace(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Scope(dict(kwargs))


def _queue_put(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    owner = args[0]
    owner.value = [*(owner.value or []), *args[1:2]][:1_000]
    owner.taint = owner.taint | taint_of(args[1:2])


def _queue_get(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    owner = args[0]
    return owner.value.pop(0) if owner.value else ev.unknown(owner)


def _stdin(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """What is read from standard input, where the command line pipes it."""
    if isinstance(ev.stdin, str):
        return ev.decoded(ev.stdin, by="pipe")
    return ev.effect(EFFECTS["sys.stdin.read"], "sys.stdin.read", None, args, kwargs, node)


def _stdin_bytes(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    if isinstance(ev.stdin, str):
        return ev.decoded(ev.stdin.encode("utf-8", "surrogateescape"), by="pipe")
    return ev.effect(EFFECTS["sys.stdin.buffer.read"], "sys.stdin.buffer.read", None, args, kwargs, node)


def _typed(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    if isinstance(ev.stdin, str):
        return ev.decoded(ev.stdin.split("\n", 1)[0], by="pipe")
    return ev.effect(EFFECTS["input"], "input", None, args, kwargs, node)


def _dispatch(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """A COM object, by the name it is registered under."""
    name = (text_of(at(args, 0, kwargs)) or "").lower()
    ev.note("com", "win32com.client.Dispatch", node, {"name": name})
    return Made(f"com:{name[:60]}")


def _expanduser(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """~ stays as it is: rules read it as somebody's home."""
    return args[0] if args else NOTHING


_VARIABLE = re.compile(r"\$\{?(\w+)\}?|%(\w+)%")


def _expandvars(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    value = at(args, 0, kwargs)
    if not isinstance(value, str):
        return value
    return _VARIABLE.sub(lambda m: str(ev.env.get(m.group(1) or m.group(2), m.group(0))), value)


def _path(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    pieces: list[Any] = []
    for arg in args:
        pieces.extend((arg.value if type(arg) is Made and arg.value is not None else arg, "/"))
    return Made("pathlib.Path", taint_of(args), None, ev.text(pieces[:-1]) if pieces else ".")


def _home(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Made("pathlib.Path", CLEAN, None, "~")


def _path_open(kind: str, mode: str) -> Handler:
    """Reading and writing through a pathlib path."""

    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        path = args[0]
        where = path.value if path.value is not None else path
        if kind == "write":
            data = at(args, 1, kwargs, "data")
            ev.note("write", "pathlib.Path.write", node, {"path": where, "data": data}, path, [data])
            return NOTHING
        given = mode or text_of(at(args, 1, kwargs, "mode")) or "r"
        fact = ev.note("open", "pathlib.Path.open", node, {"path": where, "mode": given}, path)
        return Made("file", fact.taint | {fact}, fact)

    return handler


def _path_effect(kind: str) -> Handler:
    def handler(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
        where = args[0].value if args[0].value is not None else args[0]
        given = at(args, 1, kwargs)
        if kind in ("list", "walk") and isinstance(given, str) and isinstance(where, (str, Text)):
            where = ev.text([where, "/", given])
        fact = ev.note(kind, f"pathlib.Path.{kind}", node, {"path": where, "mode": at(args, 1, kwargs)}, args[0])
        return Made("paths" if kind in ("list", "walk") else "listed", fact.taint | {fact}, fact)

    return handler


def _wrapped_socket(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """ssl wraps a socket: it is the same connection."""
    inner = next((arg for arg in (*args, *kwargs.values()) if type(arg) is Made and arg.type == "socket.socket"), None)
    return inner if inner is not None else Made("socket.socket", taint_of(args) | taint_of(kwargs))


def _template(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return Made("string.Template", taint_of(args), None, args[0] if args else None)


def _substitute(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    form = args[0].value
    if not isinstance(form, str):
        return ev.unknown(*args)
    braces = _VARIABLE.sub(lambda m: "{" + (m.group(1) or m.group(2)) + "}", form)
    if all(is_known(value) for value in kwargs.values()):
        return ev.call(Bound(braces, "format"), [], dict(kwargs), node)
    return format_braces(ev, braces, [], dict(kwargs))


def _join(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    """str.join(glue, items)"""
    return ev.call(Bound(args[0], "join"), args[1:], {}, node) if args else NOTHING


def _decode_method(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    return ev.call(Bound(args[0], "decode"), args[1:], kwargs, node) if args else NOTHING


def _setup(ev: Evaluator, args: Args, kwargs: dict[str, Any], node: ast.AST) -> Any:
    ev.note("setup", "setuptools.setup", node, {}, None, args, kwargs)
    return NOTHING


TABLE: dict[str, Handler] = {
    "pickle.Unpickler": _bytes_io,
    "io.BytesIO": _bytes_io,
    "io.StringIO": _bytes_io,
    "io.TextIOWrapper": _bytes_io,
    "io.BytesIO.write": _put,
    "io.BytesIO.read": _held,
    "io.BytesIO.getvalue": _held,
    "io.BytesIO.getbuffer": _held,
    "gzip.GzipFile": _gzip_file,
    "zlib.decompressobj": _decompressor("zlib"),
    "bz2.BZ2Decompressor": _decompressor("bz2"),
    "lzma.LZMADecompressor": _decompressor("lzma"),
    "<zlib>.flush": lambda ev, args, kwargs, node: b"",
    "<bz2>.flush": lambda ev, args, kwargs, node: b"",
    "<zlib>.decompress": _decompress("zlib.decompress", bits=True),
    "<bz2>.decompress": _decompress("bz2.decompress"),
    "<lzma>.decompress": _decompress("lzma.decompress"),
    "codecs.decode": _codecs("decode"),
    "codecs.encode": _codecs("encode"),
    "codecs.getdecoder": _codec_getter("decode"),
    "codecs.getencoder": _codec_getter("encode"),
    "<codec decode>": _codec_got("decode"),
    "<codec encode>": _codec_got("encode"),
    "<codec>.decode": lambda ev, args, kwargs, node: _codec_got("decode")(ev, [args[0].value, *args[1:2]], {}, node),
    "<codec>.encode": lambda ev, args, kwargs, node: _codec_got("encode")(ev, [args[0].value, *args[1:2]], {}, node),
    "win32com.client.Dispatch": _dispatch,
    "win32com.client.dynamic.Dispatch": _dispatch,
    "win32com.client.gencache.EnsureDispatch": _dispatch,
    "comtypes.client.CreateObject": _dispatch,
    "os.write": _os_write,
    "file.write": _file_write,
    "file.read": _file_read,
    "zipfile.ZipFile": _zip_file,
    "<zip>.namelist": _zip_names,
    "<zip>.read": _zip_read,
    "types.SimpleNamespace": _namespace,
    "queue.Queue.put": _queue_put,
    "queue.Queue.get": _queue_get,
    "sys.stdin.read": _stdin,
    "sys.stdin.readline": _stdin,
    "sys.stdin.buffer.read": _stdin_bytes,
    "sys.stdin.buffer.readline": _stdin_bytes,
    "input": _typed,
    "os.environ.copy": _environment,
    "os.environ.items": _environment,
    "os.environ.values": _environment,
    "os.environ.get": _environ_get,
    "os.environ.pop": _environ_get,
    "os.environ.setdefault": _environ_get,
    "os.environ.__getitem__": _environ_get,
    "os.environb.get": _environ_get,
    "os.getenv": _environ_get,
    "os.getenvb": _environ_get,
    "os.path.expanduser": _expanduser,
    "os.path.expandvars": _expandvars,
    "os.path.abspath": _expanduser,
    "os.path.realpath": _expanduser,
    "os.fspath": _expanduser,
    "pathlib.Path": _path,
    "pathlib.PurePath": _path,
    "pathlib.PosixPath": _path,
    "pathlib.WindowsPath": _path,
    "pathlib.Path.home": _home,
    "pathlib.Path.joinpath": _path,
    "pathlib.Path.as_posix": _held,
    "pathlib.Path.read_text": _path_open("open", "r"),
    "pathlib.Path.read_bytes": _path_open("open", "rb"),
    "pathlib.Path.open": _path_open("open", ""),
    "pathlib.Path.write_text": _path_open("write", "w"),
    "pathlib.Path.write_bytes": _path_open("write", "wb"),
    "pathlib.Path.unlink": _path_effect("delete"),
    "pathlib.Path.chmod": _path_effect("chmod"),
    "pathlib.Path.glob": _path_effect("list"),
    "pathlib.Path.rglob": _path_effect("walk"),
    "pathlib.Path.iterdir": _path_effect("list"),
    "ssl.wrap_socket": _wrapped_socket,
    "ssl.SSLContext.wrap_socket": _wrapped_socket,
    "string.Template": _template,
    "string.Template.substitute": _substitute,
    "string.Template.safe_substitute": _substitute,
    "str.join": _join,
    "bytes.join": _join,
    "bytes.decode": _decode_method,
    "str.encode": lambda ev, args, kwargs, node: (
        ev.call(Bound(args[0], "encode"), args[1:], kwargs, node) if args else NOTHING
    ),
    "str.format": lambda ev, args, kwargs, node: (
        ev.call(Bound(args[0], "format"), args[1:], kwargs, node) if args else NOTHING
    ),
    "str.upper": lambda ev, args, kwargs, node: ev.call(Bound(args[0], "upper"), [], {}, node) if args else NOTHING,
    "str.lower": lambda ev, args, kwargs, node: ev.call(Bound(args[0], "lower"), [], {}, node) if args else NOTHING,
    "str.replace": lambda ev, args, kwargs, node: (
        ev.call(Bound(args[0], "replace"), args[1:], {}, node) if args else NOTHING
    ),
    "setuptools.setup": _setup,
    "distutils.core.setup": _setup,
}
"""Qualified name -> what calling it does."""
