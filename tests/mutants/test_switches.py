"""Scripts with all their mutants in them: a switch turns one on, and with none they do what they did."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from hub.proxy import node as program
from tests.browser.blank.blank import Blank
from tests.mutants.said import Change
from tests.mutants.switches.plugin import spread, turn_on
from tests.mutants.switches.scripts import HERE, INSTRUMENTER, of
from tests.page.node import needs_node, node

if TYPE_CHECKING:
    from pathlib import Path

SOURCE = """\
const near = (a) => {
  // How near?
  return a < 400;
};
const far = { 7: "far" };
console.log(near(399), near(400), far[7]);
"""
SEEN = "console.log(btlNumber('n1', 1, 2), stryMutAct_9fa48('2'), [...btlReached].join());"


@pytest.fixture(autouse=True)
def _as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Blank, "first", Blank.first)


def test_each_package_of_the_instrumenter_has_one_exact_version() -> None:
    asked = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
    versions = [*asked["dependencies"].values(), *asked["overrides"].values()]
    assert len(versions) > 50
    assert [version for version in versions if not re.fullmatch(r"\d+\.\d+\.\d+(-[a-z]+\.\d+)?", version)] == []


def test_of_a_long_line_a_mutant_tells_what_is_near_it() -> None:
    told = {"function": "course.page.life", "was": f"{'a' * 300}1", "became": f"{'a' * 300}2"}
    assert of(told) == Change("course.page.life", f"… {'a' * 60}1", f"… {'a' * 60}2")


def test_what_is_tried_first_is_evenly_drawn_and_each_is_tried_once() -> None:
    assert spread(12) == [0, 5, 10, 1, 6, 11, 2, 7, 3, 8, 4, 9]
    assert spread(0) == []


@needs_node
@pytest.mark.parametrize(
    ("mutant", "told"), [(None, "1 false 3,n1"), ("n1", "2 false 3,n1"), ("2", "1 true 3,n1"), ("3", "1 false 3,n1")]
)
def test_one_mutant_is_turned_on_and_all_that_are_reached_are_noted(
    mutant: str | None, told: str, tmp_path: Path
) -> None:
    turn_on(mutant)
    script = f"{Blank.first}\nstryCov_9fa48('3');\n{SEEN}"
    assert node(tmp_path, script).strip() == told


@needs_node
def test_a_mutant_that_goes_on_for_ever_is_stopped(tmp_path: Path) -> None:
    turn_on("2")
    script = "try { while (stryMutAct_9fa48('2')); } catch (error) { console.log(error.message); }"
    assert node(tmp_path, f"{Blank.first}\n{script}").strip() == "a mutant goes on for ever"


@pytest.mark.skipif(INSTRUMENTER not in os.environ, reason="no instrumenter here; make mutants brings it")
def test_a_script_has_all_its_mutants_and_does_what_it_did(tmp_path: Path) -> None:
    file = tmp_path / "course" / "page" / "near.js"
    file.parent.mkdir(parents=True)
    file.write_text(SOURCE, encoding="utf-8")
    command = [str(program()), str(HERE / "instrument.mjs"), os.environ[INSTRUMENTER], str(file)]
    made = json.loads(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)
    changes = {(each["was"], each["became"]) for each in made}
    assert {each["function"] for each in made} == {"course.page.near"}
    assert ("return a < 400;", "return a <= 400;") in changes
    assert ("return a < 400;", "return a < 4000;") in changes
    assert ('const far = { 7: "far" };', 'const far = { 7: "" };') in changes
    assert not [became for _, became in changes if "btlNumber" in became or "{ 8:" in became]
    script = file.read_text(encoding="utf-8")
    for mutant, said in [(None, "true false far")] + [
        (each["id"], "true true far") for each in made if each["became"] in {"return a <= 400;", "return a < 4000;"}
    ]:
        turn_on(mutant)
        assert node(tmp_path, f"{Blank.first}\n{script}").strip() == said
