"""Events made by hand, in the shape the readers give them."""

from __future__ import annotations

from collections.abc import Mapping

from antivenom.tables import Event, FieldValue, Origin

SECOND = 1_000_000_000
T0 = 1_700_000_000 * SECOND


def event(
    product: str,
    kind: str,
    fields: Mapping[str, FieldValue],
    *,
    at: float = 0,
    host: str | None = "host1",
    file: str = "log",
    parts: tuple[Event, ...] = (),
) -> Event:
    """An event `at` seconds after T0."""
    return Event(product, kind, T0 + int(at * SECOND), host, fields, "raw text", Origin(file, 1), parts)


def sysmon(code: int, *, at: float = 0, provider: str = "Microsoft-Windows-Sysmon", **fields: str) -> Event:
    """A Sysmon event with its System values."""
    system = {
        "System.Provider": provider,
        "System.EventID": str(code),
        "System.Channel": f"{provider}/Operational",
        "System.Computer": "host1",
        "System.EventRecordID": "7",
    }
    return event("windows", f"{provider}/{code}", {**system, **fields}, at=at)


def sysmon_start(*, at: float = 0, **changed: str) -> Event:
    """Sysmon 1 with every field this room reads."""
    fields = {
        "UtcTime": "2023-11-14 22:13:19.500",
        "ProcessGuid": "{00000000-0000-0000-0000-000000000002}",
        "ProcessId": "4372",
        "Image": r"C:\Python\python.exe",
        "OriginalFileName": "-",
        "CommandLine": 'python -c "print(1 < 2 & 3 > 2)"',
        "CurrentDirectory": "C:\\",
        "User": r"CORP\alice",
        "LogonId": "0x3e7",
        "IntegrityLevel": "High",
        "Hashes": "SHA1=AB12,MD5=CD34,SHA256=EF56,IMPHASH=00",
        "ParentProcessGuid": "{00000000-0000-0000-0000-000000000001}",
        "ParentProcessId": "12",
        "ParentImage": r"C:\Windows\explorer.exe",
        "ParentCommandLine": "explorer",
    }
    return sysmon(1, at=at, **{**fields, **changed})


def security(code: int, *, at: float = 0, **fields: str) -> Event:
    """A Security audit event."""
    system = {"System.Channel": "Security", "System.Computer": "host1", "System.Task": "13312"}
    return event("windows", f"Microsoft-Windows-Security-Auditing/{code}", {**system, **fields}, at=at)


def security_start(*, at: float = 0, **changed: str) -> Event:
    """A 4688 as a workstation writes it."""
    fields = {
        "SubjectUserSid": "S-1-5-18",
        "SubjectUserName": "HOST1$",
        "SubjectDomainName": "CORP",
        "SubjectLogonId": "0x3e7",
        "NewProcessId": "0x1a4",
        "NewProcessName": r"C:\Program Files\Python\python.exe",
        "TokenElevationType": "%%1937",
        "ProcessId": "0x10",
        "CommandLine": "python -c 1",
        "TargetUserName": "-",
        "TargetDomainName": "-",
        "ParentProcessName": r"C:\Windows\cmd.exe",
        "MandatoryLabel": "S-1-16-12288",
    }
    return security(4688, at=at, **{**fields, **changed})


def execve(
    *argv: str,
    pid: int,
    ppid: int,
    at: float = 0,
    host: str | None = "host1",
    file: str = "audit.log",
    hexed: Mapping[str, str] | None = None,
    **changed: str,
) -> Event:
    """A joined execve: SYSCALL and EXECVE. `hexed` are arguments as written, where they differ."""
    syscall: dict[str, FieldValue] = {
        "type": "SYSCALL",
        "msg": "audit(1700000000.000:1):",
        "arch": "c000003e",
        "syscall": "59",
        "success": "yes",
        "exit": "0",
        "pid": str(pid),
        "ppid": str(ppid),
        "uid": "1000",
        "ses": "3",
        "exe": f"/usr/bin/{argv[0]}",
        **changed,
    }
    record: dict[str, FieldValue] = {
        "type": "EXECVE",
        "argc": str(len(argv)),
        **{f"a{index}": argument for index, argument in enumerate(argv)},
        **(hexed or {}),
    }
    parts = (
        event("auditd", "SYSCALL", syscall, at=at, host=host, file=file),
        event("auditd", "EXECVE", record, at=at, host=host, file=file),
    )
    joined: dict[str, FieldValue] = {
        **syscall,
        "argv": list(argv),
        "exe.decoded": str(syscall["exe"]),
        "cwd.decoded": "/home/alice",
    }
    return event("auditd", "SYSCALL", joined, at=at, host=host, file=file, parts=parts)


def defender_start(**changed: str | None) -> Event:
    """A DeviceProcessEvents row."""
    fields: dict[str, FieldValue] = {
        "Timestamp": "2023-11-14T22:13:20.0000000Z",
        "DeviceName": "host1",
        "ActionType": "ProcessCreated",
        "FileName": "python.exe",
        "FolderPath": r"C:\Python\python.exe",
        "FileSize": "72192.0",
        "ProcessId": "6592",
        "ProcessCommandLine": "python -c 'a & b'",
        "ProcessCreationTime": "2023-11-14T22:13:19.1234567Z",
        "AccountDomain": "corp",
        "AccountName": "alice",
        "InitiatingProcessFileName": "cmd.exe",
        "InitiatingProcessFolderPath": r"c:\windows\system32",
        "InitiatingProcessId": "12",
        "InitiatingProcessCommandLine": "cmd /c x",
        "IsProcessRemoteSession": "False",
        "AdditionalFields": '{"a": 1}',
        "MD5": None,
        **changed,
    }
    return event("defender", "DeviceProcessEvents", fields)


def eslogger_exec(*args: str, pid: int = 300, version: int = 11, parent: tuple[int, int] = (200, 5)) -> Event:
    """An exec on macOS."""
    target = "event.exec.target"
    fields: dict[str, FieldValue] = {
        "event.exec.args": list(args),
        "event.exec.cwd.path": "/Users/alice",
        f"{target}.executable.path": f"/usr/bin/{args[0]}",
        f"{target}.audit_token.pid": str(pid),
        f"{target}.audit_token.pidversion": str(version),
        f"{target}.audit_token.euid": "501",
        f"{target}.ppid": str(parent[0]),
        f"{target}.parent_audit_token.pid": str(parent[0]),
        f"{target}.parent_audit_token.pidversion": str(parent[1]),
        f"{target}.start_time": "2023-11-14T22:13:20.000000Z",
        "process.executable.path": "/bin/zsh",
        "process.audit_token.pid": str(pid),
    }
    return event("eslogger", "exec", fields, host=None)
