"""IP lookups: an address as every network it lies in, and a network as the one text all ways to write it share."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from antivenom.engine.computed.table import Computed

_MAPPED = 0xFFFF << 32


def _v4(text: str) -> tuple[int, int] | None:
    """Bits and prefix length of an IPv4 address or network."""
    address, slash, length = text.strip().partition("/")
    try:
        bits, size = int(IPv4Address(address)), IPv4Network(f"0.0.0.0/{length}").prefixlen if slash else 32
    except ValueError:
        return None
    return bits, size


def _v6(text: str) -> tuple[int, int] | None:
    """Bits and prefix length of an IPv6 address or network; IPv4 stands as ::ffff:a.b.c.d."""
    address, slash, length = text.strip().partition("/")
    if "." in address and ":" not in address:
        found = _v4(text)
        return None if found is None else (_MAPPED | found[0], found[1] + 96)
    try:
        bits, size = int(IPv6Address(address)), IPv6Network(f"::/{length}").prefixlen if slash else 128
    except ValueError:
        return None
    return bits, size


def _masked(bits: int, size: int, width: int) -> str:
    return f"{bits >> (width - size) << (width - size):x}/{size}"


def _network(parsed: tuple[int, int] | None, width: int) -> str | None:
    return None if parsed is None else _masked(*parsed, width)


def _networks(parsed: tuple[int, int] | None, width: int) -> list[str]:
    if parsed is None:
        return []
    bits, longest = parsed
    return [_masked(bits, size, width) for size in range(longest, -1, -1)]


@lru_cache(maxsize=65536)
def _v4_networks(text: str) -> list[str]:
    return _networks(_v4(text), 32)


@lru_cache(maxsize=16384)
def _v6_networks(text: str) -> list[str]:
    return _networks(_v6(text), 128)


ROWS = (
    Computed("kusto.ipv4_network", lambda text: _network(_v4(text), 32), ("VARCHAR",), "VARCHAR"),
    Computed("kusto.ipv4_networks", _v4_networks, ("VARCHAR",), "VARCHAR[]"),
    Computed("kusto.ipv6_network", lambda text: _network(_v6(text), 128), ("VARCHAR",), "VARCHAR"),
    Computed("kusto.ipv6_networks", _v6_networks, ("VARCHAR",), "VARCHAR[]"),
)
