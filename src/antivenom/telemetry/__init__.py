"""Raw logs -> events: one file a format, and what finds, unpacks and recognises them."""
