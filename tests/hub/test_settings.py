"""The settings of a class: what is left out has a value that works, and all that is not right is told at once."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from hub import settings
from hub.settings import Settings, SettingsError, read

GOOD = 'teachers = ["Ms Okafor"]\nlearners = ["Ada", "Ben"]\nword = "heron-lake"\n'


def written(folder: Path, text: str) -> Path:
    file = folder / "class.toml"
    file.write_text(text, encoding="utf-8")
    return file


def lines(folder: Path, text: str) -> list[str]:
    """What is said of a file."""
    with pytest.raises(SettingsError) as caught:
        read(written(folder, text))
    return str(caught.value).splitlines()


def test_three_settings_are_enough(tmp_path: Path) -> None:
    found = read(written(tmp_path, GOOD))
    assert found == Settings(("Ms Okafor",), ("Ada", "Ben"), "heron-lake")
    assert found.accounts == {"ms-okafor": "Ms Okafor", "ada": "Ada", "ben": "Ben"}
    assert found.teaching == {"ms-okafor"}


def test_all_can_be_set_and_places_are_those_beside_the_file(tmp_path: Path) -> None:
    for name in ("hub.crt", "hub.key"):
        (tmp_path / name).touch()
    more = 'address = "10.0.0.7"\nport = 443\nmemory = 2048\ncores = 2\nidle = 30\nat_once = 9\nfolder = "of-7b"\n'
    found = read(written(tmp_path, f'{GOOD}{more}certificate = "hub.crt"\nkey = "hub.key"\ntrial = true\n'))
    assert (found.address, found.port, found.memory, found.cores) == ("10.0.0.7", 443, 2048, 2)
    assert (found.idle, found.at_once, found.trial) == (30, 9, True)
    assert found.folder == tmp_path / "of-7b"
    assert (found.certificate, found.key) == (str(tmp_path / "hub.crt"), str(tmp_path / "hub.key"))


def test_the_example_is_right_but_for_the_word_that_each_class_has_to_choose(tmp_path: Path) -> None:
    example = (settings.HERE / "class.example.toml").read_text(encoding="utf-8")
    [said] = lines(tmp_path, example)
    assert "word has 0 letters" in said
    found = read(written(tmp_path, example.replace('word = ""', 'word = "heron-lake"').replace("# trial", "trial")))
    assert found == Settings(("Ms Example",), ("Ada", "Ben"), "heron-lake", trial=True), "it shows what is so anyway"


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('lerners = ["Cy"]', "there is no setting 'lerners'. Did you mean 'learners'?"),
        ('port = "8000"', "port is '8000', and has to be a whole number."),
        ("port = true", "port is True, and has to be a whole number."),
        ("port = 70000", "port is 70000, and can be at most 65535."),
        ("memory = 100", "memory is 100, and has to be at least 512."),
        ("cores = 0", "cores is 0, and has to be more than 0."),
        ('cores = "2"', "cores is '2', and has to be a number."),
        ('trial = "yes"', "trial is 'yes', and has to be true or false."),
        ("idle = 1", "idle is 1, and has to be at least 5."),
        ('certificate = "hub.crt"', "https needs both, certificate and key."),
    ],
)
def test_what_is_not_right_is_told_with_what_would_be(tmp_path: Path, more: str, said: str) -> None:
    assert f"class.toml: {said}" in lines(tmp_path, f"{GOOD}{more}\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Ben"', '"ada "', "'ada ' and 'Ada' would be one account, ada. Add something to one of them."),
        ('"Ben"', '"ms okafor"', "'ms okafor' and 'Ms Okafor' would be one account, ms-okafor."),
        ('"Ben"', '"?!"', "'?!' has no letter and no digit: nobody can sign in with it."),
        ('"Ben"', "7", "learners: each name stands between quotation marks."),
        ('["Ms Okafor"]', "[]", "teachers is empty. Who looks after this class?"),
        ('["Ms Okafor"]', '"Ms Okafor"', "teachers is 'Ms Okafor', and has to be a list of names."),
        ("heron-lake", "abc", "word has 3 letters. Choose one of at least 6, hard to guess."),
        ('word = "heron-lake"', "", "word is missing."),
    ],
)
def test_names_that_meet_and_words_that_are_too_short_are_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert any(line.startswith(f"class.toml: {said}") for line in lines(tmp_path, GOOD.replace(old, new)))


def test_everything_is_told_at_once(tmp_path: Path) -> None:
    assert len(lines(tmp_path, 'teachers = 1\nport = 0\nwort = "x"\n')) == 5


def test_a_file_that_is_missing_or_no_toml_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"nowhere\.toml could not be read: .* `make hub` lays one to fill in"):
        read(tmp_path / "nowhere.toml")
    [said] = lines(tmp_path, "teachers = Ms Okafor\n")
    assert said.startswith("class.toml is not TOML: ")
    assert "between quotation marks" in said


def test_a_certificate_that_is_not_there_is_told(tmp_path: Path) -> None:
    [said] = lines(tmp_path, f'{GOOD}certificate = "hub.crt"\nkey = "class.toml"\n')
    assert said == f"class.toml: certificate: there is no file {tmp_path / 'hub.crt'}."


def test_another_file_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.VARIABLE, raising=False)
    assert settings.place() == settings.HERE / "class.toml"
    monkeypatch.setenv(settings.VARIABLE, str(tmp_path / "of-8a.toml"))
    assert settings.place() == tmp_path / "of-8a.toml"
    assert isinstance(settings.place(), Path)


def test_the_page_tells_each_setting_with_what_it_is_where_nobody_sets_it() -> None:
    page = (settings.HERE.parent / "docs" / "hub.md").read_text(encoding="utf-8")
    part = page.partition("\n| setting | what it is |\n")[2].partition("\n\n")[0]
    told = {name: row for row in part.splitlines()[1:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert list(told) == [field.name for field in fields(Settings)]
    usual = {field.name: field.default for field in fields(Settings) if isinstance(field.default, int | float)}
    for name in usual.keys() - {"trial"}:
        assert re.search(rf"\b{usual[name]:.0f}\b", told[name]), name
