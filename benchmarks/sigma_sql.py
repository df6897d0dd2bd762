"""The SQL that pySigma's SQLite backend makes of rules. Runs in an environment that has both; imports nothing else.

As a program: `python -I sigma_sql.py RULES.json` takes a list of {"id", "text"}, prints {id: {"where": SQL}} as JSON,
with {"refused": why} for a rule that the backend has no SQL for. Without -I, sigma.py beside it would be the package.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from sigma.backends.sqlite import sqliteBackend
from sigma.collection import SigmaCollection
from sigma.exceptions import SigmaError


def main() -> None:
    rules = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    backend = sqliteBackend()
    print(json.dumps({rule["id"]: _where(backend, rule["text"]) for rule in rules}))


def _where(backend: sqliteBackend, text: str) -> dict[str, str]:
    """The condition of a rule; several queries are alternatives."""
    try:
        queries = backend.convert(SigmaCollection.from_yaml(text))
    except (SigmaError, NotImplementedError) as error:
        return {"refused": f"{type(error).__name__}: {error}"}
    conditions = [query.split(" WHERE ", 1)[1] for query in queries]
    return {"where": " OR ".join(f"({one})" for one in conditions) if len(conditions) > 1 else conditions[0]}


if __name__ == "__main__":
    main()
