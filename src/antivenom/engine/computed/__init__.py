"""Functions computed in Python, cell by cell: those whose rule no SQL says. One file a subject, one row a function."""

from __future__ import annotations

from antivenom.engine.computed import (
    arrays,
    bags,
    command_lines,
    decimals,
    distributions,
    encodings,
    hashes,
    ipv4,
    ipv6,
    lookups,
    markup,
    moments,
    networks,
    reals,
    schemas,
    searches,
    series,
    series_fill,
    series_math,
    sets,
    sizes,
    urls,
)
from antivenom.engine.computed.table import Computed, table

COMPUTED: dict[str, Computed] = table(
    arrays.ROWS,
    bags.ROWS,
    command_lines.ROWS,
    decimals.ROWS,
    distributions.ROWS,
    encodings.ROWS,
    hashes.ROWS,
    ipv4.ROWS,
    ipv6.ROWS,
    lookups.ROWS,
    markup.ROWS,
    moments.ROWS,
    networks.ROWS,
    reals.ROWS,
    schemas.ROWS,
    searches.ROWS,
    series.ROWS,
    series_fill.ROWS,
    series_math.ROWS,
    sets.ROWS,
    sizes.ROWS,
    urls.ROWS,
)
