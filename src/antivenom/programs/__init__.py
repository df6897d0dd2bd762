"""The Python of a process table: each distinct command line read once, and what was read as columns and tables."""
