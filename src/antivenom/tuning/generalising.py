"""Paths and command lines of one run as globs for the next: names of users, versions and random parts left open.

Each rule opens one part of a kind that is known to vary. What holds a wildcard itself is not generalised: as a glob it
would fit more than it says.
"""

from __future__ import annotations

import re

from antivenom.findings import Finding

MOST_LINE = 1_000
"""Characters of a command line that is written into an entry."""

_WILD = re.compile(r"[*?]|\{(?:python|version|number|id)\}")
_BOTH = (
    (re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"), "{id}"),
    (re.compile(r"(?<=[/\\])(\.?tmp|pip-[a-z-]+-)(?=[0-9A-Za-z_]*\d)[0-9A-Za-z_]{4,16}(?=[/\\\x22']|$)"), r"\g<1>{id}"),
    (re.compile(r"(?<=[/\\])tmp[0-9a-z_]{8}(?=[/\\\x22']|$)"), "tmp{id}"),
    (re.compile(r"(?<=-)\d{9,}\.\d+(?=-)"), "{number}.{number}"),
    (re.compile(r"(?<=[-_])\d{3,}(?![\w}])"), "{number}"),
    (re.compile(r"(?i)(?<=python)\d+\.\d+(?=[/\\])"), "{version}"),
    (re.compile(r"(?i)(?<=\\python)\d{2,3}(?=\\)"), "{number}"),
)
"""What varies wherever it stands."""

_IN_PATHS = (
    (re.compile(r"^(/home/|/Users/|[A-Za-z]:\\Users\\)[^/\\]+(?=[/\\])", re.IGNORECASE), r"\g<1>*"),
    (re.compile(r"(?<![0-9A-Za-z])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{8,}(?![0-9A-Za-z])"), "{id}"),
    (re.compile(r"(?<![\w.])\d+(?:\.\d+){1,3}(?![\w.])"), "{version}"),
    (re.compile(r"(?<![{\w])\d{4,}(?!\w)"), "{number}"),
)
"""What varies in a path, and in a command line may be an address, a port or a key: there it stays as it is."""

_INTERPRETER = re.compile(r"(?i)(?:python|pypy)w?(?:\d(?:\.\d{1,2})?)?w?(?:\.exe)?\Z")
_LINE_HOME = re.compile(
    r"((?:^|(?<=[\s\x22'=(]))(?:/home/|/Users/|[A-Za-z]:\\{1,2}Users\\{1,2}))[^/\\\s\x22']+(?=[/\\])"
)
_LINE_START = re.compile(r"\x22([^\x22]*)\x22|(\S+)")

_SYSTEM = ("root", "system")
_SERVICES = frozenset(
    """
    daemon nobody www-data apache nginx postgres mysql redis zabbix nagios icinga nrpe dd-agent telegraf prometheus
    jenkins gitlab-runner buildkite-agent runner salt puppet splunk wazuh ossec omd tomcat
    """.split()
)


def path_glob(path: str | None) -> str | None:
    """A path as a glob, that of Windows in small letters; None for none, and for one that holds a wildcard."""
    if not path or _WILD.search(path):
        return None
    path = path.casefold() if "\\" in path else path
    cut = max(path.rfind("/"), path.rfind("\\")) + 1
    folder, name = path[:cut], path[cut:]
    if _INTERPRETER.match(name):
        return f"{_opened(folder, _IN_PATHS)}{{python}}"
    return _opened(path, _IN_PATHS)


def line_glob(line: str | None) -> str | None:
    """A command line as a glob; None for none, for one that is too long, and for one that holds a wildcard."""
    if not line or len(line) > MOST_LINE or _WILD.search(line):
        return None
    start = _LINE_START.match(line)
    word = (start[1] or start[2] or "") if start else ""
    name = re.split(r"[/\\]", word)[-1]
    head, rest = ("{python}", line[start.end() :]) if start and _INTERPRETER.match(name) else ("", line)
    return head + _opened(_LINE_HOME.sub(r"\g<1>*", re.sub(" +", " ", rest)))


def _opened(text: str, more: tuple[tuple[re.Pattern[str], str], ...] = ()) -> str:
    for rule, put in (*more, *_BOTH):
        text = rule.sub(put, text)
    return text


def user_class(finding: Finding) -> str:
    """system, service or person; "" where the sensor names no user."""
    user = (finding.process.user or "").casefold()
    name = user.rpartition("\\")[2]
    if not name:
        return ""
    if name in _SYSTEM:
        return "system"
    if user.startswith(("nt authority\\", "nt service\\")) or name.endswith("$") or name in _SERVICES:
        return "service"
    return "person"
