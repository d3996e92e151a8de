"""Notebook 04: what is said, by whom, and how firmly."""
