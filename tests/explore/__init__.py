"""Tests of course.explore."""
