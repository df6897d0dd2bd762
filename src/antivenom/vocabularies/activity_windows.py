"""Sysmon (Windows and Linux) and Security audit events as activities.

Field names: Microsoft's Sysmon schema (sysmon -s) and the Security auditing event pages. In a TCP event
Sysmon's source is the side that opened the connection, also when `Initiated` is false; in a UDP event on Windows
it is always the side of the process (public logs: port 53 of dns.exe, the multicast address a service listens on).
"""

from __future__ import annotations

import re

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    ActivityMap,
    Getter,
    TextGetter,
    basename,
    code_of,
    constant,
    domain_of,
    first,
    given,
    hash_of,
    host_of,
    moment,
    name_of,
    number,
    through,
    time_of,
    to_long,
)

SYSMON = "Microsoft-Windows-Sysmon"
LINUX_SYSMON = "Linux-Sysmon"
SECURITY = "Microsoft-Windows-Security-Auditing"

_INTEGRITY = {
    "S-1-16-0": "Untrusted",
    "S-1-16-4096": "Low",
    "S-1-16-8192": "Medium",
    "S-1-16-8448": "Medium",
    "S-1-16-12288": "High",
    "S-1-16-16384": "System",
}
_ELEVATION = {
    "%%1936": "TokenElevationTypeDefault",
    "%%1937": "TokenElevationTypeFull",
    "%%1938": "TokenElevationTypeLimited",
}


def _common(product: str, activity: str | Getter, system: str) -> dict[str, Getter]:
    return {
        "time": time_of,
        "device.hostname": host_of,
        "device.os.type": constant(system),
        "activity_name": constant(activity) if isinstance(activity, str) else activity,
        "status": constant("Success"),
        "metadata.product": constant(product),
        "metadata.event_code": code_of,
    }


def _hashes(prefix: str, getter: TextGetter) -> dict[str, Getter]:
    return {
        f"{prefix}.hashes.md5": hash_of("MD5", getter),
        f"{prefix}.hashes.sha1": hash_of("SHA1", getter),
        f"{prefix}.hashes.sha256": hash_of("SHA256", getter),
    }


def _user(prefix: str, account: TextGetter) -> dict[str, Getter]:
    return {f"{prefix}.name": through(name_of, account), f"{prefix}.domain": through(domain_of, account)}


def _image(prefix: str, field: str) -> dict[str, Getter]:
    path = given(field)
    return {f"{prefix}.name": through(basename, path), f"{prefix}.file.path": path}


def _process(prefix: str) -> dict[str, Getter]:
    """The process an event is about, in the fields every Sysmon event uses for it."""
    return {
        f"{prefix}.pid": number("ProcessId"),
        f"{prefix}.uid": given("ProcessGuid"),
        **_image(prefix, "Image"),
    }


def _launch(system: str) -> ActivityMap:
    return ActivityMap(
        "process",
        {
            **_common("Sysmon", "Launch", system),
            **_process("process"),
            "process.cmd_line": given("CommandLine"),
            "process.created_time": first(moment("UtcTime"), time_of),
            "process.working_directory": given("CurrentDirectory"),
            "process.original_file_name": given("OriginalFileName"),
            "process.integrity": given("IntegrityLevel"),
            "process.file.company_name": given("Company"),
            "process.file.desc": given("Description"),
            "process.file.version": given("FileVersion"),
            "process.file.product.name": given("Product"),
            **_hashes("process.file", given("Hashes")),
            **_user("user", given("User")),
            "session.uid": number("LogonId"),
            "actor.process.pid": number("ParentProcessId"),
            "actor.process.uid": given("ParentProcessGuid"),
            **_image("actor.process", "ParentImage"),
            "actor.process.cmd_line": given("ParentCommandLine"),
            **_user("actor.user", given("ParentUser")),
        },
    )


def _terminate(system: str) -> ActivityMap:
    return ActivityMap(
        "process",
        {**_common("Sysmon", "Terminate", system), **_process("process"), **_user("user", given("User"))},
    )


def _direction(event: Event) -> str | None:
    initiated = event.fields.get("Initiated")
    return {"true": "Outbound", "false": "Inbound"}.get(initiated) if isinstance(initiated, str) else None


def _opener(system: str, one: str, other: str) -> TextGetter:
    """A value of one side, of the other where Windows wrote a datagram that came in the wrong way round."""
    here, there = given(one), given(other)

    def get(event: Event) -> str | None:
        turned = event.fields.get("Initiated") == "false" and event.fields.get("Protocol") == "udp"
        return there(event) if turned else here(event)

    return get if system == "Windows" else here


def _actor() -> dict[str, Getter]:
    return {**_process("actor.process"), **_user("actor.user", given("User"))}


def _network(system: str) -> ActivityMap:
    return ActivityMap(
        "network",
        {
            **_common("Sysmon", "Open", system),
            "direction": _direction,
            "protocol": given("Protocol"),
            "src.ip": _opener(system, "SourceIp", "DestinationIp"),
            "src.port": through(to_long, _opener(system, "SourcePort", "DestinationPort")),
            "src.hostname": _opener(system, "SourceHostname", "DestinationHostname"),
            "dst.ip": _opener(system, "DestinationIp", "SourceIp"),
            "dst.port": through(to_long, _opener(system, "DestinationPort", "SourcePort")),
            "dst.hostname": _opener(system, "DestinationHostname", "SourceHostname"),
            **_actor(),
        },
    )


def _file(system: str, activity: str) -> ActivityMap:
    path = given("TargetFilename")
    return ActivityMap(
        "file",
        {
            **_common("Sysmon", activity, system),
            "file.path": path,
            "file.name": through(basename, path),
            "file.created_time": moment("CreationUtcTime"),
            **(_hashes("file", given("Hashes")) if activity == "Delete" else {}),
            **_actor(),
        },
    )


_REGISTRY_ACTIVITIES = {
    "CreateKey": "Create Key",
    "DeleteKey": "Delete Key",
    "CreateValue": "Create Value",
    "DeleteValue": "Delete Value",
    "SetValue": "Set Value",
    "RenameKey": "Rename Key",
    "RenameValue": "Rename Value",
}
_NUMBER_DETAILS = re.compile(r"(DWORD|QWORD) \(0x([0-9a-fA-F]{1,8})(?:-0x([0-9a-fA-F]{1,8}))?\)")


def _registry_activity(event: Event) -> str | None:
    kind = event.fields.get("EventType")
    return _REGISTRY_ACTIVITIES.get(kind) if isinstance(kind, str) else None


def _is_value(event: Event) -> bool:
    kind = event.fields.get("EventType")
    return isinstance(kind, str) and kind.endswith("Value")


_target = given("TargetObject")


def _key_path(event: Event) -> str | None:
    target = _target(event)
    if target is None or not _is_value(event):
        return target
    return target.rpartition("\\")[0] or target


def _value_name(event: Event) -> str | None:
    target = _target(event)
    return target.rpartition("\\")[2] if target is not None and _is_value(event) else None


def _value_type(details: str) -> str:
    match = _NUMBER_DETAILS.fullmatch(details)
    if match:
        return match[1].capitalize()
    return "Binary" if details == "Binary Data" else "String"


def _value_data(details: str) -> str | None:
    """Sysmon's `Details`; a DWORD or QWORD as a decimal number, which is how Defender writes it."""
    match = _NUMBER_DETAILS.fullmatch(details)
    if match is None:
        return None if details == "Binary Data" else details
    high, low = int(match[2], 16), match[3]
    return str(high if low is None else (high << 32) | int(low, 16))


def _registry(renames: bool) -> ActivityMap:
    details = given("Details")
    own: dict[str, Getter] = {"reg_key.path": _key_path, "reg_value.name": _value_name}
    if renames:
        own |= {"prev_reg_key.path": _key_path, "reg_key.path": given("NewName")}
    else:
        own |= {
            "reg_value.type": through(_value_type, details),
            "reg_value.data": through(_value_data, details),
        }
    return ActivityMap("registry", {**_common("Sysmon", _registry_activity, "Windows"), **own, **_actor()})


def _module() -> ActivityMap:
    path = given("ImageLoaded")
    return ActivityMap(
        "module",
        {
            **_common("Sysmon", "Load", "Windows"),
            "module.file.path": path,
            "module.file.name": through(basename, path),
            **_hashes("module.file", given("Hashes")),
            "module.file.signature.state": given("SignatureStatus"),
            **_actor(),
        },
    )


def _target_or_subject(field: str) -> TextGetter:
    """4688's new process runs as the target account where there is one, else as the subject."""
    target_name, target, subject = given("TargetUserName"), given("Target" + field), given("Subject" + field)
    return lambda event: (subject if target_name(event) is None else target)(event)


def _subject(prefix: str) -> dict[str, Getter]:
    return {
        f"{prefix}.name": given("SubjectUserName"),
        f"{prefix}.domain": given("SubjectDomainName"),
        f"{prefix}.uid": given("SubjectUserSid"),
    }


def security_launch(product: str) -> dict[str, Getter]:
    """Columns of a 4688, by its EventData names; Log Analytics keeps them."""
    return {
        **_common(product, "Launch", "Windows"),
        "metadata.event_code": constant("4688"),
        "process.pid": number("NewProcessId"),
        **_image("process", "NewProcessName"),
        "process.cmd_line": given("CommandLine"),
        "process.created_time": time_of,
        "process.integrity": through(_INTEGRITY.get, given("MandatoryLabel")),
        "process.token_elevation": through(_ELEVATION.get, given("TokenElevationType")),
        "user.name": _target_or_subject("UserName"),
        "user.domain": _target_or_subject("DomainName"),
        "user.uid": _target_or_subject("UserSid"),
        "session.uid": through(to_long, _target_or_subject("LogonId")),
        "actor.process.pid": number("ProcessId"),
        **_image("actor.process", "ParentProcessName"),
        **_subject("actor.user"),
        "actor.session.uid": number("SubjectLogonId"),
    }


def security_terminate(product: str) -> dict[str, Getter]:
    """Columns of a 4689."""
    return {
        **_common(product, "Terminate", "Windows"),
        "metadata.event_code": constant("4689"),
        "process.pid": number("ProcessId"),
        **_image("process", "ProcessName"),
        **_subject("user"),
        "session.uid": number("SubjectLogonId"),
    }


def _sysmon(system: str) -> dict[str, ActivityMap]:
    maps = {
        "1": _launch(system),
        "3": _network(system),
        "5": _terminate(system),
        "11": _file(system, "Create"),
        "23": _file(system, "Delete"),
        "26": _file(system, "Delete"),
    }
    if system == "Windows":
        maps |= {"7": _module(), "12": _registry(False), "13": _registry(False), "14": _registry(True)}
    return maps


MAPS: dict[str, tuple[ActivityMap, ...]] = {
    **{f"{SYSMON}/{code}": (map_,) for code, map_ in _sysmon("Windows").items()},
    **{f"{LINUX_SYSMON}/{code}": (map_,) for code, map_ in _sysmon("Linux").items()},
    f"{SECURITY}/4688": (ActivityMap("process", security_launch("Security")),),
    f"{SECURITY}/4689": (ActivityMap("process", security_terminate("Security")),),
}
"""Event kind -> its activities."""
