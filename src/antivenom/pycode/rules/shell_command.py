"""A command handed to the system."""

from __future__ import annotations

from collections.abc import Iterator

from antivenom.pycode.commands import opens_shell
from antivenom.pycode.rules.kit import Case, Rule, Seen, command_text, shown, taint_of_role, words_of

_OWN = ("python", "pypy", "sys.executable")
_SPEAKS = frozenset({"shell_command", "proof_of_concept"})
_DEVELOPS = frozenset(
    "clear cls title color make cmake ninja meson git hg svn docker docker-compose podman npm npx yarn pnpm node gcc g++ cc "
    "clang clang++ ld go cargo rustc java javac mvn gradle pip pip3 pytest tox nox echo true false sleep mkdir pause mode "
    "stty tput reset black ruff mypy flake8 sphinx-build pre-commit uv poetry conda streamlit flask django-admin "
    "gunicorn uvicorn celery alembic ansible ansible-playbook terraform kubectl helm brew apt apt-get dnf yum".split()
)
"""Commands that developers and build tools run all day."""


def check(case: Case) -> Iterator[Seen]:
    """A process that is neither a shell nor the interpreter itself, and what its command shows."""
    for fact, text, found in case.commands():
        if fact.kind != "process":
            continue
        words = words_of(fact)
        if fact.role("pty") or (opens_shell(words) is not None and "-c" not in words):
            continue
        strong = next((trait for trait in found if trait.rule in _SPEAKS), None)
        if strong is not None:
            yield Seen(strong.score, f"It runs a command that {strong.saying}: {shown(text)}.", (fact,), strong.attack)
        else:
            yield Seen(_plain(case, words, bool(fact.role("shell"))), f"It runs the command {shown(text)}.", (fact,))
    for fact in case.of("process"):
        if command_text(fact) is None and not fact.role("pty"):
            outside = taint_of_role(fact, "command", "argv", "path")
            yield Seen(25 if outside else 10, "It runs a command that is not known before it runs.", (fact,))


def _plain(case: Case, words: list[str], shell: bool) -> int:
    if not words:
        return 10
    name = words[0].replace("\\", "/").rsplit("/", 1)[-1].lower()
    if name.startswith(_OWN):
        return 8
    if name.removesuffix(".exe") in _DEVELOPS:
        return 12
    return 24 if shell and case.one_liner else 14


RULE = Rule(
    id="shell_command",
    title="Runs a command",
    attack=("T1059.006",),
    why="One-liners that hand commands to the system are how code execution is turned into control.",
    bad="os.system('nltest /domain_trusts')",
    good="platform.system()",
    references=("https://attack.mitre.org/techniques/T1059/006/",),
    wakes=frozenset({"process", "remote command"}),
    check=check,
)
