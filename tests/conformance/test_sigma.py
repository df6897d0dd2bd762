"""The public Sigma rules, beside this checkout where they are there: all compile, and find what pySigma's SQL finds.

The comparison needs a Python that has pySigma and pysigma-backend-sqlite, in an environment of its own; its path is
the value of ANTIVENOM_PYSIGMA.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from antivenom import rulesets
from antivenom.correlating import correlate
from antivenom.errors import MissingInput
from antivenom.hunting import run
from antivenom.languages.sigma.lower import lower
from antivenom.languages.sigma.syntax import Correlation, Rule
from antivenom.logs import Logs
from antivenom.plan.values import columns_of
from antivenom.rulesets import cache
from tests.conformance import sigma_sets
from tests.conformance.sigma_sets import Database, Group, Subject

PYSIGMA = os.environ.get("ANTIVENOM_PYSIGMA")
SLOW = 40
"""Every so many rules are also asked for one by one, of DuckDB."""

RECORDED = ("windows_evtx", "windows_json")
"""Folders of the sample logs that hold events SigmaHQ recorded for its rules."""

FLOORS = {"rules": 1_890, "correlations": 10, "compared": 1_838, "silent": 1, "recorded": 25}
"""How many rules and correlations compile at least, how many rules are compared, and how many of them may find nothing
in the events that are made for them."""

shared = pytest.mark.skipif(not sigma_sets.RULES.is_file(), reason="no shared data beside this checkout")
peer = pytest.mark.skipif(PYSIGMA is None, reason="no pySigma: ANTIVENOM_PYSIGMA is not set")


@shared
def test_every_public_rule_compiles(capsys: pytest.CaptureFixture[str]) -> None:
    found: Counter[str] = Counter()
    for written in sigma_sets.load(sigma_sets.RULES):
        rule = sigma_sets.document(written)
        assert isinstance(rule, Rule)
        if sigma_sets.needs_placeholders(written):
            with pytest.raises(MissingInput):
                lower(rule)
            found["that need placeholders"] += 1
        lower(rule, sigma_sets.placeholders(written))
        found["rules"] += 1
    with capsys.disabled():
        print(f"\nsigma_sigmahq.jsonl: {dict(found)} compile")
    assert found["rules"] >= FLOORS["rules"]


@shared
def test_every_public_correlation_runs(capsys: pytest.CaptureFixture[str]) -> None:
    found = [sigma_sets.document(written) for written in sigma_sets.load(sigma_sets.CORRELATIONS)]
    for correlation in found:
        assert isinstance(correlation, Correlation)
        assert correlate(correlation, {rule.name: () for rule in correlation.rules}) == []
    with capsys.disabled():
        print(f"\nsigma_correlation.jsonl: {len(found)} correlations run")
    assert len(found) >= FLOORS["correlations"]


@shared
def test_every_recorded_event_is_hit_by_its_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SigmaHQ's regression data: each file is named after the rule that an event in it must hit."""
    monkeypatch.setenv(cache.FOLDER, "")
    files = [file for folder in RECORDED for file in (sigma_sets.FOLDER / "telemetry" / folder / "sigma").iterdir()]
    wanted = {file.stem for file in files}
    for written in sigma_sets.load(sigma_sets.RULES):
        if written["id"] in wanted:
            (tmp_path / f"{written['id']}.yml").write_text(sigma_sets.text_of(written), encoding="utf-8")
    rules = rulesets.load([tmp_path])
    found = run(Logs(files), [], programs=False, rules=rules)
    hit = {(one.detection, origin.file) for f in found.findings for one in f.evidence for origin in one.origins}
    missed = [
        str(file)
        for file in files
        for rule in rules.rules
        if rule.header.id == file.stem and (rule.key, str(file)) not in hit
    ]
    assert missed == []
    assert len(rules.rules) >= FLOORS["recorded"]


@shared
@peer
def test_public_rules_find_what_the_sql_of_pysigma_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = list(sigma_sets.load(sigma_sets.RULES))
    tally = Tally(sigma_sets.sql_of(rules, str(PYSIGMA), tmp_path), SLOW)
    tally.compare(sigma_sets.groups(rules))
    with capsys.disabled():
        print(f"\nsigma_sigmahq.jsonl: {tally}")
    assert tally.wrong == []
    assert tally.compared >= FLOORS["compared"]
    assert len(tally.silent) <= FLOORS["silent"]


def test_rare_constructs_find_the_same_together_and_one_by_one() -> None:
    (group,) = sigma_sets.groups(sigma_sets.constructs())
    together = group.together()
    differ = [one.written["title"] for one in group.subjects if group.alone(one) != together[one.id]]
    assert differ == []
    assert sum(map(bool, together.values())) == len(group.subjects), "each finds a row that is made for it"


@peer
def test_rare_constructs_find_what_the_sql_of_pysigma_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = list(sigma_sets.constructs())
    tally = Tally(sigma_sets.sql_of(rules, str(PYSIGMA), tmp_path), slow=1)
    tally.compare(sigma_sets.groups(rules))
    with capsys.disabled():
        print(f"\nconstructs: {tally}")
    assert tally.wrong == []


class Tally:
    """What became of the rules that are compared."""

    def __init__(self, sql: dict[str, dict[str, str]], slow: int) -> None:
        self.sql, self.slow = sql, slow
        self.compared = self.rows = self.one_by_one = 0
        self.silent: list[str] = []
        self.excused: Counter[str] = Counter()
        self.wrong: list[str] = []

    def __str__(self) -> str:
        return (
            f"{self.compared} rules compared, {self.one_by_one} of them one by one too; {self.rows:,} rows found; "
            f"{len(self.silent)} find nothing {self.silent}; excused {dict(self.excused)}; wrong {len(self.wrong)}"
        )

    def compare(self, groups: Iterable[Group]) -> None:
        """Every rule of every group that the backend has SQL for."""
        for group in groups:
            database, found = Database(group.table), group.together()
            for subject in group.subjects:
                where = self.sql[subject.id].get("where")
                if where is not None:
                    self.one(group, subject, database.rows(where), found[subject.id])

    def one(self, group: Group, subject: Subject, theirs: set[int], together: set[int]) -> None:
        """One rule; a row that only one side finds is wrong, or excused by what the backend is known to do."""
        if self.compared % self.slow == 0:
            self.one_by_one += 1
            if group.alone(subject) != together:
                self.wrong.append(f"{subject.id}: antivenom finds other rows one by one than together")
        self.compared += 1
        self.rows += len(theirs)
        if not theirs:
            self.silent.append(subject.id)
        for number in sorted(together ^ theirs):
            row = group.table.slice(number, 1).to_pylist()[0]
            why = sigma_sets.excuse(subject, row)
            if why is None:
                side = "antivenom" if number in together else "pySigma"
                read = {name: row[name] for name in sorted({c.name for c in columns_of(subject.condition)})}
                self.wrong.append(f"{subject.id} {subject.written['title']}: only {side} finds {read}")
            else:
                self.excused[why] += 1
