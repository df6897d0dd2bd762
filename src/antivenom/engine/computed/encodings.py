"""Kusto's base64, gzip, zlib and Punycode. What is not of the form gives an empty text, or null."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from uuid import UUID

from antivenom.engine.computed.answers import array, shown, unknown
from antivenom.engine.computed.table import Computed

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_LARGEST = 1 << 26
"""Most bytes that a compressed text may grow to."""


def _bytes(text: str, function: str) -> bytes | None:
    """The bytes of base64 text with its padding; None where it is none."""
    if _BASE64.fullmatch(text):
        data = base64.b64decode(text)
        if base64.b64encode(data).decode() != text:
            unknown(f"KQL {function} of base64 whose last bits are not zero")
        return data
    if _BASE64.fullmatch("".join(text.split()).replace("-", "+").replace("_", "/")):
        unknown(f"KQL {function} of base64 with spaces or of base64url")
    return None


def _encode(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _decode(text: str) -> str:
    """The text whose UTF-8 this is."""
    data = _bytes(text, "base64_decode_tostring")
    return "" if data is None else _utf8(data)


def _utf8(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def _decode_to_array(text: str) -> str | None:
    if not text:
        unknown("KQL base64_decode_toarray of an empty text")
    data = _bytes(text, "base64_decode_toarray")
    return None if data is None else shown(list(data))


def _decode_to_guid(text: str) -> str | None:
    """The GUID of 16 bytes, its first three numbers with the low byte first."""
    data = _bytes(text, "base64_decode_toguid")
    return str(UUID(bytes_le=data)) if data is not None and len(data) == 16 else None


def _encode_guid(guid: str | None) -> str:
    if guid is None:
        return ""
    try:
        return base64.b64encode(UUID(guid).bytes_le).decode()
    except ValueError:
        unknown("KQL base64_encode_fromguid of what is no GUID")


def _encode_array(text: str | None) -> str:
    if text is None:
        return ""
    numbers = array(text)
    if not numbers or not all(type(number) is int and 0 <= number < 256 for number in numbers):
        unknown("KQL base64_encode_fromarray of what is no list of bytes")
    return base64.b64encode(bytes(numbers)).decode()


_GZIP = 31
_ZLIB = 15


def _decompress(text: str, form: int, function: str) -> str:
    data = _bytes(text, function)
    if not data:
        return ""
    reader = zlib.decompressobj(form)
    try:
        made = reader.decompress(data, _LARGEST)
    except zlib.error:
        return ""
    if reader.unconsumed_tail or reader.unused_data or not reader.eof:
        unknown(f"KQL {function} of more than {_LARGEST:,} bytes, of a part, or of several")
    try:
        return made.decode()
    except UnicodeDecodeError:
        unknown(f"KQL {function} of bytes that are not UTF-8")


def _from_gzip(text: str) -> str:
    return _decompress(text, _GZIP, "gzip_decompress_from_base64_string")


def _from_zlib(text: str) -> str:
    return _decompress(text, _ZLIB, "zlib_decompress_from_base64_string")


_STORED = 40
"""A text this short is stored as it is: Kusto's compressor finds nothing shorter (measured at 20 bytes)."""


def _stored(text: str, function: str) -> bytes:
    data = text.encode()
    if not 0 < len(data) <= _STORED:
        unknown(f"KQL {function} of an empty text or of more than {_STORED} bytes")
    size = len(data).to_bytes(2, "little")
    return b"\1" + size + bytes(byte ^ 255 for byte in size) + data


def _to_gzip(text: str) -> str:
    data = text.encode()
    block = _stored(text, "gzip_compress_to_base64_string")
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return base64.b64encode(b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block + tail).decode()


def _to_zlib(text: str) -> str:
    block = _stored(text, "zlib_compress_to_base64_string")
    return base64.b64encode(b"\x78\1" + block + zlib.adler32(text.encode()).to_bytes(4, "big")).decode()


_LONGEST = 1000
_DOTS = re.compile("[.\u3002\uff61]")


def _to_punycode(text: str) -> str:
    if text.isascii() or len(text) > _LONGEST:
        unknown(f"KQL punycode_from_string of ASCII, or of more than {_LONGEST:,} letters")
    return text.encode("punycode").decode()


def _from_punycode(text: str) -> str:
    """The text that Punycode stands for; empty where it is none."""
    if len(text) > _LONGEST:
        unknown(f"KQL punycode_to_string of more than {_LONGEST:,} letters")
    try:
        made = text.encode("ascii").decode("punycode")
        made.encode()
    except (UnicodeError, ValueError, OverflowError, binascii.Error):
        return ""
    return made


def _to_domain(text: str) -> str:
    """Each label that is not ASCII as xn-- and its Punycode; full stops of other scripts become dots."""
    if "\uff0e" in text:
        unknown("KQL punycode_domain_to_string with a full-width full stop")
    labels = _DOTS.split(text)
    return ".".join(label if label.isascii() else "xn--" + _to_punycode(label) for label in labels)


def _from_domain(text: str) -> str:
    return ".".join(map(_from_label, text.split(".")))


def _from_label(label: str) -> str:
    if label.startswith("xn--"):
        made = _from_punycode(label.removeprefix("xn--"))
        if made:
            return made
    if label[:4].lower() == "xn--" or not label.isascii():
        unknown("KQL punycode_domain_from_string of a label that is no Punycode")
    return label


ROWS = (
    Computed("kusto.base64_encode", _encode, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.base64_text", _decode, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.base64_array", _decode_to_array, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.base64_guid", _decode_to_guid, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.base64_of_guid", _encode_guid, ("VARCHAR",), "VARCHAR", nulls=True),
    Computed("kusto.base64_of_array", _encode_array, ("VARCHAR",), "VARCHAR", nulls=True),
    Computed("kusto.gzip", _to_gzip, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.gunzip", _from_gzip, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.zlib", _to_zlib, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.unzlib", _from_zlib, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.punycode", _to_punycode, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.unpunycode", _from_punycode, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.punycode_domain", _to_domain, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.unpunycode_domain", _from_domain, ("VARCHAR",), "VARCHAR"),
)
