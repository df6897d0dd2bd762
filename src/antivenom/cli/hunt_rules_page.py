"""What `antivenom hunt` shows of Sigma rules: which matched, and why others could not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from antivenom.findings import severity_rank
from antivenom.hunting import RuleRun, Rules
from antivenom.report import terminal
from antivenom.report.plain import printable, shortened

_MOST_RULES = 100
_MOST_REASONS = 12
_MOST_PROBLEMS = 5


def parts(rules: Rules) -> Iterator[RenderableType]:
    """The part of the hunt's page about rules."""
    runs, loaded = rules.runs, rules.loaded
    hit = [run for run in runs if run.hits]
    unable = [run for run in runs if run.reason]
    yield Text(
        f"\nSigma: {len(loaded):,} rules; {len(hit):,} matched, {len(unable):,} could not match in these logs,"
        f" {len(loaded.problems):,} could not be loaded",
        style="bold",
    )
    if hit:
        yield terminal.grid(*_matched(hit), right=("rows", "eligible"))
    if len(hit) > _MOST_RULES:
        yield Text(f"and {len(hit) - _MOST_RULES:,} more rules (--json lists all)")
    reasons = Counter(run.reason for run in unable).most_common()
    for reason, count in reasons[:_MOST_REASONS]:
        yield Text(f"  {count:>6,} {printable(shortened(reason, 200))}")
    if len(reasons) > _MOST_REASONS:
        rest = sum(count for _, count in reasons[_MOST_REASONS:])
        yield Text(f"  {rest:>6,} for {len(reasons) - _MOST_REASONS:,} other reasons (--json lists all)")
    for problem in loaded.problems[:_MOST_PROBLEMS]:
        yield Text(f"{printable(problem.file)}: {printable(problem.error.message)}", style="red")
    if len(loaded.problems) > _MOST_PROBLEMS:
        yield Text(f"and {len(loaded.problems) - _MOST_PROBLEMS:,} more (--json lists all)")


def _matched(hit: list[RuleRun]) -> tuple[Sequence[str], list[Sequence[object]]]:
    ordered = sorted(hit, key=lambda run: (-severity_rank(run.rule.header.level), -run.hits, run.rule.header.title))
    rows: list[Sequence[object]] = [
        (run.rule.header.level, run.rule.header.title, run.rule.key, run.table, run.hits, run.eligible)
        for run in ordered[:_MOST_RULES]
    ]
    return ("level", "rule", "id", "table", "rows", "eligible"), rows
