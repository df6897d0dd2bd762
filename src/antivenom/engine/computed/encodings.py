"""Kusto's base64, gzip, zlib and Punycode. What is not of the form gives an empty text, or null."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from uuid import UUID

from antivenom.engine.computed.answers import array, shown
from antivenom.engine.computed.table import Computed, NoAnswer

_BASE64 = re.compile(r"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?")
_LARGEST = 1 << 26
"""Most bytes that a compressed text may grow to."""


def _bytes(text: str) -> bytes | None:
    """The bytes of base64 text with its padding; None where it is none."""
    return base64.b64decode(text) if _BASE64.fullmatch(text) else None


def _encode(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _decode(text: str) -> str:
    """The text whose UTF-8 this is."""
    data = _bytes(text)
    return "" if data is None else _utf8(data)


def _utf8(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def _decode_to_array(text: str) -> str | None:
    data = _bytes(text)
    return None if data is None else shown(list(data))


def _decode_to_guid(text: str) -> str | None:
    """The GUID of 16 bytes, its first three numbers with the low byte first."""
    data = _bytes(text)
    return str(UUID(bytes_le=data)) if data is not None and len(data) == 16 else None


def _encode_guid(guid: str | None) -> str:
    if guid is None:
        return ""
    try:
        return base64.b64encode(UUID(guid).bytes_le).decode()
    except ValueError:
        raise NoAnswer("what is no GUID") from None


def _encode_array(text: str | None) -> str:
    if text is None:
        return ""
    numbers = array(text)
    if not numbers or not all(type(number) is int and 0 <= number < 256 for number in numbers):
        raise NoAnswer("what is no list of bytes")
    return base64.b64encode(bytes(numbers)).decode()


_GZIP = 31
_ZLIB = 15


def _decompress(text: str, form: int) -> str:
    data = _bytes(text)
    if not data:
        return ""
    reader = zlib.decompressobj(form)
    try:
        made = reader.decompress(data, _LARGEST)
    except zlib.error:
        return ""
    if reader.unconsumed_tail or not reader.eof:
        return ""
    return _utf8(made)


def _from_gzip(text: str) -> str:
    return _decompress(text, _GZIP)


def _from_zlib(text: str) -> str:
    return _decompress(text, _ZLIB)


_STORED = 40
"""A text this short is stored as it is: Kusto's compressor finds nothing shorter (measured at 20 bytes)."""


def _block(data: bytes) -> bytes:
    """The compressed bytes alone; which ones Kusto finds for longer texts is not known, others mean the same."""
    if len(data) > _STORED:
        packer = zlib.compressobj(wbits=-_ZLIB)
        return packer.compress(data) + packer.flush()
    size = len(data).to_bytes(2, "little")
    return b"\1" + size + bytes(byte ^ 255 for byte in size) + data


def _to_gzip(text: str) -> str:
    data = text.encode()
    if not data:
        return ""
    tail = zlib.crc32(data).to_bytes(4, "little") + len(data).to_bytes(4, "little")
    return base64.b64encode(b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + _block(data) + tail).decode()


def _to_zlib(text: str) -> str:
    data = text.encode()
    if not data:
        return ""
    return base64.b64encode(b"\x78\1" + _block(data) + zlib.adler32(data).to_bytes(4, "big")).decode()


_LONGEST = 1000
_DOTS = re.compile("[.\u3002\uff0e\uff61]")


def _to_punycode(text: str) -> str:
    if len(text) > _LONGEST:
        raise NoAnswer("a text too long for Punycode")
    return text.encode("punycode").decode()


def _from_punycode(text: str) -> str:
    """The text that Punycode stands for; empty where it is none."""
    if len(text) > _LONGEST:
        raise NoAnswer("a text too long for Punycode")
    try:
        made = text.encode("ascii").decode("punycode")
        made.encode()
    except (UnicodeError, ValueError, OverflowError, binascii.Error):
        return ""
    return made


def _to_domain(text: str) -> str:
    """Each label that is not ASCII as xn-- and its Punycode; full stops of other scripts become dots."""
    labels = _DOTS.split(text)
    return ".".join(label if label.isascii() else "xn--" + _to_punycode(label) for label in labels)


def _from_domain(text: str) -> str:
    return ".".join(map(_from_label, text.split(".")))


def _from_label(label: str) -> str:
    if label.startswith("xn--"):
        made = _from_punycode(label.removeprefix("xn--"))
        if made:
            return made
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
