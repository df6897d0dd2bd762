"""Kusto's URL functions. Nothing in a URL is decoded or put into lower case; keys of a query come sorted (measured)."""

from __future__ import annotations

import re

from antivenom.engine.computed.answers import shown
from antivenom.engine.computed.table import Computed

_PARTS = ("Scheme", "Host", "Port", "Path", "Username", "Password", "Query Parameters", "Fragment")
_URL = re.compile(
    r"([A-Za-z][A-Za-z0-9+.\-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?",
    re.DOTALL | re.ASCII,
)
_AUTHORITY = re.compile(r"(?:([^:@]+):(.+)@)?(\[[0-9A-Fa-f:.%]+\]|.*?)(?::([0-9]*))?", re.DOTALL | re.ASCII)


def _parse_url(text: str) -> str:
    """The parts of an absolute URL as a bag; all empty where there is none."""
    parts: dict[str, object] = dict.fromkeys(_PARTS, "")
    parts["Query Parameters"] = {}
    found = _URL.fullmatch(text)
    if found is None:
        return shown(parts)
    scheme, authority, path, query, fragment = found.groups()
    shape = _AUTHORITY.fullmatch(authority)
    assert shape is not None  # the pattern takes any text
    username, password, host, port = shape.groups()
    if path == "/" and query is None and fragment is None:
        path = ""  # measured: a slash that ends the text is no path
    values = (scheme, host, port, path, username, password, _parameters(query or ""), fragment)
    return shown({name: "" if value is None else value for name, value in zip(_PARTS, values, strict=True)})


def _parse_urlquery(text: str) -> str:
    return shown({"Query Parameters": _parameters(text.removeprefix("?").partition("#")[0])})


def _parameters(query: str) -> dict[str, object]:
    """Keys in order; a key given twice has an array; a parameter without key or value is dropped."""
    found: dict[str, list[str]] = {}
    for pair in query.split("&"):
        key, _, value = pair.partition("=")
        if key and value:
            found.setdefault(key, []).append(value)
    return {key: values[0] if len(values) == 1 else values for key, values in sorted(found.items())}


_KEPT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!*()")
"""As .NET's UrlEncode, which writes small hexadecimal digits too."""
_ESCAPES = {byte: chr(byte) if byte in _KEPT else f"%{byte:02x}" for byte in range(256)}


def _url_encode(text: str) -> str:
    return _encoded(text).replace("%20", "+")


def _encoded(text: str) -> str:
    """Every byte but letters, digits and - _ . ! * ( ) as % and two small hexadecimal digits."""
    return "".join(map(_ESCAPES.__getitem__, text.encode()))


_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def _url_decode(text: str) -> str:
    """A plus sign is a space, a % without two hexadecimal digits stays, bytes that are no UTF-8 become U+FFFD."""
    data = text.replace("+", " ").encode()
    return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), data).decode(errors="replace")


ROWS = (
    Computed("kusto.parse_url", _parse_url, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.parse_urlquery", _parse_urlquery, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.url_encode", _url_encode, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.url_encode_component", _encoded, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.url_decode", _url_decode, ("VARCHAR",), "VARCHAR"),
)
