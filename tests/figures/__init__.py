"""Tests of course.figures."""
