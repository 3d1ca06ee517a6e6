"""Packs of answers, quotes and notes that a person assembles, each statement with its Citation."""
