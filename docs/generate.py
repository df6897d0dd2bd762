"""Writes docs/languages.md, docs/behaviours.md and docs/log-sources.md by asking the code itself.

The front ends say what they accept, which is listed, and what they refuse, which is named; the rules say what they see.
Run `python docs/generate.py`; a test fails while a page differs from what this writes.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa

from antivenom.errors import AntivenomError, MissingInput, QueryError, Unsupported
from antivenom.languages import kql, spl
from antivenom.languages.kql.functions import aggregates, percentiles
from antivenom.languages.kql.functions import every as kql_functions
from antivenom.languages.kql.lowering import windows
from antivenom.languages.kql.parsing import operators as kql_operators
from antivenom.languages.kql.parsing import plugin_names
from antivenom.languages.sigma.correlations import TYPES
from antivenom.languages.sigma.modifiers import MODIFIERS
from antivenom.languages.spl.functions import every as spl_functions
from antivenom.languages.spl.lowering import aggregates as spl_aggregates
from antivenom.languages.spl.parsing import commands as spl_commands
from antivenom.plan.catalog import Catalog
from antivenom.pycode.rules import RULES, Rule
from antivenom.source import SourceText
from antivenom.tables import Column, ColumnType, Schema
from antivenom.vocabularies import cim
from antivenom.vocabularies.activity import PRODUCTS, SCHEMAS, kinds_of_activity
from antivenom.vocabularies.cim.shared import Dataset
from antivenom.vocabularies.columns import ARROW
from antivenom.vocabularies.sigma import LogSource, Stream, stream
from antivenom.vocabularies.sigma_sources import AUDITD, CATEGORIES, SERVICES
from antivenom.vocabularies.views import Shown, View

sys.path.insert(0, str(Path(__file__).parent))

from references import KQL, SPL

PAGE = Path(__file__).with_name("languages.md")
BEHAVIOURS = Path(__file__).with_name("behaviours.md")
LOG_SOURCES = Path(__file__).with_name("log-sources.md")
DATA_MODELS = Path(__file__).with_name("data-models.md")
KQL_REFERENCE, SPL_REFERENCE = KQL.path, SPL.path

_EVENTS = Schema("events", (Column("_time", ColumnType.REAL), Column("x", ColumnType.STRING)))
_KQL_OPERATORS = """
    as consume count distinct evaluate extend facet filter find fork getschema invoke join limit lookup make-graph
    make-series mv-apply mv-expand order parse parse-kv parse-where partition project project-away project-keep
    project-rename project-reorder reduce render sample sample-distinct scan search serialize sort summarize take top
    top-hitters top-nested union where
""".split()
_KQL_SPECIAL = "ago iff iif now case coalesce isnull isnotnull toscalar".split()
_SPL_COMMANDS = """
    abstract accum addcoltotals addinfo addtotals anomalies append appendcols appendpipe associate autoregress bin
    bucket chart cluster collect convert datamodel dbinspect dedup delta eval eventcount eventstats extract fieldformat
    fields fieldsummary filldown fillnull findtypes foreach format from gauge gentimes head highlight history
    inputcsv inputlookup iplocation join kmeans kv loadjob localize lookup makecontinuous makemv makeresults map
    mcollect metadata metasearch multikv multisearch mvcombine mvexpand nomv outlier outputcsv outputlookup pivot
    predict rangemap rare regex reltime rename replace rest return reverse rex rtorder savedsearch script scrub
    search searchtxn selfjoin sendemail set setfields sichart sistats sort spath stats strcat streamstats table tags
    tail timechart timewrap top transaction transpose trendline tstats typeahead typelearner typer union uniq
    untable where x11 xmlkv xmlunescape xpath xyseries
""".split()
_SPL_PUT_IN = ("savedsearch",)
"""Commands that are put in as text before anything is parsed."""
_SPL_STATS = "sparkline".split()
_SPL_EVAL = """
    abs acos acosh asin asinh atan atan2 atanh bit_and bit_or bit_xor bit_not bit_shift_left bit_shift_right case
    cidrmatch coalesce commands cos cosh exact exp false floor ceiling ceil hypot if in ipmask isbool isint isnotnull
    isnull isnum isstr json json_array json_extract json_keys json_object json_set json_valid len like ln log lookup
    lower ltrim match max md5 min mv_to_json_array mvappend mvcount mvdedup mvfilter mvfind mvindex mvjoin mvmap
    mvrange mvreverse mvsort mvzip now null nullif pi pow printf random relative_time replace round rtrim searchmatch
    sha1 sha256 sha512 sigfig sin sinh spath split sqrt strftime strptime substr tan tanh time tojson tonumber
    tostring trim true typeof upper urldecode validate
""".split()


def _refused(compile: Callable[[], object], *said: str) -> bool:
    """Whether a probe is refused with one of these texts; any other outcome means the name is known."""
    try:
        compile()
    except (Unsupported, QueryError, MissingInput) as error:
        return any(text in error.message for text in said)
    except AntivenomError:
        return False
    return False


def _kql(text: str) -> Callable[[], object]:
    return lambda: kql.compile(SourceText(text), Catalog({}))


def _spl(text: str) -> Callable[[], object]:
    return lambda: spl.compile(SourceText(text), Catalog({"events": _EVENTS}))


def _split(names: Iterable[str], refused: Callable[[str], bool]) -> tuple[list[str], list[str]]:
    run, not_run = [], []
    for name in sorted(set(names)):
        (not_run if refused(name) else run).append(name)
    return run, not_run


def page() -> str:
    """The whole page."""
    operators = _split(
        (*_KQL_OPERATORS, *kql_operators.NOT_SUPPORTED),
        lambda name: _refused(_kql(f"print x=1 | {name} x"), f"KQL operator {name}", "there is no operator"),
    )
    scalars = _split(
        (*kql_functions.FUNCTIONS, *kql_functions.KUSTO_HAS, *windows.WINDOWS, *_KQL_SPECIAL),
        lambda name: _refused(_kql(f"print x={name}()"), f"KQL function {name}", "there is no function"),
    )
    summaries = (
        sorted((*aggregates.AGGREGATES, *percentiles.COLUMNS, *percentiles.ARRAYS, "arg_max", "arg_min")),
        sorted(aggregates.REFUSED),
    )
    return "\n".join(
        [
            "# What each query language supports",
            "",
            "Written by `docs/generate.py`, which asks the front ends themselves. What is not run raises",
            "`Unsupported` with its name and its place in the query; no part of a query is ever dropped. A name",
            "that is run may still refuse an option or a type it cannot answer exactly, by name.",
            "",
            "## KQL",
            "",
            *_section("Tabular operators", operators),
            *_section("Scalar functions", scalars),
            *_section("Aggregates", summaries),
            "Also run: `let` (scalars, tables, functions), `datatable`, `print`, `range`, every kind of `join`, all",
            "string operators (`has`, `contains`, `startswith`, `in`, `matches regex` and their forms), `between`,",
            "dynamic literals and paths.",
            "",
            "## SPL",
            "",
            *_section("Commands", _commands()),
            *_section("Functions of eval and where", _evals()),
            *_section("Functions of stats", _stats()),
            "Also run: search terms with wildcards, `IN`, comparison, CIDR, `CASE()`, `TERM()`, bare words over",
            "`_raw`, `earliest=` and `latest=`, macros from a file,",
            "`tstats` over [data models](data-models.md) with the macros that published searches use around it, and",
            "subsearches behind `join` and `append`.",
            "",
            "## Sigma",
            "",
            "What a rule may hold, and how it is read: [sigma.md](sigma.md). Log sources:",
            "[log-sources.md](log-sources.md).",
            "",
            f"Modifiers ({len(MODIFIERS)}):",
            "",
            *_wrapped(sorted(MODIFIERS)),
            "",
            f"Correlations ({len(TYPES)}):",
            "",
            *_wrapped(list(TYPES)),
            "",
            "Also run: `| count()`, `| sum()` and `| avg()` of Sigma 1 with `timeframe`, filters, placeholders from a",
            "file.",
            "",
            "Refused by name: `| near`, `| min`, `| max`, `action: global`, other taxonomies, `2 of`, YAML anchors.",
            "",
        ]
    )


def behaviours() -> str:
    """The page of behaviours: the list, then each."""
    rows = [f"| [{rule.id}](#{rule.id}) | {rule.title} | {', '.join(rule.attack)} |" for rule in RULES.values()]
    return "\n".join(
        [
            "# What the Python on a command line can be seen to do",
            "",
            "Written by `docs/generate.py` from the rules themselves; `antivenom explain --rules` lists them too. A",
            "rule looks at what a program does with which values, after its layers are opened, not at its words.",
            "Scores are those of what was found: 20 and more is notable, 50 suspicious, 80 malicious.",
            "",
            "| behaviour | what it is | ATT&CK |",
            "|---|---|---|",
            *rows,
            "",
            *(line for rule in RULES.values() for line in _behaviour(rule)),
        ]
    )


def _behaviour(rule: Rule) -> list[str]:
    return [
        f"## {rule.id}",
        "",
        f"{rule.title} ({', '.join(rule.attack)}). {rule.why}",
        "",
        "Shows it:",
        "",
        "```text",
        *rule.bad.splitlines(),
        "```",
        "",
        "Does not:",
        "",
        "```text",
        *rule.good.splitlines(),
        "```",
        "",
        *(f"- <{reference}>" for reference in rule.references),
        "",
    ]


def log_sources() -> str:
    """The page of Sigma's log sources."""
    return "\n".join(
        [
            "# Sigma's log sources",
            "",
            "Written by `docs/generate.py` from the vocabulary itself. A rule for a log source that is not here",
            "compiles, and a hunt says that no log it reads can hold such events. A category without a product is of",
            "every system.",
            "",
            "Sensors are the products whose events become rows of the table, natively or through the common activity",
            "tables; `windows` is EVTX and Windows event XML and JSON, Sysmon for Linux included.",
            "",
            "## Categories",
            "",
            "| product | category | table | sensors |",
            "|---|---|---|---|",
            *_category_rows(),
            "",
            "## Services",
            "",
            "| product | service | table | channels |",
            "|---|---|---|---|",
            f"| linux | {AUDITD} | `sigma.linux.{AUDITD}` | a row for each audit record |",
            *(
                f"| windows | {name} | `sigma.windows.{name}` | {', '.join(sorted(SERVICES[name]))} |"
                for name in sorted(SERVICES)
            ),
            "",
        ]
    )


def data_models() -> str:
    """The page of CIM's datasets."""
    return "\n".join(
        [
            "# Data models that `tstats` reads",
            "",
            "Written by `docs/generate.py` from the vocabulary itself. A dataset is a view of a common activity",
            "table, so that one search sees every sensor. `(none)`: the same in every row. A field marked with a",
            "star is never missing: CIM's own calculation, or ours, says what it holds where nothing is known. A field",
            "that CIM has and no log fills is missing in every row; so is one that CIM does not have, and a note names",
            "the nearest.",
            "",
            *(line for name, one in cim.DATASETS.items() if name.count(".") == 1 for line in _dataset(name, one)),
            "## Models without rows",
            "",
            "These are known, and no log that is read here holds such things: a search has no rows, and says so.",
            "",
            *(f"- {name}" for name in sorted(cim.WITHOUT_ROWS)),
            "",
            "What is our choice and what CIM says: the docstrings of `vocabularies/cim/`, and",
            "[semantics-spl.md](semantics-spl.md).",
            "",
        ]
    )


def _dataset(name: str, dataset: Dataset) -> list[str]:
    view = dataset.view
    children = [other.removeprefix(f"{name}.") for other in cim.DATASETS if other.startswith(f"{name}.")]
    return [
        f"## {name}",
        "",
        f"Activity table: {view.activity}." + (f" Children: {', '.join(children)}." if children else ""),
        "",
        "| field | made from |",
        "|---|---|",
        *(
            f"| {field}{' *' if _never_missing(view, shown) else ''} | {_reads(shown)} |"
            for field, shown in sorted(view.columns.items())
        ),
        "",
        f"Never filled: {', '.join(sorted(dataset.fields))}.",
        "",
    ]


def _reads(shown: Shown) -> str:
    return ", ".join(f"`{read}`" for read in sorted(shown.reads)) or "(none)"


def _never_missing(view: View, shown: Shown) -> bool:
    """Whether a field has a value in a row of which nothing is known."""
    schema = SCHEMAS[view.activity]
    nothing = pa.table({column.name: pa.nulls(1, ARROW[column.type]) for column in schema.columns})
    return shown.make(nothing).null_count == 0


def _category_rows() -> Iterable[str]:
    for product in ("windows", "linux", "macos"):
        for category in sorted(CATEGORIES):
            found = stream(LogSource(product, category))
            if found is not None:
                yield f"| {product} | {category} | `{found.name}` | {', '.join(_sensors(found))} |"


def _sensors(found: Stream) -> list[str]:
    """The products whose events can be rows of a stream."""
    known = {native.product for native in found.natives}
    if found.view is not None:
        known |= {product for product in PRODUCTS if kinds_of_activity(found.view.activity, (product,))}
    systems = {"linux": {"securityevent", "eslogger", "esxi"}, "macos": {"windows", "auditd", "securityevent", "esxi"}}
    return sorted(known - systems.get(found.source.product or "", {"auditd", "eslogger", "esxi"}))


def _section(title: str, names: tuple[list[str], list[str]]) -> list[str]:
    run, not_run = names
    return [
        f"### {title}",
        "",
        f"Run ({len(run)}):",
        "",
        *_wrapped(run),
        "",
        f"Refused by name ({len(not_run)}):",
        "",
        *_wrapped(not_run),
        "",
    ]


def _wrapped(names: list[str]) -> list[str]:
    text = " ".join(f"`{name}`" for name in names)
    return textwrap.wrap(text, 118, break_long_words=False, break_on_hyphens=False)


def kql_reference() -> str:
    """The page of KQL: examples with their answers, and what is refused."""
    return KQL.page(
        {
            "operator": sorted(kql_operators.NOT_SUPPORTED),
            "function": sorted(kql_functions.KUSTO_HAS - {e.name for e in KQL.examples() if e.kind == "function"}),
            "aggregate": sorted(aggregates.REFUSED),
            "plugin": sorted(plugin_names.REFUSED),
        }
    )


def spl_reference() -> str:
    """The page of SPL: examples with their answers, and what is refused."""
    return SPL.page({kind: refused for kind, (_, refused) in spl_names().items()})


def spl_names() -> dict[str, tuple[list[str], list[str]]]:
    """The names of SPL by kind: those that are run, and those refused."""
    return {"command": _commands(), "function": _evals(), "aggregate": _stats()}


def _commands() -> tuple[list[str], list[str]]:
    return _split(
        (*_SPL_COMMANDS, *spl_commands.COMMANDS),
        lambda name: (
            name not in _SPL_PUT_IN
            and _refused(_spl(f"| makeresults | {name} x"), f"SPL command {name}", "the look-up x")
        ),
    )


def _evals() -> tuple[list[str], list[str]]:
    return _split(
        (*_SPL_EVAL, *spl_functions.FUNCTIONS),
        lambda name: _refused(_spl(f"| eval y={name}(x)"), f"SPL function {name}", "there is no function"),
    )


def _stats() -> tuple[list[str], list[str]]:
    names = (*_SPL_STATS, *spl_aggregates.NAMES, *spl_aggregates.PERCENTILES)
    return _split(names, _is_refused_statistic)


def _is_refused_statistic(name: str) -> bool:
    percent = "95" if name in spl_aggregates.PERCENTILES else ""
    return _refused(_spl(f"| stats {name}{percent}(x)"), f"SPL stats function {name}")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    BEHAVIOURS.write_text(behaviours(), encoding="utf-8")
    LOG_SOURCES.write_text(log_sources(), encoding="utf-8")
    DATA_MODELS.write_text(data_models(), encoding="utf-8")
    KQL_REFERENCE.write_text(kql_reference(), encoding="utf-8")
    SPL_REFERENCE.write_text(spl_reference(), encoding="utf-8")
