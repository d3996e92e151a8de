"""Tests of course.jupyter."""
