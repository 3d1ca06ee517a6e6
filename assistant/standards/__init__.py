"""Standard questions for scrutiny, in our own words, and where such questions come from."""

from assistant.standards.standards import StandardList, StandardQuestion, find_list, lists

__all__ = ["StandardList", "StandardQuestion", "find_list", "lists"]
