"""The page of the conversations that were kept."""
