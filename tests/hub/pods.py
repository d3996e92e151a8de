"""Print the pods that KubeSpawner makes of hub/values.yaml, as JSON: for a Python that has `jupyterhub-kubespawner`.

It hands the values over as the chart's own configuration does; no cluster is asked. `COURSE_KUBESPAWNER` names the
Python that runs it in the tests.
"""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import yaml
from kubespawner import KubeSpawner
from kubespawner import spawner as asking
from traitlets.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

VALUES = Path(__file__).parents[2] / "hub" / "values.yaml"


def asked(values: dict[str, Any]) -> Callable[[str], Any]:
    """Return the chart's `get_config`: a value by the names on the way to it."""

    def get_config(name: str) -> Any:
        found: Any = values
        for part in name.split("."):
            found = found[part]
        return found

    return get_config


def configured(values: dict[str, Any]) -> Config:
    """Return the configuration that the chart makes of the values, as far as it matters to a pod."""
    learner, storage = values["singleuser"], values["singleuser"]["storage"]
    c = Config()
    c.KubeSpawner.update(
        {
            "image": f"{learner['image']['name']}:{learner['image']['tag']}",
            "cmd": learner["cmd"],
            "environment": learner["extraEnv"],
            "init_containers": learner["initContainers"],
            "mem_guarantee": learner["memory"]["guarantee"],
            "mem_limit": learner["memory"]["limit"],
            "cpu_guarantee": learner["cpu"]["guarantee"],
            "cpu_limit": learner["cpu"]["limit"],
            "uid": 1000,
            "fs_gid": 100,
            "volumes": {"home": {"name": "home", "persistentVolumeClaim": {"claimName": storage["static"]["pvcName"]}}},
            "volume_mounts": {
                "home": {"name": "home", "mountPath": "/home/jovyan", "subPath": storage["static"]["subPath"]},
                **storage["extraVolumeMounts"],
            },
            **values["hub"]["config"]["KubeSpawner"],
        }
    )
    for code in values["hub"]["extraConfig"].values():
        exec(code, {"c": c, "get_config": asked(values)})  # noqa: S102 - our own, as the chart does it
    return c


async def pod(name: str, profile: str, config: Config) -> dict[str, Any]:
    """Return the pod of a user who asks for a profile, what they are asked before, or why they are refused."""
    user = SimpleNamespace(
        name=name, id=1, url=f"/user/{name}/", escaped_name=name, server=None, settings={}, groups=[]
    )
    hub = SimpleNamespace(
        public_host="", base_url="/hub/", server=SimpleNamespace(base_url="/"), url="http://hub", api_url=""
    )
    spawner = KubeSpawner(_mock=True, user=user, hub=hub, config=config, oauth_client_id="", api_token="")
    form = await spawner.get_options_form()
    spawner.user_options = {"profile": profile} if profile else {}
    try:
        await spawner.load_user_options()
    except ValueError as error:
        return {"form": form, "refused": str(error)}
    return {"form": form, "spec": (await spawner.get_pod_manifest()).to_dict()["spec"]}


async def main() -> None:
    """Print the pod of each user and profile that is asked for, such as `ada:teacher`."""
    asking.load_config = lambda *_, **__: None  # there is no cluster to ask
    config = configured(yaml.safe_load(VALUES.read_text(encoding="utf-8")))
    made = [await pod(name, profile, config) for name, _, profile in (who.rpartition(":") for who in sys.argv[1:])]
    print(json.dumps(made, default=str))  # noqa: T201 - it is what the tests read


if __name__ == "__main__":
    asyncio.run(main())
