"""How Sigma reads one value: case folding, numbers, times and addresses; both engines ask here."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

import pyarrow as pa
import pyarrow.compute as pc

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?")
_HEX = re.compile(r"[+-]?0[xX][0-9a-fA-F]+")
_EPOCH = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]+)?")
_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,]([0-9]+))?(?: ?(Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?)?"
)
_MAPPED_BITS = 96
_LONGEST_ADDRESS = 100
_REMEMBERED = 1 << 18
"""Values whose reading is remembered: many conditions ask of the same ones."""

PARTS = ("minute", "hour", "day", "week", "month", "year")
"""The parts of a time that `sigma.part` knows; weeks are ISO weeks."""


@lru_cache(maxsize=256)
def fold(text: str) -> str:
    """The text with its case ignored: each code point's simple lower case, as `folded` has it."""
    return text.lower() if text.isascii() else str(pc.utf8_lower(pa.scalar(text)).as_py())


def folded(values: pa.Array) -> pa.Array:
    """Each text with its case ignored; null stays null."""
    return pc.utf8_lower(values)


@lru_cache(maxsize=_REMEMBERED)
def number(text: str) -> float | None:
    """The value as a number, decimal or 0x hexadecimal; None where it is none."""
    text = text.strip(" \t\r\n")
    if _NUMBER.fullmatch(text):
        return float(text)
    if not _HEX.fullmatch(text):
        return None
    try:
        return float(int(text, 16))
    except OverflowError:
        return None


@lru_cache(maxsize=_REMEMBERED)
def moment(text: str) -> datetime | None:
    """The value as a time in UTC: ISO 8601 (no zone means UTC) or seconds since 1970; None where it is none."""
    text = text.strip(" \t\r\n")
    try:
        if _EPOCH.fullmatch(text):
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=float(text))
        match = _ISO.fullmatch(text)
        return None if match is None else _iso(match)
    except (ValueError, OverflowError):
        return None


def _iso(match: re.Match[str]) -> datetime:
    day, time, fraction, zone = match.groups()
    written = f"{day}T{time or '00:00'}"
    if time and fraction:
        written += f"{':00' if len(time) == len('00:00') else ''}.{fraction[:6].ljust(6, '0')}"
    read = datetime.fromisoformat(written + (zone if zone and zone[0] in "+-" else "+00:00"))
    return read.astimezone(UTC)


def part(text: str, name: str) -> int | None:
    """One of PARTS of the value read as a time; None where it is none."""
    read = moment(text)
    if read is None or name not in PARTS:
        return None
    return read.isocalendar().week if name == "week" else int(getattr(read, name))


@lru_cache(maxsize=4096)
def network(text: str) -> IPv4Network | IPv6Network | None:
    """The network, IPv4-mapped ones as their IPv4; None for a text that is none."""
    try:
        read = ip_network(text, strict=False)
    except ValueError:
        return None
    if isinstance(read, IPv6Network) and read.prefixlen >= _MAPPED_BITS and read.network_address.ipv4_mapped:
        return IPv4Network((read.network_address.ipv4_mapped, read.prefixlen - _MAPPED_BITS))
    return read


_Place = tuple[int, int, int]
"""An address, or a network: its version, its first number and its last."""


@lru_cache(maxsize=_REMEMBERED)
def _address(text: str) -> _Place | None:
    if len(text) > _LONGEST_ADDRESS:
        return None
    try:
        read = ip_address(text)
    except ValueError:
        return None
    mapped = read.ipv4_mapped if isinstance(read, IPv6Address) else None
    plain = mapped or read
    return plain.version, int(plain), int(plain)


@lru_cache(maxsize=4096)
def _range(text: str) -> _Place | None:
    read = network(text)
    if read is None:
        return None
    return read.version, int(read.network_address), int(read.broadcast_address)


def within(address: str, where: str) -> bool:
    """Whether the address lies in the network; what is no address, or no network, does not."""
    found, outer = _address(address), _range(where)
    if found is None or outer is None or found[0] != outer[0]:
        return False
    return outer[1] <= found[1] <= outer[2]
