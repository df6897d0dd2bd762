"""Columns of activity tables made into values as Sysmon writes them."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa
import pyarrow.compute as pc

from antivenom.vocabularies.sigma_registry import abbreviated, details, value_path
from antivenom.vocabularies.views import Shown
from antivenom.vocabularies.views import made as _made

_SYSTEMS = {
    "S-1-5-18": r"NT AUTHORITY\SYSTEM",
    "S-1-5-19": r"NT AUTHORITY\LOCAL SERVICE",
    "S-1-5-20": r"NT AUTHORITY\NETWORK SERVICE",
    "0": "root",
}
"""Identifiers that name one account on every system -> the name Sysmon writes."""


def utc_time(name: str) -> Shown:
    """A time as `2019-03-02 08:51:00.008`."""

    def make(table: pa.Table) -> pa.ChunkedArray:
        shown = table[name].cast(pa.timestamp("ms"), safe=False)
        return pc.replace_substring(shown.cast(pa.string()), "Z", "")

    return Shown(frozenset((name,)), make)


def event_id(activities: Mapping[str, str]) -> Shown:
    """The id of the Sysmon event that says the same; null where there is none."""
    return _made(("activity_name",), lambda activity: activities.get(activity) or None)


def event_type(name: str) -> Shown:
    """Sysmon's name of a change to the registry: `Set Value` is `SetValue`."""
    return _made((name,), _event_type)


def _event_type(activity: str | None) -> str | None:
    return "SetValue" if activity == "Create Value" else (activity or "").replace(" ", "") or None


def account(prefix: str) -> Shown:
    r"""An account as `DOMAIN\name`; one that every system has, and is told by its identifier, by that."""

    def make(uid: str | None, name: str | None, domain: str | None) -> str | None:
        known = _SYSTEMS.get(uid or "")
        if known is not None or name is None:
            return known
        return name if domain is None else f"{domain}\\{name}"

    return _made((f"{prefix}.uid", f"{prefix}.name", f"{prefix}.domain"), make)


def logon(name: str) -> Shown:
    """A logon session: hexadecimal on Windows. The session number of audit events is none."""

    def make(session: int | None, system: str | None, product: str | None) -> str | None:
        if session is None or product == "auditd":
            return None
        return hex(session) if system in (None, "Windows") else str(session)

    return _made((name, "device.os.type", "metadata.product"), make)


def hashes(prefix: str) -> Shown:
    """All hashes as `MD5=...,SHA1=...,SHA256=...`."""
    names = {f"{prefix}.hashes.{kind.lower()}": kind for kind in ("MD5", "SHA1", "SHA256")}

    def make(*values: str | None) -> str | None:
        known = zip(names.values(), values, strict=True)
        return ",".join(f"{kind}={value.upper()}" for kind, value in known if value) or None

    return _made(tuple(names), make)


def initiated(name: str) -> Shown:
    """Whether the process opened the connection itself: `true` or `false`."""
    return _made((name,), lambda direction: {"Outbound": "true", "Inbound": "false"}.get(direction or ""))


def is_ipv6(name: str) -> Shown:
    """Whether an address is one of IPv6: `true` or `false`."""
    return _made((name,), lambda address: None if address is None else "true" if ":" in address else "false")


def host_only(name: str) -> Shown:
    """The host of a URL, or the name itself; Defender has either."""

    def make(table: pa.Table) -> pa.ChunkedArray:
        bare = pc.replace_substring_regex(table[name], r"^[A-Za-z][A-Za-z0-9+.-]*://", "")
        return pc.replace_substring_regex(bare, r"[/?#].*$|:\d+$", "")

    return Shown(frozenset((name,)), make)


def registry_target(name: str, *, renamed: bool = False) -> Shown:
    """A key, with the value behind it where a value was changed; a renamed key by its old name, or its new one."""

    def make(activity: str | None, key: str | None, previous: str | None, value: str | None) -> str | None:
        is_rename = (activity or "").startswith("Rename")
        path = previous if is_rename and not renamed else key
        if path is None or (renamed and not is_rename):
            return None
        of_value = not is_rename and (activity or "").endswith("Value")
        return value_path(path, value) if of_value else abbreviated(path)

    return _made(("activity_name", name, f"prev_{name}", "reg_value.name"), make)


def registry_details() -> Shown:
    """The data of a value that was set."""

    def make(activity: str | None, type_: str | None, data: str | None) -> str | None:
        return details(type_, data) if activity in ("Set Value", "Create Value") else None

    return _made(("activity_name", "reg_value.type", "reg_value.data"), make)


def together(columns: list[Shown]) -> Shown:
    """The values of all these columns, a line each."""

    def make(table: pa.Table) -> pa.Array:
        lines = [column.make(table).to_pylist() for column in columns]
        texts = ("\n".join(value for value in values if value) for values in zip(*lines, strict=True))
        return pa.array(texts, pa.string())

    return Shown(frozenset[str]().union(*(column.reads for column in columns)), make)
