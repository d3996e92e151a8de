"""The pods that KubeSpawner makes of the values: who has which folder. It is no part of the pins."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

PYTHON = "COURSE_KUBESPAWNER"
PROJECT = Path(__file__).parents[2]
WHO = ("ada:", "Ada:", "zoë/../ada:", "a;b $(c):", "ada:teacher", "a-teacher:teacher")


@pytest.fixture(scope="module")
def pods() -> dict[str, Any]:
    """The pod of each, or why there is none."""
    if not os.environ.get(PYTHON):
        pytest.skip(f"{PYTHON} names no Python that has jupyterhub-kubespawner")
    made = subprocess.run(
        [os.environ[PYTHON], "-m", "tests.hub.pods", *WHO],
        cwd=PROJECT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return dict(zip(WHO, json.loads(made.stdout), strict=True))


def folders(pod: dict[str, Any]) -> dict[str, tuple[str, bool]]:
    """Each place in the pod, with the folder of the volume that lies there, and whether it can be read only."""
    [container] = pod["spec"]["containers"]
    return {each["mount_path"]: (each["sub_path"], bool(each["read_only"])) for each in container["volume_mounts"]}


def test_a_learner_has_two_folders_of_their_own(pods: dict[str, Any]) -> None:
    assert folders(pods["ada:"]) == {"/home/jovyan": ("home/ada", False), "/exchange/own": ("hand-ins/ada", False)}


def test_no_name_leads_to_another_folder(pods: dict[str, Any]) -> None:
    names = {who: folders(pods[who])["/exchange/own"][0].removeprefix("hand-ins/") for who in WHO[:4]}
    assert len(set(names.values())) == 4
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-") for name in names.values())
    for who, name in names.items():
        [before] = pods[who]["spec"]["init_containers"]
        assert before["command"] == ["mkdir", "-p", f"/all/home/{name}", f"/all/hand-ins/{name}"]


def test_who_is_no_teacher_is_refused_what_only_teachers_get(pods: dict[str, Any]) -> None:
    assert "teacher" in pods["ada:teacher"]["refused"]
    assert "spec" not in pods["ada:teacher"]


def test_a_teacher_reads_all_hand_ins_beside_what_a_learner_has(pods: dict[str, Any]) -> None:
    assert folders(pods["a-teacher:teacher"]) == {
        "/home/jovyan": ("home/a-teacher", False),
        "/exchange/own": ("hand-ins/a-teacher", False),
        "/exchange/all": ("hand-ins", True),
    }


def test_only_who_can_choose_is_asked(pods: dict[str, Any]) -> None:
    assert pods["ada:"]["form"] == ""
    assert "/exchange/all" in pods["a-teacher:teacher"]["form"]


def test_the_image_starts_in_its_own_way(pods: dict[str, Any]) -> None:
    [container] = pods["ada:"]["spec"]["containers"]
    assert container["command"] is None, "binder/start comes first"
    assert container["args"][0] == "bash"
    assert container["resources"]["requests"]["memory"] == 384 * 1024**2
