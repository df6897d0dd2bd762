"""Questions about the host, its accounts and its network."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, address_of, is_local, of_traits, origins

_SWEEP = re.compile(r"\bping\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Seen]:
    """Commands that ask, calls that list, connections tried one after the other."""
    yield from of_traits(case, "discovery")
    tried = [fact for fact in case.of("connect") if fact.looped and _is_scan(case, fact)]
    if tried:
        yield Seen(
            56,
            f"It tries one address or port after the other ({address_of(tried[0])}): a scan.",
            tuple(tried[:2]),
            ("T1046",),
        )
    sweeps = [fact for fact, text, _ in case.commands() if fact.looped and _SWEEP.search(text)]
    if sweeps:
        yield Seen(54, "It pings one address after the other.", (sweeps[0],), ("T1018",))
    packets = [fact for fact in case.of("packet") if fact.role("asks")]
    if packets:
        yield Seen(54, "It sends packets that ask who is there.", (packets[0],), ("T1018", "T1046"))
    for fact in case.of("ldap search"):
        yield Seen(56, "It asks the directory for accounts worth attacking.", (fact,), ("T1087.002", "T1558.003"))
    asked = case.of("accounts")
    if asked:
        yield Seen(30, "It lists the accounts of the host.", (asked[0],), ("T1087.001",))
    if case.of("user info") and case.of("host info"):
        yield Seen(18, "It asks for the names of the host and of its user.", (case.of("user info")[0],))


def _is_scan(case: Case, fact: object) -> bool:
    connects = [one for one in case.of("connect") if one.looped and not is_local(address_of(one).host)]
    places = {str(address_of(one)) for one in connects}
    talks = [one for one in case.of("send", "receive") if origins(one.taint, "connect", "socket")]
    return len(places) > 4 and not talks


RULE = Rule(
    id="discovery",
    title="Discovery",
    attack=(
        "T1082",
        "T1033",
        "T1087",
        "T1046",
    ),
    why="The first thing an intruder does is to ask where they are and what can be reached.",
    bad="os.system('whoami')",
    good="platform.python_version()",
    references=("https://attack.mitre.org/techniques/T1082/",),
    wakes=frozenset({"process", "connect", "accounts", "packet", "user info", "ldap search"}),
    check=check,
)
