"""Why a file is no log that is read, for a person."""

from __future__ import annotations

import re

from antivenom.telemetry.unpack import shown_name

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"version https://git-lfs.github.com/spec/", "git-LFS pointer, not the file itself"),
    (0, b"\x00\x05\x16\x07", "macOS resource fork (AppleDouble), no log"),
    (0, b"\x30\x00\x00\x00LfLe", "Windows event log of before Vista (EVT), not read"),
    (0, b"BZh", "bzip2 archive, not opened"),
    (0, b"\xfd7zXZ\0", "xz archive, not opened"),
    (0, b"\x28\xb5\x2f\xfd", "zstd archive, not opened"),
    (0, b"7z\xbc\xaf\x27\x1c", "7z archive, not opened"),
    (0, b"Rar!\x1a\x07", "rar archive, not opened"),
    (257, b"ustar", "tar archive, not opened"),
    (0, b"SQLite format 3\0", "SQLite database, no log"),
    (0, b"PAR1", "Parquet table, no log"),
    (0, b"\xd4\xc3\xb2\xa1", "packet capture (pcap), no log"),
    (0, b"\x0a\x0d\x0d\x0a", "packet capture (pcapng), no log"),
    (0, b"\x7fELF", "program (ELF), no log"),
    (0, b"MZ", "program (PE), no log"),
    (0, b"%PDF", "PDF document, no log"),
    (0, b"\x89PNG", "PNG image, no log"),
)
_SHOWN = 60


def reason(head: bytes) -> str:
    """Why a file that begins so was not read, for a person."""
    if not head:
        return "empty file"
    for at, magic, text in _MAGIC:
        if head.startswith(magic, at):
            return text
    if not any(head):
        return "nothing but zeros"
    text = head[: 4 * _SHOWN].decode(errors="replace").lstrip("\ufeff").strip()
    shown = re.sub(r"\s+", " ", text)[:_SHOWN]
    odd = sum(not char.isprintable() or char == "\ufffd" for char in shown)
    if odd * 4 > len(shown):
        return f"no known log format: starts with bytes {head[:8].hex(' ')}"
    return f"no known log format: starts with {shown_name(shown)!r}"
