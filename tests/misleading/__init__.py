"""Tests of course.misleading."""
