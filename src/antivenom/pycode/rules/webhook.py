"""Messages to a chat service, which need no server of the sender."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, shown, url_of

_CHAT = (
    (56, "Discord", re.compile(r"discord(?:app)?\.com/api/webhooks", re.IGNORECASE)),
    (56, "Telegram", re.compile(r"api\.telegram\.org/bot", re.IGNORECASE)),
    (30, "Slack", re.compile(r"hooks\.slack\.com/", re.IGNORECASE)),
    (30, "Teams", re.compile(r"\.webhook\.office\.com/", re.IGNORECASE)),
    (
        56,
        "a request catcher",
        re.compile(
            r"webhook\.site|requestbin|pipedream\.net|burpcollaborator|oastify\.com|interact\.sh|oast\.\w+|ngrok",
            re.IGNORECASE,
        ),
    ),
    (
        56,
        "a paste site",
        re.compile(r"pastebin\.com/api|paste\.ee/api|transfer\.sh|anonfiles|gofile\.io|file\.io\b", re.IGNORECASE),
    ),
)


def check(case: Case) -> Iterator[Seen]:
    """Requests to the message addresses of chat services and request catchers."""
    for fact in case.of("fetch", "resolve", "http request"):
        url = url_of(fact) or str(fact.role("name") or "")
        for score, name, pattern in _CHAT:
            if pattern.search(url):
                if name == "Telegram" and not fact.taint:
                    score = 40
                yield Seen(
                    score if case.one_liner else min(score, 40),
                    f"It sends a message to {name} ({shown(url, 80)}).",
                    (fact,),
                )


RULE = Rule(
    id="webhook",
    title="Message to a chat service",
    attack=(
        "T1567.004",
        "T1102",
    ),
    why="A webhook takes data out through a service that nobody blocks.",
    bad="import requests; requests.post('https://discord.com/api/webhooks/1/x', json={'content': 'hello'})",
    good="requests.get('https://example.com')",
    references=("https://attack.mitre.org/techniques/T1567/004/",),
    wakes=frozenset({"fetch", "resolve", "http request"}),
    check=check,
)
