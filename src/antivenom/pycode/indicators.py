"""What can be looked for elsewhere: addresses, URLs, paths, keys, agents and commands of a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.program import Indicator, Layer
from antivenom.pycode.rules.kit import Case, address_of, command_text, is_ip, path_role, shown, url_of, where_of_url

_URL = re.compile(r"\b(?:https?|ftp|wss?|tcp|ldap)://[^\s\"'<>\\)\]}|;,]{3,500}", re.IGNORECASE)
_IP = re.compile(r"(?<![\w.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\w.]*\w)")
_KEY = re.compile(r"\b(?:HKLM|HKCU|HKEY_\w+)\\[\w\\ .-]{3,200}|\bSoftware\\Microsoft\\[\w\\ .-]{3,200}", re.IGNORECASE)
_AGENT = re.compile(r"Mozilla/\d[^\"'\n]{5,200}")
_PATH = re.compile(
    r"(?<![\w/:.])(?:/(?:etc|tmp|dev/shm|var|home|root|usr|opt|proc|Library|Users|Applications)/[\w./+@%-]{2,200}"
    r"|[A-Za-z]:\\(?:[\w .()%-]+\\)*[\w.()%-]+|~/[\w./+-]{2,200})"
)
_MOST = 200
_MOST_TEXT = 200_000
_PATHS = frozenset("open write delete chmod copy move library download import file archive pack".split()) | {
    "delete tree",
    "import file",
}


def indicators(cases: Sequence[Case], layers: Sequence[Layer]) -> tuple[Indicator, ...]:
    """Every indicator of the facts and the texts, in the order they were met, each once."""
    made: dict[Indicator, None] = {}
    for case in cases:
        for fact in case.facts:
            _add(made, _of_fact(fact))
        if case.found is not None:
            _add(made, _of_text(case.found.remote or ""))
            _add(made, _of_text(" ".join((*case.found.options, *case.found.argv[1:], *case.found.env.values()))))
            if case.found.kind in ("script", "startup") and case.found.target:
                _add(made, [Indicator("path", case.found.target)])
    for layer in layers:
        _add(made, _of_text(layer.text))
    return tuple(made)


def _add(made: dict[Indicator, None], found: Iterable[Indicator]) -> None:
    for one in found:
        if len(made) >= _MOST:
            return
        if one.value:
            made.setdefault(one)


def _of_fact(fact: Fact) -> Iterator[Indicator]:
    if fact.kind in ("connect", "bind", "send", "serve") and (fact.role("address") or fact.role("host")):
        where = address_of(fact)
        if where.host:
            yield _host(where.host)
        if where.port.isdigit():
            yield Indicator("port", where.port)
    url = url_of(fact) if fact.kind in ("fetch", "download", "request", "connect") else ""
    if url:
        yield from _of_url(url)
    if fact.kind in ("process", "remote command"):
        text = command_text(fact)
        if text:
            yield Indicator("command", shown(text, 500))
            yield from _of_text(text)
    if fact.kind in _PATHS:
        path = path_role(fact)
        if path and "\n" not in path:
            yield Indicator("path", shown(path, 300))
    if fact.kind == "header" and str(text_of(fact.role("name"))).lower() == "user-agent":
        yield Indicator("user_agent", text_of(fact.role("value")) or "")


def _host(host: str) -> Indicator:
    return Indicator("ip" if is_ip(host) else "domain", host)


def _of_url(url: str) -> Iterator[Indicator]:
    if "://" in url:
        yield Indicator("url", shown(url, 500))
    where = where_of_url(url)
    if where.host and "\N{HORIZONTAL ELLIPSIS}" not in where.host:
        yield _host(where.host)
    if where.port:
        yield Indicator("port", where.port)


def _of_text(text: str) -> Iterator[Indicator]:
    text = text[:_MOST_TEXT]
    for match in _URL.finditer(text):
        yield from _of_url(match.group().rstrip("."))
    for pattern, kind in ((_IP, "ip"), (_KEY, "registry_key"), (_AGENT, "user_agent"), (_PATH, "path")):
        for match in pattern.finditer(text):
            yield Indicator(kind, match.group())
