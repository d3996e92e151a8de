"""Explorers: charts to play with, for a notebook with a running kernel."""

from course.explore.adding_machine import AddingMachine, adding_machine

__all__ = ["AddingMachine", "adding_machine"]
