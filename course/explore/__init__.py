"""Explorers: charts to play with, for a notebook with a running kernel."""

from course.explore.adding_machine import AddingMachine, adding_machine
from course.explore.chart_lab import ChartLab, chart_lab
from course.explore.claim_sorter import ClaimSorter, claim_sorter
from course.explore.contacts import Contacts, contacts
from course.explore.evidence import EvidenceReader, evidence
from course.explore.places import Places, places
from course.explore.timeline import Timeline, timeline

__all__ = [
    "AddingMachine",
    "ChartLab",
    "ClaimSorter",
    "Contacts",
    "EvidenceReader",
    "Places",
    "Timeline",
    "adding_machine",
    "chart_lab",
    "claim_sorter",
    "contacts",
    "evidence",
    "places",
    "timeline",
]
