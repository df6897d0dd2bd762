"""Macros that published searches over data models rely on, with the meaning they have where they come from.

`drop_dm_object_name` and `summariesonly` are of the CIM add-on, the others of Splunk's security content, with the
settings both have when installed. A definition that the caller gives comes first.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KNOWN_MACROS: Mapping[str, Mapping[str, Any]] = {
    "drop_dm_object_name(1)": {"args": ["object"], "definition": 'rename "$object$.*" as *'},
    "summariesonly": {"definition": "summariesonly=false"},
    "security_content_summariesonly": {
        "definition": "summariesonly=false allow_old_summaries=true fillnull_value=null"
    },
    "security_content_ctime(1)": {
        "args": ["field"],
        "definition": 'convert timeformat="%Y-%m-%dT%H:%M:%S" ctime($field$)',
    },
}
"""Name, with the number of its arguments -> definition, as for `expand_macros`."""
