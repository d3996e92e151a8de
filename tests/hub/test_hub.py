"""A morning at a real hub: learners sign in, work and hand in, apart from each other; the hub is started anew meanwhile."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

import pytest

from course.teach.collect import collecting
from course.teach.collect.served.job import Collector
from course.teach.collect.served.watching import Watch
from course.teach.collect.told import report
from hub.names import account
from hub.passwords import Passwords
from tests.hub.client import Learner, RefusedError
from tests.hub.running import AS_ROOT, COLLEAGUE, TEACHER, hub, password, why_not

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hub.client import Ran
    from tests.hub.running import Hub

pytestmark = [pytest.mark.skipif(bool(why_not()), reason=why_not()), pytest.mark.timeout(600)]
LESSON = "notebooks/03_how_many.ipynb"
NAMES = ["Ada", "Zoë M."]
LATE = "Олена Коваль"
"""Who is on the list, and does not come in."""
FORGOTTEN = "The password does not fit the name. Have you forgotten it? Your teacher can let you choose a new one."
ANSWERS = {"Ada": ["course.check('3.1', 4)", "course.check('3.2', 5)"], "Zoë M.": ["course.check('3.1', 6)"]}
LOOK = """
from pathlib import Path
for place in {places!r}:
    try:
        print("SEEN", sorted(Path(place).iterdir()))
    except PermissionError:
        print("SHUT", place)
"""
TAKE = "try:\n    print(len(bytearray(3 * 2**30)))\nexcept MemoryError:\n    print('TOO MUCH')"


@dataclass
class Morning:
    """What was seen.

    Attributes
    ----------
    ran
        What came of each learner's cells.
    refused
        What was said to who was not let in, by what was tried.
    watched
        The teacher's page, before anybody has handed in and after.
    """

    here: Hub
    ran: dict[str, Ran] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    after: dict[str, str] = field(default_factory=dict)
    watched: list[str] = field(default_factory=list)


async def _lesson(seen: Morning, out: Path) -> None:
    here = seen.here
    watch = Watch(here.places.exchange, out, Collector(collecting.collect, report.to_html), lambda _: None)
    await watch.once(time.monotonic())
    seen.watched.append(watch.html)
    learners = {name: Learner(here.address, name) for name in NAMES}
    teacher = Learner(here.address, TEACHER)
    await asyncio.gather(*(_works(seen, each) for each in learners.values()), teacher.sign_in(word=""))
    await _knocks(seen)
    for who, path in (
        (teacher, "/hub/admin"),
        (learners["Ada"], "/hub/admin"),
        (learners["Ada"], "/user/zoë-m/api/contents/"),
        (teacher, "/user/ada/api/contents/"),
    ):
        seen.pages[f"{who.name} {path}"] = (await who.ask("GET", path)).status_code
    for _ in range(3):
        await watch.once(time.monotonic() + 60)
    seen.watched.append(watch.html)
    await _forgets(seen, teacher, learners["Zoë M."])
    await _goes_on(seen, learners["Ada"])


async def _works(seen: Morning, learner: Learner) -> None:
    """Do a lesson, hand in, and look at what is none of one's own."""
    await learner.sign_in()
    await learner.start()
    places = [here for name in NAMES for here in _folders(seen.here, name)]
    more = [
        "mine = 'kept'",
        *ANSWERS[learner.name],
        f"print(course.hand_in({learner.name!r}))",
        TAKE,
        LOOK.format(places=places),
    ]
    seen.ran[learner.name] = await learner.run(LESSON, *more)


def _folders(here: Hub, name: str) -> list[str]:
    return [str(here.places.home(account(name))), str(here.places.handed_in(account(name)))]


async def _knocks(seen: Morning) -> None:
    """Try to come in where one should not."""
    tries = {
        "a stranger": (Learner(seen.here.address, "Mallory"), {}),
        "another password": (Learner(seen.here.address, "Ada"), {"secret": "what Ada has not chosen"}),
        "her name with a path around it": (
            Learner(seen.here.address, "../Ada/.."),
            {"secret": "what Ada has not chosen"},
        ),
        "a first visit without the word": (Learner(seen.here.address, LATE), {"word": ""}),
        "the place of a teacher": (Learner(seen.here.address, COLLEAGUE), {}),
        "a password that is too short": (Learner(seen.here.address, LATE), {"secret": "1234567"}),
    }

    async def knock(what: str, who: Learner, more: dict[str, str]) -> None:
        try:
            await who.sign_in(**more)
        except RefusedError as error:
            seen.refused[what] = str(error)

    await asyncio.gather(*(knock(what, who, more) for what, (who, more) in tries.items()))


async def _forgets(seen: Morning, teacher: Learner, learner: Learner) -> None:
    """Let a learner forget the password: the teacher deletes the account, and all that was done is there again."""
    seen.pages["deleted"] = (await teacher.ask("DELETE", f"/hub/api/users/{learner.account}")).status_code
    anew = Learner(seen.here.address, learner.name)
    await anew.sign_in(secret=f"not {password(learner.name)}")
    await anew.start()
    seen.pages["her lesson"] = (await anew.read(LESSON)).status_code


async def _goes_on(seen: Morning, learner: Learner) -> None:
    """Start the hub anew while a learner works."""
    kernel = (await learner.ask("GET", f"{learner.base}/api/kernels")).json()[0]["id"]
    before = seen.here.numbers("ada")
    seen.here.stop()
    assert seen.here.numbers("ada") == before, "the servers run on while there is no hub"
    seen.here.start()
    ran = await learner.execute(kernel, ["print(mine, len(course.load().troops))"])
    seen.after = {"printed": ran.printed, "same": str(seen.here.numbers("ada") == before)}


def a_lesson_runs_for_all_without_an_error(morning: Morning) -> None:
    assert {name: ran.errors for name, ran in morning.ran.items()} == {name: [] for name in NAMES}


def what_goes_over_the_net_is_packed_and_less_than_a_megabyte_a_learner(morning: Morning) -> None:
    for ran in morning.ran.values():
        assert 0 < ran.received_packed < ran.received / 2
        assert ran.sent_packed + ran.received_packed < 1_000_000


def hand_ins_come_to_the_teacher_and_the_learner_is_told(morning: Morning) -> None:
    assert (
        "2 answers of Ada written to hand-in-Ada.json. It is handed in: your teacher has it."
        in morning.ran["Ada"].printed
    )
    handed_in = sorted(place.name for place in morning.here.places.exchange.glob("*/*.json"))
    assert handed_in == ["hand-in-Ada.json", "hand-in-Zoë-M-29a3be.json"]


def the_teacher_s_report_renews_itself_with_what_has_come(morning: Morning) -> None:
    before, after = morning.watched
    assert "Ada" not in before
    assert "Ada" in after
    assert "Zoë M." in after


def a_learner_sees_the_own_folders_and_none_of_another(morning: Morning) -> None:
    for name, other in zip(NAMES, reversed(NAMES), strict=True):
        lines = morning.ran[name].printed.splitlines()
        shut = [f"SHUT {place}" for place in _folders(morning.here, other)] if AS_ROOT else []
        assert [line for line in lines if line.startswith("SHUT")] == shut
        assert sum(line.startswith("SEEN") for line in lines) == 4 - len(shut)


def a_learner_cannot_take_all_the_memory(morning: Morning) -> None:
    assert all("TOO MUCH" in ran.printed for ran in morning.ran.values())


def who_is_not_let_in_is_told_why(morning: Morning) -> None:
    assert morning.refused == {
        "a stranger": "That name is not on the list of this class. Write it as it is there.",
        "another password": FORGOTTEN,
        "her name with a path around it": FORGOTTEN,
        "a first visit without the word": (
            "This is your first visit: write the word of your class too. Your teacher knows it."
        ),
        "the place of a teacher": "A teacher&#39;s first password is printed where the hub was started.",
        "a password that is too short": "Choose a password of at least 8 signs.",
    }
    assert not Passwords(morning.here.places.own / "passwords.json").known(account(LATE))


def teachers_have_the_page_of_all_servers_and_learners_each_their_own(morning: Morning) -> None:
    assert morning.pages == {
        f"{TEACHER} /hub/admin": HTTPStatus.OK,
        "Ada /hub/admin": HTTPStatus.FORBIDDEN,
        "Ada /user/zoë-m/api/contents/": HTTPStatus.FORBIDDEN,
        f"{TEACHER} /user/ada/api/contents/": HTTPStatus.FORBIDDEN,
        "deleted": HTTPStatus.NO_CONTENT,
        "her lesson": HTTPStatus.OK,
    }


def the_hub_is_started_anew_and_a_learner_works_on(morning: Morning) -> None:
    assert morning.after == {"printed": "kept 9\n", "same": "True"}


CHECKS = (
    a_lesson_runs_for_all_without_an_error,
    what_goes_over_the_net_is_packed_and_less_than_a_megabyte_a_learner,
    hand_ins_come_to_the_teacher_and_the_learner_is_told,
    the_teacher_s_report_renews_itself_with_what_has_come,
    a_learner_sees_the_own_folders_and_none_of_another,
    a_learner_cannot_take_all_the_memory,
    who_is_not_let_in_is_told_why,
    teachers_have_the_page_of_all_servers_and_learners_each_their_own,
    the_hub_is_started_anew_and_a_learner_works_on,
)


def test_a_morning_at_a_hub(tmp_path: Path, subtests: pytest.Subtests) -> None:
    """One morning for all of it: a hub and its servers take a while to start."""
    with hub(*NAMES, LATE) as here:
        morning = Morning(here)
        asyncio.run(_lesson(morning, tmp_path / "collected"))
        for check in CHECKS:
            with subtests.test(check.__name__.replace("_", " ")):
                check(morning)
