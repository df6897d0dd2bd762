"""What `antivenom hunt` shows of Sigma rules: which matched, why others could not, and what was not loaded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from antivenom.errors import AntivenomError
from antivenom.findings import severity_rank
from antivenom.hunting import RuleRun, Rules
from antivenom.report import terminal
from antivenom.report.plain import printable, shortened

_MOST_RULES = 100
_MOST_REASONS = 12
_MOST_ERRORS = 5
_WIDE = 240


def parts(rules: Rules) -> Iterator[RenderableType]:
    """The part of the hunt's page about rules."""
    runs, loaded = rules.runs, rules.loaded
    hit = [run for run in runs if run.hits]
    unable = [run for run in runs if run.reason]
    errors = [run.error for run in runs if run.error is not None]
    yield Text(
        f"\nSigma: {len(loaded):,} {'rule' if len(loaded) == 1 else 'rules'}; {len(hit):,} matched,"
        f" {len(unable):,} could not match in these logs, {len(errors):,} could not be asked,"
        f" {len(loaded.problems):,} could not be loaded",
        style="bold",
    )
    if hit:
        yield terminal.grid(*_matched(hit), right=("rows", "eligible"), whole=("id",))
    if len(hit) > _MOST_RULES:
        yield Text(f"and {len(hit) - _MOST_RULES:,} more rules (--json lists all)")
    yield from _reasons(unable)
    yield from _notes(rules)
    yield from _errors([*errors, *(problem.error for problem in loaded.problems)])


def _matched(hit: list[RuleRun]) -> tuple[Sequence[str], list[Sequence[object]]]:
    ordered = sorted(hit, key=lambda run: (-severity_rank(run.rule.header.level), -run.hits, run.rule.header.title))
    rows: list[Sequence[object]] = [
        (run.rule.header.level, _title(run), run.rule.key, run.hits, run.eligible) for run in ordered[:_MOST_RULES]
    ]
    return ("level", "rule", "id", "rows", "eligible"), rows


def _title(run: RuleRun) -> str:
    return run.rule.header.title if run.reported else f"{run.rule.header.title} (for a correlation, or not asked for)"


def _reasons(unable: list[RuleRun]) -> Iterator[Text]:
    """Why rules could not match, the most frequent reasons first."""
    reasons = Counter(run.reason for run in unable).most_common()
    for reason, count in reasons[:_MOST_REASONS]:
        yield Text(f"  {count:>6,} {printable(shortened(reason, _WIDE))}")
    if len(reasons) > _MOST_REASONS:
        rest = sum(count for _, count in reasons[_MOST_REASONS:])
        yield Text(f"  {rest:>6,} for {len(reasons) - _MOST_REASONS:,} other reasons (--json lists all)")


def _notes(rules: Rules) -> Iterator[Text]:
    """What a user should know of single rules, of filters, and of what stands in the folders."""
    notes = [f"{run.rule.header.title}: {run.note}" for run in rules.runs if run.note]
    loaded = rules.loaded
    notes += [f"the filter {one.header.title} is for no rule" for one in loaded.filters if not one.rules]
    if loaded.repeated:
        first, count = loaded.repeated[0], len(loaded.repeated)
        notes.append(f"{count:,} {'id is' if count == 1 else 'ids are'} those of several rules: {first}")
    if loaded.others:
        files = "1 YAML file holds" if loaded.others == 1 else f"{loaded.others:,} YAML files hold"
        notes.append(f"{files} nothing of Sigma")
    for note in notes[:_MOST_REASONS]:
        yield Text(printable(shortened(note, _WIDE)))
    if len(notes) > _MOST_REASONS:
        yield Text(f"and {len(notes) - _MOST_REASONS:,} more notes (--json lists all)")


def _errors(errors: list[AntivenomError]) -> Iterator[Text]:
    """The first errors whole, with their places."""
    for error in errors[:_MOST_ERRORS]:
        yield Text("\n".join(printable(line) for line in str(error).splitlines()), style="red")
    if len(errors) > _MOST_ERRORS:
        yield Text(f"and {len(errors) - _MOST_ERRORS:,} more (--json lists all)", style="red")
