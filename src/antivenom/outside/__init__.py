"""What a query reads besides logs: look-up files, watchlists, stored functions, apps. And what it writes."""

from __future__ import annotations

from antivenom.outside.conf import App, read_app
from antivenom.outside.files import Headers, load
from antivenom.outside.functions import packaged, read
from antivenom.outside.writing import write

__all__ = ["App", "Headers", "load", "packaged", "read", "read_app", "write"]
