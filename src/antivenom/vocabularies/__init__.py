"""The same events as Splunk, Defender and OCSF name them; `build` makes the tables that queries read."""
