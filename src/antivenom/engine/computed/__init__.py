"""Functions computed in Python, cell by cell: those whose rule no SQL says. One file a subject, one row a function."""

from __future__ import annotations

from antivenom.engine.computed import command_lines, encodings, hashes, ipv4, ipv6, markup, searches, sizes, urls
from antivenom.engine.computed.table import Computed, table

COMPUTED: dict[str, Computed] = table(
    command_lines.ROWS,
    encodings.ROWS,
    hashes.ROWS,
    ipv4.ROWS,
    ipv6.ROWS,
    markup.ROWS,
    searches.ROWS,
    sizes.ROWS,
    urls.ROWS,
)
