"""Tests of course.sideways."""
