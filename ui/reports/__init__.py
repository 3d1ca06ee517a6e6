"""The page of what the library holds."""
