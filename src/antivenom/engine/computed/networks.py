"""The networks an IP address is in: each of its prefixes, as `1.2.3.0/24` or `2001:db8::/32`."""

from __future__ import annotations

import ipaddress

from antivenom.engine.computed.table import Computed


def _networks(text: str) -> list[ipaddress.IPv4Network | ipaddress.IPv6Network]:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return []
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    whole = ipaddress.ip_network(address)
    return [whole.supernet(new_prefix=length) for length in range(whole.max_prefixlen, -1, -1)]


def _prefixes(text: str) -> list[str]:
    return [str(network) for network in _networks(text)]


def _lengths(text: str) -> list[str]:
    return [f"{network.prefixlen:03d}" for network in _networks(text)]


ROWS = (
    Computed("network.prefixes", _prefixes, ("VARCHAR",), "VARCHAR[]"),
    Computed("network.prefix_lengths", _lengths, ("VARCHAR",), "VARCHAR[]"),
)
