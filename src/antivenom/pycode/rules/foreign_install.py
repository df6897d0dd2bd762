"""Packages from somewhere else than the index."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.rules.kit import Case, Rule, Seen, is_ip, is_local, shown, where_of_url

_SHELLS = frozenset({"sh", "bash", "dash", "zsh", "cmd"})
_INDEX = re.compile(r"^(?:--index-url|--extra-index-url|-i|--find-links|-f|--trusted-host|--proxy)$")
_URL = re.compile(r"^(?:git\+)?(?:https?|ftp|ssh|file)://|^git\+")
_KNOWN = re.compile(r"(?:^|\.)(?:pypi\.org|pythonhosted\.org|github\.com|gitlab\.com|bitbucket\.org|pytorch\.org|githubusercontent\.com|"
                    r"piwheels\.org|nvidia\.com|aliyun\.com|tuna\.tsinghua\.edu\.cn|ustc\.edu\.cn|googleapis\.com|amazonaws\.com|"
                    r"azure\.com|anaconda\.org|huggingface\.co|python\.org|codeberg\.org|sourceforge\.net|apache\.org|sr\.ht)$")  # fmt: skip


def check(case: Case) -> Iterator[Seen]:
    """Indexes, direct URLs and hosts that pip is told to trust."""
    found = case.found
    if found is None or found.kind not in ("install", "package"):
        return
    if found.kind == "install" and found.source is not None:
        yield Seen(
            34,
            "It installs a package whose setup.py is written on the same line: a way to run code.",
            tuple(case.facts[:1]),
        )
    if (
        found.kind == "install"
        and found.source is None
        and not found.siblings
        and any(one.split(" ")[0] in _SHELLS for one in found.wrappers)
    ):
        yield Seen(20, f"Some program has a package installed through a shell ({shown(' '.join(found.argv[1:]), 60)}).")
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "UV_INDEX_URL", "UV_DEFAULT_INDEX", "PIP_FIND_LINKS"):
        if name in found.env:
            yield from _index("--index-url", found.env[name])
    words = _flat((*found.argv, *found.options))
    trusted = False
    for position, word in enumerate(words):
        option, _, value = word.partition("=") if word.startswith("--") else (word, "", "")
        if _INDEX.match(option):
            value = value or (words[position + 1] if position + 1 < len(words) else "")
            trusted = trusted or option == "--trusted-host"
            yield from _index(option, value)
        elif _URL.match(word) and not _INDEX.match(words[position - 1] if position else ""):
            yield from _direct(word)


def _flat(words: tuple[str, ...]) -> list[str]:
    return [part for word in words for part in (word.split(" ") if word.startswith("-") else [word])]


def _index(option: str, value: str) -> Iterator[Seen]:
    where = where_of_url(value)
    if (
        not where.host
        or is_local(where.host)
        or (not value.startswith(("http:", "https:", "ftp:")) and option != "--trusted-host")
    ):
        return
    if option == "--trusted-host":
        if is_ip(where.host):
            yield Seen(56, f"It trusts {value} without a certificate.")
        return
    if is_ip(where.host) or (value.startswith(("http:", "ftp:")) and not _KNOWN.search(where.host)):
        yield Seen(60, f"It installs packages from {value} instead of the index.")
    elif not _KNOWN.search(where.host):
        yield Seen(14, f"It installs packages from the index {value}.")


def _direct(word: str) -> Iterator[Seen]:
    url = word.split("git+", 1)[-1]
    where = where_of_url(url)
    if is_local(where.host) or url.startswith("file:"):
        return
    if is_ip(where.host) or (url.startswith("http:") and not _KNOWN.search(where.host)):
        yield Seen(60, f"It installs a package straight from {url}.")
    elif not _KNOWN.search(where.host):
        yield Seen(24, f"It installs a package straight from {url}.")


RULE = Rule(
    id="foreign_install",
    title="Package from elsewhere",
    attack=(
        "T1195.002",
        "T1105",
        "T1072",
    ),
    why="Installing a package runs its code; an index of somebody else decides which.",
    bad="pip install --index-url http://192.0.2.10/simple x",
    good="pip install requests",
    references=("https://attack.mitre.org/techniques/T1195/002/",),
    wakes=frozenset({"found:install", "found:package"}),
    check=check,
)
