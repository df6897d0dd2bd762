"""Kusto's hash(): xxHash64 with seed 0, written here after its specification, since Python has none."""

from __future__ import annotations

import struct

from antivenom.engine.computed.table import Computed, NoAnswer

_BITS = (1 << 64) - 1
_P1 = 0x9E3779B185EBCA87
_P2 = 0xC2B2AE3D27D4EB4F
_P3 = 0x165667B19E3779F9
_P4 = 0x85EBCA77C2B2AE63
_P5 = 0x27D4EB2F165667C5


def xxhash64(data: bytes) -> int:
    """The 64-bit hash of the bytes, as an unsigned number."""
    at = len(data) // 32 * 32
    made = _stripes(data, at) if at else _P5
    made = made + len(data) & _BITS
    while at + 8 <= len(data):
        made = _rotated(made ^ _round(0, int.from_bytes(data[at : at + 8], "little")), 27) * _P1 + _P4 & _BITS
        at += 8
    if at + 4 <= len(data):
        made = _rotated(made ^ int.from_bytes(data[at : at + 4], "little") * _P1 & _BITS, 23) * _P2 + _P3 & _BITS
        at += 4
    for byte in data[at:]:
        made = _rotated(made ^ byte * _P5 & _BITS, 11) * _P1 & _BITS
    made = (made ^ made >> 33) * _P2 & _BITS
    made = (made ^ made >> 29) * _P3 & _BITS
    return made ^ made >> 32


def _stripes(data: bytes, end: int) -> int:
    """The four lanes over whole stripes of 32 bytes, merged."""
    lanes = [_P1 + _P2 & _BITS, _P2, 0, -_P1 & _BITS]
    for stripe in struct.iter_unpack("<4Q", data[:end]):
        lanes = [_round(lane, word) for lane, word in zip(lanes, stripe, strict=True)]
    made = sum(_rotated(lane, turn) for lane, turn in zip(lanes, (1, 7, 12, 18), strict=True)) & _BITS
    for lane in lanes:
        made = (made ^ _round(0, lane)) * _P1 + _P4 & _BITS
    return made


def _round(lane: int, word: int) -> int:
    return _rotated(lane + word * _P2 & _BITS, 31) * _P1 & _BITS


def _rotated(value: int, turn: int) -> int:
    return (value << turn | value >> 64 - turn) & _BITS


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


def _of_text(text: str) -> int:
    return _signed(xxhash64(text.encode()))


def _of_ticks(ticks: int) -> int:
    """The hash of a datetime's ticks, eight bytes with the low one first."""
    return _signed(xxhash64(ticks.to_bytes(8, "little", signed=True)))


def _modulo(value: int, divisor: int) -> int:
    """The rest of a hash, taken as the unsigned number that it is."""
    if divisor <= 0:
        raise NoAnswer("a modulo below 1")
    return (value & _BITS) % divisor


ROWS = (
    Computed("kusto.hash_text", _of_text, ("VARCHAR",), "BIGINT"),
    Computed("kusto.hash_ticks", _of_ticks, ("BIGINT",), "BIGINT"),
    Computed("kusto.hash_modulo", _modulo, ("BIGINT", "BIGINT"), "BIGINT"),
)
