"""What a command that a program hands to the system does: patterns over its text, strongest first."""

from __future__ import annotations

import binascii
import functools
import re
from typing import NamedTuple


class Trait(NamedTuple):
    """One thing a command does: the rule it speaks for, how much, and words for an analyst."""

    rule: str
    score: int
    saying: str
    attack: tuple[str, ...]


_SHELL_NAME = r"(?:(?:/usr)?(?:/local)?/bin/)?(?:ba|z|da|k|c|tc|fi|a)?sh"
_ROW = tuple[str, int, str, str, str]
_TABLE: tuple[_ROW, ...] = (
    # rule, score, pattern, saying, ATT&CK ids
    ("reverse_shell", 95, r"/dev/(?:tcp|udp)/|\bztcp\b", "opens a shell over bash's /dev/tcp", "T1059.004 T1071"),
    ("reverse_shell", 95, r"\b(?:nc|ncat|netcat|nc\.exe|nc\.traditional)\b[^|;&]*\s(?:-\w*[ec]\w*|--(?:sh-)?exec)\s",
     "hands a shell to netcat", "T1059.004 T1095"),
    ("reverse_shell", 92, r"\bmkfifo\b.*\b(?:nc|ncat|netcat|telnet|openssl)\b", "wires a shell to the network through a named pipe",
     "T1059.004 T1095"),
    ("reverse_shell", 92, r"\bsocat\b.*\bexec:", "hands a shell to socat", "T1059.004 T1095"),
    ("reverse_shell", 90, r"\b(?:perl|ruby|php|lua|awk|gawk|node|java)\b.*(?:IO::Socket|TCPSocket|fsockopen|require\(.?[\"']net|socket\.(?:tcp|connect)|/inet/(?:tcp|udp)|Socket\b.*exec)",
     "opens a shell over a connection of another script language", "T1059 T1095"),
    ("reverse_shell", 90, r"TCPClient\(", "opens a TCP client in PowerShell", "T1059.001 T1095"),
    ("reverse_shell", 90, r"\btelnet\b[^|]*\|\s*" + _SHELL_NAME + r"\b", "pipes telnet into a shell", "T1059.004"),
    ("download_execute", 86, r"\b(?:curl|wget|fetch|lwp-download)\b[^|]*\|\s*(?:sudo\s+|base64 -d\s*\|\s*)?(?:" + _SHELL_NAME + r"|python[\d.]*|perl|ruby|php|node)\b",
     "downloads a script and pipes it into an interpreter", "T1105 T1059.004"),
    ("download_execute", 86, r"(?:" + _SHELL_NAME + r"|eval|source)\s+(?:-c\s+)?[\"']?(?:<\(|\$\(|`)\s*(?:curl|wget)\b",
     "runs a downloaded script", "T1105 T1059.004"),
    ("download_execute", 86, r"\b(?:iex|invoke-expression)\b.*\b(?:downloadstring|iwr|invoke-webrequest|irm|invoke-restmethod|webclient)\b|\b(?:downloadstring|iwr|irm|invoke-restmethod|invoke-webrequest)\b.*\|\s*(?:iex|invoke-expression)\b",
     "downloads PowerShell and runs it", "T1105 T1059.001"),
    ("download_execute", 86, r"\b(?:curl|wget)\b.*(?:&&|;).*(?:\bchmod\s+(?:\+x|[0-7]*[1357]\b)|\./|\b(?:ba)?sh\s|\bpython)",
     "downloads a file and runs it", "T1105 T1059.004"),
    ("download_execute", 86, "", "downloads a file and starts it", "T1105 T1059"),  # see _started
    ("download_execute", 84, r"\b(?:tftp|ftpget|busybox\s+wget)\b.*(?:&&?|;).*(?:\bchmod\b|\bsh\b|\./)|\b(?:curl|wget)\b.*&&\s*(?:unzip|tar)\b.*&&\s*(?:open|sh|bash|start|\./)",
     "downloads a file and starts it", "T1105 T1059"),
    ("download_execute", 82, r"^\s*(?:start\s+)?\\\\[\w.-]+\\\S+\.(?:exe|bat|cmd|ps1|dll)\b|\bmsiexec\b.*\bhttps?://", "runs a program from another host", "T1105 T1218.007"),
    ("shell_escape", 80, r"\bbusybox\s+(?:a|ba)?sh\b|\bfind\b.*-exec\s+(?:/bin/)?(?:ba|da|z)?sh\b|\bawk\b.*BEGIN\s*\{\s*system\(.?[\"'](?:/bin/)?(?:ba)?sh|--checkpoint-action=exec|\bscript\b.*-\w*c\s+(?:/bin/)?(?:ba|z)?sh\b|\b(?:vim?|view|less|more|man|nano)\b.*[\"']?:?!\s*(?:/bin/)?(?:ba)?sh\b|\bssh\b.*ProxyCommand=;?\s*(?:/bin/)?sh\b|\bexpect\b.*spawn\s+\S*sh\b",
     "opens a shell from inside another program", "T1059.004 T1548"),
    ("download_execute", 84, r"\b(?:mshta|regsvr32|rundll32)\b.*\bhttps?://", "runs remote content through a Windows binary", "T1218 T1105"),
    ("download_write", 60, r"\b(?:curl|wget)\b.*(?:-o|-O|--output|--output-document)[ =]*[\"']?(?:/usr/|/bin/|/sbin/|/etc/|/lib|/opt/|/tmp/|/dev/shm/|/var/tmp/|C:\\+(?:Windows|Users\\+Public|ProgramData))",
     "downloads a file into a system or temporary folder", "T1105"),
    ("download_write", 60, r"\bcertutil\b.*-urlcache|\bbitsadmin\b.*/transfer|\bStart-BitsTransfer\b", "downloads a file with a Windows binary", "T1105"),
    ("download_write", 45, r"\b(?:curl|wget|iwr|Invoke-WebRequest)\b.*\bhttps?://", "fetches a URL with a command", "T1105"),
    ("destruction", 88, r"\brm\s+(?=(?:-\S+\s+){0,7}-\w*[rf])(?:-\S+\s+){1,8}[\"']?(?:/|/\*|~|\$HOME|/(?:etc|home|root|usr|var|boot|bin|lib|opt|srv)/?\*?)(?:[\"'\s;&|]|$)",
     "deletes a whole system or home tree", "T1485"),
    ("destruction", 85, r"\bdd\b.*\bof=/dev/(?:sd|hd|nvme|vd|xvd|mmcblk)|\bmkfs(?:\.\w+)?\s+/dev/|\bshred\b.*/dev/(?:sd|nvme)|>\s*/dev/sd[a-z]",
     "overwrites a disk", "T1561"),
    ("destruction", 85, r"\bformat\s+[c-z]:|\bdel\s+(?:/\w\s+)*[\"']?c:\\+(?:windows|users)?\\?\*|\brd\s+/s\s+/q\s+[\"']?c:\\*(?:[\"'\s]|$)", "deletes a Windows drive", "T1485"),
    ("destruction", 85, r"\bvssadmin\b.*\bdelete\b|\bwmic\b.*\bshadowcopy\b.*\bdelete\b|\bwbadmin\b.*\bdelete\b|\bbcdedit\b.*recoveryenabled\s+no",
     "removes the backups of Windows", "T1490"),
    ("hypervisor", 82, r"\besxcli\b.*\bvm\s+process\s+kill\b|\bvim-cmd\b.*(?:power\.off|destroy|snapshot\.remove)|\bvmkfstools\s+-U\b",
     "stops or destroys virtual machines of an ESXi host", "T1529 T1489"),
    ("hypervisor", 60, r"\besxcli\b|\bvim-cmd\b|\besxcfg-", "drives an ESXi host", "T1675"),
    ("credential_access", 82, r"/etc/(?:shadow|gshadow|master\.passwd|security/passwd)\b|\.ssh/id_(?:rsa|dsa|ecdsa|ed25519)\b|\.aws/credentials|\.kube/config|\.docker/config\.json",
     "reads stored credentials", "T1003.008 T1552.001"),
    ("credential_access", 85, r"\bmimikatz\b|sekurlsa|\bprocdump\b.*lsass|comsvcs\.dll.*minidump|\breg\b.*\bsave\b.*\bhklm\\*(?:sam|system|security)|\bntdsutil\b|\bvssadmin\b.*\bcreate\s+shadow\b|ntds\.dit|\bsecretsdump\b",
     "dumps credentials of Windows", "T1003"),
    ("credential_access", 82, r"display dialog.*(?:hidden answer|password)", "asks the user for the password in a dialog of its own", "T1056.002"),
    ("credential_access", 70, r"\bnetsh\b.*\bwlan\b.*key=clear|\bcmdkey\s+/list|\bvaultcmd\b|\bsecretsdump\b|\bklist\b", "shows stored passwords or tickets", "T1555 T1552"),
    ("tunnelling", 56, r"\bssh\b.*\s-(?:\w*[RDw])\s*\S*\d|\b(?:chisel|ngrok|frpc|cloudflared|ligolo|plink)\b", "opens a tunnel", "T1572"),
    ("credential_access", 80, r"\bsecurity\s+(?:dump-keychain|find-(?:generic|internet)-password)|login\.keychain", "reads the macOS keychain", "T1555.001"),
    ("credential_access", 60, r"169\.254\.169\.254|metadata\.google\.internal", "asks the cloud's metadata service for credentials", "T1552.005"),
    ("credential_access", 52, r"\b(?:cat|less|more|head|tail|cp|type)\b[^|;]*/etc/passwd\b|\bgetent\s+passwd\b", "reads the list of accounts", "T1087.001 T1003.008"),
    ("credential_access", 60, r"\.(?:bash|zsh|python|mysql|psql)_history\b(?!.*(?:>|\brm\b|unlink|truncate))", "reads a shell history", "T1552.003"),
    ("persistence", 70, r"\bcrontab\s+(?:-\s|-$|/|<)|(?:>|tee\s).*(?:/etc/cron|/var/spool/cron)|\|\s*crontab\b", "installs a cron job", "T1053.003"),
    ("persistence", 70, r"(?:>>?|tee\s).*(?:\.bashrc|\.profile|\.zshrc|\.bash_profile|/etc/profile|rc\.local|authorized_keys|ld\.so\.preload)",
     "adds to a file that runs at login or start", "T1546.004 T1098.004"),
    ("persistence", 82, r"\bschtasks\b.*/create\b", "creates a scheduled task", "T1053.005"),
    ("persistence", 82, r"\breg(?:\.exe)?\b\s+add\b.*\\*(?:Run|RunOnce|Winlogon|Image File Execution Options)\b", "adds a Run key", "T1547.001"),
    ("persistence", 62, r"\bsc(?:\.exe)?\s+create\b|\bNew-Service\b|\bsystemctl\s+enable|\blaunchctl\s+(?:load|bootstrap)|\bupdate-rc\.d\b",
     "installs a service", "T1543"),
    ("persistence", 55, r"^\s*(?:[^;&|\n]*\|\|\s*)?(?:sudo\s+)?(?:/\S*/)?(?:useradd\b(?=[^;&|\n]*(?:/nologin|/bin/false)\b)|adduser\b(?![^;&|\n]*--shell))(?=[^;&|\n]*\s(?:-[a-z]*r|--system)\s)(?![^;&|\n]*\s(?:-[a-z]*o[a-z]*|--non-unique|(?:-u|--uid)[ =]?0)\s)[^;&|\n]*(?:\|\|\s*true\s*)?$",
     "creates an account of a service, which cannot log in", "T1136.001"),
    ("persistence", 82, r"\b(?:useradd|adduser|net\s+user\s+\S+\s+\S+\s+/add|net\s+localgroup\s+administrators\s+\S+\s+/add|dscl\s+\.\s+-create)\b",
     "creates an account", "T1136.001"),
    ("privilege_escalation", 84, r"\bchmod\s+(?:[ugoa]*\+\w*s|[2467][0-7]{3})\s", "sets a setuid bit", "T1548.001"),
    ("privilege_escalation", 84, r"\bnsenter\b.*(?:-t|--target)[ =]*1\b|\bdocker\s+run\b.*(?:-v\s+/:|--privileged|--pid[ =]host)|\bmount\s+\S*/dev/\S.*\bchroot\b|\bdebugfs\b",
     "steps out of a container onto its host", "T1611"),
    ("privilege_escalation", 84, r"\bsetcap\b.*cap_set|/etc/sudoers", "changes who may become root", "T1548"),
    ("anti_forensics", 82, r"\bwevtutil\b.*\bcl\b|\bClear-EventLog\b|\bRemove-EventLog\b", "clears the event logs of Windows", "T1070.001"),
    ("anti_forensics", 65, r"\bhistory\s+-c|\bunset\s+HISTFILE|HISTSIZE=0|(?:>|\brm\b|truncate|shred|unlink).*(?:_history\b|/var/log/)",
     "clears histories or logs", "T1070"),
    ("defense_evasion", 82, r"Set-MpPreference\b.*Disable|\bsc(?:\.exe)?\s+(?:stop|delete)\s+(?:WinDefend|Sense)|\bsystemctl\s+(?:stop|disable|mask)\s+\S*(?:auditd|falcon|crowdstrike|mdatp|osquery|sysmon)|\bauditctl\s+-(?:e\s*0|D)\b",
     "switches protection off", "T1562.001"),
    ("defense_evasion", 82, r"\b(?:taskkill|pkill|killall|kill)\b.*(?:MsMpEng|defender|falcon|crowdstrike|sentinel|carbonblack|cbdaemon|osquery|auditd|clamd|sysmon)",
     "kills a security product", "T1562.001"),
    ("defense_evasion", 70, r"Set-MpPreference|Add-MpPreference|\bnetsh\b.*\bfirewall\b.*\boff\b|\bsetenforce\s+0|\bufw\s+disable|\biptables\s+-F|\bsystemctl\s+stop\s+\S*(?:auditd|falcon|firewalld|rsyslog)|\bspctl\b.*--master-disable|\bxattr\b.*quarantine",
     "switches protection off", "T1562"),
    ("anti_analysis", 56, r"\b(?:ps|tasklist|pgrep|wmic\s+process)\b.*(?:little\s*\\?\s*snitch|wireshark|procmon|x64dbg|ollydbg|falcon|crowdstrike|defender|carbonblack|sysmon|lulu)",
     "looks for a security product", "T1518.001"),
    ("file_encryption", 60, r"\bopenssl\s+(?:enc|aes)\S*\b.*\s-in\b|\b7za?\s+a\b.*\s-p\S|\bgpg\b.*(?:\s-c\b|--symmetric)|\brar\s+a\b.*-hp", "encrypts files with a password", "T1486"),
    ("resource_hijacking", 85, r"\bxmrig\b|stratum\+(?:tcp|ssl)://|\bminerd\b|\bcpuminer\b|--donate-level|\bnanopool\b", "runs a miner", "T1496"),
    ("exfiltration", 80, r"\bcurl\b.*(?:-F|--form|-T|--upload-file|--data-binary|-d|--data)\s*[\"']?\S*@|\bwget\b.*--post-file|\b(?:nc|ncat)\b[^|]*<\s*/",
     "sends a file out", "T1048"),
    ("exfiltration", 60, r"\|\s*(?:curl\b.*(?:-d|--data\S*|-T)\s*@?-|nc\s+\S+\s+\d+)", "pipes output to the network", "T1048"),
    ("lateral_movement", 55, r"\bpsexec\b|\bwmic\b.*/node:|\bwinrs\b|\bInvoke-Command\b|\bsshpass\b", "runs something on another host", "T1021"),
    ("screen_capture", 60, r"\bscreencapture\b|\bscrot\b|\bimport\s+-window\s+root|\bgnome-screenshot\b", "takes a picture of the screen", "T1113"),
    ("shell_command", 82, r">\s*[\"']?\S*(?:inetpub[\\/]wwwroot|/var/www|htdocs|public_html|/usr/share/nginx)", "writes its output where a web server shows it", "T1505.003"),
    ("privilege_escalation", 40, r"^\s*(?:/\S*/)?su\s+(?:-\S*\s+)*\S", "becomes another user", "T1548"),
    ("shell_command", 60, r"\bpowershell(?:\.exe)?\b.*(?:-e(?:nc\w*|c)?\s+[A-Za-z0-9+/=]{16,}|-w(?:indowstyle)?\s+h\w*)", "runs hidden or encoded PowerShell", "T1059.001 T1027"),
    ("discovery", 52, r"^\s*(?:/\S*/)?(?:whoami|id)\b(?:\s+/\w+|\s+-\w+)*|[;&|]\s*(?:whoami|id)\s*(?:$|[;&|>])|\b(?:whoami|id)\s*(?:>|\|)|\bwhoami\b", "asks which user it runs as", "T1033"),
    ("discovery", 52, r"\bnet(?:\.exe)?\s+(?!.*\s/add\b)(?:user|users|group|localgroup|view|share|accounts)\b|\bnltest\b|\bdsquery\b|\bquser\b|\bqwinsta\b|\bsysteminfo\b|\btasklist\b|\bipconfig\s*/all|\bdscl\b\s+\.\s+-?list|\bcsrutil\b|\bsystem_profiler\b",
     "asks about accounts, processes or the host", "T1087 T1082"),
    ("discovery", 52, r"\bsudo\s+-l\b|\bfind\s+/\S*\s.*-perm\s|\bgetcap\s+-r|\blast\b\s*$|\barp\s+-a|\bnetstat\s+-\w*[an]|\bss\s+-\w*[tlnp]{2,}|\bnmap\b|\bps\s+(?:aux|-ef)\b.*\|\s*grep",
     "looks for ways on from this host", "T1069 T1049"),
    ("discovery", 25, r"^\s*(?:uname|hostname|ifconfig|ip\s+(?:a|addr|r|route)|ipconfig|ver|sw_vers|lsb_release|env|printenv|pwd|ls|dir|df|who|w|ps|uptime)\b",
     "asks about the host", "T1082"),
    ("proof_of_concept", 52, r"^\s*(?:start\s+)?(?:\S*\\)?(?:calc|mspaint|notepad)(?:\.exe)?[\"']?\s*$|\b(?:open|xcalc|gnome-calculator)\b.*Calculator|^\s*xcalc\s*$",
     "starts a harmless program, as a proof that code runs", "T1059.006"),
    ("privilege_escalation", 30, r"^\s*sudo\s", "runs a command as root", "T1548.003"),
)  # fmt: skip


def _split(pattern: str, at: str) -> list[str]:
    """A pattern cut at a mark that stands outside all groups and classes."""
    parts, depth, start, place = [], 0, 0, 0
    while place < len(pattern):
        mark = pattern[place]
        if mark == "\\":
            place += 2
            continue
        if mark == "[":
            place = pattern.index("]", place + 2)
        depth += (mark == "(") - (mark == ")")
        if depth == 0 and pattern.startswith(at, place):
            parts.append(pattern[start:place])
            place = start = place + len(at)
            continue
        place += 1
    return [*parts, pattern[start:]]


_FLAGS = re.IGNORECASE | re.DOTALL


@functools.cache
def _staged(pattern: str) -> list[list[re.Pattern[str]]]:
    """Ways to match a long text, each a list of patterns to be found one behind the other.

    `A.*B.*C` as one pattern tries every A with every B: the cube of the text's length where the text was made for it.
    """
    ways = [_split(one, ".*") for one in _split(pattern, "|")]
    plain = "|".join(way[0] for way in ways if len(way) == 1)
    staged = [[re.compile(stage, _FLAGS) for stage in way] for way in ways if len(way) > 1]
    return [[re.compile(plain, _FLAGS)], *staged] if plain else staged


_FETCHES = re.compile(r"\b(?:certutil|bitsadmin|curl|wget|iwr|Invoke-WebRequest|Start-BitsTransfer)\b", re.IGNORECASE)
_PATHS = re.compile(r"[^\s\"'=]*[\\/][\w.%-]+")
_FILES = re.compile(r"[\w-]+\.(?:exe|bat|cmd|ps1|sh|py|dll|elf|bin)", re.IGNORECASE)
_STARTS = re.compile(r"(?:&&?|;|\|\|?)\s*(?:(?:start|sh|bash|sudo|nohup)\s+|\./){0,4}", re.IGNORECASE)
_MOST_NAMES = 50
_SHORT = 200  # characters that any of the patterns may have whole


def _started(text: str) -> bool:
    """Whether a downloader stands before a name that a later command of the text starts."""
    fetches = _FETCHES.search(text)
    if fetches is None:
        return False
    names: dict[str, int] = {}
    for pattern in (_PATHS, _FILES):
        for found in pattern.finditer(text, fetches.end()):
            if len(names) < _MOST_NAMES:
                names.setdefault(found.group(), found.end())
    starts = [found.end() for found in _STARTS.finditer(text, fetches.end())][:_MOST_READ]
    return any(at >= end and text.startswith(name, at) for at in starts for name, end in names.items())


def _shows(pattern: re.Pattern[str], text: str) -> bool:
    if not pattern.pattern:
        return _started(text)
    if len(text) < _SHORT:
        return pattern.search(text) is not None
    for stages in _staged(pattern.pattern):
        at = 0
        for stage in stages:
            found = stage.search(text, at)
            if found is None:
                break
            at = found.end()
        else:
            return True
    return False


TRAITS = tuple(
    (Trait(rule, score, saying, tuple(ids.split())), re.compile(pattern, _FLAGS))
    for rule, score, pattern, saying, ids in _TABLE
)
_COVERS = (
    ("download_execute", "download_write"),
    ("reverse_shell", "exfiltration"),
    ("anti_forensics", "credential_access"),
)
"""Of two traits that one command shows, the first says all that the second does."""

_MOST_READ = 4_000
_SHELL = re.compile(
    r"(?:^|.*[/\\])(?:(?:ba|z|da|k|c|tc|fi|a|pw)?sh|busybox|cmd|powershell|su)(?:\.exe)?", re.IGNORECASE
)
_QUIET_OPTIONS = frozenset("-i -l -p -li -il -pi -ip --login --noprofile --norc -s /k /q /d -bp -nop -noexit".split())


_ENCODED = re.compile(r"-e(?:nc\w*|c)?\s+[\"']?([A-Za-z0-9+/=]{16,})", re.IGNORECASE)


def _encoded(text: str) -> str:
    """What PowerShell's -EncodedCommand holds: UTF-16 in base64."""
    match = _ENCODED.search(text) if "powershell" in text.lower() or "pwsh" in text.lower() else None
    if match is None:
        return ""
    data = match.group(1).rstrip("=")
    try:
        raw = binascii.a2b_base64(data[: len(data) // 4 * 4] if len(data) % 4 == 1 else data + "=" * (-len(data) % 4))
    except binascii.Error:
        return ""
    return " " + raw.decode("utf-16-le", "replace")


_LOGS_IN = re.compile(
    r"\s*(?:(?:sudo(?:\s+-u\s+\w+)?|env|\w+='[^';&|]*'|\w+=[^\s\"';&|]*)\s+){0,5}(?:[^\s\"';&|]*/)?(?:(ssh|scp|sftp|ansible[\w-]*)|rsync|git)(?:\s|$)",
    re.IGNORECASE,
)
_IDENTITY = re.compile(
    r"\s-i\s*[\"']?[^\s\"';&|]+|IdentityFile[= ][\"']?[^\s\"';&|]+|--private-key[= ][\"']?[^\s\"';&|]+"
)
_INNER_IDENTITY = re.compile(r"\bssh\s[^;&|\"']{0,200}?(?:-i\s*|IdentityFile[= ])[^\s\"';&|]+")


def _without_identity(text: str) -> str:
    """The text without the key that ssh and its like log in with; whatever else they name stays."""
    first = _LOGS_IN.match(text)
    if first is None:
        return text
    return (_IDENTITY if first.group(1) else _INNER_IDENTITY).sub(" ", text)


def traits(text: str) -> list[Trait]:
    """What a command's text shows, the strongest first; at most one a rule."""
    seen: dict[str, Trait] = {}
    shown = text[:_MOST_READ] + _encoded(text[:_MOST_READ])
    unlocked = _without_identity(shown)
    for trait, pattern in TRAITS:
        if trait.rule not in seen and _shows(pattern, unlocked if trait.rule == "credential_access" else shown):
            seen[trait.rule] = trait
    for stronger, weaker in _COVERS:
        if stronger in seen:
            seen.pop(weaker, None)
    return sorted(seen.values(), key=lambda trait: -trait.score)


def is_shell(word: str) -> bool:
    """Whether a program's name or path is that of a shell."""
    return _SHELL.fullmatch(word.strip().replace('"', "").replace("'", "")) is not None


_SEPARATOR = re.compile(r"[;&\n]+")
_REDIRECTION = re.compile(r"\d*[<>]+&?\s*\S+")


def _last_command(option: str, text: str) -> str | None:
    """What `sh -c TEXT` opens: a shell where the last of its commands is one."""
    parts = [part.strip(" \"'") for part in _SEPARATOR.split(_REDIRECTION.sub("", text[:2_000])) if part.strip(" \"'")]
    opened = opens_shell(parts[-1].split()) if parts and "|" not in parts[-1] else None
    return "privileged" if opened and "p" in option else opened


def opens_shell(words: list[str]) -> str | None:
    """ "shell" where a command starts a shell for somebody to type in, "privileged" where it keeps root for it (-p)."""
    words = [word for word in words if word]
    while words and words[0] in ("exec", "sudo", "env", "reset;", "setsid", "nohup"):
        words = words[1:]
    if not words or not is_shell(words[0]):
        return None
    options = words[1:]
    for position, option in enumerate(options[:3]):
        if (
            option.startswith("-")
            and option.endswith("c")
            and not option.startswith("--")
            and position + 1 < len(options)
        ):
            return _last_command(option, " ".join(options[position + 1 :]))
    if any(
        option.startswith("-") and not option.startswith("--") and "p" in option.split("c")[0] for option in options
    ):
        return "privileged" if "powershell" not in words[0].lower() else None
    if all(option in _QUIET_OPTIONS or option in ("-", words[0].rsplit("/", 1)[-1]) for option in options):
        return "shell"
    return None
