"""Expressions -> values of the plan: types, conversions, operators, patterns."""
