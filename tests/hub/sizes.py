"""Compute what a class on Kubernetes needs from what one learner was measured to take: `python -m tests.hub.sizes`.

The numbers come from `measured.toml`. What is printed stands in docs/hub.md, and hub/values.yaml asks for it.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from math import ceil, floor
from pathlib import Path

from course.questions.spec import lessons

MEASURED = Path(__file__).with_name("measured.toml")
STEP_MB = 128
"""Memory is asked for in steps of this size."""
CLASSES = {30: 100, 300: 100, 3000: 200}
"""How many learners, and how many of them hub/values.yaml, or values-large.yaml, lets start at once."""


@dataclass(frozen=True)
class Measured:
    """What was measured of a class, what a node is, and what is supposed: all of `measured.toml`, by its names."""

    measured: dict[str, float]
    node: dict[str, float]
    supposed: dict[str, float]

    @property
    def guaranteed_mb(self) -> int:
        """What each learner's server has to have: itself and the kernels that a learner has at once."""
        taken = self.measured["server_mb"] + self.supposed["kernels"] * self.measured["kernel_mb"]
        return STEP_MB * ceil(taken * self.supposed["headroom"] / STEP_MB)

    @property
    def most_mb(self) -> int:
        """What a server may take: itself and a kernel for each lesson, with headroom."""
        taken = self.measured["server_mb"] + len(lessons()) * self.measured["kernel_mb"]
        return STEP_MB * ceil(taken * self.supposed["headroom"] / STEP_MB)

    @property
    def on_a_node(self) -> int:
        """How many learners a node holds, by memory and by the most pods that it may have."""
        memory = (self.node["memory_gb"] - self.node["kept_gb"]) * 1024
        return floor(min(memory / self.guaranteed_mb, self.node["pods"] - self.node["kept_pods"]))

    @property
    def cores_each(self) -> float:
        """The share of a core that each learner of a full node can be guaranteed, in hundredths."""
        return floor((self.node["cores"] - self.node["kept_cores"]) / self.on_a_node * 100) / 100

    @property
    def core_seconds(self) -> float:
        """How long one core works for one learner to start and to run a lesson once."""
        return self.measured["seconds"] * self.measured["cores"] / self.measured["learners"]


def read(path: Path = MEASURED) -> Measured:
    """Return what was measured."""
    return Measured(**tomllib.loads(path.read_text(encoding="utf-8")))


def rows(of: Measured, learners: int, at_once: int) -> dict[str, str]:
    """Return what a number of learners needs, each by its words.

    Parameters
    ----------
    of : Measured
        What one learner takes.
    learners : int
        How many sign in within a few minutes.
    at_once : int
        How many servers the hub starts at once.
    """
    nodes = ceil(learners / of.on_a_node)
    cores = nodes * of.node["cores"]
    start = of.supposed["start_minutes"] * 60
    return {
        "memory that is guaranteed, GB": f"{learners * of.guaranteed_mb / 1024:,.0f}",
        f"nodes of {of.node['cores']} cores and {of.node['memory_gb']} GB": f"{nodes:,}",
        "all have run a lesson once, if cores alone count, after s": f"{learners * of.core_seconds / cores:,.0f}",
        f"all servers are there, {of.supposed['pod_seconds']} s each, after s": (
            f"{ceil(learners / at_once) * of.supposed['pod_seconds']:,}"
        ),
        f"what the one proxy sends if all open a lesson within {of.supposed['start_minutes']} minutes, Mbit/s": (
            f"{learners * of.measured['sent_mb'] * 8 / start:,.0f}"
        ),
        "connections that the proxy holds open": f"{learners * (of.supposed['kernels'] + 1):,}",
        "times a second that the hub hears from servers": f"{learners / of.supposed['activity_seconds']:,.1f}",
        "the volume with all homes, GB": f"{max(1, learners * of.supposed['home_mb'] / 1024):,.0f}",
    }


def table(of: Measured) -> str:
    """Return the table of docs/hub.md: a line a need, a column a number of learners."""
    columns = [rows(of, learners, at_once) for learners, at_once in CLASSES.items()]
    lines = [["learners", *(f"{learners:,}" for learners in CLASSES)], ["---", *["---:"] * len(CLASSES)]]
    lines += [[need, *(column[need] for column in columns)] for need in columns[0]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def asked(of: Measured) -> str:
    """Return the sentence of docs/hub.md on what hub/values.yaml asks for."""
    return (
        f"A learner is guaranteed {of.guaranteed_mb} MB and {of.cores_each} of a core, and may take {of.most_mb} MB. "
        f"So a node holds {of.on_a_node} learners."
    )


if __name__ == "__main__":
    print(asked(read()), table(read()), sep="\n\n")  # noqa: T201 - this is what it is for
