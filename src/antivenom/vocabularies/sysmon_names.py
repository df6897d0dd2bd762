"""What Sysmon calls columns of the activity tables: Splunk's rows and Sigma's tables of other sensors say it so."""

from __future__ import annotations

from collections.abc import Mapping

STARTED: Mapping[str, str] = {
    "CommandLine": "process.cmd_line",
    "CurrentDirectory": "process.working_directory",
    "OriginalFileName": "process.original_file_name",
    "IntegrityLevel": "process.integrity",
    "Company": "process.file.company_name",
    "Description": "process.file.desc",
    "FileVersion": "process.file.version",
    "Product": "process.file.product.name",
    "ParentProcessId": "actor.process.pid",
    "ParentImage": "actor.process.file.path",
    "ParentCommandLine": "actor.process.cmd_line",
}
"""Fields of a process that started, and of its parent."""

CONNECTED: Mapping[str, str] = {
    "SourceIp": "src.ip",
    "SourcePort": "src.port",
    "DestinationIp": "dst.ip",
    "DestinationPort": "dst.port",
    "DestinationHostname": "dst.hostname",
}
"""Fields of a connection."""
