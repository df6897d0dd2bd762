"""Findings as documents, for tests: one as a hunt writes it, and values that mean harm."""

from __future__ import annotations

from typing import Any

HOSTILE = [
    "it's",
    'say "no"',
    "two\nlines; rm -rf /",
    "$(touch /tmp/owned)",
    "`touch /tmp/owned`",
    "${IFS}a",
    "a;b|c&d>e<f",
    "tail\\",
    "\\'; touch /tmp/owned; '",
    "\x1b]0;title\x07",
    "\u202egpj.exe",
    "zero\u200bwidth",
    "curly\u2019; Stop-Computer; \u2018",
    "__host__:value",
    "it's __host__:value\\",
    "%PATH% !x! *?[a]",
    "{{pid}} {{host}}",
    "tab\there\r",
    "\U0001f40d snake \U000e0041",
    " ",
    "# comment",
    "'",
    '"',
]


def finding(**changes: Any) -> dict[str, Any]:
    """A finding of a reverse shell on Linux, with some of its keys changed."""
    command = "python3 -c import os"
    made: dict[str, Any] = {
        "time": "2026-03-02T09:00:12.480Z",
        "score": 98,
        "severity": "high",
        "verdict": "malicious",
        "behaviours": ["reverse_shell"],
        "host": "web-01",
        "user": "web-01\\dev",
        "process": {
            "name": "python3", "path": "/usr/bin/python3", "pid": 4242, "uid": None, "command_line": command,
            "user": "web-01\\dev", "status": "Success",
        },
        "parent": {"name": "bash", "path": "/usr/bin/bash", "pid": 4000, "command_line": "-bash"},
        "program": {
            "summary": "It connects.",
            "indicators": [
                {"kind": "ip", "value": "198.51.100.23"}, {"kind": "ip", "value": "127.0.0.1"},
                {"kind": "port", "value": "4444"},
                {"kind": "path", "value": "/tmp/a"}, {"kind": "path", "value": "/tmp/b"},
            ],
        },
        "detections": [{"name": "Python", "row": {"SHA256": "AB" * 32}}],
        "product": "auditd",
    }  # fmt: skip
    return {**made, **changes}


def of(**process: Any) -> dict[str, Any]:
    """The same with other values of its process."""
    return finding(process={**finding()["process"], **process})
