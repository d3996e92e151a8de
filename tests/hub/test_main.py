"""Starting a hub: what stands in the way is told in sentences, and what is on is told before it begins."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from hub import __main__ as main
from hub import settings as its
from hub.passwords import Passwords
from hub.places import Places
from hub.settings import Settings

SETTINGS = Settings(("Ms Okafor",), ("Ada", "Ben"), "heron-lake")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of a class, in a folder of its own."""
    place = tmp_path / "class.toml"
    place.write_text(
        'teachers = ["Ms Okafor"]\nlearners = ["Ada"]\nword = "heron-lake"\nfolder = "state"\n', encoding="utf-8"
    )
    monkeypatch.setenv(its.VARIABLE, str(place))
    return place


@pytest.fixture
def places(tmp_path: Path) -> Places:
    made = Places(tmp_path / "state", apart=False)
    made.make()
    return made


def free(monkeypatch: pytest.MonkeyPatch, *, is_set_up: bool = True) -> None:
    """Let a port be free, and the hub be set up."""
    monkeypatch.setattr(main, "is_open", lambda _: False)
    monkeypatch.setattr(main, "command", lambda _: [__file__ if is_set_up else "/nowhere/node"])


def test_settings_that_are_not_right_are_told_without_a_traceback(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text("learners = 1\n", encoding="utf-8")
    assert main.main([]) == 1
    assert "class.toml: teachers is missing." in capsys.readouterr().err


def test_what_it_can_do_is_said(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert file.exists()
    for arguments in (["forget"], ["--help"]):
        assert main.main(arguments) == 1
        assert "python -m hub forget" in capsys.readouterr().err


def test_without_root_it_starts_for_a_trial_only(monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch)
    [said] = main.in_the_way(SETTINGS, apart=False)
    assert "all learners share one account" in said
    assert "`trial = true`" in said
    assert main.in_the_way(Settings(("T",), (), "heron-lake", trial=True), apart=False) == []
    assert any("FOR A TRIAL" in line for line in main.about(SETTINGS, apart=False))


def test_what_is_missing_taken_or_shut_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    free(monkeypatch, is_set_up=False)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(main, "is_open", lambda port: port == 8123)
    tmp_path.chmod(0o700)
    homes = Settings(("T",), (), "heron-lake", port=8123, folder=tmp_path / "state")
    told = "\n".join(main.in_the_way(homes, apart=True))
    assert "/nowhere/node is missing. Run `make hub`." in told
    assert "There is no setpriv here." in told
    assert "The port 8123 is in use." in told
    assert re.search(r"Learners cannot get to their homes: other accounts cannot enter /\S+\. Put the project", told)


def test_folders_that_are_still_to_be_made_are_no_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    free(monkeypatch)
    monkeypatch.setattr(main, "shut", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    assert main.in_the_way(Settings(("T",), (), "heron-lake", folder=Path("/not/there/yet")), apart=True) == []


def test_it_tells_whether_the_computer_is_large_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 4 * 2**30 // 4096}
    monkeypatch.setattr(os, "sysconf", sizes.get)
    few, many = (Settings(("T",), tuple(map(str, range(count))), "heron-lake") for count in (5, 30))
    assert main.about(few, apart=True)[0] == "5 learners. With all at work they need about 2.7 GB; here are 4.0 GB."
    assert "some 10 can work at once." in main.about(many, apart=True)[1]
    assert not any("at once" in line for line in main.about(few, apart=True))


def test_a_teacher_gets_a_password_once(places: Places) -> None:
    [line] = main.first_passwords(SETTINGS, places)
    first = line.rpartition(" ")[2]
    kept = Passwords(places.own / "passwords.json")
    assert kept.fit("ms-okafor", first)
    assert not kept.known("ada")
    assert main.first_passwords(SETTINGS, places) == []


def test_who_has_forgotten_a_password_is_let_choose_again(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = Passwords(file.parent / "state" / "hub" / "passwords.json")
    kept.file.parent.mkdir(parents=True)
    kept.keep("ada", "swimming birds")
    assert main.main(["forget", "ADA"]) == 0
    assert "ADA can choose a new password" in capsys.readouterr().out
    assert not kept.known("ada")
    assert main.main(["forget", "Ada"]) == 1
    assert "Ada has no password." in capsys.readouterr().err


def test_a_start_says_what_is_on_and_becomes_the_hub(
    file: Path, places: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    became: list[list[str]] = []
    free(monkeypatch)
    monkeypatch.setattr(os, "execv", lambda _, command: became.append(command))
    monkeypatch.setattr(os, "umask", lambda _: 0)
    monkeypatch.chdir(file.parent)
    trial = Settings(("Ms Okafor",), ("Ada",), "heron-lake", folder=places.folder, trial=True)
    assert main.start(trial, places) == 0
    assert became[0][1:4] == ["-m", "jupyterhub", "-f"]
    assert Path(became[0][4]).is_file()
    assert Path.cwd() == places.own
    said = capsys.readouterr().out
    assert "FOR A TRIAL" in said
    assert "The password of Ms Okafor, which is printed only now: " in said
    assert f"Hand-ins come to {places.exchange}" in said
