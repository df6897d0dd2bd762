"""Decoders on constants: base64 and its family, codecs, compressions; bounded, and as forgiving as Python's.

Every row is a function of the standard library, by qualified name, with the word that names its decoding.
"""

from __future__ import annotations

import base64
import binascii
import bz2
import codecs
import html
import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import Any, Union
from urllib.parse import unquote, unquote_plus, unquote_to_bytes

from antivenom.pycode.budget import Budget

Data = Union[str, bytes, bytearray]
_MOST_OUT = 1_000_000
"""Bytes that one decompression may give."""

_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_NOT_HEX = re.compile(r"[^0-9A-Fa-f]")


class Undecodable(ValueError):
    """What was given is not what the decoder takes."""


def _bytes(data: Any) -> bytes:
    if isinstance(data, str):
        return data.encode("utf-8", "surrogatepass")
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    raise Undecodable(type(data).__name__)


def from_base64(data: Any, altchars: Any = None, validate: Any = False) -> bytes:
    """base64 as Python's decoder takes it, padded or not; of a text cut off, the whole quartets."""
    raw = _bytes(data)
    if altchars is not None:
        alt = _bytes(altchars)
        raw = raw.replace(alt[:1], b"+").replace(alt[1:2], b"/")
    raw = _NOT_BASE64.sub(b"", raw)
    if len(raw) % 4 == 1:
        raw = raw[:-1]
    if not raw and len(data) > 0:
        raise Undecodable("no base64 in it")
    return binascii.a2b_base64(raw + b"=" * (-len(raw) % 4))


def _urlsafe(data: Any) -> bytes:
    return from_base64(_bytes(data).replace(b"-", b"+").replace(b"_", b"/"))


def _base32(data: Any, casefold: Any = False, map01: Any = None) -> bytes:
    raw = _bytes(data).strip().upper() if casefold else _bytes(data).strip()
    return base64.b32decode(raw + b"=" * (-len(raw) % 8))


def _hex(data: Any, *_: Any) -> bytes:
    text = _NOT_HEX.sub("", _bytes(data).decode("latin-1"))
    return bytes.fromhex(text[: len(text) // 2 * 2])


def inflate(budget: Budget, data: Any, wbits: Any = 15, bufsize: Any = 0) -> bytes:
    """zlib data, or raw deflate for a negative wbits; what came out before an error is kept."""
    return _drain(budget, zlib.decompressobj(wbits if isinstance(wbits, int) else 15), _bytes(data))


def _gunzip(budget: Budget, data: Any) -> bytes:
    return _drain(budget, zlib.decompressobj(31), _bytes(data))


def _drain(budget: Budget, machine: Any, data: bytes) -> bytes:
    """What a zlib decompressor gives for data, at most what the budget and one decompression may give."""
    room = min(_MOST_OUT, max(budget.bytes // 2, 1))
    try:
        made: bytes = machine.decompress(data, room)
    except zlib.error as error:
        raise Undecodable(str(error)) from None
    budget.take(len(made))
    if len(made) >= room and machine.unconsumed_tail:
        budget.ended.append("bytes") if "bytes" not in budget.ended else None
    return made


def _bunzip(budget: Budget, data: Any) -> bytes:
    return _bounded(budget, bz2.BZ2Decompressor(), _bytes(data))


def _unlzma(budget: Budget, data: Any, *_: Any, **__: Any) -> bytes:
    return _bounded(budget, lzma.LZMADecompressor(memlimit=64_000_000), _bytes(data))


def _bounded(budget: Budget, machine: Any, data: bytes) -> bytes:
    room = min(_MOST_OUT, max(budget.bytes // 2, 1))
    try:
        made: bytes = machine.decompress(data, room)
    except (OSError, ValueError, EOFError, lzma.LZMAError, MemoryError) as error:
        raise Undecodable(str(error)) from None
    budget.take(len(made))
    return made


_CODECS: dict[str, Callable[..., Any]] = {
    "base64": lambda budget, data: from_base64(data),
    "hex": lambda budget, data: _hex(data),
    "zlib": inflate,
    "bz2": _bunzip,
    "rot_13": lambda budget, data: codecs.decode(data if isinstance(data, str) else _text(data), "rot_13"),
    "quopri": lambda budget, data: binascii.a2b_qp(_bytes(data)),
    "uu": lambda budget, data: _uudecode(_bytes(data)),
}
_CODEC_NAMES: dict[str, str] = {
    "b64": "base64", "base_64": "base64", "base64_codec": "base64",
    "hex_codec": "hex", "zip": "zlib", "zlib_codec": "zlib", "bz2_codec": "bz2", "bzip2": "bz2",
    "rot13": "rot_13", "quopri_codec": "quopri", "quotedprintable": "quopri", "quoted_printable": "quopri",
    "uu_codec": "uu",
}  # fmt: skip
_TEXT_CODECS = frozenset(
    "utf_8 utf8 u8 utf ascii us_ascii latin_1 latin1 iso_8859_1 iso8859_1 8859 cp1252 cp437 utf_16 utf16 u16 utf_16_le "
    "utf_16le utf_16_be utf_16be utf_32 utf32 utf_32_le utf_32_be utf_7 utf7 utf_8_sig unicode_escape "
    "raw_unicode_escape string_escape punycode idna mbcs".split()
)
_PLAIN = frozenset(
    "utf_8 utf8 u8 utf ascii us_ascii latin_1 latin1 iso_8859_1 iso8859_1 8859 cp1252 utf_8_sig mbcs".split()
)


for _name in ("cp1252", "cp437", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "utf-7"):
    codecs.lookup(_name)  # read from disk now, and never while a program is read
for _name in ("utf-8-sig", "iso8859-1", "unicode-escape", "raw-unicode-escape", "punycode", "idna", "ascii", "rot13"):
    codecs.lookup(_name)


def _uudecode(data: bytes) -> bytes:
    lines = [line for line in data.splitlines() if not line.startswith((b"begin", b"end"))]
    return b"".join(binascii.a2b_uu(line) for line in lines if line)


def _text(data: Any) -> str:
    return data if isinstance(data, str) else _bytes(data).decode("latin-1")


def decode(budget: Budget, data: Any, encoding: Any = "utf-8", errors: Any = "strict") -> tuple[Any, str | None]:
    """codecs.decode, bytes.decode, Python 2's str.decode: the value, and the decoding's name where it hides text."""
    name = str(encoding).lower().replace("-", "_").replace(" ", "_")
    name = _CODEC_NAMES.get(name, name)
    codec = _CODECS.get(name)
    try:
        if codec is not None:
            return codec(budget, data), name.replace("_", "")
        if name in ("unicode_escape", "string_escape", "raw_unicode_escape"):
            return codecs.decode(_bytes(data), "unicode_escape"), name
        if name not in _TEXT_CODECS:
            raise Undecodable(name)
        if isinstance(data, str):
            return data, None
        return bytes(data).decode(name, "replace"), None if name in _PLAIN else name
    except (ValueError, TypeError, LookupError, OverflowError, binascii.Error) as error:
        raise Undecodable(str(error)) from None


def encode(budget: Budget, data: Any, encoding: Any = "utf-8", errors: Any = "strict") -> tuple[Any, str | None]:
    """codecs.encode and str.encode: rot13 undoes itself, the other transforms hide rather than show."""
    name = str(encoding).lower().replace("-", "_").replace(" ", "_")
    name = _CODEC_NAMES.get(name, name)
    try:
        if name == "rot_13":
            return codecs.encode(_text(data), "rot_13"), "rot13"
        if name == "base64":
            return base64.encodebytes(_bytes(data)), None
        if name == "hex":
            return binascii.hexlify(_bytes(data)), None
        if name in _TEXT_CODECS and name not in ("string_escape", "mbcs"):
            return (data if isinstance(data, (bytes, bytearray)) else data.encode(name, "replace")), None
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise Undecodable(str(error)) from None
    raise Undecodable(name)


_MOST_MEMBERS = 100


def zip_names(data: bytes) -> list[str]:
    """The member names of a zip archive in memory; none where it is no archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.namelist()[:_MOST_MEMBERS]
    except _ZIP_ERRORS:
        return []


def zip_member(budget: Budget, data: bytes, name: str) -> bytes:
    """A member of a zip archive in memory, at most what one decompression may give."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(name) as member:
            made = member.read(min(_MOST_OUT, max(budget.bytes // 2, 1)))
    except _ZIP_ERRORS as error:
        raise Undecodable(str(error)) from None
    budget.take(len(made))
    return made


_ZIP_ERRORS = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    zlib.error,
)


def _plain(function: Callable[..., Any]) -> Callable[..., Any]:
    """A decoder that needs no budget, in the form of those that do."""

    def call(budget: Budget, *args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return call


DECODERS: dict[str, tuple[str, Callable[..., Any]]] = {
    "base64.b64decode": ("base64", _plain(from_base64)),
    "base64.standard_b64decode": ("base64", _plain(from_base64)),
    "base64.urlsafe_b64decode": ("base64", _plain(_urlsafe)),
    "base64.decodestring": ("base64", _plain(from_base64)),
    "base64.decodebytes": ("base64", _plain(from_base64)),
    "base64.b32decode": ("base32", _plain(_base32)),
    "base64.b32hexdecode": ("base32", _plain(lambda data, *_: base64.b32hexdecode(_bytes(data)))),
    "base64.b16decode": ("hex", _plain(_hex)),
    "base64.b85decode": ("base85", _plain(lambda data: base64.b85decode(_bytes(data)))),
    "base64.z85decode": ("base85", _plain(lambda data: base64.b85decode(_from_z85(_bytes(data))))),
    "base64.a85decode": (
        "ascii85",
        _plain(
            lambda data, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v": base64.a85decode(
                _bytes(data), foldspaces=bool(foldspaces), adobe=bool(adobe), ignorechars=ignorechars
            )
        ),
    ),
    "binascii.a2b_base64": ("base64", _plain(from_base64)),
    "binascii.a2b_hex": ("hex", _plain(_hex)),
    "binascii.unhexlify": ("hex", _plain(_hex)),
    "binascii.a2b_uu": ("uu", _plain(lambda data: _uudecode(_bytes(data)))),
    "binascii.a2b_qp": ("quoted-printable", _plain(lambda data, header=False: binascii.a2b_qp(_bytes(data)))),
    "quopri.decodestring": ("quoted-printable", _plain(lambda data, header=False: binascii.a2b_qp(_bytes(data)))),
    "bytes.fromhex": ("hex", _plain(_hex)),
    "bytearray.fromhex": ("hex", _plain(_hex)),
    "zlib.decompress": ("zlib", inflate),
    "gzip.decompress": ("gzip", _gunzip),
    "bz2.decompress": ("bz2", _bunzip),
    "lzma.decompress": ("lzma", _unlzma),
    "urllib.parse.unquote": ("percent", _plain(lambda data, *_: unquote(_text(data)))),
    "urllib.parse.unquote_plus": ("percent", _plain(lambda data, *_: unquote_plus(_text(data)))),
    "urllib.parse.unquote_to_bytes": ("percent", _plain(lambda data: unquote_to_bytes(_bytes(data)))),
    "html.unescape": ("entities", _plain(lambda data: html.unescape(_text(data)))),
}
"""Qualified name -> the decoding's word, and the function on (budget, constants)."""

_Z85 = bytes.maketrans(
    b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#",
    b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~",
)


def _from_z85(data: bytes) -> bytes:
    return data.translate(_Z85)


def run(name: str, budget: Budget, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """A decoder's answer on constants; Undecodable where Python would raise."""
    size = len(args[0]) if args and isinstance(args[0], (str, bytes, bytearray)) else 0
    budget.take(size)
    try:
        return DECODERS[name][1](budget, *args, **kwargs)
    except Undecodable:
        raise
    except (ValueError, TypeError, KeyError, OverflowError, LookupError, binascii.Error, MemoryError) as error:
        raise Undecodable(str(error)) from None
