"""Kusto's IPv4 functions. An address may carry its prefix, as in 10.1.2.3/24, and then counts as its network.

Spaces around are passed over; a leading zero, a part above 255 or a prefix above 32 makes it no address.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import IPv4Address, summarize_address_range

from antivenom.engine.computed.answers import shown, texts
from antivenom.engine.computed.table import Computed, NoAnswer

BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
ADDRESS = rf"{BYTE}(?:\.{BYTE}){{3}}"
SPACES = " \t\n\r\f\v"
_FORM = re.compile(rf"({ADDRESS})(?:/([0-9]+))?", re.ASCII)
_LONGEST = 64
_BITS = 32
_PRIVATE = ((10 << 24, 8), (172 << 24 | 16 << 16, 12), (192 << 24 | 168 << 16, 16))


def parsed(text: str) -> tuple[int, int] | None:
    """Address and prefix (32 where none is written), or None where the text is no address."""
    text = text.strip(SPACES)
    if len(text) > _LONGEST:
        return None
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    prefix = found[2]
    size = _BITS if prefix is None else int(prefix)
    return (number(found[1]), size) if size <= _BITS else None


def number(address: str) -> int:
    """A dotted address as its number."""
    high, upper, lower, low = (int(part) for part in address.split("."))
    return high << 24 | upper << 16 | lower << 8 | low


def dotted(value: int) -> str:
    """A number as a dotted address."""
    return ".".join(str(value >> shift & 255) for shift in (24, 16, 8, 0))


def masked(value: int, prefix: int) -> int:
    """The address of the network of so many bits."""
    return value >> (_BITS - prefix) << (_BITS - prefix)


def _network(text: str, prefix: int) -> tuple[int, int] | None:
    """The network's address and its prefix: the shorter of the written one and the given one."""
    found = parsed(text)
    if found is None or not 0 <= prefix <= _BITS:
        return None
    size = min(found[1], prefix)
    return masked(found[0], size), size


def _parse(text: str) -> int | None:
    return _parse_mask(text, _BITS)


def _parse_mask(text: str, prefix: int) -> int | None:
    found = _network(text, prefix)
    return None if found is None else found[0]


def _compare(left: str, right: str, prefix: int) -> int | None:
    """-1, 0 or 1 under the shortest of the three prefixes."""
    first, second = parsed(left), parsed(right)
    if first is None or second is None or not 0 <= prefix <= _BITS:
        return None
    size = min(first[1], second[1], prefix)
    one, other = masked(first[0], size), masked(second[0], size)
    return (one > other) - (one < other)


def _is_match(left: str, right: str, prefix: int) -> bool | None:
    found = _compare(left, right, prefix)
    return None if found is None else found == 0


def _in_range(address: str, network: str) -> bool | None:
    found, within = parsed(address), parsed(network)
    if found is None or within is None:
        return None
    return masked(masked(*found), within[1]) == masked(*within)


def _in_any_range(address: str, networks: str | None) -> bool | None:
    if parsed(address) is None:
        return None
    return True in [_in_range(address, each) for each in texts(networks)]


def _is_private(text: str) -> bool | None:
    found = parsed(text)
    if found is None:
        return None
    return any(masked(masked(*found), bits) == block for block, bits in _PRIVATE)


def _netmask_suffix(text: str) -> int | None:
    found = parsed(text)
    return None if found is None else found[1]


def _format(text: str | None, prefix: int | None) -> str:
    found = None if text is None or prefix is None else _network(text, prefix)
    return "" if found is None else dotted(found[0])


def _format_mask(text: str | None, prefix: int | None) -> str:
    found = None if text is None or prefix is None else _network(text, prefix)
    return "" if found is None else f"{dotted(found[0])}/{found[1]}"


def _of_number(value: int | None) -> str:
    """A number as the text of its address, empty for null."""
    if value is None:
        return ""
    return dotted(value) if 0 <= value < 1 << _BITS else ""


def _cidr_list(start: str, end: str) -> str | None:
    """The fewest networks that cover the addresses from start to end."""
    first, last = parsed(start), parsed(end)
    if first is None or last is None:
        return None
    if masked(*first) > masked(*last):
        raise NoAnswer("a range that runs backwards")
    networks = summarize_address_range(IPv4Address(masked(*first)), IPv4Address(masked(*last)))
    return shown([str(network) for network in networks])


_AT = re.compile(ADDRESS, re.ASCII)
_EXACT = re.compile(ADDRESS, re.ASCII)
_PREFIX = re.compile(rf"(?:{BYTE}\.){{1,3}}|{ADDRESS}", re.ASCII)


def _has(text: str, needle: str) -> bool:
    if not _EXACT.fullmatch(needle):
        return False
    return _occurs(text, needle, lambda at: at + len(needle))


def _has_prefix(text: str, needle: str) -> bool:
    if not _PREFIX.fullmatch(needle):
        return False
    if not needle.endswith("."):
        return _has(text, needle)
    return _occurs(text, needle, lambda at: _end_of_address(text, at))


def _end_of_address(text: str, at: int) -> int:
    found = _AT.match(text, at)
    return -1 if found is None else found.end()


def _occurs(text: str, needle: str, end_of: Callable[[int], int]) -> bool:
    """Whether the needle starts an address in the text that no letter or digit touches."""
    at = text.find(needle)
    while at >= 0:
        end = end_of(at)
        if end >= 0 and not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            return True
        at = text.find(needle, at + 1)
    return False


def _has_any(text: str, needles: str | None) -> bool:
    return any(_has(text, needle) for needle in texts(needles))


def _has_any_prefix(text: str, needles: str | None) -> bool:
    return any(_has_prefix(text, needle) for needle in texts(needles))


_TEXTS = ("VARCHAR", "VARCHAR")

ROWS = (
    Computed("kusto.parse_ipv4", _parse, ("VARCHAR",), "BIGINT"),
    Computed("kusto.parse_ipv4_mask", _parse_mask, ("VARCHAR", "BIGINT"), "BIGINT"),
    Computed("kusto.ipv4_compare", _compare, ("VARCHAR", "VARCHAR", "BIGINT"), "BIGINT"),
    Computed("kusto.ipv4_is_match", _is_match, ("VARCHAR", "VARCHAR", "BIGINT"), "BOOLEAN"),
    Computed("kusto.ipv4_is_in_range", _in_range, _TEXTS, "BOOLEAN"),
    Computed("kusto.ipv4_is_in_any_range", _in_any_range, _TEXTS, "BOOLEAN", nulls=True),
    Computed("kusto.ipv4_is_private", _is_private, ("VARCHAR",), "BOOLEAN"),
    Computed("kusto.ipv4_netmask_suffix", _netmask_suffix, ("VARCHAR",), "BIGINT"),
    Computed("kusto.format_ipv4", _format, ("VARCHAR", "BIGINT"), "VARCHAR", nulls=True),
    Computed("kusto.format_ipv4_mask", _format_mask, ("VARCHAR", "BIGINT"), "VARCHAR", nulls=True),
    Computed("kusto.ipv4_of_number", _of_number, ("BIGINT",), "VARCHAR", nulls=True),
    Computed("kusto.ipv4_range_to_cidr_list", _cidr_list, _TEXTS, "VARCHAR"),
    Computed("kusto.has_ipv4", _has, _TEXTS, "BOOLEAN"),
    Computed("kusto.has_ipv4_prefix", _has_prefix, _TEXTS, "BOOLEAN"),
    Computed("kusto.has_any_ipv4", _has_any, _TEXTS, "BOOLEAN", nulls=True),
    Computed("kusto.has_any_ipv4_prefix", _has_any_prefix, _TEXTS, "BOOLEAN", nulls=True),
)
