"""Serialised code read without loading it: `read_marshal` (marshal and .pyc), `read_pickle`."""

from __future__ import annotations

from antivenom.pycode.stored.objects import Stored
from antivenom.pycode.stored.pickles import read_pickle
from antivenom.pycode.stored.programs import read_marshal

__all__ = ["Stored", "read_marshal", "read_pickle"]
