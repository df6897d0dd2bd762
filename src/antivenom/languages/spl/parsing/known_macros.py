"""Macros that published searches rely on, with the meaning they have where they come from.

`drop_dm_object_name` and `summariesonly` are of the CIM add-on, the others of Splunk's security content, with the
settings both have when installed. A definition that the caller gives comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_PROCESSES = {
    "auditpol": "", "bitsadmin": "", "certutil": "", "cmd": "", "csc": "", "cscript": "", "curl": "",
    "diskshadow": "", "dllhost": "", "dsquery": "", "dxdiag": "", "esentutl": "", "fodhelper": "", "gpupdate": "",
    "hh": "", "installutil": "", "msbuild": "", "mshta": "", "msiexec": "", "netsh": "", "nltest": "nltestrk.exe",
    "ntdsutil": "", "ping": "", "psexec": "psexec.c", "rclone": "", "reg": "", "regasm": "", "regedit": "",
    "regsvcs": "", "regsvr32": "", "route": "", "runas": "", "rundll32": "", "sc": "", "schtasks": "", "sdelete": "",
    "setspn": "", "sqlcmd": "", "verclsid": "", "vssadmin": "", "wbadmin": "", "wermgr": "", "wmic": "",
    "wscript": "",
}  # fmt: skip
"""What `process_NAME` looks for: NAME.exe, and the name in the file's own resources where that is another."""

_SEVERAL = {
    "process_copy": (("copy.exe", "xcopy.exe"), ("copy.exe", "xcopy.exe")),
    "process_microsoftworkflowcompiler": (("microsoft.workflow.compiler.exe",), ("microsoft.workflow.compiler.exe",)),
    "process_net": (("net.exe", "net1.exe"), ("net.exe", "net1.exe")),
    "process_powershell": (
        ("pwsh.exe", "powershell.exe", "powershell_ise.exe"),
        ("pwsh.dll", "PowerShell.EXE", "powershell_ise.EXE"),
    ),
    "process_procdump": (("procdump.exe", "procdump64.exe"), ("procdump",)),
}

_CHANNELS = {
    "applocker": ("Microsoft-Windows-AppLocker/*",),
    "capi2_operational": ("Microsoft-Windows-CAPI2/Operational",),
    "ms_defender": ("Microsoft-Windows-Windows Defender/Operational",),
    "powershell": ("Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational"),
    "printservice": ("Microsoft-Windows-PrintService/Operational", "Microsoft-Windows-PrintService/Admin"),
    "remoteconnectionmanager": ("Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",),
    "wineventlog_application": ("Application",),
    "wineventlog_appxdeploymentserver": ("Microsoft-Windows-AppXDeploymentServer/Operational",),
    "wineventlog_appxpackaging": ("Microsoft-Windows-AppxPackaging/Operational",),
    "wineventlog_rdp": ("Microsoft-Windows-TerminalServices-RDPClient/Operational",),
    "wineventlog_security": ("Security",),
    "wineventlog_system": ("System",),
    "wineventlog_task_scheduler": ("Microsoft-Windows-TaskScheduler/Operational",),
    "wmi": ("Microsoft-Windows-WMI-Activity/Operational",),
}
"""Macro -> the channels of the Windows event log whose events it means, as text or as XML."""

_SHELLS = (
    "cmd.exe", "powershell.exe", "powershell_ise.exe", "pwsh.exe", "sh.exe", "bash.exe", "wscript.exe", "cscript.exe",
    "wt.exe", "WindowsTerminal.exe", "mshta.exe",
)  # fmt: skip
_LINUX_SHELLS = ("sh", "ksh", "zsh", "bash", "dash", "rbash", "fish", "csh", "tcsh", "ion", "eshell")
_OFFICE = (
    "EQNEDT32.exe", "excel.exe", "Graph.exe", "msaccess.exe", "mspub.exe", "onenote.exe", "onenoteim.exe",
    "onenotem.exe", "outlook.exe", "powerpnt.exe", "visio.exe", "winproj.exe", "winword.exe",
)  # fmt: skip


def _sources(*names: str) -> str:
    """Terms for events of one of these channels."""
    found = (f'source="{kind}:{name}"' for name in names for kind in ("WinEventLog", "XmlWinEventLog"))
    return f"({' OR '.join(found)})"


def _one_of(field: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f'"{value}"' for value in values)
    return f"Processes.{field} IN ({listed})"


def _named(names: tuple[str, ...], originals: tuple[str, ...]) -> str:
    """Terms for processes of one of these names, also where the file was renamed."""
    return f"({_one_of('process_name', names)} OR {_one_of('original_file_name', originals)})"


_TERMS = {
    "sysmon": (
        "(source=WinEventLog:Microsoft-Windows-Sysmon/Operational"
        " OR source=XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"
        " OR source=Syslog:Linux-Sysmon/Operational)"
    ),
    "linux_auditd": 'sourcetype="auditd"',
    "linux_shells": f"({_one_of('process_name', _LINUX_SHELLS)})",
    "windows_shells": f"({_one_of('process_name', _SHELLS)})",
    "process_office_products": _named((*_OFFICE, "wordpad.exe", "wordview.exe"), _OFFICE),
    "process_office_products_parent": f"({_one_of('parent_process_name', _OFFICE)})",
    "summariesonly_config": "false",
    "oldsummaries_config": "true",
    "fillnull_config": "null",
    "summariesonly": "summariesonly=false",
    "security_content_summariesonly": "summariesonly=false allow_old_summaries=true fillnull_value=null",
    **{name: _sources(*channels) for name, channels in _CHANNELS.items()},
    **{
        f"process_{name}": _named((f"{name}.exe",), (original or f"{name}.exe",))
        for name, original in _PROCESSES.items()
    },
    **{name: _named(*both) for name, both in _SEVERAL.items()},
}

KNOWN_MACROS: Mapping[str, Mapping[str, Any]] = {
    **{name: {"definition": terms} for name, terms in _TERMS.items()},
    "drop_dm_object_name(1)": {"args": ["object"], "definition": 'rename "$object$.*" as *'},
    "security_content_ctime(1)": {
        "args": ["field"],
        "definition": 'convert timeformat="%Y-%m-%dT%H:%M:%S" ctime($field$)',
    },
}
"""Name, with the number of its arguments -> definition, as for `expand_macros`."""

KNOWN_EVENTTYPES: Mapping[str, str] = {
    **{name: _sources(*_CHANNELS[name]) for name in _CHANNELS if name.startswith("wineventlog_")},
    "wineventlog_windows": _sources("Application", "Security", "System"),
}
"""Event types of the add-on for Windows that macros of the security content name -> their search."""


def nothing_filtered(name: str) -> Mapping[str, Any] | None:
    """A filter that nobody defined: detections end in one, for users to fill, and as installed it keeps everything."""
    return {"definition": "search *"} if name.endswith("_filter") else None
