"""Tests of course.teach."""
