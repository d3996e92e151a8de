"""Tests of the page on this computer."""
