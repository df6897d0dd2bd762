"""Findings and tables as text for people and for programs: one file per format."""
