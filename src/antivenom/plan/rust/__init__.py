"""Regular expressions of Kusto's flavour, which is that of the Rust regex crate: their syntax as a tree."""

from __future__ import annotations

from antivenom.plan.rust.nodes import Parsed, WrongPattern
from antivenom.plan.rust.syntax import parse, quoted

__all__ = ["Parsed", "WrongPattern", "parse", "quoted"]
