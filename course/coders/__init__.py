"""Notebook 08: what two or more coders answered, row by row, and how far they agree."""
