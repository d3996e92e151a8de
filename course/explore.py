"""Explorers: charts to play with, for a notebook with a running kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.face import face

if TYPE_CHECKING:
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

_HOMES = {
    "course.numbers.adding_machine": ("AddingMachine", "adding_machine"),
    "course.misleading.chart_lab": ("ChartLab", "chart_lab"),
    "course.claims.claim_sorter": ("ClaimSorter", "claim_sorter"),
    "course.desk.coding_desk": ("CodingDesk", "coding_desk"),
    "course.network.contacts": ("Contacts", "contacts"),
    "course.evidence.evidence": ("EvidenceReader", "evidence"),
    "course.map.places": ("Places", "places"),
    "course.sideways.sideways": ("Sideways", "sideways"),
    "course.days.timeline": ("Timeline", "timeline"),
}
__getattr__, __dir__ = face(__name__, {name: home for home, names in _HOMES.items() for name in names})
