"""What the Windows add-on makes of Security events.

Source: Splunk_TA_windows 10.0.1, default/props.conf, [source::XmlWinEventLog:Security], and the transforms it
names. Values from its look-up files (action, status, signature) are not there.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from antivenom.tables import Event
from antivenom.vocabularies.mapping import Getter, constant, through
from antivenom.vocabularies.splunk_shape import escaped
from antivenom.vocabularies.splunk_system import name_from

_COMMAND = re.compile(r'("[^"]+"|\S+)\s*(.*)')


def _command(part: int) -> Callable[[str], str | None]:
    def pick(line: str) -> str | None:
        match = _COMMAND.match(line)
        return match[part] or None if match else None

    return pick


def _security_process(event: Event) -> str | None:
    """4688's `process`: the command line if its first word is a path, else the image and the arguments."""
    image, line = _new_process(event), _command_line(event)
    command, arguments = (_command(1)(line), _command(2)(line)) if line is not None else (None, None)
    if command is not None and "\\" in command:
        return line
    if image is None or arguments is None:
        return image
    return (f'"{image}"' if re.search(r"\s", image) else image) + " " + arguments


_new_process, _command_line = escaped("NewProcessName"), escaped("CommandLine")
_AUDIT = {"0x8020000000000000": "Audit Success", "0x8010000000000000": "Audit Failure"}


def _renamed(names: dict[str, str]) -> dict[str, Getter]:
    return {new: escaped(old) for new, old in names.items()}


SECURITY_COLUMNS: dict[str, Getter] = {
    **_renamed(
        {
            "Caller_User_Name": "SubjectUserName",
            "Caller_Domain": "SubjectDomainName",
            "Logon_ID": "SubjectLogonId",
            "session_id": "SubjectLogonId",
            "Target_User_Name": "TargetUserName",
            "Target_Domain": "TargetDomainName",
            "Logon_Type": "LogonType",
            "Source_Port": "IpPort",
            "Sub_Status": "SubStatus",
            "Token_Elevation_Type": "TokenElevationType",
            "Target_Server_Name": "TargetServerName",
            "process_id": "ProcessId",
            "user_group": "TargetUserName",
            "Process_Command_Line": "CommandLine",
        }
    ),
    "Keywords": through(lambda text: _AUDIT.get(text, text), escaped("System.Keywords")),
    "vendor": constant("Microsoft"),
    "product": constant("Windows"),
}


def _security_user(event: Event) -> str | None:
    user = _target_user(event)
    return _subject_user(event) if user in (None, "-") else user


_target_user, _subject_user = escaped("TargetUserName"), escaped("SubjectUserName")
_ended = escaped("ProcessName")

CREATED: dict[str, Getter] = {
    **_renamed(
        {
            "new_process": "NewProcessName",
            "process_path": "NewProcessName",
            "new_process_id": "NewProcessId",
            "process_id": "NewProcessId",
            "parent_process": "ParentProcessName",
            "parent_process_path": "ParentProcessName",
            "parent_process_id": "ProcessId",
            "src_user": "SubjectUserName",
            "src_nt_domain": "SubjectDomainName",
        }
    ),
    "new_process_name": name_from(_new_process),
    "process_name": name_from(_new_process),
    "process_exec": name_from(_new_process),
    "parent_process_name": name_from(escaped("ParentProcessName")),
    "process": _security_process,
    "process_command_line_process": through(_command(1), _command_line),
    "process_command_line_arguments": through(_command(2), _command_line),
    "user": _security_user,
}

EXITED: dict[str, Getter] = {
    "process": _ended,
    "process_path": _ended,
    "process_exec": name_from(_ended),
    "process_name": name_from(_ended),
    "user": escaped("SubjectUserName"),
}
