"""Tests of course.days."""
