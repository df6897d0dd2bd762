"""What a finding's document says of the account it ran under."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from antivenom.accounts import are_system

_NUMBERS = ("AccountSid", "UserSid", "TargetUserSid", "user_id", "uid")
"""Columns of a detection's row that hold the number of the account it ran under: its SID or uid."""


def users(document: Mapping[str, Any]) -> Iterator[str]:
    """The account's names."""
    process = document.get("process")
    for holder in (document, process if isinstance(process, dict) else {}):
        user = holder.get("user")
        if isinstance(user, str) and user:
            yield user


def _numbers(document: Mapping[str, Any]) -> Iterator[str]:
    detections = document.get("detections")
    for detection in detections if isinstance(detections, list) else ():
        row = detection.get("row") if isinstance(detection, dict) else None
        held = (row.get(name) for name in _NUMBERS) if isinstance(row, dict) else ()
        yield from (str(value) for value in held if isinstance(value, str | int) and not isinstance(value, bool))


def _privileged(document: Mapping[str, Any]) -> Iterator[str]:
    """`yes` where a name or number of the account is the system's, `no` where it is another's; else nothing."""
    host = document.get("host")
    answer = are_system([*users(document), *_numbers(document)], host if isinstance(host, str) else None)
    if answer is not None:
        yield "yes" if answer else "no"


SOURCES: Mapping[str, Callable[[Mapping[str, Any]], Iterator[str]]] = {"privileged": _privileged}
"""What values may be taken from the account, as `account.privileged`."""
