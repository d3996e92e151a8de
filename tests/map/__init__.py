"""Tests of course.map."""
