"""What the real JupyterHub is told; it is read by JupyterHub itself, with its own types."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hub import configuration
from hub.limits import has_systemd
from tests.hub.running import AS_ROOT, PROJECT, PYTHON, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())
ASK = """
import json, sys
from jupyterhub.app import JupyterHub
app = JupyterHub()
app.load_config_file(sys.argv[1])
made = {"app": app, "auth": app.authenticator_class(config=app.config), "spawner": app.spawner_class(config=app.config, user=None)}
made["proxy"] = app.proxy_class(config=app.config)
names = json.loads(sys.argv[2])
print(json.dumps({name: {each: getattr(made[name], each) for each in wanted} for name, wanted in names.items()}, default=list))
"""
WANTED = {
    "app": ["bind_url", "hub_ip", "concurrent_spawn_limit", "cleanup_servers", "services", "load_roles", "db_url",
            "cookie_secret_file", "ssl_cert", "template_paths", "template_vars"],
    "auth": ["allowed_users", "admin_users", "allow_all", "allow_existing_users", "request_otp", "word", "file"],
    "spawner": ["start_timeout", "http_timeout", "environment", "args", "mem_limit", "default_url", "program", "apart",
                "systemd", "megabytes", "cores", "folder"],
    "proxy": ["command", "pid_file"],
}  # fmt: skip


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """All that follows from the settings of a class."""
    folder = tmp_path_factory.mktemp("class")
    (folder / "class.toml").write_text(
        'teachers = ["Ms Okafor"]\nlearners = ["Ada", "Zoë M."]\nword = "heron-lake"\nport = 8123\nmemory = 700\n'
        'cores = 2\nidle = 30\nat_once = 9\nfolder = "state"\n',
        encoding="utf-8",
    )
    done = subprocess.run(
        [PYTHON, "-c", ASK, str(PROJECT / "hub" / "jupyterhub_config.py"), json.dumps(WANTED)],
        env={**os.environ, "COURSE_HUB": str(folder / "class.toml")}, cwd=folder,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return {**found, "folder": folder}


def test_who_is_on_the_list_comes_in_and_nobody_else(told: dict[str, Any]) -> None:
    auth = told["auth"]
    assert sorted(auth["allowed_users"]) == ["ada", "ms-okafor", "zoë-m"]
    assert auth["admin_users"] == ["ms-okafor"]
    assert (auth["allow_all"], auth["allow_existing_users"]) == (False, False)
    assert (auth["request_otp"], auth["word"]) == (True, "heron-lake")


def test_it_listens_where_it_is_told_and_its_own_part_on_this_computer_alone(told: dict[str, Any]) -> None:
    assert told["app"]["bind_url"].startswith("http://0.0.0.0:8123")
    assert told["app"]["hub_ip"] == "127.0.0.1"
    assert told["app"]["concurrent_spawn_limit"] == 9


def test_its_own_files_lie_where_nobody_else_can_read(told: dict[str, Any]) -> None:
    own = f"{told['folder']}/state/hub/"
    files = [told["app"]["db_url"].removeprefix("sqlite:///"), told["app"]["cookie_secret_file"], told["auth"]["file"],
             told["proxy"]["pid_file"]]  # fmt: skip
    assert [file for file in files if not file.startswith(own)] == []


def test_the_proxy_s_programs_are_there(told: dict[str, Any]) -> None:
    assert [part for part in told["proxy"]["command"] if not Path(part).is_file()] == []


def test_each_server_gets_time_limits_and_the_course_s_settings(told: dict[str, Any]) -> None:
    spawner = told["spawner"]
    assert (spawner["start_timeout"], spawner["http_timeout"]) == (180, 180)
    assert (spawner["mem_limit"], spawner["megabytes"], spawner["cores"]) == (700 * 2**20, 700, 2)
    assert (spawner["apart"], spawner["systemd"]) == (AS_ROOT, AS_ROOT and has_systemd())
    assert told["app"]["template_vars"] == ({} if AS_ROOT else {"announcement": configuration.SHARED})
    environment = spawner["environment"]
    assert environment["PLOTLY_RENDERER"] == "plotly_mimetype"
    assert {environment[name] for name in configuration.ONE_THREAD} == {"1"}
    assert f"--LabApp.app_settings_dir={PROJECT / 'course' / 'jupyter'}" in spawner["args"]
    assert spawner["default_url"] == "/doc/tree/notebooks/00_start_here.ipynb"
    assert spawner["program"][-1] == "hub.learner"
    packed = json.loads((PROJECT / "hub" / "server" / "jupyter_server_config.json").read_text(encoding="utf-8"))
    assert environment["JUPYTER_CONFIG_PATH"] == str(PROJECT / "hub" / "server")
    assert packed["ServerApp"]["websocket_compression_options"]["compression_level"] == 4


def test_servers_and_kernels_that_nobody_uses_are_stopped_and_the_culler_may_do_no_more(told: dict[str, Any]) -> None:
    [culler] = told["app"]["services"]
    assert shlex.join(culler["command"]).endswith("-m jupyterhub_idle_culler --timeout=1800 --cull-every=360")
    [role] = told["app"]["load_roles"]
    assert role["services"] == [culler["name"]]
    assert sorted(role["scopes"]) == ["delete:servers", "list:users", "read:servers", "read:users:activity"]
    assert "--MappingKernelManager.cull_idle_timeout=1800" in told["spawner"]["args"]
    assert "--ServerApp.shutdown_no_activity_timeout=3600" in told["spawner"]["args"]


def test_work_goes_on_while_the_hub_is_started_anew(told: dict[str, Any]) -> None:
    assert told["app"]["cleanup_servers"] is False
