"""Notebook 01: what each row rests on."""
