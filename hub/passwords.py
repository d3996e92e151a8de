"""The passwords of a class: each learner chooses one at the first visit. Kept is what checks it, never the password."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from typing import TYPE_CHECKING

from course.files import write_in_one_step

if TYPE_CHECKING:
    from pathlib import Path

LEAST = 8
MOST = 200
TOO_SHORT = f"Choose a password of at least {LEAST} signs."
TOO_LONG = f"Choose a password of at most {MOST} signs."
COST = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
"""What makes a guess slow: some 50 milliseconds and 16 megabytes each."""
SALT = 16


class Passwords:
    """The passwords of all accounts, in one file that its owner alone can read."""

    def __init__(self, file: Path) -> None:
        """Keep them in a file."""
        self.file = file

    def known(self, account: str) -> bool:
        """Return whether somebody has chosen a password for an account."""
        return account in self._read()

    def fit(self, account: str, password: str) -> bool:
        """Return whether it is the password of an account."""
        kept = self._read().get(account, "")
        salt, _, wanted = kept.partition(":")
        made = _hashed(password, bytes.fromhex(salt))
        return bool(kept) and hmac.compare_digest(made, wanted)

    def keep(self, account: str, password: str) -> None:
        """Keep a password for an account.

        Raises
        ------
        ValueError
            It is too short or too long.
        """
        if not LEAST <= len(password) <= MOST:
            raise ValueError(TOO_SHORT if len(password) < LEAST else TOO_LONG)
        salt = secrets.token_bytes(SALT)
        self._write({**self._read(), account: f"{salt.hex()}:{_hashed(password, salt)}"})

    def forget(self, account: str) -> bool:
        """Let an account choose a new password; return whether it had one."""
        every = self._read()
        had = every.pop(account, None) is not None
        if had:
            self._write(every)
        return had

    def _read(self) -> dict[str, str]:
        try:
            found: dict[str, str] = json.loads(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        return found

    def _write(self, every: dict[str, str]) -> None:
        before = os.umask(0o077)
        try:
            write_in_one_step(self.file, json.dumps(every, ensure_ascii=False, indent=1))
        finally:
            os.umask(before)


def _hashed(password: str, salt: bytes) -> str:
    return hashlib.scrypt(password.encode("utf-8", "replace"), salt=salt, **COST).hex()
