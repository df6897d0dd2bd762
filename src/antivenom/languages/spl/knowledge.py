"""What a Splunk app knows beside its data: look-up definitions, event types, tags, saved searches. Texts, no rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Stanzas = Mapping[str, Mapping[str, str]]
"""A configuration file: stanza -> setting -> value."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the caller gave.

    transforms  look-up name -> its settings (transforms.conf.spec).
    eventtypes  event type -> its search (eventtypes.conf.spec).
    tags        tag -> the field and value pairs that have it (tags.conf.spec).
    saved       saved search -> its text (savedsearches.conf.spec).
    """

    transforms: Stanzas = field(default_factory=dict)
    eventtypes: Mapping[str, str] = field(default_factory=dict)
    tags: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    saved: Mapping[str, str] = field(default_factory=dict)


NOTHING = Knowledge()
"""Nothing but what is known without being told."""
