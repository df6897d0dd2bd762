"""What a query means, in terms of no one language: relations over values, each with its type and its span."""
