"""The claim sorter: sort statements by how firmly they are said, then compare with the reference coding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from course.claims.coding import Comparison, claims, compare, modes
from course.claims.picture import picture
from course.claims.words import NO_STATEMENT, card_html, compared_html, counts, disagreements, ours, so_far
from course.figures.explorer import CHANGED, FIGURE, WORDS, Explorer, Picture, known
from course.page.controls import button, one_of, pick
from course.page.panel import Part
from course.say import count, left_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.case import Case

FEWEST = 3
"""How many statements have to be sorted before they are compared; all where there are fewer."""
MOST_CLAIMS = 500
"""How many statements a picture of less than three screens has, a thin line each."""
LONGEST_OPTION = 44
COMPARE, HIDE = "Compare with our coding", "Hide our coding"
PREVIOUS, NEXT, AGAIN = "Previous", "Next", "Start again"
MODE = "mode"


@dataclass(frozen=True)
class Settings:
    """What a learner has done: the statement at hand, the mode of each that is sorted, and whether it is compared."""

    statement: str = ""
    placed: tuple[tuple[str, str], ...] = ()
    compared: bool = False


class ClaimSorter(Explorer[Settings]):
    """An explorer of how firmly statements are said; `claim_sorter` makes one."""

    def __init__(self, case: Case, settings: Settings) -> None:
        """Build it over the statements of a case."""
        every = claims(case)
        self._claims = dict(islice(every.items(), MOST_CLAIMS))
        self._left_out = left_out(len(every), MOST_CLAIMS, "statement", "that the table has first")
        self._brief = {
            name: shorten(f"{claim.who}: {claim.summary}", LONGEST_OPTION, placeholder="…")
            for name, claim in self._claims.items()
        }
        self._digest = case.digest
        self._modes = modes(case)
        meanings = {
            key: f"{row['word']}: {row['meaning']}" if row["meaning"] else row["word"]
            for key, row in self._modes.items()
        }
        self._mode = one_of("How is it said?", meanings)
        super().__init__(settings, {"statement": pick("Statement", self._options({}))})

    @property
    def comparison(self) -> Comparison:
        """How what is sorted stands to the reference coding."""
        return compare(self._claims, self._settings.placed)

    def _options(self, placed: dict[str, str]) -> dict[str, str]:
        return {
            name: f"{claim.number} · {self._word(placed.get(name))} · {self._brief[name]}"
            for name, claim in self._claims.items()
        }

    def _word(self, mode: str | None) -> str:
        return self._modes[mode]["word"] if mode else "not sorted"

    @property
    def _fewest(self) -> int:
        return min(FEWEST, max(len(self._claims), 1))

    def _checked(self, settings: Settings) -> Settings:
        statement = str(settings.statement) or next(iter(self._claims), "")
        if statement:
            known(statement, self._claims, "statement")
        placed: dict[str, str] = {}
        for pair in settings.placed:
            if isinstance(pair, str) or len(pair) != 2:  # noqa: PLR2004 - a pair
                message = f"{pair!r} is not a pair of a statement and a mode, such as ('s1', 'possible')."
                raise ValueError(message)
            name, mode = (str(part) for part in pair)
            known(name, self._claims, "statement")
            known(mode, self._modes, "mode")
            placed[name] = mode
        if settings.compared and len(placed) < self._fewest:
            message = f"Sort at least {count(self._fewest, 'statement')} before you compare: {len(placed)} so far."
            raise ValueError(message)
        in_order = tuple((name, placed[name]) for name in self._claims if name in placed)
        return Settings(statement, in_order, bool(settings.compared))

    def _on_other(self, name: str, value: Any) -> None:  # noqa: ANN401 - a mode, or a count
        now, names = self._settings, list(self._claims)
        if name == MODE:
            placed = dict(now.placed).get(now.statement, "")
            if value and value != placed:
                self._change(replace(now, placed=(*now.placed, (now.statement, value))))
        elif name == COMPARE:
            self._change(replace(now, compared=not now.compared))
        elif name == AGAIN:
            self._change(Settings())
        elif names:
            step = 1 if name == NEXT else -1
            self._change(replace(now, statement=names[(names.index(now.statement) + step) % len(names)]))

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        return {"statement": settings.statement}

    def _from_controls(self, values: dict[str, Any]) -> Settings:
        return replace(self._settings, **values)

    def _state(self, settings: Settings, changed: str = "") -> dict[str, Any]:
        state = super()._state(settings, changed)
        state["values"][MODE] = dict(settings.placed).get(settings.statement)
        return state

    def _more(self, settings: Settings) -> dict[str, dict[str, Any]]:
        placed = dict(settings.placed)
        return {
            "statement": {"options": list(self._options(placed).items())},
            MODE: {"disabled": not self._claims},
            COMPARE: {"label": HIDE if settings.compared else COMPARE, "disabled": len(placed) < self._fewest},
        }

    def _parts(self) -> list[Part]:
        steps = [Part(name, button(name), row="steps") for name in (PREVIOUS, NEXT)]
        more = [Part(name, button(name), row="more") for name in (COMPARE, AGAIN)]
        card, mode = Part("card", "html"), Part(MODE, self._mode)
        return [*self._left(), *steps, card, mode, *more, FIGURE, CHANGED, WORDS]

    def _texts(self, settings: Settings) -> dict[str, str]:
        return {"card": self._card_of(settings)}

    def _card_of(self, settings: Settings) -> str:
        if not settings.statement:
            return NO_STATEMENT
        claim = self._claims[settings.statement]
        mode = dict(settings.placed).get(claim.name) if settings.compared else None
        return card_html(
            claim, len(self._claims), self._digest[claim.paragraph], ours(claim, self._modes, mode) if mode else ""
        )

    def _picture(self, settings: Settings) -> Picture:
        return picture(self._claims, self._modes, settings.placed, settings.statement, compared=settings.compared)

    def _say(self, settings: Settings) -> str:
        placed = dict(settings.placed)
        if settings.compared:
            items = [f"- {' '.join(said)}" for said in disagreements(self._claims, self._modes, placed)]
            return "\n".join([*counts(compare(self._claims, settings.placed)), *items])
        return "\n".join([so_far(self._claims, self._modes, placed, self._fewest - len(placed)), *self._left_out])

    def _say_changed(self, old: Settings, new: Settings) -> str:
        placed, before = dict(new.placed), dict(old.placed)
        if before and not placed:
            return "Nothing is sorted now."
        if old.compared != new.compared:
            return "Our coding is drawn now, as rings." if new.compared else "Our coding is hidden."
        moved = [name for name in self._claims if placed.get(name) != before.get(name)]
        if len(moved) > 1:
            return f"{len(placed)} of {len(self._claims)} are sorted now."
        claim = self._claims[moved[0] if moved else new.statement]
        mode = placed.get(claim.name)
        if not mode:
            return f"Statement {claim.number} of {len(self._claims)}, {claim.who}: not sorted yet."
        then = ours(claim, self._modes, mode) if new.compared else f"{len(placed)} of {len(self._claims)} are sorted."
        return f"Statement {claim.number}, {claim.who}: sorted as {self._word(mode)}. {then}"

    def _html(self, settings: Settings, said: str) -> str:
        if not settings.compared:
            return super()._html(settings, said)
        found = compare(self._claims, settings.placed)
        return compared_html(counts(found), disagreements(self._claims, self._modes, dict(settings.placed)))


def claim_sorter(
    case: Case, statement: str = "", placed: Iterable[tuple[str, str]] = (), *, compared: bool = False
) -> ClaimSorter:
    """Open the claim sorter.

    Parameters
    ----------
    case
        A case; its table `statements` is read. Where it has the columns `also` (other modes that can be defended)
        and `why`, the comparison tells them.
    statement
        The short name of the statement at hand at first; the first of the table where none is named.
    placed
        What is sorted at first: pairs of a statement and a mode, such as `("s1", "possible")`.
    compared
        Whether the reference coding is shown; three statements have to be sorted for that.

    Raises
    ------
    ContentError
        The case has no table `statements`.
    ValueError
        A statement or a mode is not one that is known, or too few are sorted to be compared.
    """
    case.need("claim sorter", "statements")
    return ClaimSorter(case, Settings(statement, tuple(placed), compared))
