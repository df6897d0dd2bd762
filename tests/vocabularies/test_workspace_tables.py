"""The tables of a workspace that are filled from events as they stand: Event, WindowsEvent, Syslog and Sysmon."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import antivenom
from antivenom import querying
from antivenom.logs import Logs
from antivenom.vocabularies import workspace

SYSTEM = (
    "<Provider Name='{provider}'/><EventID>{code}</EventID><Version>5</Version><Level>4</Level><Task>1</Task>"
    "<TimeCreated SystemTime='2026-03-02T09:00:00.1234567Z'/><EventRecordID>7</EventRecordID>"
    "<Channel>{channel}</Channel><Computer>ws-01</Computer><Security UserID='S-1-5-18'/>"
)
NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event"
SYSMON = ("Microsoft-Windows-Sysmon", "Microsoft-Windows-Sysmon/Operational")
VALUES = (
    "<EventData><Data Name='RuleName'>technique_id=T1059,technique_name=Python</Data>"
    "<Data Name='Image'>C:\\a &amp; b\\python.exe</Data><Data Name='CommandLine'>python -c \"1\"</Data>"
    "<Data Name='Hashes'>MD5=AB,SHA256=CD</Data><Data Name='ParentImage'/></EventData>"
)


def xml(code: int, payload: str, provider: str = SYSMON[0], channel: str = SYSMON[1]) -> str:
    system = SYSTEM.format(provider=provider, code=code, channel=channel)
    return f"<Event xmlns='{NAMESPACE}'><System>{system}</System>{payload}</Event>\n"


def rows(folder: Path, query: str, *events: str) -> list[dict[str, Any]]:
    (folder / "log.xml").write_text("".join(events), encoding="utf-8")
    made: list[dict[str, Any]] = antivenom.query(query, language="kql", logs=Logs([folder / "log.xml"])).to_pylist()
    return made


def test_event_has_its_values_as_a_data_item(tmp_path: Path) -> None:
    (row,) = rows(
        tmp_path, "Event | project EventLog, Source, EventID, UserName, EventData, ParameterXml", xml(1, VALUES)
    )
    assert (row["EventLog"], row["Source"], row["EventID"]) == (SYSMON[1], SYSMON[0], 1)
    assert row["UserName"] == r"NT AUTHORITY\SYSTEM"
    assert row["EventData"].startswith(
        '<DataItem type="System.XmlData" time="2026-03-02T09:00:00.1234567Z" sourceHealthServiceId="">'
        f'<EventData xmlns="{NAMESPACE}"><Data Name="RuleName">technique_id=T1059'
    )
    assert '<Data Name="Image">C:\\a &amp; b\\python.exe</Data>' in row["EventData"]
    assert row["EventData"].endswith("</EventData></DataItem>")
    assert row["ParameterXml"].endswith("<Param>MD5=AB,SHA256=CD</Param><Param></Param>")


def test_windows_event_has_its_values_as_a_bag(tmp_path: Path) -> None:
    query = "WindowsEvent | project Channel, EventLevelName, EventData, RawEventData, Image = tostring(EventData.Image)"
    (row,) = rows(tmp_path, query, xml(1, VALUES))
    assert json.loads(row["EventData"])["CommandLine"] == 'python -c "1"'
    assert (row["Image"], row["RawEventData"]) == (r"C:\a & b\python.exe", "")
    assert (row["Channel"], row["EventLevelName"]) == (SYSMON[1], "Information")


def test_what_is_no_list_of_named_values_stays_xml(tmp_path: Path) -> None:
    cleared = "<UserData><LogFileCleared><SubjectUserName>a</SubjectUserName></LogFileCleared></UserData>"
    unnamed = "<EventData><Data>one</Data><Data>two</Data></EventData>"
    events = (xml(1102, cleared, "Microsoft-Windows-Eventlog", "System"), xml(7, unnamed, "Service", "Application"))
    made = rows(tmp_path, "WindowsEvent | project EventData, RawEventData", *events)
    assert made == [{"EventData": None, "RawEventData": cleared}, {"EventData": None, "RawEventData": unnamed}]
    made = rows(tmp_path, "Event | where Source == 'Service' | project ParameterXml", *events)
    assert made == [{"ParameterXml": "<Param>one</Param><Param>two</Param>"}]


def test_the_security_channel_is_in_no_event(tmp_path: Path) -> None:
    security = xml(4688, VALUES, "Microsoft-Windows-Security-Auditing", "Security")
    assert rows(tmp_path, "Event | count", security) == [{"Count": 0}]
    assert rows(tmp_path, "WindowsEvent | project EventID", security) == [{"EventID": 4688}]


def test_sysmon_is_what_its_parser_makes(tmp_path: Path) -> None:
    query = "Sysmon | project EventID, process_path, hash_sha256, technique_id, technique_name, dst_ip"
    (row,) = rows(tmp_path, query, xml(1, VALUES))
    assert row == {
        "EventID": 1,
        "process_path": r"C:\a & b\python.exe",
        "hash_sha256": "CD",
        "technique_id": "T1059",
        "technique_name": "Python",
        "dst_ip": "",
    }


def test_sysmon_for_linux_comes_by_syslog(tmp_path: Path) -> None:
    event = xml(1, VALUES, "Linux-Sysmon", "Linux-Sysmon/Operational")
    (row,) = rows(tmp_path, "Syslog | project ProcessName, SyslogMessage", event)
    assert row == {"ProcessName": "sysmon", "SyslogMessage": event.strip()}
    for table in ("Event", "WindowsEvent", "Sysmon"):
        assert rows(tmp_path, f"{table} | count", event) == [{"Count": 0}]


def test_lines_of_esxi_are_syslog(tmp_path: Path) -> None:
    (tmp_path / "shell.log").write_text("<14>2023-02-03T10:20:30Z esx01 shell[123]: [root]: python3 -c 1\n")
    query = "Syslog | project HostName, Facility, SeverityLevel, ProcessName, ProcessID, SyslogMessage"
    made = antivenom.query(query, language="kql", logs=Logs([tmp_path]))
    assert list(made.to_pylist()[0].values()) == ["esx01", "user", "info", "shell", 123, "[root]: python3 -c 1"]


def test_a_table_is_read_when_it_is_named() -> None:
    schema = workspace.TABLES["AlertInfo"]
    assert schema is workspace.TABLES["AlertInfo"]
    assert schema.names()[:2] == ["AlertId", "AttackTechniques"]
    assert "NoSuchTable" not in workspace.TABLES
    assert len(workspace.TABLES) > 890


def test_a_table_no_log_fills_is_empty_and_the_answer_says_so(tmp_path: Path) -> None:
    (tmp_path / "log.xml").write_text(xml(1, VALUES))
    answer = querying.ask(
        "SigninLogs | union AlertInfo | where UserPrincipalName == 'a'", language="kql", logs=Logs([tmp_path])
    )
    assert answer.table.num_rows == 0
    assert set(answer.notes) == {"these logs hold no rows of SigninLogs", "these logs hold no rows of AlertInfo"}
