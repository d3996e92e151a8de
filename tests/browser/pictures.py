"""Take the README's pictures of the running course: `make pictures`."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import ViewportSize, expect

from course.jupyter.lab import lay_notebooks
from tests.browser.lab import HOW_TO_GET_IT, Lab
from tests.browser.server import CHROMIUM, chromium, server

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
WINDOW: ViewportSize = {"width": 1180, "height": 940}


def question(lab: Lab) -> None:
    """A question that was answered wrongly, with its feedback and a hint."""
    asked = lab.question("3.5")
    asked.get_by_label("25 times as large", exact=True).check()
    asked.get_by_role("button", name="Check").click()
    expect(asked.get_by_text("not yet")).to_be_visible()
    asked.get_by_role("button", name="Hint 1 of 2").click()
    expect(asked.get_by_text("Hint 1", exact=True)).to_be_visible()
    lab.show(asked, FOLDER / "question.png")


def adding_machine(lab: Lab) -> None:
    """The adding machine with three mentions in it."""
    machine = lab.page.locator(".jp-OutputArea-output", has_text="Which mentions do you add up?").first
    for name in ("Extra US troops", "Mission in Romania"):
        machine.get_by_role("checkbox", name=name).check()
    machine.get_by_label("usual").check()
    expect(machine.get_by_text("Sum of 3 mentions, usual reading")).to_be_visible()
    lab.show(machine, FOLDER / "adding_machine.png")


def contacts(lab: Lab) -> None:
    """The network of contacts, with one actor followed."""
    network = lab.page.locator(".jp-OutputArea-output", has_text="Which kinds of actors?").first
    network.get_by_label("conflict").check()
    network.get_by_label("Follow one actor").select_option(label="Emmanuel Macron")
    expect(network.get_by_text("What Emmanuel Macron does")).to_be_visible()
    lab.show(network, FOLDER / "contacts.png")


def opening(lab: Lab) -> None:
    """The first screen of a notebook, with some questions answered."""
    card = lab.page.locator(".btl-start")
    expect(card.get_by_text("You will be able to")).to_be_visible()
    lab.show(lab.page.get_by_role("heading", name="How many troops?"), FOLDER / "opening.png")


def passage(lab: Lab) -> None:
    """A passage with its numbers and hedges lit, and a word opened."""
    text = lab.page.locator(".btl-reading").first
    for kind in ("numbers", "the small words beside them"):
        text.get_by_text(kind, exact=True).click()
    text.locator("summary").first.click()
    lab.show(text, FOLDER / "passage.png")


PICTURES = {"02_who_is_who": (contacts,), "03_how_many": (question, adding_machine, passage, opening)}


def main() -> None:
    """Take them all."""
    if CHROMIUM is None:
        raise SystemExit(HOW_TO_GET_IT)
    FOLDER.mkdir(parents=True, exist_ok=True)
    with server() as running, chromium() as browser:
        for notebook, takes in PICTURES.items():
            lay_notebooks(running.root / notebook)
            lab = Lab(browser.new_page(viewport=WINDOW), running.port, running.root / notebook)
            lab.open(f"{notebook}.ipynb")
            lab.run_all()
            for take in takes:
                take(lab)


if __name__ == "__main__":
    main()
