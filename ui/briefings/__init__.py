"""The page on which briefings are put together."""
