"""JupyterHub's configuration for a class; all that can be set stands in `class.toml`."""

from hub.configuration import configure
from hub.settings import place, read

configure(get_config(), read(place()))  # type: ignore[name-defined]  # noqa: F821 - JupyterHub's own
