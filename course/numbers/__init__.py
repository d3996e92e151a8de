"""Notebook 03: hedged numbers as bounds, and what a sum of them hides."""
