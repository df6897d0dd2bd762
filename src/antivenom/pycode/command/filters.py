"""Filters a pipe goes through: base64, xxd, rev, tr, sed, gunzip and the like, bounded, on bytes that are known."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Sequence
from typing import Any

from antivenom.pycode.budget import Budget
from antivenom.pycode.command.found import Data
from antivenom.pycode.command.line import Handler, Line, Row, mixed_options, plain
from antivenom.pycode.command.shell_words import unescape

LARGEST_INFLATED = 4_000_000


def apply(line: Line, argv: Sequence[str], stdin: Data | None, row: Row) -> Data | None:
    """A filter over standard input, or over a file the line wrote."""
    line.command(argv)
    given, operands = mixed_options(argv, row)
    letters = {key for key, _ in given}
    if row.get("needs") and not letters & row["needs"]:
        return Data(None, stdin.remote if stdin else None, notes=(f"{plain(argv[0])} encodes here",))
    if row.get("file") and operands and operands[-1] != "-":
        stdin = line.file(operands[-1]) or stdin
    if stdin is None:
        return Data(None, notes=(f"what {plain(argv[0])} reads is not known",))
    name = row.get("as", plain(argv[0]))
    if stdin.raw is None:
        return stdin.through(name, None)
    if line.budget.bytes < len(stdin.raw):
        line.budget.take(len(stdin.raw))
    line.budget.take(len(stdin.raw))
    made = row["make"](stdin.raw, given, operands, line.budget)
    if made is None:
        return stdin.through(name, None)._replace(notes=(f"{name} cannot read what it gets",))
    return stdin.through(name, made) if name not in ("head", "tail", "cut", "") else stdin._replace(raw=made)


def _base64(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    kept = re.sub(rb"[^A-Za-z0-9+/]", b"", raw.split(b"=")[0] if raw.count(b"=") <= 2 else raw)
    kept = kept[: len(kept) - (len(kept) % 4 == 1)]
    return base64.b64decode(kept + b"=" * (-len(kept) % 4))


def _base32(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    try:
        return base64.b32decode(re.sub(rb"\s+", b"", raw))
    except (binascii.Error, ValueError):
        return None


def _hex(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    kept = re.sub(rb"(?:\\x|0x|[^0-9A-Fa-f])", b"", raw)
    return binascii.unhexlify(kept[: len(kept) & ~1])


def _rev(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes:
    text = raw.decode("utf-8", "surrogateescape")
    return "\n".join(each[::-1] for each in text.split("\n")).encode("utf-8", "surrogateescape")


def _tac(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes:
    return b"".join(reversed(raw.splitlines(keepends=True)))


def _inflate(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    limit = min(LARGEST_INFLATED, budget.bytes)
    kind = raw[:3]
    try:
        if kind == b"BZh":
            import bz2  # rare, and absent from some builds of Python

            made = bz2.BZ2Decompressor().decompress(raw, limit)
        elif kind[:2] == b"\xfd7" or kind == b"\x5d\0\0":
            import lzma  # rare, and absent from some builds of Python

            made = lzma.LZMADecompressor(memlimit=64_000_000).decompress(raw, limit)
        else:
            made = zlib.decompressobj(15 + 32).decompress(raw, limit)
    except (OSError, ValueError, EOFError, ImportError, zlib.error, MemoryError):
        return None
    except Exception as error:
        if type(error).__name__ != "LZMAError":
            raise
        return None
    budget.take(len(made))
    return made


_CLASSES = {
    "[:lower:]": "a-z", "[:upper:]": "A-Z", "[:digit:]": "0-9", "[:alpha:]": "A-Za-z", "[:alnum:]": "0-9A-Za-z",
    "[:space:]": " \t\n\r\v\f", "[:blank:]": " \t",
}  # fmt: skip


def _set(text: str) -> str:
    for name, members in _CLASSES.items():
        text = text.replace(name, members)
    text = unescape(text[:2000])
    return re.sub(r"(.)-(.)", lambda m: "".join(map(chr, range(ord(m[1]), min(ord(m[2]), ord(m[1]) + 300) + 1))), text)


def _tr(raw: bytes, given: Any, operands: Sequence[str], budget: Budget) -> bytes | None:
    letters = {key for key, _ in given}
    if not operands:
        return None
    text = raw.decode("utf-8", "surrogateescape")
    first = _set(operands[0])
    if "d" in letters:
        drop = set(first)
        keep = "c" in letters or "C" in letters
        return "".join(each for each in text if (each in drop) is keep).encode("utf-8", "surrogateescape")
    if len(operands) < 2:
        return (
            re.sub("([" + re.escape(first) + "])\\1+", r"\1", text).encode("utf-8", "surrogateescape") if first else raw
        )
    second = _set(operands[1]) or " "
    second = second[: len(first)] + second[-1] * max(0, len(first) - len(second))
    return text.translate({ord(each): second[at] for at, each in enumerate(first)}).encode("utf-8", "surrogateescape")


_SED = re.compile(r"s(.)((?:\\.|(?!\1)[^\\])*)\1((?:\\.|(?!\1)[^\\])*)\1([gI0-9]*)", re.DOTALL)
_PATTERN = re.compile(r"[\[\]*^$.]")


def _sed(raw: bytes, given: Any, operands: Sequence[str], budget: Budget) -> bytes | None:
    scripts = [value for key, value in given if key in ("e", "expression")] or list(operands[:1])
    text = raw.decode("utf-8", "surrogateescape")
    for script in scripts[:20]:
        for part in (
            script[:2000].split(";") if script.count(";") and script[:1] == "s" and script[1:2] != ";" else [script]
        ):
            match = _SED.fullmatch(part.strip())
            if match is None:
                return None
            old, new, flags = match[2], match[3], match[4]
            old, new = re.sub(r"\\([^\w])", r"\1", old), unescape(new)
            if _PATTERN.search(match[2].replace("\\.", "")):
                return None
            budget.take(len(text) * max(1, len(new)))
            lines = text.split("\n")
            text = "\n".join(each.replace(old, new, -1 if "g" in flags else 1) for each in lines) if old else text
    return text.encode("utf-8", "surrogateescape")


def _head(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    count, size = _count(given)
    if size is not None:
        return raw[:size]
    return b"".join(raw.splitlines(keepends=True)[:count])


def _tail(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    plus = any(value.startswith("+") for _, value in given)
    count, size = _count(given)
    if size is not None:
        return raw[size - 1 :] if plus else raw[-size:] if size else b""
    lines = raw.splitlines(keepends=True)
    return b"".join(lines[max(0, (count or 0) - 1) :] if plus else lines[-count:] if count else [])


def _count(given: Sequence[tuple[str, str]]) -> tuple[int | None, int | None]:
    count: int | None = 10
    for key, value in given:
        number = re.match(r"[+-]?(\d{1,9})", value or key)
        if number is None:
            continue
        if key in ("c", "bytes"):
            return None, int(number[1])
        count = int(number[1]) * (-1 if value.startswith("-") else 1)
    return count, None


def _cut(raw: bytes, given: Sequence[tuple[str, str]], operands: Any, budget: Budget) -> bytes | None:
    options = dict(given)
    lines = raw.decode("utf-8", "surrogateescape").split("\n")
    spec = options.get("c") or options.get("b") or options.get("f") or ""
    match = re.fullmatch(r"(\d{0,9})(-?)(\d{0,9})", spec)
    if match is None:
        return None
    low = int(match[1] or 1) - 1
    high = (int(match[3]) if match[3] else None) if match[2] else low + 1
    if "f" not in options:
        return "\n".join(each[low:high] for each in lines).encode("utf-8", "surrogateescape")
    mark = options.get("d") or "\t"
    cut = [mark.join(each.split(mark)[low:high]) if mark in each else each for each in lines]
    return "\n".join(cut).encode("utf-8", "surrogateescape")


def _same(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    return raw


def _openssl(raw: bytes, given: Any, operands: Any, budget: Budget) -> bytes | None:
    names = {key for key, _ in given} | set(operands)
    return _base64(raw, given, operands, budget) if names & {"base64", "a", "A"} and "2" not in names else None


_ROWS: tuple[Row, ...] = (
    {"name": "base64 gbase64", "as": "base64", "needs": {"d", "D", "decode"}, "values": "wio", "file": True,
     "make": _base64},
    {"name": "base32", "needs": {"d", "decode"}, "values": "w", "file": True, "make": _base32},
    {"name": "basenc", "as": "base64", "needs": {"d", "decode"}, "values": "w", "make": _base64},
    {"name": "openssl", "as": "base64", "needs": {"d"}, "values": "", "long": ("in", "out", "k", "pass"),
     "make": _openssl},
    {"name": "xxd", "as": "xxd", "needs": {"r", "revert"}, "values": "clgos", "file": True, "make": _hex},
    {"name": "rev", "values": "", "make": _rev},
    {"name": "tac", "values": "", "make": _tac},
    {"name": "tr", "values": "", "make": _tr},
    {"name": "sed gsed", "as": "sed", "values": "e", "long": ("expression",), "make": _sed},
    {"name": "gunzip zcat gzcat zmore", "as": "gunzip", "values": "S", "file": True, "make": _inflate},
    {"name": "gzip pigz", "as": "gunzip", "needs": {"d", "decompress", "dc", "cd"}, "values": "S", "file": True,
     "make": _inflate},
    {"name": "bunzip2 bzcat", "as": "bunzip2", "values": "", "file": True, "make": _inflate},
    {"name": "bzip2", "as": "bunzip2", "needs": {"d", "decompress"}, "values": "", "file": True, "make": _inflate},
    {"name": "unxz xzcat unlzma lzcat", "as": "unxz", "values": "", "file": True, "make": _inflate},
    {"name": "xz lzma", "as": "unxz", "needs": {"d", "decompress"}, "values": "", "file": True, "make": _inflate},
    {"name": "zlib-flate pigz-d", "as": "gunzip", "values": "", "make": _inflate},
    {"name": "head", "values": "cn", "long": ("bytes", "lines"), "file": True, "make": _head},
    {"name": "tail", "values": "cn", "long": ("bytes", "lines"), "file": True, "make": _tail},
    {"name": "cut", "values": "cbfd", "make": _cut},
    {"name": "sort uniq pv dos2unix fold buffer mbuffer sponge", "as": "", "values": "", "make": _same},
)  # fmt: skip

PROGRAMS: dict[str, tuple[Handler, Row]] = {name: (apply, row) for row in _ROWS for name in str(row["name"]).split()}
