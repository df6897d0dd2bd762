"""What can be asked of the Python on command lines: two Kusto tables, and events of an index of their own in Splunk."""

from __future__ import annotations

from collections.abc import Mapping

from antivenom.tables import Column, ColumnType, Schema

_STRING, _LONG, _DYNAMIC = ColumnType.STRING, ColumnType.LONG, ColumnType.DYNAMIC

INDEX, SOURCETYPE = "antivenom", "antivenom:python"
"""Where the Splunk view has its events about Python."""

PROGRAMS, SIGHTINGS = "PythonPrograms", "PythonSightings"
"""One row a process start with Python in it, and one row a behaviour that was seen there."""

IDENTITY: Mapping[str, tuple[str, ColumnType]] = {
    "Timestamp": ("time", ColumnType.DATETIME),
    "DeviceName": ("device.hostname", _STRING),
    "AccountName": ("user.name", _STRING),
    "FileName": ("process.name", _STRING),
    "FolderPath": ("process.file.path", _STRING),
    "ProcessId": ("process.pid", _LONG),
    "ProcessCommandLine": ("process.cmd_line", _STRING),
    "InitiatingProcessFileName": ("actor.process.name", _STRING),
    "InitiatingProcessCommandLine": ("actor.process.cmd_line", _STRING),
}
"""Columns of both tables that say which process it is, and the columns of the process table they show."""


def _schema(name: str, *own: tuple[str, ColumnType]) -> Schema:
    which = ((column, type_) for column, (_, type_) in IDENTITY.items())
    return Schema(name, tuple(Column(*column) for column in (*which, *own)))


TABLES: Mapping[str, Schema] = {
    schema.name: schema
    for schema in (
        _schema(
            PROGRAMS,
            ("Verdict", _STRING),
            ("Score", _LONG),
            ("Summary", _STRING),
            ("Behaviours", _DYNAMIC),
            ("AttackTechniques", _DYNAMIC),
            ("Indicators", _DYNAMIC),
            ("Layers", _LONG),
            ("Decodings", _DYNAMIC),
            ("Fingerprint", _STRING),
        ),
        _schema(
            SIGHTINGS,
            ("Verdict", _STRING),
            ("Rule", _STRING),
            ("Title", _STRING),
            ("Score", _LONG),
            ("Says", _STRING),
            ("Attack", _DYNAMIC),
            ("Code", _STRING),
            ("Layer", _LONG),
            ("Line", _LONG),
            ("Fingerprint", _STRING),
        ),
    )
}
"""Table name -> schema."""

READ = frozenset(
    {"activity_name", "device.os.type", "process.cmd_line", "process.argv", "process.original_file_name"}
    | {"actor.process.cmd_line"}
)
"""The columns of the process table that are read for the Python in them."""

COLUMNS = READ | {"status", *(column for column, _ in IDENTITY.values())}
"""The columns of the process table that these tables are made of."""
