"""Explorers: charts to play with, for a notebook with a running kernel."""

from course.claims.claim_sorter import ClaimSorter, claim_sorter
from course.days.timeline import Timeline, timeline
from course.desk.coding_desk import CodingDesk, coding_desk
from course.evidence.evidence import EvidenceReader, evidence
from course.map.places import Places, places
from course.misleading.chart_lab import ChartLab, chart_lab
from course.network.contacts import Contacts, contacts
from course.numbers.adding_machine import AddingMachine, adding_machine
from course.sideways.sideways import Sideways, sideways

__all__ = [
    "AddingMachine",
    "ChartLab",
    "ClaimSorter",
    "CodingDesk",
    "Contacts",
    "EvidenceReader",
    "Places",
    "Sideways",
    "Timeline",
    "adding_machine",
    "chart_lab",
    "claim_sorter",
    "coding_desk",
    "contacts",
    "evidence",
    "places",
    "sideways",
    "timeline",
]
