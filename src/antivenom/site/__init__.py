"""The catalogue as a folder of web pages: no server, no script, nothing fetched from elsewhere."""

from __future__ import annotations

from antivenom.site.collect import collect
from antivenom.site.folder import write
from antivenom.site.pages import pages

__all__ = ["collect", "pages", "write"]
