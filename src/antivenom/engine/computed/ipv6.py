"""Kusto's IPv6 functions. IPv4 is taken as its mapped address, ::ffff:a.b.c.d, and its prefix counts there.

A zone (%eth0) is dropped; the prefix of an address that ends in dotted IPv4 is one of its 32 bits (measured).
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address
from typing import NamedTuple

from antivenom.engine.computed import ipv4
from antivenom.engine.computed.answers import texts
from antivenom.engine.computed.table import Computed

_BITS = 128
_MAPPED = 0xFFFF << 32
_FORM = re.compile(r"([0-9A-Fa-f:.]+)(%[^/]*)?(?:/([0-9]+))?", re.ASCII)
_LONGEST = 100


class _Address(NamedTuple):
    """A 128-bit address, its prefix, and whether it is dotted IPv4 after zeros."""

    value: int
    prefix: int
    compatible: bool = False


def _parsed(text: str) -> _Address | None:
    if len(text) > _LONGEST or ("." in text and ":" not in text):
        found = ipv4.parsed(text)
        return None if found is None else _Address(_MAPPED | found[0], 96 + found[1])
    shape = _FORM.fullmatch(text.strip(ipv4.SPACES))
    if shape is None:
        return None
    address, _, prefix = shape.groups()
    try:
        value = int(IPv6Address(address))
    except AddressValueError:
        return None
    return _prefixed(value, prefix, dotted="." in address)


def _prefixed(value: int, prefix: str | None, *, dotted: bool) -> _Address | None:
    size = None if prefix is None else int(prefix)
    if size is not None and size > (32 if dotted else _BITS):
        return None
    compatible = dotted and value >> 32 == 0
    if size is None:
        return _Address(value, _BITS, compatible)
    return _Address(value, size + 96 if dotted else size, compatible)


def _masked(value: int, prefix: int) -> int:
    return value >> (_BITS - prefix) << (_BITS - prefix)


def _shown(value: int) -> str:
    return ":".join(f"{value >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16))


def _parse(text: str) -> str:
    return _parse_mask(text, _BITS)


def _parse_mask(text: str | None, prefix: int | None) -> str:
    found = None if text is None or prefix is None else _parsed(text)
    if found is None or prefix is None or not 0 <= prefix <= _BITS:
        return ""
    return _shown(_masked(found.value, min(found.prefix, prefix)))


def _compared(found: _Address) -> int:
    """The value by which an address is compared: ::a.b.c.d counts as the IPv4 address."""
    return _MAPPED | found.value if found.compatible else found.value


def _compare(left: str, right: str, prefix: int) -> int | None:
    first, second = _parsed(left), _parsed(right)
    if first is None or second is None or not 0 <= prefix <= _BITS:
        return None
    size = min(first.prefix, second.prefix, prefix)
    low, high = _masked(_compared(first), size), _masked(_compared(second), size)
    return (low > high) - (low < high)


def _is_match(left: str, right: str, prefix: int) -> bool | None:
    found = _compare(left, right, prefix)
    return None if found is None else found == 0


def _in_range(address: str, network: str) -> bool | None:
    found, within = _parsed(address), _parsed(network)
    if found is None or within is None:
        return None
    value, network_value = _masked(_compared(found), found.prefix), _compared(within)
    return _masked(value, within.prefix) == _masked(network_value, within.prefix)


def _in_any_range(address: str, networks: str | None) -> bool | None:
    if _parsed(address) is None:
        return None
    return True in [_in_range(address, each) for each in texts(networks)]


_TEXTS = ("VARCHAR", "VARCHAR")

ROWS = (
    Computed("kusto.parse_ipv6", _parse, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.parse_ipv6_mask", _parse_mask, ("VARCHAR", "BIGINT"), "VARCHAR", nulls=True),
    Computed("kusto.ipv6_compare", _compare, ("VARCHAR", "VARCHAR", "BIGINT"), "BIGINT"),
    Computed("kusto.ipv6_is_match", _is_match, ("VARCHAR", "VARCHAR", "BIGINT"), "BOOLEAN"),
    Computed("kusto.ipv6_is_in_range", _in_range, _TEXTS, "BOOLEAN"),
    Computed("kusto.ipv6_is_in_any_range", _in_any_range, _TEXTS, "BOOLEAN", nulls=True),
)
