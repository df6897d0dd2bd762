"""What computed functions share: JSON in and out."""

from __future__ import annotations

import json
from typing import Any


def shown(value: object) -> str:
    """JSON text as Kusto writes it: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def array(text: str | None) -> list[Any] | None:
    """The elements of a JSON array; None where the text is null, no array, or too deep to read."""
    if text is None:
        return None
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else None


def texts(text: str | None) -> list[str]:
    """The strings among the elements of a JSON array."""
    return [element for element in array(text) or () if isinstance(element, str)]
