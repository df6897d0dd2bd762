"""The log formats that are read, in the order in which they win a tie."""

from __future__ import annotations

from antivenom.telemetry import (
    auditd,
    auditd_json,
    defender,
    eslogger,
    esxi_shell,
    evtx,
    securityevent,
    windows_json,
    windows_xml,
)
from antivenom.telemetry.format import Format

FORMATS: tuple[Format, ...] = (
    evtx.FORMAT,
    windows_xml.FORMAT,
    auditd.FORMAT,
    auditd_json.FORMAT,
    securityevent.FORMAT,
    defender.FORMAT,
    eslogger.FORMAT,
    esxi_shell.FORMAT,
    windows_json.FORMAT,
)
"""Every format; a new one is a file with a `FORMAT`, and a place in this row."""
