"""The plugins of `evaluate`: those that run here, and those that are refused by name."""

from __future__ import annotations

PLUGINS = frozenset(
    "active_users_count activity_counts_metrics bag_unpack ipv4_lookup ipv6_lookup narrow pivot rolling_percentile"
    " rows_near schema_merge sliding_window_counts".split()
)
"""Plugins that run."""

REFUSED = frozenset(
    "activity_engagement activity_metrics ai_chat_completion ai_chat_completion_prompt ai_embed_text ai_embeddings"
    " autocluster azure_digital_twins_query_request basket cosmosdb_sql_request dcount_intersect diffpatterns"
    " diffpatterns_text estimate_rows_count execute_query execute_show_command funnel_sequence"
    " funnel_sequence_completion geo_line_lookup geo_polygon_lookup graph_dump http_request http_request_post"
    " csharp dax_request external_datatable"
    " identity identity_v2 identity_v3 infer_storage_schema infer_storage_schema_with_suggestions"
    " mysql_request new_activity_metrics postgresql_request preview python R r sequence_detect session_count show_rows"
    " sql_request streaming_pipeline_monitor".split()
)
"""Plugins Kusto has and this front end refuses by name."""
