"""Which events each of Sigma's log sources names: providers, event ids and channels.

Source: SigmaHQ/sigma-specification, appendix "Sigma Taxonomy" 2.1.0, tables of the Windows and Linux folders.
Beside a channel's name there stand the names under which Windows itself lists it, where the appendix has another.
File events of Microsoft-Windows-Kernel-File by its manifest: Create 12, CreateNewFile 30, Rename 19, RenamePath 27.
"""

from __future__ import annotations

from collections.abc import Mapping

WINDOWS, LINUX, MACOS = "windows", "linux", "macos"
"""The products whose events are read here."""

SYSMON_CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "process_creation": ("1",),
    "file_change": ("2",),
    "network_connection": ("3",),
    "sysmon_status": ("4", "16"),
    "process_termination": ("5",),
    "driver_load": ("6",),
    "image_load": ("7",),
    "create_remote_thread": ("8",),
    "raw_access_thread": ("9",),
    "process_access": ("10",),
    "file_event": ("11",),
    "registry_add": ("12",),
    "registry_delete": ("12",),
    "registry_set": ("13",),
    "registry_rename": ("14",),
    "registry_event": ("12", "13", "14"),
    "create_stream_hash": ("15",),
    "pipe_created": ("17", "18"),
    "wmi_event": ("19", "20", "21"),
    "dns_query": ("22",),
    "file_delete": ("23", "26"),
    "clipboard_capture": ("24",),
    "process_tampering": ("25",),
    "file_delete_detected": ("26",),
    "file_block_executable": ("27",),
    "file_block_shredding": ("28",),
    "file_executable_detected": ("29",),
    "sysmon_error": ("255",),
}
"""Category -> the ids of the Sysmon events that are of it."""

LINUX_SYSMON_CATEGORIES = frozenset(
    "process_creation network_connection sysmon_status process_termination raw_access_thread file_event"
    " file_delete sysmon_error".split()
)
"""The categories that Sysmon for Linux has events of; their ids are the same."""

EVENT_TYPES: Mapping[str, frozenset[str]] = {
    "registry_add": frozenset({"CreateKey"}),
    "registry_delete": frozenset({"DeleteKey", "DeleteValue"}),
}
"""Category -> the `EventType` values of Sysmon that are of it, where one id serves several."""

_POWERSHELL = ("Microsoft-Windows-PowerShell", "PowerShellCore")

PROVIDED: Mapping[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "ps_module": (_POWERSHELL, ("4103",), "powershell"),
    "ps_script": (_POWERSHELL, ("4104",), "powershell"),
    "ps_classic_start": (("PowerShell",), ("400",), "powershell-classic"),
    "ps_classic_provider_start": (("PowerShell",), ("600",), "powershell-classic"),
    "ps_classic_script": (("PowerShell",), ("800",), "powershell-classic"),
    "file_access": (("Microsoft-Windows-Kernel-File",), ("12", "30"), ""),
    "file_rename": (("Microsoft-Windows-Kernel-File",), ("19", "27"), ""),
}
"""Category -> providers, event ids, and the service whose channel they stand in ("" for any channel)."""

_CHANNELS: Mapping[str, str | tuple[str, ...]] = {
    "application": "Application",
    "application-experience": (
        "Microsoft-Windows-Application-Experience/Program-Telemetry",
        "Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant",
    ),
    "applocker": (
        "Microsoft-Windows-AppLocker/MSI and Script",
        "Microsoft-Windows-AppLocker/EXE and DLL",
        "Microsoft-Windows-AppLocker/Packaged app-Deployment",
        "Microsoft-Windows-AppLocker/Packaged app-Execution",
    ),
    "appmodel-runtime": "Microsoft-Windows-AppModel-Runtime/Admin",
    "appxdeployment-server": "Microsoft-Windows-AppXDeploymentServer/Operational",
    "appxpackaging-om": "Microsoft-Windows-AppxPackaging/Operational",
    "bitlocker": "Microsoft-Windows-BitLocker/BitLocker Management",
    "bits-client": "Microsoft-Windows-Bits-Client/Operational",
    "capi2": "Microsoft-Windows-CAPI2/Operational",
    "certificateservicesclient-lifecycle-system": (
        "Microsoft-Windows-CertificateServicesClient-Lifecycle-System/Operational"
    ),
    "codeintegrity-operational": "Microsoft-Windows-CodeIntegrity/Operational",
    "dhcp": "Microsoft-Windows-DHCP-Server/Operational",
    "diagnosis-scripted": "Microsoft-Windows-Diagnosis-Scripted/Operational",
    "dns-client": ("Microsoft-Windows-DNS Client Events/Operational", "Microsoft-Windows-DNS-Client/Operational"),
    "dns-server": "DNS Server",
    "dns-server-analytic": ("Microsoft-Windows-DNS-Server/Analytical", "Microsoft-Windows-DNSServer/Analytical"),
    "dns-server-audit": ("Microsoft-Windows-DNS-Server/Audit", "Microsoft-Windows-DNSServer/Audit"),
    "driver-framework": "Microsoft-Windows-DriverFrameworks-UserMode/Operational",
    "firewall-as": "Microsoft-Windows-Windows Firewall With Advanced Security/Firewall",
    "hyper-v-worker": (
        "Microsoft-Windows-Hyper-V-Worker",
        "Microsoft-Windows-Hyper-V-Worker-Admin",
        "Microsoft-Windows-Hyper-V-Worker-Operational",
    ),
    "iis-configuration": "Microsoft-IIS-Configuration/Operational",
    "kernel-event-tracing": ("Microsoft-Windows-Kernel-EventTracing", "Microsoft-Windows-Kernel-EventTracing/Admin"),
    "kernel-shimengine": (
        "Microsoft-Windows-Kernel-ShimEngine/Operational",
        "Microsoft-Windows-Kernel-ShimEngine/Diagnostic",
    ),
    "ldap": "Microsoft-Windows-LDAP-Client/Debug",
    "ldap_debug": "Microsoft-Windows-LDAP-Client/Debug",
    "lsa-server": "Microsoft-Windows-LSA/Operational",
    "microsoft-servicebus-client": (
        "Microsoft-ServiceBus-Client",
        "Microsoft-ServiceBus-Client/Operational",
        "Microsoft-ServiceBus-Client/Admin",
    ),
    "msexchange-management": "MSExchange Management",
    "ntfs": "Microsoft-Windows-Ntfs/Operational",
    "ntlm": "Microsoft-Windows-NTLM/Operational",
    "openssh": "OpenSSH/Operational",
    "powershell": ("Microsoft-Windows-PowerShell/Operational", "PowerShellCore/Operational"),
    "powershell-classic": "Windows PowerShell",
    "printservice-admin": "Microsoft-Windows-PrintService/Admin",
    "printservice-operational": "Microsoft-Windows-PrintService/Operational",
    "security": "Security",
    "security-mitigations": (
        "Microsoft-Windows-Security-Mitigations/Kernel Mode",
        "Microsoft-Windows-Security-Mitigations/KernelMode",
        "Microsoft-Windows-Security-Mitigations/User Mode",
        "Microsoft-Windows-Security-Mitigations/UserMode",
    ),
    "sense": "Microsoft-Windows-SENSE/Operational",
    "servicebus-client": ("Microsoft-ServiceBus-Client/Operational", "Microsoft-ServiceBus-Client/Admin"),
    "shell-core": "Microsoft-Windows-Shell-Core/Operational",
    "smbclient-connectivity": "Microsoft-Windows-SmbClient/Connectivity",
    "smbclient-security": "Microsoft-Windows-SmbClient/Security",
    "smbserver-connectivity": "Microsoft-Windows-SMBServer/Connectivity",
    "sysmon": "Microsoft-Windows-Sysmon/Operational",
    "system": "System",
    "taskscheduler": "Microsoft-Windows-TaskScheduler/Operational",
    "terminalservices-localsessionmanager": "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
    "vhdmp": ("Microsoft-Windows-VHDMP/Operational", "Microsoft-Windows-VHDMP-Operational"),
    "windefend": "Microsoft-Windows-Windows Defender/Operational",
    "wmi": "Microsoft-Windows-WMI-Activity/Operational",
}

SERVICES: Mapping[str, frozenset[str]] = {
    name: frozenset(map(str.casefold, (channels,) if isinstance(channels, str) else channels))
    for name, channels in _CHANNELS.items()
}
"""Windows service -> the channels that are it, case folded."""

AUDITD = "auditd"
"""The one service of Linux whose log is read."""

ANTIVIRUS = "antivirus"
"""The category of what antivirus products report, whichever system they watch."""

DETECTIONS = frozenset(
    f"{provider}/{code}"
    for provider in ("Microsoft-Windows-Windows Defender", "Microsoft Antimalware")
    for code in "1006 1007 1008 1015 1116 1117 1118 1119".split()
)
"""Events in which Microsoft's antivirus names a threat it found or dealt with (Defender's event id page)."""

CATEGORIES = frozenset((*SYSMON_CATEGORIES, *PROVIDED, ANTIVIRUS))
"""Every category that events read here can be of."""
