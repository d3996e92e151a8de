"""What JupyterHub is told: made of the settings of a class."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.jupyter import lab
from hub.limits import has_systemd
from hub.places import Places
from hub.proxy import command

if TYPE_CHECKING:
    from hub.settings import Settings

HERE = Path(__file__).parent
SECONDS = 180
"""How long a server may take to start: where a whole class comes at once, the last one waits a while."""
MINUTE = 60
CULL = "cull-idle"
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
SHARED = (
    "This is a trial: all who sign in here share one account of the computer. "
    "They can read and change each other's files."
)


def is_apart() -> bool:
    """Return whether each learner can have a number of its own: root alone can give it."""
    return os.geteuid() == 0


def configure(c: Any, settings: Settings) -> None:  # noqa: ANN401 - traitlets' own
    """Tell JupyterHub all that follows from the settings."""
    places = Places(settings.folder, is_apart())
    places.make()
    _hub(c, settings, places)
    _servers(c, settings, places)
    _culling(c, settings)


def _hub(c: Any, settings: Settings, places: Places) -> None:  # noqa: ANN401 - as above
    from hub.sign_in import ClassAuthenticator  # noqa: PLC0415 - what needs no JupyterHub can be used without

    secure = "https" if settings.certificate else "http"
    c.JupyterHub.bind_url = f"{secure}://{settings.address}:{settings.port}"
    c.JupyterHub.ssl_cert, c.JupyterHub.ssl_key = settings.certificate, settings.key
    c.JupyterHub.hub_ip = lab.HOST
    c.JupyterHub.db_url = f"sqlite:///{places.own / 'jupyterhub.sqlite'}"
    c.JupyterHub.cookie_secret_file = str(places.own / "cookie_secret")
    c.ConfigurableHTTPProxy.pid_file = str(places.own / "proxy.pid")
    c.ConfigurableHTTPProxy.command = command(Path(sys.prefix))
    c.JupyterHub.template_paths = [str(HERE / "templates")]
    c.JupyterHub.template_vars = {} if places.apart else {"announcement": SHARED}
    c.JupyterHub.concurrent_spawn_limit = settings.at_once
    c.JupyterHub.cleanup_servers = False  # who works goes on while the hub is started anew

    c.JupyterHub.authenticator_class = ClassAuthenticator
    c.ClassAuthenticator.file, c.ClassAuthenticator.word = str(places.own / "passwords.json"), settings.word
    c.Authenticator.allowed_users, c.Authenticator.admin_users = set(settings.accounts), settings.teaching
    c.Authenticator.allow_existing_users = False  # who is taken from the list stays outside
    c.Authenticator.request_otp = True
    c.Authenticator.otp_prompt = "The word of your class (at your first visit only):"


def _servers(c: Any, settings: Settings, places: Places) -> None:  # noqa: ANN401 - as above
    from hub.spawner import ClassSpawner  # noqa: PLC0415 - as above

    c.JupyterHub.spawner_class = ClassSpawner
    c.ClassSpawner.folder, c.ClassSpawner.apart = str(settings.folder), places.apart
    c.ClassSpawner.systemd = places.apart and has_systemd()
    c.ClassSpawner.megabytes, c.ClassSpawner.cores = settings.memory, settings.cores
    c.ClassSpawner.program = [sys.executable, "-P", "-m", "hub.learner"]
    c.Spawner.mem_limit = f"{settings.memory}M"
    c.Spawner.start_timeout = c.Spawner.http_timeout = SECONDS
    c.Spawner.default_url = f"/doc/tree/notebooks/{lab.FIRST}"
    c.Spawner.environment = {
        "JUPYTER_CONFIG_PATH": str(HERE / "server"),
        "PATH": f"{sys.prefix}/bin:{os.environ.get('PATH', os.defpath)}",
        "PLOTLY_RENDERER": "plotly_mimetype",
        **dict.fromkeys(ONE_THREAD, "1"),
    }
    idle = settings.idle * MINUTE
    c.Spawner.args = [
        f"--LabApp.app_settings_dir={Path(lab.__file__).parent}",
        f"--MappingKernelManager.cull_idle_timeout={idle}",
        # If the hub is gone for good, a server that nobody uses ends itself.
        f"--ServerApp.shutdown_no_activity_timeout={2 * idle}",
    ]


def _culling(c: Any, settings: Settings) -> None:  # noqa: ANN401 - as above
    seconds = settings.idle * MINUTE
    command = [sys.executable, "-m", "jupyterhub_idle_culler", f"--timeout={seconds}", f"--cull-every={seconds // 5}"]
    c.JupyterHub.services = [{"name": CULL, "command": command}]
    scopes = ["list:users", "read:users:activity", "read:servers", "delete:servers"]
    c.JupyterHub.load_roles = [{"name": CULL, "services": [CULL], "scopes": scopes}]
