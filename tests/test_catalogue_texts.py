"""The bundled texts by the tools of others: Microsoft's KQL analyser and pySigma, where they are installed."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from antivenom import catalogue
from antivenom.document import parse_all
from antivenom.programs.schemas import TABLES
from tests.support import microsoft_kql

DETECTIONS = catalogue.load()
OURS = [one for one in DETECTIONS if one.id not in ("python-splunk", "python-sentinel")]
PYSIGMA = os.environ.get("ANTIVENOM_PYSIGMA", "")

_CHECK = """
import json, sys
from sigma.collection import SigmaCollection
from sigma.validation import SigmaValidator
from sigma.plugins import InstalledSigmaPlugins
import sigma.validators.core as core
found = {}
offline = {name: one for name, one in core.validators.items() if name not in ("attacktag", "d3_fendtag")}
for name, text in json.load(sys.stdin).items():
    rules = SigmaCollection.from_yaml(text)
    problems = [str(error) for rule in rules.rules for error in rule.errors]
    issues = SigmaValidator(set(offline.values())).validate_rules(iter(rules.rules))
    problems += [f"{issue.severity.name} {type(issue).__name__}: {issue.description}" for issue in issues]
    if problems:
        found[name] = problems
print(json.dumps(found))
"""


@microsoft_kql.needed
def test_microsofts_analyser_has_nothing_to_say_of_our_kql(shared_data: Path) -> None:
    queries = {one.id: one.queries["kql"].text.text for one in OURS if "kql" in one.queries}
    tables = {table for one in OURS for table in one.tables}
    schema = dict(microsoft_kql.log_analytics(shared_data / "schemas" / "la_table_schemas.csv", tables))
    schema |= {name: [(c.name, c.type.value) for c in own.columns] for name, own in TABLES.items()}
    assert microsoft_kql.diagnostics(queries, schema) == {}


@pytest.mark.skipif(not PYSIGMA, reason="ANTIVENOM_PYSIGMA names no Python with pySigma")
def test_pysigma_has_nothing_to_say_of_our_sigma() -> None:
    texts = {one.id: one.queries["sigma"].text.text for one in OURS if "sigma" in one.queries}
    done = subprocess.run(
        [PYSIGMA, "-c", _CHECK], input=json.dumps(texts), capture_output=True, text=True, check=True, timeout=300
    )
    assert json.loads(done.stdout) == {}


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.id)
def test_every_section_is_filled_and_every_language_there_or_said_to_be_missing(one: catalogue.Detection) -> None:
    sections = (one.goal, one.strategy, one.technical_context, one.validation, one.priority, one.response)
    assert all(sections)
    assert one.blind_spots
    assert one.false_positives
    assert one.entities
    assert one.risk
    assert one.references
    assert one.changelog
    assert {*one.queries, *one.missing} == set(catalogue.LANGUAGES)


@pytest.mark.parametrize("one", [one for one in OURS if "sigma" in one.queries], ids=lambda one: one.id)
def test_a_sigma_text_says_what_its_detection_says(one: catalogue.Detection) -> None:
    node = parse_all(one.queries["sigma"].text)[-1]
    values = {name: entry.value for name, entry in node.entries().items()}
    assert values["title"].text() == one.name
    assert values["level"].text() == one.severity
    tags = {tag.lower() for tag in values["tags"].texts()}
    assert {f"attack.{id.lower()}" for id in one.attack} == {tag for tag in tags if re.match(r"attack\.t\d", tag)}


def test_the_page_of_what_is_covered_names_every_detection() -> None:
    page = (Path(__file__).parents[1] / "docs" / "catalogue.md").read_text(encoding="utf-8")
    table = page.partition("## What is covered")[2].partition("\n## ")[0]
    assert set(re.findall(r"`(python-[a-z-]+)`", table)) == {one.id for one in DETECTIONS}


_KQL_PATTERN = re.compile(r'matches regex @?"\(\?i\)((?:[^"]|"")*)"')
_BY_NAME = "(^|[/\\\\])"


def _patterns_of_kql(one: catalogue.Detection) -> set[str]:
    found = _KQL_PATTERN.findall(one.queries["kql"].text.text)
    return {text.replace('""', '"') for text in found}


def _patterns_of_sigma(one: catalogue.Detection) -> set[str]:
    """The regular expressions of a text; one for a program's name as KQL has it, which has the name alone."""
    found: set[str] = set()
    for document in parse_all(one.queries["sigma"].text):
        stack = [entry.value for key, entry in document.entries().items() if key == "detection"]
        while stack:
            for key, entry in stack.pop().entries().items():
                if "|re" in key:
                    found |= {f"^{text.text().removeprefix(_BY_NAME)}" if _is_name(key, text.text()) else text.text()
                              for text in entry.value.each()}  # fmt: skip
                elif isinstance(entry.value.value, dict):
                    stack.append(entry.value)
    return found


def _is_name(field: str, text: str) -> bool:
    return field.partition("|")[0] in ("Image", "ParentImage") and text.startswith(_BY_NAME)


@pytest.mark.parametrize("one", [one for one in OURS if {"sigma", "kql"} <= {*one.queries}], ids=lambda one: one.id)
def test_sigma_and_kql_have_the_same_patterns(one: catalogue.Detection) -> None:
    sigma, kql = _patterns_of_sigma(one), _patterns_of_kql(one)
    folders = {text for text in sigma - kql if one.id == "python-http-server-staging" and text.startswith("^([A-Z]:)?")}
    by_path = {text if text in kql else text.replace("^", _BY_NAME, 1) for text in sigma - folders}
    assert by_path == kql
