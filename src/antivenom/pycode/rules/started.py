"""Whether a command starts a file, installs it, or merely names it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.commands import is_shell

_AHEAD = frozenset(
    "sudo doas env nohup setsid exec nice ionice time command eval start call & . source chroot strace timeout".split()
)
_INTERPRETERS = frozenset(
    "perl ruby php node nodejs deno bun lua java javaw dotnet mono wine wine64 rscript make ansible-playbook "
    "wscript cscript mshta rundll32 regsvr32 msiexec msbuild installutil regasm regsvcs control cmstp pwsh forfiles "
    "open xdg-open explorer osascript insmod modprobe kextload crontab at batch systemctl launchctl schtasks "
    "reg sc systemd-run screen tmux su runuser gdb xargs find parallel watch conhost pcalua wmic ld.so".split()
)  # fmt: skip
_INSTALLERS = frozenset(
    "pip pipx uv easy_install dpkg rpm apt apt-get dnf yum zypper apk installer npm gem conda mamba".split()
)
_CARRIERS = frozenset(
    "tar bsdtar unzip 7z 7za 7zr unrar gunzip bunzip2 unxz cp mv ln install base64 openssl gpg xz".split()
)
_COPIERS = frozenset({"cp", "mv", "ln", "install"})
_CARRIES = re.compile(rf"\b(?:{'|'.join(sorted(_CARRIERS))})\b")
_WITH_VALUE = frozenset({"-u", "-g", "-n", "-p", "-k", "-s", "-C", "-D"})
"""Options of sudo, nice, timeout and their like that a value follows."""

WAYS = ("", "installed", "unpacked", "started")
"""What a command does with a file, the gravest last."""

_MAKES_RUN = re.compile(r"(?:[ugoa]*[+=][rwst]*x\S*)|[0-7]*[1357][0-7]*|\N{HORIZONTAL ELLIPSIS}", re.IGNORECASE)
_SEPARATOR = re.compile(r"&&|\|\||[;|\n&]|\$\(|`")
_MARK = "\0"
_UNKNOWN = "\N{HORIZONTAL ELLIPSIS}"
_MOST_READ = 4_000


def how_used(text: str, path: str, tainted: bool, later: str = "") -> str:
    """ "started", "unpacked" (and something started from there), "installed" or "" for what a command does with a file; `tainted` where its name is not known."""
    named = _marked(text[:_MOST_READ], path)
    if named is None:
        if not tainted:
            return ""
        named = text[:_MOST_READ].replace(_UNKNOWN, _MARK)
        if _MARK not in named:
            return "started"
    behind = later[:_MOST_READ] if _CARRIES.search(named) else ""
    ways = _ways([part.split() for part in _SEPARATOR.split(named + behind)])
    return max(ways, key=WAYS.index, default="")


def _ways(parts: list[list[str]]) -> Iterator[str]:
    """What each command does with the file, or with what an earlier command made of it."""
    places: tuple[str, ...] = ()
    copies: set[str] = set()
    for words in parts:
        words = _led(words)
        if any(_MARK in word for word in words):
            yield _way(words)
            if _stem(words[0]) in _CARRIERS:
                places = (*places, *_places(words))
            if _stem(words[0]) in _COPIERS:
                copies.add(words[-1])
        elif words and _way([_MARK if word in copies else word for word in words]) == "started":
            yield "started"
        elif words and places and _way([_at_mark(word, places) for word in words]) == "started":
            yield "unpacked"


def _places(words: list[str]) -> tuple[str, ...]:
    """Where a command that copies or unpacks the file may put it; the current folder where it names nothing."""
    named = [word for word in words[1:] if _MARK not in word and not word.startswith("-") and "/" in word]
    return (*named, "./", "/tmp/", "/var/tmp/", "/dev/shm/")


def _at_mark(word: str, places: tuple[str, ...]) -> str:
    return _MARK if word.startswith(places) else word


def _marked(text: str, path: str) -> str | None:
    """The text with the file's name as one mark, None where it does not name the file."""
    whole = "/" in path or "\\" in path
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    wanted = path if whole else name
    if len(wanted) <= (3 if whole else 2) or wanted not in text:
        return None
    return text.replace(wanted, _MARK)


def _led(words: list[str]) -> list[str]:
    """A command without the words that lead to it."""
    while words and _is_ahead(words[0], words[1:]):
        words = words[2:] if words[0] in _WITH_VALUE and len(words) > 2 else words[1:]
    return words


def _way(words: list[str]) -> str:
    words = _led(words)
    if not words:
        return ""
    first = _stem(words[0])
    if _MARK in words[0]:
        return "started"
    if is_shell(first):
        return _of_shell(first, words)
    if first.startswith(("python", "pypy")) or first == "py":
        module = words[words.index("-m") + 1 : words.index("-m") + 2] if "-m" in words else []
        return "installed" if module and _stem(module[0]) in _INSTALLERS else "started"
    if first in _INSTALLERS or first.startswith("pip"):
        return "installed"
    if first == "chmod":
        return "started" if any(_MAKES_RUN.fullmatch(word) for word in words[1:3]) else ""
    return "started" if first in _INTERPRETERS else ""


def _is_ahead(word: str, rest: list[str]) -> bool:
    """A word that leads to the command itself: sudo, an assignment, an option or a number of such a word."""
    if _MARK in word or not rest:
        return False
    return (
        not word
        or _stem(word) in _AHEAD
        or re.fullmatch(r"(?:[A-Za-z_]\w*=\S*|-\S*|/[a-z]|\d\S*|\"\")", word) is not None
    )


def _of_shell(first: str, words: list[str]) -> str:
    """What `sh -c TEXT` does with the file; a script of a shell is started."""
    if first not in ("powershell", "pwsh", "su"):
        for place, word in enumerate(words[1:4], 2):
            if re.fullmatch(r"-\w*c|/[ck]", word, re.IGNORECASE):
                return _way([each.strip("\"'") for each in words[place:]])
    return "started"


def _stem(word: str) -> str:
    name = word.strip("\"'(@").replace("\\", "/").rsplit("/", 1)[-1].lower()
    return name[:-4] if name.endswith((".exe", ".com")) else name
