"""Kusto's functions that take text apart or write it another way: paths, XML, base64, hashes, code points."""

from __future__ import annotations

from antivenom.errors import Unsupported
from antivenom.languages.kql.functions.table import Args, Function, of_text, string
from antivenom.languages.kql.values import conversions as to
from antivenom.plan.types import Type
from antivenom.plan.values import Literal, Value

_S = Type.STRING
_D = Type.DYNAMIC


def _of_string(name: str, op: str, type: Type = _S) -> Function:
    return Function(name, 1, 1, lambda a: a.call(op, string(a, 0), type=type))


def _parse_command_line(args: Args) -> Value:
    kind = args.constant_text(1, "the kind of command line")
    if kind.lower() != "windows":
        raise Unsupported("KQL parse_command_line of another kind", span=args.spans[1], hint='Kusto has "windows"')
    return args.call("kusto.parse_command_line", string(args, 0), type=_D)


def _isutf8(args: Args) -> Value:
    """Text is UTF-8 here in any case."""
    args.text(0)
    return Literal(True, Type.BOOL, args.span)


def _of_codepoints(args: Args) -> Value:
    for value, span in zip(args.values, args.spans, strict=True):
        if not value.type.integral and value.type is not _D:
            raise to.wrong_type(value, "a whole number or an array of them", span)
    points = args.call("kusto.array", *(to.to_json(value) for value in args.values), type=_D)
    return args.call("kusto.of_codepoints", points, type=_S)


def _hash(args: Args) -> Value:
    """xxHash64 of a string's bytes or a datetime's ticks; how other types are hashed is not known."""
    value = args.values[0]
    if value.type not in (_S, Type.DATETIME):
        raise Unsupported(f"KQL {args.name} of {value.type.value}", span=args.spans[0])
    op = "kusto.hash_text" if value.type is _S else "kusto.hash_ticks"
    made: Value = args.call(op, value, type=Type.LONG)
    return args.call("kusto.hash_modulo", made, args.whole(1), type=Type.LONG) if len(args) > 1 else made


def _tohex(args: Args) -> Value:
    """The digits of a whole number, of a negative one as its bits: 32 of an int, 64 of a long."""
    value = args.whole(0)
    if args.values[0].type is Type.INT:
        value = args.call("kusto.low_bits", value, type=Type.LONG)
    fewest = args.whole(1) if len(args) > 1 else Literal(1, Type.LONG)
    return args.call("kusto.to_hex", value, fewest, type=_S)


def _format_bytes(args: Args) -> Value:
    if len(args) > 1 and args.values[1].type in (Type.REAL, Type.DECIMAL):
        raise Unsupported("KQL format_bytes with a precision that is no whole number", span=args.spans[1])
    precision = args.whole(1) if len(args) > 1 else Literal(0, Type.LONG)
    unit = args.only_text(2) if len(args) > 2 else Literal("", _S)
    return args.call("kusto.format_bytes", args.real(0), precision, unit, type=_S)


FUNCTIONS = (
    Function("parse_command_line", 2, 2, _parse_command_line),
    _of_string("parse_path", "kusto.parse_path", _D),
    _of_string("parse_csv", "kusto.parse_csv", _D),
    _of_string("parse_version", "kusto.parse_version", Type.DECIMAL),
    _of_string("parse_xml", "kusto.parse_xml", _D),
    _of_string("base64_encode_tostring", "kusto.base64_encode"),
    _of_string("base64_encodestring", "kusto.base64_encode"),
    _of_string("base64_decode_tostring", "kusto.base64_text"),
    _of_string("base64_decodestring", "kusto.base64_text"),
    _of_string("base64_decode_toarray", "kusto.base64_array", _D),
    _of_string("base64_decode_toguid", "kusto.base64_guid", Type.GUID),
    Function("base64_encode_fromguid", 1, 1, lambda a: a.call("kusto.base64_of_guid", a.typed(0, Type.GUID), type=_S)),
    Function("base64_encode_fromarray", 1, 1, lambda a: a.call("kusto.base64_of_array", a.typed(0, _D), type=_S)),
    _of_string("gzip_compress_to_base64_string", "kusto.gzip"),
    _of_string("gzip_decompress_from_base64_string", "kusto.gunzip"),
    _of_string("zlib_compress_to_base64_string", "kusto.zlib"),
    _of_string("zlib_decompress_from_base64_string", "kusto.unzlib"),
    _of_string("punycode_from_string", "kusto.punycode"),
    _of_string("punycode_to_string", "kusto.unpunycode"),
    _of_string("punycode_domain_from_string", "kusto.unpunycode_domain"),
    _of_string("punycode_domain_to_string", "kusto.punycode_domain"),
    of_text("unicode_codepoints_from_string", "kusto.codepoints", _D),
    of_text("to_utf8", "kusto.codepoints", _D),
    Function("unicode_codepoints_to_string", 1, 64, _of_codepoints),
    Function("make_string", 1, 64, _of_codepoints),
    of_text("isascii", "kusto.is_ascii", Type.BOOL),
    Function("isutf8", 1, 1, _isutf8),
    Function("hash", 1, 2, _hash),
    Function("hash_xxhash64", 1, 2, _hash),
    Function("tohex", 1, 2, _tohex),
    Function("format_bytes", 1, 3, _format_bytes),
)
