"""The coding desk: a text, the rows that a coder makes of it, and those of a partner when both are done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import traitlets

from course.case import Case
from course.content import did_you_mean
from course.desk import view
from course.desk.columns import columns as every_column
from course.desk.desk import Desk
from course.desk.picture import picture
from course.desk.words import words
from course.figures.explorer import CHANGED, WORDS, Explorer, Picture, known
from course.figures.panel import FIGURE as FIGURE_JS
from course.figures.panel import FigurePanel
from course.finder.propose import slug
from course.numbers.adding_machine import LARGEST_PERCENT, PERCENT, READINGS
from course.numbers.hedges import DEFAULT_CLOSENESS, Reading, check_settings
from course.page.controls import one_of, slider
from course.page.panel import CONTROLS, LIFE, PANEL, PARTS, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.desk.coding import Row
    from course.desk.pair import Pair

HERE = Path(__file__).parent
MOST_CODER = 60
CODER = "Coder A"
OWN_REPORT = "my-report"


@dataclass(frozen=True)
class Settings:
    """What is looked at: the row whose columns are in sight, and how hedges are read in the chart beside."""

    row: str = ""
    reading: Reading = "strict"
    closeness: float = DEFAULT_CLOSENESS


class DeskPanel(FigurePanel):
    """A panel with a desk as one of its parts; `text.js`, `form.js` and `desk.js` draw it.

    The text comes and goes as a message: in a trait a notebook would be saved with it.
    """

    scripts: ClassVar[tuple[Path, ...]] = (
        CONTROLS,
        LIFE,
        PARTS,
        FIGURE_JS,
        *(HERE / f"{name}.js" for name in ("text", "form", "both", "desk")),
        PANEL,
    )
    form: traitlets.List[dict[str, Any]] = traitlets.List().tag(sync=True)
    """The columns of a row, as controls with what they ask and what their words mean."""
    kinds = traitlets.Dict().tag(sync=True)
    """The kinds of actors."""
    desk = traitlets.Dict().tag(sync=True)
    """What is on the desk, but for the text."""


class CodingDesk(Explorer[Settings]):
    """The coding desk; `coding_desk` opens one.

    Attributes
    ----------
    desk
        What is on it, to be worked with from code too.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        """Show a desk."""
        self.desk = desk
        controls = {"reading": one_of("Reading", READINGS), "closeness": slider("Closeness", 0, LARGEST_PERCENT, "%")}
        super().__init__(settings, controls)
        self.widget.html = {**self.widget.html, CHANGED.name: desk.said}

    def _checked(self, settings: Settings) -> Settings:
        check_settings(settings.reading, settings.closeness)
        if settings.row and self.desk.coding.row(settings.row) is None:
            keys = [row.key for row in self.desk.coding.rows]
            message = f"There is no row {settings.row!r}. {did_you_mean(str(settings.row), keys)}"
            raise ValueError(message)
        return settings

    def _on_message(self, _: object, message: dict[str, Any], __: object) -> None:
        """Do what was done on the page."""
        doing = str(message.get("do", ""))
        if doing == "show":
            self._tell()
        elif doing == "choose":
            row = self.desk.coding.row(str(message.get("row", "")))
            self._change(replace(self._settings, row=row.key if row else ""))
        elif doing in DOING:
            self.do(doing, **{name: value for name, value in message.items() if name != "do"})

    def do(self, doing: str, **given: Any) -> None:  # noqa: ANN401 - each thing to do says what it takes
        """Do something at the desk, as a learner does on the page, and show what came of it.

        Parameters
        ----------
        doing
            `text`, `row`, `change`, `actor`, `retell`, `remove`, `undo`, `redo`, `done`, `partner`, `with`, `open`,
            `settle`, `unsettle`, `look` or `save`.
        given
            What it takes, by name.
        """
        key, said = DOING[doing](self.desk, given)
        row = key or self._settings.row
        self._settings = replace(self._settings, row=row if self.desk.coding.row(row) else "")
        self._show(said)
        self._tell()

    def _tell(self) -> None:
        """Send the page the text and where rows stand in it."""
        report = self.desk.report
        coding = self.desk.coding
        marks = [[row.paragraph, row.start, row.end, row.key] for row in coding.rows]
        marks += [[row.paragraph, row.start, row.end, pair.key] for pair in self.desk.pairs if (row := _theirs(pair))]
        self.widget.send(
            {"text": [[number, text] for number, text in (report.text if report else {}).items()], "marks": marks}
        )

    def _to_controls(self, settings: Settings) -> dict[str, Any]:
        return {"reading": settings.reading, "closeness": round(settings.closeness * PERCENT)}

    def _from_controls(self, values: dict[str, Any]) -> Settings:
        return replace(self._settings, reading=values["reading"], closeness=values["closeness"] / PERCENT)

    def _more(self, settings: Settings) -> dict[str, dict[str, Any]]:
        return {"closeness": {"disabled": settings.reading == "strict"}}

    def _parts(self) -> list[Part]:
        under = [Part(name, control, "under", "reading") for name, control in self._controls.items()]
        return [CHANGED, Part("desk", "desk"), *under, Part("picture", "figure", "under"), WORDS]

    def _panel(self, parts: list[Part], state: dict[str, Any]) -> DeskPanel:
        return DeskPanel(parts, form=view.form(self.desk.asked), kinds=view.kinds(), **state)

    def _picture(self, settings: Settings) -> Picture | None:
        return picture(self.desk.coding.rows, settings.reading, settings.closeness)

    def _state(self, settings: Settings, changed: str = "") -> dict[str, Any]:
        state = super()._state(settings, changed)
        state.setdefault("picture", {})
        state["desk"] = view.shown(self.desk, settings.row, settings.reading, settings.closeness)
        return state

    def _say(self, settings: Settings) -> str:
        return words(self.desk, settings.reading, settings.closeness)

    def _say_changed(self, old: Settings, new: Settings) -> str:
        if new.row != old.row:
            row = self.desk.coding.row(new.row)
            return f"The row of “{row.wording}”." if row else "No row is chosen."
        return f"The ranges are those of the {new.reading} reading, closeness {new.closeness:.0%}."


def _theirs(pair: Pair) -> Row | None:
    return pair.theirs if pair.mine is None else None


def _number(given: dict[str, Any], name: str) -> int:
    value = given.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else -1


def _word(given: dict[str, Any], name: str) -> str:
    return str(given.get(name) or "")


def _said(do: Callable[[Desk, dict[str, Any]], str]) -> Callable[[Desk, dict[str, Any]], tuple[str, str]]:
    return lambda desk, given: ("", do(desk, given))


def _look(desk: Desk, _: dict[str, Any]) -> str:
    faults = desk.unread
    return faults[0] if faults else "The folder was looked through."


DOING: dict[str, Callable[[Desk, dict[str, Any]], tuple[str, str]]] = {
    "row": lambda desk, given: desk.add(*(_number(given, name) for name in ("paragraph", "start", "end"))),
    "text": _said(lambda desk, given: desk.take_text(_word(given, "text"), _word(given, "title"))),
    "change": _said(lambda desk, given: desk.change(*(_word(given, name) for name in ("row", "column", "value")))),
    "actor": _said(lambda desk, given: desk.name(_word(given, "actor"), given.get("kind"), given.get("quoted"))),
    "retell": _said(lambda desk, given: desk.retell(_number(given, "paragraph"), _word(given, "text"))),
    "remove": _said(lambda desk, given: desk.remove(_word(given, "row"))),
    "undo": _said(lambda desk, _: desk.undo()),
    "redo": _said(lambda desk, _: desk.redo()),
    "done": _said(lambda desk, _: desk.finish()),
    "partner": _said(lambda desk, given: desk.take_partner(_word(given, "content"), _word(given, "name"))),
    "with": _said(lambda desk, given: desk.choose_partner(_word(given, "partner"))),
    "open": _said(lambda desk, _: desk.open()),
    "settle": _said(
        lambda desk, given: desk.settle(
            _word(given, "pair"),
            {str(name): str(cell) for name, cell in (given.get("cells") or {}).items()},
            _word(given, "rule"),
            is_kept=given.get("kept") is not False,
        )
    ),
    "unsettle": _said(lambda desk, given: desk.unsettle(_word(given, "pair"))),
    "look": _said(_look),
    "save": _said(lambda desk, _: desk.save()),
}
"""What can be done at a desk, by name."""


def coding_desk(
    case: Case | None = None,
    coder: str = CODER,
    folder: str | Path | None = None,
    columns: Sequence[str] = (),
) -> CodingDesk:
    """Open the coding desk: make rows of a text, then hold them against those of a partner.

    Each step is kept in a file at once, in a folder beside the notebook: opened again, the desk is as it was left.
    A text that is pasted or opened stays in that folder, as `text.txt`; what is saved as a case, given to a partner or
    saved with the notebook has wordings of at most six words of it.

    Parameters
    ----------
    case
        A case whose text is coded: one that may keep its text, or one with fingerprints, for which the page asks for a
        copy. Without one the page asks for a text of one's own.
    coder
        Who codes; two coders of one text have two names.
    folder
        Where the work is kept; by default a folder `coding-` and the name of the case. Partners can use the same one.
    columns
        The columns of `counts` that both coders fill, such as `["status"]`, where not all are wanted; others are out
        of sight. To save a case all that it needs has to be filled.

    Raises
    ------
    TypeError
        `case` is not a case.
    ValueError
        The coder has no name, or one with more than 60 letters; or there is no such column.
    """
    if case is not None and not isinstance(case, Case):
        message = f"A desk is opened for a case, such as course.load('amber-ferry'), not for a {type(case).__name__}."
        raise TypeError(message)
    called = " ".join(str(coder).split())
    if not called or len(called) > MOST_CODER:
        message = f"coder={coder!r}: the name of a coder has 1 to {MOST_CODER} letters."
        raise ValueError(message)
    asked = known([columns] if isinstance(columns, str) else columns, every_column(), "column")
    place = Path(folder) if folder else Path(f"coding-{slug(case.name) if case else OWN_REPORT}")
    return CodingDesk(Desk(case, called, place, asked), Settings())
