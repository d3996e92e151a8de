"""What every kind of question can do: read an answer, compare it, say it, keep it, ask for it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from course.content import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from typing import Self

    from course.page.controls import Control
    from course.page.html import Html
    from course.questions.kinds.paper_field import PaperField

A = TypeVar("A")
"""The form in which a kind compares its answers."""
ANSWER = "answer"
"""The name of the one control of a question, and the condition that names a whole answer."""


@dataclass(frozen=True)
class Read(Generic[A]):
    """An answer in the form that its kind compares, and a note where something had to be guessed."""

    answer: A
    note: str = ""


class Kind(ABC, Generic[A]):
    """A kind of question, made from the keys of its spec.

    A subclass is a frozen dataclass in a file of its own. What it does not say otherwise is as here: one control, one
    condition, an answer that is kept as it is compared.

    Attributes
    ----------
    name
        The word for it in a spec.
    needs
        The keys that its spec has beyond the common ones.
    conditions
        The keys by which a misconception can be foreseen; all that one has must hold.
    in_code
        How an answer is written in Python, in a sentence with its code between backticks.
    """

    name: ClassVar[str]
    needs: ClassVar[tuple[str, ...]] = ()
    conditions: ClassVar[tuple[str, ...]] = (ANSWER,)
    in_code: ClassVar[str] = ""

    @classmethod
    def from_spec(cls, spec: Mapping[str, Any]) -> Self:
        """Return the kind that a spec describes; its needs are there.

        Raises
        ------
        ValueError
            One of them is not as it should be; with a sentence.
        """
        return cls(**{name: spec[name] for name in cls.needs})

    # How an answer is read and compared

    @abstractmethod
    def read(self, value: object) -> Read[A] | str:
        """Return the answer that a tame value stands for, or a sentence on why it stands for none."""

    def need(self, value: object) -> A:
        """Return the answer that a value in a spec stands for.

        Raises
        ------
        ValueError
            It stands for none; with a sentence.
        """
        read = self.read(value)
        if isinstance(read, str):
            raise ValueError(read)  # noqa: TRY004 - what is wrong is the value in a spec
        return read.answer

    def same(self, given: A, accepted: A) -> bool:
        """Return whether two answers are the same in substance."""
        return given == accepted

    @abstractmethod
    def gives_away(self, hint: str, accepted: A) -> bool:
        """Return whether a hint says an accepted answer."""

    # The conditions of a misconception; a subclass with more of them than `answer` extends the three private ones

    def check_condition(self, condition: Mapping[str, Any]) -> None:
        """Want a condition that an answer can meet.

        Raises
        ------
        ValueError
            No answer could ever meet it; with a sentence.
        """
        for name, value in condition.items():
            self._check(name, value)

    def meets(self, given: A, condition: Mapping[str, Any]) -> bool:
        """Return whether an answer meets the condition of a misconception."""
        return all(self._meets(given, name, value) for name, value in condition.items())

    def condition_in_words(self, condition: Mapping[str, Any]) -> str:
        """Return the answers that meet the condition of a misconception, in words."""
        return ", ".join(self._in_words(name, value) for name, value in condition.items())

    def _check(self, name: str, value: Any) -> None:  # noqa: ANN401, ARG002 - a subclass asks for the name
        self.need(value)

    def _meets(self, given: A, name: str, value: Any) -> bool:  # noqa: ANN401, ARG002
        return self.same(given, self.need(value))

    def _in_words(self, name: str, value: Any) -> str:  # noqa: ANN401, ARG002
        return self.say(self.need(value))

    # How an answer is said and kept

    @abstractmethod
    def say(self, given: A) -> str:
        """Return an answer in words."""

    def keep(self, given: A) -> Any:  # noqa: ANN401 - each kind has its own
        """Return an answer as plain JSON; `read` takes it back."""
        return given

    def nearest(self, given: A, accepted: Sequence[A]) -> A:  # noqa: ARG002 - for most kinds it is the first
        """Return the accepted answer that a wrong one is held against."""
        return accepted[0]

    def told(self, said: str, given: A, wanted: A, *, foreseen: bool) -> str:  # noqa: ARG002 - most kinds say just that
        """Return what is said of a wrong answer, with where it differs; it gives nothing away.

        Parameters
        ----------
        said
            What the spec has for it: for one that was foreseen, or for any other.
        """
        return said

    def shape(self, accepted: Sequence[A]) -> str:  # noqa: ARG002 - most kinds have none
        """Return in a sentence what form an answer has that is accepted, where that has to be told."""
        return ""

    def beside(self, given: A, wanted: A) -> Html | None:  # noqa: ARG002 - most kinds have none
        """Return a wrong answer beside the form that is wanted, to be seen on a page."""
        return None

    def near(self, given: A, accepted: A) -> str:  # noqa: ARG002 - most kinds have no near miss
        """Return a sentence where a wrong answer is nearly an accepted one, or nothing."""
        return ""

    def rows(self, accepted: A) -> tuple[tuple[str, ...], ...]:  # noqa: ARG002 - most kinds have none
        """Return an accepted answer as a table for the teacher's key, its head first; empty where it is none."""
        return ()

    # How it is asked

    @property
    def offered(self) -> tuple[str, ...]:
        """The texts of what can be chosen or put in order."""
        return ()

    @abstractmethod
    def controls(self) -> dict[str, Control]:
        """Return its controls on a page by their names: `answer` for one; none where code alone can answer."""

    def filled(self, kept: Any) -> dict[str, Any]:  # noqa: ANN401 - as `keep` returns it
        """Return the values of its controls that stand for an answer that was kept."""
        return {name: kept if name == ANSWER else kept[name] for name in self.controls()}

    def given(self, values: Mapping[str, Any]) -> object:
        """Return the answer that the values of its controls stand for, to be read; `...` where one is missing."""
        found = {name: values.get(name) for name in self.controls()}
        if not found or any(map(is_missing, found.values())):
            return ...
        return found.get(ANSWER, found)

    @abstractmethod
    def on_paper(self) -> PaperField:
        """Return what a learner fills in with a pen."""


def is_missing(value: object) -> bool:
    """Return whether a control holds nothing."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip())


def need_span(read: Callable[[Any], Any], value: object, name: str) -> tuple[Any, Any]:
    """Return the two ends, each as it is read, of the range that a condition names.

    Raises
    ------
    ValueError
        It is not a list of two ends, the smaller one first.
    """
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a range has two ends
        message = f"{name!r} needs a list of two ends."
        raise ValueError(message)
    first, last = map(read, value)
    if any(end is None or isinstance(end, str) for end in (first, last)) or first > last:
        message = f"{name!r} needs two ends, the smaller one first."
        raise ValueError(message)
    return first, last


def need_keys(value: object, known: Collection[str], name: str) -> list[str]:
    """Return the keys that a condition names.

    Raises
    ------
    ValueError
        It is not a list of keys that are known.
    """
    if not isinstance(value, list) or not value:
        message = f"{name!r} needs a list of keys."
        raise ValueError(message)
    for key in value:
        if not isinstance(key, str) or key not in known:
            message = f"{name!r}: {key!r} is not a key. {did_you_mean(str(key), known)}"
            raise ValueError(message)
    return value
