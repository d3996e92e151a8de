"""Notebook 05: when it was, as far as the report says."""
