"""A made-up catalogue in a folder: a few detections, two scenarios, and tests of Atomic Red Team beside them."""

from __future__ import annotations

from pathlib import Path

_DETECTION = """\
id: {id}
name: {id}
description: Finds it.
severity: {severity}
confidence: high
attack: {{tactics: [TA0002], techniques: [T1059.006]}}
platforms: [windows]
data_sources: [process creation]
queries:
{queries}
goal: Find it.
strategy: Look.
technical_context: It is there.
blind_spots: [Elsewhere]
false_positives: [None known]
validation: Do it.
priority: Low.
response: Ask.
{more}
"""

_SCENARIO = """\
id: {id}
name: {id}
description: It runs.
start: 2026-03-02T09:00:00Z
{more}
platforms:
  windows:
    host: {{name: WS-014, address: 10.0.0.4, users: {{'CORP\\dana': S-1-5-21-7}}}}
    processes:
      - at: -10
        executable: C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe
        user: CORP\\dana
        cwd: C:\\Users\\dana\\
        children:
          - at: 1
            executable: C:\\Windows\\System32\\cmd.exe
            command: cmd.exe /c {runner}
            end: 9
            children:
{children}
"""

KQL = "DeviceProcessEvents | where ProcessCommandLine contains '{}'\n"
SPL = 'sourcetype="XmlWinEventLog:Microsoft-Windows-Sysmon/Operational" EventCode=1 CommandLine="*{}*"\n'
SUMMED = KQL.strip() + " | summarize count() by DeviceName\n"
BROKEN = "DeviceProcessEvents | invent\n"


def detection(folder: Path, id: str, *, severity: str = "medium", more: str = "", **texts: str) -> None:
    """Write a detection; texts are by language."""
    own = folder / id
    own.mkdir()
    for language, text in texts.items():
        (own / f"rule.{language}").write_text(text, encoding="utf-8")
    queries = "\n".join(f"  {language}: {{file: rule.{language}}}" for language in texts)
    (own / "detection.yml").write_text(
        _DETECTION.format(id=id, severity=severity, queries=queries, more=more), encoding="utf-8"
    )


def scenario(folder: Path, id: str, *codes: str, more: str = "", runner: str = "python x.py", name: str = "") -> None:
    """Write a scenario: cmd starts Python once for each code, half a second apart."""
    folder.mkdir(exist_ok=True)
    children = "\n".join(
        f"              - {{at: {2 + index / 2}, executable: 'C:\\py\\python.exe', argv: [python, -c, \"{code}\"]}}"
        for index, code in enumerate(codes)
    )
    text = _SCENARIO.format(id=id, more=more, runner=runner, children=children)
    (folder / f"{name or id}.yml").write_text(text, encoding="utf-8")


def atomic(folder: Path, number: int, *codes: str, more: str = "", runner: str = "python x.py") -> None:
    """Write a test of the made-up technique T9999."""
    guid = f"00000000-0000-0000-0000-{number:012d}"
    said = f"atomic: {{technique: T9999, number: {number}, guid: {guid}, name: Test}}\n{more}"
    scenario(folder / "atomics", f"atomic-t9999-{number}", *codes, more=said, runner=runner, name=f"t9999-{number}")
