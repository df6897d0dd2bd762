"""Text -> tokens -> syntax, macros put in before."""
