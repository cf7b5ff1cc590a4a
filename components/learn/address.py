"""Where a learner is, read from the address and written to it.

`path` opens a path, `stop` (from 1) is where it stands, `quiz` is the seed of the questions and `question` (from 1) the
one that is put; a question after the last is the result. `done` holds five characters for each stop that was read.
`show` opens the words of a path as cards (`card`, from 1), or the page for a lead. `present=1` shows path and questions
as slides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from components.frame.address import Address, write_address
from components.frame.parameters import Choice, Flag, Id, Number, Parameter
from data.learn.progress import Progress, read_done, write_done
from data.learn.quiz import HIGHEST_SEED, LENGTH
from data.records import Catalog, LearningPath

Show = Literal["", "cards", "lead"]


@dataclass(frozen=True)
class Marks(Parameter[str]):
    """The marks of stops that were read: kept as they are, so far as each names a stop."""

    def read(self, given: Sequence[str], catalog: Catalog) -> tuple[str, bool]:
        text = given[0] if given else ""
        progress, understood = read_done(catalog, text)
        known = bool(progress.done or progress.changed)
        return (text if known else ""), understood and len(given) < 2

    def write(self, value: str) -> list[str]:
        return [value] if value else []


PATH = Id("path", "opened", lambda catalog: catalog.paths)
STOP = Number("stop", "from 1", 1, 99)
QUIZ = Number("quiz", "the seed of its questions: the same number, the same questions", 1, HIGHEST_SEED)
QUESTION = Number("question", "from 1; one more than there are is the result", 1, LENGTH + 1)
DONE = Marks("done", "the stops that were read, five characters each")
SHOW: Choice[Show] = Choice("show", "`cards`, the words of the path, or `lead`, links to send", ("", "cards", "lead"))
CARD = Number("card", "from 1", 1, 99)
PRESENT = Flag("present", "= 1")
PARAMETERS = (PATH, STOP, QUIZ, QUESTION, DONE, SHOW, CARD, PRESENT)


@dataclass(frozen=True)
class Lesson:
    """Where a learner is; `done` are the marks of the address."""

    path: str | None = None
    stop: int | None = None
    quiz: int | None = None
    question: int = 1
    done: str = ""
    show: Show = ""
    card: int = 1
    presenting: bool = False

    def home(self) -> "Lesson":
        """The start of the page, with what was read."""
        return Lesson(done=self.done)

    def at(self, stop: int) -> "Lesson":
        """The same path at another stop."""
        return Lesson(self.path, stop, done=self.done, presenting=self.presenting)


def lesson_of_this_page(catalog: Catalog) -> tuple[Address, Lesson]:
    """The address that the visitor sees, and the lesson that it names."""
    address = Address.of_this_page(PARAMETERS, catalog)
    return address, read_lesson(address, catalog)


def read_lesson(address: Address, catalog: Catalog) -> Lesson:
    """The lesson that an address names; what its path has not is left out."""
    lesson = Lesson(
        address.get(PATH),
        address.get(STOP),
        address.get(QUIZ),
        address.get(QUESTION) or 1,
        address.get(DONE),
        address.get(SHOW),
        address.get(CARD) or 1,
        address.get(PRESENT),
    )
    path = catalog.paths.get(lesson.path or "")
    if lesson.stop and lesson.stop > last_stop(path, lesson.presenting):
        address.drop(STOP)
        lesson = replace(lesson, stop=None)
    if lesson.show == "cards" and (path is None or not path.terms):
        address.drop(SHOW)
        lesson = replace(lesson, show="")
    if path and lesson.card > max(1, len(path.terms)):
        address.drop(CARD)
        lesson = replace(lesson, card=1)
    if lesson.presenting and path is None:
        address.drop(PRESENT)
        lesson = replace(lesson, presenting=False)
    return lesson


def last_stop(path: LearningPath | None, presenting: bool) -> int:
    """The highest stop: a presentation goes on with a slide for each question and one for its answer."""
    return (len(path.stops) + (2 * LENGTH if presenting else 0)) if path else 0


def write_lesson(lesson: Lesson) -> None:
    """Write a lesson to the address; defaults are absent."""
    write_address(
        {
            PATH: lesson.path,
            STOP: lesson.stop,
            QUIZ: lesson.quiz,
            QUESTION: lesson.question if lesson.quiz and lesson.question > 1 else None,
            SHOW: lesson.show,
            CARD: lesson.card if lesson.show == "cards" and lesson.card > 1 else None,
            PRESENT: lesson.presenting,
            DONE: lesson.done,
        }
    )


def with_done(catalog: Catalog, lesson: Lesson, progress: Progress) -> Lesson:
    """The lesson with the marks of a progress."""
    return replace(lesson, done=write_done(catalog, progress.done))
