"""The values for Kubernetes: whole, in step with binder/ and with what was measured, and nobody reads another's work."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from course.jupyter import lab
from tests.hub import sizes

PROJECT = Path(__file__).parents[2]
HUB = PROJECT / "hub"
PAGE = (PROJECT / "docs" / "hub.md").read_text(encoding="utf-8")
SCHEMA = "COURSE_Z2JH_SCHEMA"
FILES = ["values.yaml", "values-large.yaml"]
TOP = {"custom", "hub", "proxy", "singleuser", "scheduling", "prePuller", "cull", "ingress", "imagePullSecret", "debug"}
"""Names at the top of the chart's values that can be of use here: it refuses all that it does not know."""
MEGA = {"M": 1, "G": 1024, "Mi": 1, "Gi": 1024}


def read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((HUB / name).read_text(encoding="utf-8"))
    return content


def merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """What helm makes of two files: tables are merged, all else is replaced."""
    both = {
        name: merged(below[name], value) if isinstance(value, dict) and isinstance(below.get(name), dict) else value
        for name, value in above.items()
    }
    return {**below, **both}


VALUES = read("values.yaml")
LARGE = merged(VALUES, read("values-large.yaml"))
LEARNER = VALUES["singleuser"]
STORAGE = LEARNER["storage"]
[CLAIM, JOB] = yaml.safe_load_all((HUB / "storage.yaml").read_text(encoding="utf-8"))


def megabytes(size: str) -> int:
    number, unit = re.fullmatch(r"(\d+)([A-Za-z]+)", size).groups()  # type: ignore[union-attr]
    return int(number) * MEGA[unit]


def partial(schema: Any) -> Any:
    """A schema for a part of the values: helm adds the chart's own before it looks at what has to be there."""
    if isinstance(schema, list):
        return [partial(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    whole = isinstance(schema.get("required"), list) and "properties" in schema
    return {name: partial(each) for name, each in schema.items() if not (whole and name == "required")}


def faults(schema: Any, values: dict[str, Any]) -> list[str]:
    return [error.message for error in Draft7Validator(partial(schema)).iter_errors(values)]


@pytest.fixture(scope="module")
def schema() -> Any:
    """The schema of the chart, which is not ours to keep here."""
    if not os.environ.get(SCHEMA):
        pytest.skip(f"{SCHEMA} names no values.schema.yaml of the chart jupyterhub")
    return yaml.safe_load(Path(os.environ[SCHEMA]).read_text(encoding="utf-8"))


@pytest.mark.parametrize("values", [VALUES, LARGE], ids=FILES)
def test_the_chart_takes_them(values: dict[str, Any], schema: Any) -> None:
    assert faults(schema, values) == []


@pytest.mark.parametrize(
    ("off", "said"),
    [
        ({"singeluser": {}}, "singeluser"),
        ({"hub": {"db": {"type": "sqlite"}}}, "sqlite"),
        ({"singleuser": {"memory": {"garantee": "1G"}}}, "garantee"),
    ],
)
def test_the_chart_refuses_a_slip(off: dict[str, Any], said: str, schema: Any) -> None:
    [fault] = faults(schema, merged(VALUES, off))
    assert said in fault


def test_what_a_part_has_to_hold_is_asked_of_the_whole_alone() -> None:
    whole = {"required": ["a"], "properties": {"a": {"type": "string"}, "required": {"type": "boolean"}}}
    assert faults(whole, {"required": True}) == []
    assert faults(whole, {"required": "yes", "a": 1}) != []
    one_of = {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
    assert faults(one_of, {"a": 1}) == []
    assert faults(one_of, {"a": 1, "b": 2}) != [], "a choice stays one"


@pytest.mark.parametrize("name", FILES)
def test_the_names_at_the_top_are_the_charts(name: str) -> None:
    assert read(name).keys() <= TOP


def test_the_large_file_changes_only_what_the_other_one_says() -> None:
    assert read("values-large.yaml").keys() <= VALUES.keys()
    assert LARGE["hub"]["db"]["type"] == "postgres"
    assert LARGE["hub"]["extraConfig"] == VALUES["hub"]["extraConfig"]


def test_each_container_runs_the_same_version_of_the_course() -> None:
    version = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    image = LEARNER["image"]
    assert image["tag"] == version
    [folders] = JOB["spec"]["template"]["spec"]["containers"]
    [before] = LEARNER["initContainers"]
    for each in (folders, before):
        assert each["image"] == f"{image['name']}:{version}"
    assert f"--image-name {image['name']}:{version}" in PAGE


def test_figures_are_drawn_as_on_binder() -> None:
    [renderer] = re.findall(r"export PLOTLY_RENDERER=(\w+)", (PROJECT / "binder" / "start").read_text(encoding="utf-8"))
    assert LEARNER["extraEnv"]["PLOTLY_RENDERER"] == renderer
    assert {LEARNER["extraEnv"][f"{name}_NUM_THREADS"] for name in ("OMP", "OPENBLAS")} == {"1"}


def test_the_home_of_a_learner_hides_nothing_of_the_course() -> None:
    [built] = re.findall(r"--target-repo-dir (\S+)", PAGE)
    home = VALUES["hub"]["config"]["KubeSpawner"]["notebook_dir"]
    assert not built.startswith(home), "the volume lies over it"
    assert LEARNER["defaultUrl"] == f"/lab/tree/notebooks/{lab.FIRST}"


@pytest.mark.skipif(not shutil.which("bash"), reason="a shell of Linux runs it")
@pytest.mark.parametrize("python", ["python", "broken"])
def test_notebooks_are_laid_before_the_server_starts_and_it_starts_without_them_too(
    tmp_path: Path, python: str
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    server = programs / "jupyterhub-singleuser"
    server.write_text('#!/bin/sh\npwd\nls notebooks 2>/dev/null\necho "$@"\n', encoding="utf-8")
    stand_in = programs / "python"
    stand_in.write_text(
        f'#!/bin/sh\nexec {shutil.which("python") if python == "python" else "false"} "$@"\n', encoding="utf-8"
    )
    for each in (server, stand_in):
        each.chmod(0o755)
    home = tmp_path / "a home"
    home.mkdir()
    given = {
        **os.environ,
        "HOME": str(home),
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(PROJECT),
    }
    done = subprocess.run([*LEARNER["cmd"], "--a", "b c"], env=given, capture_output=True, encoding="utf-8", check=True)
    place, *laid, arguments = done.stdout.splitlines()
    assert place == str(home)
    assert arguments == "--a b c"
    assert (lab.FIRST in laid) == (python == "python")
    assert ("could not be laid" in done.stderr) == (python == "broken")


def test_what_goes_over_the_net_is_packed_as_on_one_server() -> None:
    one = json.loads((HUB / "server" / "jupyter_server_config.json").read_text(encoding="utf-8"))["ServerApp"]
    packed = LEARNER["extraFiles"]["packed"]
    assert packed["mountPath"].startswith("/etc/jupyter/jupyter_server_config.d/")
    assert packed["data"]["ServerApp"].items() <= one.items()


def test_the_numbers_are_those_that_were_measured() -> None:
    now = sizes.read()
    assert megabytes(LEARNER["memory"]["guarantee"]) == now.guaranteed_mb
    assert megabytes(LEARNER["memory"]["limit"]) == now.most_mb
    assert LEARNER["cpu"]["guarantee"] == now.cores_each
    assert VALUES["scheduling"]["userPlaceholder"]["replicas"] == now.on_a_node, "one node's worth of room"
    at_once = [VALUES["hub"]["concurrentSpawnLimit"]] * 2 + [LARGE["hub"]["concurrentSpawnLimit"]]
    assert list(sizes.CLASSES.values()) == at_once
    files = sizes.rows(now, max(sizes.CLASSES), 1)["the volume with all homes, GB"]
    assert megabytes(CLAIM["spec"]["resources"]["requests"]["storage"]) >= int(files) * 1024


def test_a_learner_has_folders_of_their_own_only_and_hands_in_where_the_course_puts_it() -> None:
    own = STORAGE["extraVolumeMounts"]
    mine = {STORAGE["static"]["subPath"], *(mount["subPath"] for mount in own.values())}
    assert all(re.fullmatch(r"[\w-]+/\{username\}", folder) for folder in mine)
    assert not any(mount.get("readOnly") for mount in own.values())
    assert LEARNER["extraEnv"]["COURSE_EXCHANGE"] == own["own-hand-ins"]["mountPath"]
    [before] = LEARNER["initContainers"]
    [whole] = before["volumeMounts"]
    assert before["command"][:2] == ["mkdir", "-p"], "no shell reads a learner's name"
    assert set(before["command"][2:]) == {f"{whole['mountPath']}/{folder}" for folder in mine}
    made = {Path(folder).name for folder in JOB["spec"]["template"]["spec"]["containers"][0]["command"][-2:]}
    assert made == {folder.partition("/")[0] for folder in mine}


def test_a_volume_for_all_is_mounted_by_many_nodes_and_is_one() -> None:
    assert CLAIM["spec"]["accessModes"] == ["ReadWriteMany"]
    [volume] = JOB["spec"]["template"]["spec"]["volumes"]
    names = {
        CLAIM["metadata"]["name"],
        volume["persistentVolumeClaim"]["claimName"],
        STORAGE["static"]["pvcName"],
    }
    assert len(names) == 1


def test_a_teacher_reads_all_that_is_handed_in_and_changes_none_of_it() -> None:
    [learner, teacher] = LEARNER["profileList"]
    assert "kubespawner_override" not in learner
    assert learner["default"]
    [(_, every)] = teacher["kubespawner_override"]["volume_mounts"].items()
    assert every["readOnly"]
    assert f"{every['subPath']}/{{username}}" == STORAGE["extraVolumeMounts"]["own-hand-ins"]["subPath"]
    assert every["mountPath"] in PAGE
    assert not every["mountPath"].startswith(LEARNER["extraEnv"]["COURSE_EXCHANGE"])


def test_only_a_teacher_is_offered_all_hand_ins() -> None:
    c = SimpleNamespace(Authenticator=SimpleNamespace(), KubeSpawner=SimpleNamespace())
    given = {"custom.teachers": ["Ms-Ito"], "singleuser.profileList": LEARNER["profileList"]}
    for code in VALUES["hub"]["extraConfig"].values():
        exec(code, {"c": c, "get_config": given.__getitem__})  # noqa: S102 - our own, as the chart does it
    offered = {
        name: [each["slug"] for each in c.KubeSpawner.profile_list(SimpleNamespace(user=SimpleNamespace(name=name)))]
        for name in ("ms-ito", "ms-ito2", "teacher")
    }
    assert offered == {"ms-ito": ["learner", "teacher"], "ms-ito2": ["learner"], "teacher": ["learner"]}
    assert c.Authenticator.admin_users == {"ms-ito"}


def test_nobody_looks_into_a_learners_server_and_it_asks_no_other_host() -> None:
    assert VALUES["hub"]["config"]["JupyterHub"]["admin_access"] is False
    policy = LEARNER["networkPolicy"]
    assert policy["enabled"]
    assert set(policy["egressAllowRules"].values()) == {False}


def test_who_is_away_keeps_their_work() -> None:
    for values in (VALUES, LARGE):
        assert values["cull"]["users"] is False
        told = int(values["singleuser"]["extraEnv"].get("JUPYTERHUB_ACTIVITY_INTERVAL", 300))
        assert values["cull"]["timeout"] > 2 * told, "a server that works is not taken for idle"
    idle = LEARNER["extraFiles"]["idle-kernels"]
    assert idle["data"]["MappingKernelManager"]["cull_connected"] is False
