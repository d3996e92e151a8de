"""Tests of course.network."""
