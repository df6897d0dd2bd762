"""Text -> tokens -> syntax."""
