"""Notebook 05: where it is, as precisely as the report says."""
