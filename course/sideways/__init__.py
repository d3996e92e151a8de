"""Notebook 07: one thing in several reports, side by side."""
