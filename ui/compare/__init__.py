"""The page on which reports stand beside one another."""
