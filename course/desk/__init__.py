"""Notebook 08: the coding desk, at which a text becomes rows."""
