"""Where a learner is, read from the address and written to it.

`path` opens a path, `stop` (from 1) is where it stands, `quiz` is the seed of the questions and `question` (from 1) the
one that is put; a question after the last is the result. `again` names questions that come first, because their answers
changed since they were known, and `answers` holds what was answered. `done` holds five characters for each stop that
was read.
`show` opens the words of a path as cards (`card`, from 1), or the page for a lead. `present=1` shows path and questions
as slides.
"""

from dataclasses import dataclass, replace

from components.frame.address import Address, write_address
from components.learn.parameters import (
    AGAIN,
    ANSWERS,
    CARD,
    DONE,
    PARAMETERS,
    PATH,
    PRESENT,
    QUESTION,
    QUIZ,
    SHOW,
    STOP,
    Show,
)
from data.learn.answered import Answer, read_answers, write_answers
from data.learn.progress import Progress, write_done
from data.learn.question import PosedQuestion
from data.learn.quiz import LENGTH, make_quiz
from data.records import Catalog, LearningPath

__all__ = ["PARAMETERS", "Lesson"]


@dataclass(frozen=True)
class Lesson:
    """Where a learner is; `done` are the marks of the address, and `answers` the answers as it holds them."""

    path: str | None = None
    stop: int | None = None
    quiz: int | None = None
    again: tuple[str, ...] = ()
    question: int = 1
    answers: str = ""
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
        path=address.get(PATH),
        stop=address.get(STOP),
        quiz=address.get(QUIZ),
        again=address.get(AGAIN),
        question=address.get(QUESTION) or 1,
        done=address.get(DONE),
        show=address.get(SHOW),
        card=address.get(CARD) or 1,
        presenting=address.get(PRESENT),
    )
    lesson = _with_answers(address, catalog, lesson)
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


def _with_answers(address: Address, catalog: Catalog, lesson: Lesson) -> Lesson:
    """The lesson with the answers of the address that fit its questions; without a quiz there are none."""
    text = address.get(ANSWERS)
    if lesson.quiz is None:
        if address.get(AGAIN):
            address.drop(AGAIN)
        if text:
            address.drop(ANSWERS)
        return replace(lesson, again=())
    if not text:
        return lesson
    quiz = quiz_of(catalog, lesson)
    found, understood = read_answers(quiz, text, catalog.services)
    if not understood:
        address.drop(ANSWERS)
    return replace(lesson, answers=write_answers(quiz, found))


def quiz_of(catalog: Catalog, lesson: Lesson) -> tuple[PosedQuestion, ...]:
    """The questions of a lesson."""
    return make_quiz(catalog, lesson.quiz or 1, lesson.path, again=lesson.again)


def answers_of(catalog: Catalog, lesson: Lesson) -> dict[int, Answer]:
    """The answers to the questions of a lesson, by number."""
    return read_answers(quiz_of(catalog, lesson), lesson.answers, catalog.services)[0] if lesson.answers else {}


def with_answer(catalog: Catalog, lesson: Lesson, answer: Answer) -> Lesson:
    """The lesson with an answer to the question that is put."""
    answers = {**answers_of(catalog, lesson), lesson.question: answer}
    return replace(lesson, answers=write_answers(quiz_of(catalog, lesson), answers))


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
            AGAIN: lesson.again if lesson.quiz else (),
            QUESTION: lesson.question if lesson.quiz and lesson.question > 1 else None,
            ANSWERS: lesson.answers if lesson.quiz else "",
            SHOW: lesson.show,
            CARD: lesson.card if lesson.show == "cards" and lesson.card > 1 else None,
            PRESENT: lesson.presenting,
            DONE: lesson.done,
        }
    )


def with_done(catalog: Catalog, lesson: Lesson, progress: Progress) -> Lesson:
    """The lesson with the marks of a progress."""
    return replace(lesson, done=write_done(catalog, progress.done))
