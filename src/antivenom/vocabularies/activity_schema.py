"""The schemas of the activity tables: process, network, file, registry, module, and what accounts and services did.

Columns carry OCSF 1.x attribute names, flattened with dots. In the process table `actor.process` is the
parent; in the others it is the process that did the thing, and `actor.process.parent_process` its parent.
"""

from __future__ import annotations

from antivenom.tables import Column, ColumnType, Schema

_STRING, _LONG, _DATETIME = ColumnType.STRING, ColumnType.LONG, ColumnType.DATETIME
_MULTIVALUE = ColumnType.MULTIVALUE

_COMMON = (
    ("time", _DATETIME),
    ("device.hostname", _STRING),
    ("device.os.type", _STRING),  # "Windows", "Linux", "macOS" or "ESXi"
    ("activity_name", _STRING),
    ("status", _STRING),  # "Success", "Failure", or null where the source does not say
    ("metadata.product", _STRING),
    ("metadata.event_code", _STRING),
)

_HASHES = (("hashes.md5", _STRING), ("hashes.sha1", _STRING), ("hashes.sha256", _STRING))

_PROCESS = (
    ("pid", _LONG),
    ("uid", _STRING),  # what names the process beyond reuse of its pid: a ProcessGuid, pid.pidversion
    ("name", _STRING),
    ("file.path", _STRING),
    ("cmd_line", _STRING),
    ("created_time", _DATETIME),
    ("original_file_name", _STRING),
    ("integrity", _STRING),
    *((f"file.{name}", type_) for name, type_ in _HASHES),
)

_USER = (("name", _STRING), ("domain", _STRING), ("uid", _STRING))

_ACCOUNT = tuple((f"user.{name}", type_) for name, type_ in _USER)

_PARENT = (("pid", _LONG), ("name", _STRING), ("file.path", _STRING), ("created_time", _DATETIME))

_ACTOR = (
    *((f"actor.process.{name}", type_) for name, type_ in _PROCESS),
    *((f"actor.user.{name}", type_) for name, type_ in _USER),
    ("actor.session.uid", _LONG),
    *((f"actor.process.parent_process.{name}", type_) for name, type_ in _PARENT),
)


def _schema(name: str, *own: tuple[str, ColumnType]) -> Schema:
    return Schema(f"activity.{name}", tuple(Column(*column) for column in (*_COMMON, *own, *_ACTOR)))


SCHEMAS = {
    "process": _schema(
        "process",
        *((f"process.{name}", type_) for name, type_ in _PROCESS),
        ("process.argv", _MULTIVALUE),
        ("process.working_directory", _STRING),
        ("process.file.company_name", _STRING),
        ("process.file.desc", _STRING),
        ("process.file.version", _STRING),
        ("process.file.product.name", _STRING),
        ("process.token_elevation", _STRING),
        *((f"user.{name}", type_) for name, type_ in _USER),
        ("session.uid", _LONG),
    ),
    "network": _schema(
        "network",
        ("direction", _STRING),  # "Outbound", "Inbound"
        ("protocol", _STRING),
        ("src.ip", _STRING),
        ("src.port", _LONG),
        ("src.hostname", _STRING),
        ("dst.ip", _STRING),
        ("dst.port", _LONG),
        ("dst.hostname", _STRING),
    ),
    "file": _schema(
        "file",
        ("file.path", _STRING),
        ("file.name", _STRING),
        *((f"file.{name}", type_) for name, type_ in _HASHES),
        ("file.created_time", _DATETIME),
    ),
    "registry": _schema(
        "registry",
        ("reg_key.path", _STRING),
        ("reg_value.name", _STRING),
        ("reg_value.type", _STRING),
        ("reg_value.data", _STRING),
        ("prev_reg_key.path", _STRING),
    ),
    "module": _schema(
        "module",
        ("module.file.path", _STRING),
        ("module.file.name", _STRING),
        *((f"module.file.{name}", type_) for name, type_ in _HASHES),
        ("module.file.signature.state", _STRING),
    ),
    "authentication": _schema(
        "authentication",
        *_ACCOUNT,  # who logs on; the actor is who asked for it
        ("logon_type", _STRING),  # as the product writes it: "3", "RemoteInteractive"
        ("auth_protocol", _STRING),
        ("service.name", _STRING),  # what was logged on to, or what checked the account: a ticket's service, sshd
        ("status_code", _STRING),
        ("status_detail", _STRING),
        ("src.ip", _STRING),
        ("src.hostname", _STRING),
        ("session.uid", _STRING),
    ),
    "change": _schema(
        "change",
        *_ACCOUNT,  # the account that was changed, where one was
        ("category", _STRING),  # "account", "audit" or "endpoint"
        ("message", _STRING),  # what happened, in the words of the event's title
        ("entity.name", _STRING),
        ("entity.uid", _STRING),
        ("entity.type", _STRING),  # "user", "group", "computer", "service", "scheduled task", "log", "policy"
        ("entity.path", _STRING),
    ),
    "service": _schema(
        "service",
        *_ACCOUNT,  # the account it runs as
        ("service.name", _STRING),
        ("service.uid", _STRING),
        ("service.cmd_line", _STRING),
        ("service.start_type", _STRING),  # "auto", "manual", "disabled"
    ),
    "dns": _schema(
        "dns",
        ("query.hostname", _STRING),
        ("query.type", _STRING),
        ("rcode_id", _STRING),
        ("answers", _MULTIVALUE),
    ),
    "port": _schema(
        "port",
        ("protocol", _STRING),
        ("dst.ip", _STRING),
        ("dst.port", _LONG),
    ),
}
"""Activity table -> schema. The table a query sees is named "activity.process" and so on."""
