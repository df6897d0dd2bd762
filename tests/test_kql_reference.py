"""The reference of KQL: every name that is run has an example, and no example is of a name that is not."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from antivenom.errors import AntivenomError, MissingInput, QueryError
from antivenom.languages import kql
from antivenom.languages.kql.functions import aggregates
from antivenom.languages.kql.functions import every as functions
from antivenom.languages.kql.lowering import windows
from antivenom.languages.kql.parsing import operators, plugin_names
from antivenom.plan.catalog import Catalog
from antivenom.source import SourceText

DOCS = runpy.run_path(str(Path(__file__).parents[1] / "docs" / "references.py"))
KQL = DOCS["KQL"]
NAMES = {kind: {e.name for e in KQL.examples() if e.kind == kind} for kind in KQL.kinds}


@pytest.mark.parametrize(
    "kind, names",
    [
        ("operator", operators.NAMES),
        ("function", frozenset(functions.FUNCTIONS) | frozenset(windows.WINDOWS)),
        ("aggregate", frozenset(aggregates.AGGREGATES) | {"arg_max", "arg_min"}),
        ("plugin", plugin_names.PLUGINS),
    ],
)
def test_every_name_that_is_run_has_an_example(kind: str, names: frozenset[str]) -> None:
    assert sorted(names - NAMES[kind]) == []


@pytest.mark.parametrize(
    "kind, probe",
    [
        ("operator", "print x = 1 | {name}"),
        ("function", "print x = {name}()"),
        ("aggregate", "print x = 1 | summarize {name}()"),
        ("plugin", "print x = 1 | evaluate {name}()"),
    ],
)
def test_no_example_is_of_a_name_that_nobody_knows(kind: str, probe: str) -> None:
    unknown = [name for name in sorted(NAMES[kind]) if _unknown(lambda n=name: probe.format(name=n))]
    assert unknown == []


def _unknown(query: Callable[[], str]) -> bool:
    try:
        kql.compile(SourceText(query()), Catalog({}))
    except (QueryError, MissingInput) as error:
        return error.message.startswith("there is no") or "was not given" in error.message
    except AntivenomError:
        return False
    return False
