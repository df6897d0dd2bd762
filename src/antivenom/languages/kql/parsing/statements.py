"""Statements around a query: `set`, `declare`, and those that are refused by name."""

from __future__ import annotations

from dataclasses import replace

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.parsing.lexer import Kind, Token
from antivenom.languages.kql.parsing.operators import Operators
from antivenom.languages.kql.syntax import Constant, Expression, FunctionCall, Parameter
from antivenom.plan.types import Type
from antivenom.source import Span

STATEMENTS = frozenset({"set", "declare", "alias", "restrict", "pattern"})
"""Words that begin a statement which is neither a let nor a query."""

_HARMLESS = frozenset(
    "best_effort client_max_redirect_count deferpartialqueryfailures materialized_view_shuffle"
    " max_memory_consumption_per_query_per_node maxmemoryconsumptionperiterator maxoutputcolumns norequesttimeout"
    " notruncation perftrace push_selection_through_aggregation query_language query_log_query_parameters"
    " query_optimize_fts_at_relop query_results_cache_force_refresh query_results_cache_max_age"
    " query_results_cache_per_shard query_results_progressive_row_count query_results_progressive_update_period"
    " query_weakconsistency_session_id queryconsistency querytrace request_app_name request_description"
    " request_external_data_disabled request_external_table_disabled request_readonly request_user"
    " results_progressive_enabled servertimeout truncation_max_size validate_permissions validatepermissions".split()
)
"""Request properties that say how a query runs and change no row of its answer."""
_HARMLESS_FAMILIES = ("query_distribution_", "query_fanout_", "query_python_", "query_shuffle_", "hint.")
_CHANGING = frozenset(
    "query_cursor_after_default query_cursor_before_or_at_default"
    " query_cursor_current query_cursor_disabled query_cursor_scoped_tables query_datetimescope_column"
    " query_datetimescope_from query_datetimescope_to query_force_row_level_security query_max_records query_now"
    " query_take_max_records request_block_row_level_security request_callout_disabled"
    " request_impersonation_disabled request_remote_entities_disabled request_sandboxed_execution_disabled"
    " truncationmaxrecords truncationmaxsize query_max_entities_in_union".split()
)
"""Request properties that can change the answer."""


_BINS = ("query_bin_auto_size", "query_bin_auto_at")
"""What bin_auto() takes from `set`: the size of a bin, and a point where one begins."""


class Statements(Operators):
    """Reads the statements before a query."""

    def __init__(self, tokens: list[Token]) -> None:
        super().__init__(tokens)
        self._bins: dict[str, Expression] = {}

    def with_settings(self, call: FunctionCall) -> FunctionCall:
        """bin_auto() as the bin() or bin_at() that was set; as it is where nothing was."""
        size, point = (self._bins.get(name) for name in _BINS)
        if call.name != "bin_auto" or len(call.args) != 1 or size is None:
            return call
        if point is None:
            return replace(call, name="bin", args=(*call.args, size), named=())
        return replace(call, name="bin_at", args=(*call.args, size, point), named=())

    def statement(self) -> tuple[Parameter, ...]:
        """A statement that begins here, read; the query parameters it declares."""
        word = self.take()
        if word.text == "set":
            self._set(word.span)
            return ()
        if word.text == "declare" and self.at_word("query_parameters"):
            self.take()
            return self._query_parameters()
        name = f"{word.text} {self.here.text}" if word.text == "declare" else word.text
        raise Unsupported(f"KQL statement {name}", span=word.span)

    def at_statement(self) -> bool:
        """Whether a statement begins here."""
        return self.here.kind is Kind.WORD and self.here.text in STATEMENTS and self.ahead().kind is Kind.WORD

    def _set(self, start: Span) -> None:
        name = self.identifier("the name of a request property", not_bare=())
        while self.accept("."):
            self.take()
        value = self.expression() if self.accept("=") else None
        text = name.text.lower()
        if text in _BINS and isinstance(value, Constant):
            self._bins[text] = value
            return
        if text in _HARMLESS or text.startswith(_HARMLESS_FAMILIES):
            return
        hint = "it changes the answer" if text in _CHANGING else "leave it out if it changes no row"
        raise Unsupported(f"KQL set {name.text}", span=start.to(name.span), hint=hint)

    def _query_parameters(self) -> tuple[Parameter, ...]:
        self.expect("(")
        found: list[Parameter] = []
        while not self.accept(")"):
            if found:
                self.expect(",", "or ')'")
            token = self.identifier("a parameter")
            self.expect(":", "and a type")
            type_ = self.type_word()
            default = self.expression() if self.accept("=") else None
            if type_ is Type.DYNAMIC and default is not None:
                raise QueryError("a dynamic query parameter has no default", span=default.span)
            if token.text in (parameter.name for parameter in found):
                raise QueryError(f"{token.text} is declared twice", span=token.span)
            found.append(Parameter(token.text, type_, None, default, token.span))
        return tuple(found)
