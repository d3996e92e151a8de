"""Tests of course.charts."""
