"""Kusto's scalar functions and aggregates: one row each, one file a subject."""
