"""Mutants of the page's scripts: all of them are in one copy of each script, and a switch turns one on."""
