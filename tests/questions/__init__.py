"""Tests of course.questions."""
