"""CIM's Authentication, Change and Network_Resolution, Endpoint's services and ports: one event of each sensor."""

from __future__ import annotations

import pytest

from antivenom.tables import Event
from antivenom.vocabularies import cim, kinds
from antivenom.vocabularies.build import Builder
from tests.vocabularies.samples import event, security, sysmon
from tests.vocabularies.test_cim import check, only, rows
from tests.vocabularies.test_kinds import kept

LOGONS, CHANGES = "Authentication.Authentication", "Change.All_Changes"
ACCOUNTS = f"{CHANGES}.Account_Management"


def logon(code: int, **changed: str) -> Event:
    fields = {
        "SubjectUserName": "HOST1$",
        "SubjectDomainName": "CORP",
        "SubjectUserSid": "S-1-5-18",
        "TargetUserName": "alice",
        "TargetDomainName": "CORP",
        "TargetUserSid": "S-1-5-21-1",
        "TargetLogonId": "0x3e8",
        "LogonType": "3",
        "AuthenticationPackageName": "NTLM",
        "WorkstationName": "PC7",
        "IpAddress": "::ffff:192.0.2.7",
        "ProcessId": "0x10",
        "ProcessName": r"C:\Windows\System32\lsass.exe",
    }
    return security(code, **{**fields, **changed})


def audit(kind: str, **fields: str) -> Event:
    said = {"pid": "7", "auid": "1000", "exe.decoded": "/usr/sbin/sshd", "acct.decoded": "bob", "res": "success"}
    return event("auditd", kind, {**said, **fields})


def macos(kind: str, **fields: str) -> Event:
    said = {f"event.{kind}.{name}": value for name, value in fields.items()}
    process = {"process.executable.path": "/usr/bin/login", "process.audit_token.euid": "0"}
    return event("eslogger", kind, {**said, **process}, host=None)


def test_a_logon_of_windows() -> None:
    check(
        only(LOGONS, logon(4624)),
        action="success",
        app="win:remote",
        user="alice",
        user_id="S-1-5-21-1",
        dest="host1",
        dest_nt_domain="CORP",
        src="192.0.2.7",
        src_user="HOST1$",
        session_id="0x3e8",
        authentication_method="NTLM",
        process=r"C:\Windows\System32\lsass.exe",
        signature="An account was successfully logged on",
        signature_id="4624",
        vendor_product="Microsoft Windows",
    )


def test_a_logon_that_failed_says_why() -> None:
    failed = logon(4625, IpAddress="-", LogonType="2", Status="0xc000006d", SubStatus="0xc000006a")
    check(only(LOGONS, failed), action="failure", app="win:local", src="PC7", reason_id="0xc000006a")


def test_what_a_machine_account_did_with_success_is_left_out() -> None:
    assert rows(LOGONS, logon(4624, TargetUserName="PC7$")) == []
    check(only(LOGONS, logon(4625, TargetUserName="PC7$")), user="PC7$", action="failure")


@pytest.mark.parametrize("status, action", [("0x0", "success"), ("0x18", "failure")])
def test_a_ticket_succeeded_where_its_status_is_zero(status: str, action: str) -> None:
    check(only(LOGONS, logon(4768, Status=status, ServiceName="krbtgt")), action=action, reason_id=status)


def test_logons_of_auditd_of_defender_of_log_analytics_and_of_macos() -> None:
    failed = audit("USER_LOGIN", res="failed", addr="192.0.2.9", hostname="?", terminal="ssh")
    check(
        only(LOGONS, failed), action="failure", app="sshd", src="192.0.2.9", user="bob", src_user="1000",
        vendor_product="Linux auditd",
    )  # fmt: skip
    defender = {"ActionType": "LogonSuccess", "AccountName": "carol", "LogonType": "RemoteInteractive"}
    check(
        only(LOGONS, event("defender", "DeviceLogonEvents", {**defender, "RemoteIP": "192.0.2.8"})),
        action="success", app="win:remote", user="carol", src="192.0.2.8",
    )  # fmt: skip
    row = event("securityevent", "SecurityEvent/4624", {"TargetUserName": "dan", "LogonType": "10"})
    check(only(LOGONS, row), action="success", user="dan", app="win:remote", signature_id="4624")
    ssh = macos("openssh_login", success="false", username="eve", source_address="192.0.2.6")
    check(only(LOGONS, ssh), action="failure", user="eve", src="192.0.2.6", app="sshd")


def test_children_of_authentication() -> None:
    sudo = audit("USER_AUTH", **{"exe.decoded": "/usr/bin/sudo", "acct.decoded": "root"})
    special = security(4672, SubjectUserName="admin", SubjectLogonId="0x5")
    clear = logon(4624, LogonType="8")
    both = (sudo, special, clear, logon(4625))
    users = {name: [row["user"] for row in rows(f"{LOGONS}.{name}", *both)] for name in (
        "Failed_Authentication", "Privileged_Authentication", "Insecure_Authentication", "Default_Authentication",
        "Privileged_Authentication.Failed_Privileged_Authentication",
    )}  # fmt: skip
    assert users == {
        "Failed_Authentication": ["alice"],
        "Privileged_Authentication": ["root", "admin"],
        "Insecure_Authentication": ["alice"],
        "Default_Authentication": ["root"],
        "Privileged_Authentication.Failed_Privileged_Authentication": [],
    }


def test_an_account_that_was_changed_is_the_user() -> None:
    who = {"SubjectUserName": "admin", "SubjectDomainName": "CORP", "TargetUserName": "mallory", "TargetSid": "S-1-9"}
    check(
        only(CHANGES, security(4720, **who)),
        action="created",
        change_type="AAA",
        object="mallory",
        object_category="user",
        object_id="S-1-9",
        result="A user account was created",
        result_id="4720",
        status="success",
        user="mallory",
        dest="host1",
        **{"Account_Management.src_user": "admin", "Account_Management.src_nt_domain": "CORP"},
    )
    assert [row["action"] for row in rows(f"{ACCOUNTS}.Account_Lockouts", security(4740, **who))] == ["lockout"]


def test_a_member_of_a_group_is_the_user_and_the_group_the_object() -> None:
    named = security(4732, TargetUserName="Administrators", MemberName="CN=Mallory,DC=corp", MemberSid="S-1-9")
    check(only(CHANGES, named), user="Mallory", object="Administrators", object_category="group", action="modified")
    check(only(CHANGES, security(4732, TargetUserName="Users", MemberName="-", MemberSid="S-1-9")), user="S-1-9")


def test_accounts_and_units_of_auditd() -> None:
    check(only(CHANGES, audit("ADD_USER")), action="created", user="bob", change_type="AAA", object="bob")
    check(only(CHANGES, audit("SERVICE_STOP", unit="cron")), action="stopped", object="cron", change_type="service")
    check(only("Endpoint.Services", audit("SERVICE_START", unit="cron")), service="cron", status="started")


def test_a_log_that_was_cleared_and_a_task() -> None:
    cleared = event("windows", "Microsoft-Windows-Eventlog/1102", {"SubjectUserName": "admin"})
    check(only(f"{CHANGES}.Auditing_Changes", cleared), action="cleared", object="Security", user="admin")
    task = security(4698, TaskName=r"\up", SubjectUserName="admin")
    check(only(f"{CHANGES}.Endpoint_Changes", task), action="created", object=r"\up", user="admin")
    assert rows(ACCOUNTS, cleared, task) == []


def test_a_service_of_both_logs() -> None:
    path = r'"C:\Program Files\x\svc.exe" -k'
    system = {"ServiceName": "x", "ImagePath": path, "StartType": "demand start", "AccountName": "LocalSystem"}
    found = only("Endpoint.Services", event("windows", "Service Control Manager/7045", system))
    check(
        found, service="x", service_path=path, service_exec="svc.exe", start_mode="manual", status="installed",
        user="LocalSystem",
    )  # fmt: skip
    audited = security(4697, ServiceName="y", ServiceFileName=r"C:\y z\y.exe -a", ServiceStartType="2")
    check(only("Endpoint.Services", audited), service="y", start_mode="auto", service_exec="y.exe")
    state = event("windows", "Service Control Manager/7036", {"param1": "Spooler", "param2": "stopped"})
    check(only("Endpoint.Services", state), service="Spooler", status="stopped", start_mode="unknown")
    check(only(CHANGES, state), object="Spooler", action="stopped")


def test_ports_that_listen() -> None:
    listens = security(5154, Protocol="6", SourceAddress="0.0.0.0", SourcePort="4444", ProcessId="12")
    check(
        only("Endpoint.Ports", listens), dest_port="4444", transport="tcp", transport_dest_port="tcp/4444",
        state="listening", process_id="12", src="unknown", dest="host1",
    )  # fmt: skip
    opened = {"ActionType": "ListeningConnectionCreated", "LocalPort": "8080", "Protocol": "Tcp"}
    check(only("Endpoint.Ports", event("defender", "DeviceNetworkEvents", opened)), transport_dest_port="tcp/8080")


def test_a_name_that_was_resolved() -> None:
    found = sysmon(
        22, QueryName="a.example", QueryStatus="0", QueryResults="type:  5 b.example;::ffff:192.0.2.1;",
        Image=r"C:\x.exe", User=r"CORP\alice",
    )  # fmt: skip
    check(
        only("Network_Resolution.DNS", found), query="a.example", answer=["b.example", "192.0.2.1"], answer_count="2",
        reply_code="NoError", src="host1", dest="unknown", user="alice", process_name="x.exe",
    )  # fmt: skip
    nobody = sysmon(22, QueryName="no.example", QueryStatus="9003", QueryResults="-")
    check(only("Network_Resolution.DNS", nobody), answer=["unknown"], answer_count="1", reply_code="NXDomain")
    said = '{"DnsQueryString": "c.example", "DnsQueryResult": [{"Result": "192.0.2.3"}]}'
    defender = event("defender", "DeviceEvents", {"ActionType": "DnsQueryResponse", "AdditionalFields": said})
    check(only("Network_Resolution.DNS", defender), query="c.example", answer=["192.0.2.3"])


@pytest.mark.parametrize("text", ["", "[]", "{", '{"query": [1]}', '{"answers": "x"}', "[" * 9_000])
def test_what_defender_adds_may_be_anything(text: str) -> None:
    odd = event("defender", "DeviceEvents", {"ActionType": "DnsQueryResponse", "AdditionalFields": text})
    check(only("Network_Resolution.DNS", odd), query="unknown", answer=["unknown"])


def test_a_field_that_cim_has_and_no_sensor_is_there_and_missing() -> None:
    check(only("Endpoint.Processes", security(4688, NewProcessName="x")), user_category=None, loaded_file="unknown")


EVERY = (
    logon(4624), logon(4625), logon(4648), logon(4769), security(4672, SubjectUserName="a"), audit("USER_AUTH"),
    security(4726, TargetUserName="x"), audit("DEL_USER"), audit("SERVICE_START", unit="x"), security(5154),
    macos("sudo", success="true", to_username="root"), sysmon(22, QueryName="a"),
    event("windows", "Service Control Manager/7045", {"ServiceName": "x"}),
    event("defender", "DeviceLogonEvents", {"ActionType": "LogonFailed"}),
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(cim.VIEWS))
def test_kinds_of_a_dataset_hold_all_of_its_rows(name: str) -> None:
    fields = {name: frozenset(cim.SCHEMAS[name].names())}
    whole, part = Builder(models=fields), Builder(models=fields)
    for number, sample in enumerate(EVERY):
        whole.add(number, sample)
        if kept(sample, kinds.of_model(name)):
            part.add(number, sample)
    assert part.finish()[name].equals(whole.finish()[name])


def test_every_name_is_one_dataset() -> None:
    assert not cim.WITHOUT_ROWS & cim.SCHEMAS.keys()
    assert all(len(set(schema.names())) == len(schema.columns) for schema in cim.SCHEMAS.values())
