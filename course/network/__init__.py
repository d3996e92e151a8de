"""Notebook 02: who deals with whom, who speaks, and who is only spoken about."""
