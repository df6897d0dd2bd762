"""A query and its operators -> relations of the plan."""
