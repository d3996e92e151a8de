"""A server a learner: with a home, a number and limits of its own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from jupyterhub.spawner import SimpleLocalProcessSpawner
from traitlets import Bool, Float, Integer, List, Unicode

from course.questions.exchange import VARIABLE as EXCHANGE
from hub.limits import Limits
from hub.places import Places

if TYPE_CHECKING:
    from collections.abc import Callable


class ClassSpawner(SimpleLocalProcessSpawner):  # type: ignore[misc] # JupyterHub comes without types
    """Starts the servers of a class."""

    folder = Unicode(help="Where homes and hand-ins are.").tag(config=True)
    apart = Bool(help="Whether each account has a number of its own.").tag(config=True)
    systemd = Bool(help="Whether systemd holds the limits.").tag(config=True)
    megabytes = Integer(help="What a learner may take of the memory.").tag(config=True)
    cores = Float(help="How many processor cores a learner may use.").tag(config=True)
    program = List(Unicode(), help="What is started, with the learner's rights.").tag(config=True)

    @property
    def places(self) -> Places:
        """Return the folders of the class."""
        return Places(Path(self.folder), self.apart)

    @property
    def limits(self) -> Limits:
        """Return what a learner may take."""
        return Limits(self.megabytes, self.cores)

    async def start(self) -> tuple[str, int]:
        """Make the learner's folders, and start the server with the learner's rights."""
        name = self.user.name
        number = self.places.make_for(name)
        self.home_dir = str(self.places.home(name))
        before = self.limits.before(name, number, teaching=self.user.admin, systemd=self.systemd) if self.apart else []
        self.cmd = [*before, *self.program]
        started: tuple[str, int] = await super().start()
        return started

    def make_preexec_fn(self, name: str) -> Callable[[], None]:
        """Return what the new process does before it becomes the learner's."""
        return self.limits.begin(self.places.home(name), systemd=self.systemd)

    def user_env(self, env: dict[str, Any]) -> dict[str, Any]:
        """Return the environment of a learner: home, and where hand-ins go to."""
        return {**super().user_env(env), EXCHANGE: str(self.places.handed_in(self.user.name))}
