"""antivenom: run published detections over raw logs, and find the Python an attacker ran."""

__version__ = "0.1.0"
