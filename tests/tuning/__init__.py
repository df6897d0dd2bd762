"""Profiles: reading, matching, the bundled ones, and learning."""
