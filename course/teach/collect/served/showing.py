"""The page of a folder that is watched: the report as it is now, and a number that changes when it does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tornado.web import Application

from course.teach.collect.served.guarded import WITH_SCRIPT, Guarded, Icon, Nowhere, Written

if TYPE_CHECKING:
    from course.teach.collect.served.guarded import Guard
    from course.teach.collect.served.watching import Watch

WAITING = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Between the Lines</title><link rel="icon" href="data:,">
<meta http-equiv="refresh" content="2">
</head><body><main><h1>One moment</h1>
<p role="status">The folder is being read. This page goes on by itself.</p></main></body></html>
"""


class Live(Guarded):
    """The report as it is now."""

    watch: Watch
    rules = WITH_SCRIPT

    def get(self) -> None:
        """Answer with it."""
        self.finish(self.watch.html or WAITING)


class State(Guarded):
    """Which report is the newest: the page that is open asks for that again and again."""

    watch: Watch

    def get(self) -> None:
        """Answer with its number."""
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps({"version": self.watch.version}))


def application(guard: Guard, watch: Watch) -> Application:
    """Return the page of a folder that is watched."""
    needs = {"guard": guard, "watch": watch}
    return Application(
        [
            (r"/", Live, needs),
            (r"/favicon\.ico", Icon, {"guard": guard}),
            (r"/state", State, needs),
            (r"/(.+)", Written, {"guard": guard, "path": str(watch.out)}),
        ],
        default_handler_class=Nowhere,
        default_handler_args={"guard": guard},
        log_function=lambda _: None,
    )
