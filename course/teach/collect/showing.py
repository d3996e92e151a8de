"""The page of a folder that is watched: the report as it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tornado.web import Application

from course.teach.collect.guarded import WITH_SCRIPT, Guarded, Icon, Nowhere, Written

if TYPE_CHECKING:
    from course.teach.collect.guarded import Guard
    from course.teach.collect.watching import Watch

WAITING = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Between the Lines</title><link rel="icon" href="data:,">
<meta http-equiv="refresh" content="2">
</head><body><main><h1>One moment</h1>
<p role="status">The folder is being read. This page goes on by itself.</p></main></body></html>
"""


class Live(Guarded):
    """The report as it is now; the page that is open asks for it again and again."""

    watch: Watch
    rules = WITH_SCRIPT

    def get(self) -> None:
        """Answer with it."""
        self.finish(self.watch.html or WAITING)


def application(guard: Guard, watch: Watch) -> Application:
    """Return the page of a folder that is watched."""
    needs = {"guard": guard, "watch": watch}
    return Application(
        [
            (r"/", Live, needs),
            (r"/favicon\.ico", Icon, {"guard": guard}),
            (r"/(.+)", Written, {"guard": guard, "path": str(watch.out)}),
        ],
        default_handler_class=Nowhere,
        default_handler_args={"guard": guard},
        log_function=lambda _: None,
    )
