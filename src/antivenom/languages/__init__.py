"""Query languages. Each turns its text into a plan, and knows nothing of logs or of the engine."""
