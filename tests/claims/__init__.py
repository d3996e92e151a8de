"""Tests of course.claims."""
