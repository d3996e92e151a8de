"""Signing in with a name of the class list and a password that is chosen at the first visit."""

from __future__ import annotations

import asyncio
import hmac
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyterhub.auth import Authenticator
from tornado.web import HTTPError
from traitlets import Unicode

from hub.names import account
from hub.passwords import Passwords

if TYPE_CHECKING:
    from jupyterhub.orm import User
    from tornado.web import RequestHandler

NOT_HERE = "That name is not on the list of this class. Write it as it is there."
NO_FIT = "The password does not fit the name. Have you forgotten it? Your teacher can let you choose a new one."
NO_WORD = "This is your first visit: write the word of your class too. Your teacher knows it."
TEACHER = "A teacher's first password is printed where the hub was started."
SECONDS = 1.0
"""How long who guesses has to wait."""


class ClassAuthenticator(Authenticator):  # type: ignore[misc] # JupyterHub comes without types
    """The sign-in of a class."""

    file = Unicode(help="Where the passwords are kept.").tag(config=True)
    word = Unicode(help="What learners have to know at their first visit.").tag(config=True)

    def normalize_username(self, username: str) -> str:
        """Return the account of a name, however it is typed."""
        return account(username)

    async def authenticate(self, handler: RequestHandler, data: dict[str, str]) -> str | None:  # noqa: ARG002 - JupyterHub's own
        """Return the account, or say why nobody comes in.

        Raises
        ------
        HTTPError
            The name is not on the list, or the password or the word does not fit.
        """
        name, password = account(data["username"]), data["password"]
        kept = Passwords(Path(self.file))
        if name not in self.allowed_users | self.admin_users:
            await self._refuse(NOT_HERE)
        elif kept.known(name):
            if not await asyncio.to_thread(kept.fit, name, password):
                await self._refuse(NO_FIT)
        elif name in self.admin_users:
            await self._refuse(TEACHER)
        elif not hmac.compare_digest(data.get("otp", "").strip().encode(), self.word.encode()):
            await self._refuse(NO_WORD)
        else:
            try:
                kept.keep(name, password)
            except ValueError as error:
                raise HTTPError(HTTPStatus.FORBIDDEN, str(error)) from None
        return name

    async def _refuse(self, said: str) -> None:
        await asyncio.sleep(SECONDS)
        raise HTTPError(HTTPStatus.FORBIDDEN, said)

    def delete_user(self, user: User) -> None:
        """Let who was deleted on the teacher's page choose a new password; the home stays."""
        Passwords(Path(self.file)).forget(user.name)

    def get_handlers(self, app: Any) -> list[Any]:  # noqa: ANN401, ARG002 - JupyterHub's own
        """Return that there are no pages beyond JupyterHub's own."""
        return []
