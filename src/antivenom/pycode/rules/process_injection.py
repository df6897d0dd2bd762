"""Code written into another process."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.rules.kit import Case, Rule, Seen, mode_of, path_role

_REMOTE = frozenset(
    "VirtualAllocEx WriteProcessMemory CreateRemoteThread NtCreateThreadEx QueueUserAPC NtMapViewOfSection "
    "SetThreadContext NtUnmapViewOfSection RtlCreateUserThread NtWriteVirtualMemory process_vm_writev".split()
)
_PTRACE_WRITES = frozenset({4, 5, 13, 15, 16, 0x4206})


def check(case: Case) -> Iterator[Seen]:
    """Calls that open, write to and start threads in a process that is not its own."""
    calls = [fact for fact in case.of("foreign") if fact.name in _REMOTE]
    if len({fact.name for fact in calls}) >= 2:
        names = ", ".join(sorted({fact.name for fact in calls}))
        yield Seen(94, f"It writes code into another process ({names}).", tuple(calls[:3]))
    for fact in case.of("foreign"):
        if fact.name == "ptrace" and fact.args and fact.args[0] in _PTRACE_WRITES:
            yield Seen(84, "It attaches to another process and changes it (ptrace).", (fact,))
    for fact in case.of("open"):
        path = path_role(fact)
        if path.startswith("/proc/") and path.endswith("/mem") and set(mode_of(fact)) & set("wa+"):
            yield Seen(86, f"It writes to another process's memory ({text_of(path)}).", (fact,))


RULE = Rule(
    id="process_injection",
    title="Process injection",
    attack=("T1055",),
    why="Code in another process runs with its rights and under its name.",
    bad="import ctypes\nk = ctypes.windll.kernel32; h = k.OpenProcess(0x1F0FFF, 0, 4242)\np = k.VirtualAllocEx(h, 0, 4096, 0x3000, 0x40); k.WriteProcessMemory(h, p, b'\\x90', 1, 0); k.CreateRemoteThread(h, 0, 0, p, 0, 0, 0)",
    good="ctypes.windll.user32.MessageBoxW(0, 'hi', '', 0)",
    references=("https://attack.mitre.org/techniques/T1055/",),
    wakes=frozenset({"foreign", "open"}),
    check=check,
)
