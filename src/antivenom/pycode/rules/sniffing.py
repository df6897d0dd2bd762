"""Traffic of others that is listened to or steered."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import Made
from antivenom.pycode.rules.kit import Case, Rule, Seen

_PACKET, _RAW = 17, 3


def check(case: Case) -> Iterator[Seen]:
    """Packet capture, raw sockets that are read, forged ARP answers."""
    for fact in case.of("sniff"):
        yield Seen(40, f"It listens to the traffic of the network ({fact.name}).", (fact,))
    for fact in case.of("socket"):
        if (fact.role("family") == _PACKET or fact.role("type") == _RAW) and case.of("receive"):
            yield Seen(40, "It reads raw packets.", (fact,))
    for fact in case.of("packet"):
        if any(type(arg) is Made and arg.type == "scapy.all.ARP" for arg in fact.args) and not fact.role("asks"):
            yield Seen(56 if fact.looped else 46, "It sends forged ARP answers.", (fact,), ("T1557.002",))


RULE = Rule(
    id="sniffing",
    title="Sniffing and spoofing",
    attack=("T1040", "T1557"),
    why="Whoever sees the traffic of a network reads what is not encrypted, and can put himself in the middle.",
    bad="from scapy.all import sniff; sniff(filter='tcp port 21', prn=print)",
    good="import socket; socket.gethostbyname('localhost')",
    references=("https://attack.mitre.org/techniques/T1040/",),
    wakes=frozenset({"sniff", "socket", "packet"}),
    check=check,
)
