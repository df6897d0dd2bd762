"""Sort keys for `sort` on text, whose order is decided pair by pair (S24).

Numbers go by value, addresses as addresses, other pairs by their characters. Texts that begin below or above
every number have their place. Numbers, addresses and other texts that begin like one are refused together:
the result would depend on the pairs that Splunk happens to compare.
"""

from __future__ import annotations

from antivenom.engine.functions.splunk_shapes import IS_NUMBER, NUMBER
from antivenom.engine.functions.table import template

_ADDRESS = r"regexp_full_match(@0, '((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})\.){3}(25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})')"
_WIDE = (
    "contains(@0, ':') AND regexp_full_match(@0, '[0-9A-Fa-f:.]+') AND "
    "(contains(@0, '::') OR length(@0) - length(replace(@0, ':', '')) = 7)"
)
_KIND = (
    f"CASE WHEN {IS_NUMBER} THEN 1 WHEN ord(@0) BETWEEN 43 AND 57 AND {_ADDRESS} THEN 2 "
    f"WHEN {_WIDE} THEN 12 WHEN ord(@0) BETWEEN 43 AND 57 THEN 4 END"
)
_OCTETS = " + ".join(f"CAST(split_part(@0, '.', {place}) AS BIGINT) * {256 ** (4 - place)}" for place in (1, 2, 3, 4))

ROWS = (
    # 0: begins below every number; 1: a number or like one; 2: begins above
    template(
        "splunk.sort_class",
        f"CASE WHEN bit_count(bit_or({_KIND}) OVER ()) > 1 "
        "THEN error('not supported: SPL sort of numbers, addresses and texts that begin like them together') "
        "WHEN ord(@0) < 43 OR @0 = '' THEN 0 WHEN ord(@0) <= 57 THEN 1 WHEN @0 IS NOT NULL THEN 2 END",
    ),
    template("splunk.sort_number", f"CASE WHEN {IS_NUMBER} THEN {NUMBER} WHEN {_ADDRESS} THEN {_OCTETS} END"),
    template("splunk.sort_text", f"CASE WHEN NOT ({IS_NUMBER}) AND NOT {_ADDRESS} THEN @0 END"),
    template("splunk.sort_address", f"CASE WHEN {_ADDRESS} THEN {_OCTETS} END"),
)
