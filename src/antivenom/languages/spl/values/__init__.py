"""SPL's values in the plan: numbers, texts, multivalues and times."""
