"""A detection as plain values, for JSON."""

from __future__ import annotations

from dataclasses import asdict

from antivenom.catalogue.model import Detection, Query


def as_dict(detection: Detection) -> dict[str, object]:
    """All a detection says, texts included, without where it stands on this machine."""
    kept = ("goal", "strategy", "technical_context", "validation", "priority", "response")
    lists = ("blind_spots", "false_positives", "tuning", "actors", "references")
    return {
        "id": detection.id,
        "name": detection.name,
        "description": detection.description,
        "severity": detection.severity,
        "confidence": detection.confidence,
        "scope": detection.scope,
        "tactics": list(detection.tactics),
        "attack": list(detection.attack),
        "platforms": list(detection.platforms),
        "data_sources": list(detection.data_sources),
        "tables": list(detection.tables),
        "sourcetypes": list(detection.sourcetypes),
        "models": list(detection.models),
        "logsources": list(detection.logsources),
        "language": detection.language,
        "queries": {language: _query(query) for language, query in detection.queries.items()},
        "missing": dict(detection.missing),
        "suspicious_from": detection.suspicious_from,
        **{name: getattr(detection, name) for name in kept},
        **{name: list(getattr(detection, name)) for name in lists},
        "entities": [asdict(one) for one in detection.entities],
        "risk": [asdict(one) for one in detection.risk],
        "scenarios": [asdict(one) | {"sensors": list(one.sensors)} for one in detection.expectations],
        "differences": [asdict(one) for one in detection.differences],
        "changelog": [asdict(one) for one in detection.changelog],
    }


def _query(query: Query) -> dict[str, object]:
    return {
        "text": query.text.text,
        "flags": list(query.flags),
        "score_column": query.score_column,
        "weights": dict(query.weights),
    }
