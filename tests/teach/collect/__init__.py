"""Tests of collecting hand-ins."""
