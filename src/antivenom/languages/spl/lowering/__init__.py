"""Commands and search terms -> relations and values of the plan, and what they read."""
