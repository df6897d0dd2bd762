"""What computed functions share: JSON in and out, and the refusal of a value whose Kusto answer is not known."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from antivenom.errors import Unsupported


def unknown(construct: str) -> NoReturn:
    """Ends the run: the construct, such as "KQL parse_csv of an empty text", has an answer nobody measured."""
    raise Unsupported(construct)


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


def texts(text: str | None, function: str) -> list[str]:
    """The elements of a JSON array that must all be strings."""
    found = array(text)
    if found is None or not all(isinstance(element, str) for element in found):
        unknown(f"KQL {function} with a list that holds more than strings")
    return found
