"""A finding's document, as `antivenom hunt --json` writes it, as the values that texts ask for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from antivenom.accounts import is_service, names
from antivenom.errors import DamagedInput, UsageError
from antivenom.response import chain, owner
from antivenom.response.model import Slot

COMPUTED: Mapping[str, Mapping[str, Callable[[Mapping[str, Any]], Iterator[str]]]] = {
    "chain": chain.SOURCES,
    "account": owner.SOURCES,
}
"""Sources that are made of a document, as `chain.addresses` and `account.privileged`."""
MOST_BYTES = 512 * 1024 * 1024
"""The largest document that is read."""
MOST_VALUES = 5
"""How many values of one slot are written out."""

NOT_RECORDED = "not recorded by this sensor"
_NUMBER = re.compile(r"[0-9]{1,19}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_SHA256 = re.compile(r"(?:.*SHA256=)?([0-9A-Fa-f]{64})(?:,.*)?")
_NAMED = re.compile(r"(.+)#([0-9]{1,9})")
_MAC_ROOTS = ("/System/", "/Applications/", "/Library/", "/Users/", "/private/", "/Volumes/", "/opt/homebrew/")


@dataclass(frozen=True, slots=True)
class Values:
    """What one finding says.

    found     each slot's values, the first MOST_VALUES of them; a slot that is not here was not recorded.
    more      how many further values a slot has.
    refused   values that are not what the slot must be, and why, for a person.
    platform  one of the platforms, or None where nothing tells.
    place     the document and the number of the finding in it.
    spared    accounts, without their domain, that are of the system or of a service.
    """

    found: Mapping[str, tuple[str, ...]]
    more: Mapping[str, int]
    refused: Mapping[str, tuple[tuple[str, str], ...]]
    platform: str | None
    place: str
    spared: frozenset[str] = frozenset()


def read(given: str, slots: Mapping[str, Slot], stream: BinaryIO) -> Values:
    """The values of FILE or FILE#N (from 1); `-` is the stream. UsageError or DamagedInput says what is wrong."""
    name, number = _name_of(given)
    findings = _findings(_load(name, stream), name)
    if not 1 <= number <= len(findings):
        there = f"there are {len(findings)}; number them from 1" if findings else "the hunt found nothing"
        raise UsageError(f"no finding {number} in {name}", hint=there)
    document = findings[number - 1]
    if not isinstance(document, dict):
        raise DamagedInput(f"finding {number} is not an object but {type(document).__name__}", origin=name)
    return values_of(document, slots, f"finding {number} of {len(findings)} in {name}")


def _name_of(given: str) -> tuple[str, int]:
    match = _NAMED.fullmatch(given)
    if match and not Path(given).is_file():
        return match[1], int(match[2])
    return given, 1


def _load(name: str, stream: BinaryIO) -> Any:
    try:
        if name == "-":
            data = stream.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UsageError(
            f"cannot read {name}: {error.strerror or error}", hint="give what antivenom hunt --json wrote"
        ) from None
    if len(data) > MOST_BYTES:
        raise DamagedInput(f"the document is larger than {MOST_BYTES} bytes", origin=name)
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        reason = "it nests too deeply" if isinstance(error, RecursionError) else str(error)
        raise DamagedInput(f"not JSON: {reason}", origin=name, hint="give what antivenom hunt --json wrote") from None


def _findings(document: Any, name: str) -> list[Any]:
    findings = document.get("findings") if isinstance(document, dict) else None
    if not isinstance(findings, list):
        raise DamagedInput(
            "there is no list of findings in it", origin=name, hint="give what antivenom hunt --json wrote"
        )
    return findings


def values_of(document: Mapping[str, Any], slots: Mapping[str, Slot], place: str = "the finding") -> Values:
    """The values that a finding's document has for some slots."""
    found: dict[str, tuple[str, ...]] = {}
    more: dict[str, int] = {}
    refused: dict[str, tuple[tuple[str, str], ...]] = {}
    for slot in slots.values():
        good, bad = _sorted_out(slot, document)
        if good:
            found[slot.name] = tuple(good[:MOST_VALUES])
        if len(good) > MOST_VALUES:
            more[slot.name] = len(good) - MOST_VALUES
        if bad:
            refused[slot.name] = tuple(bad[:MOST_VALUES])
    platform = platform_of(document)
    if platform and "platform" in slots:
        found["platform"] = (platform,)
    spared = frozenset(names(user)[-1] for user in owner.users(document) if is_service(user))
    return Values(found, more, refused, platform, place, spared)


def _sorted_out(slot: Slot, document: Mapping[str, Any]) -> tuple[list[str], list[tuple[str, str]]]:
    """The values of a slot that are what they must be, and those that are not with the reason."""
    for source in slot.sources:
        raw = dict.fromkeys(text for one in source.split(" + ") for text in _texts(one, document))
        good: list[str] = []
        bad: list[tuple[str, str]] = []
        for text in raw:
            value, reason = _CHECKS[slot.kind](text)
            if value is None:
                bad.append((text, reason))
            elif value not in good:
                good.append(value)
        if good or bad:
            return good, bad
    return [], []


def _texts(source: str, document: Mapping[str, Any]) -> Iterator[str]:
    """The texts and numbers under a source of a document, whatever else stands there."""
    kind, _, name = source.partition(".")
    if kind == "indicators":
        entries = _list(_under(document, "program.indicators"))
        held: Iterable[Any] = (_under(one, "value") for one in entries if _under(one, "kind") == name)
    elif kind in COMPUTED:
        held = COMPUTED[kind][name](document)
    else:
        held = _held(document, source.split("."))
    for value in islice(held, 10_000):
        if isinstance(value, str) and value:
            yield value
        elif isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**63:
            yield str(value)


def _held(value: Any, path: list[str]) -> Iterator[Any]:
    """What stands under a path; a list on the way stands for each of its items, a list in a list for nothing."""
    for one in value if isinstance(value, list) else [value]:
        if not path:
            yield one
        elif isinstance(one, dict):
            yield from _held(one.get(path[0]), path[1:])


def _under(document: Any, path: str) -> Any:
    for key in path.split("."):
        document = document.get(key) if isinstance(document, dict) else None
    return document


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


Checked = tuple[str | None, str]


def _number(text: str) -> Checked:
    if not _NUMBER.fullmatch(text):
        return None, "it is no number"
    number = int(text)
    return (str(number), "") if number > 1 else (None, "to a shell 0 and 1 mean everything or the system itself")


def _epoch(text: str) -> Checked:
    """A time as a finding writes it, in whole seconds since 1970."""
    try:
        moment = datetime.fromisoformat(text) if _TIME.fullmatch(text) else None
    except ValueError:
        moment = None
    return (None, "it is no time") if moment is None else (str(int(moment.timestamp())), "")


def _address(text: str) -> Checked:
    try:
        address = ip_address(text)
    except ValueError:
        return None, "it is no IP address"
    if getattr(address, "scope_id", None):
        return None, "it has a zone, which is of one host only"
    if address.is_loopback or address.is_unspecified or address.is_multicast:
        return None, "it is the host itself or no one host: nothing to block or to look for"
    return str(address), ""


def _digest(text: str) -> Checked:
    match = _SHA256.fullmatch(text)
    return (match[1].lower(), "") if match else (None, "it is no SHA-256")


def _text(text: str) -> Checked:
    return text, ""


def _account(text: str) -> Checked:
    name = names(text)[-1]
    return (name, "") if not name.endswith("\\") else (None, "it is no account's name")


_CHECKS: dict[str, Callable[[str], Checked]] = {
    "number": _number,
    "epoch": _epoch,
    "address": _address,
    "digest": _digest,
    "text": _text,
    "account": _account,
    "shown": _text,
}


def platform_of(document: Mapping[str, Any]) -> str | None:
    """The platform that a finding says or whose paths it has; a finding does not always tell."""
    product = f"{_under(document, 'product')} {_under(document, 'platform')}".lower()
    if "esxi" in product:
        return "esxi"
    for source in ("process.path", "parent.path", "process.name", "process.command_line"):
        path = _under(document, source)
        if isinstance(path, str) and path:
            if path.startswith("/vmfs/"):
                return "esxi"
            if path.startswith("/"):
                return "macos" if path.startswith(_MAC_ROOTS) or "eslogger" in product else "linux"
            if "\\" in path or path[1:2] == ":" or path.lower().endswith(".exe"):
                return "windows"
    return {"eslogger": "macos", "auditd": "linux"}.get(str(_under(document, "product")).lower())
