"""What to do about a finding: the playbook, the investigation guide and the hunting queries, and their filling in."""
