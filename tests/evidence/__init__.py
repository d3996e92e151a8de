"""Tests of course.evidence."""
