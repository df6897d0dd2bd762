"""Bytes into text as Python reads source files, and text without the characters that only confuse a reader."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE

_COOKIE = re.compile(rb"\A(?:[ \t\f]*(?:#[^\r\n]*)?\r?\n)?[ \t\f]*#[^\r\n]{0,200}?coding[:=][ \t]*([-\w.]+)")
_SLOW_CODECS = frozenset(("idna", "punycode"))  # quadratic, and no source is written in them
_MARKS = (  # byte order mark, encoding
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f]+")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\x0b\x85]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Read source bytes: byte order mark, PEP 263 cookie, UTF-16 without a mark, UTF-8, and Latin-1 when all fail."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(_endian(mark, encoding), "replace"), ()
    half = len(data) // 2
    if half and data.count(0) >= half - half // 8:
        encoding = "utf-16-le" if data[1] == 0 else "utf-16-be"
        return data.decode(encoding, "replace"), ("source in UTF-16",)
    cookie = _COOKIE.match(data)
    named = cookie.group(1).decode("latin-1") if cookie else "utf-8"
    for encoding in (named, "utf-8"):
        try:
            if encoding.lower() not in _SLOW_CODECS:
                return data.decode(encoding), ()
        except (LookupError, ValueError, TypeError):
            continue
    return data.decode("latin-1"), ("source is not in the encoding it should be; read as Latin-1",)


def _endian(mark: bytes, encoding: str) -> str:
    if encoding == "utf-8":
        return encoding
    return encoding + ("-be" if mark == BOM_UTF16_BE else "-le")


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """Take out what ast.parse refuses at once: NUL, lone surrogates; the text and what was taken."""
    notes = []
    if "\0" in text:
        text = text.replace("\0", "")
        notes.append("NUL characters taken out")
    if not text.isascii() and _SURROGATES.search(text):
        text = _SURROGATES.sub("\ufffd", text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
        notes.append("characters that are no text replaced")
    return text, tuple(notes)


def visible(text: str) -> str:
    """Take out invisible and control characters, and make every odd blank a space."""
    if text.isascii() and text.isprintable():
        return text
    return _SPACES.sub(" ", _CONTROLS.sub("", _INVISIBLE.sub("", text)))
