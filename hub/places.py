"""The folders of a class, and who may do what in them.

Each account has a number of its own, as users of the system have; none of them is a user of the system. Homes are shut
to all others. In the folder of hand-ins each learner has a folder that the teachers can read and no learner else.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

TEACHERS = 70_000
"""The number of the group of the teachers; accounts have the numbers above it, which no system gives to its users."""


@dataclass(frozen=True)
class Places:
    """The folders of a class.

    Attributes
    ----------
    folder
        What all of them are in.
    apart
        Whether each account has a number of its own; only root can give it one.
    """

    folder: Path
    apart: bool

    @property
    def own(self) -> Path:
        """Return the folder of the hub's own files."""
        return self.folder / "hub"

    @property
    def exchange(self) -> Path:
        """Return the folder of hand-ins."""
        return self.folder / "exchange"

    def home(self, account: str) -> Path:
        """Return the home of an account."""
        return self.folder / "homes" / account

    def handed_in(self, account: str) -> Path:
        """Return the folder of an account's hand-ins."""
        return self.exchange / account

    def make(self) -> None:
        """Make the folders that all share."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(0o711)
        for place, mode in ((self.own, 0o700), (self.folder / "homes", 0o711), (self.exchange, 0o751)):
            place.mkdir(exist_ok=True)
            place.chmod(mode)
        if self.apart:
            os.chown(self.exchange, 0, TEACHERS)

    def number(self, account: str) -> int:
        """Return the number of an account: that of its folders, or the next one that is free."""
        taken = [_owner(place) for above in ("homes", "exchange") for place in (self.folder / above).iterdir()]
        mine = [_owner(place) for place in (self.home(account), self.handed_in(account))]
        return next((number for number in mine if number > TEACHERS), max(TEACHERS, *taken, TEACHERS) + 1)

    def make_for(self, account: str) -> int:
        """Make the folders of an account; return its number, or that of this process where all share one.

        Raises
        ------
        OSError
            Something that is no folder is in their place.
        """
        number = self.number(account) if self.apart else os.getuid()
        for place, mode in ((self.home(account), 0o700), (self.handed_in(account), 0o2750)):
            place.mkdir(exist_ok=True)
            if place.is_symlink():
                message = f"{place} is a link to another place."
                raise NotADirectoryError(message)
            if self.apart:
                # What comes back from a backup may belong to root.
                _give(place, number, TEACHERS if place.parent == self.exchange else number)
            place.chmod(mode)
        return number


def _owner(place: Path) -> int:
    try:
        return place.lstat().st_uid
    except FileNotFoundError:
        return 0


def _give(folder: Path, number: int, group: int) -> None:
    """Give a folder to an account, with all in it that is not the account's; no link is followed."""
    if _owner(folder) != number:
        for above, folders, files in os.walk(folder):
            for name in (*folders, *files):
                os.chown(Path(above, name), number, group, follow_symlinks=False)
    os.chown(folder, number, group, follow_symlinks=False)
