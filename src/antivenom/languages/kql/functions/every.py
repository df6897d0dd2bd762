"""Every scalar function this front end knows, one row each, and the names of those it refuses."""

from __future__ import annotations

from antivenom.errors import QueryError, Unsupported
from antivenom.languages.kql.functions import checks as functions_checks
from antivenom.languages.kql.functions import dynamic as functions_dynamic
from antivenom.languages.kql.functions import encoding as functions_encoding
from antivenom.languages.kql.functions import math as functions_math
from antivenom.languages.kql.functions import moments as functions_moments
from antivenom.languages.kql.functions import network as functions_network
from antivenom.languages.kql.functions import plain as functions_plain
from antivenom.languages.kql.functions import regex as functions_regex
from antivenom.languages.kql.functions import search as functions_search
from antivenom.languages.kql.functions import series as functions_series
from antivenom.languages.kql.functions import text as functions_text
from antivenom.languages.kql.functions import time as functions_time
from antivenom.languages.kql.functions.aggregates import AGGREGATES
from antivenom.languages.kql.functions.table import Args, Function, table
from antivenom.plan.catalog import meant
from antivenom.plan.values import Value
from antivenom.source import Span

__all__ = ["AGGREGATES", "FUNCTIONS", "KUSTO_HAS", "build", "unknown"]

FUNCTIONS: dict[str, Function] = table(
    functions_checks.FUNCTIONS,
    functions_dynamic.FUNCTIONS,
    functions_encoding.FUNCTIONS,
    functions_math.FUNCTIONS,
    functions_moments.FUNCTIONS,
    functions_network.FUNCTIONS,
    functions_plain.FUNCTIONS,
    functions_regex.FUNCTIONS,
    functions_search.FUNCTIONS,
    functions_series.FUNCTIONS,
    functions_text.FUNCTIONS,
    functions_time.FUNCTIONS,
)


def build(args: Args, name_span: Span, known: list[str]) -> Value:
    """The call as a plan value. `known` are the query's own functions, for hints.

    Raises Unsupported for a function Kusto has, QueryError with the nearest name for one it has not.
    """
    row = FUNCTIONS.get(args.name)
    if row is None:
        raise unknown(args.name, name_span, known)
    if not row.fewest <= len(args) <= row.most:
        wanted = str(row.fewest) if row.fewest == row.most else f"{row.fewest} to {row.most}"
        raise QueryError(f"{args.name}() takes {wanted} arguments, not {len(args)}", span=args.span)
    return row.build(args)


def unknown(name: str, span: Span, known: list[str]) -> QueryError | Unsupported:
    """The error for a function that has no row."""
    if name in KUSTO_HAS or name.startswith(_FAMILIES):
        return Unsupported(f"KQL function {name}", span=span)
    if name in AGGREGATES:
        return QueryError(f"{name}() is an aggregate", span=span, hint="aggregates stand in summarize")
    hint = meant(name, [*FUNCTIONS, *AGGREGATES, *KUSTO_HAS, *known])
    return QueryError(f"there is no function {name}", span=span, hint=hint)


_FAMILIES = (
    "geo_",
    "series_",
    "graph_",
    "ipv4_",
    "ipv6_",
    "hll",
    "tdigest",
    "_",
    "punycode_",
)
KUSTO_HAS = frozenset(
    "acos array_iff array_iif array_index_of array_rotate_left"
    " array_rotate_right array_shift_left array_shift_right array_sort_asc array_sort_desc"
    " array_split array_sum asin assert atan atan2 bag_has_key bag_merge bag_pack_columns bag_remove_keys"
    " bag_set_key bag_zip"
    " beta_cdf"
    " beta_inv beta_pdf bin_at bin_auto binary_and binary_not binary_or binary_shift_left"
    " binary_shift_right binary_xor bitset_count_ones cluster convert_angle convert_energy convert_force"
    " convert_length convert_mass convert_speed convert_temperature convert_volume cos cot"
    " current_cluster_endpoint current_database current_principal current_principal_details"
    " current_principal_is_member_of cursor_after cursor_before_or_at cursor_current database"
    " datetime_list_timezones datetime_local_to_utc datetime_utc_to_local dcount_hll degrees"
    " dynamic_to_json endofday erf erfc estimate_data_size exp10 exp2 extent_id extent_tags external_table"
    " extractjson extract_json format_timespan gamma"
    " hash_combine hash_many"
    " ingestion_time jaccard_index loggamma make_datetime"
    " make_timespan materialized_view merge_tdigest new_guid next pack_all"
    " parse_user_agent parse_version percentile_tdigest percentrank_tdigest pi prev radians rand"
    " range rank_tdigest repeat row_cumsum row_number row_rank_dense"
    " row_rank_min row_window_session set_difference set_equals set_intersect set_union sin"
    " stored_query_result table tan todecimal treepath"
    " welch_test zip"
    " columnifexists column_ifexists ingestion_time inner_nodes node_id node_degree_in node_degree_out labels"
    " sequence_detect FileProfile AssignedIPAddresses"
    " DeviceFromIP SeenBy toscalar materialize make_series"
    " around current_cursor current_node_id datepart extentid iscolumnexists percentiles_array_tdigest"
    " row_id row_rank rowstore_ordinal_range toobject".split()
) - frozenset(FUNCTIONS)
"""Functions Kusto has and this front end refuses by name."""
