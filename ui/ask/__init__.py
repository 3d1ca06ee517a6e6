"""The page on which people ask."""
