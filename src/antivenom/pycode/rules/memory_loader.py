"""Machine code or compiled Python that runs from memory."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, origins

_ALLOCATES = frozenset(
    "VirtualAlloc VirtualAllocEx HeapCreate HeapAlloc NtAllocateVirtualMemory mmap valloc memalign posix_memalign "
    "VirtualProtect NtProtectVirtualMemory mprotect".split()
)
_STARTS = frozenset(
    "CreateThread NtCreateThreadEx RtlCreateUserThread EnumWindows EnumSystemLocalesA EnumSystemLocalesW "
    "EnumDesktopsA CallWindowProcA QueueUserAPC EtwpCreateEtwThread CreateFiber SwitchToFiber EnumChildWindows "
    "EnumFontsW SetTimer CreateTimerQueueTimer ImmEnumInputContext CertEnumSystemStore EnumUILanguagesA".split()
)
_COPIES = frozenset("RtlMoveMemory RtlCopyMemory memmove memcpy RtlCopyBytes UuidFromStringA CopyMemory".split())


def check(case: Case) -> Iterator[Seen]:
    """Executable memory that is made and filled, then called; serialised code that is run."""
    calls = case.of("foreign")
    names = {fact.name for fact in calls}
    made = [fact for fact in calls if fact.name in _ALLOCATES or fact.name in ("mprotect", "VirtualProtect")] + case.of(
        "map"
    )
    filled = [fact for fact in calls if fact.name in _COPIES] + case.of("copy memory", "map write")
    started = [fact for fact in calls if fact.name in _STARTS] + case.of("call memory")
    if made and started:
        yield Seen(
            94, "It makes executable memory, fills it and runs it: shellcode.", (made[0], *filled[:1], started[0])
        )
    elif made and filled and names & _ALLOCATES:
        yield Seen(70, "It makes executable memory and fills it.", (made[0], filled[0]))
    elif filled and any(fact.name in _STARTS for fact in started):
        yield Seen(75, "It copies bytes into memory and starts a thread on them.", (filled[0], started[0]))
    for fact in case.of("load assembly"):
        brought = origins(fact.taint, "fetch", "receive", "download")
        yield Seen(88 if brought else 60, "It loads a .NET assembly from memory.", (*brought[:1], fact))
    for fact in case.of("unmarshal", "unpickle"):
        if origins(fact.taint, "undecodable") and not fact.role("stored"):
            yield Seen(55, "It loads code from bytes that could not be read.", (fact,))


RULE = Rule(
    id="memory_loader",
    title="Runs code from memory",
    attack=(
        "T1620",
        "T1055",
    ),
    why="Code that never touches the disk leaves nothing for a scanner to find.",
    bad="import ctypes\nb = bytes([0x90, 0xC3]); k = ctypes.windll.kernel32\np = k.VirtualAlloc(0, len(b), 0x3000, 0x40); k.RtlMoveMemory(p, b, len(b)); k.CreateThread(0, 0, p, 0, 0, 0)",
    good="ctypes.CDLL('libc.so.6').getpid()",
    references=("https://attack.mitre.org/techniques/T1620/",),
    wakes=frozenset({"foreign", "map", "copy memory", "call memory", "unmarshal", "unpickle", "load assembly"}),
    check=check,
)
