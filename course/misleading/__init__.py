"""Notebook 06: true rows, false pictures."""
