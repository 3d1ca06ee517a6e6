"""The page on which staff follow what inspectors asked for."""
