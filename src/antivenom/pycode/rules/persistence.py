"""Something that will run again by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, mode_of, of_traits, path_role
from antivenom.pycode.rules.paths import starts

_RUN_KEY = re.compile(
    r"CurrentVersion\\+(?:Run|RunOnce|Policies\\+Explorer\\+Run|Winlogon)|Image File Execution|AppInit_DLLs|ms-settings|Shell\\+Open\\+command|UserInitMprLogonScript|Active Setup",
    re.IGNORECASE,
)
_HARMFUL = re.compile(
    r"python|curl|wget|/dev/tcp|\bnc\b|base64|bash -i|exec\(|import |nohup|/tmp/|/dev/shm/|setsid", re.IGNORECASE
)


def check(case: Case) -> Iterator[Seen]:
    """Writes to files that run at login, start or on a clock; Run keys; services; commands that install such."""
    for fact in case.of("write", "copy", "move", "link", "download", "copy stream"):
        path = path_role(fact) or text_of(fact.role("target")) or ""
        meaning = starts(path) if path else None
        if meaning is not None:
            data = text_of(fact.role("data")) or ""
            score = max(meaning.score, 86) if _HARMFUL.search(data) else meaning.score
            yield Seen(
                score,
                f"It writes to {meaning.what} ({path}), so that something runs or is trusted by itself.",
                (fact,),
                meaning.attack,
            )
    for fact in case.of("open"):
        path = path_role(fact)
        if set(mode_of(fact)) & set("wax+") and (meaning := starts(path)) is not None:
            yield Seen(meaning.score, f"It opens {meaning.what} ({path}) for writing.", (fact,), meaning.attack)
    for fact in case.of("registry write"):
        opened = case.of("registry open")
        named = text_of(fact.role("name")) or ""
        keys = [text_of(one.role("key")) or "" for one in opened] + [text_of(fact.role("key")) or ""]
        key = next((key for key in keys if _RUN_KEY.search(f"{key}\\{named}")), "")
        if key:
            yield Seen(84, f"It adds to the registry key {key}, which Windows runs at logon.", (fact,), ("T1547.001",))
    for fact in case.of("service", "cron"):
        yield Seen(60, "It installs a service or a cron job.", (fact,))
    yield from of_traits(case, "persistence")


RULE = Rule(
    id="persistence",
    title="Persistence",
    attack=(
        "T1053",
        "T1547",
        "T1546",
    ),
    why="What starts by itself survives a restart and a clean-up.",
    bad="open('/etc/cron.d/x', 'w').write('* * * * * root python3 /tmp/x.py')",
    good="open('out.txt', 'w').write('ok')",
    references=("https://attack.mitre.org/techniques/TA0003/",),
    wakes=frozenset(
        {
            "write",
            "copy",
            "move",
            "link",
            "download",
            "copy stream",
            "open",
            "registry write",
            "service",
            "cron",
            "process",
        }
    ),
    check=check,
)
