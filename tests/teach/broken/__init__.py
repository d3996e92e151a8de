"""Packs that are broken as spreadsheets and people break them, each with what has to be said of it."""
