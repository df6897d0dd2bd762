"""What a query reads besides logs: files under the names it gives them, watchlists, and stored functions."""

from __future__ import annotations

from antivenom.outside.files import Headers, load
from antivenom.outside.functions import packaged, read

__all__ = ["Headers", "load", "packaged", "read"]
