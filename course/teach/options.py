"""What several commands ask for in the same way."""

from __future__ import annotations

from pathlib import Path

import click

FOLDER = click.Path(path_type=Path)
"""A file or a folder, which need not be there."""
LESSONS = click.argument("only", metavar="[NUMBER]...", nargs=-1)
"""Numbers of notebooks, such as 03; none stands for all."""
