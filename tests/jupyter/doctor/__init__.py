"""Tests of course.jupyter.doctor."""
