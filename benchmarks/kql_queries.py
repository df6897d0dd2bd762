"""The queries of benchmarks/kql.py: what detections ask of process events, in the KQL both contestants run."""

from __future__ import annotations

TERMS = (
    "mimikatz sekurlsa lsass procdump comsvcs rundll32 regsvr32 mshta certutil bitsadmin wmic vssadmin bcdedit wbadmin"
    " schtasks psexec paexec cscript wscript installutil msbuild odbcconf cmstp rubeus kerberoast bloodhound sharphound"
    " adfind nltest dsquery ntdsutil secretsdump impacket wmiexec smbexec atexec dcsync invoke-mimikatz powerview"
    " powersploit empire covenant meterpreter cobaltstrike beacon shellcode frombase64string downloadstring webclient"
    " bypass encodedcommand pastebin"
).split()[:50]
"""Fifty words that detections look for."""

_PUBLISHED = """
DeviceProcessEvents
| where FileName has "python"
| where ProcessCommandLine has_any ("socket.socket", "pty.spawn", "os.dup2", "base64.b64decode", "exec(", "eval(",
    "__import__", "urllib.request", "requests.get", "subprocess.Popen", "/bin/sh", "/bin/bash", "marshal.loads",
    "zlib.decompress", "ctypes")
| project Timestamp, DeviceName, AccountName, FileName, ProcessCommandLine, InitiatingProcessFileName
"""

_WORDS = ", ".join(repr(term) for term in TERMS)
_EACH = " or ".join(f"ProcessCommandLine has {term!r}" for term in TERMS)

QUERIES = {
    "has one term": """DeviceProcessEvents | where ProcessCommandLine has "mimikatz" | count""",
    "has a phrase": """DeviceProcessEvents | where ProcessCommandLine has "-enc bypass" | count""",
    "has_any of 50": f"DeviceProcessEvents | where ProcessCommandLine has_any ({_WORDS}) | count",
    "has 50 times": f"DeviceProcessEvents | where {_EACH} | count",
    "has_all": """
DeviceProcessEvents | where ProcessCommandLine has_all ("powershell", "bypass", "hidden") | count""",
    "contains": """DeviceProcessEvents | where ProcessCommandLine contains "sekurlsa::" | count""",
    "python executions": _PUBLISHED,
    "equals, any case": """DeviceProcessEvents | where FileName =~ "POWERSHELL.EXE" | count""",
    "in a list": """
DeviceProcessEvents | where FileName in~ ("cmd.exe", "powershell.exe", "pwsh.exe", "mshta.exe") | count""",
    "startswith and endswith": r"""
DeviceProcessEvents | where FolderPath startswith "C:\\Users\\" and FolderPath endswith ".exe" | count""",
    "matches regex": r"""
DeviceProcessEvents
| where ProcessCommandLine matches regex @"(?i)-e(nc|ncodedcommand)?\s+[A-Za-z0-9+/=]{20,}"
| count""",
    "count by": """
DeviceProcessEvents
| summarize count() by FileName, InitiatingProcessFileName
| top 20 by count_ desc""",
    "dcount and set": """
DeviceProcessEvents
| where FileName =~ "cmd.exe"
| summarize Devices = dcount(DeviceName), Users = make_set(AccountName, 50) by InitiatingProcessFileName
| sort by Devices desc, InitiatingProcessFileName asc""",
    "by hour": """
DeviceProcessEvents | summarize Starts = count() by bin(Timestamp, 1h) | sort by Timestamp asc""",
    "first and last": """
DeviceProcessEvents
| summarize First = min(Timestamp), Last = max(Timestamp), n = count() by DeviceName, FileName
| where n < 5
| sort by First asc, DeviceName asc, FileName asc""",
    "rare by join": """
DeviceProcessEvents
| where FileName =~ "rundll32.exe"
| project Timestamp, DeviceName, ProcessCommandLine
| join kind=inner (
    DeviceProcessEvents | summarize n = count() by ProcessCommandLine | where n == 1
) on ProcessCommandLine
| count""",
    "arg_max": """
DeviceProcessEvents
| where FileName has "powershell"
| summarize arg_max(Timestamp, ProcessCommandLine) by DeviceName
| sort by DeviceName asc""",
    "extract": r"""
DeviceProcessEvents
| extend Script = extract(@"([A-Za-z]:\\[^ ]+\.ps1)", 1, ProcessCommandLine)
| where isnotempty(Script)
| summarize count() by Script
| sort by count_ desc, Script asc""",
    "case and iff": """
DeviceProcessEvents
| extend Kind = case(FileName has "powershell", "shell", FileName has "cmd", "shell", FileName endswith ".dll",
    "library", "other"), Long = iff(strlen(ProcessCommandLine) > 200, 1, 0)
| summarize count(), sum(Long) by Kind
| sort by Kind asc""",
    "split a path": r"""
DeviceProcessEvents
| extend Leaf = tostring(split(FolderPath, "\\")[-1])
| summarize count() by Leaf
| top 10 by count_ desc""",
    "lower and concatenate": """
DeviceProcessEvents
| extend Pair = strcat(tolower(InitiatingProcessFileName), " > ", tolower(FileName))
| summarize count() by Pair
| where count_ > 1000
| sort by Pair asc""",
}
"""What a query asks -> its text."""
