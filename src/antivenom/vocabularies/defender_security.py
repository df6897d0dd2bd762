"""Windows Security events as rows of Log Analytics' SecurityEvent.

EventData values keep their names there; these are the columns that Log Analytics makes of several values or
takes from the System section.
"""

from __future__ import annotations

from antivenom.tables import Event
from antivenom.vocabularies.mapping import (
    Getter,
    basename,
    code_of,
    constant,
    first,
    given,
    host_of,
    number,
    text_of,
    through,
    time_of,
    to_long,
)

_ACTIVITIES = {
    "4624": "An account was successfully logged on.",
    "4625": "An account failed to log on.",
    "4634": "An account was logged off.",
    "4648": "A logon was attempted using explicit credentials.",
    "4672": "Special privileges assigned to new logon.",
    "4688": "A new process has been created.",
    "4689": "A process has exited.",
    "4697": "A service was installed in the system.",
    "4698": "A scheduled task was created.",
    "4720": "A user account was created.",
    "5140": "A network share object was accessed.",
    "5145": "A network share object was checked to see whether client can be granted desired access.",
}
_LOGONS = frozenset(("4624", "4625", "4634", "4647", "4672", "4800", "4801"))


def _account(side: str) -> Getter:
    name, domain = given(f"{side}UserName"), given(f"{side}DomainName")

    def get(event: Event) -> str | None:
        user, where = name(event), domain(event)
        return user if user is None or where is None else f"{where}\\{user}"

    return get


_subject, _target = _account("Subject"), _account("Target")


def _whose(event: Event) -> object:
    """The account an event is about: the target of a logon, the subject of anything else."""
    one, other = (_target, _subject) if code_of(event) in _LOGONS else (_subject, _target)
    return first(one, other)(event)


def _account_type(event: Event) -> str | None:
    account = _whose(event)
    return None if not isinstance(account, str) else "Machine" if account.endswith("$") else "User"


def _activity(event: Event) -> str | None:
    code = code_of(event)
    known = _ACTIVITIES.get(code)
    return None if known is None else f"{code} - {known}"


def _process(event: Event) -> str | None:
    path = given("NewProcessName")(event) or given("ProcessName")(event)
    return None if path is None else basename(path)


def _system(name: str) -> Getter:
    return lambda event: text_of(event, f"System.{name}")


SECURITY_COLUMNS: dict[str, Getter] = {
    "TimeGenerated": time_of,
    "Computer": host_of,
    "EventID": through(to_long, code_of),
    "EventSourceName": constant("Microsoft-Windows-Security-Auditing"),
    "Channel": first(_system("Channel"), constant("Security")),
    "Task": number("System.Task"),
    "Level": _system("Level"),
    "EventRecordId": _system("EventRecordID"),
    "Keywords": _system("Keywords"),
    "Correlation": _system("ActivityID"),
    "Account": _whose,
    "AccountType": _account_type,
    "Activity": _activity,
    "SubjectAccount": _subject,
    "TargetAccount": _target,
    "Process": _process,
    "Type": constant("SecurityEvent"),
}
"""Column -> how a Windows Security event fills it; other columns take the EventData value of their name."""

_SUBJECT = ("SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId")
_TARGET = ("TargetUserSid", "TargetUserName", "TargetDomainName", "TargetLogonId")

DATA: dict[str, frozenset[str]] = {
    "4688": frozenset(
        (
            *_SUBJECT,
            *_TARGET,
            *("NewProcessId", "NewProcessName", "TokenElevationType", "ProcessId"),
            *("CommandLine", "ParentProcessName", "MandatoryLabel"),
        )
    ),
    "4689": frozenset((*_SUBJECT, "Status", "ProcessId", "ProcessName")),
}
"""Event id -> the EventData values such an event has; of other events it is not known here."""
