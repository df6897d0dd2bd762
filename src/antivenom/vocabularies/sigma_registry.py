"""Registry keys and values as Sysmon writes them, from how other sensors do.

Sysmon's documentation, "Events 12-14": HKLM and HKU for the roots, HKCR for the classes of the machine, and
CurrentControlSet for ControlSet00x; numbers as `DWORD (0x00000001)` and `QWORD (0x00000000-0x00000001)`, an
empty text as `(Empty)`, bytes as `Binary Data`.
"""

from __future__ import annotations

import re

from antivenom.vocabularies.mapping import to_long

_ROOTS = (
    (re.compile(r"(?:HKEY_LOCAL_MACHINE|\\REGISTRY\\MACHINE)(?=\\|$)", re.IGNORECASE), "HKLM"),
    (re.compile(r"(?:HKEY_USERS|\\REGISTRY\\USER)(?=\\|$)", re.IGNORECASE), "HKU"),
    (re.compile(r"HKEY_CURRENT_USER(?=\\S-1-)", re.IGNORECASE), "HKU"),
    (re.compile(r"HKEY_CURRENT_USER(?=\\|$)", re.IGNORECASE), "HKCU"),
    (re.compile(r"HKEY_CLASSES_ROOT(?=\\|$)", re.IGNORECASE), "HKCR"),
)
_CONTROL_SET = re.compile(r"(HKLM\\SYSTEM\\)ControlSet\d{3}(?=\\|$)", re.IGNORECASE)
_CLASSES = re.compile(r"HKLM\\SOFTWARE\\Classes(?=\\|$)", re.IGNORECASE)

_TEXTS = frozenset(("string", "expandstring", "expandablestring", "multistring", "reg_sz", "reg_expand_sz"))
_DWORDS = frozenset(("dword", "reg_dword"))
_QWORDS = frozenset(("qword", "reg_qword"))
_BINARIES = frozenset(("binary", "reg_binary"))


def abbreviated(key: str) -> str:
    """A key with its root and control set as Sysmon names them."""
    for pattern, short in _ROOTS:
        match = pattern.match(key)
        if match is not None:
            key = short + key[match.end() :]
            break
    key = _CONTROL_SET.sub(lambda match: f"{match[1]}CurrentControlSet", key, count=1)
    return _CLASSES.sub("HKCR", key, count=1) if _CLASSES.match(key) else key


def value_path(key: str, value: str | None) -> str:
    """A value under its key; one without a name is the default."""
    return f"{abbreviated(key)}\\{value or '(Default)'}"


def details(type_: str | None, data: str | None) -> str | None:
    """The data of a value that was set; numbers come in decimal or as 0x hexadecimal."""
    kind = (type_ or "").lower()
    if kind in _BINARIES:
        return "Binary Data"
    if data is None:
        return "(Empty)" if kind in _TEXTS else None
    number = to_long(data) if kind in _DWORDS or kind in _QWORDS else None
    if number is None:
        return data
    if kind in _DWORDS:
        return f"DWORD (0x{number & 0xFFFF_FFFF:08x})"
    high, low = divmod(number & 0xFFFF_FFFF_FFFF_FFFF, 1 << 32)
    return f"QWORD (0x{high:08x}-0x{low:08x})"
