"""Scenarios: what a detection must see, written as the telemetry of every sensor."""
