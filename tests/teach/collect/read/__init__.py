"""Tests of finding and reading what is handed in."""
