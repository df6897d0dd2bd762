"""Hunting queries as text and as plain values."""

from __future__ import annotations

from antivenom.report import pages
from antivenom.response.model import HuntQuery


def page(hunt: HuntQuery) -> str:
    """One hunt: its question, how to read its rows, its queries, and the scenarios that prove it."""
    lines = [*pages.title(f"{hunt.title}  ({hunt.id})"), ", ".join(hunt.attack), "", *pages.wrapped(hunt.question)]
    lines += ["", *pages.wrapped(f"Returns: {hunt.returns}"), *pages.wrapped(f"Read it so: {hunt.read}")]
    lines += ["", "KQL:", *pages.code(hunt.kql, 4), "", "SPL:", *pages.code(hunt.spl, 4), ""]
    for label, names in (("Rows on", hunt.rows), ("Quiet on", hunt.quiet), ("Noisy on", hunt.noisy)):
        if names:
            lines.append(f"{label}: {', '.join(names)}")
    for sensor, reason in hunt.blind.items():
        lines += pages.wrapped(f"Blind on {sensor}: {reason}")
    return "\n".join(lines) + "\n"


def as_dict(hunt: HuntQuery) -> dict[str, object]:
    """A hunt as plain values."""
    return {
        "id": hunt.id,
        "title": hunt.title,
        "question": hunt.question,
        "attack": list(hunt.attack),
        "returns": hunt.returns,
        "read": hunt.read,
        "kql": hunt.kql,
        "spl": hunt.spl,
        "rows": list(hunt.rows),
        "quiet": list(hunt.quiet),
        "noisy": list(hunt.noisy),
        "blind": dict(hunt.blind),
    }
