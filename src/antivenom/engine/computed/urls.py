"""Kusto's URL functions. Nothing in a URL is decoded or put into lower case; keys of a query come sorted (measured)."""

from __future__ import annotations

import re

from antivenom.engine.computed.answers import shown, unknown
from antivenom.engine.computed.table import Computed

_PARTS = ("Scheme", "Host", "Port", "Path", "Username", "Password", "Query Parameters", "Fragment")
_URL = re.compile(
    r"([A-Za-z][A-Za-z0-9+.\-]*)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?",
    re.DOTALL | re.ASCII,
)
_AUTHORITY = re.compile(r"(?:([^:@]+):([^@]+)@)?(\[[0-9A-Fa-f:.%]+\]|[^:\[\]]+)(?::([0-9]+))?", re.ASCII)
_SHAPED = re.compile(r"\A[A-Za-z0-9+.\-]*:|[?#=&]")


def _parse_url(text: str) -> str:
    """The parts of an absolute URL as a bag; all empty where there is none."""
    parts: dict[str, object] = dict.fromkeys(_PARTS, "")
    parts["Query Parameters"] = {}
    found = _URL.fullmatch(text)
    if found is None:
        if "://" in text or _SHAPED.search(text):
            unknown("KQL parse_url of text that is neither an absolute URL nor plain text")
        return shown(parts)
    scheme, authority, path, query, fragment = found.groups()
    shape = _AUTHORITY.fullmatch(authority)
    if shape is None or text != text.strip():
        unknown("KQL parse_url of an unusual host, port or user name")
    username, password, host, port = shape.groups()
    if "@" in host and (port or host.count("@") > 1 or username):
        unknown("KQL parse_url of an unusual host, port or user name")
    if path == "/" and query is None and fragment is None:
        path = ""  # measured: a slash that ends the text is no path
    values = (scheme, host, port, path, username, password, _parameters(query or ""), fragment)
    return shown({name: "" if value is None else value for name, value in zip(_PARTS, values, strict=True)})


def _parse_urlquery(text: str) -> str:
    if any(sign in text for sign in "?#"):
        unknown("KQL parse_urlquery of text with ? or #")
    return shown({"Query Parameters": _parameters(text)})


def _parameters(query: str) -> dict[str, object]:
    """Keys in order; a key given twice has an array; a parameter without key or value is dropped."""
    found: dict[str, list[str]] = {}
    for pair in query.split("&"):
        key, _, value = pair.partition("=")
        if "=" in value:
            unknown("KQL parse_url of a parameter with two equal signs")
        if key and value:
            found.setdefault(key, []).append(value)
    return {key: values[0] if len(values) == 1 else values for key, values in sorted(found.items())}


_KEPT = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
_UNSURE = frozenset(b"!*()'~")
_ESCAPES = {byte: chr(byte) if byte in _KEPT else f"%{byte:02x}" for byte in range(256)}


def _url_encode(text: str) -> str:
    return _encoded(text).replace("%20", "+")


def _encoded(text: str) -> str:
    """Every byte but letters, digits and - _ . as % and two small hexadecimal digits."""
    data = text.encode()
    if _UNSURE & set(data):
        unknown("KQL url_encode of one of ! * ( ) ' ~")
    return "".join(map(_ESCAPES.__getitem__, data))


_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def _url_decode(text: str) -> str:
    if "+" in text:
        unknown("KQL url_decode of text with +")
    if "%" not in text:
        return text
    data = text.encode()
    if data.count(b"%") != len(_ESCAPED.findall(data)):
        unknown("KQL url_decode of % without two hexadecimal digits")
    try:
        return _ESCAPED.sub(lambda found: bytes.fromhex(found[1].decode()), data).decode()
    except UnicodeDecodeError:
        unknown("KQL url_decode of bytes that are not UTF-8")


ROWS = (
    Computed("kusto.parse_url", _parse_url, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.parse_urlquery", _parse_urlquery, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.url_encode", _url_encode, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.url_encode_component", _encoded, ("VARCHAR",), "VARCHAR"),
    Computed("kusto.url_decode", _url_decode, ("VARCHAR",), "VARCHAR"),
)
