"""Sigma rules in `antivenom hunt`: their options, what they did, and `--explain`."""

from __future__ import annotations

from pathlib import Path

import click

from antivenom.catalogue import SEVERITIES
from antivenom.cli.options import F
from antivenom.errors import UsageError
from antivenom.findings import severity_rank
from antivenom.hunting import RuleRun, Rules
from antivenom.hunting.explaining import Explained, explain_correlation, explain_rule
from antivenom.logs import Logs
from antivenom.report import jsonout
from antivenom.report.plain import shortened
from antivenom.rulesets import LoadedCorrelation, LoadedRule, RuleSet, made_of, read_placeholders
from antivenom.rulesets import load as load_rules
from antivenom.rulesets.model import names_of

_WIDE_CLAUSE = 160
_PATH = click.Path(exists=True, path_type=Path)


def rules_options(command: F) -> F:
    """--rules and what belongs to it."""
    for option in (
        click.option(
            "--explain",
            "explained",
            metavar="RULE",
            help="Of --rules: show one rule's plan, SQL and rows, and no findings.",
        ),
        click.option(
            "--rule-level", type=click.Choice(SEVERITIES), help="Of --rules: only those of this level or a higher one."
        ),
        click.option("--placeholders", type=_PATH, metavar="FILE", help="Of --rules: values of placeholders, YAML."),
        click.option("--rules", type=_PATH, multiple=True, help="Sigma rules: a file or folder (may be given again)."),
    ):
        command = option(command)
    return command


def load(paths: tuple[Path, ...], placeholders: Path | None, level: str | None) -> RuleSet | None:
    """The rules of the options; None without --rules."""
    if not paths:
        if placeholders is not None or level is not None:
            raise UsageError("--placeholders and --rule-level are about --rules", hint="give --rules FOLDER")
        return None
    made = load_rules(paths, read_placeholders(placeholders) if placeholders is not None else None)
    if not len(made):
        _refuse_nothing(made, paths)
    if level is not None:
        for rule in made.every():
            if severity_rank(rule.header.level) < severity_rank(level):
                rule.reported = False
        count = len(made)
        _drop_idle(made)
        if not len(made):
            raise UsageError(f"none of the {count:,} rules is of level {level} or a higher one")
    return made


def _refuse_nothing(made: RuleSet, paths: tuple[Path, ...]) -> None:
    """Say why there is no rule at all."""
    where = ", ".join(map(str, paths))
    if made.problems:
        first, rest = made.problems[0], len(made.problems) - 1
        more = f"; {rest:,} more documents could not be loaded" if rest else ""
        raise UsageError(f"no rule of {where} could be loaded{more}; the first:\n{first.error}")
    said = "it holds filters alone" if made.filters else "rules are YAML with a detection"
    raise UsageError(f"no Sigma rule in {where}", hint=said)


def keep(rules: RuleSet, only: tuple[str, ...]) -> tuple[str, ...]:
    """Report the rules that are named by id, name or title, and no others; the names of --only that are no rules."""
    found: set[str] = set()
    for rule in rules.every():
        named = {*names_of(rule.header)}.intersection(only)
        rule.reported = bool(named)
        found |= named
    for name in only:
        problem = next((one for one in rules.problems if name in (one.key, one.title)), None)
        if problem is not None and name not in found:
            raise problem.error
    _drop_idle(rules)
    return tuple(name for name in only if name not in found)


def _drop_idle(rules: RuleSet) -> None:
    """Leave out what is neither reported nor a part of what is."""
    used = {id(part) for one in rules.every() if one.reported for part in made_of(one)}
    rules.rules = [rule for rule in rules.rules if id(rule) in used]
    rules.correlations = [one for one in rules.correlations if id(one) in used]


# --- JSON


def document(rules: Rules | None) -> dict[str, object]:
    """What every rule did, and what could not be loaded, as plain values."""
    if rules is None:
        return {}
    return {
        "rules": [_account(run) for run in rules.runs],
        "rule_filters": [
            {"filter": one.header.key, "title": one.header.title, "rules": one.rules} for one in rules.loaded.filters
        ],
        "repeated_rule_ids": rules.loaded.repeated,
        "other_yaml": rules.loaded.others,
        "rules_not_loaded": [
            {"file": problem.file, "rule": problem.key, "error": str(problem.error)}
            for problem in rules.loaded.problems
        ],
    }


def _account(run: RuleRun) -> dict[str, object]:
    header = run.rule.header
    return {
        "rule": run.rule.key,
        "title": header.title,
        "level": header.level,
        "file": header.source.name,
        "table": run.table,
        "eligible": run.eligible,
        "hits": run.hits,
        "hits_by_product": dict(sorted(run.by_product.items())),
        "reported": run.reported,
        "reason": run.reason or None,
        "error": str(run.error) if run.error is not None else None,
        "note": run.note or None,
    }


# --- --explain


def explained(rules: RuleSet | None, name: str, logs: Logs, as_json: bool) -> str:
    """One rule's plan, SQL and rows as text, or as JSON."""
    if rules is None:
        raise UsageError("--explain is about a rule of --rules", hint="give --rules FOLDER")
    found = rules.find(name)
    told = [explain_rule(rule, logs) for rule in _rules_of(found)]
    run = explain_correlation(found, logs) if isinstance(found, LoadedCorrelation) else None
    if as_json:
        return jsonout.dumps([*([_account(run)] if run is not None else []), *(_explained(one) for one in told)])
    return (_correlation(run) if run is not None else "") + "\n".join(_told(one) for one in told)


def _rules_of(one: LoadedRule | LoadedCorrelation) -> list[LoadedRule]:
    """The rules about single events that it is, or is made of, each once."""
    parts = made_of(one)
    for part in parts:
        if isinstance(part, LoadedCorrelation) and part.error is not None:
            raise part.error
    return [part for part in parts if isinstance(part, LoadedRule)]


def _explained(one: Explained) -> dict[str, object]:
    return {
        "rule": one.rule.key,
        "title": one.rule.header.title,
        "table": one.table,
        "eligible": one.eligible,
        "hits": one.hits,
        "reason": one.reason or None,
        "clauses": [{"clause": clause.text, "rows": clause.rows} for clause in one.clauses],
        "plan": one.plan,
        "sql": one.sql,
    }


def _correlation(run: RuleRun) -> str:
    assert isinstance(run.rule, LoadedCorrelation)
    made = run.rule.correlation
    said = [
        made.type,
        *([f"of {', '.join(made.fields)}"] if made.fields else []),
        " and ".join(f"{bound.operator} {bound.number:g}" for bound in made.bounds),
        f"where {made.header.source.slice(made.condition.span)}" if made.condition is not None else "",
        f"by {', '.join(made.group_by)}" if made.group_by else "",
        f"within {made.timespan} s" if made.timespan is not None else "",
    ]
    lines = [
        f"{made.header.title} ({run.rule.key}), level {made.header.level or 'not given'}",
        " ".join(part for part in said if part),
        f"{run.eligible:>9,} hits of the rules below",
        f"{run.hits:>9,} matches",
        *([run.note] if run.note else []),
        *([run.reason] if run.reason else []),
        *([str(run.error)] if run.error is not None else []),
    ]
    return "\n".join([*lines, "", ""])


def _told(one: Explained) -> str:
    header = one.rule.header
    lines = [
        f"{header.title} ({one.rule.key}), level {header.level or 'not given'}, {one.rule.logsource}",
        f"table {one.table}" if one.table else "no log that is read here holds such events",
    ]
    if one.eligible is not None and one.table:
        lines.append(f"{one.eligible:>9,} rows in it")
        lines += [
            f"{clause.rows:>9,} rows for {shortened(clause.text, _WIDE_CLAUSE)}"
            for clause in one.clauses
            if clause.rows is not None
        ]
        lines.append(f"{one.hits or 0:>9,} rows match")
    lines += [said for said in (one.reason, one.note, str(one.error or "")) if said]
    return "\n".join([*lines, "", one.plan, one.sql, ""])
