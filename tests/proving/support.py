"""One small scenario a platform, and events without what only a file gives them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from antivenom.proving.processes import Scenario
from antivenom.proving.reading import parse_scenario
from antivenom.proving.scenarios import SENSORS
from antivenom.source import SourceText
from antivenom.tables import EVERYTHING, Event, Reading
from antivenom.telemetry.format import Input

HOSTS = {
    "linux": ("{name: web-01, address: 10.0.0.1, users: {dev: '1000'}}", "dev", "/home/dev", "/usr/bin/"),
    "macos": ("{name: mac-07, address: 10.0.0.7, users: {dev: '501'}}", "dev", "/Users/dev", "/usr/bin/"),
    "esxi": ("{name: esx01.example, address: 10.0.0.9, users: {dev: '1000'}}", "dev", "/", "/bin/"),
    "windows": ("{name: WS-014, address: 10.0.0.4, users: {'CORP\\dana': S-1-5-21-7}}",
                "CORP\\dana", "C:\\Users\\dana\\", "C:\\py\\"),
}  # fmt: skip


def small(platform: str) -> Scenario:
    """A shell that was there before, Python that connects, writes, reads and ends, and a child of Python."""
    host, user, cwd, bin_ = HOSTS[platform]
    suffix, slash = (".exe", "") if platform == "windows" else ("", "/")
    return parse_scenario(
        SourceText(f"""\
id: small
name: Small
description: Small.
start: 2026-03-02T09:00:00Z
platforms:
  {platform}:
    host: {host}
    processes:
      - at: -10
        executable: {bin_}sh{suffix}
        pid: 400
        user: {user}
        cwd: {cwd}
        children:
          - at: 1.5
            executable: {bin_}python3{suffix}
            argv: [python3, -c, "print('hi')"]
            pid: 404
            end: 2
            exit_code: 3
            connections: [{{at: 1.75, address: 127.0.0.1, port: 4444, outcome: refused}}]
            files:
              - {{at: 1.8, path: '{cwd}{slash}x.txt', action: written}}
              - {{at: 1.85, path: '{cwd}{slash}y.txt', action: read}}
            children:
              - {{at: 1.9, executable: '{bin_}id{suffix}', pid: 408}}
""")
    )


def plain(event: Event) -> tuple[Any, ...]:
    """What an event says, without its text and its place in a file."""
    parts = tuple(plain(part) for part in event.parts)
    return (event.product, event.kind, event.time, event.host, dict(event.fields), parts)


def read_back(data: bytes, sensor: str) -> list[Reading]:
    """What the sensor's reader makes of a log."""
    return list(SENSORS[sensor].format.read(Input("log", lambda: BytesIO(data), len(data)), EVERYTHING))


def plainly(readings: list[Reading] | list[Event]) -> list[object]:
    """Events by what they say; damage as it is, so that it equals no event."""
    return [plain(reading) if isinstance(reading, Event) else reading for reading in readings]
