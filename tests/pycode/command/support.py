"""Short ways to ask the room in tests."""

from __future__ import annotations

from collections.abc import Sequence

from antivenom.pycode.budget import Budget
from antivenom.pycode.command import Found, find


def found(command: str | Sequence[str], **given: str) -> list[Found]:
    return find(command, budget=Budget(seconds=30), **given)  # type: ignore[arg-type]


def only(command: str | Sequence[str], **given: str) -> Found:
    (one,) = found(command, **given)
    return one


def sources(command: str | Sequence[str], **given: str) -> list[str | None]:
    return [each.source for each in found(command, **given)]
