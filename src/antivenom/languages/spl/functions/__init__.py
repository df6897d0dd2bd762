"""The functions of eval and where: one row each."""
