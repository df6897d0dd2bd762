"""Where the pages of a detection say what the published pages of detections say."""

from __future__ import annotations

from collections.abc import Mapping

PUBLISHED: Mapping[str, str] = {
    "name": "name",
    "tactic": "tactics",
    "technique": "techniques",
    "canonical reference": "canonical",
    "severity": "severity",
    "confidence": "confidence",
    "platforms": "platforms",
    "data source": "data-sources",
    "query": "query",
    "scoring": "scoring",
    "false positives": "false-positives",
    "threat actors": "actors",
    "portable Sigma rule": "sigma",
    "other platforms for the technique": "other-platforms",
    "tuning guidance": "tuning",
    "response playbook": "playbook",
    "investigation guide": "guide",
    "hunting queries": "hunts",
    "Atomic Red Team tests": "tests",
    "commands of the tests": "commands",
    "clean-up of the tests": "clean-up",
    "references": "references",
}
"""What a published page says -> the id of the element that says it on ours."""
