"""Whether a command starts a file, installs it, or merely names it."""

from __future__ import annotations

import re

from antivenom.pycode.commands import is_shell

_AHEAD = frozenset(
    "sudo doas env nohup setsid exec nice ionice time command eval start call & . source chroot strace timeout".split()
)
_INTERPRETERS = frozenset(
    "perl ruby php node nodejs deno bun lua java javaw dotnet mono wine wine64 rscript make ansible-playbook "
    "wscript cscript mshta rundll32 regsvr32 msiexec msbuild installutil regasm regsvcs control cmstp pwsh forfiles "
    "open xdg-open explorer osascript chmod insmod modprobe kextload crontab at batch systemctl launchctl schtasks "
    "reg sc systemd-run screen tmux su runuser gdb xargs find parallel watch conhost pcalua wmic ld.so".split()
)  # fmt: skip
_INSTALLERS = frozenset(
    "pip pipx uv easy_install dpkg rpm apt apt-get dnf yum zypper apk installer npm gem conda mamba".split()
)
_SEPARATOR = re.compile(r"&&|\|\||[;|\n&]|\$\(|`")
_MARK = "\0"
_UNKNOWN = "\N{HORIZONTAL ELLIPSIS}"
_MOST_READ = 4_000


def how_used(text: str, path: str, tainted: bool) -> str:
    """ "started", "installed" or "" for what a command does with a file; `tainted` where its name is not known."""
    named = _marked(text[:_MOST_READ], path)
    if named is None:
        if not tainted:
            return ""
        named = text[:_MOST_READ].replace(_UNKNOWN, _MARK)
        if _MARK not in named:
            return "started"
    ways = [_way(part.split()) for part in _SEPARATOR.split(named) if _MARK in part]
    return max(ways, key=("", "installed", "started").index, default="")


def _marked(text: str, path: str) -> str | None:
    """The text with the file's name as one mark, None where it does not name the file."""
    whole = "/" in path or "\\" in path
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    wanted = path if whole else name
    if len(wanted) <= (3 if whole else 2) or wanted not in text:
        return None
    return text.replace(wanted, _MARK)


def _way(words: list[str]) -> str:
    while words and _is_ahead(words[0], words[1:]):
        words = words[1:]
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
    return "started" if first in _INTERPRETERS else ""


def _is_ahead(word: str, rest: list[str]) -> bool:
    """A word that leads to the command itself: sudo, an assignment, an option or a number of such a word."""
    if _MARK in word or not rest:
        return False
    return _stem(word) in _AHEAD or re.fullmatch(r"(?:[A-Za-z_]\w*=\S*|-\S*|\d\S*|\"\")", word) is not None


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
