"""The page that a class's files are dropped onto: takes them, has them collected, and hands over what came of it."""

from __future__ import annotations

import json
import shutil
import zipfile
from asyncio import to_thread
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tornado.iostream import StreamClosedError
from tornado.web import Application, stream_request_body

from course.page.html import STYLESHEET
from course.teach.collect.guarded import Guarded, Icon, Nowhere, Written
from course.teach.collect.job import Job
from course.teach.collect.uploads import LARGEST, LARGEST_ZIP, NotTakenError, Uploads

if TYPE_CHECKING:
    from course.teach.collect.guarded import Guard
    from course.teach.collect.job import Collect
    from course.teach.collect.uploads import Arriving

HERE = Path(__file__).parent
FILES = {
    "": ("text/html", (HERE / "drop.html",)),
    "drop.css": ("text/css", (STYLESHEET, HERE / "drop.css")),
    "drop.js": ("text/javascript", (HERE / "drop_files.js", HERE / "drop.js")),
}
"""The page and its files; the looks are those of all the course's pages, and what this page has on top."""
ZIP = "between-the-lines-collected.zip"
CHUNK = 2**20
MILLISECONDS = 1000
MOST_REFUSED = 500
BUSY = "The files are being collected. Wait until that is done, or press Stop."
NOTHING = "There is nothing to collect yet."


@dataclass
class Desk:
    """What is dropped, and what came of it.

    Attributes
    ----------
    own
        Where the report and the tables go, if the teacher has said so; else they are in the folder of the run.
    """

    root: Path
    collect: Collect
    own: Path | None = None
    uploads: Uploads = field(init=False)
    job: Job | None = None

    def __post_init__(self) -> None:
        """Make the folder for what is dropped."""
        self.uploads = Uploads(self.root)

    @property
    def out(self) -> Path:
        """Return where the report and the tables go."""
        return self.own or self.root / "collected"

    @property
    def busy(self) -> bool:
        """Return whether files are being collected."""
        return self.job is not None and self.job.runs

    def start(self) -> None:
        """Collect what is there."""
        self.job = Job(self.collect, self.uploads.files, self.out)
        self.job.start()

    async def clear(self) -> None:
        """Take away what was dropped and what came of it; a folder that the teacher has named stays."""
        if self.job:
            await self.job.end()
        self.job = None
        self.uploads.empty()
        (self.root / ZIP).unlink(missing_ok=True)
        if not self.own:
            shutil.rmtree(self.out, ignore_errors=True)

    async def close(self) -> None:
        """End what runs."""
        if self.job:
            await self.job.end()

    def state(self) -> dict[str, Any]:
        """Return what the page has to know."""
        job, uploads = self.job, self.uploads
        said: dict[str, Any] = {"stage": "empty", "files": uploads.count, "own": str(self.own or ""), "busy": self.busy}
        if job is None:
            said["stage"] = "dropped" if uploads.count else "empty"
        elif job.runs:
            said |= {"stage": "busy", "done": job.done, "of": job.of}
        elif job.result is None:
            said |= {"stage": "stopped" if job.stopped else "failed", "said": job.said}
        else:
            report = job.result.report
            refused = [[told.place, told.sentence] for told in report.refused[:MOST_REFUSED]]
            said |= {"stage": "done", "learners": report.learners, "read": report.read, "found": report.files}
            said |= {"refused": refused, "missing": len(report.missing), "lines": list(job.result.lines)}
        return said

    def zip_all(self) -> Path:
        """Lay all that was written into one zip file, and return that."""
        place = self.root / ZIP
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as made:
            for path in sorted(self.out.rglob("*")):
                inside = path.relative_to(self.out)
                if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                    made.write(path, Path("collected") / inside)
        return place


class OfDesk(Guarded):
    """What the page asks."""

    desk: Desk

    def say(self, said: dict[str, Any], status: int = HTTPStatus.OK) -> None:
        """Answer with data."""
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(said))


class Page(OfDesk):
    """The page itself, its looks and its script."""

    def get(self, name: str) -> None:
        """Answer with one of them."""
        kind, places = FILES[name]
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.finish("\n".join(place.read_text(encoding="utf-8") for place in places))


class State(OfDesk):
    """How things are."""

    def get(self) -> None:
        """Answer with that."""
        limits = {"zip": LARGEST_ZIP, "other": LARGEST}
        self.say({**self.desk.state(), "limits": limits})


@stream_request_body
class File(OfDesk):
    """A file that is dropped: its bytes as they are; its path and its date stand in the address."""

    arriving: Arriving | None = None
    refused = ""

    def prepare(self) -> None:
        """Check who sends it and whether it can be taken, before any of it comes."""
        super().prepare()
        if self._finished:
            return
        self.request.connection.set_max_body_size(2 * LARGEST_ZIP)  # type: ignore[union-attr]
        try:
            if self.desk.busy:
                raise NotTakenError(BUSY)  # noqa: TRY301 - said as the others are
            path = self.get_query_argument("path", "", strip=False)
            self.arriving = self.desk.uploads.begin(path, int(self.request.headers.get("Content-Length", 0)))
        except NotTakenError as error:
            self.refused = str(error)

    def data_received(self, chunk: bytes) -> None:
        """Write some of it; what is not taken is passed over, so that the browser hears why."""
        if self.arriving:
            try:
                self.arriving.write(chunk)
            except NotTakenError as error:
                self.refused = str(error)
                self.drop()

    def put(self) -> None:
        """Keep it, now that it is whole."""
        if self.arriving:
            try:
                self.desk.uploads.keep(self.arriving, self.changed())
            except NotTakenError as error:
                self.refused = str(error)
            self.arriving = None
        self.say({"said": self.refused, "files": self.desk.uploads.count})

    def changed(self) -> float | None:
        """Return when it was changed, in seconds, as the browser says."""
        try:
            return float(self.get_query_argument("changed", "")) / MILLISECONDS
        except ValueError:
            return None

    def on_connection_close(self) -> None:
        """Take away the part of a file whose rest does not come."""
        self.drop()

    def on_finish(self) -> None:
        """Take it away where something has failed, too."""
        self.drop()

    def drop(self) -> None:
        """Take away what there is of it."""
        if self.arriving:
            self.arriving.forget()
            self.arriving = None


class Do(OfDesk):
    """What a button does."""

    async def post(self, what: str) -> None:
        """Do it, and say how things are then."""
        desk = self.desk
        if what == "collect" and (desk.busy or not desk.uploads.count):
            self.say({"said": BUSY if desk.busy else NOTHING}, HTTPStatus.CONFLICT)
            return
        if what == "collect":
            desk.start()
        elif what == "stop" and desk.job:
            desk.job.stop()
        elif what == "anew":
            await desk.clear()
        self.say(desk.state())


class Everything(OfDesk):
    """All that was written, as one zip file."""

    async def get(self) -> None:
        """Make it, and send it piece by piece."""
        if self.desk.busy or self.desk.job is None or self.desk.job.result is None:
            self.say({"said": BUSY if self.desk.busy else NOTHING}, HTTPStatus.CONFLICT)
            return
        place = await to_thread(self.desk.zip_all)
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="{ZIP}"')
        self.set_header("Content-Length", str(place.stat().st_size))
        try:
            with place.open("rb") as file:
                while chunk := file.read(CHUNK):
                    self.write(chunk)
                    await self.flush()
        except StreamClosedError:
            return  # the browser wants no more of it
        finally:
            place.unlink(missing_ok=True)


def application(guard: Guard, desk: Desk) -> Application:
    """Return the page of a desk."""
    needs = {"guard": guard, "desk": desk}
    return Application(
        [
            (r"/(|drop\.css|drop\.js)", Page, needs),
            (r"/favicon\.ico", Icon, {"guard": guard}),
            (r"/state", State, needs),
            (r"/file", File, needs),
            (r"/(collect|stop|anew)", Do, needs),
            (r"/all\.zip", Everything, needs),
            (r"/out/(.*)", Written, {"guard": guard, "path": str(desk.out)}),
        ],
        default_handler_class=Nowhere,
        default_handler_args={"guard": guard},
        log_function=lambda _: None,
    )
