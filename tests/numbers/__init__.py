"""Tests of course.numbers."""
