"""Tests of course.coders."""
