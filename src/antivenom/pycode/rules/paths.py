"""What places in a file system mean: secrets, start-up files, writable and hidden folders."""

from __future__ import annotations

import re
from typing import NamedTuple


class Meaning(NamedTuple):
    """What a path is, how much touching it says, and the ATT&CK ids of doing so."""

    score: int
    what: str
    attack: tuple[str, ...]


def _table(rows: tuple[tuple[int, str, str, str], ...]) -> tuple[tuple[Meaning, re.Pattern[str]], ...]:
    return tuple(
        (Meaning(score, what, tuple(ids.split())), re.compile(pattern, re.IGNORECASE))
        for score, pattern, what, ids in rows
    )


_SECRETS = _table((
    (84, r"/etc/(?:shadow|gshadow|master\.passwd|security/passwd)\b", "the password hashes", "T1003.008"),
    (84, r"\.ssh(?:/(?:id_[\w*?]*(?<!\.pub)|\*|authorized_keys|identity|.*\.pem)?)?$|/id_(?:rsa|dsa|ecdsa|ed25519)(?!\.pub)[*.\w]*$|\*\.(?:pem|ppk|kdbx|pfx|p12|ovpn|keystore)$", "SSH keys", "T1552.004"),
    (82, r"\.aws/credentials|\.azure/|\.config/gcloud|application_default_credentials|\.kube/config|\.docker/config\.json|\.git-credentials|\.netrc$|\.pypirc$|\.npmrc$|\.pgpass$|\.my\.cnf$",
     "stored cloud or service credentials", "T1552.001"),
    (84, r"(?:Login Data|Web Data|logins\.json|key[34]\.db|cookies\.sqlite|Local State)\b|[/\\]Cookies$|(?:Chrome|Brave|Edge|Chromium|Opera|Firefox|Mozilla).*(?:Cookies|Login|Profiles)",
     "a browser's stored secrets", "T1555.003"),
    (84, r"/com\.apple\.TCC/TCC\.db|TCC\.db", "the privacy database of macOS", "T1548.006"),
    (84, r"\.keychain(?:-db)?\b|/Library/Keychains", "the macOS keychain", "T1555.001"),
    (84, r"\\config\\(?:SAM|SYSTEM|SECURITY)\b|ntds\.dit|lsass", "the Windows credential stores", "T1003.002"),
    (84, r"wallet\.dat|[/\\](?:Exodus|Electrum|Atomic|Ethereum|Bitcoin|Coinomi|MetaMask)\b|\.(?:electrum|bitcoin|ethereum|solana)/|nkbihfbeogaeaoehlefnkodbefgpgknn|keystore/UTC",
     "a cryptocurrency wallet", "T1555"),
    (82, r"(?:discord|Telegram Desktop)[/\\].*(?:leveldb|Local Storage|tdata)|[/\\]tdata\b", "a messenger's session", "T1539"),
    (60, r"\.(?:bash|zsh|python|mysql|psql|node_repl|sh)_history\b|ConsoleHost_history\.txt", "a shell history", "T1552.003"),
    (55, r"/proc/(?!self/|thread-self/)[^/]+/(?:environ|mem|maps)\b", "another process's environment or memory", "T1003.007"),
    (52, r"/etc/passwd\b", "the list of accounts", "T1087.001"),
    (55, r"/run/secrets/kubernetes.*/token|/run/secrets/(?!kubernetes)", "a container's secrets", "T1552.007"),
    (26, r"(?:^|[/\\])\.env$", "a file that may hold passwords", "T1552.001"),
    (30, r"[/\\]wp-config\.php|config/database\.yml", "a file that may hold passwords", "T1552.001"),
))  # fmt: skip

_STARTS = _table((
    (82, r"/etc/cron|/var/spool/cron|/etc/anacrontab", "cron", "T1053.003"),
    (82, r"authorized_keys", "the keys that may log in", "T1098.004"),
    (82, r"/Library/Launch(?:Agents|Daemons)/", "a launch agent", "T1543.001"),
    (82, r"/etc/systemd/system|/lib/systemd/system|\.config/systemd/user|/etc/init\.d/|/etc/rc\d?\.?(?:local|d)\b|/etc/local\.sh|/etc/rc\.local", "a service", "T1543.002"),
    (82, r"\\Start Menu\\Programs\\Startup|shell:startup", "the start-up folder", "T1547.001"),
    (82, r"/etc/ld\.so\.preload|/etc/ld\.so\.conf", "the list of libraries every program loads", "T1574.006"),
    (80, r"(?:site-packages|dist-packages).*\.pth$|(?:site|user)customize(?:\.py)?$|\.pth$", "a file that every Python start runs", "T1546.018"),
    (80, r"/etc/(?:sudoers|pam\.d|passwd|shadow)\b", "who may log in or become root", "T1548.003 T1136.001"),
    (72, r"\.(?:bashrc|bash_profile|profile|zshrc|zprofile|zshenv|bash_login|bash_logout|xinitrc|vimrc|config/fish)\b|/etc/(?:profile|bash\.bashrc|environment|zshrc)",
     "a shell's start-up file", "T1546.004"),
    (72, r"\.config/autostart|/etc/xdg/autostart|\.kde/Autostart|/etc/update-motd\.d|/etc/udev/rules\.d|\.git/hooks/", "a file that runs at login or on an event", "T1547.013"),
    (72, r"WindowsPowerShell\\.*profile\.ps1|\\PowerShell\\.*profile\.ps1", "a PowerShell profile", "T1546.013"),
))  # fmt: skip

_LOGS = _table((
    (62, r"_history\b|ConsoleHost_history", "a shell history", "T1070.003"),
    (82, r"/var/run/utmp|\b[wb]tmp\b|lastlog|/var/log/(?:\*|auth|secure|syslog|messages|audit|journal|faillog|kern)|\.evtx$|winevt\\Logs",
     "the host's own logs", "T1070.002"),
    (24, r"/var/log/", "logs", "T1070.002"),
))  # fmt: skip

_WRITABLE = re.compile(
    r"^/(?:tmp|var/tmp|dev/shm|run/user|private/tmp|Users/Shared)/|\\(?:Temp|Tmp|Users\\Public|ProgramData|Downloads|"
    r"PerfLogs|\$Recycle\.Bin)\\|%(?:TEMP|TMP|PUBLIC|APPDATA|LOCALAPPDATA)%|\\AppData\\",
    re.IGNORECASE,
)
_MEMORY = re.compile(r"^/dev/shm/|^/proc/(?:self|\d+)/fd/|^/dev/fd/|^/run/shm/|^/memfd:", re.IGNORECASE)
_SHARED = r"^/(?:tmp|var/tmp|dev/shm|dev|var/run|usr/share|private/tmp|Users/Shared)"
_USUAL = r"(?!(?:venv|env|virtualenv|tox|nox|cache|local|git|eggs|pyenv|conda|mypy|pytest|ansible|build|X11-unix|npm|cargo|mount_\w{6,}|\w+_salt)\b)"
_HIDDEN = re.compile(rf"{_SHARED}/(?:\.{_USUAL}[^/.]|\.X11-unix/|(?:[^/]+/)*\.{_USUAL}[^/.][^/]*$)", re.IGNORECASE)
_URL = re.compile(r"^(?:https?|ftp)://", re.IGNORECASE)
_EXECUTABLE = re.compile(
    r"\.(?:exe|dll|scr|bat|cmd|ps1|vbs|js|hta|msi|sh|elf|bin|py|pyc|pyw|jar|so|dylib|com|lnk)$", re.IGNORECASE
)


def _first(table: tuple[tuple[Meaning, re.Pattern[str]], ...], path: str) -> Meaning | None:
    shown = path[:1_000]
    return next((meaning for meaning, pattern in table if pattern.search(shown)), None)


def secret(path: str) -> Meaning | None:
    """What credentials a path holds, None where it is none that is known."""
    return _first(_SECRETS, path)


def starts(path: str) -> Meaning | None:
    """What runs or trusts the file at a path by itself, None where nothing does."""
    return _first(_STARTS, path)


def log(path: str) -> Meaning | None:
    """What record of activity is at a path, None where none is known."""
    return _first(_LOGS, path)


def is_writable(path: str) -> bool:
    """Whether anyone can write where a path lies."""
    return _WRITABLE.search(path) is not None


def is_memory(path: str) -> bool:
    """Whether a path leaves nothing on disk."""
    return _MEMORY.search(path) is not None


def is_hidden(path: str) -> bool:
    """Whether a path is hidden in a folder anyone can write to."""
    return _HIDDEN.search(path) is not None


def is_url(text: str) -> bool:
    """Whether a text is a URL."""
    return _URL.match(text) is not None


def is_executable(path: str) -> bool:
    """Whether a file's name is that of something to run."""
    return _EXECUTABLE.search(path) is not None


_ROOTS = re.compile(
    r"^(?:/|~/?|/\*|[a-z]:[\\/]?|[a-z]:[\\/](?:windows|users|program files(?: \(x86\))?)(?:[\\/]system32)?[\\/]?|"
    r"/(?:bin|boot|etc|home|lib|lib64|opt|root|sbin|srv|usr|var|sys|proc|System|Users|Library|Applications|vmfs|data)"
    r"(?:/\*|/)?|/(?:home|Users)/[^/]+/?|/vmfs/volumes/?|%(?:USERPROFILE|SYSTEMROOT|WINDIR|SYSTEMDRIVE)%\\?|\$HOME/?)$",
    re.IGNORECASE,
)
_HOLDINGS = re.compile(
    r"^(?:/(?:var/(?:www|lib|log|mail|backups?|spool)(?:/[^/]+)?|srv/[^/]+|etc/[^/]+|usr/(?:lib|bin|sbin|local))/?|"
    r"~/(?:Documents|Desktop|Pictures|Downloads)/?|[a-z]:[\\/]Users[\\/][^\\/]+(?:[\\/](?:Documents|Desktop))?[\\/]?)$",
    re.IGNORECASE,
)


def is_root(path: str) -> bool:
    """Whether a path is a whole system's, drive's or person's tree."""
    return _ROOTS.match(path) is not None


def is_holding(path: str) -> bool:
    """Whether a path is a tree that holds a service's or a person's data."""
    return _HOLDINGS.match(path) is not None
