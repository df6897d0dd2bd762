"""What stands behind `evaluate`, and schemas that depend on rows."""
