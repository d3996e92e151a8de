"""Tests of the site for a browser alone."""
