"""CIM's data model Network_Traffic: connections.

Source: the CIM add-on's Network_Traffic.json and the CIM manual, "Network Traffic". A connection that failed is a row
too, its action unknown. Own choice: `app` is the path of the executable, as published searches compare it.
"""

from __future__ import annotations

from antivenom.vocabularies.cim.shared import (
    ALWAYS_EMPTY,
    UNKNOWN,
    Dataset,
    account,
    assets,
    child,
    dataset,
    equal,
    everything,
    known,
    nothing,
    port,
)
from antivenom.vocabularies.views import Shown, always, lower, named, text

_ALL_TRAFFIC: dict[str, Shown] = {
    "action": known(named("status", {"Success": "allowed"})),
    "app": text("actor.process.file.path"),
    "dest": known(text("dst.hostname"), text("dst.ip")),
    "dest_ip": text("dst.ip"),
    "dest_port": port("dst.port"),
    "direction": lower("direction"),
    "dvc": known(text("device.hostname")),
    "rule": always(UNKNOWN),
    "process_guid": text("actor.process.uid"),
    "process_id": text("actor.process.pid"),
    "src": known(text("src.hostname"), text("src.ip")),
    "src_ip": text("src.ip"),
    "src_port": port("src.port"),
    "transport": known(lower("protocol")),
    "user": account("actor.user"),
}

_SIDES = tuple(
    f"{side}_{what}"
    for side in ("dest", "src")
    for what in ("interface", "mac", "translated_ip", "translated_port", "zone")
)
_FIELDS = (
    *assets("dest", "dvc", "src", "user"), *ALWAYS_EMPTY, *_SIDES,
    *("bytes", "bytes_in", "bytes_out", "channel", "duration", "dvc_ip", "dvc_mac", "dvc_zone", "flow_id"),
    *("icmp_code", "icmp_type", "packets", "packets_in", "packets_out", "protocol", "protocol_version"),
    *("response_time", "session_id", "ssid", "tcp_flag", "tos", "ttl", "vlan", "wifi"),
)  # fmt: skip

_ALL = dataset("All_Traffic", "network", _ALL_TRAFFIC, _FIELDS)
_BY_ACTION = child(_ALL, "Traffic_By_Action", (), everything)

DATASETS: tuple[Dataset, ...] = (
    _ALL,
    _BY_ACTION,
    child(_BY_ACTION, "Allowed_Traffic", ("status",), equal("status", "Success")),
    child(_BY_ACTION, "Blocked_Traffic", (), nothing),
)
"""All_Traffic and its children: nothing read here blocks traffic."""
