"""Tests of the packs to print."""
