"""Tests of the tables and the feedback."""
