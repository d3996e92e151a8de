"""Tests of the course for other programs."""
